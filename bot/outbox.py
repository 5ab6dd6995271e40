"""The outbox: delivers what turns queued, in order per person, once."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from aiolimiter import AsyncLimiter
from sqlmodel import Session

from bot.messages import LETTER, ChannelAdapter, Fate, Letter, Receipt, SendError, Sent
from bot.metrics import SENDS
from bot.now import Clock, heard
from bot.relay.reactions import show_carried
from flows.vocabulary import Action, Channel
from storage import outbox, people, timers
from storage.database import Database
from storage.outbox import Outbox
from storage.people import Address

log = structlog.get_logger()

AT_ONCE = 48  # letters under way at the same time
LEASE = timedelta(seconds=60)  # longer than any send takes, without its wait for the pace
LONGEST_WAIT = timedelta(minutes=5)  # between two attempts
GIVE_UP_AFTER = timedelta(hours=24)
LOOK_AGAIN = 0.5  # seconds

OVERTAKEN = (0.2, 1.0, 3.0)  # seconds

NOT_SENT = SendError(Fate.LATER, "the provider has no record of it")


@dataclass(frozen=True)
class _Leased:
    """A letter to send, and where to."""

    id: int
    channel: Channel
    to: str
    letter: Letter


class Delivery:
    """Leases letters, hands them to their channels, and records what became of them."""

    def __init__(
        self, database: Database, channels: Mapping[Channel, ChannelAdapter], clock: Clock
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._paces = {name: AsyncLimiter(each.pace, 1) for name, each in channels.items()}
        # If every letter under way is a text of two segments, the last waits so long for the pace.
        slowest = min((each.pace for each in channels.values()), default=1)
        self._lease_lasts = LEASE + timedelta(seconds=AT_ONCE * 2 / slowest)
        self._sending: dict[int, asyncio.Task[None]] = {}  # by the letter's id
        self.news = asyncio.Event()

    async def run(self) -> None:
        """Deliver until cancelled; then wait for what is under way."""
        if self._database.is_sqlite:
            # There is one process, so what is leased was leased by one that is no more.
            ended = self._clock.now() + self._lease_lasts * 2
            await self._database.write(lambda db: self._recover(db, ended, ours=()))
        try:
            while True:
                self.news.clear()
                if not await self._step():
                    await heard(self.news, LOOK_AGAIN)
        finally:
            if self._sending:
                await asyncio.wait(self._sending.values(), timeout=10)

    async def _step(self) -> bool:
        """Start what can be started. False when there was nothing."""
        free = AT_ONCE - len(self._sending)
        if free <= 0:
            await asyncio.wait(self._sending.values(), return_when=asyncio.FIRST_COMPLETED)
            return True
        ours = tuple(self._sending)
        try:
            leased = await self._database.write(lambda db: self._lease(db, free))
            if not leased:
                doubted = await self._database.write(lambda db: self._doubt(db, free, ours))
        except Exception as error:
            log.error("nothing_leased", error=type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN)
            return False
        if leased:
            for letter in leased:
                self._start(letter.id, self._deliver(letter))
            return True
        for letter, queued_at, known in doubted:
            self._start(letter.id, self._settle(letter, queued_at, known))
        return bool(doubted)

    def _start(self, letter_id: int, work: Coroutine[object, None, None]) -> None:
        def done(task: asyncio.Task[None]) -> None:
            if self._sending.get(letter_id) is task:
                del self._sending[letter_id]
            self.news.set()

        task = self._sending[letter_id] = asyncio.create_task(work)
        task.add_done_callback(done)

    def _lease(self, db: Session, most: int) -> list[_Leased]:
        now = self._clock.now()
        rows = outbox.lease(db, self._channels.keys(), now, now + self._lease_lasts, most)
        return [_leased(row, to) for row, to in rows]

    async def _deliver(self, leased: _Leased) -> None:
        channel, pace = self._channels[leased.channel], self._paces[leased.channel]
        await pace.acquire(min(channel.manners.weight(leased.letter), pace.max_rate))
        try:
            sent = await channel.send(leased.to, leased.letter)
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
        letter = outbox.find(db, letter_id)
        if letter is not None and letter.sender_id is not None:
            show_carried(db, letter)

    def _failed(self, db: Session, leased: _Leased, error: SendError) -> None:
        now = self._clock.now()
        row = db.get_one(Outbox, leased.id)
        log.warning(
            "not_sent", outbox=row.id, channel=row.channel, fate=error.fate, reason=error.reason
        )
        match error.fate:
            case Fate.UNKNOWN:
                outbox.unknown(db, row.id, now + self._channels[row.channel].settles, error.reason)
                return
            case Fate.LATER:
                self._again(db, row, error.reason, error.retry_after)
                return
            case Fate.GONE:
                people.mark_gone(db, row.address_id, now)
                timers.set_timer(db, row.person_id, Action.UNREACHABLE, now)
            case Fate.OPTED_OUT:
                people.mark_opted_out(db, row.address_id, now)
                timers.set_timer(db, row.person_id, Action.UNREACHABLE, now)
            case Fate.REFUSED:
                pass
        self._give_up(db, row, error.reason)

    def _again(
        self, db: Session, row: Outbox, reason: str, retry_after: float | None = None
    ) -> None:
        """Queue it once more, each time after a longer wait, unless it is a day old."""
        now = self._clock.now()
        if now - row.queued_at > GIVE_UP_AFTER:
            self._give_up(db, row, reason)
            return
        wait = retry_after or min(2.0 ** (row.attempts - 1), LONGEST_WAIT.total_seconds())
        outbox.again(db, row.id, now + timedelta(seconds=wait), reason)

    def _give_up(self, db: Session, row: Outbox, reason: str) -> None:
        """It will not be sent. Whoever wrote it is told."""
        outbox.failed(db, row.id, reason)
        _tell_writer(db, row, self._clock.now())

    def _recover(self, db: Session, ended: datetime, ours: Collection[int]) -> None:
        """Letters whose lease ended by then: their sender died. What we are sending is not lost,
        even if the clock was moved on meanwhile."""
        for name, channel in self._channels.items():
            outbox.lost_leases(db, name, ended, self._clock.now() + channel.settles, but=ours)

    def _doubt(
        self, db: Session, most: int, ours: Collection[int]
    ) -> list[tuple[_Leased, datetime, set[str]]]:
        """Letters of unknown outcome that the provider can be asked about by now."""
        now = self._clock.now()
        self._recover(db, now, ours)
        found = outbox.unknowns(db, self._channels.keys(), now, now + LEASE, most)
        return [(_leased(row, to), row.queued_at, known) for row, to, known in found]

    async def _settle(self, leased: _Leased, queued_at: datetime, known: set[str]) -> None:
        """Ask the provider what became of a letter, and write down what it says."""
        channel = self._channels[leased.channel]
        try:
            sent = await channel.find_sent(leased.to, leased.letter, queued_at, known)
        except SendError as error:
            failure = error
            await self._write(lambda db: self._failed(db, leased, failure))
            return
        if sent is None:
            await self._write(lambda db: self._failed(db, leased, NOT_SENT))
        else:
            await self._write(lambda db: self._sent(db, leased.id, sent))

    async def receipt(self, receipt: Receipt) -> None:
        """Keep what a provider says became of a letter. It may overtake the answer to the send,
        without which we don't know whose it is: then it waits for that a moment."""
        for wait in OVERTAKEN:
            if await self._database.write(lambda db: self._receipt(db, receipt)):
                return
            await asyncio.sleep(wait)

    async def missed_receipts(self, receipts: Sequence[Receipt]) -> None:
        """Keep those that never came."""
        final = {each.provider_id: each for each in receipts if each.status in outbox.FINAL}
        open_ids = await self._database.read(lambda db: outbox.without_outcome(db, list(final)))
        for id_ in sorted(open_ids):
            await self._database.write(lambda db, id_=id_: self._receipt(db, final[id_]))  # type: ignore[misc]  # a default binds it

    def _receipt(self, db: Session, receipt: Receipt) -> bool:
        """False when nothing is known of that letter."""
        row = outbox.by_provider_id(db, receipt.channel, receipt.provider_id)
        if row is None or row.receipt in outbox.FINAL:
            return row is not None
        row.receipt = receipt.status
        now = self._clock.now()
        if receipt.status == "delivered":
            row.delivered_at = now
        elif receipt.status in ("undelivered", "failed"):
            row.trouble = f"undelivered: {receipt.error_code}"
            _tell_writer(db, row, now)
        return True


def _tell_writer(db: Session, row: Outbox, now: datetime) -> None:
    """Whoever wrote it hears that it was lost; of what the team wrote, whoever has the concern."""
    if row.sender_id is not None:
        timers.set_timer(db, row.sender_id, Action.UNDELIVERED, now, row.id)
    elif row.concern_id is not None:
        timers.set_timer(db, row.person_id, Action.UNDELIVERED, now, row.id)


def _leased(row: Outbox, to: Address) -> _Leased:
    return _Leased(row.id, row.channel, to.value, LETTER.validate_json(row.body or ""))
