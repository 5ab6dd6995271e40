"""What speaks against a pair, what speaks for it, and how much each counts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum, auto
from typing import ClassVar, Self


class Rule(StrEnum):
    """A reason why two people may not be matched, whatever else speaks for it."""

    SAME_PERSON = auto()
    OWN_MENTOR = auto()  # the person who asks is the mentor of this mentor
    BLOCKED = auto()  # by either, or by a coordinator
    DECLINED = auto()
    NOT_ANSWERED = auto()  # they were asked about this person lately, in vain
    PARTED = auto()
    HELD = auto()  # the coordinator keeps this pair back
    NOT_ACTIVE = auto()
    NOT_TRAINED = auto()
    CHECKS_LAPSED = auto()
    FULL = auto()
    NOT_ADULT = auto()
    LANGUAGE = auto()
    GENDER = auto()
    DIABETES = auto()


class Preference(StrEnum):
    """What makes one suitable mentor better for a person than another."""

    ROLE = auto()
    DIABETES = auto()
    NEEDS = auto()
    LANGUAGE = auto()
    AGE = auto()
    LIFE = auto()
    TECHNOLOGY = auto()
    TIMES = auto()
    STYLE = auto()
    ETHNICITY = auto()
    FAITH = auto()
    ROOM = auto()
    NEAR = auto()


class WeightsError(ValueError):
    """A weight is unknown or is not a number that can be used. Names the weight."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"weight {key!r}: {problem}")
        self.key = key


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each preference counts beside the others, from 0 (not at all) to 100.

    Lived experience comes first, then age, culture and life circumstances (Peers for Progress,
    on choosing peer supporters). The numbers are a judgement: operators set their own.
    """

    role: float = 3
    diabetes: float = 3
    needs: float = 3
    language: float = 2
    age: float = 2
    life: float = 2
    technology: float = 2
    times: float = 2
    style: float = 1
    ethnicity: float = 3  # counts only for someone who asked
    faith: float = 3  # counts only for someone who asked
    room: float = 1  # mentors with fewer people first, so that no one carries more than others
    near: float = 2  # counts only between two who would both like to meet
    waiting: float = 0.1
    """What each week of waiting adds, where a perfect fit is 1. It moves a person ahead of
    others when mentors are short, and never changes which mentor suits them."""

    MOST: ClassVar = 100

    @classmethod
    def read(cls, table: Mapping[str, object]) -> Self:
        """The weights of an operator's table; what it leaves out keeps its default.

        Raises WeightsError, with the key, for the first entry that can't be used.
        """
        known = {field.name for field in fields(cls)}
        numbers = {}
        for key, value in table.items():
            if key not in known:
                raise WeightsError(key, f"not one of {', '.join(sorted(known))}")
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise WeightsError(key, f"{value!r} is not a number")
            if not 0 <= value <= cls.MOST:  # NaN is neither
                raise WeightsError(key, f"{value!r} is not between 0 and {cls.MOST}")
            numbers[key] = float(value)
        return cls(**numbers)


DEFAULT = Weights()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a pair, to be put into words by its key."""

    about: Preference
    shared: tuple[str, ...]
    """What they have in common (values of the vocabulary); empty where the preference says all."""
    points: float
    """Its part of the score."""

    @property
    def key(self) -> str:
        return f"reason-{self.about}"


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a mentor suits a person, from 0 to 1 of what that person could wish for."""

    score: float
    reasons: tuple[Reason, ...]
    """The strongest first. Their points add up to the score."""
