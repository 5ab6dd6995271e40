"""Whether what someone writes to a partner is really for the line: plainly, maybe, or not.

With somebody to talk to, nearly all that a person writes is for them. A wish for the line that went
to the mentor instead would be lost, and a complaint would reach the one complained of; a letter
that was taken for a wish would be lost the other way.

Plain is what has a wording that can be meant for nobody else: it names something that is the line's
own (a check-in, a mentor, a group near someone, their data) and asks something of it. Of what may
be either the writer is asked: so it is with vaguer wordings, and with what a small linear model,
which has read some thousands of wishes and of letters, finds likelier a wish. The wordings are in
`wishes.toml`; how they are written there, in `wordings.py`.

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
from flows.commands.wordings import Wordings
from flows.reading.weights import Leanings
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

FEW = 4  # words: fewer, with none that is the line's own, are anything
LONG = 18  # words: who asks something of the line says it in fewer
# About a partner, to whom it must not go: these are asked about however much else is said.
GRAVE = (Wish.COMPLAINT, Wish.CHANGE, Wish.TEAM)
# Log odds by which a wish must be likelier than a letter; set on words held back from training.
SURE, SURE_OF_GRAVE, SURE_OF_LONG, SURE_WITHOUT_OWN = 3.0, 2.0, 3.5, 5.5
# Of somebody without a name; and where it is said against them.
SURE_OF_UNNAMED, SURE_OF_AGAINST = 4.0, 0.5
THEM = "themthem"  # stands for the name of whoever they are matched with
OTHER = "otherother"  # stands for anyone else whom words tell of

_TOLD = tomllib.loads(Path(__file__).with_name("wishes.toml").read_text("utf-8"))
_LANGUAGE = Wordings(_TOLD["pieces"], {"THEM": THEM})
_LEANINGS = Leanings.load(WEIGHTS)
_LETTER = _LANGUAGE.anywhere(_TOLD["letter"]["phrases"])
_MEANT: dict[str, str] = _TOLD["meant"]
_OWN = frozenset(_TOLD["own"]["words"].replace("THEM", THEM).split())
_OF_THEM = frozenset({THEM, "mentor", "match"})
_GRAVELY = _OF_THEM.union(_TOLD["own"]["gravely"].split())
_CARRY_ON = _LANGUAGE.whole(_TOLD["carry_on"]["phrases"])
_STOPS = re.compile(r"(?: ?[?!.,])+ ?")
_GIVEN = _LANGUAGE.anywhere(_TOLD["unnamed"]["given"])
_BARE = _LANGUAGE.anywhere(_TOLD["unnamed"]["bare"])
_OTHERS = frozenset(_TOLD["unnamed"]["others"].split())
_AGAINST = frozenset(_TOLD["unnamed"]["against"].split())


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
    said = _plain(words, partners)
    found = _read(said)
    unnamed = None if found.wish else _as_of_them(said)
    if unnamed is None:
        return found
    is_against = _is_against(unnamed) and "you" not in unnamed.split()
    found = _read(unnamed, SURE_OF_AGAINST if is_against else SURE_OF_UNNAMED)
    return NOTHING if found.wish is None else Found(Ours.MAYBE, found.wish)


def _read(said: str, sure: float | None = None) -> Found:
    """What sentences come to. `sure`: by how much the weights must find a wish likelier."""
    whole = said.replace("\n", "")
    heard = frozenset(whole.split())
    if len(whole.split()) > LONG:
        is_grave = not _GRAVELY.isdisjoint(heard) and not _LETTER.search(said)
        return _long(said, whole, heard) if is_grave else NOTHING
    if _LETTER.search(said):
        return NOTHING
    if _ANY.search(said) or _ANY_WHOLE.fullmatch(whole):
        return _worded(said, whole)
    if _OWN.isdisjoint(heard):  # nothing in it is the line's: it must read as a wish the more
        return NOTHING if len(whole.split()) < FEW else _leaning(whole, SURE_WITHOUT_OWN)
    return _leaning(whole, sure)


def _is_against(said: str) -> bool:
    """Whether a sentence that speaks of them has a word in it that complaints have, as "never"."""
    sentences = [frozenset(sentence.split()) for sentence in said.split("\n")]
    return any(THEM in each and not _AGAINST.isdisjoint(each) for each in sentences)


def _as_of_them(said: str) -> str | None:
    """The sentences as if "he" and "this lady" were the partner; None where they can't be: nobody
    is spoken of so, or it is somebody whom the letter itself tells of, as a husband or a nurse.
    """
    if not _OTHERS.isdisjoint(said.split()):
        return None
    read, times = _BARE.subn(f"{THEM} ", said)
    return read if times else None


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
    return [_weighed(each.replace("\n", "")) for each in (said, _as_of_them(said)) if each]


def _weighed(whole: str) -> str:
    """The words with whoever else is told of under one name: a complaint of a nurse is like one of
    a neighbour, and unlike one of the partner."""
    return " ".join(OTHER if word in _OTHERS else word for word in whole.split())


def _worded(said: str, whole: str) -> Found:
    """Whose wording it is, of what has some wish's."""
    for row in _ROWS:
        if row.alone.fullmatch(whole) or row.plainly.search(said):
            return Found(Ours.PLAINLY, row.wish)
    for row in _ROWS:
        if row.alone_maybe.fullmatch(whole) or row.maybe.search(said):
            return Found(Ours.MAYBE, row.wish)
    return NOTHING


def _long(said: str, whole: str, heard: frozenset[str]) -> Found:
    """A letter, unless it says what must not reach the one it is about."""
    for row in _ROWS:
        if row.wish in GRAVE and row.plainly.search(said):
            return Found(Ours.MAYBE, row.wish)
    if _OF_THEM.isdisjoint(heard):
        return NOTHING
    found = _leaning(whole, SURE_OF_LONG)
    return found if found.wish in GRAVE else NOTHING


def _leaning(whole: str, sure: float | None = None) -> Found:
    """What the weights say."""
    letter, *scores = _LEANINGS.scores(_weighed(whole))
    likeliest = int(np.argmax(scores))
    wish = list(Wish)[likeliest]
    bar = (SURE_OF_GRAVE if wish in GRAVE else SURE) if sure is None else sure
    return Found(Ours.MAYBE, wish) if scores[likeliest] - letter > bar else NOTHING


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
