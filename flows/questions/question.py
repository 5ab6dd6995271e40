"""What a question is, and what a person's message comes to as its answer."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar, Generic, NamedTuple, TypeVar

from pydantic import JsonValue, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from flows.words import Argument, Wording

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Position(NamedTuple):
    """Where someone is, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Place:
    """Roughly where: a postcode district and a position to about a kilometre, never a postcode."""

    outcode: str | None = None
    position: Position | None = None


@dataclass(frozen=True)
class Said:
    """What a person sent, as a question sees it: words, a pressed button, or a shared position.

    `chosen` is what they had already ticked, where several may be; `before` their last message,
    where it was no answer by itself.
    """

    text: str = ""
    pressed: str | None = None
    position: Position | None = None
    chosen: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True)
class Unclear:
    """The message could not be read as an answer; `hint` is the text that says what would be."""

    hint: str
    args: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True)
class Partial:
    """A tick was put or taken away, and the answer is open. `chosen` are the values now ticked."""

    chosen: tuple[str, ...]


class Misfit(ValueError):
    """A stored answer no longer fits its question: the question is asked again."""


class Option(NamedTuple):
    """One answer to choose from: what is stored, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True)
class Question(ABC, Generic[T_co]):
    """A question that a flow asks. `prompt` and `args` are the text that asks it."""

    prompt: str
    args: Mapping[str, Argument]
    can_be_skipped: ClassVar[bool] = False

    @property
    def takes_any_words(self) -> bool:
        """Whether whatever is said would answer it."""
        return False

    @property
    def is_yes_no(self) -> bool:
        """Whether yes or no would answer it, and so may answer something that another asked."""
        return False

    @property
    def asks_position(self) -> bool:
        """Whether sharing where one is would answer it."""
        return False

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        """What there is to choose from: buttons on Telegram, numbered lines by SMS."""
        return ()

    def other_names(self, wording: Wording) -> frozenset[str]:
        """What is said for an option, besides its label."""
        return frozenset()

    @abstractmethod
    def read(self, said: Said, wording: Wording) -> T_co | Unclear | Partial:
        """What the person's message answers, or what to tell them when it can't be read."""

    def store(self, value: object) -> JsonValue:
        """The answer as JSON."""
        stored: JsonValue = to_jsonable_python(value)
        return stored

    @abstractmethod
    def restore(self, stored: JsonValue) -> T_co:
        """The answer again. Raises Misfit when what is stored is no answer to this question."""


@cache
def _adapter(shape: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(shape)


def restored(shape: type[T], stored: JsonValue) -> T:
    """What was stored, as its type: strictly, so that a word is never taken for a number.

    Raises Misfit when it is not of that type.
    """
    adapter: TypeAdapter[T] = _adapter(shape)  # type: ignore[arg-type]  # every type is hashable
    try:
        return adapter.validate_json(json.dumps(stored), strict=True)
    except ValidationError as error:
        raise Misfit(str(error)) from error
