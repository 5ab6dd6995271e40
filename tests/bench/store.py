"""A store to bench on: people who joined, some of them introduced, and for each of them what was
written, sent, asked and due so far."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import ColumnElement, String, Table, cast, func, insert, literal, select, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, SQLModel

from bot.directory.sample import seed_demo
from bot.messages import ARRIVED, LETTER, Arrived, Kind, Letter
from flows.profile import Profile
from flows.vocabulary import Channel, Diabetes, Language, MatchStatus, Need, PersonStatus
from storage import migrations
from storage.conversations import Conversation, ConversationStatus
from storage.database import Database
from storage.inbox import Inbox, InboxStatus
from storage.matches import Match
from storage.outbox import Outbox, OutboxStatus
from storage.people import Address, Person
from storage.sealing import Keyring, keys, use
from storage.timers import Timer, TimerStatus
from tests.line import A_KEY
from tests.people import LONDON
from tests.postgresql import own_database

FIRST_CHAT = 10_000_000  # of the people who joined long ago; the others' follow
MESSAGES = 3  # written by each of them so far, and as many sent to them
TOGETHER = 5_000  # rows to a statement
PROFILE = Profile(diabetes=Diabetes.TYPE2, needs=(Need.FOOD,), languages=(Language.ENGLISH,))
WORDS = "I went for a walk on Tuesday and again today, the park is lovely now"


@contextmanager
def sqlite() -> Iterator[str]:
    """The address of a new SQLite file, gone afterwards."""
    with TemporaryDirectory(prefix="alongside-bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'alongside.db'}"


class NoServer(Exception):
    """There is no PostgreSQL to measure on: the message says why."""


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a new PostgreSQL database, gone afterwards. Raises NoServer."""
    if not (server := os.environ.get("TEST_DATABASE_URL")):
        raise NoServer("TEST_DATABASE_URL is not set")
    try:
        with own_database(server) as url:
            yield url
    except OperationalError as error:
        raise NoServer(str(error.orig).splitlines()[0]) from None


@contextmanager
def opened(url: str, regulars: int) -> Iterator[Database]:
    """The database there, with its tables and this many people in it."""
    use(Keyring([A_KEY]))
    database = Database(url)
    try:
        migrations.upgrade(database.engine)
        populate(database, regulars)
        yield database
    finally:
        database.close()


def populate(database: Database, regulars: int) -> None:
    """Let them join. Of every ten, the first four are two introduced pairs."""
    now = datetime.now(UTC)
    with database.session() as db:
        seed_demo(db, now, LONDON)
    for start in range(0, regulars, TOGETHER):
        numbers = range(start, min(start + TOGETHER, regulars))
        with database.session() as db:
            _introduce(db, _join(db, numbers, now - timedelta(days=100)), now)
    with database.session() as db:
        _have_history(db, now)
    with database.session() as db:
        db.execute(text("ANALYZE"))


def _join(db: Session, numbers: range, at: datetime) -> list[int]:
    """Returns their ids, in order."""
    person = Person(
        status=PersonStatus.JOINED, language=Language.ENGLISH, timezone=LONDON,
        created_at=at, joined_at=at,
    )  # fmt: skip
    person.set_profile(PROFILE)
    joined, newest = _row(person), db.scalar(select(func.max(Person.id)))
    db.execute(insert(_table(person)), [joined | {"name": f"Person {n}"} for n in numbers])
    ids = list(db.scalars(select(Person.id).where(Person.id > newest).order_by(Person.id)))
    address = Address(channel=Channel.TELEGRAM, value="", lookup="", used_at=at)
    written_from = _row(address)
    db.execute(
        insert(_table(address)),
        [
            written_from
            | {"person_id": id_, "value": str(chat), "lookup": keys().lookup(f"telegram:{chat}")}
            for id_, chat in zip(ids, (FIRST_CHAT + n for n in numbers), strict=True)
        ],
    )
    return ids


def _introduce(db: Session, ids: list[int], now: datetime) -> None:
    met = now - timedelta(days=20)
    match = _row(Match(status=MatchStatus.ACTIVE, began_at=met, introduced_at=met))
    pairs = [ids[at + of : at + of + 2] for at in range(0, len(ids) - 3, 10) for of in (0, 2)]
    db.execute(insert(Match), [match | {"mentee_id": a, "mentor_id": b} for a, b in pairs])


def _have_history(db: Session, now: datetime) -> None:
    """Everyone has talked in the last weeks, was asked how they are, and will be again."""
    begun = now - timedelta(days=30)
    log = Conversation(
        flow="checkin", version=1, status=ConversationStatus.ENDED, began_at=begun,
        touched_at=begun, serial=3,
    )  # fmt: skip
    _for_everyone(db, log)
    for status, due in ((TimerStatus.FIRED, -7), (TimerStatus.WAITING, 7)):
        at = now + timedelta(days=due)
        _for_everyone(db, Timer(action="checkin", about=0, version=0, due_at=at, status=status))
    for number in range(MESSAGES):
        at = begun + timedelta(days=number)
        arrived = Arrived(Channel.TELEGRAM, "", Kind.TEXT, text=WORDS)
        written = Inbox(
            channel=Channel.TELEGRAM, provider_id="", body=ARRIVED.dump_json(arrived).decode(),
            status=InboxStatus.DONE, arrived_at=at, handled_at=at,
        )  # fmt: skip
        sent = Outbox(
            channel=Channel.TELEGRAM, body=LETTER.dump_json(Letter(WORDS)).decode(),
            status=OutboxStatus.SENT, not_before=at, queued_at=at, sent_at=at, attempts=1,
        )  # fmt: skip
        its_id = cast(Address.person_id, String) + f"-{number}"
        _for_everyone(db, written, address_id=Address.id, provider_id=its_id)
        _for_everyone(db, sent, address_id=Address.id, provider_id=its_id)


def _for_everyone(db: Session, row: SQLModel, **own: ColumnElement[object]) -> None:
    """Insert such a row for each person, in the database itself."""
    table = _table(row)
    same = {
        name: literal(value, table.c[name].type)
        for name, value in _row(row).items()
        if value is not None
    }
    columns = {**same, "person_id": Address.person_id, **own}
    db.execute(insert(table).from_select(list(columns), select(*columns.values())))


def _row(of: SQLModel) -> dict[str, object]:
    return of.model_dump(exclude={"id"})


def _table(of: SQLModel) -> Table:
    return SQLModel.metadata.tables[str(of.__tablename__)]


def count(database: Database, table: type[SQLModel]) -> int:
    with database.session() as db:
        return db.scalar(select(func.count()).select_from(table)) or 0
