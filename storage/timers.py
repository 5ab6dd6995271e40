"""Timers: what is to happen later, as rows. Nothing durable lives in a scheduler."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, func, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from flows.vocabulary import Action
from storage.columns import Moment, Word
from storage.people import Person


class TimerStatus(StrEnum):
    WAITING = "waiting"
    FIRED = "fired"
    CANCELLED = "cancelled"
    FAILED = "failed"  # what it set off raised; `trouble` says how


class Timer(SQLModel, table=True):
    """Something to do for a person at a time.

    `action` names it; `about` and `version` are its guard: the row that it is about, and the
    version that row had. A timer whose row has moved on does nothing; nor does one for a `day`
    that is another by now. `step` is how far along it is, of several.
    """

    __table_args__ = (
        Index(
            "timer_waiting", "due_at", "id",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    action: str  # one of `Action`, or of a release that had more
    about: int | None = None
    version: int | None = None
    day: date | None = None
    step: int | None = None
    due_at: datetime = Field(sa_type=Moment)
    status: TimerStatus = Field(default=TimerStatus.WAITING, sa_type=Word(TimerStatus))
    trouble: str | None = None
    fired_at: datetime | None = Field(default=None, sa_type=Moment)


def set_timer(
    db: Session, person_id: int, action: Action, due_at: datetime,
    about: int | None = None, version: int | None = None, *,
    day: date | None = None, step: int | None = None,
) -> None:  # fmt: skip
    db.add(
        Timer(
            person_id=person_id, action=action, due_at=due_at, about=about, version=version,
            day=day, step=step,
        )
    )  # fmt: skip


def set_again(db: Session, timer: Timer, due_at: datetime) -> None:
    """The same at another time."""
    set_timer(
        db, timer.person_id, Action(timer.action), due_at, timer.about, timer.version,
        day=timer.day, step=timer.step,
    )  # fmt: skip


def take_due(db: Session, now: datetime, most: int) -> Sequence[tuple[Timer, Person]]:
    """Timers to fire, oldest first, their people locked until the transaction ends."""
    return db.exec(
        select(Timer, Person)
        .join(Person, col(Person.id) == col(Timer.person_id))
        .where(Timer.status == TimerStatus.WAITING, Timer.due_at <= now)
        .order_by(col(Timer.due_at), col(Timer.id))
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()


def next_due(db: Session) -> datetime | None:
    return db.exec(select(func.min(Timer.due_at)).where(Timer.status == TimerStatus.WAITING)).one()


def cancel(
    db: Session, person_id: int, action: Action | None = None, about: int | None = None
) -> None:
    """Cancel a person's waiting timers: all of them, or those of an action, or about a row."""
    waiting = update(Timer).where(
        col(Timer.person_id) == person_id, col(Timer.status) == TimerStatus.WAITING
    )
    if action is not None:
        waiting = waiting.where(col(Timer.action) == action)
    if about is not None:
        waiting = waiting.where(col(Timer.about) == about)
    db.exec(waiting.values(status=TimerStatus.CANCELLED))


def due(db: Session, person_id: int, action: Action) -> datetime | None:
    """When the first of a person's waiting timers of this kind is due, if there is one."""
    found = select(func.min(Timer.due_at)).where(
        Timer.person_id == person_id, Timer.action == action, Timer.status == TimerStatus.WAITING
    )
    return db.exec(found).one()


def is_waiting(db: Session, person_id: int, action: Action) -> bool:
    found = select(Timer.id).where(
        Timer.person_id == person_id, Timer.action == action, Timer.status == TimerStatus.WAITING
    )
    return db.exec(found).first() is not None
