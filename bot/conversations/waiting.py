"""Waiting: conversations that were left for another, and can still be gone on with."""

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from flows.book import BOOK
from flows.routing import LATE
from storage import conversations
from storage.conversations import Conversation


def waiting_of(db: Session, person_id: int, now: datetime) -> Iterator[Conversation]:
    """A person's conversations that wait, the latest first, but those of too long ago."""
    for parked in conversations.parked_of(db, person_id):
        flow = BOOK.get(parked.flow)
        lasts = LATE if flow is None or flow.lapses is None else flow.lapses
        if now - parked.touched_at < lasts:
            yield parked
