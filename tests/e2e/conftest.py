"""One line for each kind of database, started once; every test begins on it afresh."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import product
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from sqlalchemy.exc import OperationalError

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from tests.line import Line, found_in, troubles
from tests.postgresql import own_database

SESSION = pytest.mark.asyncio(loop_scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A line lives as long as the session, and so does the loop that its stand-ins run in."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and isinstance(item, pytest.Function):
            item.add_marker(SESSION, append=False)


@contextmanager
def _own_postgresql() -> Iterator[str]:
    if not (server := os.environ.get("TEST_DATABASE_URL")):
        pytest.skip("PostgreSQL: TEST_DATABASE_URL is not set")
    try:
        with own_database(server) as url:
            yield url
    except OperationalError as error:
        pytest.skip(f"PostgreSQL: {str(error.orig).splitlines()[0]}")


@pytest.fixture
def empty_postgresql() -> Iterator[str]:
    """A database without tables, that nobody else uses."""
    with _own_postgresql() as url:
        yield url


@asynccontextmanager
async def _running(line: Line) -> AsyncIterator[Line]:
    async with line.running():
        yield line
        async with httpx.AsyncClient(trust_env=False) as web:
            metrics = (await web.get(f"{line.service.url}/metrics")).content
        # Of all that was said in the session.
        assert found_in(line.service.log.read_bytes() + metrics, line.secrets) == set()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sqlite_line(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Line]:
    folder = tmp_path_factory.mktemp("line")
    async with _running(Line(folder, f"sqlite:///{folder / 'alongside.db'}")) as line:
        yield line


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def postgresql_line(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Line]:
    with _own_postgresql() as url:
        async with _running(Line(tmp_path_factory.mktemp("line"), url)) as line:
            yield line


@pytest.fixture(params=["sqlite", "postgresql"])
def running_line(request: pytest.FixtureRequest) -> Line:
    """Each is a fixture of its own, so that both stay up from one file of tests to the next."""
    line: Line = request.getfixturevalue(f"{request.param}_line")
    return line


@pytest_asyncio.fixture(loop_scope="session")
async def line(running_line: Line) -> AsyncIterator[Line]:
    """The line, and at the end whether a turn or a timer failed that the test did not expect, and
    whether anything that was said can be read off the disk."""
    await running_line.begin_afresh()
    yield running_line
    print(running_line.transcript())
    assert running_line.look(troubles) == running_line.expected_troubles
    assert running_line.in_the_open() == set()


@pytest.fixture
def asha(line: Line) -> TelegramChat:
    return line.asha


@pytest.fixture
def ben(line: Line) -> Phone:
    return line.ben


@pytest.fixture
def mo(line: Line) -> TelegramChat:
    return line.mo


@pytest.fixture
def priya(line: Line) -> TelegramChat:
    return line.priya


@pytest.fixture(params=list(product(("telegram", "sms"), repeat=2)), ids="-".join)
def pair(request: pytest.FixtureRequest, line: Line) -> tuple[TelegramChat | Phone, ...]:
    """Someone who has joined and the only mentor, on any two channels."""
    theirs, mentors = request.param
    mentee = line.asha if theirs == "telegram" else line.ben
    mentor = line.mo if mentors == "telegram" else line.kay
    line.joined(mentee)
    line.mentors(mentor)
    return mentee, mentor
