"""What is held before it is relayed, what passes, and what is left of a message without it."""

import json
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.relay.screening import Found, screen, without

HERE = Path(__file__).parent
WORDS = {
    "English": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "Polish": ["zero", "jeden", "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem",
               "dziewięć"],
    "Welsh": ["sero", "un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw"],
    "Urdu": ["sifar", "aik", "do", "teen", "chaar", "paanch", "chhe", "saat", "aath", "nau"],
}  # fmt: skip
SCRIPTS = (
    "0123456789", "０１２３４５６７８９", "⓪①②③④⑤⑥⑦⑧⑨", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹",
    "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "੦੧੨੩੪੫੬੭੮੯", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
)  # fmt: skip


def messages(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def caught_and_held(rows: list[dict[str, str]]) -> tuple[float, float]:
    """The share of risky messages caught, and of ordinary ones held."""
    stopped = [(row["label"] == "ok", screen(row["text"]).label is not Found.OK) for row in rows]
    risky = [held for ordinary, held in stopped if not ordinary]
    ordinary = [held for ordinary, held in stopped if ordinary]
    return sum(risky) / len(risky), sum(ordinary) / len(ordinary)


@pytest.mark.parametrize(
    ("name", "least", "most"), [("examples.jsonl", 0.96, 0.03), ("unseen.jsonl", 0.96, 0.05)]
)
def test_catches_what_it_should_and_holds_little_else(name: str, least: float, most: float) -> None:
    caught, held = caught_and_held(messages(name))
    print(f"{name}: {caught:.3f} caught, {held:.3f} of ordinary messages held")
    assert caught >= least
    assert held <= most


def test_holds_hardly_any_of_what_people_write_otherwise() -> None:
    """The examples of safety are ordinary here, but for those that are known to hold details."""
    held = [text for text in ordinary() if screen(text).label is not Found.OK]
    print(f"{len(held)} of {len(ordinary())} held")
    assert len(held) <= 0.01 * len(ordinary())


def ordinary() -> list[str]:
    noted = {row["text"] for row in messages("among_safety.jsonl")}
    return [row["text"] for row in messages("../../safety/examples/ordinary.jsonl")
            if row["text"] not in noted]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["ok", "nah", "brill", "will do", "back", "welcome back!", "I agree",
     "I want to kill myself tonight", "my sugar was 5.5 at bedtime",
     "just hanging the washing out, ring me in ten", "do you keep spare strips in your bag",
     "my signal is poor at the caravan", "the nurse gave me her direct line"],
)  # fmt: skip
def test_ordinary_talk_passes(text: str) -> None:
    assert screen(text).label is Found.OK


# A number that nobody has: Ofcom keeps these for stories.
mobiles = st.integers(0, 999).map(lambda last: f"07700900{last:03}")
landlines = st.integers(0, 999).map(lambda last: f"01632960{last:03}")
numbers = st.one_of(mobiles, landlines)


@st.composite
def spellings(draw: st.DrawFn) -> str:
    """A UK number in pieces, each piece in figures of some script or in words of some language."""
    number = draw(numbers)
    cuts = [0, *sorted(draw(st.sets(st.integers(1, len(number) - 1)))), len(number)]
    spelt = [spelling(draw, number[start:end]) for start, end in pairwise(cuts)]
    return draw(st.sampled_from((" ", "-", "  ", " - ", ", ", "/", "\n"))).join(spelt)


def spelling(draw: st.DrawFn, digits: str) -> str:
    if draw(st.booleans()):
        return "".join(draw(st.sampled_from(SCRIPTS))[int(d)] for d in digits)
    words = WORDS[draw(st.sampled_from(sorted(WORDS)))]
    return " ".join(words[int(d)] for d in digits)


@settings(max_examples=150, deadline=None)
@given(spellings())
def test_a_number_in_any_spelling_and_spacing_is_caught(number: str) -> None:
    assert screen(number).label is Found.CONTACT
    assert screen(f"my sugar is fine. {number} any time").label is Found.CONTACT


@settings(max_examples=60, deadline=None)
@given(numbers, st.sampled_from(("biscuit", "then", "and then", "sugar free", "🍪")))
def test_a_number_padded_with_words_is_caught(number: str, padding: str) -> None:
    pieces = (number[:5], number[5:8], number[8:])
    assert screen(f" {padding} ".join(pieces)).label is Found.CONTACT


@settings(max_examples=60, deadline=None)
@given(numbers, st.integers(2, 9))
def test_a_number_split_over_messages_is_caught_at_the_last_piece(number: str, cut: int) -> None:
    assert screen(number[cut:], earlier=["morning Asha", number[:cut]]).label is Found.CONTACT


def test_readings_said_earlier_do_not_turn_an_ordinary_number_into_one() -> None:
    assert (
        screen("now 6.4", earlier=["7.1 first thing", "bus 22 was late", "0.3 ketones"]).label
        is Found.OK
    )


@pytest.mark.parametrize(
    "text",
    [
        "ring 999 if she will not wake",
        "samaritans are 116 123",
        "0345 123 2399 is the helpline",
        "https://www.nhs.uk/live-well",
    ],
)
def test_helplines_and_health_sites_pass(text: str) -> None:
    assert screen(text).label is Found.OK


@pytest.mark.parametrize(
    "text",
    ["see https://nhs.uk.example.com/login", "https://www.nhs.uk@example.com", "go to fakenhs.uk"],
)
def test_a_site_that_only_looks_like_a_health_site_is_held(text: str) -> None:
    assert screen(text).label is Found.CONTACT


def test_says_what_it_found() -> None:
    assert screen("I'm on 07700 900123 or ben@example.com").why == (
        "a phone number",
        "an email address",
    )


def test_what_is_left_without_the_number_can_be_sent() -> None:
    left = without("That recipe was lovely, thank you. Ring me on 07700 900123 after tea.")
    assert left == "That recipe was lovely, thank you."


def test_nothing_is_left_of_a_message_that_was_only_a_number() -> None:
    assert without("07700 900123") is None
    assert without("zero seven seven zero zero. nine zero zero. one two three.") is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_written_is_read_without_error_and_what_is_left_passes(text: str) -> None:
    screen(text)
    left = without(text)
    assert left is None or screen(left).label is Found.OK


@pytest.mark.parametrize(
    "unit",
    ["0", "a", "whatsapp ", "07 ", "\x00", "\ud800", "you can send me ", "a.", "@", "1 The "],
)
def test_a_message_as_long_as_can_be_is_read_in_bounded_time(unit: str) -> None:
    started = time.perf_counter()
    screen(unit * (4096 // len(unit)))
    assert time.perf_counter() - started < 2


def test_an_hour_of_figures_before_it_is_read_in_bounded_time() -> None:
    started = time.perf_counter()
    screen("12 3", ["one two " * 512] * 30)
    assert time.perf_counter() - started < 2


def test_ordinary_figures_of_one_hour_are_no_number_in_pieces() -> None:
    said = ["I was 12 then 8", "10 units at tea", "my sugar was 7.2 this morning", "back at 07:30"]
    assert screen("bp was 135 over 85", said).label is Found.OK


def test_a_hundred_kilobytes_are_held_unread() -> None:
    started = time.perf_counter()
    assert screen("0" * 100_000).label is Found.CONTACT
    assert time.perf_counter() - started < 0.05


def test_costs_little() -> None:
    def spent(text: str) -> float:
        started = time.perf_counter()
        screen(text)
        return time.perf_counter() - started

    assert median(spent(row["text"]) for row in messages("unseen.jsonl")) < 0.003
