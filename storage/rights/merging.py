"""Merging: two people who turn out to be one, and an address that is somebody else's now."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from flows.vocabulary import PersonStatus
from storage import conversations, people
from storage.conversations import Conversation
from storage.people import Address, Person
from storage.rights.holdings import tables_of_people
from storage.timers import Timer


def merge(db: Session, newcomer: Person, into: Person, now: datetime) -> None:
    """All that is a newcomer's, who has not joined, becomes that of someone the line knows.

    The newcomer's row stays, with nothing to it: a message that is being written down just now
    may still point there.
    """
    people.claim(db, into.id)
    conversations.end_all(db, newcomer.id)
    db.flush()
    for table, says_of_whom in tables_of_people():
        for column in says_of_whom:
            if not column.primary_key:
                to = {column.name: into.id}
                db.execute(update(table).where(column == newcomer.id).values(to))
    newcomer.status, newcomer.erased_at = PersonStatus.ERASED, now
    newcomer.name = newcomer.profile_json = None
    db.flush()
    for kind in (Address, Conversation, Timer):
        for row in db.exec(select(kind).where(col(kind.person_id) == into.id)):
            db.refresh(row)


def forget_address(db: Session, address: Address) -> None:
    """The address is someone else's now, whoever that may be: they begin as a new person."""
    person = people.get(db, address.person_id)
    stranger = Person(
        language=person.language, timezone=person.timezone, created_at=address.used_at
    )
    db.add(stranger)
    db.flush()
    address.person_id = stranger.id
