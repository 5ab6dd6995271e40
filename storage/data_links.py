"""Data links: an address that opens one page about one person, once and soon."""

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Moment


class DataLink(SQLModel, table=True):
    """A one-time link. Its token is only ever in the link itself: here is what it hashes to."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    hash: str = Field(unique=True)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


def make(db: Session, person_id: int, expires_at: datetime) -> str:
    """A new link's token: 256 random bits, so that a plain hash of it gives nothing away."""
    token = secrets.token_urlsafe(32)
    db.add(DataLink(person_id=person_id, hash=_hash(token), expires_at=expires_at))
    return token


def opens(db: Session, token: str, now: datetime) -> int | None:
    """The person whose page the link would open; None once it is used or too old."""
    return db.exec(
        select(DataLink.person_id).where(
            DataLink.hash == _hash(token),
            col(DataLink.used_at).is_(None),
            DataLink.expires_at > now,
        )
    ).first()


def spend(db: Session, token: str, now: datetime) -> int | None:
    """Use the link up. None when it was used before, is too old, or never was."""
    return db.execute(
        update(DataLink)
        .where(
            col(DataLink.hash) == _hash(token),
            col(DataLink.used_at).is_(None),
            col(DataLink.expires_at) > now,
        )
        .values(used_at=now)
        .returning(col(DataLink.person_id))
    ).scalar()


def drop_old(db: Session, now: datetime) -> None:
    """Links that open nothing any more."""
    db.exec(delete(DataLink).where(col(DataLink.expires_at) <= now))


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
