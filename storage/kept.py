"""Words that were kept from a partner: until their writer says whom they are for, or sends them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Moment, Word
from storage.sealing import Sealed


class Why(StrEnum):
    """Why words were kept."""

    WHOM = "whom"  # it was not clear for whom they were
    OURS = "ours"  # they were taken to be for the line
    MACHINE = "machine"  # they looked like a machine's
    DISCLOSURE = "disclosure"  # told to the team, and perhaps of a partner
    DANGER = "danger"  # they may tell of danger: the team has them


class Kept(SQLModel, table=True):
    """One message that was not passed on. `settled_at`: it was sent since, or is not to be."""

    __table_args__ = (
        Index(
            "kept_waiting", "person_id", "id",
            sqlite_where=text("settled_at is null"), postgresql_where=text("settled_at is null"),
        ),
        Index(
            "kept_to_fade", "at",
            sqlite_where=text("words is not null"), postgresql_where=text("words is not null"),
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    words: str | None = Field(sa_type=Sealed)
    why: Why = Field(sa_type=Word(Why))
    match_id: int | None = None  # whom it would have gone to, where that was clear
    concern_id: int | None = None
    at: datetime = Field(sa_type=Moment)
    settled_at: datetime | None = Field(default=None, sa_type=Moment)


def keep(
    db: Session, person_id: int, words: str, why: Why, now: datetime, *,
    match_id: int | None = None, concern_id: int | None = None,
) -> Kept:  # fmt: skip
    kept = Kept(
        person_id=person_id, words=words, why=why, match_id=match_id, concern_id=concern_id, at=now
    )
    db.add(kept)
    db.flush()
    return kept


def waiting(db: Session, person_id: int, since: datetime, *whys: Why) -> Sequence[Kept]:
    """A person's words that wait, as they wrote them, oldest first; of every kind, or of these."""
    found = select(Kept).where(
        Kept.person_id == person_id,
        col(Kept.settled_at).is_(None),
        col(Kept.words).is_not(None),
        Kept.at >= since,
        col(Kept.why).in_(whys or tuple(Why)),
    )
    return db.exec(found.order_by(col(Kept.id))).all()


def of_concerns(db: Session, concern_ids: Collection[int]) -> Sequence[Kept]:
    """What was kept from a partner because of these concerns, oldest first."""
    found = select(Kept).where(
        col(Kept.concern_id).in_(concern_ids),
        col(Kept.settled_at).is_(None),
        col(Kept.words).is_not(None),
    )
    return db.exec(found.order_by(col(Kept.id))).all()


def settle(db: Session, person_id: int, now: datetime, *whys: Why) -> None:
    """These wait no longer: they were sent, or were not meant to be."""
    db.exec(
        update(Kept)
        .where(
            col(Kept.person_id) == person_id,
            col(Kept.settled_at).is_(None),
            col(Kept.why).in_(whys),
        )
        .values(settled_at=now)
    )
