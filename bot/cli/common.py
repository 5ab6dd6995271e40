"""What commands share: the database opened, letters queued, and errors said in a line."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.post import Post
    from bot.settings import Settings
    from storage.database import Database

T = TypeVar("T")

_PAUSE = 0.05  # seconds, in which whoever is busy may be done
_TRIES = 10  # of a piece of work; on SQLite each waits a quarter of a minute for its turn


def refuse(why: str, code: int = 1) -> NoReturn:
    """End the command with a line on standard error."""
    typer.echo(f"alongside: {why}", err=True)
    raise typer.Exit(code)


@contextmanager
def plain_errors(*also: type[Exception]) -> Iterator[None]:
    """What an operator can put right is said in a line, without a traceback."""
    from bot.settings import SettingsError
    from storage.database import DatabaseUnreachable
    from storage.migrations import NewerDatabase
    from storage.sealing import SealError

    mendable: tuple[type[Exception], ...] = (
        SettingsError, DatabaseUnreachable, NewerDatabase, SealError, *also,
    )  # fmt: skip
    try:
        yield
    except mendable as error:
        refuse(str(error), 2)


@contextmanager
def database() -> Iterator["Database"]:
    """The database of the settings."""
    from bot.database import open_database
    from bot.settings import read_settings

    opened = open_database(read_settings())
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def session() -> Iterator["Session"]:
    """A transaction in it."""
    with database() as opened, opened.session() as db:
        yield db


@contextmanager
def post() -> Iterator["Post"]:
    """A post in a transaction, by the line's own clock: the running line sends its letters."""
    from bot.settings import read_settings

    settings = read_settings()
    with session() as db:
        yield _post(db, settings)


class Pieces:
    """Work in several short transactions, so that a running line goes on between them."""

    def __init__(self, opened: "Database", settings: "Settings") -> None:
        self._database = opened
        self.settings = settings

    def do(self, work: Callable[["Post"], T]) -> T:
        """Do a piece and commit it, all or none of it.

        Again if the database was busy, or if what was to be new has come about meanwhile.
        """
        from sqlalchemy.exc import DBAPIError, IntegrityError

        from storage.database import is_passing

        for _ in range(_TRIES):
            try:
                with self._database.session() as db:
                    return work(_post(db, self.settings))
            except DBAPIError as error:
                if not (is_passing(error) or isinstance(error, IntegrityError)):
                    raise
                time.sleep(_PAUSE)
        refuse("the database is busy. What was said to be done is; run the same again for the rest")


@contextmanager
def pieces() -> Iterator[Pieces]:
    """The database of the settings, for work that is too long for one transaction."""
    from bot.settings import read_settings

    settings = read_settings()
    with database() as opened:
        yield Pieces(opened, settings)


def _post(db: "Session", settings: "Settings") -> "Post":
    from bot.now import Clock
    from bot.post import Post

    return Post(db, Clock(settings.alongside_clock_file).now(), rules=settings.rules)
