"""What a text costs by SMS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.sms.gsm7 import ALPHABET, EXTENSION, is_gsm7, normalise, parts, segments

gsm7 = st.text(st.sampled_from(sorted(ALPHABET | EXTENSION)), max_size=700)
any_script = st.text(st.sampled_from("a €é日😀ŵ"), max_size=300)


def test_the_alphabet_is_whole() -> None:
    assert len(ALPHABET) == 127  # the 128th is the escape
    assert len(EXTENSION) == 10


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ŵ" * 70, 1),
        ("ŵ" * 71, 2),
        ("ŵ" * 134, 2),
        ("ŵ" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
def test_segments_at_their_limits(text: str, count: int) -> None:
    assert segments(text) == count


def test_an_escape_that_would_straddle_two_segments_moves_to_the_next() -> None:
    assert segments("a" * 152 + "€" + "a" * 152) == 3
    assert parts("a" * 152 + "€" + "a" * 10) == ["a" * 152, "€" + "a" * 10]


def test_a_surrogate_pair_that_would_straddle_two_segments_moves_to_the_next() -> None:
    assert parts("ŵ" * 66 + "😀" + "ŵ" * 5) == ["ŵ" * 66, "😀" + "ŵ" * 5]


@given(gsm7)
def test_gsm7_parts_fit_whole(text: str) -> None:
    cut = parts(text)
    sizes = [sum(2 if character in EXTENSION else 1 for character in part) for part in cut]
    assert "".join(cut) == text
    assert sizes == [len(part) + sum(map(part.count, EXTENSION)) for part in cut]
    assert all(size <= (160 if len(cut) == 1 else 153) for size in sizes)


@given(any_script)
def test_ucs2_parts_fit_whole(text: str) -> None:
    text += "日"
    cut = parts(text)
    assert "".join(cut) == text
    limit = 70 if len(cut) == 1 else 67
    assert all(len(part.encode("utf-16-le")) // 2 <= limit for part in cut)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(gsm7)
def test_what_is_gsm7_stays_so(text: str) -> None:
    assert is_gsm7(normalise(text))
    assert segments(normalise(text)) <= segments(text)


def test_typographic_marks_do_not_cost_a_second_segment() -> None:
    text = "“It’s OK – really…”\u00a0she said. • One\u2009• Two\u2014three\r\nfour"
    assert normalise(text) == '"It\'s OK - really..." she said. - One - Two-three\nfour'


def test_a_name_keeps_its_accents_and_a_fraction_its_meaning() -> None:
    for text in ("Siân", "Łukasz", "Gal·la", "Zoë ŵ", "1½ units", "অনিতা", "می‌خواهم"):
        assert normalise(text) == text


def test_an_accent_typed_apart_joins_its_letter() -> None:
    assert normalise("caf" + "e\u0301") == "café"
    assert is_gsm7(normalise("caf" + "e\u00ad\u0301"))
