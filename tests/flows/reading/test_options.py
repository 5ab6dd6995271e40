"""A number is a place in the list; a label's own words are that label."""

import pytest

from flows.questions import Option, Said, Unclear, free_text, name, optional, pick, place
from flows.questions.choosing import SKIP
from flows.reading.options import answers_by_number, one_of, some_of
from flows.vocabulary import Channel
from flows.words import Wording

SMS = Wording(channel=Channel.SMS)
TELEGRAM = Wording(channel=Channel.TELEGRAM)
LESSON = ["That it's private", "Just the first name", "Only the sad parts"]
SERVICES = [
    "Northgate Lunch Club, under a mile",
    "Riverside Strollers, 1 miles",
    "Stroud Type 2 Evening, 2.5 miles",
]
PEOPLE = ["Priya", "Mo 1", "Two Bridges Charlie"]
TYPES = ["Type 1", "Type 2", "Gestational (in pregnancy)", "Another type", "Not sure"]
LENGTHS = ["3 months", "6 months", "12 months"]
SCORES = ["3", "2", "1"]
LISTS = [LESSON, SERVICES, PEOPLE, TYPES]

FIRST = [
    "1", "one", "1.", "1)", "(1)", "1!", "no 1", "No. 1", "no1", "number one", "number 1", "nr 1",
    "option 1", "option1", "option one", "#1", "1️⃣", "①", "⒈", "１", "١", "the first", "first one",
    "the first one please", "1st", "1 please", "number 1 thanks", "I'd say 1", "1 x", "“1”", "1 👍",
    "I'll go with 1",
]  # fmt: skip
SECOND = ["2", "two", "2.", "no 2", "number two", "option 2", "2️⃣", "②", "the second", "2nd one"]


@pytest.mark.parametrize("labels", LISTS, ids=["lesson", "services", "people", "types"])
@pytest.mark.parametrize("wording", [SMS, TELEGRAM], ids=["sms", "telegram"])
def test_a_number_is_a_place_whatever_numbers_the_labels_hold(
    labels: list[str], wording: Wording
) -> None:
    for text in FIRST:
        assert (text, one_of(text, labels, wording)) == (text, 0)
    for text in SECOND:
        assert (text, one_of(text, labels, wording)) == (text, 1)
    assert one_of("last one", labels, wording) == len(labels) - 1


@pytest.mark.parametrize(
    ("text", "labels", "place"),
    [
        ("type 1", TYPES, 0),
        ("type two", TYPES, 1),
        ("t2", TYPES, 1),
        ("2 type 2", TYPES, 1),
        ("mo 1", PEOPLE, 1),
        ("just the first name", LESSON, 1),
        ("first name", LESSON, 1),
        ("1 that it's private", LESSON, 0),
        ("1. private", LESSON, 0),
        ("riverside", SERVICES, 1),
        ("6 months", LENGTHS, 1),
        ("3", LENGTHS, 2),
        ("3", SCORES, 2),
        ("12", LENGTHS, 2),
    ],
)
def test_by_sms_the_words_of_a_label_choose_it_and_a_bare_number_its_line(
    text: str, labels: list[str], place: int
) -> None:
    assert one_of(text, labels, SMS) == place


@pytest.mark.parametrize("text", ["1 or 2", "2 private", "1 type 2", "0", "4", "2 weeks ago"])
def test_by_sms_a_number_and_other_words_are_not_guessed_at(text: str) -> None:
    assert one_of(text, LESSON, SMS) is None


@pytest.mark.parametrize(
    ("text", "labels", "place"),
    [("3", SCORES, 0), ("1", SCORES, 2), ("3", LENGTHS, 0), ("6", LENGTHS, 1), ("2", SERVICES, 1)],
)
def test_under_buttons_a_label_that_is_a_number_goes_before_a_place(
    text: str, labels: list[str], place: int
) -> None:
    assert one_of(text, labels, TELEGRAM) == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1 and 3", (0, 2)),
        ("3 1", (0, 2)),
        ("1,2", (0, 1)),
        ("2 1", (0, 1)),  # both numbers stand in the third line
        ("1-3", (0, 1, 2)),
        ("first and last", None),
        ("4", None),
    ],
)
def test_several_numbers_are_several_lines(text: str, places: tuple[int, ...] | None) -> None:
    assert some_of(text, [*SERVICES[:2], "Group 2, 1 miles"], SMS) == places


@pytest.mark.parametrize(
    "text", [*FIRST, *SECOND, "1 and 3", "1,2,3", "1-3", "2 & 3", "3 1", "1/2", "number 1 and 2"]
)
def test_bare_numbers_answer_an_open_list(text: str) -> None:
    assert answers_by_number(text, LESSON, SMS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4",
        "0",
        "14",
        "2.5 mmol",
        "private",
        "1 private",
        "i took 3 pills",
        "no",
        "2 units",
        "?",
    ],
)
def test_what_says_more_than_a_number_of_the_list_does_not(text: str) -> None:
    assert not answers_by_number(text, LESSON, SMS)


def test_skip_has_the_number_after_the_last_line() -> None:
    question = optional(
        pick("joining-name", [Option(str(at), each) for at, each in enumerate(SERVICES)])
    )
    assert question.read(Said("4"), SMS) is None
    assert question.read(Said("no 2"), SMS) == "1"
    assert question.read(Said(pressed=SKIP), SMS) is None
    assert question.read(Said("5"), SMS) == Unclear("unclear-choice")


DAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "No check-ins",
]
TIMES = ["Mornings", "Afternoons", "Evenings", "Weekends"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sunday after church", 6),
        ("sundays about 6", 6),
        ("Sundays best for me, after the roast", 6),
        ("weds evening", 2),
        ("tues about 7ish", 1),
        ("mon 9am", 0),
        ("thursday nights after the kids are in bed", 3),
        ("not sundays", None),
        ("friday or saturday", None),
        ("sunday, not saturday", None),
    ],
)
def test_a_day_is_chosen_with_its_hour(text: str, place: int | None) -> None:
    assert one_of(text, DAYS, SMS) == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("evenings, not tuesdays", (2,)),
        ("evenings but not tuesdays", (2,)),
        ("evenings and weekends, not too early", (2, 3)),
        ("mornings about tennish", (0,)),
        ("mornings but not mondays, evenings", (0, 2)),
        ("evenings, not weekends", None),  # one of ours: it is asked again
        ("not tuesdays", None),
        ("not mornings", None),
    ],
)
def test_what_is_ruled_out_and_was_no_option_is_left_aside(
    text: str, places: tuple[int, ...] | None
) -> None:
    assert some_of(text, TIMES, SMS) == places


@pytest.mark.parametrize(
    "text",
    [
        "skip", "SKIP.", "/skip", "“skip”", "s k i p", "skp", "sikp", "skipp", "skip 👍",
        "can I skip this one?", "skip pls", "let's skip", "i'd like to skip", "skip for now",
        "next one", "pass", "rather not say", "leave that one", "⏭️", "Skip this question please",
    ],
)  # fmt: skip
@pytest.mark.parametrize("channel", list(Channel))
def test_a_question_is_skipped_in_all_the_ways_there_are(text: str, channel: Channel) -> None:
    wording = Wording(channel=channel)
    services = [Option(str(at), each) for at, each in enumerate(SERVICES)]
    for question in (pick("joining-name", services), free_text("n"), place("p"), name("n")):
        assert optional(question).read(Said(text), wording) is None
