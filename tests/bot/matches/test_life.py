"""A match from its first week to its ending: prompts, silence, the look back, change, no blame."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from bot.matches import life
from bot.matches.candidates import seeker
from bot.messages import Arrived, Kind
from bot.post import Post
from flows.matches.life import BEGINNING
from flows.matching.fit import Preference
from flows.vocabulary import Channel, EndedFor, Ending, MatchStatus
from storage import matches, people, timers
from storage.feedback import Feedback
from storage.matches import Match
from tests.talking import Line, Phone


@pytest.fixture
def ben(line: Line) -> Phone:
    return line.member("Ben", Channel.SMS, "+447700900102")


@pytest.fixture(autouse=True)
def began(line: Line, ben: Phone, mo: Phone) -> None:
    """Ben and Mo were introduced just now, after Ben had waited for three weeks."""
    line.introduces(ben, mo)
    with line.database.session() as db:
        match = matches.get(db, 1)
        match.waiting_since = line.now - timedelta(weeks=3)
        life.plan(post(line, db), match, BEGINNING)


def post(line: Line, db: Session) -> Post:
    return Post(db, line.now, rules=line.rules)


def standing(line: Line, number: int = 1) -> tuple[MatchStatus, Ending | None]:
    with line.database.session() as db:
        match = matches.get(db, number)
        return match.status, match.ending


def talk_on(line: Line, ben: Phone, mo: Phone, *, weeks: int) -> None:
    """They write to one another once a week."""
    for _ in range(weeks):
        line.moves_on(days=7)
        with line.database.session() as db:
            for each in (ben, mo):
                matches.get(db, 1).spoke(each.person_id, line.now)
    ben.news()
    mo.news()


# While it goes on


def test_both_are_given_a_way_to_begin_in_the_first_week(line: Line, ben: Phone, mo: Phone) -> None:
    line.moves_on(days=3)
    ben.hears("How is it going with Mo?", "one thing that was hard")
    mo.hears("How is it going with Ben?", "listen")


def test_a_silence_is_told_to_the_mentor_then_the_person_then_the_team(
    line: Line, ben: Phone, mo: Phone, priya: Phone
) -> None:
    line.moves_on(days=9)
    ben.news()
    mo.news()
    line.moves_on(days=1)
    mo.hears("quiet between you and Ben", "CHANGE or PERSON")
    ben.hears_nothing()
    line.moves_on(days=4)
    ben.hears("quiet between you and Mo", "No blame")
    priya.hears_nothing()
    line.moves_on(days=4)
    priya.hears("Match 1 (Ben with Mo) has been quiet")
    line.moves_on(days=9)
    mo.hears_nothing()


def test_a_word_ends_the_silence(line: Line, ben: Phone, mo: Phone, priya: Phone) -> None:
    line.moves_on(days=10)
    mo.hears("quiet between you and Ben")
    mo.says("Good evening, how was the walk")
    ben.hears("Mo: Good evening")
    line.moves_on(days=9)
    ben.hears_nothing()
    line.moves_on(days=1)
    mo.hears("quiet between you and Ben")


def test_a_fortnight_without_a_word_is_ordinary_later_on(line: Line, ben: Phone, mo: Phone) -> None:
    talk_on(line, ben, mo, weeks=9)
    line.moves_on(days=14)
    assert "quiet" not in mo.news()
    line.moves_on(days=3)
    mo.hears("quiet between you and Ben")


def test_who_writes_to_a_silent_mentor_is_told_and_found_another_before_everyone(
    line: Line, ben: Phone, mo: Phone, priya: Phone
) -> None:
    asha = line.member("Asha", Channel.TELEGRAM, "1001")
    with line.database.session() as db:
        asha.person(db).seeks_since = line.now - timedelta(weeks=30)
    for _ in range(2):
        ben.says("how was your week?")
        line.moves_on(days=5)
    mo.hears("Ben wrote to you and hasn't heard back")
    line.moves_on(days=4)
    ben.hears("Mo hasn't answered for a while", "send CHANGE")
    line.moves_on(days=4)
    priya.hears("Mo has not answered for over two weeks")
    line.moves_on(days=7)
    ben.hears("so your chats have ended", "You did nothing wrong", "you come first")
    mo.hears("we're looking for someone else for Ben", "send RESUME")
    assert standing(line) == (MatchStatus.ENDED, Ending.MENTOR_SILENT)
    with line.database.session() as db:
        assert [each.id for each in people.seeking(db)] == [ben.person_id, asha.person_id]


def test_a_silent_mentor_who_writes_again_goes_on(line: Line, ben: Phone, mo: Phone) -> None:
    ben.says("how was your week?")
    line.moves_on(days=19)
    mo.says("Sorry, I was away. How are you getting on?")
    line.moves_on(days=9)
    assert standing(line) == (MatchStatus.ACTIVE, None)


def test_half_way_both_are_asked_how_it_is_going(line: Line, ben: Phone, mo: Phone) -> None:
    talk_on(line, ben, mo, weeks=7)
    line.moves_on(days=7)
    ben.hears("every two weeks or so", "about half way")
    mo.hears("every two weeks or so", "about half way")
    ben.says("1")
    ben.hears("Carry on just as you are")
    mo.says("Good evening Ben, how was the walk")
    ben.hears("Mo: Good evening")


def test_half_way_not_working_is_put_right(line: Line, ben: Phone, mo: Phone, priya: Phone) -> None:
    talk_on(line, ben, mo, weeks=8)
    ben.says("not really working")
    ben.hears("Let's put it right", "What would you like instead of talking with Mo?")
    priya.hears("Half way, Ben says of match 1")
    ben.says("stay as we are")
    ben.hears("pass it on to Mo")
    assert standing(line) == (MatchStatus.ACTIVE, None)


def test_nothing_is_asked_while_a_match_is_paused(line: Line, ben: Phone, mo: Phone) -> None:
    ben.says("STOP")
    mo.hears("taking a break")
    line.moves_on(days=12)
    mo.hears_nothing()
    ben.says("START")
    line.moves_on(days=1)
    mo.hears("Ben is back", "How is it going with Ben?", "quiet between you and Ben")


def test_nothing_is_asked_of_either_while_a_concern_is_open(
    line: Line, ben: Phone, mo: Phone, priya: Phone
) -> None:
    ben.says("I want to kill myself tonight")
    ben.says("yes")
    ben.news()
    mo.news()
    line.moves_on(days=12)
    ben.hears_nothing()
    mo.hears_nothing()
    priya.says("close 1 spoke to him, he is with his sister")
    line.moves_on(days=1)
    ben.hears("How is it going with Mo?")
    mo.hears("How is it going with Ben?")


def test_whoever_does_not_come_back_is_waited_for_two_weeks(
    line: Line, ben: Phone, mo: Phone
) -> None:
    mo.says("STOP")
    ben.hears("Mo is taking a break")
    ada = line.mentor("Ada", Channel.TELEGRAM, "1006")
    line.moves_on(days=13)
    ada.hears_nothing()
    line.moves_on(days=1)
    ben.hears("Mo has left the line")
    ada.hears("Can you take them on?")


# The planned ending


def looks_back(line: Line, ben: Phone, mo: Phone, then: str) -> None:
    talk_on(line, ben, mo, weeks=14)
    line.moves_on(days=7)
    ben.hears("about a week left")
    mo.hears("about a week left")
    line.moves_on(days=7)
    ben.hears("let's look back", "How much has it helped you")
    for said in ("8", "very good", "It was good to be listened to"):
        ben.says(said)
    ben.hears("What would you like next?")
    ben.says(then)


def test_it_ends_at_sixteen_weeks_with_a_look_back_by_both(
    line: Line, ben: Phone, mo: Phone
) -> None:
    looks_back(line, ben, mo, "finish here")
    ben.hears("has come to an end", "Thank you for being part of this")
    mo.hears("has come to an end", "How was it for you")
    mo.says("9")
    mo.says("SKIP")
    mo.hears("What you gave made a difference")
    assert standing(line) == (MatchStatus.ENDED, Ending.PLANNED)
    with line.database.session() as db:
        given = db.exec(select(Feedback).order_by(col(Feedback.id))).all()
        assert [(each.helped, each.experience, each.following) for each in given] == [
            (8, "very_good", "finish"), (9, None, None),
        ]  # fmt: skip
        assert given[0].words == "It was good to be listened to"


@pytest.mark.parametrize(
    ("then", "heard"),
    [("find a group near me", "Let's look"), ("become a mentor myself", "How wonderful")],
)
def test_what_comes_next_begins_at_once(
    line: Line, ben: Phone, mo: Phone, then: str, heard: str
) -> None:
    looks_back(line, ben, mo, then)
    ben.hears(heard, "?")
    assert standing(line) == (MatchStatus.ENDED, Ending.PLANNED)


def test_they_carry_on_if_both_would(line: Line, ben: Phone, mo: Phone) -> None:
    looks_back(line, ben, mo, "carry on talking")
    ben.hears("I'll ask Mo")
    mo.hears("Ben would like to carry on")
    mo.presses("Yes, gladly")
    ben.hears("you and Mo carry on talking")
    mo.hears("you and Ben carry on talking")
    line.moves_on(days=8)
    assert standing(line) == (MatchStatus.ACTIVE, None)
    talk_on(line, ben, mo, weeks=14)
    line.moves_on(days=7)
    ben.hears("let's look back")


def test_who_asks_to_carry_on_in_the_last_week_is_asked_what_next_at_once(
    line: Line, ben: Phone, mo: Phone
) -> None:
    talk_on(line, ben, mo, weeks=14)
    line.moves_on(days=8)
    ben.news()
    mo.news()
    ben.says("can we keep talking?")
    ben.hears("haven't passed it on to Mo", "let's look back", "How much has it helped you")
    assert not mo.news()
    for said in ("8", "very good", "SKIP", "carry on talking"):
        ben.says(said)
    mo.hears("Ben would like to carry on")
    mo.presses("Yes, gladly")
    ben.hears("you and Mo carry on talking")
    line.moves_on(days=10)
    assert "look back" not in ben.news()
    assert standing(line) == (MatchStatus.ACTIVE, None)


def test_a_mentor_may_say_that_it_is_time_to_end(line: Line, ben: Phone, mo: Phone) -> None:
    looks_back(line, ben, mo, "carry on talking")
    ben.news()
    mo.presses("No, let's finish")
    ben.hears("has come to an end")
    assert standing(line) == (MatchStatus.ENDED, Ending.PLANNED)


def test_a_mentor_has_a_week_to_say_whether_they_carry_on(
    line: Line, ben: Phone, mo: Phone
) -> None:
    talk_on(line, ben, mo, weeks=16)
    line.moves_on(days=6)
    for said in ("hello", "8", "very good", "SKIP", "carry on talking"):
        ben.says(said)
    mo.hears("Ben would like to carry on")
    line.moves_on(days=6)
    assert standing(line) == (MatchStatus.ACTIVE, None)
    line.moves_on(days=1)
    assert standing(line) == (MatchStatus.ENDED, Ending.PLANNED)
    ben.hears("has come to an end")
    mo.news()
    mo.presses("Yes, gladly")
    assert "carry on talking" not in mo.news()


def test_an_ending_that_nobody_answers_comes_all_the_same(
    line: Line, ben: Phone, mo: Phone
) -> None:
    talk_on(line, ben, mo, weeks=16)
    line.moves_on(days=7)
    ben.hears("has come to an end")
    assert standing(line) == (MatchStatus.ENDED, Ending.PLANNED)


# Change, and an early end


def test_a_change_is_one_word_and_remembers_why(line: Line, ben: Phone, mo: Phone) -> None:
    ada = line.mentor("Ada", Channel.TELEGRAM, "1006")
    ben.says("CHANGE")
    ben.hears("nobody is to blame", "1 Someone else")
    ben.says("1")
    ben.says("someone free when I am")
    ben.hears("looking for someone else")
    mo.hears("no one is to blame", "Thank you for being there")
    ada.hears("Can you take them on?")
    assert standing(line) == (MatchStatus.ENDED, Ending.CHANGED)
    with line.database.session() as db:
        assert matches.get(db, 1).ended_for is EndedFor.TIMES
        assert seeker(post(line, db), ben.person(db)).missed == {Preference.TIMES}
        ada_match = matches.get(db, 2)
        assert (ada_match.mentor_id, ada_match.status) == (ada.person_id, MatchStatus.OFFERED)
        assert ada_match.waiting_since == matches.get(db, 1).waiting_since


def test_a_match_may_just_stop(line: Line, ben: Phone, mo: Phone) -> None:
    line.mentor("Ada", Channel.TELEGRAM, "1006")
    ben.says("change")
    ben.says("just stop here")
    ben.hears("have ended")
    mo.hears("no one is to blame")
    line.moves_on(days=9)
    with line.database.session() as db:
        assert len(db.exec(select(Match)).all()) == 1


def test_a_mentor_may_stop_and_the_person_is_found_another(
    line: Line, ben: Phone, mo: Phone
) -> None:
    ada = line.mentor("Ada", Channel.TELEGRAM, "1006")
    mo.says("change")
    assert "Someone else" not in mo.hears("What would you like instead")
    mo.presses("Just stop here")
    ben.hears("Mo has decided to stop", "We'll look for someone else for you")
    ada.hears("Can you take them on?")
    assert standing(line) == (MatchStatus.ENDED, Ending.EARLY)


def test_the_menu_has_it_for_those_who_are_matched(line: Line, ben: Phone, priya: Phone) -> None:
    ben.says("menu")
    ben.hears("Change or end my match")
    priya.says("menu me")
    assert "Change or end" not in priya.hears("What would you like to do?")


def test_whoever_talks_with_nobody_has_nothing_to_end(line: Line, priya: Phone) -> None:
    priya.says("change")
    priya.hears("not matched with anyone")


def test_a_match_that_is_paused_can_be_ended(line: Line, ben: Phone, mo: Phone) -> None:
    mo.says("STOP")
    ben.news()
    ben.says("change")
    ben.says("just stop here")
    assert standing(line)[0] is MatchStatus.ENDED


def test_whoever_asks_for_a_mentor_while_theirs_is_on_a_break_may_change(
    line: Line, ben: Phone, mo: Phone
) -> None:
    mo.says("STOP")
    ben.news()
    ben.says("I would like a mentor please")
    ben.hears("You have a mentor, Mo, who can't talk just now", "1 Someone else")
    ben.says("someone else")
    ben.says("I'd rather not say")
    ben.hears("we're looking for someone else for you now")


def test_both_may_end_it_at_the_same_moment(line: Line, ben: Phone, mo: Phone) -> None:
    line.mentor("Ada", Channel.TELEGRAM, "1006")
    ben.says("change")
    mo.says("change")
    ben.news()
    mo.news()
    for number, phone in enumerate((mo, ben)):
        line.write_down(
            Arrived(
                channel=phone.channel,
                sender=phone.address,
                kind=Kind.TEXT,
                text="just stop here",
                provider_id=f"at-once-{number}",
            )
        )
    line.settle()
    ben.hears("Your chats with Mo have ended")
    mo.hears("Your chats with Ben have ended")
    assert standing(line) == (MatchStatus.ENDED, Ending.EARLY)
    with line.database.session() as db:
        assert ben.person(db).seeks_since is None
        assert len(db.exec(select(Match)).all()) == 1


def test_a_timer_about_a_match_that_is_over_does_nothing(line: Line, ben: Phone, mo: Phone) -> None:
    ben.says("change")
    ben.says("just stop here")
    mo.says("9")
    mo.says("SKIP")
    ben.news()
    mo.news()
    for _ in range(17):
        line.moves_on(days=7)
    ben.hears_nothing()
    assert "Ben" not in mo.news()
    with line.database.session() as db:
        assert timers.next_due(db) is None
