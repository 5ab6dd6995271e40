"""A program on the other side is noticed by its shape; a person who is quick is not one."""

from datetime import UTC, datetime, timedelta
from itertools import cycle

import pytest

from flows.reading.loops import Loop, Written, loop

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MENU = "What would you like to do? 1 Find a mentor 2 Help near you"
CHAT = [
    "hiya", "its been a long day", "the sensor fell off again in the shower", "haha yes", "lol",
    "no not yet", "ok what did you do then", "i might try that", "thats so funny", "my nan says so",
    "lol", "really though", "do you eat before a swim or after", "oh ok", "same here", "night x",
]  # fmt: skip


def talk(
    theirs: list[str], seconds: float = 4, ours: list[str] | None = None, gap: float = 1
) -> list[Written]:
    """Ours and theirs in turn: they answer after so many seconds, we at once."""
    exchange, at = [], NOON
    for answer, asked in zip(theirs, cycle(ours or [MENU]), strict=False):
        exchange.append(Written(at, asked, from_us=True))
        at += timedelta(seconds=seconds)
        exchange.append(Written(at, answer, from_us=False))
        at += timedelta(seconds=gap)
    return exchange


@pytest.mark.parametrize(
    ("answers", "state"),
    [(1, Loop.NONE), (4, Loop.NONE), (5, Loop.SLOWED), (9, Loop.SLOWED), (10, Loop.STOPPED)],
)
def test_numbered_tickets_are_slowed_then_stopped(answers: int, state: Loop) -> None:
    tickets = [f"Your ticket #{4821 + each} has been received." for each in range(answers)]
    assert loop(talk(tickets)) is state


def test_the_same_text_and_two_that_take_turns_are_a_program() -> None:
    assert loop(talk(["I'm driving with Focus on."] * 12)) is Loop.STOPPED
    pair = ["Ticket 1 has been opened", "Ticket 1 has been closed"]
    assert loop(talk(pair * 6)) is Loop.STOPPED


def test_a_program_that_varies_its_words_is_faster_than_fingers() -> None:
    wordy = [
        f"Good {each}! How may I help you today with your {each} account, dear customer?"
        for each in ("morning", "news", "day", "evening", "luck", "cheer", "grief", "Friday")
    ]
    assert loop(talk(wordy, seconds=2)) is Loop.SLOWED
    assert loop(talk(wordy, seconds=15)) is Loop.NONE


def test_a_person_who_chats_fast_is_none() -> None:
    assert loop(talk(CHAT, seconds=6, ours=[f"and then {each}" for each in CHAT])) is Loop.NONE


def test_quick_short_answers_to_one_question_after_another_are_none() -> None:
    questions = ["Which are you?", "What type?", "Which of these?", "Where?", "When?", "How many?"]
    answers = ["1", "2", "1", "yes", "1", "1", "yes", "2", "1", "yes", "1", "1"]
    assert loop(talk(answers, seconds=3, ours=questions)) is Loop.NONE


def test_the_same_short_answer_to_the_same_question_is_a_program() -> None:
    assert loop(talk(["ok"] * 10, seconds=3, ours=["Sorry, I'm not sure."])) is Loop.STOPPED


def test_the_same_words_minutes_apart_are_a_persons() -> None:
    assert loop(talk(["are you there please"] * 12, seconds=90)) is Loop.NONE


def test_many_messages_in_a_row_are_one_answer() -> None:
    asked = Written(NOON, MENU, from_us=True)
    flood = [
        Written(NOON + timedelta(seconds=each), "hello hello hello", from_us=False)
        for each in range(20)
    ]
    assert loop([asked, *flood]) is Loop.NONE


def test_a_person_takes_the_phone_back() -> None:
    """What a phone answered while they drove is over when they write themselves."""
    exchange = talk(["I'm driving with Focus on."] * 9)
    later = [
        Written(entry.at + timedelta(hours=1), entry.text, entry.from_us)
        for entry in talk(["sorry was driving, all good now"], seconds=60)
    ]
    assert loop(exchange) is Loop.SLOWED
    assert loop([*exchange, *later]) is Loop.NONE
    assert loop([]) is Loop.NONE
