"""One person on two phones, and a phone that is lost."""

import re

import pytest
from sqlmodel import func, select

from bot.people.links import move
from bot.post import Post
from flows.vocabulary import Channel, PersonStatus
from storage import concerns, people
from storage.concerns import ConcernKind
from storage.people import Person
from tests.talking import Line, Phone

pytestmark = pytest.mark.each_database


@pytest.fixture
def telegram(line: Line) -> Phone:
    """Ben's Telegram, which the line does not know yet."""
    return line.phone("Ben", Channel.TELEGRAM, "2001")


@pytest.fixture
def mo(line: Line, ben: Phone) -> Phone:
    mentor = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(ben, mentor)
    return mentor


def code(phone: Phone) -> str:
    phone.says("LINK")
    found = re.search(r"LINK (\d{6})", phone.hears("Your code is"))
    assert found
    return found[1]


def test_both_phones_are_one_person_and_words_go_where_they_wrote_last(
    line: Line, ben: Phone, telegram: Phone, mo: Phone
) -> None:
    telegram.says(f"/link {code(ben)}")
    telegram.hears("this is you as well")
    ben.hears("If that wasn't you, send PERSON")
    telegram.says("lovely day")
    assert mo.news() == "Ben: lovely day"
    mo.says("Good to hear")
    assert telegram.news() == "Mo: Good to hear"
    line.moves_on(minutes=1)
    ben.says("how was your week?")
    mo.says("it rained all day")
    assert ben.news() == "Mo: it rained all day"
    telegram.hears_nothing()


def test_the_code_may_come_from_the_new_phone(line: Line, ben: Phone, telegram: Phone) -> None:
    ben.says(f"link {code(telegram)}")
    ben.hears("this is you as well")
    with line.database.session() as db:
        assert {each.channel for each in people.addresses_of(db, ben.person_id)} == set(Channel)
        assert db.get_one(Person, telegram.person_id).status is PersonStatus.ERASED


def test_what_was_going_on_for_the_new_phone_comes_along(
    line: Line, ben: Phone, telegram: Phone
) -> None:
    priya = line.coordinator("Priya", Channel.TELEGRAM, "1004")
    telegram.says("I want to kill myself tonight")
    priya.hears("CRISIS")
    telegram.says(f"link {code(ben)}")
    with line.database.session() as db:
        (concern,) = concerns.open_of(db, ben.person_id)
        assert concern.kind is ConcernKind.CRISIS
    line.moves_on(minutes=11)
    priya.hears("ACK")  # the ladder still climbs


def test_two_who_both_joined_are_put_together_by_people(line: Line, ben: Phone, mo: Phone) -> None:
    asha = line.member("Asha", Channel.TELEGRAM, "1001")
    asha.says(f"LINK {code(ben)}")
    asha.hears("someone on our team will look")
    with line.database.session() as db:
        assert concerns.open_of(db, asha.person_id)
        assert people.address_of(db, asha.person_id) is not None


@pytest.mark.parametrize("minutes", [0, 16])
def test_a_code_works_once_and_soon(line: Line, ben: Phone, telegram: Phone, minutes: int) -> None:
    given = code(ben)
    if minutes == 0:
        telegram.says(f"link {given}")
        telegram.news()
    line.moves_on(minutes=minutes)
    stranger = line.phone("Charlie", Channel.TELEGRAM, "6666")
    stranger.says(f"link {given}")
    stranger.hears("that code doesn't work, or it's too old")
    with line.database.session() as db:
        assert len(people.addresses_of(db, stranger.person_id)) == 1


def test_a_later_code_is_the_one_that_works(ben: Phone, telegram: Phone) -> None:
    first, second = code(ben), code(ben)
    if first != second:
        telegram.says(f"link {first}")
        telegram.hears("doesn't work")
    telegram.says(f"link {second}")
    telegram.hears("this is you as well")


def test_codes_are_not_to_be_guessed(line: Line, ben: Phone, telegram: Phone) -> None:
    given = code(ben)
    wrong = f"{(int(given) + 1) % 10**6:06}"
    for _ in range(5):
        telegram.says(f"link {wrong}")
    telegram.news()
    telegram.says(f"link {given}")
    telegram.hears("Please try again in an hour")


def test_the_same_phone_is_not_another(ben: Phone) -> None:
    ben.says(f"link {code(ben)}")
    ben.hears("We know this one is you already")


def test_a_lost_phone_is_forgotten_when_a_coordinator_moves_its_person(
    line: Line, ben: Phone, mo: Phone
) -> None:
    new = line.phone("Ben", Channel.SMS, "+447700900199")
    new.says("hello, it's Ben, my phone is lost")
    with line.database.session() as db:
        post = Post(db, line.now)
        assert move(post, db.get_one(Person, new.person_id), db.get_one(Person, ben.person_id))
    line.settle()
    new.hears("Hello Ben", "forgotten your old number")
    mo.says("how was your week?")
    new.hears("Mo: how was your week?")
    ben.hears_nothing()

    ben.says("who is this?")  # whoever found it is someone new
    ben.hears("welcome to Alongside")
    mo.hears_nothing()


def test_nobody_who_joined_is_moved_into_another(line: Line, ben: Phone) -> None:
    asha = line.member("Asha", Channel.TELEGRAM, "1001")
    with line.database.session() as db:
        before = db.exec(select(func.count()).select_from(Person)).one()
        post = Post(db, line.now)
        assert not move(post, db.get_one(Person, asha.person_id), db.get_one(Person, ben.person_id))
        assert db.exec(select(func.count()).select_from(Person)).one() == before
