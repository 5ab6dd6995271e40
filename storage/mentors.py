"""Mentors: people who offered to support others, and how far along they are."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Field, Session, SQLModel, col, select

from flows.vocabulary import CheckLevel, Lesson, MatchKind, MentorStatus
from storage.columns import Moment, Word
from storage.concerns import Concern
from storage.matches import LIVE, Match
from storage.people import Person
from storage.sealing import Sealed


class Mentor(SQLModel, table=True):
    """A person as a mentor. What they can speak to is in their profile."""

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    status: MentorStatus = Field(sa_type=Word(MentorStatus))
    capacity: int = 3
    offered_at: datetime = Field(sa_type=Moment)
    approved_at: datetime | None = Field(default=None, sa_type=Moment)
    check_level: CheckLevel | None = Field(default=None, sa_type=Word(CheckLevel))
    check_date: date | None = None
    checks_until: date | None = None
    trained_until: date | None = None
    rests_until: datetime | None = Field(default=None, sa_type=Moment)  # asked for no one new
    free_from: datetime | None = Field(default=None, sa_type=Moment)  # on duty for TALK NOW …
    free_until: datetime | None = Field(default=None, sa_type=Moment)  # … until then
    introduction: str | None = Field(default=None, sa_type=Sealed)  # a few words, for mentees


class LessonRead(SQLModel, table=True):
    """A lesson that a mentor read, in which version of its words, and when."""

    __tablename__ = "lesson_read"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    lesson: Lesson = Field(sa_type=Word(Lesson))
    version: str
    at: datetime = Field(sa_type=Moment)


class MentorAnswer(SQLModel, table=True):
    """How a mentor finds it, asked each month: 0 to 10, and words if they gave any."""

    __tablename__ = "mentor_answer"

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    score: int
    words: str | None = Field(default=None, sa_type=Sealed)
    answered_at: datetime = Field(sa_type=Moment)


def get(db: Session, person_id: int) -> Mentor | None:
    return db.get(Mentor, person_id)


def claim(db: Session, person_id: int) -> Mentor:
    """A mentor, with nobody else proposing them until this transaction ends."""
    return db.exec(
        select(Mentor)
        .where(Mentor.person_id == person_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def with_status(db: Session, *statuses: MentorStatus) -> Sequence[tuple[Mentor, Person]]:
    return db.exec(
        select(Mentor, Person)
        .join(Person, col(Person.id) == col(Mentor.person_id))
        .where(col(Mentor.status).in_(statuses))
        .order_by(col(Mentor.person_id))
    ).all()


def free(db: Session, now: datetime) -> Sequence[Mentor]:
    """Mentors who are on duty for those who want to talk now."""
    return db.exec(
        select(Mentor)
        .where(
            Mentor.status == MentorStatus.ACTIVE,
            col(Mentor.free_from) <= now,
            col(Mentor.free_until) > now,
        )
        .order_by(col(Mentor.person_id))
    ).all()


def next_free(db: Session, now: datetime) -> datetime | None:
    """When the next mentor comes on duty, as far as any has said."""
    return db.exec(
        select(func.min(Mentor.free_from)).where(
            Mentor.status == MentorStatus.ACTIVE, col(Mentor.free_from) > now
        )
    ).one()


def loads(db: Session) -> dict[int, int]:
    """How many mentees each mentor has, or has been offered and not yet answered for."""
    rows = db.exec(
        select(Match.mentor_id, func.count())
        .where(col(Match.status).in_(LIVE), Match.kind == MatchKind.LASTING)
        .group_by(col(Match.mentor_id))
    ).all()
    return dict(rows)


def lessons_read(db: Session, person_id: int, version: str, since: datetime) -> set[Lesson]:
    read = select(LessonRead).where(
        LessonRead.person_id == person_id,
        LessonRead.version == version,
        LessonRead.at >= since,
    )
    return {each.lesson for each in db.exec(read)}


def people_supported(db: Session, person_id: int) -> int:
    """How many people a mentor has been introduced to, ever."""
    introduced = select(func.count(func.distinct(Match.mentee_id))).where(
        Match.mentor_id == person_id,
        Match.kind == MatchKind.LASTING,
        col(Match.introduced_at).is_not(None),
    )
    return db.exec(introduced).one()


def concerns_met(db: Session, person_id: int, since: datetime) -> int:
    """Concerns opened since then about people while they were a mentor's own."""
    met = (
        select(func.count(func.distinct(Concern.id)))
        .join(Match, col(Match.mentee_id) == col(Concern.person_id))
        .where(
            Match.mentor_id == person_id,
            Concern.opened_at >= since,
            col(Match.introduced_at) <= col(Concern.opened_at),
            col(Match.ended_at).is_(None) | (col(Match.ended_at) >= col(Concern.opened_at)),
        )
    )
    return db.exec(met).one()
