"""What it costs to read a message for red flags, and for what may not be relayed."""

import asyncio
from collections.abc import Callable
from time import process_time

from flows.relay.screening import screen
from flows.safety.triage import triage
from tests.bench import store
from tests.bench.figures import Row
from tests.bench.line import Line
from tests.bench.messages import RELAYED

REGULARS = 200


def bench(quick: bool) -> list[Row]:
    rounds = 1 if quick else 5
    with store.sqlite() as url, store.opened(url, REGULARS) as database:
        turn = asyncio.run(_turn(Line(database, REGULARS), rounds))
    rows = []
    for name, read in (("triage", triage), ("screening", screen)):
        each = _each(read, rounds)
        rows.append(
            Row(f"{name} of a message", f"{each * 1e6:,.0f} µs, {each / turn:.0%} of a turn")
        )
    return rows


async def _turn(line: Line, rounds: int) -> float:
    """Seconds of processor that a turn takes."""
    await line.take(line.sitting())
    sittings = [line.sitting() for _ in range(rounds)]
    began = process_time()
    for updates in sittings:
        await line.take(updates)
    return (process_time() - began) / sum(map(len, sittings))


def _each(read: Callable[[str], object], rounds: int) -> float:
    """Seconds of processor that reading a message takes."""
    for words in RELAYED:
        read(words)
    began = process_time()
    for words in RELAYED * 20 * rounds:
        read(words)
    return (process_time() - began) / (len(RELAYED) * 20 * rounds)
