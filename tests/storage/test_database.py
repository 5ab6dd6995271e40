"""What a commit is worth: to work that shares one, and to work that fails."""

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, col, select

from storage.database import Database, DatabaseUnreachable, is_passing
from storage.people import Person

pytestmark = pytest.mark.each_database

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)

only_on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def joins(name: str) -> Callable[[Session], int]:
    """Work that adds a person, and comes back with their id."""

    def work(db: Session) -> int:
        person = Person(name=name, created_at=NOW)
        db.add(person)
        db.flush()
        return person.id

    return work


def breaks(db: Session) -> int:
    """Work that fails after it has written."""
    joins("Charlie")(db)
    raise RuntimeError("no access to anything")


def everyone(db: Session) -> list[str | None]:
    return list(db.exec(select(Person.name).order_by(col(Person.id))))


async def test_what_is_written_is_there_once_write_returns(database: Database) -> None:
    asha = await database.write(joins("Asha"))
    assert asha > 0
    assert await database.read(everyone) == ["Asha"]


async def test_work_that_fails_undoes_only_itself(database: Database) -> None:
    results = await asyncio.gather(
        database.write(joins("Asha")),
        database.write(breaks),
        database.write(joins("Ben")),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [int, RuntimeError, int]
    assert sorted(map(str, await database.read(everyone))) == ["Asha", "Ben"]


async def test_work_that_the_database_refuses_undoes_only_itself(database: Database) -> None:
    def twice(db: Session) -> None:
        db.execute(text("INSERT INTO alembic_version SELECT * FROM alembic_version"))

    results = await asyncio.gather(
        database.write(joins("Asha")),
        database.write(twice),
        database.write(joins("Ben")),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [int, IntegrityError, int]
    assert sorted(map(str, await database.read(everyone))) == ["Asha", "Ben"]


@only_on_sqlite
async def test_what_waits_shares_one_commit(database: Database) -> None:
    commits: list[object] = []
    event.listen(database.engine, "commit", commits.append)
    started, go_on = threading.Event(), threading.Event()

    def waits(_: Session) -> None:  # it writes nothing, so it has nothing to commit
        started.set()
        go_on.wait()

    first = asyncio.create_task(database.write(waits))
    await asyncio.to_thread(started.wait)
    rest = [asyncio.create_task(database.write(joins(f"Person {n}"))) for n in range(20)]
    await asyncio.sleep(0)  # each has now handed its work over
    go_on.set()
    await asyncio.gather(first, *rest)
    assert len(commits) == 1
    assert len(await database.read(everyone)) == 20


@only_on_sqlite
async def test_when_the_commit_fails_all_are_told_and_nothing_is_kept(database: Database) -> None:
    def refuse(_: object) -> None:
        raise OSError("the disk is full")

    event.listen(database.engine, "commit", refuse)
    results = await asyncio.gather(
        *(database.write(joins(name)) for name in ("Asha", "Ben")), return_exceptions=True
    )
    event.remove(database.engine, "commit", refuse)
    assert [type(result) for result in results] == [OSError, OSError]
    assert await database.read(everyone) == []
    await database.write(joins("Mo"))
    assert await database.read(everyone) == ["Mo"]


async def test_reading_waits_for_no_writer_and_sees_what_is_committed(database: Database) -> None:
    written, go_on = threading.Event(), threading.Event()

    def slowly(db: Session) -> None:
        joins("Asha")(db)
        written.set()
        go_on.wait()

    writing = asyncio.create_task(database.write(slowly))
    await asyncio.to_thread(written.wait)
    assert await database.read(everyone) == []
    go_on.set()
    await writing
    assert await database.read(everyone) == ["Asha"]


async def test_reading_keeps_nothing(database: Database) -> None:
    await database.read(joins("Charlie"))
    assert await database.read(everyone) == []


@only_on_sqlite
async def test_a_file_survives_a_power_cut_and_forgets_what_is_erased(database: Database) -> None:
    def pragmas(db: Session) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return [db.execute(text(f"PRAGMA {name}")).scalar() for name in names]

    full = 2
    assert await database.write(pragmas) == ["wal", full, 1, 1]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://line:s3cret-word@127.0.0.1:1/line",
        "sqlite:////no/such/folder/line.db",
    ],
)
def test_a_database_that_cannot_be_reached_is_named_without_its_password(url: str) -> None:
    database = Database(url)
    with pytest.raises(DatabaseUnreachable) as raised:
        database.check()
    database.close()
    assert "s3cret-word" not in str(raised.value)
    assert str(raised.value).startswith(url.replace("s3cret-word", "***"))
    assert "\n" not in str(raised.value)


@only_on_sqlite
def test_only_what_may_pass_is_tried_again(database: Database) -> None:
    with pytest.raises(IntegrityError) as refused, database.session() as db:
        db.execute(text("INSERT INTO alembic_version VALUES (NULL)"))
    assert not is_passing(refused.value)
    beside = create_engine(database.url, connect_args={"timeout": 0})
    with database.session() as db:
        db.execute(text("SELECT 1"))  # our transaction holds the file from its first statement
        with pytest.raises(OperationalError) as locked, beside.begin() as connection:
            connection.execute(text("DELETE FROM alembic_version"))
    beside.dispose()
    assert is_passing(locked.value)
