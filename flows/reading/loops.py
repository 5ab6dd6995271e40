"""Noticing by its shape that the other side is a program: it answers everything, at once, alike.

Words alone don't tell: a help desk numbers its tickets, and each is new. Every answer of ours would
bring another of theirs, and every text is paid for.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum, auto
from itertools import takewhile
from typing import NamedTuple

from flows.reading.plain import folded

AT_ONCE = timedelta(seconds=20)  # what a text takes to arrive and be answered by a machine
SLOWED_AFTER = 5  # answers
STOPPED_AFTER = 10
ALIKE = 3  # times the same thing is said before it is a program's way of saying it
FASTEST_TYPING = 12.0  # characters a second, sustained over a whole message: nobody does
LONG = 40  # characters, of which that can be said
SHORT = 8  # letters: people answer "yes", "2" and "lol" to one question after another


class Written(NamedTuple):
    """A message of ours or of theirs, and when it was sent or came."""

    at: datetime
    text: str
    from_us: bool


class Loop(StrEnum):
    """What to do about it: nothing, answer less, or answer no more and tell the team."""

    NONE = auto()
    SLOWED = auto()
    STOPPED = auto()


class _Answer(NamedTuple):
    asked: str  # the shapes of ours and of theirs
    answered: str
    is_at_once: bool
    is_inhuman: bool  # typed faster than people type


def loop(exchange: Sequence[Written]) -> Loop:
    """Whether the latest of an exchange (oldest first) is a program's talk with this one."""
    answers = list(_answers(exchange))
    latest = list(takewhile(lambda each: each.is_at_once, reversed(answers)))
    said = Counter(map(_key, latest))
    alike = sum(each.is_inhuman or said[_key(each)] >= ALIKE for each in latest)
    if alike >= STOPPED_AFTER:
        return Loop.STOPPED
    return Loop.SLOWED if alike >= SLOWED_AFTER else Loop.NONE


def _answers(exchange: Sequence[Written]) -> Iterator[_Answer]:
    """The first of theirs after each of ours; more of theirs in a row is one answer."""
    ours: Written | None = None
    for each in exchange:
        if each.from_us:
            ours = each
        elif ours is not None:
            took = max(each.at - ours.at, timedelta(milliseconds=1))
            is_fast = len(each.text) / took.total_seconds() > FASTEST_TYPING
            yield _Answer(
                _shape(ours.text),
                _shape(each.text),
                is_at_once=took <= AT_ONCE,
                is_inhuman=is_fast and len(each.text) >= LONG,
            )
            ours = None


def _key(answer: _Answer) -> tuple[str, str]:
    """What counts as the same: a short answer only where the question was the same too."""
    is_short = sum(map(str.isalpha, answer.answered)) < SHORT
    return (answer.asked if is_short else "", answer.answered)


def _shape(text: str) -> str:
    """The text with every number alike: "Ticket #4821" is "ticket #4822"."""
    return re.sub(r"\d+", "0", folded(text))
