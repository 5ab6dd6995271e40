"""People answer in sentences, ask for help in the middle, say thank you, and are met as people."""

import pytest

from flows.vocabulary import Channel, Diabetes, PersonStatus, Role
from storage import concerns
from storage.concerns import ConcernKind
from tests.talking import Line, Phone


@pytest.fixture
def ben(line: Line) -> Phone:
    """Someone whom the line has not met."""
    return line.phone("Ben", Channel.SMS, "+447700900101")


def test_answers_in_whole_sentences_are_answers_and_no_cry_for_help(
    line: Line, ben: Phone, priya: Phone
) -> None:
    for said in (
        "hello", "yeah thats fine love", "yes im 67", "im called ben mate",
        "ok thats fine i suppose", "its for my wife she has diabetes",
        "i dont know they didnt say", "all of it", "we are in gl1",
    ):  # fmt: skip
        ben.says(said)
    ben.hears("Nice to meet you, Ben.", "All done, Ben")
    priya.hears_nothing()
    with line.database.session() as db:
        profile = ben.person(db).profile
    assert (profile.role, profile.diabetes) == (Role.CARER, Diabetes.NOT_SURE)


def test_a_child_who_says_how_old_they_are_is_not_asked_who_hurts_them(
    line: Line, ben: Phone, priya: Phone
) -> None:
    ben.says("hello")
    ben.says("yes")
    ben.news()
    ben.says("no im 15")
    assert "Are you safe" not in ben.hears("Childline")
    priya.hears("Under 18")
    with line.database.session() as db:
        assert ben.person(db).status is PersonStatus.UNDER_AGE
        assert [each.kind for each in concerns.open_of(db, ben.person_id)] == [
            ConcernKind.UNDER_AGE
        ]


def test_who_asks_for_help_in_the_middle_is_given_it_and_asked_once_more(ben: Phone) -> None:
    ben.says("hello")
    ben.says("yes")
    ben.news()
    ben.says("i dont understand, what is this?")
    ben.hears("This is Alongside", "18 or over")
    ben.says("I need help")
    ben.hears("This is Alongside", "18 or over")
    ben.says("I need to talk to someone")
    ben.hears("116 123", "18 or over")


def test_another_wish_in_the_middle_is_seen_to_and_the_question_comes_back(asha: Phone) -> None:
    asha.says("I want to change my check-in day")
    asha.hears("Which day suits you?")
    asha.says("is there a walking group near me?")
    asha.hears("Roughly where are you?")
    asha.says("BT1")
    asha.says("none of them thanks")
    asha.hears("back to what we were asking", "Which day suits you?")


def test_the_third_answer_that_cannot_be_read_is_not_the_last_time_it_is_asked(ben: Phone) -> None:
    ben.says("hello")
    ben.news()
    for colour in ("purple", "orange", "green", "blue"):
        ben.says(colour)
    assert ben.hears("send PERSON").count("Are you happy for us to message you?") == 2


def test_no_to_the_menu_ends_it(asha: Phone) -> None:
    asha.says("menu")
    asha.hears("What would you like to do?")
    asha.says("no thanks")
    assert "What would you" not in asha.hears("That's fine")


def test_a_menu_that_was_left_is_not_come_back_to(asha: Phone) -> None:
    asha.says("menu")
    asha.says("CONSENT")
    asha.news()
    asha.says("skip")
    assert "What would you" not in asha.hears("Nothing has changed")


def test_thanks_are_answered_without_a_menu(asha: Phone) -> None:
    asha.says("ok thank you so much")
    assert "What would you" not in asha.hears("You're welcome")


def test_who_chats_is_told_that_nobody_reads_it_and_what_there_is(asha: Phone) -> None:
    asha.says("not a brilliant day if I'm honest")
    asha.hears("automatic reply", "Talk to a mentor now")


def test_who_chose_to_find_a_mentor_is_not_asked_whether_they_want_one(asha: Phone) -> None:
    asha.says("menu")
    asha.presses("Find a mentor")
    assert "Would you like" not in asha.hears("Which languages")


def test_a_concern_may_be_long_and_goes_to_nobody_else(
    line: Line, asha: Phone, priya: Phone
) -> None:
    line.introduces(asha, line.mentor("Mo", Channel.TELEGRAM, "1003"))
    asha.says("CONCERN")
    asha.presses("Mo")
    asha.presses("Something else")
    asha.news()
    asha.says("We walked along the river and talked about the weather. " * 60)
    assert "SEND" not in asha.hears("Our team has it")
    priya.hears("1")
    priya.says("SHOW 1")
    assert len(priya.hears("Concern 1", "along the river")) > 3000
