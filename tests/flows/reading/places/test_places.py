"""A postcode district, read from what people type."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.reading.places import DISTRICTS, outcode

HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "least"), [("examples.jsonl", 0.97), ("unseen.jsonl", 0.95)])
def test_reads_most_answers_right(name: str, least: float) -> None:
    rows = [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
    right = sum(outcode(row["text"]) == row["outcode"] for row in rows) / len(rows)
    print(f"{name}: {right:.3f} right")
    assert right >= least


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(DISTRICTS)), st.sampled_from(("1AA", "2de", "9 XY")), st.booleans())
def test_every_district_is_read_from_a_whole_postcode(
    district: str, inward: str, lower: bool
) -> None:
    typed = f"{district} {inward}"
    assert outcode(typed.lower() if lower else typed) == district


@pytest.mark.parametrize(
    "district", ["GL5", "EC1A", "W1T", "SW1A", "SE1P", "N1C", "BT1", "JE2", "BF1"]
)
def test_the_district_alone_is_enough(district: str) -> None:
    assert outcode(district) == district
    assert outcode(f"its {district.lower()} i think") == district


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("P0l9 1AA", "PO19"),
        ("SO15 2AB", "SO15"),
        ("S015 2AB", "SO15"),
        ("1V2", "IV2"),
        ("gl l 2ab", "GL1"),
    ],
)
def test_letters_and_figures_typed_for_one_another(typed: str, district: str) -> None:
    assert outcode(typed) == district


@pytest.mark.parametrize(
    "text",
    [
        "im 71",
        "traffic on the M5 is bad",
        "69003 Lyon",
        "ZZ1 1AA",
        "GL99 1AA",
        "type 2",
        "vitamin B12",
        "cheers m8",
        "",
        "90210",
    ],
)
def test_what_only_looks_like_a_district_is_not_one(text: str) -> None:
    assert outcode(text) is None


def test_the_place_someone_lives_now_wins() -> None:
    assert outcode("not LS6 any more, BS5 now") == "BS5"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_only_districts_in_use_come_out(text: str) -> None:
    assert outcode(text) in DISTRICTS | {None}


@pytest.mark.parametrize("unit", ["GL", "1", "\x00", "\ud800", " ", "a1 "])
def test_a_very_long_answer_is_read_in_bounded_time(unit: str) -> None:
    started = time.perf_counter()
    outcode(unit * (100_000 // len(unit)))
    assert time.perf_counter() - started < 1
