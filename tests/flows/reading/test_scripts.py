"""A cry for help is answered in the letters it was written in, within the segments it may cost."""

import pytest

from flows.reading.scripts import language_of
from flows.vocabulary import Channel, Language
from flows.words import HERE, Wording

UNICODE_SEGMENTS = 3 * 67  # characters: three segments of a text that GSM-7 lacks letters for
FIRST_ANSWERS = [
    line.split(" =")[0]
    for line in (HERE / "cy.safety.ftl").read_text("utf-8").splitlines()
    if " =" in line and not line.startswith((" ", "#"))
]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("میں بہت پریشان ہوں", Language.URDU),
        ("ਮੈਂ ਠੀਕ ਨਹੀਂ ਹਾਂ", Language.PUNJABI),
        ("আমি ভালো নেই", Language.BENGALI),
        ("hello, মা", None),
        ("dwi ddim yn iawn", Language.WELSH),
        ("dwi eisiau lladd fy hun heno", Language.WELSH),
        ("nie chce juz zyc", Language.POLISH),
        ("Mój mąż jest nieprzytomny", Language.POLISH),
        ("my mam says nie all the time, co she is Polish", None),
        ("main ab jeena nahi chahti", None),
        ("2.4!!", None),
        ("", None),
    ],
)
def test_a_script_says_which_language_it_is(text: str, language: Language | None) -> None:
    assert language_of(text) is language


@pytest.mark.parametrize("language", [each for each in Language if each is not Language.ENGLISH])
@pytest.mark.parametrize("message", FIRST_ANSWERS)
def test_every_language_has_the_first_answers_within_three_segments(
    language: Language, message: str
) -> None:
    said = Wording(language, Channel.SMS).text(message)
    assert said != Wording(Language.ENGLISH, Channel.SMS).text(message)
    assert len(said.encode("utf-16-le")) // 2 <= UNICODE_SEGMENTS


@pytest.mark.parametrize("language", list(Language))
def test_the_numbers_to_ring_are_the_same_in_every_language(language: Language) -> None:
    wording = Wording(language, Channel.SMS)
    assert "116 123" in wording.text("safety-crisis")
    assert "999" in wording.text("safety-crisis")
    assert "999" in wording.text("safety-medical")
    assert "0808 2000 247" in wording.text("safety-safeguarding")
    assert "111" in wording.text("safety-clinical_advice")
