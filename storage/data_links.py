"""Data links: an address that opens the page about one person, for a short while.

The page's token is only ever in the link. The file's is made of it, one way: whoever finds it in
the page can have the file while the link is open, and can neither open the page nor make it last.
"""

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Moment


class DataLink(SQLModel, table=True):
    """A link. Neither of its tokens is kept: here is what the file's hashes to."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    hash: str = Field(unique=True)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)  # when it was opened first


def make(db: Session, person_id: int, expires_at: datetime) -> str:
    """A new link's token: 256 random bits, so that a plain hash of it gives nothing away."""
    token = secrets.token_urlsafe(32)
    db.add(DataLink(person_id=person_id, hash=_hash(file_token(token)), expires_at=expires_at))
    return token


def file_token(token: str) -> str:
    """What opens the file of a link with this token."""
    return _hash(f"file:{token}")


def whose(db: Session, token: str, now: datetime) -> int | None:
    """The person whose page the link opens; None where it is too old, or never was."""
    return whose_file(db, file_token(token), now)


def whose_file(db: Session, token: str, now: datetime) -> int | None:
    """The person whose file this token opens; None where its link is too old, or never was."""
    return db.exec(
        select(DataLink.person_id).where(
            DataLink.hash == _hash(token), col(DataLink.expires_at) > now
        )
    ).first()


def note_opened(db: Session, token: str, now: datetime) -> None:
    """The page was shown. It stays open for as long as it was to: looking renews nothing."""
    db.exec(
        update(DataLink)
        .where(col(DataLink.hash) == _hash(file_token(token)))
        .values(used_at=func.coalesce(DataLink.used_at, now))
    )


def void(db: Session, person_id: int, now: datetime) -> None:
    """None of a person's links opens any more."""
    db.exec(
        update(DataLink)
        .where(col(DataLink.person_id) == person_id, col(DataLink.expires_at) > now)
        .values(expires_at=now)
    )


def drop_old(db: Session, now: datetime) -> None:
    """Links that open nothing any more."""
    db.exec(delete(DataLink).where(col(DataLink.expires_at) <= now))


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
