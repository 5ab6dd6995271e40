"""Reactions: what one of a match felt about the other's words, and the sign that words went."""

import pytest

from flows.vocabulary import Channel
from tests.talking import Line, Phone


@pytest.fixture
def ben(line: Line) -> Phone:
    return line.member("Ben", Channel.SMS, "+447700900102")


@pytest.fixture
def mo(line: Line) -> Phone:
    return line.mentor("Mo", Channel.SMS, "+447700900103")


@pytest.mark.parametrize(
    "put", ["Loved “Mo: well done on the walk”", "Loved “Mo: well done on the…”"]
)
def test_a_phone_that_puts_a_reaction_in_words_tells_the_partner_of_it(
    line: Line, ben: Phone, mo: Phone, put: str
) -> None:
    line.introduces(ben, mo)
    mo.says("well done on the walk")
    ben.hears("well done on the walk")
    ben.says(put)
    ben.hears_nothing()
    mo.hears("Ben put", "well done on the walk")


def test_one_that_quotes_nobody_is_nobodys_letter(line: Line, ben: Phone, mo: Phone) -> None:
    line.introduces(ben, mo)
    ben.says("Loved “your dinner is in the oven”")
    mo.hears_nothing()
    ben.hears_nothing()


def test_one_that_is_taken_back_is_kept_quiet(line: Line, ben: Phone, mo: Phone) -> None:
    line.introduces(ben, mo)
    mo.says("well done on the walk")
    ben.news()
    ben.says("Removed a heart from “Mo: well done on the walk”")
    mo.hears_nothing()
