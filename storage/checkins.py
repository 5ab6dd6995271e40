"""Check-ins: when each person chose to be asked how they are, and what they answered."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Field, Session, SQLModel, select

from flows.checkins.schedule import next_checkin
from storage.columns import Moment
from storage.sealing import Sealed


class Checkin(SQLModel, table=True):
    """A person's choice: the day of the week (Monday is 0) and the time, on their own clock."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", unique=True)
    weekday: int
    at: str  # HH:MM
    every_days: int = 7
    active: bool = True
    version: int = 1

    def due_after(self, now: datetime, zone: ZoneInfo) -> datetime:
        return next_checkin(self.weekday, time.fromisoformat(self.at), self.every_days, now, zone)


class CheckinAnswer(SQLModel, table=True):
    """One answered check-in: how the week was, 0 to 10, and words if they gave any."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    week: int
    words: str | None = Field(default=None, sa_type=Sealed)
    answered_at: datetime = Field(sa_type=Moment)


def find(db: Session, checkin_id: int | None) -> Checkin | None:
    return None if checkin_id is None else db.get(Checkin, checkin_id)


def of(db: Session, person_id: int) -> Checkin | None:
    return db.exec(select(Checkin).where(Checkin.person_id == person_id)).first()
