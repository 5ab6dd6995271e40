"""Low, and not in danger: told from a low sugar, and from an ordinary day."""

import pytest

from flows.safety.low import is_low


@pytest.mark.parametrize(
    "words",
    [
        "been so lonely since he went",
        "Feeling really low today",
        "fed up of it all to be honest",
        "I just can’t cope with the needles",
        "had a panic attack in tesco",
        "nobody gets it at home",
        "feel like giving up on this diet",
    ],
)
def test_it_is_heard(words: str) -> None:
    assert is_low(words)


@pytest.mark.parametrize(
    "words",
    [
        "been so low all night, 3.2 at worst",
        "my sugars are really low again",
        "the battery is very low",
        "went down to the shops",
        "lost my meter",
        "that film was so sad",
    ],
)
def test_an_ordinary_day_and_a_low_sugar_are_not(words: str) -> None:
    assert not is_low(words)
