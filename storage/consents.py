"""What each person agreed to, in which version of the words, and when."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from flows.vocabulary import ConsentKind
from storage.columns import Moment, Word


class Consent(SQLModel, table=True):
    """One consent, as given. Kept after it is withdrawn: it says what was lawful when."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: ConsentKind = Field(sa_type=Word(ConsentKind))
    version: str
    given_at: datetime = Field(sa_type=Moment)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)


def give(db: Session, person_id: int, kind: ConsentKind, version: str, now: datetime) -> None:
    """Record a consent; one that stands already in the same version is left as it is."""
    standing = db.exec(
        select(Consent).where(
            Consent.person_id == person_id,
            Consent.kind == kind,
            Consent.version == version,
            col(Consent.withdrawn_at).is_(None),
        )
    ).first()
    if standing is None:
        db.add(Consent(person_id=person_id, kind=kind, version=version, given_at=now))


def give_first(
    db: Session, person_id: int, kinds: Iterable[ConsentKind], version: str, now: datetime
) -> None:
    """The same of someone new, who can't have agreed to anything before: nothing is looked up."""
    db.add_all(
        Consent(person_id=person_id, kind=kind, version=version, given_at=now) for kind in kinds
    )


def withdraw(db: Session, person_id: int, kind: ConsentKind, now: datetime) -> None:
    db.exec(
        update(Consent)
        .where(
            col(Consent.person_id) == person_id,
            col(Consent.kind) == kind,
            col(Consent.withdrawn_at).is_(None),
        )
        .values(withdrawn_at=now)
    )


def standing(db: Session, person_id: int) -> set[ConsentKind]:
    """What the person agrees to now."""
    found = select(col(Consent.kind)).where(
        Consent.person_id == person_id, col(Consent.withdrawn_at).is_(None)
    )
    return set(db.exec(found).all())
