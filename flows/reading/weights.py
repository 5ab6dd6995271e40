"""How the wording of a message leans between a few labels: a linear model over pieces of its words.

Deterministic and small: the weights are trained beforehand from written examples, hashed to a fixed
width so that no vocabulary need be kept, and stored as bytes.
"""

from itertools import pairwise
from pathlib import Path
from typing import Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WIDTH = 1 << 16
_MOST_WORDS = 60
_ALWAYS = "always"  # in every message: how common each label is when nothing else is known


def pieces(said: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Where in the width the words of `said`, their neighbours and parts fall, and how loudly.

    The pieces share one loudness, however many they are.
    """
    words = said.split()[:_MOST_WORDS]
    edged = ["^", *words, "$"]
    found = {f"w:{word}" for word in words}
    found.update(f"b:{a} {b}" for a, b in pairwise(edged))
    found.update(f"s:{a} {b}" for a, b in zip(words, words[2:], strict=False))
    for word in words:
        marked = f"<{word[:20]}>"
        found.update(f"c:{marked[i : i + n]}" for n in (3, 4) for i in range(len(marked) - n + 1))
    places = [_place(piece) for piece in {*found}] + [_place(_ALWAYS)]
    loudness = np.full(len(places), 1 / np.sqrt(len(found)), np.float32)
    loudness[-1] = 1
    return np.array(places, np.intp), loudness


def _place(piece: str) -> int:
    return crc32(piece.encode("utf-8", "replace")) % WIDTH


class Leanings:
    """Weights for each label, and what a message scores by them."""

    def __init__(self, weights: NDArray[np.float32]) -> None:
        self._weights = weights  # (WIDTH, labels)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read weights stored by `store`."""
        with np.load(path) as stored:
            return cls(stored["weights"].astype(np.float32) * stored["scale"])

    def store(self, path: Path) -> None:
        """Write the weights to `path`, a byte each."""
        scale = np.float32(np.abs(self._weights).max() / 127)
        weights = np.rint(self._weights / scale).astype(np.int8)
        np.savez_compressed(path, weights=weights, scale=scale)

    def scores(self, said: str) -> NDArray[np.float32]:
        """The log probability of each label for `said` (plain, lower case), in their order."""
        where, loudness = pieces(said)
        raw: NDArray[np.float32] = loudness @ self._weights[where]
        logs: NDArray[np.float32] = raw - np.logaddexp.reduce(raw)
        return logs
