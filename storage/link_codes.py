"""Codes by which one person's phone and Telegram are known to be theirs."""

import secrets
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Moment
from storage.sealing import keys

DIGITS = 6


class LinkCode(SQLModel, table=True):
    """A code given on one channel, to be sent from another. It is kept as a keyed hash."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    hash: str = Field(index=True)
    expires_at: datetime = Field(sa_type=Moment)


def make(db: Session, person_id: int, now: datetime, expires_at: datetime) -> str:
    """A new code, which nobody else has at the time. Earlier ones of this person's are void."""
    void(db, person_id, now)
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        if _standing(db, code, now) is None:
            break
    hashed = keys().lookup(_named(code))
    db.add(LinkCode(person_id=person_id, hash=hashed, expires_at=expires_at))
    return code


def spend(db: Session, code: str, now: datetime) -> int | None:
    """Whose code it is, and no longer a code. None: it was never one, was used, or is too old."""
    standing = _standing(db, code, now)
    if standing is None:
        return None
    used = db.exec(
        update(LinkCode)
        .where(col(LinkCode.id) == standing.id, col(LinkCode.expires_at) > now)
        .values(expires_at=now)
    )
    return standing.person_id if used.rowcount else None


def void(db: Session, person_id: int, now: datetime) -> None:
    db.exec(
        update(LinkCode)
        .where(col(LinkCode.person_id) == person_id, col(LinkCode.expires_at) > now)
        .values(expires_at=now)
    )


def drop_old(db: Session, now: datetime) -> None:
    """Codes that are none any more."""
    db.exec(delete(LinkCode).where(col(LinkCode.expires_at) <= now))


def _standing(db: Session, code: str, now: datetime) -> LinkCode | None:
    hashes = keys().lookups(_named(code))
    return db.exec(
        select(LinkCode).where(col(LinkCode.hash).in_(hashes), LinkCode.expires_at > now)
    ).first()


def _named(code: str) -> str:
    return f"link:{code}"
