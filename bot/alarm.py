"""The clock: the timers that are due."""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session

from bot.metrics import TURNS
from bot.now import Clock
from bot.post import Post
from bot.rules import DEFAULT, Rules
from bot.timers.fire import fire
from storage import timers
from storage.database import Database, is_passing
from storage.rights import retention
from storage.timers import TimerStatus

log = structlog.get_logger()

EVERY = 1.0  # seconds between looks at the timers
FADES = 10.0  # seconds between looks at the date
AT_ONCE = 50


class Alarm:
    """Fires due timers. APScheduler only wakes it: what is due is in the database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        rules: Rules,
        then: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._rules = rules
        self._then = then
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._ringing = asyncio.Lock()
        self._faded_on: date | None = None

    def start(self) -> None:
        self._scheduler.add_job(
            self.ring, "interval", seconds=EVERY, max_instances=1, coalesce=True,
            misfire_grace_time=None,
        )  # fmt: skip
        self._scheduler.add_job(
            self.fade, "interval", seconds=FADES, max_instances=1, coalesce=True,
            misfire_grace_time=None,
        )  # fmt: skip
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def ring(self) -> None:
        """Fire everything that is due."""
        async with self._ringing:
            try:
                while await self._database.write(
                    lambda db: fire_due(db, self._clock.now(), self._rules)
                ):
                    self._then()
            except Exception as error:
                log.error("timers_not_fired", error=type(error).__name__)

    async def fade(self) -> None:
        """Each night by the clock, forget what has been kept long enough."""
        now = self._clock.now()
        today = now.astimezone(self._rules.zone).date()
        if self._faded_on == today:
            return
        before = now - self._rules.retention
        try:
            while await self._database.write(lambda db: retention.fade(db, now, before)):
                pass
        except Exception as error:
            log.error("not_faded", error=type(error).__name__)
        else:
            self._faded_on = today


def fire_due(db: Session, now: datetime, rules: Rules = DEFAULT) -> int:
    """Fire what is due, each undone by itself if it fails. Returns how many fired."""
    due = timers.take_due(db, now, AT_ONCE)
    for timer, person in due:
        try:
            with db.begin_nested():
                timer.status, timer.fired_at = TimerStatus.FIRED, now
                fire(Post(db, now, rules=rules), timer, person)
            TURNS.labels("timer").inc()
        except Exception as error:
            if is_passing(error):
                raise
            log.error("timer_failed", timer=timer.id, error=type(error).__name__)
            timer.status, timer.trouble = TimerStatus.FAILED, type(error).__name__
    return len(due)
