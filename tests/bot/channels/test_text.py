"""What every channel does to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.text import is_one_character, legible, split, utf16_length

any_text = st.text(st.characters(exclude_categories=[]))
written = st.text(st.sampled_from("ab .!?\n\r\u2026\u200f\U0001f600é"), max_size=200)


@given(any_text)
def test_what_is_legible_can_be_stored_and_sent(text: str) -> None:
    assert "\0" not in legible(text)
    legible(text).encode()


@given(st.text())
def test_legible_leaves_everything_else_alone(text: str) -> None:
    assert legible(text) == text.replace("\0", "")


def test_a_pair_of_surrogates_becomes_its_character_and_a_lone_one_a_mark() -> None:
    assert legible("\ud83d\ude00 \ud83d") == "\U0001f600 \ufffd"


@given(written, st.integers(2, 40))
def test_pieces_fit_and_lose_nothing_but_blanks(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert all(utf16_length(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(written, st.integers(2, 40))
def test_no_piece_is_empty_unless_there_is_nothing_to_say(text: str, limit: int) -> None:
    assert all(split(text, limit)) or not text.strip()


def test_a_piece_ends_with_a_paragraph_if_it_can() -> None:
    assert split("One. Two.\n\nThree. Four. Five.", 20) == ("One. Two.", "Three. Four. Five.")


def test_a_piece_ends_with_a_sentence_else_a_word() -> None:
    assert split("I was fine. Then I was not so", 20) == ("I was fine.", "Then I was not so")
    assert split("one two three four five six", 20) == ("one two three four", "five six")


def test_a_piece_keeps_the_closing_quote() -> None:
    assert split("She said “go home.” And so I did", 25) == ("She said “go home.”", "And so I did")


def test_an_emoji_is_never_halved() -> None:
    assert split("\U0001f600" * 3, 3) == ("\U0001f600",) * 3


CHARACTERS = {
    "a family": "👨‍👩‍👧‍👦",
    "a skin tone": "👍🏽",
    "a person at work": "👩🏾‍⚕️",
    "a red heart": "❤️",
    "a flag": "🇬🇧",
    "the flag of Wales": "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "a keycap": "7️⃣",
    "an accent": "e\u0301",
    "two accents": "o\u0323\u0300",
    "a Punjabi syllable": "ਸ੍ਰੀ",
    "a Bengali conjunct": "প্রি",
    "a Thai vowel": "น้ำ",
    "Korean letters": "\u1112\u1161\u11ab",
}
each_character = pytest.mark.parametrize("one", CHARACTERS.values(), ids=CHARACTERS)


@each_character
def test_what_is_read_as_one_character_is_never_parted(one: str) -> None:
    size = utf16_length(one)
    for limit in range(size, 3 * size + 1):
        pieces = split(one * 9, limit)
        assert all(utf16_length(piece) <= limit for piece in pieces)
        assert "".join(pieces) == one * 9
        assert all(piece == one * (len(piece) // len(one)) for piece in pieces)


@each_character
def test_a_cut_on_either_side_of_it_parts_nothing(one: str) -> None:
    text = f"a{one}b"
    cuts = [at for at in range(len(text) + 1) if not is_one_character(text, at)]
    assert cuts == [0, 1, len(text) - 1, len(text)]


def test_flags_in_a_row_are_parted_between_them() -> None:
    assert split("🇬🇧🇵🇱🇵🇰🇧🇩", 6) == ("🇬🇧", "🇵🇱", "🇵🇰", "🇧🇩")


def test_what_is_longer_than_a_message_is_cut_all_the_same() -> None:
    heaped = "e" + "\u0301" * 50
    assert "".join(split(heaped, 20)) == heaped
