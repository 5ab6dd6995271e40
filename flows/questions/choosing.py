"""Questions with answers to choose from: choice, many-choice, looked-up options, yes or no."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

from pydantic import JsonValue

from flows.questions.question import Misfit, Option, Partial, Question, Said, Unclear, restored
from flows.reading import numbers, replies
from flows.reading.options import Otherwise, is_place, one_of, some_of
from flows.reading.plain import folded
from flows.reading.text import listed, tidy
from flows.vocabulary import Channel
from flows.words import Argument, Wording

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

SKIP = "skip"
DONE = "done"

YOUNGEST = 5  # years: what is less is the number of an option


def _pressed_or_said(
    said: Said, options: Sequence[Option], wording: Wording, hint: str, otherwise: Otherwise = ()
) -> str | Unclear:
    """The value of the one option that was pressed or is meant."""
    if said.pressed is not None:
        values = [option.value for option in options]
        return said.pressed if said.pressed in values else Unclear(hint)
    place = one_of(said.text, [option.label for option in options], wording, otherwise)
    return Unclear(hint) if place is None else options[place].value


@dataclass(frozen=True)
class _Choice(Question[E]):
    kind: type[E]
    among: tuple[E, ...]

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        return _labelled(self.prompt, self.among, wording)

    def read(self, said: Said, wording: Wording) -> E | Unclear:
        value = _pressed_or_said(
            said,
            self.options(wording),
            wording,
            "unclear-choice",
            _otherwise(self.among, wording),
        )
        return value if isinstance(value, Unclear) else self.kind(value)

    def restore(self, stored: JsonValue) -> E:
        value = restored(self.kind, stored)
        if value not in self.among:
            raise Misfit(value)
        return value


def choice(
    prompt: str, kind: type[E], *, only: Sequence[E] | None = None, **args: Argument
) -> Question[E]:
    """One of the values of a vocabulary, or of `only` some of them.

    Each is called by an attribute of the prompt named as its value; where the value begins with
    a digit, which Fluent does not allow, as its member in lower case (`.from_18 = 18 to 24`).
    """
    return _Choice(prompt, args, kind, tuple(only if only is not None else kind))


def _labelled(prompt: str, among: Sequence[StrEnum], wording: Wording) -> tuple[Option, ...]:
    return tuple(Option(each.value, wording.text(f"{prompt}.{_attribute(each)}")) for each in among)


def _otherwise(among: Sequence[StrEnum], wording: Wording) -> Otherwise:
    """What else people call each value of a vocabulary: `reading-role-carer` and the like."""
    names = [f"{type(each).__name__.lower()}-{_attribute(each)}" for each in among]
    return [
        listed(wording.language, name) if wording.has(f"reading-{name}") else frozenset()
        for name in names
    ]


def _attribute(each: StrEnum) -> str:
    return each.name.lower() if each.value[0].isdecimal() else each.value


@dataclass(frozen=True)
class _Choices(Question[tuple[E, ...]]):
    kind: type[E]
    most: int

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        among = _labelled(self.prompt, tuple(self.kind), wording)
        ticked = tuple(
            Option(value, f"✓ {label}" if value in chosen else label) for value, label in among
        )
        done = Option(DONE, wording.text("answer-done"))
        return (*ticked, done) if chosen and wording.channel is not Channel.SMS else ticked

    def read(self, said: Said, wording: Wording) -> tuple[E, ...] | Unclear | Partial:
        if said.pressed == DONE or (said.chosen and replies.says("done", said.text, wording)):
            return self._answer(said.chosen)
        if said.pressed is not None:
            return self._toggled(said.pressed, said.chosen)
        labels = [label for _, label in self.options(wording)]
        places = some_of(said.text, labels, wording, _otherwise(tuple(self.kind), wording))
        if places is None:
            return Unclear("unclear-choices")
        values = [each.value for each in self.kind]
        return self._answer((*said.chosen, *(values[place] for place in places)))

    def _toggled(self, pressed: str, chosen: tuple[str, ...]) -> Unclear | Partial:
        if pressed not in list(self.kind):
            return Unclear("unclear-choices")
        now = set(chosen) ^ {pressed}
        if len(now) > self.most and pressed in now:
            return Unclear("unclear-choices-most", {"most": self.most})
        return Partial(tuple(each.value for each in self.kind if each in now))

    def _answer(self, values: tuple[str, ...]) -> tuple[E, ...] | Unclear:
        answer = tuple(each for each in self.kind if each in values)
        if len(answer) > self.most:
            return Unclear("unclear-choices-most", {"most": self.most})
        return answer or Unclear("unclear-choices")

    def restore(self, stored: JsonValue) -> tuple[E, ...]:
        values = tuple(restored(self.kind, each) for each in restored(list[str], stored))
        if not 1 <= len(values) <= self.most:
            raise Misfit(f"{len(values)} answers")
        return values


def choices(
    prompt: str, kind: type[E], *, most: int | None = None, **args: Argument
) -> Question[tuple[E, ...]]:
    """One or more of the values of a vocabulary, in its order; labels as for `choice`.

    On Telegram a press ticks an option or takes the tick away, and Done answers.
    """
    return _Choices(prompt, args, kind, len(kind) if most is None else most)


@dataclass(frozen=True)
class _Pick(Question[str]):
    among: tuple[Option, ...]
    also: Mapping[str, str]

    def other_names(self, wording: Wording) -> frozenset[str]:
        return frozenset().union(*(listed(wording.language, name) for name in self.also.values()))

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        return self.among

    def read(self, said: Said, wording: Wording) -> str | Unclear:
        for value, name in self.also.items():
            if said.pressed is None and replies.says(name, said.text, wording):
                return value
        return _pressed_or_said(said, self.among, wording, "unclear-choice")

    def restore(self, stored: JsonValue) -> str:
        for value, _ in self.among:
            if value == stored:
                return value
        raise Misfit(stored)


def pick(
    prompt: str,
    options: Sequence[Option],
    *,
    also: Mapping[str, str] = MappingProxyType({}),
    **args: Argument,
) -> Question[str]:
    """One of the options that were looked up: its value. `also`: the list of what else is said for
    an option, by its value (`{"us": "neither"}` for `reading-neither`)."""
    return _Pick(prompt, args, tuple(options), also)


LATER = "unclear-later"  # the hint where someone would answer, but not yet


@dataclass(frozen=True)
class _YesNo(Question[bool]):
    can_wait: bool = False  # "not yet" is no answer to it

    @property
    def is_yes_no(self) -> bool:
        return True

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        return tuple(Option(value, self._label(value, wording)) for value in ("yes", "no"))

    def _label(self, value: str, wording: Wording) -> str:
        own = f"{self.prompt}.{value}"
        return wording.text(own if wording.has(own) else f"answer-{value}")

    def read(self, said: Said, wording: Wording) -> bool | Unclear:
        if self.can_wait and not said.pressed and replies.says("later", said.text, wording):
            return Unclear(LATER)
        answer = None if said.pressed else replies.yes_no(said.text, wording)
        if answer is False and is_place(said.text, 1, wording):
            return Unclear("unclear-yes-no")  # "no 1" may well be number 1, which is yes
        if answer is not None:
            return answer
        value = _pressed_or_said(said, self.options(wording), wording, "unclear-yes-no")
        return value if isinstance(value, Unclear) else value == "yes"

    def restore(self, stored: JsonValue) -> bool:
        return restored(bool, stored)


_SAFE = re.compile(
    r"\bsafe\b|\b(?:i'?m|i am|we'?re|all|yea?h?|yes|totally|perfectly|honestly) (?:\w+ ){0,2}?"
    r"(?:ok|okay|fine|all ?right|grand|good)\b"
)
_UNSAFE = re.compile(
    r"\bunsafe\b|(?:\bnot|n't|\bnever|\bno longer|\bdont|\bisnt|\baint)\b.{0,20}?\bsafe"
)


@dataclass(frozen=True)
class _Safe(_YesNo):
    def read(self, said: Said, wording: Wording) -> bool | Unclear:
        answer = super().read(said, wording)
        if not isinstance(answer, Unclear) or said.pressed:
            return answer
        words = folded(said.text)
        if _UNSAFE.search(words):
            return False
        is_asked = words.rstrip().endswith("?")
        return True if _SAFE.search(words) and not is_asked else answer


def safe_or_not(prompt: str) -> Question[bool]:
    """Whether someone is safe: yes or no, or in a sentence: "yeh im safe dont worry!!"."""
    return _Safe(prompt, {})


def yes_no(prompt: str, **args: Argument) -> Question[bool]:
    """Yes or no; called so, or by the prompt's own attributes `.yes` and `.no`."""
    return _YesNo(prompt, args)


def yes_no_in_time(prompt: str, **args: Argument) -> Question[bool]:
    """Yes or no, where a no is for good: "not yet" is none, and the question stays open."""
    return _YesNo(prompt, args, can_wait=True)


@dataclass(frozen=True)
class _OfAge(_YesNo):
    years: int = 0

    def read(self, said: Said, wording: Wording) -> bool | Unclear:
        answer = super().read(said, wording)
        age = None if said.pressed else numbers.age(said.text, wording)
        if age is None or age < YOUNGEST:
            return answer
        is_of_age = age >= self.years
        # "yes, 17" says both: nobody is turned away, or let in, on a guess.
        return Unclear("unclear-yes-no") if answer is (not is_of_age) else is_of_age


def of_age(prompt: str, years: int, **args: Argument) -> Question[bool]:
    """Whether someone is that old: yes or no, or their age itself: "45", "I'm over 18"."""
    return _OfAge(prompt, args, years=years)


@dataclass(frozen=True)
class _Optional(Question[T | None], Generic[T]):
    question: Question[T]
    can_be_skipped = True

    @property
    def takes_any_words(self) -> bool:
        return self.question.takes_any_words

    @property
    def is_yes_no(self) -> bool:
        return self.question.is_yes_no

    @property
    def asks_position(self) -> bool:
        return self.question.asks_position

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        options = self.question.options(wording, chosen)
        if wording.channel is Channel.SMS and not options:
            return ()
        return (*options, Option(SKIP, wording.text("answer-skip")))

    def read(self, said: Said, wording: Wording) -> T | Unclear | Partial | None:
        if said.pressed == SKIP or (not said.pressed and replies.says("skip", said.text, wording)):
            return None
        options = self.question.options(wording)
        if options and is_place(said.text, len(options) + 1, wording):
            return None
        answer = self.question.read(said, wording)
        is_open = isinstance(answer, Unclear) or not options
        return None if is_open and replies.declines(said.text, wording) else answer

    def restore(self, stored: JsonValue) -> T | None:
        return None if stored is None else self.question.restore(stored)


def optional(question: Question[T]) -> Question[T | None]:
    """The same question, with Skip among its answers: None.

    By SMS, Skip has a number only where there are numbered options; elsewhere the prompt says
    that SKIP may be sent.
    """
    return _Optional(question.prompt, question.args, question)


@dataclass(frozen=True)
class _OrWords(Question[str]):
    question: Question[str]
    most: int
    takes_any_words = True

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        return self.question.options(wording, chosen)

    def read(self, said: Said, wording: Wording) -> str | Unclear | Partial:
        answer = self.question.read(said, wording)
        words = tidy(said.text)
        if not isinstance(answer, Unclear) or said.pressed is not None or len(words.split()) < 2:
            return answer
        return words[: self.most]

    def restore(self, stored: JsonValue) -> str:
        try:
            return self.question.restore(stored)
        except Misfit:
            return restored(str, stored)


def or_words(question: Question[E], most: int = 1000) -> Question[str]:
    """The same choice, or whatever they would rather say, in up to `most` characters."""
    return _OrWords(question.prompt, question.args, question, most)
