"""How the signs and words of a message weigh together: a small linear model, learned from the
examples in `tests/flows/safety` by `tests/flows/safety/learn.py`.

A message is a bag of features (its words, pieces of words, neighbouring words, signs and the
order of topics), each hashed to a row of a table with one weight for each risk. Hashing keeps the
table small and needs no list of words; pieces of words carry it over spelling mistakes.

What one word adds is always the same, so it is looked up once and kept: most of a message is
words met before.
"""

import math
import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flows.reading.spelling import MOST_WORDS, clipped, words
from flows.safety.signs import Risk, Seen, signs_in

SHIPPED = Path(__file__).with_name("weights.npz")
_in_use = [SHIPPED]
ROWS = 1 << 17
RISKS = tuple(Risk)
# Messages are scaled so that a long one is not louder than a short one; `QUIET` keeps the few
# words of "he/him btw" from being scaled up to a shout.
LENGTH = 16.0
QUIET = 300.0

WORD, PIECE, NEXT = 1.0, 0.35, 0.7
REASON, RISK, TOPIC, ORDER = 2.0, 1.5, 1.0, 0.35

# What one sentence says plainly must not drown in the twenty around it, so parts are read too.
# A sentence of fewer words than `LEAST` goes with the one before it; one that never ends is read
# in pieces of its words. Few words (`SHORT`) are read only together.
LEAST = 3
SHORT = 12
LONG = 32
PIECE_LENGTH = 24
PIECE_STEP = 16
# A run of line ends is tried once, from its start: tried from each, thousands take half a second.
_SENTENCE_END = re.compile(r"(?<=[.!?;।۔…])\s+|(?<!\n)\n++(?=[^\n]{12})")

Likely = tuple[float, ...]


class Features(NamedTuple):
    """Rows of the table and how loud each is; `loudness` is scaled over the message."""

    rows: npt.NDArray[np.int64]
    loudness: npt.NDArray[np.float32]


class Reading(NamedTuple):
    """What was seen in a message, and how likely each risk is, in the order of `RISKS`."""

    plain: tuple[str, ...]
    seen: list[Seen]
    likely: Likely


class Message(NamedTuple):
    """A message made plain, the signs in it, and its parts: from which word to which."""

    plain: tuple[str, ...]
    seen: list[Seen]
    parts: tuple[tuple[int, int], ...]


def hear(text: str) -> Message:
    """Makes `text` plain, sentence by sentence, and finds the signs in it. Never raises."""
    plain: list[str] = []
    ends: list[int] = []
    for sentence in _SENTENCE_END.split(clipped(text)):
        plain.extend(words(sentence))
        if len(plain) - (ends[-1] if ends else 0) >= LEAST:
            ends.append(len(plain))
    if len(plain) > MOST_WORDS:
        plain = plain[: MOST_WORDS // 2] + plain[-MOST_WORDS // 2 :]
        ends = [len(plain)]
    return Message(tuple(plain), signs_in(tuple(plain)), tuple(_parts(len(plain), ends)))


def _parts(length: int, ends: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The sentences, and of one that never ends pieces that overlap; none where one is all."""
    begins = 0
    ends = [*ends[:-1], length]
    for end in ends if length > SHORT and (len(ends) > 1 or length > LONG) else ():
        if end - begins <= LONG:
            yield begins, end
        else:
            for start in range(begins, end - PIECE_STEP // 2, PIECE_STEP):
                yield start, min(start + PIECE_LENGTH, end)
        begins = end


def read(message: Message) -> Reading:
    """Reads the whole of a message."""
    return Reading(message.plain, message.seen, likely(_scores(message.plain, message.seen)))


def read_parts(message: Message) -> list[Reading]:
    """Reads each part of a message as if it were all that was said; none where it has but one."""
    return [Reading(plain, seen, likely(_scores(plain, seen))) for plain, seen in parts_of(message)]


def parts_of(message: Message) -> list[tuple[tuple[str, ...], list[Seen]]]:
    """The words and signs of each part."""
    places = [seen.place for seen in message.seen]
    parts = []
    for start, end in message.parts:
        within = message.seen[bisect_left(places, start) : bisect_left(places, end)]
        seen = [Seen(place - start, sign) for place, sign in within]
        parts.append((message.plain[start:end], seen))
    return parts


def likely(scores: Sequence[float]) -> Likely:
    """Scores as shares that add up to one."""
    most = max(scores)
    louder = [math.exp(score - most) for score in scores]
    total = sum(louder)
    return tuple(each / total for each in louder)


def features(plain: Sequence[str], seen: Sequence[Seen]) -> Features:
    """The features of a message, for the trainer; `_scores` weighs the same ones."""
    numbered = _numbered(plain)
    rows: list[int] = []
    loudness: list[float] = []
    for word in dict.fromkeys(numbered):
        own = _rows_of(word)
        rows.extend(own)
        loudness.extend([WORD] + [PIECE] * (len(own) - 1))
    more, loud = _among(numbered, seen)
    volumes = np.array(loudness + loud, np.float32)
    return Features(np.array(rows + more), volumes * np.float32(_scale(float(volumes @ volumes))))


def _scores(plain: Sequence[str], seen: Sequence[Seen]) -> list[float]:
    numbered = _numbered(plain)
    rows, loudness = _among(numbered, seen)
    loud = np.array(loudness, np.float32)
    crisis, medical, safeguarding, advice, none = (loud @ _weights(_in_use[0])[rows]).tolist()
    volume = float(loud @ loud)
    for word in dict.fromkeys(numbered):
        adds, squared = _said(word)
        crisis += adds[0]
        medical += adds[1]
        safeguarding += adds[2]
        advice += adds[3]
        none += adds[4]
        volume += squared
    scale = _scale(volume)
    return [score * scale for score in (crisis, medical, safeguarding, advice, none)]


def _scale(volume: float) -> float:
    return LENGTH / math.sqrt(QUIET + volume)


def _numbered(plain: Sequence[str]) -> list[str]:
    """Any number is as good as another here: `signs` has read how large each is."""
    return ["#" if word[0].isdigit() else word for word in plain]


def _among(plain: list[str], seen: Sequence[Seen]) -> tuple[list[int], list[float]]:
    """Rows and loudness of all that is more than one word: neighbours, signs, topics, length."""
    pairs = {_row_of_pair(first, second) for first, second in pairwise(["<", *plain, ">"])}
    topics: list[tuple[int, str]] = []
    reasons: set[str] = set()
    risks: set[Risk] = set()
    for place, sign in seen:
        if sign.risk is None and not sign.hint:
            topics.append((place, sign.name))
        else:
            reasons.add(sign.name)
            if sign.risk is not None:
                risks.add(sign.risk)
    ordered = _in_order(topics)
    named = {_row_of("topic", name) for _, name in topics}
    told = {_row_of("reason", name) for name in reasons} | {_row_of("risk", risk) for risk in risks}
    rows = [*pairs, *named, *ordered, *told, _row_of("risks", "+".join(sorted(risks)))]
    rows += [_row_of("length", str(min(6, len(plain) // 6))), _row_of("always", "")]
    loudness = [NEXT] * len(pairs) + [TOPIC] * len(named) + [ORDER] * len(ordered)
    return rows, [*loudness, *[REASON] * len(told), RISK, 0.3, 1.0]


def _in_order(topics: list[tuple[int, str]]) -> set[int]:
    """Topics that follow one another closely: "not" before "want" is not "want" before "not"."""
    pairs = set()
    for at, (place, first) in enumerate(topics):
        for later, second in topics[at + 1 : at + 9]:
            if later - place > 5:
                break
            if later > place:
                pairs.add(_row_of_topics(first, second))
    return pairs


@lru_cache(maxsize=16384)
def _rows_of(word: str) -> tuple[int, ...]:
    """A word's row, and those of three to five of its letters at a time, where it is long enough
    to be misspelt."""
    if len(word) <= 3:
        return (_row(f"word {word}"),)
    framed = f"<{word[:40]}>"
    pieces = {
        _row(f"piece {framed[start : start + size]}")
        for size in (3, 4, 5)
        for start in range(len(framed) - size + 1)
    }
    return (_row(f"word {word}"), *sorted(pieces))


@lru_cache(maxsize=16384)
def _said(word: str) -> tuple[tuple[float, ...], float]:
    """What a word adds to each score, and to the volume of its message."""
    table = _weights(_in_use[0])
    first, *pieces = _rows_of(word)
    adds = table[first] * np.float32(WORD) + table[pieces].sum(axis=0) * np.float32(PIECE)
    return tuple(adds.tolist()), WORD**2 + PIECE**2 * len(pieces)


@lru_cache(maxsize=16384)
def _row_of_pair(first: str, second: str) -> int:
    return _row(f"next {first} {second}")


@cache
def _row_of_topics(first: str, second: str) -> int:
    return _row(f"{first} > {second}")


@cache
def _row_of(kind: str, name: str) -> int:
    return _row(f"{kind} {name}")


def _row(feature: str) -> int:
    return zlib.crc32(feature.encode()) % ROWS


@cache
def _weights(path: Path = SHIPPED) -> npt.NDArray[np.float32]:
    """The table: a row a feature and a column a risk."""
    with np.load(path) as held:
        table: npt.NDArray[np.float32] = (held["weights"] * held["step"]).astype(np.float32)
        return table


@contextmanager
def weighing_by(path: Path) -> Iterator[None]:
    """Reads by another table than the shipped one, to measure it."""
    _said.cache_clear()
    _in_use[0] = path
    try:
        yield
    finally:
        _said.cache_clear()
        _in_use[0] = SHIPPED


def evidence(plain: Sequence[str], seen: Sequence[Seen], risk: Risk) -> list[float]:
    """How much each word of a message speaks for `risk` over nothing, with what begins at it."""
    table, column = _weights(_in_use[0]), RISKS.index(risk)

    def leans(adds: Sequence[float]) -> float:
        return adds[column] - adds[-1]

    numbered = _numbered(plain)
    speaks = [leans(_said(word)[0]) for word in numbered]
    for place, (first, second) in enumerate(pairwise(numbered)):
        half = leans(table[_row_of_pair(first, second)].tolist()) * NEXT / 2
        speaks[place] += half
        speaks[place + 1] += half
    for place, sign in seen:
        kind, loud = ("topic", TOPIC) if sign.risk is None and not sign.hint else ("reason", REASON)
        speaks[place] += leans(table[_row_of(kind, sign.name)].tolist()) * loud
    scale = _scale(float(len(plain)))
    return [amount * scale for amount in speaks]
