"""The service: its parts built from the settings, started and stopped in order."""

import asyncio
import signal
import socket
from collections.abc import Collection, Coroutine, Sequence
from contextlib import AsyncExitStack, suppress
from enum import StrEnum

import structlog
import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot
from telegram.error import TelegramError

from bot.alarm import Alarm
from bot.channels.sms.adapter import SmsChannel
from bot.channels.sms.client import make_client
from bot.channels.sms.missed import make_up
from bot.channels.telegram.adapter import TelegramChannel, answer_press, leave
from bot.channels.telegram.client import close_bot, make_bot
from bot.channels.telegram.poll import poll
from bot.channels.telegram.setup import set_commands, set_webhook
from bot.database import open_database
from bot.directory.sample import seed_demo
from bot.inbox import Inbox, handle
from bot.messages import Arrived, ChannelAdapter, Kind, Refused
from bot.now import Clock, heard
from bot.outbox import Delivery
from bot.settings import Settings, SettingsError
from bot.web.app import make_app
from bot.web.data import data_pages
from bot.web.webhooks import webhooks
from flows.commands.intents import intent
from flows.relay.screening import screen
from flows.safety.triage import triage
from flows.vocabulary import Channel, Language
from flows.words import Wording
from storage import inbox, outbox
from storage.database import DatabaseUnreachable

log = structlog.get_logger()


MADE_UP_WITHIN = 5.0  # seconds that the start waits for Twilio's list
ASK_CHANNELS_EVERY = 300.0  # seconds


class Part(StrEnum):
    """What a process runs. By default all of it; on PostgreSQL each may have its own replicas."""

    WEB = "web"  # webhooks, health, console
    WORKER = "worker"  # turns and deliveries, and the Telegram poll
    CLOCK = "clock"  # timers


class Service:
    """The running line."""

    def __init__(self, settings: Settings, parts: Collection[Part] = tuple(Part)) -> None:
        if not settings.has_telegram and not settings.has_sms:
            raise SettingsError(
                "No channel is set up: set TELEGRAM_BOT_TOKEN, or TWILIO_ACCOUNT_SID, "
                "TWILIO_AUTH_TOKEN and TWILIO_NUMBER, in .env. "
                "To try Alongside without an account, run: make demo"
            )
        if settings.telegram_webhook_secret and not settings.public_url:
            raise SettingsError(
                "TELEGRAM_WEBHOOK_SECRET is set without PUBLIC_URL, where Telegram is to call: set "
                "PUBLIC_URL, or unset the secret to use long polling."
            )
        self._settings = settings
        self._parts = frozenset(parts)
        self._clock = Clock(settings.alongside_clock_file)
        self._background: set[asyncio.Task[None]] = set()
        self._sms: SmsChannel | None = None
        self._refused: list[str] = []

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT."""
        listening = _listen(self._settings) if Part.WEB in self._parts else None
        async with AsyncExitStack() as stack:
            self._database = await asyncio.to_thread(open_database, self._settings)
            stack.callback(self._database.close)
            if self._settings.alongside_demo:
                now, zone = self._clock.now(), self._settings.timezone.key
                await self._database.write(lambda db: seed_demo(db, now, zone))
            self._bot = make_bot(self._settings) if self._settings.has_telegram else None
            if self._bot is not None:
                stack.push_async_callback(close_bot, self._bot)
            self._channels = self._make_channels(stack)
            self._inbox = Inbox(self._database, self._clock, self._settings.timezone.key)
            self._delivery = Delivery(self._database, self._channels, self._clock)
            self._alarm = Alarm(
                self._database, self._clock, self._settings.rules, self._delivery.news.set
            )
            await self._serve(listening)

    def _make_channels(self, stack: AsyncExitStack) -> dict[Channel, ChannelAdapter]:
        channels: dict[Channel, ChannelAdapter] = {}
        if self._bot is not None:
            channels[Channel.TELEGRAM] = TelegramChannel(self._bot)
        if self._settings.has_sms:
            self._sms = SmsChannel(make_client(self._settings), self._settings)
            stack.push_async_callback(self._sms.close)
            channels[Channel.SMS] = self._sms
        return channels

    async def _serve(self, listening: socket.socket | None) -> None:
        """Start each part, wait for the signal to stop, and stop them."""
        stopping = asyncio.Event()
        loop = asyncio.get_running_loop()
        for each in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(each, stopping.set)

        running: list[asyncio.Task[None]] = []
        if self._sms is not None and Part.WORKER in self._parts:
            made_up = asyncio.Event()
            running.append(asyncio.create_task(self._make_up_for_texts(self._sms, made_up)))
            await heard(made_up, MADE_UP_WITHIN)  # what was texted meanwhile comes before the next
        if Part.WORKER in self._parts:
            running.append(asyncio.create_task(self._delivery.run()))
            workers = 1 if self._database.is_sqlite else 3
            running += [asyncio.create_task(self._handle()) for _ in range(workers)]
        if Part.CLOCK in self._parts:
            self._alarm.start()
        if self._bot is not None and Part.WORKER in self._parts:
            running.append(asyncio.create_task(self._hear_telegram(self._bot)))
        if Part.WEB in self._parts:
            running.append(asyncio.create_task(self._ask_channels()))
        server = self._server() if listening is not None else None
        serving = (
            asyncio.create_task(server.serve(sockets=[listening]))
            if server is not None and listening is not None
            else None
        )
        log.info("running", parts=sorted(self._parts))
        self._in_background(_warm_up())
        await self._until(stopping, running)

        if server is not None and serving is not None:
            server.should_exit = True
            await serving
        if Part.CLOCK in self._parts:
            self._alarm.stop()
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        log.info("stopped")

    async def _until(self, stopping: asyncio.Event, running: Sequence[asyncio.Task[None]]) -> None:
        """Wait for the signal. A part that ends by itself has failed, and takes the rest along:
        a line that hears and never answers is worse than one that is started again."""
        signalled = asyncio.create_task(stopping.wait())
        done, _ = await asyncio.wait([signalled, *running], return_when=asyncio.FIRST_COMPLETED)
        signalled.cancel()
        for task in done:
            if task is not signalled:
                await task

    async def _handle(self) -> None:
        await handle(
            self._database, self._clock, self._settings.rules, self._inbox.news,
            self._after_turns,
        )  # fmt: skip

    def _after_turns(self) -> None:
        self._delivery.news.set()
        if Part.CLOCK in self._parts:
            self._in_background(self._alarm.ring())

    async def _hear_telegram(self, bot: Bot) -> None:
        self._in_background(self._introduce(bot))
        if self._settings.telegram_webhook_secret is None:
            await poll(bot, self._receive)
        else:
            await asyncio.Event().wait()

    async def _make_up_for_texts(self, sms: SmsChannel, made_up: asyncio.Event) -> None:
        await make_up(
            sms,
            lambda: self._inbox.missed_since(Channel.SMS),
            lambda texts: self._inbox.receive_missed(Channel.SMS, texts),
            self._delivery.missed_receipts,
            made_up,
        )

    async def _introduce(self, bot: Bot) -> None:
        """Tell Telegram our commands and where we listen. It being down must not stop us."""
        while True:
            try:
                await set_commands(bot)
                if self._settings.telegram_webhook_secret is not None:
                    await set_webhook(bot, self._settings)
            except TelegramError as error:
                log.warning("telegram_not_set_up", reason=type(error).__name__)
                await asyncio.sleep(30)
            else:
                return

    async def _receive(self, arrived: Sequence[Arrived]) -> None:
        await self._inbox.receive(arrived)
        if self._bot is None:
            return
        for each in arrived:
            if each.kind is Kind.PRESS and each.press_id is not None:
                self._in_background(answer_press(self._bot, each.press_id))
            elif each.kind is Kind.GROUP and each.sender is not None:
                text = Wording(Language.ENGLISH, Channel.TELEGRAM).text("group-leaving")
                self._in_background(leave(self._bot, each.sender, text))

    def _in_background(self, work: Coroutine[object, None, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    def _server(self) -> uvicorn.Server:
        app = make_app(
            self._problems,
            self._waiting,
            webhooks(self._settings, self._receive, self._delivery.receipt),
            data_pages(self._database, self._clock.now),
        )
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        # Signals are the service's: uvicorn would stop the web and leave the rest running.
        server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
        return server

    async def _waiting(self) -> dict[str, int]:
        """Of messages to take turns for, and of letters to deliver; empty when it can't be told."""
        with suppress(SQLAlchemyError):
            return await self._database.read(
                lambda db: {"inbox": inbox.count_waiting(db), "outbox": outbox.count_live(db)}
            )
        return {}

    async def _problems(self) -> list[str]:
        try:
            await asyncio.to_thread(self._database.check)
        except DatabaseUnreachable as error:
            return [str(error), *self._refused]
        return self._refused

    async def _ask_channels(self) -> None:
        """Find out now and then whether a provider refuses us. One that can't be reached is no
        reason to be called unready: what the others bring has to go on being heard."""
        while True:
            try:
                problems = [each for c in self._channels.values() for each in await c.problems()]
                self._refused = [str(each) for each in problems if isinstance(each, Refused)]
            except Exception as error:  # An answer that nothing can be made of is no refusal.
                log.warning("channels_not_asked", error=type(error).__name__)
            await asyncio.sleep(ASK_CHANNELS_EVERY)


async def _warm_up() -> None:
    """Load what reads messages, so that the first cry for help does not wait for it."""
    await asyncio.to_thread(lambda: (triage(""), screen(""), intent("")))


class PortInUse(Exception):
    """Another program listens where we should."""


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP: asyncio then turns Nagle's delay off, which costs 40 ms an answer.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise PortInUse(
            f"Can't listen on {settings.host}:{settings.port} ({error.strerror}). "
            "Set PORT to a free one, or stop what uses it."
        ) from None
    listening.listen(128)
    listening.setblocking(False)
    return listening
