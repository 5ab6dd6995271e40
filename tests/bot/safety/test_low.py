"""Whoever is low, and not in danger, meets a kind word and no menu; and nobody is alarmed."""

from bot.messages import Kind
from tests.talking import Line, Phone

LOW = "been so lonely since my wife died"


def test_with_nobody_to_write_to_company_is_offered(asha: Phone, priya: Phone) -> None:
    asha.says(LOW)
    said = asha.hears("That sounds hard", "TALK NOW", "116 123")
    assert "Find me a mentor" not in said
    priya.hears_nothing()


def test_with_a_mentor_it_is_a_letter_like_any_other(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    line.introduces(asha, mo)
    asha.news()
    mo.news()
    asha.says(LOW)
    assert mo.news() == f"Asha: {LOW}"
    asha.hears_nothing()
    priya.hears_nothing()


def test_a_voice_note_after_it_is_met_with_somebody_to_talk_to(asha: Phone) -> None:
    asha.says(LOW)
    asha.news()
    asha.sends(Kind.MEDIA)
    asha.hears("I don't want to miss what you said", "116 123", "999")


def test_a_voice_note_on_an_ordinary_day_is_only_not_opened(asha: Phone) -> None:
    asha.says("thanks")
    asha.news()
    asha.sends(Kind.MEDIA)
    assert "116 123" not in asha.news()
