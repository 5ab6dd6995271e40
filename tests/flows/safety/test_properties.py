"""What must hold of triage for any text at all."""

import dataclasses
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.reading.spelling import LONGEST
from flows.safety.triage import Risk, Triage, triage

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)
WORDS = st.lists(
    st.sampled_from("i want to die my sugar is 2.4 he hits me can stop insulin thanks dont".split())  # noqa: SIM905
).map(" ".join)


def judged(text: str) -> Triage:
    """What is made of `text`, less the person's own words, which are quoted as they were typed."""
    return dataclasses.replace(triage(text), why=())


@given(ANYTHING, st.lists(ANYTHING, max_size=3))
def test_any_text_is_read_without_an_error(text, earlier):
    found = triage(text, earlier)
    assert bool(found.why) is (found.label is not Risk.NONE)


@given(WORDS)
def test_the_same_words_are_read_alike_in_capitals_and_wide_spaces(text):
    spaced = text.replace(" ", " \n\t ")
    assert judged(text) == judged(text.upper()) == judged(spaced)


@given(WORDS)
def test_marks_nobody_sees_change_nothing(text):
    hidden = text.replace("i", "i\u200b\x00").replace("e", "\u202ee\ud800")
    assert judged(hidden) == judged(text)


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(["i want to die ", "x", "😂", "ক", "a b ", "\x00\ud800", "2.4 ketones "]))
def test_a_message_of_100_kilobytes_costs_no_more_than_a_long_one(piece):
    began = time.process_time()
    triage(piece * (100_000 // len(piece)))
    assert time.process_time() - began < 0.5


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(["\n", " ", "\t", " \n", ".\n", "। "]), st.sampled_from(["", "hi"]))
def test_a_long_run_of_blanks_costs_next_to_nothing(blank, end):
    triage("hello")  # the weights are read by now
    began = time.process_time()
    triage(blank * (LONGEST // len(blank)) + end)
    assert time.process_time() - began < 0.1
