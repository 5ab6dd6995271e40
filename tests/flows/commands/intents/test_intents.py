"""What people want, read from their own words."""

import json
import time
from collections import Counter
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.commands.intents import Intent, intent

HERE = Path(__file__).parent


def messages(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("name", "least"), [("examples.jsonl", 0.96), ("unseen.jsonl", 0.93)])
def test_reads_most_wishes_right(name: str, least: float) -> None:
    rows = messages(name)
    wrong = Counter(row["label"] for row in rows if intent(row["text"]) != row["label"])
    right = 1 - wrong.total() / len(rows)
    print(f"{name}: {right:.3f} right; wrong by label: {dict(wrong)}")
    assert right >= least


def test_ordinary_messages_ask_nothing_and_hardly_ever_stop() -> None:
    """The examples of safety are ordinary here, but for those that are known to ask something."""
    noted = {row["text"] for row in messages("among_safety.jsonl")}
    rows = messages("../../safety/examples/ordinary.jsonl")
    wishes = [intent(row["text"]) for row in rows if row["text"] not in noted]
    asked = len(wishes) - wishes.count(Intent.GREETING_OR_OTHER)
    print(f"of {len(wishes)}: {asked} misread, {wishes.count(Intent.STOP)} as stop")
    assert wishes.count(Intent.STOP) <= 0.003 * len(wishes)
    assert asked <= 0.04 * len(wishes)


@pytest.mark.parametrize(
    "text",
    ["english", "Yes please", "7 out of 10", "test", "no bother", "❤️", "none", "sound",
     "and another thing, number 3 of my list of moans", "lovely", "the second one please"],
)  # fmt: skip
def test_a_short_answer_asks_nothing(text: str) -> None:
    assert intent(text) is Intent.GREETING_OR_OTHER


@pytest.mark.parametrize(
    "word",
    ["STOP", "stopall", "Unsubscribe", "CANCEL", "end", "QUIT", "revoke", "OptOut", " Stop. "],
)
def test_the_carriers_words_alone_are_an_opt_out(word: str) -> None:
    assert intent(word) is Intent.STOP


@pytest.mark.parametrize(
    "text",
    [
        "pls stop texting me",
        "no more msgs ta",
        "take me off ur list",
        "stop it now",
        "plz unsubscibe me",
    ],
)
def test_peoples_own_ways_of_opting_out(text: str) -> None:
    assert intent(text) is Intent.STOP


@pytest.mark.parametrize(
    "text",
    [
        "STOP eating bread",
        "i cant stop laughing",
        "bus stop was flooded",
        "weekend was lovely",
        "quit sugar in may",
    ],
)
def test_a_stop_word_in_ordinary_talk_is_no_opt_out(text: str) -> None:
    assert intent(text) is not Intent.STOP


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("stop the check ins", Intent.CHECKIN_CHANGE),
        ("stop seeing my mentor", Intent.END_MATCH),
        ("delete everything you have on me", Intent.MY_DATA),
        ("remove me and never text me again", Intent.STOP),
        ("i want to be a mentor", Intent.VOLUNTEER),
        ("i want a mentor", Intent.MENTOR),
        ("i want a different mentor", Intent.END_MATCH),
        ("i want to complain about my mentor", Intent.COMPLAINT),
        ("can i talk to a person now", Intent.TALK_NOW),
    ],
)
def test_where_two_wishes_share_words_the_object_decides(text: str, wish: Intent) -> None:
    assert intent(text) is wish


@pytest.mark.parametrize(
    "text", ["stopiwch", "band karo", "বন্ধ করুন", "ਬੰਦ ਕਰੋ", "بند کرو", "przestań"]
)
def test_stop_in_each_language(text: str) -> None:
    assert intent(text) is Intent.STOP


@pytest.mark.parametrize("text", ["cymorth", "pomoc", "مدد", "সাহায্য", "ਮਦਦ", "madad"])
def test_help_in_each_language(text: str) -> None:
    assert intent(text) is Intent.HELP


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_written_is_some_intent(text: str) -> None:
    assert intent(text) in Intent


@pytest.mark.parametrize("unit", ["a", "stop ", "\x00", "\ud800", "?", " ", "mentor can i "])
def test_a_very_long_message_is_read_in_bounded_time(unit: str) -> None:
    started = time.perf_counter()
    intent(unit * (100_000 // len(unit)))
    assert time.perf_counter() - started < 0.3


def test_costs_little() -> None:
    def spent(text: str) -> float:
        started = time.perf_counter()
        intent(text)
        return time.perf_counter() - started

    assert median(spent(row["text"]) for row in messages("unseen.jsonl")) < 0.003
