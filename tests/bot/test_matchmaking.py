"""From asking for a mentor to being introduced to one: every yes, every no, and silence."""

from dataclasses import replace

import pytest
from sqlmodel import Session, select

from bot.post import Post
from bot.rules import Rules
from bot.service import COMPOSERS
from flows.vocabulary import Channel, MatchStatus, Need
from storage import matches
from storage.database import Database
from storage.matches import Match
from tests.talking import Line, Phone

YES, ASK, NO = "Yes, I'd like to", "Ask them something first", "Not this time"
OFFERED = "Can you take them on?"


@pytest.fixture
def line(database: Database) -> Line:
    """Where matches go out by themselves."""
    return Line(database)


@pytest.fixture
def careful(database: Database) -> Line:
    """Where a coordinator says yes first, as lines do unless they are told otherwise."""
    return Line(database, rules=Rules())


def ben_on(line: Line) -> Phone:
    return line.member("Ben", Channel.SMS, "+447700900102")


def mo_on(line: Line) -> Phone:
    return line.mentor("Mo", Channel.TELEGRAM, "1003")


def ada_on(line: Line) -> Phone:
    return line.mentor("Ada", Channel.TELEGRAM, "1006")


def priya_on(line: Line) -> Phone:
    return line.coordinator("Priya", Channel.TELEGRAM, "1004")


def asks_for_a_mentor(phone: Phone) -> str:
    """What they hear when they have said whom they would like. No check-ins, so as to be quiet."""
    for said in ("I would like a mentor please", "yes", "english", "1", "skip"):
        phone.says(said)
    heard = phone.hears("Which day suits you?")
    phone.says("never")
    phone.news()
    return heard


def statuses(line: Line) -> list[MatchStatus]:
    with line.database.session() as db:
        return list(db.exec(select(Match.status).order_by(Match.id)))


def match_of(line: Line, number: int = 1) -> Match:
    with line.database.session() as db:
        match = matches.get(db, number)
        db.expunge(match)
        return match


def post(line: Line, db: Session) -> Post:
    return Post(db, COMPOSERS, line.now, rules=line.rules)


def needs(line: Line, phone: Phone, *needs: Need, **more: object) -> None:
    with line.database.session() as db:
        person = phone.person(db)
        person.set_profile(replace(person.profile, needs=needs, **more))


# A coordinator's yes


def test_a_coordinator_is_asked_before_the_mentor(careful: Line) -> None:
    priya, mo, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    assert "We have someone in mind" in asks_for_a_mentor(ben)
    priya.hears("Match 1 proposed: Ben with Mo", "APPROVE 1", "HOLD 1", "REFUSE 1")
    mo.hears_nothing()
    priya.says("matches")
    priya.hears("1: Ben with Mo")
    priya.says("approve 1")
    priya.hears("Done: match 1")
    mo.hears(OFFERED)
    priya.says("approve 1")
    priya.hears("moved on since")


def test_a_match_that_nobody_decides_on_is_brought_up_again(careful: Line) -> None:
    priya, _, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    priya.hears("Match 1 proposed")
    careful.moves_on(days=2)
    priya.hears("Match 1 proposed")
    priya.says("hold 1")
    priya.hears("Done")
    priya.says("matches")
    priya.hears("1: Ben with Mo, held")
    careful.moves_on(days=2)
    priya.hears("Match 1 proposed")
    careful.moves_on(days=3)
    ben.hears("We're still looking")


def test_a_pair_that_a_coordinator_refused_is_never_proposed_again(careful: Line) -> None:
    priya, _, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    priya.says("refuse 1")
    for _ in range(30):
        careful.moves_on(days=1)
    assert statuses(careful) == [MatchStatus.WITHDRAWN]
    ada = ada_on(careful)
    careful.moves_on(days=1)
    priya.hears("Match 2 proposed: Ben with Ada")
    priya.says("approve 2")
    ada.hears(OFFERED)


def test_nobody_else_gives_a_coordinators_yes(careful: Line) -> None:
    mo, ben = mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    ben.says("approve 1")
    mo.says("approve 1")
    assert statuses(careful) == [MatchStatus.PROPOSED]


# The mentor


def test_a_mentor_hears_what_is_needed_and_nothing_that_identifies(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    needs(line, mo, Need.FOOD, Need.FEELINGS)
    needs(line, ben, Need.FOOD)
    asks_for_a_mentor(ben)
    heard = mo.hears(OFFERED, "They'd like to talk about: food", f"[{YES}] [{ASK}] [{NO}]")
    assert "Ben" not in heard
    assert "7700" not in heard


def test_both_say_yes_and_are_introduced(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    asks_for_a_mentor(ben)
    mo.presses(YES)
    mo.hears("We'll ask them now")
    ben.hears("a mentor would like to talk with you", "Shall we put you in touch?")
    ben.says("yes")
    ben.hears("You and Mo can talk now")
    mo.hears("Ben said yes")
    ben.says("Good evening, I am new to this")
    mo.hears("Ben: Good evening")
