"""What all tests share: a database of each kind, a browser, and which skips are allowed."""

import os
import re
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from storage import migrations
from storage.database import Database
from storage.sealing import Keyring, use
from storage.tables import SCHEMA
from tests.postgresql import own_database

pytest_plugins = ("tests.cast",)

A_KEY = "a key for tests, of 32 characters or more"
IN_CI = bool(os.environ.get("ALONGSIDE_NO_SKIPS"))

# A busy machine is no failure. Whoever runs the tests by hand tries new examples each time; in CI
# they are the same ones, so that a change is judged by what it changes.
settings.register_profile(
    "ours", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=IN_CI
)
settings.load_profile("ours")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a test that waits for a service leaves one idle."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def _a_key_in_use() -> None:
    use(Keyring([A_KEY]))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Once on each kind of database, where a test is marked so: what locks, claims or erases."""
    marks = {mark.name: mark for mark in metafunc.definition.iter_markers()}
    chosen = "parametrize" in marks and "database_url" in str(marks["parametrize"].args[0])
    if "each_database" in marks and "database_url" in metafunc.fixturenames and not chosen:
        metafunc.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database with this program's tables.

    On PostgreSQL if there is one, for it forgives less: neither rows that are taken to be in some
    order, nor types that nearly fit, nor going on after what was refused.
    """
    there_is_one = "postgresql" if "TEST_DATABASE_URL" in os.environ else "sqlite"
    opened: Database = request.getfixturevalue(
        f"{getattr(request, 'param', there_is_one)}_database"
    )
    _empty(opened)
    return opened.url.render_as_string(hide_password=False)


@pytest.fixture
def database(database_url: str, request: pytest.FixtureRequest) -> Database:
    """The same, opened. It stays open from test to test, and knows its statements by then."""
    kind = make_url(database_url).get_backend_name()
    opened: Database = request.getfixturevalue(f"{kind}_database")
    return opened


@pytest.fixture(scope="session")
def sqlite_database(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path
) -> Iterator[Database]:
    file = tmp_path_factory.mktemp("database") / "alongside.db"
    shutil.copy(migrated_file, file)
    opened = Database(f"sqlite:///{file}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgresql_database(postgresql_url: str) -> Iterator[Database]:
    opened = Database(postgresql_url)
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


def _empty(database: Database) -> None:
    with database.engine.begin() as connection:
        for table in reversed(SCHEMA.sorted_tables):
            # Not TRUNCATE, which makes new files for every table: a third of a second a test.
            connection.execute(table.delete())
            ids = table.autoincrement_column
            if ids is not None and not database.is_sqlite:
                sequence = f"pg_get_serial_sequence('{table.name}', '{ids.name}')"
                connection.execute(text(f"SELECT setval({sequence}, 1, false)"))


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
    if IN_CI and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2]
        if re.search("postgresql|chromium", reason, re.IGNORECASE):
            report.outcome, report.longrepr = "failed", f"not to be skipped here: {reason}"
    return report
