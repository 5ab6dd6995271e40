"""The outbox: messages that turns queued, from queued to delivered."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import IntEnum, StrEnum

from sqlalchemy import (
    ColumnElement,
    Index,
    Integer,
    Tuple,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    text,
    tuple_,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, col, select

from flows.vocabulary import Channel
from storage.columns import Moment, Word
from storage.people import Address
from storage.sealing import Sealed


class OutboxStatus(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"  # leased: handed to the provider, or about to be
    UNKNOWN = "unknown"  # it may have been sent: the provider's record decides
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Priority(IntEnum):
    """What goes first. SAFETY overtakes everything. A reply goes before what we began with others,
    and takes what we began with the same person along: what each of them reads is in order."""

    SAFETY = 0
    REPLY = 1  # it answers a message
    BULK = 2  # a timer, an operator's command or a broadcast began it


FINAL = ("delivered", "undelivered", "failed")  # receipts after which none follows

LIVE = (OutboxStatus.QUEUED, OutboxStatus.SENDING, OutboxStatus.UNKNOWN)
_LIVE = text("status in ('queued', 'sending', 'unknown')")


class Outbox(SQLModel, table=True):
    """One letter to one address. `body` is the letter as JSON."""

    __table_args__ = (
        Index(
            "outbox_live", "person_id", "priority", "id",
            sqlite_where=_LIVE, postgresql_where=_LIVE,
        ),
        Index("outbox_by_provider_id", "provider_id"),
        Index(
            "outbox_to_fade", "queued_at",
            sqlite_where=text("body is not null"), postgresql_where=text("body is not null"),
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    address_id: int = Field(foreign_key="address.id")
    channel: Channel = Field(sa_type=Word(Channel))
    priority: int = Field(default=Priority.REPLY, sa_type=Integer)
    body: str | None = Field(sa_type=Sealed)
    status: OutboxStatus = Field(default=OutboxStatus.QUEUED, sa_type=Word(OutboxStatus))
    not_before: datetime = Field(sa_type=Moment)
    attempts: int = 0
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    inbox_id: int | None = None  # the message that it answers or passes on
    match_id: int | None = Field(default=None, index=True)  # relayed within this match
    sender_id: int | None = None  # relayed: who wrote it, to be told if it can't be delivered
    concern_id: int | None = None  # between the team and someone in this concern, either way
    provider_id: str | None = None
    segments: int = 0
    trouble: str | None = None
    receipt: str | None = None
    queued_at: datetime = Field(sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    delivered_at: datetime | None = Field(default=None, sa_type=Moment)


_QUEUE = insert(SQLModel.metadata.tables["outbox"])


def queue(
    db: Session, address: Address, bodies: Sequence[str], now: datetime, *,
    priority: Priority, not_before: datetime | None = None,
    inbox_id: int | None = None, match_id: int | None = None, sender_id: int | None = None,
    concern_id: int | None = None,
) -> None:  # fmt: skip
    """Queue letters to an address, to be sent in this order."""
    same = {
        "person_id": address.person_id,
        "address_id": address.id,
        "channel": address.channel,
        "priority": priority,
        "status": OutboxStatus.QUEUED,
        "not_before": not_before or now,
        "attempts": 0,
        "inbox_id": inbox_id,
        "match_id": match_id,
        "sender_id": sender_id,
        "concern_id": concern_id,
        "segments": 0,
        "queued_at": now,
    }
    db.execute(_QUEUE, [{**same, "body": body} for body in bodies])


def lease(
    db: Session, channels: Collection[Channel], now: datetime, until: datetime, most: int
) -> Sequence[tuple[Outbox, Address]]:
    """Take letters to send: the next one of each person, none of whose is under way.

    A letter whose time has not come does not hold up those behind it, but one that is being
    retried does. SAFETY letters wait for nothing but their own kind. Whose letters go first is
    told by the most urgent that waits for each, or a reply would stand behind all that we began.
    """
    ahead, waiting = aliased(Outbox), aliased(Outbox)
    before_it = and_(
        col(ahead.status) == OutboxStatus.QUEUED,
        _place(ahead) < _place(Outbox),
        or_(col(ahead.not_before) <= now, col(ahead.attempts) > 0),
    )
    under_way = and_(
        col(ahead.status).in_((OutboxStatus.SENDING, OutboxStatus.UNKNOWN)),
        or_(col(Outbox.priority) > Priority.SAFETY, col(ahead.priority) == Priority.SAFETY),
    )
    blocked = exists().where(
        col(ahead.person_id) == col(Outbox.person_id),
        _is_live(ahead),
        or_(before_it, under_way),
    )
    most_urgent = (
        select(func.min(waiting.priority))
        .where(
            col(waiting.person_id) == col(Outbox.person_id),
            _is_live(waiting),
            col(waiting.status) == OutboxStatus.QUEUED,
            col(waiting.not_before) <= now,
        )
        .scalar_subquery()
    )
    found = (
        select(Outbox, Address)
        .join(Address, col(Address.id) == col(Outbox.address_id))
        .where(
            _is_live(Outbox),
            Outbox.status == OutboxStatus.QUEUED,
            col(Outbox.channel).in_(channels),
            Outbox.not_before <= now,
            ~blocked,
        )
        .order_by(most_urgent, col(Outbox.id))
        .limit(most)
        .with_for_update(of=Outbox, skip_locked=True)
    )
    rows = db.exec(found).all()
    for letter, _ in rows:
        letter.status = OutboxStatus.SENDING
        letter.leased_until = until
        letter.attempts += 1
    db.flush()
    return rows


def _is_live(letter: type[Outbox]) -> ColumnElement[bool]:
    """In the very words of the index, or SQLite reads through all that was ever sent."""
    return col(letter.status).in_(bindparam(None, LIVE, expanding=True, literal_execute=True))


def _place(letter: type[Outbox]) -> Tuple:
    """Where it stands among one person's letters."""
    return tuple_(col(letter.priority) > Priority.SAFETY, col(letter.id))


def sent(db: Session, letter_id: int, provider_id: str, segments: int, now: datetime) -> None:
    _settle(db, letter_id, status=OutboxStatus.SENT, provider_id=provider_id,
            segments=segments, sent_at=now, trouble=None)  # fmt: skip


def again(db: Session, letter_id: int, not_before: datetime, trouble: str | None) -> None:
    """Queue it once more."""
    _settle(db, letter_id, status=OutboxStatus.QUEUED, not_before=not_before, trouble=trouble)


def failed(db: Session, letter_id: int, trouble: str) -> None:
    _settle(db, letter_id, status=OutboxStatus.FAILED, trouble=trouble)


def unknown(db: Session, letter_id: int, ask_at: datetime, trouble: str) -> None:
    """It may have been sent. It keeps its place until the provider, asked then, has told."""
    _settle(db, letter_id, status=OutboxStatus.UNKNOWN, leased_until=ask_at, trouble=trouble)


def _settle(db: Session, letter_id: int, **values: object) -> None:
    db.exec(
        update(Outbox)
        .where(
            col(Outbox.id) == letter_id,
            col(Outbox.status).in_((OutboxStatus.SENDING, OutboxStatus.UNKNOWN)),
        )
        .values(**{"leased_until": None, **values})
    )


def lost_leases(
    db: Session, channel: Channel, ended: datetime, ask_at: datetime, but: Collection[int]
) -> int:
    """Letters whose lease had ended by then become UNKNOWN, `but` not these. Returns how many."""
    done = db.exec(
        update(Outbox)
        .where(
            _is_live(Outbox),
            col(Outbox.channel) == channel,
            col(Outbox.status) == OutboxStatus.SENDING,
            col(Outbox.leased_until) < ended,
            col(Outbox.id).not_in(but),
        )
        .values(
            status=OutboxStatus.UNKNOWN,
            leased_until=ask_at,
            trouble="the sender stopped mid-send",
        )
    )
    return done.rowcount


def unknowns(
    db: Session, channels: Collection[Channel], now: datetime, until: datetime, most: int
) -> Sequence[tuple[Outbox, Address, set[str]]]:
    """Letters to ask the provider about, with the ids there of those already known as sent.

    They are this caller's until `until`.
    """
    rows = db.exec(
        select(Outbox, Address)
        .join(Address, col(Address.id) == col(Outbox.address_id))
        .where(
            _is_live(Outbox),
            Outbox.status == OutboxStatus.UNKNOWN,
            col(Outbox.channel).in_(channels),
            col(Outbox.leased_until) <= now,
        )
        .order_by(col(Outbox.leased_until), col(Outbox.id))
        .limit(most)
        .with_for_update(of=Outbox, skip_locked=True)
    ).all()
    for letter, _ in rows:
        letter.leased_until = until
    return [(letter, to, known_ids(db, to.id, letter.queued_at)) for letter, to in rows]


def known_ids(db: Session, address_id: int, since: datetime) -> set[str]:
    """Provider ids of letters that are known to have been sent to an address."""
    found = select(Outbox.provider_id).where(
        Outbox.address_id == address_id,
        col(Outbox.provider_id).is_not(None),
        Outbox.queued_at >= since,
    )
    return {id_ for id_ in db.exec(found).all() if id_}


def by_provider_id(db: Session, channel: Channel, provider_id: str) -> Outbox | None:
    """A letter by its id at the provider, where that tells without knowing whose it is."""
    found = select(Outbox).where(Outbox.channel == channel, Outbox.provider_id == provider_id)
    return db.exec(found).first()


def had_by(db: Session, person_id: int, provider_id: str) -> Outbox | None:
    """A letter that a person has, by its id at the provider, which may be unique to their chat."""
    found = select(Outbox).where(Outbox.person_id == person_id, Outbox.provider_id == provider_id)
    return db.exec(found).first()


def written_to(db: Session, person_id: int, since: datetime, most: int) -> Sequence[Outbox]:
    """What a person was written since a time, by us or by a partner, the latest first."""
    found = select(Outbox).where(
        Outbox.person_id == person_id,
        col(Outbox.body).is_not(None),
        Outbox.queued_at >= since,
    )
    return db.exec(found.order_by(col(Outbox.id).desc()).limit(most)).all()


def lately(db: Session, person_id: int, since: datetime, most: int) -> list[tuple[datetime, str]]:
    """What was written to a person since a time: when, and the body; oldest first."""
    found = select(Outbox.queued_at, Outbox.body).where(
        Outbox.person_id == person_id,
        col(Outbox.body).is_not(None),
        Outbox.queued_at >= since,
    )
    rows = db.exec(found.order_by(col(Outbox.id).desc()).limit(most)).all()
    return [(at, body) for at, body in reversed(rows) if body]


def without_outcome(db: Session, provider_ids: Sequence[str]) -> set[str]:
    """Those of these letters of which no final receipt came."""
    found = select(Outbox.provider_id).where(
        col(Outbox.provider_id).in_(provider_ids),
        or_(col(Outbox.receipt).is_(None), col(Outbox.receipt).not_in(FINAL)),
    )
    return {id_ for id_ in db.exec(found).all() if id_}


def waits_for_morning(db: Session, match_id: int, sender_id: int, now: datetime) -> bool:
    """Whether something that one of a match wrote is kept for later."""
    found = select(Outbox.id).where(_kept(now), Outbox.match_id == match_id)
    return db.exec(found.where(Outbox.sender_id == sender_id)).first() is not None


_WAKE = (
    update(Outbox)
    .where(
        col(Outbox.match_id) == bindparam("match"),
        col(Outbox.person_id) == bindparam("person"),
        col(Outbox.status) == OutboxStatus.QUEUED,
        col(Outbox.not_before) > bindparam("now"),
    )
    .values(not_before=bindparam("now"))
    .execution_options(synchronize_session=False, autoflush=False)
)


def wake(db: Session, match_id: int, person_id: int, now: datetime) -> None:
    """They are up after all: what the other wrote meanwhile goes to them now, and first."""
    db.exec(_WAKE, params={"match": match_id, "person": person_id, "now": now})


def withdraw(db: Session, match_id: int) -> None:
    """What either of a match wrote, and is still on its way, does not arrive."""
    db.exec(
        update(Outbox)
        .where(
            col(Outbox.match_id) == match_id,
            col(Outbox.sender_id).is_not(None),
            col(Outbox.status) == OutboxStatus.QUEUED,
        )
        .values(status=OutboxStatus.CANCELLED)
    )


def release(db: Session, person_id: int, now: datetime) -> None:
    """What of ours was kept from a person goes to them now."""
    db.exec(
        update(Outbox)
        .where(
            col(Outbox.person_id) == person_id,
            col(Outbox.status) == OutboxStatus.QUEUED,
            col(Outbox.not_before) > now,
            col(Outbox.sender_id).is_(None),
            col(Outbox.attempts) == 0,
        )
        .values(not_before=now)
    )


def _kept(now: datetime) -> ColumnElement[bool]:
    return and_(col(Outbox.status) == OutboxStatus.QUEUED, col(Outbox.not_before) > now)


def find(db: Session, letter_id: int | None) -> Outbox | None:
    return None if letter_id is None else db.get(Outbox, letter_id)


def is_first_lost(db: Session, letter: Outbox) -> bool:
    """Whether no earlier piece of the same message is known to be undelivered."""
    lost = or_(
        col(Outbox.status) == OutboxStatus.FAILED,
        col(Outbox.receipt).in_(("undelivered", "failed")),
    )
    earlier = select(Outbox.id).where(
        Outbox.inbox_id == letter.inbox_id,
        Outbox.person_id == letter.person_id,
        Outbox.match_id == letter.match_id,
        col(Outbox.id) < letter.id,
        lost,
    )
    return db.exec(earlier).first() is None


def cancel(db: Session, address_id: int) -> Sequence[tuple[int, int | None]]:
    """Cancel what is queued for an address and not under way, but for what safety owes. Returns
    the letters, and who wrote those that were passed on."""
    done = db.exec(
        update(Outbox)
        .where(
            col(Outbox.address_id) == address_id,
            col(Outbox.status) == OutboxStatus.QUEUED,
            col(Outbox.priority) > Priority.SAFETY,
        )
        .values(status=OutboxStatus.CANCELLED)
        .returning(col(Outbox.id), col(Outbox.sender_id))
    )
    return [(letter, writer) for letter, writer in done]


def count_live(db: Session) -> int:
    return db.exec(select(func.count()).select_from(Outbox).where(_is_live(Outbox))).one()
