"""What commands share: the database opened, letters queued, and errors said in a line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.post import Post
    from storage.database import Database


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
    from bot.channels.composers import COMPOSERS
    from bot.now import Clock
    from bot.post import Post
    from bot.settings import read_settings

    settings = read_settings()
    with session() as db:
        yield Post(db, COMPOSERS, Clock(settings.alongside_clock_file).now(), rules=settings.rules)
