"""The long poll: nothing is acknowledged before it is written down."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

import pytest
from structlog.typing import EventDict

from bot.channels.telegram.poll import poll
from bot.messages import Arrived, Kind
from bot.simulator.serving import serving
from bot.simulator.telegram import TelegramSimulator
from tests.bot.channels.wire import A_TOKEN, answering, bot_at, response

ASHA = 1001

Receive = Callable[[Sequence[Arrived]], Awaitable[None]]


class Inbox:
    """Writes down what arrives; refuses as often as it is told to."""

    def __init__(self, refusals: int = 0) -> None:
        self.refusals = refusals
        self.offered: list[Arrived] = []
        self.written: list[Arrived] = []
        self._change = asyncio.Event()

    async def receive(self, batch: Sequence[Arrived]) -> None:
        self.offered.extend(batch)
        if self.refusals:
            self.refusals -= 1
            raise OSError("the disk is full: I have type 1")
        self.written.extend(batch)
        self._change.set()

    async def holds(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.written) < count:
                self._change.clear()
                await self._change.wait()


class Pauses(list[float]):
    """Remembers each pause; lets `most` of them pass at once, and waits at the next."""

    def __init__(self, most: int = 1000) -> None:
        super().__init__()
        self.over = asyncio.Event()
        self.most = most

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)
        if len(self) >= self.most:
            self.over.set()
            await asyncio.Event().wait()


@asynccontextmanager
async def polling(
    url: str, receive: Receive, pauses: Pauses, token: str = A_TOKEN
) -> AsyncIterator[None]:
    async with bot_at(url, token) as bot:
        task = asyncio.create_task(poll(bot, receive, pauses))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@pytest.fixture
def telegram() -> TelegramSimulator:
    simulator = TelegramSimulator()
    simulator.person(ASHA, "Asha", started=True)
    return simulator


@pytest.fixture
async def url(telegram: TelegramSimulator) -> AsyncIterator[str]:
    async with serving(telegram.app) as url:
        yield url
        await telegram.close()


async def forgotten(telegram: TelegramSimulator) -> None:
    async with asyncio.timeout(5):
        while telegram.updates.pending:  # noqa: ASYNC110 -- the stand-in tells nobody
            await asyncio.sleep(0.005)


async def test_what_people_say_arrives_in_order_and_is_acknowledged(
    telegram: TelegramSimulator, url: str
) -> None:
    inbox = Inbox()
    telegram.chat(ASHA).says("/start")
    telegram.chat(ASHA).says("Hello")
    async with polling(url, inbox.receive, Pauses(), telegram.token):
        await inbox.holds(2)
        telegram.chat(ASHA).sends("voice")
        await inbox.holds(3)
        await forgotten(telegram)
    assert [each.kind for each in inbox.written] == [Kind.COMMAND, Kind.TEXT, Kind.MEDIA]


async def test_what_could_not_be_written_down_comes_again(
    telegram: TelegramSimulator, url: str, logged: list[EventDict]
) -> None:
    inbox, pauses = Inbox(refusals=2), Pauses()
    telegram.chat(ASHA).says("Hello")
    async with polling(url, inbox.receive, pauses, telegram.token):
        await inbox.holds(1)
    assert [each.text for each in inbox.offered] == ["Hello"] * 3
    assert pauses == [1, 2]
    assert "type 1" not in json.dumps(logged, default=str)


async def test_one_update_that_cannot_be_read_holds_nobody_up(
    telegram: TelegramSimulator, url: str
) -> None:
    inbox = Inbox()
    telegram.deliver("message", {"message_id": "not a number"})
    telegram.deliver("callback_query", {"id": 5})
    telegram.chat(ASHA).says("Hello")
    async with polling(url, inbox.receive, Pauses(), telegram.token):
        await inbox.holds(3)
        await forgotten(telegram)
    assert [each.kind for each in inbox.written] == [Kind.UNKNOWN, Kind.UNKNOWN, Kind.TEXT]


async def test_a_webhook_set_before_is_removed_and_what_waited_for_it_arrives(
    telegram: TelegramSimulator, url: str
) -> None:
    inbox = Inbox()
    telegram.chat(ASHA).says("Hello")
    async with bot_at(url, telegram.token) as bot:
        await bot.set_webhook("http://127.0.0.1:9/webhooks/telegram")
    async with polling(url, inbox.receive, Pauses(), telegram.token):
        await inbox.holds(1)
    assert telegram.updates.webhook is None


async def test_a_server_that_is_down_is_asked_less_and_less_often() -> None:
    pauses = Pauses(most=8)
    async with (
        answering(b"") as url,
        polling(url, Inbox().receive, pauses),
        asyncio.timeout(5),
    ):
        await pauses.over.wait()
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]


@pytest.mark.parametrize(
    ("status", "event", "level"),
    [
        ("409 Conflict", "telegram_poll_conflict", "error"),
        ("401 Unauthorized", "telegram_token_refused", "critical"),
    ],
)
async def test_what_only_an_operator_can_put_right_is_said_clearly(
    logged: list[EventDict], status: str, event: str, level: str
) -> None:
    pauses = Pauses(most=2)
    body = json.dumps({"ok": False, "error_code": int(status[:3]), "description": status[4:]})
    async with (
        answering(response(status, body)) as url,
        polling(url, Inbox().receive, pauses),
        asyncio.timeout(5),
    ):
        await pauses.over.wait()
    assert [(entry["event"], entry["log_level"]) for entry in logged] == [(event, level)] * 2
    assert logged[0]["do"]


async def test_it_waits_as_long_as_telegram_says() -> None:
    pauses = Pauses(most=1)
    body = {"ok": False, "error_code": 429, "description": "-", "parameters": {"retry_after": 17}}
    async with (
        answering(response("429 Too Many Requests", json.dumps(body))) as url,
        polling(url, Inbox().receive, pauses),
        asyncio.timeout(5),
    ):
        await pauses.over.wait()
    assert pauses == [17]
