"""The service as it runs: how soon it is ready, how quick it answers, how much memory it holds.

It is a process of its own and talks over HTTP to the stand-ins, which measure from here.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from datetime import datetime
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psutil
from sqlmodel import Session

from bot.simulator.chat import Chat
from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import Channel
from storage import inbox
from tests.bench import store
from tests.bench.figures import Row, percentile
from tests.bench.line import AT_ONCE
from tests.bench.messages import LENGTH, RELAYED, SCRIPTS
from tests.bench.store import FIRST_CHAT
from tests.line import PATIENCE, Line
from tests.people import introduce, join, make_mentor

REGULARS = 1_000
PAIRS = 250  # who talk with one another
PAIRED = FIRST_CHAT // 10  # the chat of the first of them
A_SECOND = 50
MB = 1_000_000

AnyChat = TelegramChat | Phone


def bench(quick: bool) -> list[Row]:
    with TemporaryDirectory(prefix="alongside-bench-") as folder:
        return asyncio.run(_bench(Path(folder), quick))


async def _bench(folder: Path, quick: bool) -> list[Row]:
    starts, seconds, turns = (1, 5, 500) if quick else (5, 30, 10_000)
    url = f"sqlite:///{folder / 'alongside.db'}"
    with store.opened(url, REGULARS):
        pass
    line = Line(folder, url, SMS_SEGMENTS_PER_SECOND="100")
    async with line.running():
        ready = [await _restarted(line) for _ in range(starts)]
        await asyncio.sleep(1)
        idle = _resident(line)
        pairs = _pairs(line)
        late = sorted(await _latencies(line, pairs, seconds))
        await _take_turns(line, turns)
        after = _resident(line)
    p50, p95, p99 = (percentile(late, percent) * 1e3 for percent in (50, 95, 99))
    return [
        Row("start to ready", f"{median(ready):.1f} s", "2 s or less"),
        Row("resident memory, idle", f"{idle / MB:.0f} MB", "under 150 MB"),
        Row(f"  after {turns:,} turns", f"{after / MB:.0f} MB", "under 150 MB"),
        Row(
            f"in to provider at {A_SECOND} messages a second", f"p50 {p50:.0f} ms, p95 {p95:.0f} ms"
        ),
        Row("  p99", f"{p99:.0f} ms", "under 100 ms"),
    ]


async def _restarted(line: Line) -> float:
    await line.service.stop()
    await line.service.start()
    return await line.service.wait_ready()


def _resident(line: Line) -> int:
    return psutil.Process(line.service.pid).memory_info().rss


def _pairs(line: Line) -> list[tuple[AnyChat, AnyChat]]:
    """People who were introduced, by Telegram and by SMS in turn."""
    pairs: list[tuple[AnyChat, AnyChat]] = []
    for n in range(0, 2 * PAIRS, 4):
        pairs.append((_on_telegram(line, PAIRED + n), _on_telegram(line, PAIRED + n + 1)))
        pairs.append((_by_sms(line, n + 2), _by_sms(line, n + 3)))
    line.look(lambda db: _introduce(db, pairs, line.clock.now()))
    return pairs


def _on_telegram(line: Line, chat_id: int) -> TelegramChat:
    return line.telegram.person(chat_id, "Ben", started=True)


def _by_sms(line: Line, number: int) -> Phone:
    return line.twilio.phone(f"+447700900{number:03}", "Ben")


def _introduce(db: Session, pairs: Sequence[tuple[AnyChat, AnyChat]], now: datetime) -> None:
    for pair in pairs:
        channel = Channel.SMS if isinstance(pair[0], Phone) else Channel.TELEGRAM
        mentee, mentor = (join(db, channel, chat.address, chat.name, now) for chat in pair)
        make_mentor(db, mentor, now)
        introduce(db, mentee, mentor, now)


async def _latencies(
    line: Line, pairs: Sequence[tuple[AnyChat, AnyChat]], seconds: int
) -> list[float]:
    """Seconds from each word said to its arrival at the other's provider."""
    now = asyncio.get_running_loop().time
    said: dict[Chat, deque[float]] = {mentor: deque() for _, mentor in pairs}
    heard: dict[Chat, int] = dict.fromkeys(said, 0)
    late: list[float] = []

    def watch(chat: Chat) -> None:
        if chat in said and len(chat.messages) > heard[chat]:
            heard[chat] = len(chat.messages)
            late.append(now() - said[chat].popleft())

    line.standins.watchers.append(watch)
    began = now()
    who, words = cycle(pairs), cycle(RELAYED)
    for number in range(seconds * A_SECOND):
        await asyncio.sleep(began + number / A_SECOND - now())
        mentee, mentor = next(who)
        said[mentor].append(now())
        mentee.says(next(words))
    async with asyncio.timeout(PATIENCE):
        while any(said.values()):  # noqa: ASYNC110 -- changes everywhere
            await asyncio.sleep(0.1)
    line.standins.watchers.remove(watch)
    return late


async def _take_turns(line: Line, turns: int) -> None:
    """Let the regulars write so much, and wait until the service has taken it all in."""
    chats = [_on_telegram(line, FIRST_CHAT + n) for n in range(REGULARS)]
    for number in range(turns):
        round_, at = divmod(number, len(chats))
        chats[at].says(SCRIPTS[at % len(SCRIPTS)][round_ % LENGTH])
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
    async with asyncio.timeout(PATIENCE + turns / 10):
        while line.telegram.updates.pending or await line.database.read(inbox.count_waiting):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
