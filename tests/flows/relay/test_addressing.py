"""For whom a message is meant: by name where it has one, and never by a guess."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.relay.addressing import (
    Addressed,
    Exchange,
    addressed,
    is_to_all,
    last_speaker,
    mentions,
)

NAMES = ["Ben", "Asha", "Sam", "Sam 2", "Maria", "Marie", "Will", "Noor Khan"]


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("ben hi", "Ben", "ben hi"),
        ("BEN: hi", "Ben", "hi"),
        ("Ben - see you", "Ben", "see you"),
        ("@ben hi", "Ben", "@ben hi"),
        ("ash: hi", "Asha", "hi"),
        ("sam hi", "Sam", "sam hi"),
        ("Sam 2: hi", "Sam 2", "hi"),
        ("sam 2 hi", "Sam 2", "sam 2 hi"),
        ("marie: hi", "Marie", "hi"),
        ("noor: hi", "Noor Khan", "hi"),
        ("noor khan hello", "Noor Khan", "noor khan hello"),
        ("Will: are you up?", "Will", "are you up?"),
        ("Asha", "Asha", ""),
        ("Asha:", "Asha", ""),
    ],
)
def test_a_name_in_front_says_for_whom_and_is_not_passed_on(
    words: str, name: str, rest: str
) -> None:
    assert addressed(words, NAMES) == Addressed(NAMES.index(name), rest)


@pytest.mark.parametrize("words", ["Hi Ben! All well?", "Ben, all well?", "good morning ben"])
def test_a_name_within_a_greeting_stays(words: str) -> None:
    assert addressed(words, NAMES) == Addressed(0, words)


@pytest.mark.parametrize(
    "words",
    [
        "Mari: hi",  # Maria or Marie
        "Sam2: hi",  # Sam or Sam 2
        "Ben said you know him",
        "Will you be there?",
    ],
)
def test_what_may_be_meant_for_two_is_nobodys(words: str) -> None:
    found = addressed(words, NAMES)
    assert found is not None
    assert found.place is None


@pytest.mark.parametrize(
    "words",
    ["Been busy", "Ben's here", "Benign results", "Note: milk", "10:30 suits me", "hello", "", ":"],
)
def test_words_without_a_name_name_nobody(words: str) -> None:
    assert addressed(words, NAMES) is None


def test_names_within_the_words_are_found_whole() -> None:
    assert mentions("night Ben, and asha", NAMES) == {0, 1}
    assert mentions("bent, and will you", NAMES) == set()


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


NEVER = Exchange(None, None)


@pytest.mark.parametrize(
    ("exchanges", "whom"),
    [
        ([NEVER], 0),
        ([NEVER, NEVER], None),
        ([Exchange(ago(minutes=1), None), NEVER], 0),
        ([Exchange(ago(minutes=1), None), Exchange(ago(minutes=9), None)], None),
        ([Exchange(ago(minutes=5), ago(minutes=1)), NEVER], 0),  # going on
        ([Exchange(ago(minutes=5), ago(minutes=2)), Exchange(ago(minutes=1), None)], 1),
        # They wrote, then I wrote to the other: it may be an answer, and it may go on from there.
        ([Exchange(ago(minutes=5), ago(minutes=1)), Exchange(ago(minutes=3), None)], None),
        ([Exchange(ago(days=5), ago(days=5, hours=1)), NEVER], 0),  # late, but nobody else waits
        ([Exchange(ago(days=5), ago(days=4)), Exchange(ago(days=6), ago(days=5))], None),
    ],
)
def test_words_without_a_name_go_to_who_spoke_last_where_that_is_clear(
    exchanges: list[Exchange], whom: int | None
) -> None:
    assert last_speaker(exchanges, NOW) == whom


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hi both, I'm away next week", True),
        ("morning everyone", True),
        ("Thanks all, that was lovely", True),
        ("to both of you: no call this week", True),
        ("sorry you two, running late", True),
        ("Hi all good here", False),
        ("both feet are better", False),
        ("You alright?", False),
        ("All my numbers are fine", False),
        ("hi Ben", False),
    ],
)
def test_words_to_several_at_once_are_known_by_how_they_begin(words: str, expected: bool) -> None:
    assert is_to_all(words) is expected
