"""Erasure: forgetting a person, and keeping that somebody was there.

Every sealed column of a row that is theirs holds their words or what identifies them, so it is
by the tables themselves that these are found: a table added later is erased from its first day.
"""

import re
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select, true, update
from sqlmodel import Session, col

from flows.vocabulary import MentorStatus, PersonStatus
from storage import conversations, matches, people
from storage.checkins import Checkin
from storage.concerns import Concern, ConcernKind, ConcernStatus
from storage.consents import Consent
from storage.conversations import Conversation, ConversationStatus
from storage.data_links import DataLink
from storage.database import sweep_after
from storage.inbox import Inbox, InboxStatus
from storage.kept import Kept
from storage.link_codes import LinkCode
from storage.mentors import Mentor
from storage.outbox import LIVE, Outbox, OutboxStatus, Priority
from storage.people import Person
from storage.rights.holdings import tables_of_people
from storage.rotation import sealed_columns
from storage.timers import Timer, TimerStatus

# Concerns whose words are kept, apart, until their date: so that people can be kept safe, and so
# that what was done about it can be answered for (UK GDPR Art 17(3)(b) and (e)).
KEPT = (
    ConcernKind.CRISIS,
    ConcernKind.MEDICAL,
    ConcernKind.SAFEGUARDING,
    ConcernKind.CONDUCT,
)
# Someone who may be in danger is looked for all the same.
_GO_ON = ("alert_next", "alert_all", "concern_reminder")


def kept_concerns(db: Session, person_id: int) -> list[Concern]:
    """The concerns about a person, or raised by them, whose words are kept."""
    found = select(Concern).where(
        or_(col(Concern.person_id) == person_id, col(Concern.raised_by) == person_id),
        _is_kept(),
        col(Concern.said).is_not(None),
    )
    return list(db.scalars(found.order_by(col(Concern.id))))


def _is_kept() -> ColumnElement[bool]:
    return col(Concern.kind).in_(KEPT) & col(Concern.is_false).is_(False)


def erase(
    db: Session, person: Person, now: datetime, *, kept_until: datetime, message: int | None = None
) -> None:
    """Forget a person at once, but for what must be kept and what `forget` forgets a little later.

    `message` is the row that asks for it, which is being dealt with now: what they sent after it
    waits, and is someone new's. Their matches are the caller's to end first.
    """
    for concern in kept_concerns(db, person.id):
        concern.kept_until = concern.kept_until or kept_until
    db.flush()
    _forget_mentions(db, person)
    _forget_letters(db, person.id)
    _forget_words(db, person.id, message)
    _forget_plans(db, person.id, now)
    for address in people.addresses_of(db, person.id):
        address.lookup, address.gone_at = f"erased {address.id}", now
    person.status, person.erased_at = PersonStatus.ERASED, now
    person.name = person.profile_json = None
    person.seeks_since = person.slowed_at = person.with_team_until = None
    person.is_coordinator = person.on_duty = False
    person.answering = person.answering_until = None
    person.status_before = person.turned_away_at = None
    db.flush()
    db.expire_all()  # what is in memory must not bring back what is gone
    sweep_after(db)


def is_owed(db: Session, person_id: int) -> bool:
    """Whether a letter to them, such as their farewell, is still on its way."""
    live = select(col(Outbox.id)).where(
        col(Outbox.person_id) == person_id, col(Outbox.status).in_(LIVE)
    )
    return db.scalar(live.limit(1)) is not None


def forget(db: Session, person_id: int) -> None:
    """The farewell is out, or its time is over: forget what was kept for it, and the address."""
    theirs = col(Outbox.person_id) == person_id
    _cancel(db, theirs)
    # A provider knows a person by its own id for a message.
    db.execute(update(Outbox).where(theirs).values(body=None, provider_id=None))
    told = [match.id for match in matches.ever(db, person_id)]
    others = col(Outbox.match_id).in_(told) & col(Outbox.status).not_in(LIVE)
    db.execute(update(Outbox).where(others).values(body=None))
    for row in db.scalars(select(Inbox).where(col(Inbox.person_id) == person_id)):
        row.provider_id = f"erased {row.id}"
    for address in people.addresses_of(db, person_id):
        address.value = ""
    conversation = update(Conversation).where(col(Conversation.person_id) == person_id)
    db.execute(conversation.values(log_json=None))
    db.flush()
    sweep_after(db)


def _forget_mentions(db: Session, person: Person) -> None:
    """Their name, in letters to those they were matched with and to the team, and in their logs;
    their number, by which the team reads of them; and their words, where the team had them."""
    called = "|".join({re.escape(person.called), f"person {person.id}"})
    name = re.compile(rf"\b(?:{called})\b", re.IGNORECASE)
    others = {match.other(person.id) for match in matches.ever(db, person.id)}
    others |= {coordinator.id for coordinator in people.coordinators(db, on_duty=False)}
    letters = select(Outbox).where(
        col(Outbox.person_id).in_(others), col(Outbox.status).not_in(LIVE)
    )
    for letter in db.scalars(letters):
        if letter.body and name.search(letter.body):
            letter.body = None
    concerns = select(col(Concern.id)).where(
        or_(col(Concern.person_id) == person.id, col(Concern.raised_by) == person.id)
    )
    told = col(Outbox.concern_id).in_(concerns) & col(Outbox.person_id).in_(others)
    db.execute(update(Outbox).where(told, col(Outbox.status).not_in(LIVE)).values(body=None))
    ended = select(Conversation).where(
        col(Conversation.person_id).in_(others),
        col(Conversation.status) == ConversationStatus.ENDED,
    )
    for conversation in db.scalars(ended):
        if name.search(f"{conversation.log_json} {conversation.held} {conversation.missed}"):
            conversation.log_json = conversation.held = conversation.missed = None
    db.flush()


def _forget_letters(db: Session, person_id: int) -> None:
    """What was to be sent to them or passed on from them, but for what safety owes; and what
    was passed on either way, on both sides."""
    to, by = col(Outbox.person_id) == person_id, col(Outbox.sender_id) == person_id
    _cancel(db, or_(to, by) & (col(Outbox.priority) > Priority.SAFETY))
    passed_to = select(col(Outbox.inbox_id)).where(to, col(Outbox.sender_id).is_not(None))
    db.execute(update(Inbox).where(col(Inbox.id).in_(passed_to)).values(body=None))
    db.execute(update(Outbox).where(by).values(body=None))


def _cancel(db: Session, letters: ColumnElement[bool]) -> None:
    db.execute(
        update(Outbox)
        .where(letters, col(Outbox.status).in_(LIVE))
        .values(status=OutboxStatus.CANCELLED)
    )


def _forget_words(db: Session, person_id: int, message: int | None) -> None:
    stays: dict[str, ColumnElement[bool]] = {
        "address": true(),
        "concern": _is_kept(),
        "inbox": (col(Inbox.status) == InboxStatus.WAITING) & (col(Inbox.id) != (message or 0)),
        "outbox": col(Outbox.status).in_(LIVE),
    }
    for table, says_of_whom in tables_of_people():
        nothing = {each: None if each.nullable else "" for each in sealed_columns(table)}
        if nothing:
            theirs = or_(*(column == person_id for column in says_of_whom))
            goes = ~stays[table.name] if table.name in stays else true()
            db.execute(update(table).where(theirs, goes).values(nothing))


def _forget_plans(db: Session, person_id: int, now: datetime) -> None:
    """What they chose, agreed to and were to be asked; as a mentor, what was checked of them."""
    conversations.end_all(db, person_id)
    db.execute(
        update(Timer)
        .where(
            col(Timer.person_id) == person_id,
            col(Timer.status) == TimerStatus.WAITING,
            col(Timer.action).not_in(_GO_ON),
        )
        .values(status=TimerStatus.CANCELLED)
    )
    db.execute(
        update(Concern)
        .where(
            col(Concern.person_id) == person_id,
            ~_is_kept(),
            col(Concern.status) != ConcernStatus.CLOSED,
        )
        .values(status=ConcernStatus.CLOSED, closed_at=now)
    )
    db.execute(
        update(Consent)
        .where(col(Consent.person_id) == person_id, col(Consent.withdrawn_at).is_(None))
        .values(withdrawn_at=now)
    )
    db.execute(
        update(Kept)
        .where(col(Kept.person_id) == person_id, col(Kept.settled_at).is_(None))
        .values(settled_at=now)
    )
    db.execute(delete(Checkin).where(col(Checkin.person_id) == person_id))
    db.execute(delete(DataLink).where(col(DataLink.person_id) == person_id))
    db.execute(delete(LinkCode).where(col(LinkCode.person_id) == person_id))
    mentor = db.get(Mentor, person_id)
    if mentor is not None:
        mentor.status = MentorStatus.LEFT
        mentor.check_level = mentor.check_date = None
        mentor.checks_until = mentor.trained_until = None
    for match in matches.ever(db, person_id):
        match.reasons, match.needs = [], []  # what the two share says something of each
