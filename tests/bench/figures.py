"""What a bench hands back, and how its figures are taken."""

from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table. `aim` is empty where there is none."""

    name: str
    figure: str
    aim: str = ""


class Stopwatch:
    """Seconds that passed inside its `with`."""

    seconds = 0.0

    def __enter__(self) -> "Stopwatch":
        self._began = perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = perf_counter() - self._began


def percentile(sorted_values: Sequence[float], percent: float) -> float:
    """The smallest value that is no less than this many percent of them."""
    return sorted_values[max(0, -int(-len(sorted_values) * percent // 100) - 1)]
