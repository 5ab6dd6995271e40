"""Retention: what people wrote fades in time; that they wrote, and when, is kept for the counts."""

from datetime import datetime

from sqlalchemy import ColumnElement, Table, or_, select, update
from sqlmodel import Session, SQLModel, col

from storage import data_links, link_codes
from storage.checkins import CheckinAnswer
from storage.concerns import Concern, ConcernStatus
from storage.conversations import Conversation, ConversationStatus
from storage.database import sweep_after
from storage.inbox import Inbox, InboxStatus
from storage.kept import Kept
from storage.mentors import MentorAnswer
from storage.outbox import LIVE, Outbox

EACH = 500  # rows to a transaction: the line goes on answering in between


def fade(db: Session, now: datetime, before: datetime, most: int = EACH) -> int:
    """Forget what was written before a time, in some rows of each table. Returns how many.

    A concern's words are kept by themselves, until the date that its closing set.
    """
    data_links.drop_old(db, now)
    link_codes.drop_old(db, now)
    sweep_after(db)
    return sum(
        _fade(db, table, is_old, words, most)
        for table, is_old, words in (
            (Inbox, _dealt_with(before), ("body", "trouble")),
            (Outbox, _delivered(before), ("body",)),
            (Conversation, _ended(before), ("log_json", "held", "missed")),
            (Kept, col(Kept.at) < before, ("words",)),
            (CheckinAnswer, col(CheckinAnswer.answered_at) < before, ("words",)),
            (MentorAnswer, col(MentorAnswer.answered_at) < before, ("words",)),
            (Concern, _kept_long_enough(now), ("said", "why", "outcome")),
        )
    )


def _dealt_with(before: datetime) -> ColumnElement[bool]:
    return (col(Inbox.arrived_at) < before) & (col(Inbox.status) != InboxStatus.WAITING)


def _delivered(before: datetime) -> ColumnElement[bool]:
    return (col(Outbox.queued_at) < before) & col(Outbox.status).not_in(LIVE)


def _ended(before: datetime) -> ColumnElement[bool]:
    return (col(Conversation.touched_at) < before) & (
        col(Conversation.status) == ConversationStatus.ENDED
    )


def _kept_long_enough(now: datetime) -> ColumnElement[bool]:
    return (col(Concern.kept_until) <= now) & (col(Concern.status) == ConcernStatus.CLOSED)


def _fade(
    db: Session, of: type[SQLModel], is_old: ColumnElement[bool], words: tuple[str, ...], most: int
) -> int:
    table: Table = of.__table__  # type: ignore[attr-defined]  # SQLModel does not declare it
    columns = [table.c[name] for name in words]
    held = or_(*(column.is_not(None) for column in columns))
    oldest = select(table.c.id).where(held, is_old).order_by(table.c.id).limit(most)
    done = db.execute(
        update(table)
        .where(table.c.id.in_(oldest.scalar_subquery()))
        .values(dict.fromkeys(words, None))
    )
    return int(done.rowcount)  # type: ignore[attr-defined]  # an UPDATE has one
