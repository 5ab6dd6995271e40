"""What all tests share: a database of each kind, a browser, and which skips are allowed."""

import os
import re
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from storage import migrations
from storage.database import Database
from storage.sealing import Keyring, use
from storage.tables import SCHEMA
from tests.postgresql import own_database

A_KEY = "a key for tests, of 32 characters or more"


@pytest.fixture(autouse=True)
def _a_key_in_use() -> None:
    use(Keyring([A_KEY]))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database with this program's tables, on SQLite and on PostgreSQL."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgresql_url")
        _empty(url)
        return url
    file = tmp_path / "alongside.db"
    shutil.copy(request.getfixturevalue("migrated_file"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The same, opened."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file to copy: quicker than migrating one for every test."""
    file = tmp_path_factory.mktemp("migrated") / "alongside.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A PostgreSQL database of this run's own, made on the server at TEST_DATABASE_URL."""
    if not (server := os.environ.get("TEST_DATABASE_URL")):
        pytest.skip("PostgreSQL: TEST_DATABASE_URL is not set")
    try:
        with own_database(server) as url:
            _migrate(url)
            yield url
    except OperationalError as error:
        pytest.skip(f"PostgreSQL: {str(error.orig).splitlines()[0]}")


def _migrate(url: str) -> None:
    opened = Database(url)
    migrations.upgrade(opened.engine)
    opened.close()


def _empty(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for table in reversed(SCHEMA.sorted_tables):
            # Not TRUNCATE, which makes new files for every table: a third of a second a test.
            connection.execute(table.delete())
            if (ids := table.autoincrement_column) is not None:
                sequence = f"pg_get_serial_sequence('{table.name}', '{ids.name}')"
                connection.execute(text(f"SELECT setval({sequence}, 1, false)"))
    engine.dispose()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser to open pages in."""
    if not (path := shutil.which("chromium")):
        pytest.skip("Chromium is not installed")
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing is skipped for want of a server or a browser: both are there."""
    report = yield
    if (
        os.environ.get("ALONGSIDE_NO_SKIPS")
        and report.skipped
        and isinstance(report.longrepr, tuple)
    ):
        reason = report.longrepr[2]
        if re.search("postgresql|chromium", reason, re.IGNORECASE):
            report.outcome, report.longrepr = "failed", f"not to be skipped here: {reason}"
    return report
