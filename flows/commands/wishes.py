"""Whether what someone writes to a partner is really for the line: plainly, maybe, or not.

With somebody to talk to, nearly all that a person writes is for them. A wish for the line that went
to the mentor instead would be lost, and a complaint would reach the one complained of; a letter
that was taken for a wish would be lost the other way. So a wish has to name something that is the
line's own (a check-in, a mentor, a group near someone, their data) and to ask something of it. What
does only one of the two may be either, and the writer is asked.

How people word their wishes is in `wishes.toml`; how it is written there, in `wordings.py`.
"""

import re
import tomllib
from collections.abc import Sequence
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from flows.commands.intents import plain_words, wish_and_lead
from flows.commands.phrases import Intent
from flows.commands.wordings import Wordings


class Ours(Enum):
    """Whether words are for the line."""

    PLAINLY = "plainly"
    MAYBE = "maybe"
    NOT = "not"


class Wish(StrEnum):
    """What is wanted of the line, by someone who has a partner to write to."""

    COMPLAINT = "complaint"
    CHANGE = "change"  # another mentor, or none
    CHECKINS = "checkins"
    PLACE = "place"  # they have moved
    SERVICES = "services"
    DATA = "data"
    TEAM = "team"  # a word with a person on the team
    VOLUNTEER = "volunteer"  # to be a mentor too
    LINE = "line"  # what this is, who runs it, what it costs


class Found(NamedTuple):
    """Whether words are for the line, and what they want of it; None where nothing."""

    ours: Ours
    wish: Wish | None


NOTHING = Found(Ours.NOT, None)

LONG = 18  # words: who asks something of the line says it in fewer
SHORT = 9  # words
SURE = 3.0  # log odds: what the weights must lead by, where nothing but they speaks for a wish
THEM = "themthem"  # stands for the name of whoever they are matched with

_INTENTS = {
    Intent.COMPLAINT: Wish.COMPLAINT,
    Intent.END_MATCH: Wish.CHANGE,
    Intent.CHECKIN_CHANGE: Wish.CHECKINS,
    Intent.SERVICES: Wish.SERVICES,
    Intent.MY_DATA: Wish.DATA,
    Intent.VOLUNTEER: Wish.VOLUNTEER,
}

with Path(__file__).with_name("wishes.toml").open("rb") as _file:
    _TOLD = tomllib.load(_file)
_LANGUAGE = Wordings(_TOLD["pieces"], {"THEM": THEM})
_MEANT: dict[str, str] = _TOLD["meant"]
_LETTER = _LANGUAGE.anywhere(_TOLD["letter"]["phrases"])
_ASKS = _LANGUAGE.anywhere(_TOLD["asks"]["phrases"])


class _Row(NamedTuple):
    wish: Wish
    about: re.Pattern[str]
    plainly: re.Pattern[str]
    maybe: re.Pattern[str]
    alone: re.Pattern[str]
    alone_maybe: re.Pattern[str]


def _row(wish: Wish) -> _Row:
    told: dict[str, list[str]] = _TOLD[wish.value]
    return _Row(
        wish,
        _LANGUAGE.anywhere(told["about"]),
        _LANGUAGE.anywhere(told["plainly"]),
        _LANGUAGE.anywhere(told.get("maybe", [])),
        _LANGUAGE.whole(told.get("alone", [])),
        _LANGUAGE.whole(told.get("alone_maybe", [])),
    )


def _phrases(key: str) -> list[str]:
    return [phrase for wish in Wish for phrase in _TOLD[wish.value].get(key, [])]


_ROWS = [_row(wish) for wish in Wish]
# About a partner, to whom it must not go: these are asked about however much else is said.
_GRAVE_ROWS = [row for row in _ROWS if row.wish in (Wish.COMPLAINT, Wish.CHANGE, Wish.TEAM)]
# One look for many: most messages have no wish's wording.
_ANY = _LANGUAGE.anywhere([*_phrases("plainly"), *_phrases("maybe")])
_ANY_WHOLE = _LANGUAGE.whole([*_phrases("alone"), *_phrases("alone_maybe")])
_ANY_ABOUT = _LANGUAGE.anywhere(_phrases("about"))


def ours(words: str, partners: Sequence[str] = ()) -> Found:
    """Whether words written by someone with these partners (their names) are for the line."""
    said = _plain(words, partners)
    whole = said.replace("\n", "")
    if _LETTER.search(said):
        return NOTHING
    if whole.count(" ") > LONG:
        grave = next((row.wish for row in _GRAVE_ROWS if row.plainly.search(said)), None)
        return NOTHING if grave is None else Found(Ours.MAYBE, grave)
    if _ANY.search(said) or _ANY_WHOLE.fullmatch(whole):
        return _worded(said, whole)
    return _leaning(words, said) if _ANY_ABOUT.search(said) else NOTHING


def _worded(said: str, whole: str) -> Found:
    """Whose wording it is, of what has some wish's."""
    for row in _ROWS:
        if row.alone.fullmatch(whole) or row.plainly.search(said):
            return Found(Ours.PLAINLY, row.wish)
    for row in _ROWS:
        if row.alone_maybe.fullmatch(whole) or row.maybe.search(said):
            return Found(Ours.MAYBE, row.wish)
    return NOTHING


def _leaning(words: str, said: str) -> Found:
    """What the weights say, of words that name what is the line's own."""
    rows = [row for row in _ROWS if row.about.search(said)]
    if not rows or not _ASKS.search(said):
        return NOTHING
    intent, lead = wish_and_lead(words)
    wish = _INTENTS.get(intent)
    is_ours = any(row.wish is wish for row in rows)
    return Found(Ours.MAYBE, wish) if is_ours and lead > SURE else NOTHING


def _plain(words: str, partners: Sequence[str]) -> str:
    """Sentences, one a line and each word with a space behind it; a partner's name is THEM."""
    pattern = _names(tuple(partners))
    named = words if pattern is None else pattern.sub(THEM, words)
    spelt = " ".join(_MEANT.get(word, word) for word in plain_words(named).split(" "))
    clauses = re.split(r"(?: ?[?!.,])+ ?", spelt)
    return "".join(f"{clause} \n" for clause in clauses if clause)


@cache
def _names(partners: tuple[str, ...]) -> re.Pattern[str] | None:
    called = "|".join(re.escape(name) for name in partners if name.strip())
    return re.compile(rf"(?<!\w)(?:{called})(?:['’]?s)?(?!\w)", re.IGNORECASE) if called else None
