"""Whether what someone writes to a partner is really for the line: plainly, maybe, or not.

With somebody to talk to, nearly all that a person writes is for them. A wish for the line that went
to the mentor instead would be lost, and a complaint would reach the one complained of; a letter
that was taken for a wish would be lost the other way.

Plain is what has a wording that can be meant for nobody else: it names something that is the line's
own (a check-in, a mentor, a group near someone, their data) and asks something of it. Of what may
be either the writer is asked: so it is with vaguer wordings, and with what a small linear model,
which has read some thousands of wishes and of letters, finds likelier a wish. The wordings are in
`wishes.toml`; how they are written there, in `wordings.py`; what the model sees, in
`wishes_hints.py`.

Who complains of somebody often gives no name. So "he", "she" and "this lady" are read as if they
were the partner, where the letter itself tells of nobody else whom they may be; and of what is
found so the writer is always asked, since it may be a husband of whom they wrote before.
"""

import re
import tomllib
from collections.abc import Sequence
from enum import Enum, StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from flows.commands.intents import plain_words
from flows.commands.wishes_hints import OTHERS, THEM, Hints
from flows.commands.wordings import Wordings
from flows.relay.addressing import is_also_a_word


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
LETTER = "letter"
LABELS = (LETTER, *Wish)  # of the weights, in their order
WEIGHTS = Path(__file__).with_name("wishes_weights.npz")

LONG = 18  # words: who asks something of the line says it in fewer
# About a partner, to whom it must not go: these are asked about however much else is said.
GRAVE = (Wish.COMPLAINT, Wish.CHANGE, Wish.TEAM)
# Log odds by which a wish must be likelier than a letter: set on words held back from training.
SURE = 2.5

_TOLD = tomllib.loads(Path(__file__).with_name("wishes.toml").read_text("utf-8"))
_LANGUAGE = Wordings(_TOLD["pieces"], {"THEM": THEM})
_LEANINGS = Hints.load(WEIGHTS)
_LETTER = _LANGUAGE.anywhere(_TOLD["letter"]["phrases"])
_MEANT: dict[str, str] = _TOLD["meant"]
_CARRY_ON = _LANGUAGE.whole(_TOLD["carry_on"]["phrases"])
_STOPS = re.compile(r"(?: ?[?!.,])+ ?")
_GIVEN = _LANGUAGE.anywhere(_TOLD["unnamed"]["given"])
_BARE = _LANGUAGE.anywhere(_TOLD["unnamed"]["bare"])


class _Row(NamedTuple):
    """The wordings of one wish."""

    wish: Wish
    plainly: re.Pattern[str]
    maybe: re.Pattern[str]
    alone: re.Pattern[str]
    alone_maybe: re.Pattern[str]


def _phrases(key: str, wishes: Sequence[Wish] = tuple(Wish)) -> list[str]:
    return [phrase for wish in wishes for phrase in _TOLD[wish.value].get(key, [])]


def _row(wish: Wish) -> _Row:
    anywhere, whole = _LANGUAGE.anywhere, _LANGUAGE.whole
    plainly, maybe, alone, alone_maybe = (
        _phrases(key, [wish]) for key in ("plainly", "maybe", "alone", "alone_maybe")
    )
    return _Row(wish, anywhere(plainly), anywhere(maybe), whole(alone), whole(alone_maybe))


_ROWS = [_row(wish) for wish in Wish]
# One look for many: most messages have no wish's wording.
_ANY = _LANGUAGE.anywhere([*_phrases("plainly"), *_phrases("maybe")])
_ANY_WHOLE = _LANGUAGE.whole([*_phrases("alone"), *_phrases("alone_maybe")])


def ours(words: str, partners: Sequence[str] = ()) -> Found:
    """Whether words written by someone with these partners (their names) are for the line."""
    read = readings(words, partners)
    for each in read:
        if _LETTER.search(each):
            return NOTHING
        found = _worded(each)
        if found.wish is not None:
            return found if each is read[0] else Found(Ours.MAYBE, found.wish)
    return _leaning(read)


def _as_of_them(said: str) -> str | None:
    """The sentences as if "he" and "this lady" were the partner; None where they can't be: nobody
    is spoken of so, or it is somebody whom the letter itself tells of, as a husband or a nurse.
    """
    read, times = _BARE.subn(f"{THEM} ", said)
    return read if times and OTHERS.isdisjoint(read.split()) else None


_TALK, _SOMEONE = r"\b(?:talk|speak|chat|ring|call|phone|listen)\b", r"\b(?:some|any)(?:one|body)\b"
_FOR_SOMEONE = re.compile(
    rf"{_TALK}.*(?:{_SOMEONE}|\b(?:now|today|tonight)\b)|{_SOMEONE}.*{_TALK}", re.IGNORECASE
)


def asks_for_someone(words: str) -> bool:
    """Whether a letter asks for somebody to talk with: a partner may not see it for a while."""
    return _FOR_SOMEONE.search(words) is not None


def asks_to_carry_on(words: str, partners: Sequence[str] = ()) -> bool:
    """Whether it asks, and nothing else, that what ends may go on: "can we keep talking?"."""
    return _CARRY_ON.fullmatch(_plain(words, partners).replace("\n", "")) is not None


def readings(words: str, partners: Sequence[str]) -> list[str]:
    """The words as the weights read them: as they are, and as if "he" were the partner."""
    said = _plain(words, partners)
    unnamed = _as_of_them(said)
    return [said] if unnamed is None else [said, unnamed]


def _worded(said: str) -> Found:
    """Whose wording it is, of what has some wish's. Of long messages only what is grave is."""
    whole = said.replace("\n", "")
    if len(whole.split()) > LONG:
        for row in _ROWS:
            if row.wish in GRAVE and row.plainly.search(said):
                return Found(Ours.MAYBE, row.wish)
        return NOTHING
    if not (_ANY.search(said) or _ANY_WHOLE.fullmatch(whole)):
        return NOTHING
    for row in _ROWS:
        if row.alone.fullmatch(whole) or row.plainly.search(said):
            return Found(Ours.PLAINLY, row.wish)
    for row in _ROWS:
        if row.alone_maybe.fullmatch(whole) or row.maybe.search(said):
            return Found(Ours.MAYBE, row.wish)
    return NOTHING


def _leaning(read: Sequence[str]) -> Found:
    """What the weights say of words, however they are read."""
    found = []
    for each in read:
        letter, *scores = _LEANINGS.scores(each)
        likeliest = int(np.argmax(scores))
        found.append((float(scores[likeliest] - letter), likeliest))
    by, likeliest = max(found)
    return Found(Ours.MAYBE, list(Wish)[likeliest]) if by > SURE else NOTHING


def _plain(words: str, partners: Sequence[str]) -> str:
    """Sentences, one a line and each word with a space behind it; a partner's name is THEM."""
    names = _names(tuple(partners))
    apart = words.replace("\n", " . ")  # a line is a sentence
    named = apart if names is None else names.sub(THEM, apart)
    spelt = " ".join(_MEANT.get(word, word) for word in plain_words(named).split(" "))
    sentences = "".join(f"{sentence} \n" for sentence in _STOPS.split(spelt) if sentence)
    return _GIVEN.sub("my mentor ", sentences)


@lru_cache(maxsize=256)
def _names(partners: tuple[str, ...]) -> re.Pattern[str] | None:
    called = "|".join(_called(name) for name in partners if name.strip())
    return re.compile(rf"(?<!\w)(?:{called})(?:['’]?s)?(?!\w)", re.IGNORECASE) if called else None


def _called(name: str) -> str:
    if is_also_a_word(name):  # "Will you", "may I": theirs only within a sentence, and as a name
        return rf"(?<=\w )(?-i:{re.escape(name)})"
    return re.escape(name)
