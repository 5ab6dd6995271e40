"""Check-ins as flows know them: one person's, in one turn's transaction."""

from datetime import datetime, time

from bot.post import PartOfWorld
from flows.vocabulary import Action
from storage import checkins, timers
from storage.checkins import Checkin, CheckinAnswer


class CheckinsWorld(PartOfWorld):
    """Part of `flows.world.World`."""

    def set_checkin(self, weekday: int, at: time) -> datetime:
        checkin = checkins.of(self._post.db, self._person.id) or Checkin(
            person_id=self._person.id, weekday=weekday, at="", version=0
        )
        checkin.weekday, checkin.at = weekday, f"{at:%H:%M}"
        checkin.active, checkin.version = True, checkin.version + 1
        self._post.db.add(checkin)
        self._post.db.flush()
        due = checkin.due_after(self._post.now, self._person.zone)
        timers.set_timer(
            self._post.db, self._person.id, Action.CHECKIN, due, checkin.id, checkin.version
        )
        return due

    def stop_checkin(self) -> None:
        checkin = checkins.of(self._post.db, self._person.id)
        if checkin is not None:
            checkin.active, checkin.version = False, checkin.version + 1

    def record_checkin(self, week: int, words: str | None) -> None:
        self._post.db.add(
            CheckinAnswer(
                person_id=self._person.id, week=week, words=words, answered_at=self._post.now
            )
        )
