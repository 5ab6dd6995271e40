"""The inbox: what arrived, written down before it was acknowledged."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Index, UniqueConstraint, bindparam, func, text, update
from sqlalchemy import select as tuples
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, select

from flows.vocabulary import Channel
from storage.columns import Moment, Word
from storage.people import Address, Person
from storage.sealing import Sealed


class InboxStatus(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"  # its turn raised; `trouble` says how
    KEPT = "kept"  # nothing is to be done with it


class Inbox(SQLModel, table=True):
    """One thing that arrived. `body` is the whole of it, as JSON."""

    __table_args__ = (
        UniqueConstraint("channel", "provider_id"),
        Index(
            "inbox_waiting", "person_id", "id",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
        Index("inbox_by_person", "person_id", "arrived_at"),
        Index(
            "inbox_to_fade", "arrived_at",
            sqlite_where=text("body is not null"), postgresql_where=text("body is not null"),
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    channel: Channel = Field(sa_type=Word(Channel))
    provider_id: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    address_id: int | None = Field(default=None, foreign_key="address.id")
    body: str | None = Field(sa_type=Sealed)
    status: InboxStatus = Field(sa_type=Word(InboxStatus))
    trouble: str | None = Field(default=None, sa_type=Sealed)
    arrived_at: datetime = Field(sa_type=Moment)
    handled_at: datetime | None = Field(default=None, sa_type=Moment)


class Waiting(NamedTuple):
    """One row to take a turn for, with whom it is from."""

    id: int
    body: str
    arrived_at: datetime
    person: Person
    address: Address


class Received(NamedTuple):
    """One thing to write down; `address` is None for what nobody is to be answered for."""

    channel: Channel
    provider_id: str
    address: Address | None
    body: str


def write_down(db: Session, received: Sequence[Received], now: datetime) -> list[bool]:
    """Keep what arrived. False for each that had arrived before: nothing was written for it."""
    insert = postgresql.insert if db.get_bind().dialect.name == "postgresql" else sqlite.insert
    rows = [
        {
            "channel": each.channel,
            "provider_id": each.provider_id,
            "person_id": each.address and each.address.person_id,
            "address_id": each.address and each.address.id,
            "body": each.body,
            "status": InboxStatus.WAITING if each.address else InboxStatus.KEPT,
            "arrived_at": now,
        }
        for each in received
    ]
    done = insert(Inbox).on_conflict_do_nothing().returning(
        col(Inbox.channel), col(Inbox.provider_id)
    )  # fmt: skip
    written = {(channel, id_) for channel, id_ in db.execute(done, rows)}
    fresh = []
    for each in received:
        one = each.channel, each.provider_id
        fresh.append(one in written)
        written.discard(one)  # when it comes twice in a batch, the second is not fresh
    return fresh


def last_arrived(db: Session, channel: Channel) -> datetime | None:
    """When something came in on a channel last, of what has not faded."""
    found = select(Inbox.arrived_at).where(col(Inbox.body).is_not(None), Inbox.channel == channel)
    return db.exec(found.order_by(col(Inbox.arrived_at).desc()).limit(1)).first()


def missing(db: Session, channel: Channel, provider_ids: Sequence[str]) -> set[str]:
    """Those of them that are not written down."""
    found = select(Inbox.provider_id).where(
        Inbox.channel == channel, col(Inbox.provider_id).in_(provider_ids)
    )
    known = db.exec(found).all()
    return set(provider_ids).difference(known)


_CLAIM = (
    select(Person)
    .where(
        col(Person.id).in_(
            select(col(Inbox.person_id))
            .where(Inbox.status == InboxStatus.WAITING)
            .group_by(col(Inbox.person_id))
            .order_by(func.min(Inbox.id))
            .limit(bindparam("candidates"))
            .scalar_subquery()
        )
    )
    .limit(bindparam("people"))
    .with_for_update(skip_locked=True)
)
_NUMBERED = (
    tuples(
        col(Inbox.id),
        func.row_number()
        .over(partition_by=col(Inbox.person_id), order_by=col(Inbox.id))
        .label("nth"),
    )
    .where(
        col(Inbox.status) == InboxStatus.WAITING,
        col(Inbox.person_id).in_(bindparam("claimed", expanding=True)),
    )
    .subquery()
)
_THEIRS = (
    tuples(
        col(Inbox.id), col(Inbox.body), col(Inbox.arrived_at), col(Inbox.person_id), Address
    )
    .join(_NUMBERED, _NUMBERED.c.id == col(Inbox.id))
    .join(Address, col(Address.id) == col(Inbox.address_id))
    .where(_NUMBERED.c.nth <= bindparam("each"))
    .order_by(col(Inbox.id))
)  # fmt: skip


def take(db: Session, people: int, each: int) -> Sequence[Waiting]:
    """Rows to take turns for, in order per person: of so many people, so many each, at most.

    On PostgreSQL the people are locked until the transaction ends, and people that another
    worker has locked are passed over; on SQLite there is one writer.
    """
    # More candidates than are wanted: some of them may be locked by other workers.
    claimed = db.exec(_CLAIM, params={"candidates": people * 4, "people": people}).all()
    if not claimed:
        return []
    by_id = {person.id: person for person in claimed}
    # So many each, so that nobody waits for the whole of someone's flood.
    theirs = db.execute(_THEIRS, {"claimed": list(by_id), "each": each})
    return [
        Waiting(id_, body or "", at, by_id[person_id], address)
        for id_, body, at, person_id, address in theirs
        if person_id is not None
    ]


_DONE = (
    update(Inbox)
    .where(col(Inbox.id).in_(bindparam("ids", expanding=True)))
    .values(status=InboxStatus.DONE, handled_at=bindparam("now"))
    .execution_options(synchronize_session=False)
)


def done(db: Session, row_ids: Sequence[int], now: datetime) -> None:
    """Their turns were taken."""
    db.exec(_DONE, params={"ids": row_ids, "now": now})


def hand_over(db: Session, row_id: int, address: Address) -> None:
    """The message is someone else's: it waits as theirs."""
    db.exec(
        update(Inbox)
        .where(col(Inbox.id) == row_id)
        .values(person_id=address.person_id, address_id=address.id)
    )


def failed(db: Session, row_id: int, trouble: str, now: datetime) -> None:
    """Its turn raised: keep the traceback for a coordinator, and go on to the next."""
    db.exec(
        update(Inbox)
        .where(col(Inbox.id) == row_id)
        .values(status=InboxStatus.FAILED, trouble=trouble, handled_at=now)
    )


_RECENT = (
    select(Inbox.arrived_at, Inbox.body)
    .where(
        Inbox.person_id == bindparam("person_id"),
        Inbox.arrived_at >= bindparam("since"),
        col(Inbox.id) < bindparam("before"),
    )
    .order_by(col(Inbox.arrived_at).desc(), col(Inbox.id).desc())
    .limit(bindparam("most"))
    .execution_options(autoflush=False)  # turns write down nothing that arrived
)


def recent(
    db: Session, person_id: int, before: int, since: datetime, most: int
) -> Sequence[tuple[datetime, str]]:
    """What a person sent before this row, since a time: when, and the body; oldest first."""
    found = {"person_id": person_id, "before": before, "since": since, "most": most}
    rows = db.exec(_RECENT, params=found).all()
    return [(at, body) for at, body in reversed(rows) if body]


def find(db: Session, row_id: int | None) -> Inbox | None:
    return None if row_id is None else db.get(Inbox, row_id)


def all_failed(db: Session) -> Sequence[Inbox]:
    return db.exec(
        select(Inbox).where(Inbox.status == InboxStatus.FAILED).order_by(col(Inbox.id))
    ).all()


def count_waiting(db: Session) -> int:
    return db.exec(
        select(func.count()).select_from(Inbox).where(Inbox.status == InboxStatus.WAITING)
    ).one()
