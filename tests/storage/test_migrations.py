"""The tables as migrations make them, and as the program knows them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from storage import migrations
from storage.database import Database
from storage.tables import SCHEMA, TABLES

pytestmark = pytest.mark.each_database


def test_migrations_make_the_tables_that_the_program_knows(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SCHEMA) == []
    assert migrations.version(database.engine) == migrations.newest()


def test_every_table_is_known_to_migrations() -> None:
    assert {table.__tablename__ for table in TABLES} == set(SCHEMA.tables)


def test_migrating_again_changes_nothing(database: Database) -> None:
    a_walk = "INSERT INTO service VALUES (1, 'Walk', 'A walk', '', NULL, NULL, NULL, '[]', false)"
    with database.engine.begin() as connection:
        connection.execute(text(a_walk))
    migrations.upgrade(database.engine)
    assert migrations.version(database.engine) == migrations.newest()
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM service")).scalars().all() == ["Walk"]


def test_a_database_without_tables_has_no_version(tmp_path: Path) -> None:
    fresh = Database(f"sqlite:///{tmp_path}/fresh.db")
    assert migrations.version(fresh.engine) is None
    fresh.close()


def _set_version(database: Database, version: str | None) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})


@pytest.fixture
def newer(database: Database) -> Iterator[Database]:
    """A database that a later program has migrated."""
    _set_version(database, "9999")
    yield database
    _set_version(database, migrations.newest())


def test_a_newer_database_is_refused_and_left_alone(newer: Database) -> None:
    with pytest.raises(migrations.NewerDatabase, match="version 9999"):
        migrations.upgrade(newer.engine)
    assert migrations.version(newer.engine) == "9999"
