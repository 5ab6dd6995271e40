"""Which of the line's languages a message is written in, where its script or its words say so."""

import re

from flows.reading.plain import folded
from flows.vocabulary import Language

# One language of the line for each script: Arabic letters are read as Urdu, not Arabic.
_SCRIPTS = (
    ("\u0600", "\u06ff", Language.URDU),
    ("\u0980", "\u09ff", Language.BENGALI),
    ("\u0a00", "\u0a7f", Language.PUNJABI),
)
# Common words that are no English ones. Who writes Urdu, Punjabi or Bengali in Latin letters may
# not read their own script, and is answered in English.
_POLISH = """nie się sie jest jestem chcę chce już juz mnie żyć zyc że bardzo dziś dzis proszę
prosze pomocy boli umrzeć umrzec zabić zabic zabiję mój moja mąż maz cukier oddychać jak co"""
_WELSH = """dwi rydw eisiau isio ddim yn mae fy wedi heno rwan nawr marw lladd brifo siwgr inswlin
teimlo rhaid methu anadlu gŵr gyda helpwch"""
_WORDS = {
    Language.POLISH: frozenset(_POLISH.split()),
    Language.WELSH: frozenset(_WELSH.split()),
}
_ENOUGH = 2  # different ones; a single word may be a name, or quoted
_SHARE = 3  # and one word in so many


def language_of(text: str) -> Language | None:
    """The language whose script most letters are in, or of whose words there are enough."""
    letters = [each for each in text if each.isalpha()]
    for first, last, language in _SCRIPTS:
        if sum(first <= each <= last for each in letters) * 2 > len(letters):
            return language
    words = re.findall(r"[^\W\d_]+", folded(text))
    for language, known in _WORDS.items():
        said = [word for word in words if word in known]
        if len(set(said)) >= _ENOUGH and len(said) * _SHARE >= len(words):
            return language
    return None
