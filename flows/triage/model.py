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
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flows.triage.signs import Risk, Seen, signs_in
from flows.triage.wording import words

ROWS = 1 << 17
RISKS = tuple(Risk)
LENGTH = 8.0  # every message is scaled to this, so that a long one is not louder than a short one


class Features(NamedTuple):
    """Rows of the table and how loud each is; `loudness` scaled to `LENGTH`."""

    rows: npt.NDArray[np.int64]
    loudness: npt.NDArray[np.float32]


class Reading(NamedTuple):
    """What was seen in a message, and how likely each risk is, in the order of `RISKS`."""

    plain: tuple[str, ...]
    seen: list[Seen]
    likely: npt.NDArray[np.float64]

    @property
    def grave(self) -> float:
        """How likely crisis, medical or safeguarding is against nothing at all, 0 to 1."""
        grave = float(self.likely[:3].sum())
        return grave / (grave + float(self.likely[4]))

    @property
    def advice(self) -> float:
        """How likely a clinical question is against nothing at all, 0 to 1."""
        advice = float(self.likely[3])
        return advice / (advice + float(self.likely[4]))


def read(text: str) -> Reading:
    """Reads one text: at most about a millisecond for the longest."""
    plain = words(text)
    seen = signs_in(plain)
    scores = _score(features(plain, seen))
    likely = np.exp(scores - scores.max())
    return Reading(plain, seen, likely / likely.sum())


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
    framed = ["<", *plain, ">"]
    add(0.7, *{_row(f"next {a} {b}") for a, b in zip(framed, framed[1:], strict=False)})
    add(0.5, *{_row(f"near {a} {b}") for a, b in zip(framed, framed[2:], strict=False)})

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
    return Features(np.array(rows), volumes * (LENGTH / math.sqrt(float(volumes @ volumes))))


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


def _score(of: Features) -> npt.NDArray[np.float64]:
    weights, step = _weights()
    scores: npt.NDArray[np.float64] = (of.loudness @ weights[of.rows]).astype(np.float64) * step
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
    phrases |= {
        f"next {a} {b}": f"{a} {b}" for a, b in zip(reading.plain, reading.plain[1:], strict=False)
    }

    def says(feature: str) -> float:
        row = weights[_row(feature)] * step
        return float(row[column] - row[-1])

    loudest = sorted(phrases, key=lambda feature: (-says(feature), feature))
    return [phrases[feature] for feature in loudest[:3] if says(feature) > 0]
