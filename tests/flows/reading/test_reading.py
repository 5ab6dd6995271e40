"""What people type, and what it is taken for."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.reading.days import day
from flows.reading.names import name
from flows.reading.numbers import number
from flows.reading.options import one_of, some_of
from flows.reading.replies import declines, sense, yes_no
from flows.reading.text import words
from flows.vocabulary import Language
from flows.words import Wording

ENGLISH = Wording()
TYPES = ["Type 1", "Type 2", "Gestational (in pregnancy)", "Another type", "Not sure"]
NEEDS = ["Newly diagnosed", "Food", "Moving more", "Feelings", "Pumps", "Work and family"]
AGES = ["18 to 24", "25 to 34", "35 to 44", "45 or over"]
SUNDAY = date(2026, 11, 22)


def each(texts: str) -> list[str]:
    return [text.strip() for text in texts.split("|")]


@pytest.mark.parametrize(
    "text",
    each("""
        yes | Yes! | YES PLEASE | y | yh | yess | yesssss | yse | yep | aye | yeah go on |
        go on then | ok then | okay | k | sure, why not? | 👍 | 👍🏽 | ✅ | ｙｅｓ | y\u200fes |
        definately | of course I do | I do | I am | yes I'm over 18 | yes please I'd like that |
        no problem | no worries | that's fine thanks | sounds good | please | wouldn't say no |
        I guess so | oh go on then | yes 😊 | no objections | yes I'm fine | that'd be lovely |
        course I do
    """),
)
def test_a_yes_is_read(text: str) -> None:
    assert yes_no(text, ENGLISH) is True


@pytest.mark.parametrize(
    "text",
    each("""
        no | No. | NO!!! | n | nah | nope | noooo | no thanks | no thank you | not really |
        dont think so | Don’t think so | I don't | 👎 | 👎🏿 | no way | never | not now |
        I'd rather not | no I'm good thanks | no, that's fine | no not today | of course not |
        definitely not | nah you're alright | sorry no | I'm afraid not | I don't feel safe
    """),
)
def test_a_no_is_read(text: str) -> None:
    assert yes_no(text, ENGLISH) is False


@pytest.mark.parametrize(
    "text",
    each("""
        yes but no | yes and no | yes, but not now | maybe | not sure | I don't know |
        it depends | no one | my son is ok | I am 15 | I am not ok with that |
        I am not under 18 | good morning | please help me | what? | ok so what happens then |
        sore | hope | note | noon | five | on | yes I am not | not bad | no yes | \u0000 |
        🤷 | thanks | hello | I'm alright thanks | dont no | is that ok with you? |
        is that fine by you | do you agree | can you do it | would you like that | are we all good
    """),
)
def test_what_could_be_either_is_neither(text: str) -> None:
    assert yes_no(text, ENGLISH) is None


@given(st.sampled_from(["no", "nope", "not really", "nah", "no thanks"]), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_a_leading_no_is_never_a_yes(no: str, more: str) -> None:
    assert yes_no(f"{no} {more}", ENGLISH) is not True


@pytest.mark.parametrize(
    ("language", "yes", "no", "unsure"),
    [
        (Language.WELSH, "ydw", "dim diolch", "Ddim yn siŵr"),
        (Language.POLISH, "tak", "nie dziękuję", "nie wiem"),
        (Language.URDU, "جی ہاں", "نہیں", "pata nahi"),
        (Language.PUNJABI, "ਹਾਂ ਜੀ", "ਨਹੀਂ", "ਪਤਾ ਨਹੀਂ"),
        (Language.BENGALI, "হ্যাঁ", "না", "জানি না"),
    ],
)
def test_each_language_has_its_own_yes_and_no_beside_the_english(
    language: Language, yes: str, no: str, unsure: str
) -> None:
    theirs = Wording(language)
    assert yes_no(yes, theirs) is yes_no("yes please", theirs) is True
    assert yes_no(no, theirs) is yes_no("not really", theirs) is False
    assert sense(unsure, theirs) == "unsure"


def test_a_polish_no_that_may_mean_yes_is_neither() -> None:
    assert yes_no("no", Wording(Language.POLISH)) is None


@pytest.mark.parametrize(
    "text",
    each("""
        skip | Pass | rather not say | prefer not to say pls | no | none | nothing else thanks
    """),
)
def test_a_question_that_may_be_left_out_is_declined(text: str) -> None:
    assert declines(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        *(
            (text, 1)
            for text in (
                "2",
                "two",
                "2.",
                "2)",
                "no. 2",
                "no 2",
                "number 2 pls",
                "the second one",
                "2nd",
            )
        ),
        *(
            (text, 1)
            for text in (
                "type 2",
                "TYPE 2",
                "t2",
                "T2D",
                "type2",
                "tyep2",
                "type2 diabetes",
                "type two",
                "typ 2",
                "2 type 2",
                "２",
            )
        ),
        *(
            (text, 1)
            for text in ("i have type 2 diabetes", "I think it's type 2", "2️⃣", "option two", "٢")
        ),
        *((text, 0) for text in ("tpye 1", "type 1", "first one please", "t1")),
        *((text, 2) for text in ("pregnant", "gestashional", "gestational one", "3️⃣", "third one")),
        *((text, 4) for text in ("not sure", "dont know", "idk", "the last one", "5")),
    ],
)
def test_an_option_is_meant_by_its_label_or_its_number(text: str, place: int) -> None:
    assert one_of(text, TYPES, ENGLISH) == place


@pytest.mark.parametrize(
    "text",
    each("""
        1 or 2 | two or three | type | type 1 or type 2 | not type 2 | 2 type 1 | 6 | 2-3 |
        1,2 | 2.5 | - | that one | type 2 but also type 1 | type 22 | lada |  | ? | yes
    """),
)
def test_two_near_options_are_never_guessed_between(text: str) -> None:
    assert one_of(text, TYPES, ENGLISH) is None


def test_words_that_differ_by_a_letter_are_not_taken_for_each_other() -> None:
    assert one_of("mood", NEEDS, ENGLISH) is one_of("foot", NEEDS, ENGLISH) is None
    assert one_of("fodo", NEEDS, ENGLISH) == 1


def test_a_label_is_meant_by_another_way_of_saying_it() -> None:
    assert one_of("nope", ["Monday", "No thanks"], ENGLISH) == 1
    assert one_of("not fussed", ["I don't mind", "A woman", "A man"], ENGLISH) == 0


def test_part_of_a_label_among_strange_words_is_not_that_label() -> None:
    times = ["Mornings", "Afternoons", "Evenings", "Weekends"]
    assert one_of("after work", times, ENGLISH) is None
    assert one_of("afternoon works for me", times, ENGLISH) == 1


def test_a_small_word_counts_when_it_is_all_there_is() -> None:
    roles = ["Me, I have diabetes", "Someone I care for"]
    assert one_of("me", roles, ENGLISH) == 0
    assert one_of("I", roles, ENGLISH) is None


def test_an_age_falls_into_its_range() -> None:
    assert [one_of(text, AGES, ENGLISH) for text in ("42", "I'm 42", "25-34", "80", "17")] == [
        2,
        2,
        1,
        3,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        *(
            (text, (0, 2))
            for text in (
                "1 and 3",
                "1,3",
                "1, 3",
                "3 1",
                "1&3",
                "first and third",
                "1) 3)",
                "one, three",
            )
        ),
        *(
            (text, (1, 3))
            for text in (
                "food, feelings",
                "food feelings",
                "Feelings and food",
                "2. Food\n4. Feelings",
            )
        ),
        ("work and family", (5,)),
        ("work and family, food", (1, 5)),
        ("1-3", (0, 1, 2)),
        ("2 to 4 please", (1, 2, 3)),
        ("1-3-5", (0, 2, 4)),
        ("all of them", (0, 1, 2, 3, 4, 5)),
        ("everything pls", (0, 1, 2, 3, 4, 5)),
    ],
)
def test_several_options_are_read_in_the_order_of_the_list(
    text: str, places: tuple[int, ...]
) -> None:
    assert some_of(text, NEEDS, ENGLISH) == places


@pytest.mark.parametrize(
    "text", ["1 or 2", "13", "not food", "food, not feelings", "food, frogs", "both", "", ",,,"]
)
def test_several_options_are_read_only_when_every_part_is_clear(text: str) -> None:
    assert some_of(text, NEEDS, ENGLISH) is None


@pytest.mark.parametrize(
    "text",
    each("""
        7 | 7/10 | 7 / 10 | 7 out of 10 | seven out of ten | 7ish | about 7 | I'd say a 7 |
        seven | ７ | ٧ | 7️⃣ | 7!! | 7, slept badly | 7 because of my foot | 7 - tired |
        7 today | 7 rubbish week | 7 but getting better | maybe 7 | it was a solid 7
    """),
)
def test_one_number_is_read(text: str) -> None:
    assert number(text, ENGLISH, out_of=10) == 7


@pytest.mark.parametrize(
    "text",
    each("""
        7 or 8 | 7-8 | 7 8 | 7/5 | not 7 | 7, no 8 | more than 7 | lots | 7 days |  | e5 | nan |
        inf | 7 bad nights | 7 and a half | 7 days ok rest bad | 7 sugars were 15 all day
    """),
)
def test_what_is_not_one_number_is_none(text: str) -> None:
    assert number(text, ENGLISH, out_of=10) is None


def test_numbers_are_written_in_many_ways() -> None:
    said = ("5.5", "5,5", "1,000", "-2", "twenty five", "5.5mmol/L", "5.5 mmol/l", "🔟")
    assert [number(text, ENGLISH, unit="mmol/L") for text in said] == [
        5.5,
        5.5,
        1000,
        -2,
        25,
        5.5,
        5.5,
        10,
    ]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("asha", "Asha"),
        ("ASHA", "Asha"),
        ("call me Ash", "Ash"),
        ("I'm Asha", "Asha"),
        ("I’m Asha 🌸", "Asha"),
        ("my name is asha k", "Asha K"),
        ("hi im ben pls", "Ben"),
        ("just Ben is fine", "Ben"),
        ("you can call me Mo, thanks", "Mo"),
        ("McDonald", "McDonald"),
        ("mary-jane o'brien", "Mary-Jane O'Brien"),
        ("zoë", "Zoë"),
        ("আশা", "আশা"),
        ("Pri\u0000ya\u202e", "Priya"),
    ],
)
def test_a_name_is_read(text: str, called: str) -> None:
    assert name(text, ENGLISH) == called


@pytest.mark.parametrize(
    "text",
    each("""
        1234 | /start | www.example.com | http://x.uk | me@example.com | @asha | no | ok |
        not sure | hello | why? | I do not want to tell you that today | 🌸 | skip | I'm fine
    """),
)
def test_what_is_no_name_is_none(text: str) -> None:
    assert name(text, ENGLISH) is None


def test_a_hundred_kilobytes_is_read_at_once() -> None:
    started = perf_counter()
    for text in ("yes " * 25_000, "1" * 100_000, "\ud800" * 100_000, "food, " * 17_000):
        assert words(text) == []
        assert (
            yes_no(text, ENGLISH) is one_of(text, TYPES, ENGLISH) is number(text, ENGLISH) is None
        )
        assert (
            some_of(text, NEEDS, ENGLISH)
            is name(text, ENGLISH)
            is day(text, SUNDAY, ENGLISH)
            is None
        )
    assert perf_counter() - started < 2
