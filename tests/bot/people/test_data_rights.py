"""What people may ask about their data: to see it, to have it deleted, to take a consent back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from bot.rules import Rules
from flows.profile import Profile
from flows.vocabulary import (
    Channel,
    ConsentKind,
    Diabetes,
    Ending,
    LifeStage,
    MatchStatus,
    MentorStatus,
    Need,
    PersonStatus,
)
from storage import checkins, concerns, consents, matches, people, timers
from storage.checkins import Checkin, CheckinAnswer
from storage.concerns import Concern, ConcernKind, ConcernStatus
from storage.database import Database
from storage.inbox import Inbox
from storage.matches import Match
from storage.mentors import Mentor
from storage.outbox import Outbox, OutboxStatus
from storage.people import Address, Person
from storage.timers import Timer, TimerStatus
from tests.talking import NOON, Line, Phone

pytestmark = pytest.mark.each_database

PAGES = "https://line.example.org"
CRISIS = "I want to end my life tonight, I have the tablets here"


@pytest.fixture
def line(database: Database) -> Line:
    return Line(database, rules=Rules(matches_need_yes=False, public_url=PAGES))


def look(line: Line, at: Callable[[Session], object]) -> object:
    with line.database.session() as db:
        return at(db)


def deletes(phone: Phone) -> None:
    phone.says("DELETE ME")
    phone.hears("we delete your name")
    phone.says("yes")


# MY DATA


@pytest.mark.parametrize("words", ["MY DATA", "my data", "/mydata", "My data."])
def test_my_data_brings_a_link_that_opens_for_a_quarter_of_an_hour(ben: Phone, words: str) -> None:
    ben.says(words)
    assert re.search(rf"{PAGES}/data/[\w-]{{43}} .* 15 minutes", ben.hears("opens for"))


def test_asked_in_their_own_words_they_choose(asha: Phone) -> None:
    asha.says("what information do you hold about me")
    asha.hears("[See it] [Delete it] [Neither]")
    asha.presses("See it")
    asha.hears(f"{PAGES}/data/")
    asha.says("what information do you hold about me")
    asha.presses("Neither")
    asha.hears("MY DATA", "DELETE ME")
    asha.says("what information do you hold about me")
    asha.presses("Delete it")
    asha.hears("Shall we delete everything")


def test_the_link_is_not_kept_in_a_form_that_would_open_it(line: Line, ben: Phone) -> None:
    from storage.data_links import DataLink

    ben.says("my data")
    token = re.search(r"/data/([\w-]+)", ben.hears("/data/"))
    assert token is not None
    stored = look(line, lambda db: db.exec(select(DataLink.hash)).one())
    assert token[1] not in str(stored)


def test_without_pages_the_team_is_asked_and_the_person_told_so(
    database: Database,
) -> None:
    line = Line(database)
    asha = line.member("Asha", Channel.TELEGRAM, "1001")
    priya = line.coordinator("Priya", Channel.TELEGRAM, "1004")
    asha.says("my data")
    asha.hears("someone on our team will send it")
    priya.hears(f"alongside people export {asha.person_id}")


def test_someone_who_opted_out_can_still_see_and_delete(line: Line, asha: Phone) -> None:
    asha.says("stop")
    asha.hears("won't get any more")
    asha.says("my data")
    asha.hears("/data/")
    asha.says("delete me")
    asha.hears("Shall we delete everything")
    asha.says("yes")
    asha.hears("It's done")
    status = look(line, lambda db: asha.person(db).status)
    assert status is PersonStatus.ERASED


# DELETE ME


def test_deleting_asks_first_and_no_changes_nothing(line: Line, ben: Phone) -> None:
    ben.says("delete me")
    ben.hears("we delete your name", "Shall we delete everything")
    ben.says("no")
    ben.hears("Nothing has been deleted")
    assert look(line, lambda db: ben.person(db).name) == "Ben"


def test_a_person_is_forgotten_at_once_and_their_number_with_the_farewell(
    line: Line, ben: Phone
) -> None:
    def number(db: Session) -> str:
        return db.exec(select(Address.value).where(Address.person_id == ben.person_id)).one()

    deletes(ben)
    ben.hears("It's done")
    person = look(line, ben.person)
    assert isinstance(person, Person)
    assert (person.status, person.name, person.profile_json) == (PersonStatus.ERASED, None, None)
    assert person.erased_at == NOON
    assert look(line, lambda db: people.find_address(db, Channel.SMS, ben.address)) is None
    assert look(line, number) == ben.address
    line.moves_on(minutes=1)
    assert look(line, number) == ""
    assert look(line, lambda db: [*db.exec(select(Outbox.body))]) == [None] * 3
    assert look(line, lambda db: [*db.exec(select(Inbox.body))]) == [None] * 2
    ben.hears_nothing()


def test_a_farewell_that_cannot_be_delivered_keeps_the_number_for_an_hour_at_most(
    line: Line, ben: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fate(db: Session) -> tuple[str, str | None, OutboxStatus]:
        letter = db.exec(select(Outbox).order_by(col(Outbox.id).desc())).first()
        assert letter is not None
        address = db.get_one(Address, letter.address_id)
        return address.value, letter.body, letter.status

    ben.says("delete me")
    monkeypatch.setattr(line, "_deliver", lambda: 0)  # the provider is down
    ben.says("yes")
    line.moves_on(minutes=50)
    value, body, status = look(line, fate)  # type: ignore[misc]  # as fate says
    assert (value, status) == (ben.address, OutboxStatus.QUEUED)
    assert "It's done" in body
    line.moves_on(minutes=11)
    assert look(line, fate) == ("", None, OutboxStatus.CANCELLED)


def test_an_erased_person_who_writes_again_is_someone_new(line: Line, asha: Phone) -> None:
    deletes(asha)
    line.moves_on(hours=2)
    asha.says("hello")
    found = look(line, lambda db: people.find_address(db, Channel.TELEGRAM, asha.address))
    assert isinstance(found, Address)
    assert found.person_id != asha.person_id
    person = look(line, lambda db: people.get(db, found.person_id))
    assert isinstance(person, Person)
    assert (person.status, person.name) == (PersonStatus.NEW, None)


def test_what_was_sent_right_after_deleting_is_answered_as_someone_new_s(
    line: Line, asha: Phone
) -> None:
    from bot.messages import Arrived, Kind

    asha.says("delete me")
    for number, text in enumerate(("yes", CRISIS)):
        line.write_down(Arrived(Channel.TELEGRAM, f"x{number}", Kind.TEXT, asha.address, text))
    line.settle()
    kinds = look(line, lambda db: [*db.exec(select(Concern.kind, Concern.person_id))])
    assert isinstance(kinds, list)
    (found,) = kinds
    assert found[0] is ConcernKind.CRISIS
    assert found[1] != asha.person_id


def test_a_mentee_who_is_erased_leaves_gently(line: Line, asha: Phone, mo: Phone) -> None:
    line.introduces(asha, mo)
    asha.says("I was so scared of the needles")
    mo.hears("needles")
    deletes(asha)
    mo.hears("Asha has left the line", "done nothing wrong", "Thank you for being there")
    (match,) = look(line, lambda db: matches.ever(db, asha.person_id))  # type: ignore[misc]
    assert (match.status, match.ending, match.reasons) == (MatchStatus.ENDED, Ending.ERASED, [])
    line.moves_on(minutes=1)
    told = look(line, lambda db: [*db.exec(select(Outbox.body))])
    assert told == [None] * len(told)  # type: ignore[arg-type]


def test_a_mentee_whose_mentor_is_erased_is_found_another(
    line: Line, asha: Phone, mo: Phone
) -> None:
    nadia = line.mentor("Nadia", Channel.TELEGRAM, "1005")
    line.introduces(asha, mo)
    deletes(mo)
    asha.hears("Mo has left the line", "look for someone else")
    nadia.hears("would like a mentor like you")
    mentor = look(line, lambda db: db.get(Mentor, mo.person_id))
    assert isinstance(mentor, Mentor)
    assert mentor.status is MentorStatus.LEFT
    assert mentor.checks_until is None


def test_a_mentor_who_was_asked_about_someone_erased_is_asked_no_more(
    line: Line, asha: Phone, mo: Phone
) -> None:
    with line.database.session() as db:
        person = asha.person(db)
        person.seeks_since = line.now
        timers.set_timer(db, person.id, "seek", line.now)
    line.settle()
    mo.hears("Can you take them on")
    deletes(asha)
    mo.hears("doesn't need a mentor now")
    mo.presses("Yes, I'd like to")
    mo.hears("from an earlier question")


def test_what_waits_to_be_done_or_sent_is_called_off(line: Line, asha: Phone) -> None:
    with line.database.session() as db:
        db.add(Checkin(person_id=asha.person_id, weekday=0, at="10:00"))
        db.add(
            CheckinAnswer(person_id=asha.person_id, week=7, words="rather good", answered_at=NOON)
        )
        db.flush()
        timers.set_timer(db, asha.person_id, "checkin", NOON + timedelta(days=7))
    deletes(asha)
    with line.database.session() as db:
        waiting = db.exec(select(Timer.action).where(Timer.status == TimerStatus.WAITING)).all()
        assert waiting == ["forget"]
        assert checkins.of(db, asha.person_id) is None
        answer = db.exec(select(CheckinAnswer)).one()
        assert (answer.week, answer.words) == (7, None)
        assert consents.standing(db, asha.person_id) == set()


def test_what_must_be_kept_is_said_first_and_kept_apart_until_its_date(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says(CRISIS)
    asha.says("yes")
    priya.hears("CRISIS")
    with line.database.session() as db:
        concern_id = concerns.open_of(db, asha.person_id)[0].id
        db.add(
            Concern(
                person_id=asha.person_id,
                kind=ConcernKind.HELD_BACK,
                said="my number is 07",
                opened_at=NOON,
            )
        )
    asha.news()
    asha.says("delete me")
    asha.hears("we must keep those words", "21/11/2032")
    asha.says("yes")
    asha.hears("It's done")
    priya.hears("asked us to delete", f"({concern_id})")
    with line.database.session() as db:
        concern, held_back = db.exec(select(Concern).order_by(col(Concern.id))).all()
        assert concern.said is not None
        assert CRISIS in concern.said
        assert concern.kept_until == NOON + timedelta(days=6 * 365)
        assert concern.status is ConcernStatus.OPEN
        assert (held_back.said, held_back.status) == (None, ConcernStatus.CLOSED)
    line.moves_on(minutes=5)
    priya.says(f"ack {concern_id}")
    priya.hears("taken")


@pytest.mark.usefixtures("priya")
def test_the_alarm_for_someone_in_danger_goes_on_climbing(line: Line, asha: Phone) -> None:
    others = line.coordinator("Charlie", Channel.TELEGRAM, "1006")
    with line.database.session() as db:
        others.person(db).on_duty = False
    asha.says(CRISIS)
    asha.says("yes")
    deletes(asha)
    others.hears_nothing()
    line.moves_on(minutes=6)
    others.hears("CRISIS")


# Consents


def test_every_consent_is_shown_and_can_be_given_by_itself(line: Line, asha: Phone) -> None:
    asha.says("consent")
    asha.hears("yes to: getting our messages and health details", "Counting in what we learn")
    asha.presses("Counting in what we learn")
    asha.hears("without your name")
    asha.presses("Yes")
    asha.hears("Thank you")
    standing = look(line, lambda db: consents.standing(db, asha.person_id))
    assert standing == {ConsentKind.LINE, ConsentKind.HEALTH, ConsentKind.RESEARCH}
    asha.says("consent")
    asha.presses("Counting in what we learn")
    asha.hears("won't count your answers")
    standing = look(line, lambda db: consents.standing(db, asha.person_id))
    assert standing == {ConsentKind.LINE, ConsentKind.HEALTH}


def test_taking_back_the_line_is_leaving(asha: Phone) -> None:
    asha.says("consent")
    asha.presses("Getting our messages")
    asha.hears("stop all messages here?")


@pytest.mark.parametrize("kind", ["research", "stories"])
def test_a_word_takes_a_consent_back(line: Line, ben: Phone, kind: str) -> None:
    with line.database.session() as db:
        consents.give(db, ben.person_id, ConsentKind(kind), "2026-11", NOON)
    ben.says(f"NO {kind.upper()}")
    ben.hears("Done. We won't")
    standing = look(line, lambda db: consents.standing(db, ben.person_id))
    assert standing == {ConsentKind.LINE, ConsentKind.HEALTH}


def test_without_health_nothing_of_it_is_kept_and_nobody_is_matched(
    line: Line, asha: Phone, mo: Phone
) -> None:
    profile = Profile(
        diabetes=Diabetes.TYPE1,
        needs=(Need.FOOD,),
        life_stages=(LifeStage.PREGNANT, LifeStage.WORKING),
    )
    with line.database.session() as db:
        asha.person(db).set_profile(profile)
    line.introduces(asha, mo)
    asha.says("no health")
    asha.hears("delete what you told us about your health?", "your chats with Mo would end")
    mo.hears_nothing()
    asha.says("yes")
    asha.hears("deleted what you told us about your health", "won't match you")
    mo.hears("Your chats with Asha have ended", "done nothing wrong")
    kept = look(line, lambda db: asha.person(db).profile)
    assert kept == replace(Profile(), life_stages=(LifeStage.WORKING,))
    asha.says("menu")
    asha.presses("Find a mentor")
    asha.hears("need to know a little about diabetes")
    asha.says("no")
    asha.hears("can't match you without it")


def agreed(line: Line, phone: Phone) -> set[ConsentKind]:
    standing = look(line, lambda db: consents.standing(db, phone.person_id))
    assert isinstance(standing, set)
    return standing


@pytest.mark.parametrize(
    "answer", ["no", "No, keep it", "hmm not sure", "why would they end", "is that so", "not yet"]
)
def test_anything_but_a_plain_yes_keeps_health_details_and_the_match(
    line: Line, asha: Phone, mo: Phone, answer: str
) -> None:
    line.introduces(asha, mo)
    asha.says("NO HEALTH")
    asha.says(answer)
    assert ConsentKind.HEALTH in agreed(line, asha)
    match = look(line, lambda db: db.exec(select(Match)).one())
    assert isinstance(match, Match)
    assert match.status is MatchStatus.ACTIVE
    assert "have ended" not in mo.news()


def test_who_is_matched_with_nobody_takes_health_details_back_at_once(
    line: Line, asha: Phone
) -> None:
    asha.says("NO HEALTH")
    asha.hears("deleted what you told us about your health")
    assert ConsentKind.HEALTH not in agreed(line, asha)


def test_a_mentor_of_several_is_told_that_all_their_matches_would_end(
    line: Line, asha: Phone, ben: Phone, mo: Phone
) -> None:
    for mentee in (asha, ben):
        line.introduces(mentee, mo)
    mo.says("NO HEALTH")
    mo.hears("all your chats would end")
    mo.presses("Yes, delete it")
    for mentee in (asha, ben):
        mentee.hears("Your chats with Mo have ended")


def test_health_details_chosen_from_the_list_of_consents_are_asked_about_too(
    line: Line, asha: Phone, mo: Phone
) -> None:
    line.introduces(asha, mo)
    asha.says("CONSENT")
    asha.presses("Health details")
    asha.hears("your chats with Mo would end")
    assert ConsentKind.HEALTH in agreed(line, asha)
    asha.presses("Yes, delete it")
    asha.hears("deleted what you told us about your health")
    assert ConsentKind.HEALTH not in agreed(line, asha)


def test_who_opted_out_may_take_health_details_back_and_is_asked_while_a_match_rests(
    line: Line, asha: Phone, mo: Phone
) -> None:
    line.introduces(asha, mo)
    asha.says("STOP")
    asha.news()
    asha.says("NO HEALTH")
    asha.hears("your chats with Mo would end")
    asha.says("yes")
    asha.hears("deleted what you told us about your health")
    assert ConsentKind.HEALTH not in agreed(line, asha)


def test_research_and_stories_are_asked_about_once_after_a_first_good_check_in(
    line: Line, asha: Phone
) -> None:
    with line.database.session() as db:
        db.add(Checkin(id=1, person_id=asha.person_id, weekday=0, at="12:00"))
        timers.set_timer(db, asha.person_id, "checkin", line.now, 1, 1)
    line.settle()
    asha.says("8")
    asha.says("skip")
    asha.hears("without your name")
    asha.says("yes")
    asha.hears("share your story")
    asha.says("no")
    asha.hears("change your mind at any time")
    line.moves_on(days=7)
    asha.hears("How has your week been")
    asha.says("8")
    asha.says("skip")
    assert "without your name" not in asha.hears("We'll ask again next week")
    standing = look(line, lambda db: consents.standing(db, asha.person_id))
    assert standing == {ConsentKind.LINE, ConsentKind.HEALTH, ConsentKind.RESEARCH}
