"""At night nobody's phone rings for words that can wait, and nobody's answer is kept from them."""

from datetime import UTC, datetime

import pytest

from flows.relay.nights import morning
from flows.vocabulary import Channel
from storage.database import Database
from storage.people import Person
from tests.talking import Line, Phone

ELEVEN = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # at night, in London


@pytest.fixture
def line(database: Database) -> Line:
    return Line(database, now=ELEVEN)


@pytest.fixture
def mo(line: Line, asha: Phone) -> Phone:
    mentor = line.mentor("Mo", Channel.SMS, "+447700900103")
    line.introduces(asha, mentor)
    return mentor


def test_a_text_waits_for_the_morning_and_the_sender_is_told_once_a_night(
    line: Line, asha: Phone, mo: Phone
) -> None:
    asha.says("lovely day")
    asha.hears("It's night where Mo is, so they'll get this in the morning")
    asha.says("it rained all day")
    asha.hears_nothing()
    line.moves_on(hours=8, minutes=59)
    mo.hears_nothing()
    line.moves_on(minutes=1)
    assert mo.news() == "Asha: lovely day\nAsha: it rained all day"
    line.moves_on(hours=15)
    asha.says("how was your week?")
    asha.hears("they'll get this in the morning")


def test_telegram_comes_at_once_and_without_a_sound(line: Line, asha: Phone, mo: Phone) -> None:
    mo.says("lovely day")
    _, letter = asha.received[-1]
    assert (letter.text, letter.silent) == ("Mo: lovely day", True)
    mo.hears_nothing()


def test_whoever_writes_is_up_and_gets_what_waited_and_the_answer(
    line: Line, asha: Phone, mo: Phone
) -> None:
    asha.says("lovely day")
    asha.news()
    mo.says("how are you getting on?")
    assert mo.news() == "Asha: lovely day"
    asha.says("Not bad")
    assert mo.news() == "Asha: Not bad"
    assert "morning" not in asha.news()


def test_an_answer_rings(line: Line, asha: Phone, mo: Phone) -> None:
    asha.says("lovely day")
    mo.says("Good to hear")
    _, letter = asha.received[-1]
    assert (letter.text, letter.silent) == ("Mo: Good to hear", False)


def test_only_when_both_chose_so_does_it_come_at_night(line: Line, asha: Phone, mo: Phone) -> None:
    asha.says("NIGHTS ON")
    asha.hears("If the person you talk with says yes too")
    asha.says("lovely day")
    asha.hears("in the morning")
    mo.says("nights")
    mo.hears("Shall we pass messages on at night too")
    mo.says("yes")
    asha.says("it rained all day")
    mo.hears("it rained all day")
    mo.says("nights off")
    mo.hears("messages will wait")
    line.moves_on(hours=1.5)
    asha.says("how was your week?")
    mo.hears_nothing()


def test_it_is_night_where_the_receiver_lives(line: Line, asha: Phone, mo: Phone) -> None:
    with line.database.session() as db:
        db.get_one(Person, mo.person_id).timezone = "America/New_York"
    asha.says("lovely day")
    mo.hears("lovely day")


def test_safety_never_waits(line: Line, asha: Phone, mo: Phone) -> None:
    priya = line.coordinator("Priya", Channel.SMS, "+447700900104")
    mo.says("I want to kill myself tonight")
    mo.hears("116 123")
    priya.hears("ACK 1")


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        ("2026-11-23T21:59:59+00:00", None),
        ("2026-11-23T22:00:00+00:00", "2026-11-24T08:00:00+00:00"),
        ("2026-11-24T07:59:59+00:00", "2026-11-24T08:00:00+00:00"),
        ("2026-11-24T08:00:00+00:00", None),
        ("2026-07-01T21:00:00+00:00", "2026-07-02T07:00:00+00:00"),  # summer time
        ("2026-10-24T22:30:00+00:00", "2026-10-25T08:00:00+00:00"),  # the clocks go back
    ],
)
def test_the_night_is_from_ten_to_eight_on_their_own_clock(now: str, ends: str | None) -> None:
    found = morning(datetime.fromisoformat(now), Person(created_at=ELEVEN).zone)
    assert found == (ends and datetime.fromisoformat(ends))
