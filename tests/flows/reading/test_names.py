"""What people call themselves: every real name is one, and nobody is called what would mislead."""

from pathlib import Path

import pytest

from flows.questions import Said, Unclear, name
from flows.reading.names import name as read_name
from flows.vocabulary import Channel
from flows.words import Wording

SMS = Wording(channel=Channel.SMS)

GIVEN = Path(__file__).with_name("names.txt").read_text("utf-8").split()
# Bare, these are answers; after "my name is", names.
ALSO_ANSWERS = [
    "No", "Ok", "Yes", "Stop", "Sure", "Ta", "Na", "Fine", "Great", "My", "An", "To",
    "Do", "Im", "True", "Love", "Ya",
]  # fmt: skip


def test_there_are_enough_names() -> None:
    assert len(set(GIVEN)) >= 300


@pytest.mark.parametrize("given", GIVEN)
def test_a_real_name_is_taken(given: str) -> None:
    for text in (
        given,
        f"my name is {given}",
        f"call me {given} x",
        f"its {given}",
        f"I'm {given}",
    ):
        assert (text, name("n").read(Said(text), SMS)) == (text, given)
    lower = name("n").read(Said(f"{given.lower()} please"), SMS)
    assert isinstance(lower, str)
    assert lower.casefold() == given.casefold()


@pytest.mark.parametrize("given", ALSO_ANSWERS)
def test_after_my_name_is_a_word_of_ours_is_a_name(given: str) -> None:
    for text in (f"my name is {given}", f"call me {given}", f"im called {given.lower()} thanks"):
        assert (text, name("n").read(Said(text), SMS)) == (text, given)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Tess Smith", "Tess Smith"),
        ("its Yas", "Yas"),
        ("call me Will x", "Will"),
        ("yes, it's Yas", "Yas"),
        ("An Nguyen", "An Nguyen"),
        ("Bo Li", "Bo Li"),
        ("mary jane", "Mary Jane"),
        ("Noor ul Ain Khan", "Noor ul Ain Khan"),
        ("Big Dave", "Big Dave"),
        ("Sam2", "Sam2"),
        ("Grandma Jo", "Grandma Jo"),
        ("ｔｅｓｓ", "Tess"),
    ],
)
def test_names_of_more_words_and_with_words_around_them(text: str, called: str) -> None:
    assert read_name(text, SMS) == called


@pytest.mark.parametrize(
    "text",
    [
        "something online please", "no", "ok", "yes", "yes please", "no thanks", "skip", "not sure",
        "i don't want to say", "none of your business", "call me later", "call me back", "hello",
        "why do you need that", "what", "I'm fine", "im tired", "im not sure", "rather not say",
        "looking for a group", "i need help", "type 2", "i have diabetes", "thanks", "👍", "...",
        "my name is private", "you", "help me please", "it's not working", "near me", "test",
    ],
)  # fmt: skip
def test_an_answer_or_a_wish_is_no_name(text: str) -> None:
    assert name("n").read(Said(text), SMS) == Unclear("unclear-name")


@pytest.mark.parametrize(
    "text",
    [
        "From our team", "Coordinator", "coordinators", "Co-ordinator", "Your doctor", "Alongside",
        "Alongside team", "Admin", "ADMIN", "Adm1n", "Аdmin", "A d m i n", "Nurse Kate",
        "nursekate", "Dr Smith", "Doctor Bob", "The Team", "NHS", "Samaritans", "Official",
        "Support",
        "A mentor", "Kate from the clinic", "my name is Doctor Who", "call me Nurse Jo",
        "Diabetes Nurse",
        "insta samuelx", "snap bobbyx", "Sam snapchat sammy", "whatsapp me Jo", "Ben on Facebook",
        "Jo gmail", "add me Jo", "@samuelx", "jo@example.org", "www.example.org", "bob.example.com",
        "oh seven seven double oh nine", "zero seven seven zero zero", "٠٧٧٠٠٩٠٠١٢٣",
        "07700 900123", "Jo 07700900123", "j o @ g m a i l . c o m",
    ],
)  # fmt: skip
def test_nobody_is_called_a_job_a_handle_or_a_number(text: str) -> None:
    """It stands before all that they write to a partner."""
    assert isinstance(name("n").read(Said(text), SMS), Unclear)


@pytest.mark.parametrize("text", ["Nurse Kate", "Coordinator", "snap bobbyx", "Jo 07700900123"])
def test_another_name_is_asked_for_and_the_reason_given(text: str) -> None:
    assert name("n").read(Said(text), SMS) == Unclear("unclear-name-other")
    assert "choose another name" in SMS.text("unclear-name-other")
