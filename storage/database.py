"""The database: how work reaches it, and what a commit is worth.

Storage is synchronous. Async code hands it a function of a `Session`: on SQLite one writer
thread runs what is waiting, each piece in its own savepoint, and commits them together, so that
one flush to disk pays for many; on PostgreSQL a small pool of threads runs each piece in a
transaction of its own. Either way the caller goes on only once the work is committed.
"""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

T = TypeVar("T")

_SWEEP = "sweep"
GROUP = 64  # pieces of work to a commit, at most
BUSY_SECONDS = 15  # how long SQLite waits for another process to finish writing
POSTGRES_THREADS = 4


class DatabaseUnreachable(Exception):
    """The database can't be opened: the message says which and why, without its password."""


class Database:
    """One database, opened. Close it with `close()`."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self.engine = self._sqlite("BEGIN IMMEDIATE")
            self._reading = self._sqlite("BEGIN")
            self._writer: _Writer | None = _Writer(self.engine)
        else:
            self.engine = self._reading = create_engine(
                self.url, pool_size=POSTGRES_THREADS + 2, pool_pre_ping=True
            )
            self._writer = None
        threads = 2 if self.is_sqlite else POSTGRES_THREADS
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="storage")

    def _sqlite(self, begin: str) -> Engine:
        engine = create_engine(
            self.url, connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS}
        )

        @event.listens_for(engine, "connect")
        def prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
            # The driver's own transactions begin too late and break savepoints: ours are said.
            connection.isolation_level = None
            cursor = connection.cursor()
            cursor.execute("PRAGMA journal_mode=WAL")
            # FULL: what was acknowledged is on the disk, also when the power goes.
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute("PRAGMA foreign_keys=ON")
            # Erased words must not linger in free pages.
            cursor.execute("PRAGMA secure_delete=ON")
            cursor.close()

        @event.listens_for(engine, "begin")
        def begin_said(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction of one's own: for commands and tests, off the event loop."""
        with Session(self.engine, expire_on_commit=False) as db:
            with db.begin():
                yield db
            _sweep_if_asked(db)

    async def write(self, work: Callable[[Session], T]) -> T:
        """Run the work and commit it. Raises what the work raises, undone."""
        if self._writer is not None:
            return await asyncio.wrap_future(self._writer.submit(work))
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._commit, work)

    async def read(self, work: Callable[[Session], T]) -> T:
        """Run the work beside the writer, on what is committed."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._look, work)

    def _commit(self, work: Callable[[Session], T]) -> T:
        with self.session() as db:
            return work(db)

    def _look(self, work: Callable[[Session], T]) -> T:
        with Session(self._reading, expire_on_commit=False) as db:
            return work(db)

    def check(self) -> None:
        """Raise DatabaseUnreachable unless the database answers."""
        try:
            with self._reading.connect() as connection:
                connection.execute(text("select 1"))
        except DBAPIError as error:
            where = self.url.render_as_string(hide_password=True)
            reason = str(error.orig).strip().splitlines()[0]
            raise DatabaseUnreachable(f"{where}: {reason}") from None

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._pool.shutdown()
        self.engine.dispose()
        self._reading.dispose()


class _Writer:
    """SQLite's single writer: takes what is waiting, and commits it as one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: queue.SimpleQueue[tuple[Callable[[Session], object], Future[object]] | None]
        self._waiting = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="storage-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Session], T]) -> "Future[T]":
        done: Future[T] = Future()
        self._waiting.put((work, done))  # type: ignore[arg-type]  # work and done share their T
        return done

    def close(self) -> None:
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            group = [first]
            while len(group) < GROUP and not self._waiting.empty():
                following = self._waiting.get()
                if following is None:
                    self._waiting.put(None)
                    break
                group.append(following)
            self._commit([(w, f) for w, f in group if f.set_running_or_notify_cancel()])

    def _commit(self, group: list[tuple[Callable[[Session], object], Future[object]]]) -> None:
        worked: list[tuple[Future[object], object]] = []
        try:
            with Session(self._engine, expire_on_commit=False) as db:
                with db.begin():
                    for work, done in group:
                        try:
                            with db.begin_nested():
                                worked.append((done, work(db)))
                        except Exception as error:  # the caller's: theirs alone is undone
                            done.set_exception(error)
                _sweep_if_asked(db)
        except Exception as error:  # the commit itself: nothing of the group was kept
            for _, done in group:
                if not done.done():
                    done.set_exception(error)
            return
        for done, value in worked:
            done.set_result(value)


def sweep_after(db: Session) -> None:
    """Have what this transaction overwrites leave the disk too, once it is committed.

    SQLite writes zeros over what is deleted (`secure_delete`), but first to its log, where the
    old pages would stay until they happen to be overwritten. On PostgreSQL old rows stay until
    VACUUM: see the operators' handbook.
    """
    db.info[_SWEEP] = True


def _sweep_if_asked(db: Session) -> None:
    engine = db.get_bind()
    if not db.info.pop(_SWEEP, False) or engine.dialect.name != "sqlite":
        return
    # If someone is reading what was, it stays until the next sweep: there is one every night.
    with closing(engine.engine.raw_connection()) as connection, suppress(sqlite3.Error):
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def is_passing(error: BaseException) -> bool:
    """Whether the database may well succeed if asked again: locked, deadlocked, cut off."""
    return isinstance(error, OperationalError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )
