"""Conversations: which flow a person is in, and the log that it is replayed from."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

from pydantic import TypeAdapter
from sqlalchemy import Index, bindparam, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from flows.book import BOOK
from flows.routing import LATE
from flows.talk import Log
from storage.columns import Moment, Word
from storage.sealing import Sealed

_LOG = TypeAdapter(Log)


class ConversationStatus(StrEnum):
    OPEN = "open"  # its question is the one being asked
    PARKED = "parked"  # waits, after silence or for another conversation to end
    ENDED = "ended"


class Conversation(SQLModel, table=True):
    """A flow that a person is in. At most one of theirs is open.

    `serial` counts the questions asked in it and goes into every button, so that a press on a
    button of an earlier question is known for what it is.
    """

    __table_args__ = (
        Index(
            "one_open_conversation", "person_id", unique=True,
            sqlite_where=text("status = 'open'"), postgresql_where=text("status = 'open'"),
        ),
        Index(
            "conversation_to_fade", "touched_at",
            sqlite_where=text("log_json is not null"),
            postgresql_where=text("log_json is not null"),
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    flow: str
    version: int
    about: int | None = None
    status: ConversationStatus = Field(sa_type=Word(ConversationStatus))
    log_json: str | None = Field(default=None, sa_type=Sealed)
    asking: str | None = None
    serial: int = 0
    tries: int = 0  # messages in a row that could not be read as an answer
    chosen: str = ""  # ticked so far, separated by spaces
    held: str | None = Field(default=None, sa_type=Sealed)  # words that the flow deals with
    missed: str | None = Field(default=None, sa_type=Sealed)  # said last, and no answer to it
    began_at: datetime = Field(sa_type=Moment)
    touched_at: datetime = Field(sa_type=Moment)

    @property
    def log(self) -> Log:
        return _LOG.validate_json(self.log_json or "[]")

    def set_log(self, log: Log) -> None:
        self.log_json = _LOG.dump_json(log).decode()


_OPEN = select(Conversation).where(
    Conversation.person_id == bindparam("person_id"),
    Conversation.status == ConversationStatus.OPEN,
)


def open_of(db: Session, person_id: int) -> Conversation | None:
    return db.exec(_OPEN, params={"person_id": person_id}).first()


_PARKED = (
    select(Conversation)
    .where(
        Conversation.person_id == bindparam("person_id"),
        Conversation.status == ConversationStatus.PARKED,
    )
    .order_by(col(Conversation.touched_at).desc(), col(Conversation.id).desc())
)


def parked_of(db: Session, person_id: int) -> Sequence[Conversation]:
    """Conversations that wait, the one touched last first."""
    return db.exec(_PARKED, params={"person_id": person_id}).all()


def waiting_of(db: Session, person_id: int, now: datetime) -> Iterator[Conversation]:
    """A person's conversations that wait, the latest first, but those of too long ago."""
    for parked in parked_of(db, person_id):
        flow = BOOK.get(parked.flow)
        lasts = LATE if flow is None or flow.lapses is None else flow.lapses
        if now - parked.touched_at < lasts:
            yield parked


_TOLD = select(Conversation.id).where(
    Conversation.person_id == bindparam("person_id"),
    Conversation.status == ConversationStatus.ENDED,
    col(Conversation.flow).in_([name for name, flow in BOOK.items() if flow.about_us]),
    col(Conversation.asking).is_(None),
    col(Conversation.touched_at) >= bindparam("since"),
)


def has_told(db: Session, person_id: int, since: datetime) -> bool:
    """Whether they answered to its end, since then, what we asked of their partner or of us."""
    return db.exec(_TOLD, params={"person_id": person_id, "since": since}).first() is not None


def get(db: Session, person_id: int, number: str) -> Conversation | None:
    """A person's conversation by its number; None where they have none of that number."""
    is_id = number.isdecimal() and len(number) < 10  # a number that the database can compare
    found = db.get(Conversation, int(number)) if is_id else None
    return found if found is not None and found.person_id == person_id else None


def park(db: Session, person_id: int) -> None:
    """What is being asked waits."""
    db.exec(
        update(Conversation)
        .where(
            col(Conversation.person_id) == person_id,
            col(Conversation.status) == ConversationStatus.OPEN,
        )
        .values(status=ConversationStatus.PARKED)
    )


def latest_in(db: Session, person_id: int, flow: str) -> Conversation | None:
    """The last time that a person was in this conversation."""
    found = select(Conversation).where(
        Conversation.person_id == person_id, Conversation.flow == flow
    )
    return db.exec(found.order_by(col(Conversation.id).desc())).first()


def was_ever_in(db: Session, person_id: int, flow: str) -> bool:
    """Whether a person has had this conversation, to its end or not."""
    found = select(Conversation.id).where(
        Conversation.person_id == person_id, Conversation.flow == flow
    )
    return db.exec(found.limit(1)).first() is not None


def end_all(db: Session, person_id: int, *, but: Sequence[str] = ()) -> None:
    """Nothing more is asked of this person, except in these flows."""
    db.exec(
        update(Conversation)
        .where(
            col(Conversation.person_id) == person_id,
            col(Conversation.status) != ConversationStatus.ENDED,
            col(Conversation.flow).not_in(but),
        )
        .values(status=ConversationStatus.ENDED, asking=None)
    )


def end_about(db: Session, person_id: int, flow: str, about: int) -> None:
    """A conversation about something that is settled ends, whoever settled it."""
    db.exec(
        update(Conversation)
        .where(
            col(Conversation.person_id) == person_id,
            col(Conversation.flow) == flow,
            col(Conversation.about) == about,
        )
        .values(status=ConversationStatus.ENDED, asking=None)
    )


def end_all_about(db: Session, flows: Sequence[str], about: int) -> None:
    """The same of several conversations about it, whoever they are with."""
    db.exec(
        update(Conversation)
        .where(col(Conversation.flow).in_(flows), col(Conversation.about) == about)
        .values(status=ConversationStatus.ENDED, asking=None)
    )
