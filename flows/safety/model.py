"""How the signs and words of a message weigh together: a small linear model, learned from the
examples in `tests/flows/safety/examples` by `tests/flows/safety/learn.py`.

A message is a bag of features (its words, pieces of words, neighbouring words, signs and the
order of topics), each hashed to a row of a table with one weight for each risk. Hashing keeps the
table small and needs no list of words; pieces of words carry it over spelling mistakes.
"""

import math
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flows.reading.spelling import words
from flows.safety.signs import Risk, Seen, signs_in

ROWS = 1 << 17
RISKS = tuple(Risk)
# Messages are scaled so that a long one is not louder than a short one; `QUIET` keeps the few
# words of "he/him btw" from being scaled up to a shout.
LENGTH = 16.0
QUIET = 300.0


Likely = npt.NDArray[np.float64]


class Features(NamedTuple):
    """Rows of the table and how loud each is; `loudness` is scaled over the message."""

    rows: npt.NDArray[np.int64]
    loudness: npt.NDArray[np.float32]


class Reading(NamedTuple):
    """What was seen in a message, and how likely each risk is, in the order of `RISKS`."""

    plain: tuple[str, ...]
    seen: list[Seen]
    likely: Likely


def read(text: str) -> Reading:
    """Reads one text. Never raises; the longest takes a few milliseconds."""
    plain = words(text)
    seen = signs_in(plain)
    return Reading(plain, seen, likely(_scores(features(plain, seen))))


def likely(scores: Likely) -> Likely:
    """Scores as shares that add up to one."""
    louder = np.exp(scores - scores.max())
    shares: Likely = louder / louder.sum()
    return shares


def features(plain: Sequence[str], seen: Sequence[Seen]) -> Features:
    """The features of a message; the trainer and `read` must agree, so both come here."""
    rows: list[int] = []
    loudness: list[float] = []

    def add(volume: float, *more: int) -> None:
        rows.extend(more)
        loudness.extend([volume] * len(more))

    plain = ["#" if word[0].isdigit() else word for word in plain]
    for word in set(plain):
        add(1.0, _row(f"word {word}"))
        add(0.35, *_pieces(word))
    add(0.7, *{_row(f"next {a} {b}") for a, b in pairwise(["<", *plain, ">"])})

    topics = [s for s in seen if s.sign.risk is None]
    reasons = {s.sign for s in seen if s.sign.risk is not None}
    risks = sorted({sign.risk for sign in reasons if sign.risk})
    add(2.0, *{_row(f"topic {s.sign.name}") for s in topics})
    add(0.7, *_in_order(topics))
    add(4.0, *(_row(f"reason {sign.name}") for sign in reasons))
    add(4.0, *(_row(f"risk {risk}") for risk in risks))
    add(3.0, _row(f"risks {'+'.join(risks)}"))
    add(0.3, _row(f"length {min(6, len(plain) // 6)}"))
    add(1.0, _row("always"))
    volumes = np.array(loudness, np.float32)
    return Features(
        np.array(rows), volumes * (LENGTH / math.sqrt(QUIET + float(volumes @ volumes)))
    )


def _in_order(topics: Sequence[Seen]) -> set[int]:
    """Topics that follow one another closely: "not" before "want" is not "want" before "not"."""
    pairs = set()
    for place, first in enumerate(topics):
        for second in topics[place + 1 : place + 9]:
            if 0 < second.place - first.place <= 5:
                pairs.add(_row(f"{first.sign.name} > {second.sign.name}"))
    return pairs


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[int, ...]:
    """Three to five letters at a time, of words long enough to be misspelt."""
    if len(word) <= 3:
        return ()
    framed = f"<{word[:40]}>"
    return tuple(
        {
            _row(f"piece {framed[start : start + size]}")
            for size in (3, 4, 5)
            for start in range(len(framed) - size + 1)
        }
    )


def _row(feature: str) -> int:
    return zlib.crc32(feature.encode()) % ROWS


def _scores(of: Features) -> Likely:
    weights, step = _weights()
    scores: Likely = (of.loudness @ weights[of.rows]).astype(np.float64) * step
    return scores


@cache
def _weights() -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float64]]:
    """The table, a row a feature and a column a risk, and what one step of it is worth."""
    with resources.files(__package__).joinpath("weights.npz").open("rb") as file:
        held = np.load(file)
        return held["weights"], held["step"]


def telling_words(reading: Reading, risk: Risk) -> list[str]:
    """The words of the message, or pairs of them, that spoke most for `risk`, loudest first."""
    weights, step = _weights()
    column = RISKS.index(risk)
    phrases = {f"word {word}": word for word in reading.plain if word.isalpha()}
    phrases |= {f"next {a} {b}": f"{a} {b}" for a, b in pairwise(reading.plain)}

    def says(feature: str) -> float:
        row = weights[_row(feature)] * step
        return float(row[column] - row[-1])

    loudest = sorted(phrases, key=lambda feature: (-says(feature), feature))
    return [phrases[feature] for feature in loudest[:3] if says(feature) > 0]
