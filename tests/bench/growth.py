"""What a turn costs when the store is large, beside what it costs when it is small."""

import asyncio
from contextlib import ExitStack
from statistics import median

from tests.bench import store
from tests.bench.figures import Row
from tests.bench.line import Line

SMALL = 1_000


def bench(quick: bool) -> list[Row]:
    large, rounds = (5_000, 2) if quick else (200_000, 9)
    with ExitStack() as stack:
        lines = [
            Line(stack.enter_context(store.opened(stack.enter_context(store.sqlite()), size)), size)
            for size in (SMALL, large)
        ]
        took = asyncio.run(_rounds(lines, rounds))
    ratio = median(of_large / of_small for of_small, of_large in took)
    aim = "" if quick else "1.3 or less"
    return [Row(f"a turn with {large:,} people in the store", f"{ratio:.2f} of {SMALL:,}'s", aim)]


async def _rounds(lines: list[Line], rounds: int) -> list[list[float]]:
    """Seconds that each line took, round by round. The first warms them up."""
    took = [[await line.take(line.sitting()) for line in lines] for _ in range(rounds + 1)]
    for line in lines:
        await line.check()
    return took[1:]
