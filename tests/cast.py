"""The standing cast: whoever a test does not say more of is one of these, in every test."""

import pytest

from flows.vocabulary import Channel
from storage.database import Database
from tests.talking import Line, Phone


@pytest.fixture
def line(database: Database) -> Line:
    return Line(database)


@pytest.fixture
def asha(line: Line) -> Phone:
    return line.member("Asha", Channel.TELEGRAM, "1001")


@pytest.fixture
def ben(line: Line) -> Phone:
    return line.member("Ben", Channel.SMS, "+447700900101")


@pytest.fixture
def mo(line: Line) -> Phone:
    """A mentor, introduced to nobody yet."""
    return line.mentor("Mo", Channel.TELEGRAM, "1003")


@pytest.fixture
def asha_and_mo(line: Line, asha: Phone, mo: Phone) -> None:
    """They have been introduced, and have read so."""
    line.introduces(asha, mo)
    asha.news()
    mo.news()


@pytest.fixture
def charlie(line: Line) -> Phone:
    """A mentor beside Mo, by text, introduced to nobody yet."""
    return line.mentor("Charlie", Channel.SMS, "+447700900105")


@pytest.fixture
def priya(line: Line) -> Phone:
    """A coordinator, on duty."""
    return line.coordinator("Priya", Channel.TELEGRAM, "1004")
