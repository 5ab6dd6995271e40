"""Children say how old they are in many ways; adults say many other numbers."""

import pytest

from flows.reading.ages import says_under_18


@pytest.mark.parametrize(
    "words",
    [
        "im 14",
        "I'm 15 and I need help",
        "hi, I am only 16, is that ok",
        "i’m 9 years old",
        "im fifteen",
        "yes im 17 but my mum said its fine",
        "I'm in year 9",
        "im 12yo",
    ],
)
def test_a_child_is_heard(words: str) -> None:
    assert says_under_18(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm 18",
        "im 9 now",
        "I'm 15.2 this morning",
        "i'm 14 stone",
        "I'm 16 weeks pregnant",
        "I'm 5 years clean",
        "my son is 14",
        "im 15 mins away",
        "i am 17 units in and still high",
        "I'm 71, and type 2",
    ],
)
def test_an_adult_with_a_number_is_no_child(words: str) -> None:
    assert not says_under_18(words)
