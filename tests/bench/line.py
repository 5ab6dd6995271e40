"""The line's own path within one process: what arrives is written down, and turns are taken."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from bot.channels.telegram.updates import arrived_from_json
from bot.inbox import Inbox, take_turns
from bot.now import Clock
from storage import inbox
from storage.database import Database
from tests.bench import messages
from tests.bench.figures import Stopwatch
from tests.bench.store import FIRST_CHAT
from tests.people import LONDON

PEOPLE = 100  # of a sitting
AT_ONCE = 100  # updates that one long poll brings, at most


class Noon(Clock):
    """So far ahead that it is noon: by night nothing is passed on before the morning."""

    def __init__(self) -> None:
        super().__init__()
        now = super().now().astimezone(ZoneInfo(LONDON))
        self._to_noon = now.replace(hour=12) + timedelta(days=now.hour >= 12) - now

    def now(self) -> datetime:
        return super().now() + self._to_noon


class Line:
    """A store with so many regulars, and who of them writes next."""

    def __init__(self, database: Database, regulars: int) -> None:
        self._database = database
        self._clock = Noon()
        self._inbox = Inbox(database, self._clock, LONDON)
        self._regulars = regulars
        self._dice = Random(1)  # noqa: S311 -- nothing secret
        self._strangers = count(FIRST_CHAT * 100)

    def sitting(self) -> list[str]:
        """Updates of some people, message by message: tens of regulars, wherever they may be."""
        tens = self._dice.sample(range(0, self._regulars, 10), PEOPLE // 10)
        chats = [FIRST_CHAT + ten + one for ten in tens for one in range(10)]
        return messages.sitting(chats, self._strangers)

    async def take(self, updates: Sequence[str]) -> float:
        """Seconds from the updates' JSON to every reply queued, each step committed."""
        with Stopwatch() as watch:
            for start in range(0, len(updates), AT_ONCE):
                some = updates[start : start + AT_ONCE]
                await self._inbox.receive([arrived_from_json(json.loads(each)) for each in some])
                while await self._database.write(lambda db: take_turns(db, self._clock.now())):
                    pass
        return watch.seconds

    async def check(self) -> None:
        """Raise unless every turn went well: a failed one is quick, and no figure."""
        if failed := await self._database.read(inbox.all_failed):
            raise RuntimeError(failed[0].trouble)
