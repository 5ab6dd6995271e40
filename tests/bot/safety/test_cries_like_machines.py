"""What looks like an automatic reply may be a person in danger: it is answered, and told on."""

import pytest

from flows.vocabulary import Channel
from tests.talking import Line, Phone


@pytest.fixture
def asha(line: Line) -> Phone:
    asha = line.member("Asha", Channel.TELEGRAM, "1001")
    line.introduces(asha, line.mentor("Mo", Channel.TELEGRAM, "1002"))
    asha.news()
    return asha


@pytest.fixture
def priya(line: Line) -> Phone:
    return line.coordinator("Priya", Channel.TELEGRAM, "1003")


@pytest.mark.parametrize(
    "cry",
    [
        "I'm away at my sister's, he keeps trying to contact me and says he'll kill me",
        "On leave from work, I want to die",
        "Thanks for your message. We have run out of insulin, ketones 5 and vomiting",
    ],
)
def test_a_cry_that_begins_like_an_automatic_reply_is_heard(
    asha: Phone, priya: Phone, cry: str
) -> None:
    priya.news()
    asha.says(cry)
    assert asha.news()
    assert priya.news()


def test_an_answer_to_are_you_safe_is_never_taken_for_a_machine(asha: Phone, priya: Phone) -> None:
    asha.says("I want to kill myself tonight")
    asha.news()
    priya.news()
    asha.says("Away from him now, at mums")
    priya.hears("Away from him now, at mums")


def test_a_short_cry_is_answered_at_once(asha: Phone, priya: Phone) -> None:
    asha.says("On leave from work, feeling suicidal")
    asha.hears("116 123")
    priya.hears("CRISIS")
