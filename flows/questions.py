"""Kinds of question, and how answers are read."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from pydantic import JsonValue

from flows.words import Argument, Wording

T_co = TypeVar("T_co", covariant=True)


class Position(NamedTuple):
    """Where someone is, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Said:
    """What a person sent, as a question sees it: words, a pressed button, or a shared position."""

    text: str = ""
    pressed: str | None = None
    position: Position | None = None


@dataclass(frozen=True)
class Unclear:
    """The message could not be read as an answer; `hint` is the text that says what would be."""

    hint: str
    args: Mapping[str, Argument] = field(default_factory=dict)


class Misfit(ValueError):
    """A stored answer no longer fits its question: the question is asked again."""


class Option(NamedTuple):
    """One answer to choose from: what is stored, and what it is called."""

    value: str
    label: str


class Question(ABC, Generic[T_co]):
    """A question that a flow asks. `prompt` and `args` are the text that asks it."""

    prompt: str
    args: Mapping[str, Argument]

    def options(self, wording: Wording) -> tuple[Option, ...]:
        """What there is to choose from: buttons on Telegram, numbered lines by SMS."""
        return ()

    @abstractmethod
    def read(self, said: Said, wording: Wording) -> T_co | Unclear:
        """What the person's message answers, or what to tell them when it can't be read."""

    @abstractmethod
    def store(self, value: object) -> JsonValue:
        """The answer as JSON."""

    @abstractmethod
    def restore(self, stored: JsonValue) -> T_co:
        """The answer again. Raises Misfit when what is stored is no answer to this question."""
