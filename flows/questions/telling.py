"""Questions that people answer in their own words: a name, a place, free text."""

from dataclasses import dataclass

from pydantic import JsonValue

from flows.questions.question import Place, Position, Question, Said, Unclear, restored
from flows.reading import names
from flows.reading.places import outcode
from flows.reading.text import LONGEST, tidy
from flows.relay.screening import by_sight
from flows.words import Argument, Wording

LONGEST_NAME = 40  # characters


@dataclass(frozen=True)
class _Name(Question[str]):
    @property
    def takes_any_words(self) -> bool:
        return True

    def read(self, said: Said, wording: Wording) -> str | Unclear:
        answer = names.name(said.text, wording)
        if answer is None:
            return Unclear("unclear-name" if by_sight(said.text) is None else "unclear-name-other")
        if len(answer) > LONGEST_NAME:
            return Unclear("unclear-name-long", {"most": LONGEST_NAME})
        # It stands before all that is passed on to a partner, and so is screened as that is.
        if not names.may_be_called(answer, wording.language) or by_sight(said.text) is not None:
            return Unclear("unclear-name-other")
        return answer

    def restore(self, stored: JsonValue) -> str:
        return restored(str, stored)


def name(prompt: str, **args: Argument) -> Question[str]:
    """What a person would like to be called, up to 40 characters."""
    return _Name(prompt, args)


@dataclass(frozen=True)
class _Place(Question[Place]):
    @property
    def asks_position(self) -> bool:
        return True

    def read(self, said: Said, wording: Wording) -> Place | Unclear:
        if said.position is not None:
            # Two decimals of a degree are about a kilometre: near enough to find help, and too
            # far to find a front door.
            latitude, longitude = (round(degrees, 2) for degrees in said.position)
            return Place(position=Position(latitude, longitude))
        district = outcode(said.text[:LONGEST])
        return Place(outcode=district) if district else Unclear("unclear-place")

    def restore(self, stored: JsonValue) -> Place:
        return restored(Place, stored)


def place(prompt: str, **args: Argument) -> Question[Place]:
    """A postcode or its first half, or a shared location, rounded to about a kilometre."""
    return _Place(prompt, args)


@dataclass(frozen=True)
class _FreeText(Question[str]):
    most: int

    @property
    def takes_any_words(self) -> bool:
        return True

    def read(self, said: Said, wording: Wording) -> str | Unclear:
        text = tidy(said.text)
        if not text:
            return Unclear("unclear-text")
        if len(text) > self.most:
            return Unclear("unclear-text-long", {"most": self.most, "length": len(text)})
        return text

    def restore(self, stored: JsonValue) -> str:
        return restored(str, stored)


def free_text(prompt: str, most: int = 1000, **args: Argument) -> Question[str]:
    """A person's own words, up to `most` characters."""
    return _FreeText(prompt, args, most)
