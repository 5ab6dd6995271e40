"""Migrations: bringing a database to this program's tables, by Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine, text

HERE = Path(__file__).parent


class NewerDatabase(Exception):
    """The database was made by a newer program than this one."""


def config() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(HERE))
    return settings


def upgrade(engine: Engine) -> None:
    """Bring the database to this program's version. Raises NewerDatabase."""
    scripts = ScriptDirectory.from_config(config())
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            # Processes started together would each make the first table.
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('alongside'))"))
        current = MigrationContext.configure(connection).get_current_revision()
        if current == scripts.get_current_head():
            return
        check(current)
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def check(version: str | None) -> None:
    """Raise NewerDatabase for the version of a database that this program does not know."""
    try:
        ScriptDirectory.from_config(config()).get_revision(version or "base")
    except CommandError:
        raise NewerDatabase(
            f"The database is at version {version}, which this program does not know: it was "
            "made by a newer one. Install that version, or restore an older backup."
        ) from None


def version(engine: Engine) -> str | None:
    """The database's version; None before its first migration."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """This program's version of the tables."""
    return ScriptDirectory.from_config(config()).get_current_head()
