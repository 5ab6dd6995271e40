"""Concerns: what someone on the team has to look at, and who did."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, func, or_, text
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Moment, Word
from storage.sealing import Sealed


class ConcernKind(StrEnum):
    """What a concern is about; the first four are what triage flags."""

    CRISIS = "crisis"
    MEDICAL = "medical"
    SAFEGUARDING = "safeguarding"
    CLINICAL_ADVICE = "clinical_advice"
    CONDUCT = "conduct"  # someone raised how a mentor or mentee behaved
    HELD_BACK = "held_back"  # keeps sending contact details or asking for money
    UNDER_AGE = "under_age"
    PERSON_WANTED = "person_wanted"  # asked for a person, or could not be understood
    MENTOR_SUPPORT = "mentor_support"  # a mentor for whom it is getting hard
    TROUBLE = "trouble"  # the program failed them
    MEET = "meet"  # two of a match would both like to meet in person
    MAY_BE = "may_be"  # what was written may tell of danger: asked about, and nobody is paged


# Our own messages to the one it is about wait until someone has looked.
GRAVE = (ConcernKind.CRISIS, ConcernKind.MEDICAL, ConcernKind.SAFEGUARDING)


class ConcernStatus(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


class Concern(SQLModel, table=True):
    """One concern about one person. `said` is what was written, sealed."""

    __table_args__ = (
        Index(
            "concern_open", "person_id",
            sqlite_where=text("status != 'closed'"),
            postgresql_where=text("status != 'closed'"),
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    raised_by: int | None = Field(default=None, foreign_key="person.id")
    kind: ConcernKind = Field(sa_type=Word(ConcernKind))
    status: ConcernStatus = Field(default=ConcernStatus.OPEN, sa_type=Word(ConcernStatus))
    said: str | None = Field(default=None, sa_type=Sealed)
    why: str | None = Field(default=None, sa_type=Sealed)  # a reason may quote their words
    version: int = 1
    opened_at: datetime = Field(sa_type=Moment)
    said_at: datetime | None = Field(default=None, sa_type=Moment)  # when they last wrote again
    acknowledged_at: datetime | None = Field(default=None, sa_type=Moment)
    acknowledged_by: int | None = Field(default=None, foreign_key="person.id")
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    outcome: str | None = Field(default=None, sa_type=Sealed)
    kept_until: datetime | None = Field(default=None, sa_type=Moment)  # its words; then they fade
    is_false: bool = False  # a false alarm: kept no longer than any other words
    noted_at: datetime | None = Field(default=None, sa_type=Moment)  # told last that we have it


def open_of(db: Session, person_id: int) -> Sequence[Concern]:
    """A person's concerns that are not closed, oldest first."""
    return db.exec(
        select(Concern)
        .where(Concern.person_id == person_id, Concern.status != ConcernStatus.CLOSED)
        .order_by(col(Concern.id))
    ).all()


def has_grave(db: Session, person_id: int) -> bool:
    """Whether a grave concern about a person is open."""
    found = select(Concern.id).where(
        Concern.person_id == person_id,
        Concern.status != ConcernStatus.CLOSED,
        col(Concern.kind).in_(GRAVE),
    )
    return db.exec(found.limit(1)).first() is not None


def all_open(db: Session) -> Sequence[Concern]:
    return db.exec(
        select(Concern).where(Concern.status != ConcernStatus.CLOSED).order_by(col(Concern.id))
    ).all()


def subjects(db: Session, kind: ConcernKind) -> set[int]:
    """The people about whom somebody else raised a concern of this kind that is open."""
    found = select(Concern.person_id).where(
        Concern.kind == kind,
        Concern.status != ConcernStatus.CLOSED,
        or_(col(Concern.raised_by).is_(None), col(Concern.raised_by) != col(Concern.person_id)),
    )
    return set(db.exec(found).all())


def false_of(db: Session, person_id: int) -> Sequence[int]:
    """The concerns about a person that were closed as false alarms."""
    found = select(Concern.id).where(
        Concern.person_id == person_id,
        Concern.status == ConcernStatus.CLOSED,
        col(Concern.is_false).is_(True),
    )
    return db.exec(found).all()


def count_false(db: Session, person_id: int, kind: ConcernKind, since: datetime) -> int:
    """How many concerns of this kind about a person were called false since then."""
    found = select(func.count()).where(
        Concern.person_id == person_id,
        Concern.kind == kind,
        col(Concern.is_false).is_(True),
        col(Concern.closed_at) >= since,
    )
    return db.exec(found).one()


def taken_by(db: Session, coordinator_id: int, closed_since: datetime) -> Sequence[Concern]:
    """Those that this coordinator took, and that were closed since."""
    found = select(Concern).where(
        Concern.acknowledged_by == coordinator_id, col(Concern.closed_at) >= closed_since
    )
    return db.exec(found.order_by(col(Concern.id))).all()


def take_hold(db: Session, concern_id: int) -> Concern | None:
    """The same, for whoever decides on it: two who do so at once come one after the other."""
    return db.get(Concern, concern_id, with_for_update=True, populate_existing=True)


def find(db: Session, concern_id: int | None) -> Concern | None:
    return None if concern_id is None else db.get(Concern, concern_id)
