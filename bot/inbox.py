"""The inbox: what arrives is written down before it is acknowledged, then turns are taken."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot.messages import ARRIVED, Arrived, Kind
from bot.metrics import ARRIVED as COUNT_ARRIVED
from bot.metrics import DUPLICATES, TURN_SECONDS, TURNS
from bot.now import Clock, heard
from bot.post import Post
from bot.rules import DEFAULT, Rules
from bot.safety.team import tell_team
from bot.turn import red_flags
from bot.turn.turn import take_turn
from flows.safety.triage import Risk, triage
from flows.vocabulary import Channel, Language, PersonStatus
from flows.words import Wording
from storage import inbox, people
from storage.database import Database, is_passing
from storage.inbox import Received, Waiting
from storage.people import Address

log = structlog.get_logger()

PEOPLE = 32  # people whose messages are handled in one commit
EACH = 4  # messages of each of them
LOOK_AGAIN = 0.5  # seconds: what another process wrote down is found this late at most

OVERLAP = timedelta(hours=1)  # one message may have been lost before the last that came
LONGEST = timedelta(hours=24)  # as long as Telegram keeps what it could not bring
CLOCKS_DIFFER = timedelta(minutes=1)  # between a provider's clock and ours

_KEPT = (Kind.GROUP, Kind.UNKNOWN)  # written down, and nobody is answered


class Inbox:
    """Writes down what arrives, and wakes those who take turns."""

    def __init__(self, database: Database, clock: Clock, timezone: str) -> None:
        self._database = database
        self._clock = clock
        self._timezone = timezone
        self.news = asyncio.Event()

    async def receive(self, arrived: Sequence[Arrived]) -> None:
        """Return once all of it is committed. What had arrived before is counted and dropped."""
        now = self._clock.now()
        fresh = await self._database.write(lambda db: self._write_down(db, arrived, now))
        for each, is_fresh in zip(arrived, fresh, strict=True):
            COUNT_ARRIVED.labels(each.channel).inc()
            if not is_fresh:
                DUPLICATES.labels(each.channel).inc()
        self.news.set()

    async def missed_since(self, channel: Channel) -> datetime | None:
        """From when on something may have been sent that never came; None where nothing ever did:
        what a provider holds from before is not for this line."""
        last, erased = await self._database.read(
            lambda db: (inbox.last_arrived(db, channel), people.last_erased(db))
        )
        if last is None:
            return None
        since = max(last - OVERLAP, self._clock.now() - LONGEST)
        # Of someone erased we no longer know what had come: it must not come back.
        return since if erased is None else max(since, erased + CLOCKS_DIFFER)

    async def receive_missed(self, channel: Channel, arrived: Sequence[Arrived]) -> int:
        """Receive those that were never brought, and can be answered. Returns how many."""
        ids = [each.provider_id for each in arrived]
        missing = await self._database.read(lambda db: inbox.missing(db, channel, ids))
        missed = [each for each in arrived if each.provider_id in missing and each.sender]
        if missed:
            await self.receive(missed)
        return len(missed)

    def _write_down(self, db: Session, arrived: Sequence[Arrived], now: datetime) -> list[bool]:
        addresses = self._addresses(db, arrived, now)
        received = [
            Received(
                each.channel,
                each.provider_id,
                addresses.get((each.channel, each.sender or "")),
                ARRIVED.dump_json(each).decode(),
            )
            for each in arrived
        ]
        return inbox.write_down(db, received, now)

    def _addresses(
        self, db: Session, arrived: Sequence[Arrived], now: datetime
    ) -> dict[tuple[Channel, str], Address]:
        """The addresses to answer at: of those who write for the first time, too."""
        answered = {
            (each.channel, each.sender): each
            for each in arrived
            if each.sender is not None and each.kind not in _KEPT
        }
        known = people.find_addresses(db, answered)
        for (channel, sender), each in answered.items():
            # Where someone erased blocks us, nobody new is at the door.
            if (channel, sender) not in known and each.kind is not Kind.BLOCKED:
                known[channel, sender] = people.arrive(
                    db, channel, sender, now,
                    language=_language(each.language), timezone=self._timezone,
                )  # fmt: skip
        return known


def _language(tag: str | None) -> Language:
    """The language of a person's app, where the line speaks it."""
    primary = (tag or "").partition("-")[0].casefold()
    return Language(primary) if primary in list(Language) else Language.ENGLISH


def take_turns(db: Session, now: datetime, rules: Rules = DEFAULT, most: int = PEOPLE) -> int:
    """Take turns for what is waiting, each undone by itself if it fails. Returns how many.

    Raises where the database itself failed: then nothing was handled, and all of it will be.
    """
    rows = inbox.take(db, most, EACH)
    people.heard_from(db, [row.address for row in rows], now)
    try:
        # Few turns fail, and a savepoint each would cost as much as all else in a short one.
        _take(db, rows, now, rules)
    except Exception as error:
        if is_passing(error):
            raise
        for row in rows:
            _take_by_itself(db, row, now, rules)
    return len(rows)


def _take(db: Session, rows: Sequence[Waiting], now: datetime, rules: Rules) -> None:
    """Take turns for all of these, or for none."""
    taken = []
    with db.begin_nested():
        for row in rows:
            if row.person.status is PersonStatus.ERASED:
                _from_someone_new(db, row, now)
            else:
                take_turn(db, row, now, rules)
                taken.append(row.id)
        inbox.done(db, taken, now)
    TURNS.labels("done").inc(len(taken))


def _take_by_itself(db: Session, row: Waiting, now: datetime, rules: Rules) -> None:
    try:
        _take(db, [row], now, rules)
    except Exception as error:
        if is_passing(error):
            raise
        with db.begin_nested():
            _own_up(Post(db, now, row.id, rules), row, error)
        TURNS.labels("failed").inc()


def _from_someone_new(db: Session, row: Waiting, now: datetime) -> None:
    """What an erased person wrote on is someone new's, and waits for a turn as theirs."""
    arrived = ARRIVED.validate_json(row.body)
    address = people.arrive(
        db,
        arrived.channel,
        arrived.sender or "",
        now,
        language=row.person.language,
        timezone=row.person.timezone,
    )
    inbox.hand_over(db, row.id, address)


def _own_up(post: Post, row: Waiting, error: Exception) -> None:
    """A turn failed: keep its traceback, apologise, and tell the team.

    Whatever it failed at, a red flag in it is answered.
    """
    # The log gets the kind of error alone: its text may hold what the person wrote.
    log.error("turn_failed", inbox=row.id, person=row.person.id, error=type(error).__name__)
    inbox.failed(post.db, row.id, "".join(traceback.format_exception(error)), post.now)
    if not _answer_flag(post, row) and row.address.opted_out_at is None:
        post.queue(row.address, post.compose(row.address, _wording(row).text("trouble")))
    tell_team(post, "team-trouble", {"person": str(row.person.id)})


def _answer_flag(post: Post, row: Waiting) -> bool:
    """Whether what could not be handled is a red flag; if so, the team is told, and they are."""
    words = ARRIVED.validate_json(row.body).text
    found = triage(words)
    if found.label in (Risk.NONE, Risk.CLINICAL_ADVICE):
        return False
    red_flags.note(post, row.person, found, words)
    letters = post.compose(row.address, _wording(row).text(red_flags.text(found)))
    post.queue(row.address, letters, urgent=True)
    return True


def _wording(row: Waiting) -> Wording:
    return Wording(row.person.language, row.address.channel)


async def handle(
    database: Database,
    clock: Clock,
    rules: Rules,
    news: asyncio.Event,
    then: Callable[[], None],
) -> None:
    """Take turns as messages arrive, until cancelled. `then` is called after each commit."""
    while True:
        news.clear()
        try:
            with TURN_SECONDS.time():
                handled = await database.write(lambda db: take_turns(db, clock.now(), rules))
        except Exception as error:
            log.error("turns_not_taken", error=type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN)
            continue
        if handled:
            then()
        else:
            await heard(news, LOOK_AGAIN)


Receive = Callable[[Sequence[Arrived]], Awaitable[None]]
