"""The outbox: delivers what turns queued, in order per person, once."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import structlog
from aiolimiter import AsyncLimiter
from sqlmodel import Session

from bot.channels.sms.gsm7 import segments
from bot.channels.sms.inbound import Receipt
from bot.clock import Clock
from bot.inbox import heard
from bot.messages import LETTER, ChannelAdapter, Fate, Letter, SendError, Sent
from bot.metrics import SENDS
from flows.vocabulary import Channel
from storage import outbox, people, timers
from storage.database import Database
from storage.outbox import Outbox

log = structlog.get_logger()

AT_ONCE = 48  # letters under way at the same time
LEASE = timedelta(seconds=60)  # longer than any send takes, with its wait for the pace
SETTLES = {
    # How long after a send of unknown outcome the provider's record can be trusted.
    Channel.SMS: timedelta(seconds=5),
    Channel.TELEGRAM: timedelta(),
}
LONGEST_WAIT = timedelta(minutes=5)
GIVE_UP_AFTER = timedelta(hours=24)
LOOK_AGAIN = 0.5  # seconds

# Telegram allows about 30 messages a second to a bot (core.telegram.org/bots/faq).
TELEGRAM_A_SECOND = 28


@dataclass(frozen=True)
class _Leased:
    """A letter to send, and where to."""

    id: int
    channel: Channel
    to: str
    letter: Letter
    attempts: int


class Delivery:
    """Leases letters, hands them to their channels, and records what became of them."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[Channel, ChannelAdapter],
        clock: Clock,
        sms_segments_per_second: float,
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._paces = {
            Channel.TELEGRAM: AsyncLimiter(TELEGRAM_A_SECOND, 1),
            Channel.SMS: AsyncLimiter(max(sms_segments_per_second, 1), 1),
        }
        self._sending: set[asyncio.Task[None]] = set()
        self.news = asyncio.Event()

    async def run(self) -> None:
        """Deliver until cancelled; then wait for what is under way."""
        await self._recover(everything=self._database.is_sqlite)
        try:
            while True:
                self.news.clear()
                if not await self._step():
                    await heard(self.news, LOOK_AGAIN)
        finally:
            if self._sending:
                await asyncio.wait(self._sending, timeout=10)

    async def _step(self) -> bool:
        """Start what can be started. False when there was nothing."""
        free = AT_ONCE - len(self._sending)
        if free <= 0:
            await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
            return True
        try:
            leased = await self._database.write(lambda db: self._lease(db, free))
            if not leased:
                return await self._settle_unknowns()
        except Exception as error:
            log.error("nothing_leased", error=type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN)
            return False
        for letter in leased:
            task = asyncio.create_task(self._deliver(letter))
            self._sending.add(task)
            task.add_done_callback(self._done)
        return True

    def _done(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self.news.set()

    def _lease(self, db: Session, most: int) -> list[_Leased]:
        now = self._clock.now()
        rows = outbox.lease(db, self._channels.keys(), now, now + LEASE, most)
        return [
            _Leased(row.id, row.channel, to.value, _letter(row), row.attempts) for row, to in rows
        ]

    async def _deliver(self, leased: _Leased) -> None:
        pace = self._paces[leased.channel]
        weight = segments(leased.letter.text) if leased.channel is Channel.SMS else 1
        await pace.acquire(min(weight, pace.max_rate))
        try:
            sent = await self._channels[leased.channel].send(leased.to, leased.letter)
        except SendError as error:
            failure = error
            SENDS.labels(leased.channel, failure.fate).inc()
            await self._write(lambda db: self._failed(db, leased, failure))
        else:
            SENDS.labels(leased.channel, "sent").inc()
            await self._write(lambda db: self._sent(db, leased.id, sent))

    async def _write(self, work: Callable[[Session], None]) -> None:
        """Record an outcome. If that fails the lease runs out, and the letter becomes unknown."""
        try:
            await self._database.write(work)
        except Exception as error:
            log.error("outcome_not_written", error=type(error).__name__)

    def _sent(self, db: Session, letter_id: int, sent: Sent) -> None:
        outbox.sent(db, letter_id, sent.provider_id, sent.segments, self._clock.now())

    def _failed(self, db: Session, leased: _Leased, error: SendError) -> None:
        now = self._clock.now()
        row = db.get(Outbox, leased.id)
        if row is None:
            return
        log.warning(
            "not_sent", outbox=row.id, channel=row.channel, fate=error.fate, reason=error.reason
        )
        match error.fate:
            case Fate.LATER if now - row.queued_at < GIVE_UP_AFTER:
                wait = error.retry_after or min(2.0**leased.attempts, LONGEST_WAIT.seconds)
                outbox.again(db, row.id, now + timedelta(seconds=wait), error.reason)
                return
            case Fate.UNKNOWN:
                outbox.unknown(db, row.id, now + SETTLES[row.channel], error.reason)
                return
            case Fate.GONE:
                people.mark_gone(db, row.address_id, now)
                timers.set_timer(db, row.person_id, "unreachable", now)
            case Fate.OPTED_OUT:
                people.mark_opted_out(db, row.address_id, now)
                timers.set_timer(db, row.person_id, "unreachable", now)
            case Fate.REFUSED | Fate.LATER:
                pass
        outbox.failed(db, row.id, error.reason)
        if row.sender_id is not None:
            timers.set_timer(db, row.sender_id, "undelivered", now, row.id)

    async def _recover(self, *, everything: bool) -> None:
        """Letters whose sender died. On SQLite there is one process: none can be another's."""
        now = self._clock.now()
        before = now + LEASE * 2 if everything else now
        ask_at = now + SETTLES[Channel.SMS]
        await self._database.write(lambda db: outbox.lost_leases(db, before, ask_at))

    async def _settle_unknowns(self) -> bool:
        """Ask the provider what became of letters of unknown outcome. False: there were none."""
        now = self._clock.now()
        await self._recover(everything=False)
        rows = await self._database.write(
            lambda db: [
                (_Leased(row.id, row.channel, to.value, _letter(row), row.attempts), row.queued_at,
                 known)
                for row, to, known in outbox.unknowns(
                    db, self._channels.keys(), now, now + LEASE, AT_ONCE
                )
            ]
        )  # fmt: skip
        for leased, queued_at, known in rows:
            try:
                sent = await self._channels[leased.channel].find_sent(
                    leased.to, leased.letter, queued_at, known
                )
            except SendError as error:
                if error.fate is Fate.LATER:
                    await self._write(partial(self._again, leased=leased, why="not on record"))
                continue
            if sent is None:
                await self._write(partial(self._again, leased=leased, why="was not sent"))
            else:
                await self._write(partial(self._sent, letter_id=leased.id, sent=sent))
        return bool(rows)

    def _again(self, db: Session, leased: _Leased, why: str) -> None:
        outbox.again(db, leased.id, self._clock.now(), why)

    async def receipt(self, receipt: Receipt) -> None:
        """Keep what Twilio says became of a text."""
        await self._database.write(lambda db: self._receipt(db, receipt))

    def _receipt(self, db: Session, receipt: Receipt) -> None:
        row = outbox.by_provider_id(db, Channel.SMS, receipt.provider_id)
        if row is None or row.receipt in ("delivered", "undelivered", "failed"):
            return
        row.receipt = receipt.status
        now = self._clock.now()
        if receipt.status == "delivered":
            row.delivered_at = now
        elif receipt.status in ("undelivered", "failed"):
            row.trouble = f"undelivered: {receipt.error_code}"
            if row.sender_id is not None:
                timers.set_timer(db, row.sender_id, "undelivered", now, row.id)


def _letter(row: Outbox) -> Letter:
    return LETTER.validate_json(row.body or "")
