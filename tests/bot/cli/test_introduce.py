"""Pairs that people have chosen, introduced by the command beside a running line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlmodel import col, select
from typer.testing import CliRunner, Result

from bot.cli import app
from flows.vocabulary import Action, Channel, Diabetes, Language, MatchStatus
from storage import mentors, people
from storage.database import Database
from storage.matches import Match
from storage.sealing import Keyring, use
from storage.timers import Timer
from tests.talking import Line, Phone

pytestmark = pytest.mark.each_database

KEY = "o" * 32


@pytest.fixture
def line(database: Database) -> Iterator[Line]:
    """By the real clock, which the command goes by."""
    use(Keyring([KEY]))
    yield Line(database, now=datetime.now(UTC))
    use(Keyring([KEY]))


def alongside(line: Line, *arguments: str) -> Result:
    url = line.database.url.render_as_string(hide_password=False)
    ended = CliRunner().invoke(app, arguments, env={"DATABASE_URL": url, "SECRET_KEY": KEY})
    use(Keyring([KEY]))
    line.now = datetime.now(UTC)
    line.settle()
    return ended


def introduce(line: Line, *phones: Phone | int) -> Result:
    numbers = [str(each if isinstance(each, int) else each.person_id) for each in phones]
    return alongside(line, "matches", "introduce", *numbers)


def asha_on(line: Line) -> Phone:
    return line.member("Asha", Channel.TELEGRAM, "1001")


def ben_on(line: Line) -> Phone:
    return line.member("Ben", Channel.SMS, "+447700900102")


def mo_on(line: Line) -> Phone:
    return line.mentor("Mo", Channel.TELEGRAM, "1003")


def statuses(line: Line) -> list[MatchStatus]:
    with line.database.session() as db:
        return list(db.exec(select(Match.status).order_by(col(Match.id))))


def test_both_hear_of_it_at_once_and_their_words_pass(line: Line) -> None:
    asha, ben, mo = asha_on(line), ben_on(line), mo_on(line)
    done = introduce(line, asha, mo, ben, mo)
    assert (done.exit_code, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first == f"{asha.person_id} with {mo.person_id}: introduced, match 1"
    assert second == f"{ben.person_id} with {mo.person_id}: introduced, match 2"
    asha.hears("You and Mo can talk now")
    ben.hears("You and Mo can talk now")
    mo.hears("the first person", "Asha said yes", "Ben said yes")
    asha.says("hello, I was told you have a pump too")
    mo.hears("I was told you have a pump too")


def test_what_follows_is_planned_as_for_any_other_two(line: Line) -> None:
    asha, mo = asha_on(line), mo_on(line)
    introduce(line, asha, mo)
    with line.database.session() as db:
        planned = {(timer.person_id, timer.action) for timer in db.exec(select(Timer))}
        seeks = asha.person(db).seeks_since
    assert {
        (asha.person_id, Action.FIRST_WEEK),
        (mo.person_id, Action.QUIET),
        (asha.person_id, Action.ENDING),
        (mo.person_id, Action.MENTOR_CHECKIN),
    } <= planned
    assert seeks is None
    mo.news()
    line.moves_on(days=11)
    assert "quiet" in mo.news()


def test_a_broken_rule_is_named_and_the_other_pairs_go_ahead(line: Line) -> None:
    asha, ben, mo = asha_on(line), ben_on(line), mo_on(line)
    ada = line.mentor("Ada", Channel.TELEGRAM, "1006")
    with line.database.session() as db:
        for phone, diabetes in ((asha, Diabetes.TYPE1), (mo, Diabetes.TYPE2)):
            person = phone.person(db)
            languages = (Language.POLISH,) if phone is mo else (Language.ENGLISH,)
            person.set_profile(replace(person.profile, diabetes=diabetes, languages=languages))
    done = introduce(line, asha, mo, ben, ada)
    assert done.exit_code == 1
    assert done.stderr == (
        f"{asha.person_id} with {mo.person_id}: not possible: language, diabetes\n"
    )
    assert done.stdout == f"{ben.person_id} with {ada.person_id}: introduced, match 1\n"
    asha.hears_nothing()
    mo.hears_nothing()


def test_nobody_is_given_more_people_than_they_have_room_for(line: Line) -> None:
    asha, ben, mo = asha_on(line), ben_on(line), mo_on(line)
    with line.database.session() as db:
        mentor = mentors.get(db, mo.person_id)
        assert mentor is not None
        mentor.capacity = 1
    done = introduce(line, asha, mo, ben, mo)
    assert done.exit_code == 1
    assert done.stderr == f"{ben.person_id} with {mo.person_id}: not possible: full\n"
    assert statuses(line) == [MatchStatus.ACTIVE]


def test_whoever_has_a_mentor_keeps_them(line: Line) -> None:
    asha, mo = asha_on(line), mo_on(line)
    ada = line.mentor("Ada", Channel.TELEGRAM, "1006")
    introduce(line, asha, mo)
    done = introduce(line, asha, ada)
    assert done.exit_code == 1
    assert "already matched: active in match 1" in done.stderr
    assert statuses(line) == [MatchStatus.ACTIVE]


def test_whom_nobody_can_introduce_is_said_so(line: Line) -> None:
    asha, ben, mo = asha_on(line), ben_on(line), mo_on(line)
    stranger = line.phone("Kay", Channel.SMS, "+447700900105")
    with line.database.session() as db:
        gone = people.address_of(db, ben.person_id)
        assert gone is not None
        gone.gone_at = line.now
    for pair, reason in (
        ((asha, 999), "person 999 is not known"),
        ((999, mo), "person 999 is not known"),
        ((stranger, mo), "has not joined"),
        ((asha, stranger), "has not joined"),
        ((ben, mo), "can't be written to"),
        ((mo, asha), "is no mentor"),
        ((mo, mo), "not possible: same_person"),
    ):
        done = introduce(line, *pair)
        assert (done.exit_code, done.stdout) == (1, ""), pair
        assert reason in done.stderr
    assert statuses(line) == []


def test_an_odd_number_of_people_is_no_pairs(line: Line) -> None:
    asha, mo = asha_on(line), mo_on(line)
    done = introduce(line, asha, mo, asha)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "odd number" in done.stderr
    assert statuses(line) == []


def test_a_mentor_may_be_a_coordinator_too_and_is_made_one_once(line: Line) -> None:
    asha, mo = asha_on(line), mo_on(line)
    introduce(line, asha, mo)
    for _ in range(2):
        made = alongside(line, "people", "coordinator", str(mo.person_id))
        assert (made.exit_code, made.stdout) == (0, f"Person {mo.person_id}: done.\n")
        mo.says("on")
    asha.news()
    mo.news()
    alongside(line, "people", "coordinator", str(mo.person_id))
    asha.says("did you sleep better after you changed the pump site?")
    mo.hears("changed the pump site")
    mo.says("I did, it took a week though")
    asha.hears("it took a week though")
    ben = ben_on(line)
    ben.says("PERSON")
    mo.hears("Person wanted")  # still on duty
