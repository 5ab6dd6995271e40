"""What of a letter hints at whom it is for: its words, their kinds, and of whom it speaks.

Single words are too many to have been read in every wish. So a word also counts as its kind, as
"sarky" and "rude" are both something said against somebody; and who is in a letter (somebody else
who is told of, "he", "you", "I", a question) counts with every word and every kind in it: what is
said of a nurse is a letter, said of "him" it may be a complaint.
"""

import tomllib
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from flows.reading.weights import WIDTH, Leanings, pieces

THEM = "themthem"  # stands for the name of whoever they are matched with
OTHER = "otherother"  # stands for anyone else whom words tell of

_TOLD = tomllib.loads(Path(__file__).with_name("wishes.toml").read_text("utf-8"))
OTHERS = frozenset(_TOLD["unnamed"]["others"].split())
_KINDS: dict[str, list[str]] = {}
for _kind, _words in _TOLD["kinds"].items():
    for _word in _words.split():
        _KINDS.setdefault(_word, []).append(_kind)
_PLAIN = frozenset(_TOLD["hints"]["plain"].split())
_ASKING = frozenset(_TOLD["hints"]["asking"].split())
_WHO = {
    "he": frozenset(["he", "she", "him", "her", "his", "hers"]),
    "you": frozenset(["you", "your", "yours"]),
    "me": frozenset(["i", "me", "my"]),
}
_LENGTHS = (3, 6, 12, 19)
_MOST_WORDS = 60
# The quieter hints are, the more of them must agree: set on words held back from training.
_LOUD = 0.2


def hints(said: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Where in the width the hints of sentences (one a line) fall, and how loudly.

    Words, kinds and who is in it are as loud as one another, however many they are.
    """
    words = said.replace("\n", "").split()[:_MOST_WORDS]
    where, loudness = pieces(" ".join(OTHER if word in OTHERS else word for word in words))
    kinds = sorted({kind for word in words for kind in _kinds(word)})
    who = _who(said, words)
    together = "".join(who[:3])
    of_kinds = {
        *_in_order([_first_kind(word) for word in words]),
        *(f"p:{a} {b}" for a, b in combinations(kinds, 2)),
        *(f"v:{together} {word}" for word in words),
    }
    of_who = {
        *(f"m:{one}" for one in who),
        *(f"m:{a} {b}" for a, b in combinations(who, 2)),
        *(f"k:{one} {kind}" for one in (together, *who) for kind in kinds),
    }
    where = np.concatenate([where, _places(of_kinds), _places(of_who)])
    loudness = np.concatenate([loudness, _shared(len(of_kinds)), _shared(len(of_who))])
    order = np.lexsort((loudness, where))  # or what falls on one place adds up a little unlike
    return where[order], loudness[order] * np.float32(_LOUD)


class Hints(Leanings):
    """Weights for each label, and what the hints of sentences score by them."""

    def scores(self, said: str) -> NDArray[np.float32]:
        """The log probability of each label for `said` (sentences, one a line), in their order."""
        where, loudness = hints(said)
        raw: NDArray[np.float32] = loudness @ self._weights[where]
        logs: NDArray[np.float32] = raw - np.logaddexp.reduce(raw)
        return logs


def _kinds(word: str) -> Sequence[str]:
    return (OTHER,) if word in OTHERS else _KINDS.get(word, ())


def _first_kind(word: str) -> str:
    if word in _PLAIN:
        return word
    kinds = _kinds(word)
    return f"={kinds[0]}" if kinds else "=9" if word[0].isdigit() else "_"


def _in_order(kinds: Sequence[str]) -> Iterable[str]:
    """The kinds as they follow one another, by twos and threes."""
    edged = ["^", *kinds, "$"]
    yield from (f"1:{kind}" for kind in kinds)
    yield from (f"2:{a} {b}" for a, b in pairwise(edged))
    yield from (f"3:{a} {b} {c}" for a, b, c in zip(edged, edged[1:], edged[2:], strict=False))
    yield from (f"s:{a} {b}" for a, b in zip(kinds, kinds[2:], strict=False))


def _who(said: str, words: Sequence[str]) -> list[str]:
    """Who is in it, whether it asks, and how long it is."""
    heard = frozenset(words)
    is_asking = any(line.split(" ", 1)[0] in _ASKING for line in said.split("\n"))
    is_of_them = THEM in heard
    return [
        "-o" if OTHERS.isdisjoint(heard) else "+o",
        "+t" if is_of_them else "-h" if _WHO["he"].isdisjoint(heard) else "+h",
        "-y" if _WHO["you"].isdisjoint(heard) else "+y",
        "-i" if _WHO["me"].isdisjoint(heard) else "+i",
        "+q" if is_asking else "-q",
        f"n{sum(len(words) >= length for length in _LENGTHS)}",
    ]


def _places(hinted: set[str]) -> NDArray[np.intp]:
    return np.array(
        [crc32(f"/{hint}".encode("utf-8", "replace")) % WIDTH for hint in hinted], np.intp
    )


def _shared(many: int) -> NDArray[np.float32]:
    return np.full(many, 1 / np.sqrt(max(many, 1)), np.float32)
