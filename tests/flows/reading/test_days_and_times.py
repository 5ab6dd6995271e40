"""Days and times as people type them."""

from datetime import date, time

import pytest

from flows.reading.days import day
from flows.reading.times import times_meant
from flows.words import Wording

ENGLISH = Wording()
SUNDAY = date(2026, 11, 22)


def each(texts: str) -> list[str]:
    return [text.strip() for text in texts.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, date(2027, 5, 3))
            for text in (
                "3rd of May",
                "3 May",
                "may 3rd",
                "third of may",
                "3/5",
                "03/05/27",
                "2027-05-03",
            )
        ),
        *(
            (text, date(2026, 11, 24))
            for text in (
                "tuesday",
                "next Tuesday",
                "tues",
                "tusday",
                "day after tomorrow",
                "in 2 days",
            )
        ),
        *(
            (text, date(2026, 11, 23))
            for text in ("tomorrow", "tommorow", "tmrw", "tomorrow is fine")
        ),
        ("today", SUNDAY),
        ("wensday", date(2026, 11, 25)),
        ("tuesday week", date(2026, 12, 1)),
        ("the 3rd", date(2026, 12, 3)),
        ("friday 27th november", date(2026, 11, 27)),
        ("29 feb", date(2028, 2, 29)),
        ("in a fortnight", date(2026, 12, 6)),
        ("2 weeks ago", date(2026, 11, 8)),
        ("last tuesday", date(2026, 11, 17)),
    ],
)
def test_a_day_is_read_from_today(text: str, expected: date) -> None:
    assert day(text, SUNDAY, ENGLISH) == expected


@pytest.mark.parametrize(
    "text",
    each("""
        sunday | 3 | 31/02/27 | 05/13/26 | 1 or 2 may | monday or tuesday | friday 28 november |
        may | soon | 99/99/99
    """),
)
def test_a_day_that_is_not_certain_is_none(text: str) -> None:
    assert day(text, SUNDAY, ENGLISH) is None


def test_a_day_in_the_past_is_the_last_such_day() -> None:
    said = ("3 May", "tuesday", "the 3rd", "03/05/68")
    assert [day(text, SUNDAY, ENGLISH, past=True) for text in said] == [
        date(2026, 5, 3),
        date(2026, 11, 17),
        date(2026, 11, 3),
        date(1968, 5, 3),
    ]


def test_next_tuesday_on_a_monday_is_not_tomorrow() -> None:
    monday = date(2026, 11, 23)
    assert day("tuesday", monday, ENGLISH) == date(2026, 11, 24)
    for text in ("next tuesday", "tuesday next week"):
        assert day(text, monday, ENGLISH) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, time(19))
            for text in (
                "7pm",
                "7 pm",
                "7p.m.",
                "7PM pls",
                "19:00",
                "1900",
                "7 in the evening",
                "7 tonight",
            )
        ),
        *(
            (text, time(19, 30))
            for text in (
                "19:30",
                "19.30",
                "7.30pm",
                "730pm",
                "1930 hrs",
                "half 7 pm",
                "half past seven in the evening",
            )
        ),
        *((text, time(12)) for text in ("noon", "midday", "12", "12pm", "12 noon")),
        *((text, time(0)) for text in ("midnight", "12am", "00:00")),
        ("07:30", time(7, 30)),
        ("quarter past 8 am", time(8, 15)),
        ("twenty to 9 in the morning", time(8, 40)),
        ("quarter to 1", time(12, 45)),
        ("3", time(15)),
        ("10", time(10)),
    ],
)
def test_a_time_is_read(text: str, expected: time) -> None:
    assert times_meant(text, ENGLISH) == (expected,)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("7", 7, 0),
        ("730", 7, 30),
        ("half six", 6, 30),
        ("quater past 8", 8, 15),
        ("seven o'clock", 7, 0),
    ],
)
def test_a_time_in_either_half_of_the_day_is_both(text: str, hour: int, minute: int) -> None:
    assert times_meant(text, ENGLISH) == (time(hour, minute), time(hour + 12, minute))


@pytest.mark.parametrize(
    "text",
    each("""
        between 7 and 8 | 7 or 8 | 7-8 | 25:00 | 7:75 | evening | 13:00 am | 77 |
        I am free at 7
    """),
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert times_meant(text, ENGLISH) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mornings about tennish", time(10)),
        ("tenish", time(10)),
        ("half ten", time(10, 30)),
        ("halften", time(10, 30)),
        ("elevenish would suit me", time(11)),
        ("noonish", time(12)),
        ("8pm works for me", time(20)),
        ("could you do 8am", time(8)),
        ("after tea, about 7pm", time(19)),
        ("after work so 6pm", time(18)),
        ("6pm, after work", time(18)),
        ("sundays at 6pm", time(18)),
        ("let's say 4", time(16)),
        ("half 6ish eve", time(18, 30)),
    ],
)
def test_a_time_is_read_however_loosely_it_is_said(text: str, expected: time) -> None:
    assert times_meant(text, ENGLISH) == (expected,)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("9ish", 9, 0),
        ("nineish", 9, 0),
        ("about half nine-ish", 9, 30),
        ("half nine ish", 9, 30),
        ("sixish", 6, 0),
        ("sundays about 6", 6, 0),
        ("any time after 7", 7, 0),
        ("7 or so", 7, 0),
        ("gone 6", 6, 0),
    ],
)
def test_a_loose_time_that_may_be_morning_or_evening_is_both(
    text: str, hour: int, minute: int
) -> None:
    assert times_meant(text, ENGLISH) == (time(hour, minute), time(hour + 12, minute))


@pytest.mark.parametrize(
    "text",
    each("""
        25:00 | 24:30 | 25ish | not before 9am | 8pm, not later than 9 | teatime | early evening |
        i get up about 8am | finish | 6 or 7ish
    """),
)
def test_no_time_is_made_up(text: str) -> None:
    assert times_meant(text, ENGLISH) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tuesday after church", date(2026, 11, 24)),
        ("tuesdays about 6", date(2026, 11, 24)),
        ("weds evening", date(2026, 11, 25)),
        ("thursday nights after the kids are in bed", date(2026, 11, 26)),
        ("tuesday at 7pm", date(2026, 11, 24)),
        ("every friday", date(2026, 11, 27)),
        ("next tuesday at 7", date(2026, 11, 24)),
        ("tuesday 24", None),
        ("not tuesday", None),
    ],
)
def test_a_day_is_read_with_its_hour(text: str, expected: date | None) -> None:
    assert day(text, SUNDAY, ENGLISH) == expected
