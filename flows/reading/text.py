"""Text as it was typed, made plain; and the lists of words to read it by."""

import re
import unicodedata
from functools import cache

from rapidfuzz.distance import OSA

from flows.reading.plain import is_emoji, plain
from flows.vocabulary import Language
from flows.words import Wording

LONGEST = 400  # characters; what is longer is no short answer, and is not searched for one


def tidy(text: str) -> str:
    """The text as it may be kept: no control characters, lone surrogates or marks that hide.

    NUL can't be stored by PostgreSQL, and a lone surrogate can't be encoded at all.
    """
    kept = (
        char
        for char in unicodedata.normalize("NFC", text)
        if char in "\n\u200c\u200d" or not unicodedata.category(char).startswith("C")
    )
    return "".join(kept).strip()


def words(text: str) -> list[str]:
    """What was typed as lower-case words, without accents, apostrophes or punctuation.

    Digits of every script become ASCII, and what stands inside a number stays there: `7/10`,
    `19:30`, `-2`. Each emoji is a word. Nothing when the text is too long for a short answer.
    """
    if len(text) > LONGEST:
        return []
    kept = "".join(map(_simplified, unicodedata.normalize("NFKD", plain(text).casefold())))
    return _PUNCTUATION.sub(" ", kept).split()


_PUNCTUATION = re.compile(r"(?<!\d)(?!(?<!\S)-\d)[.,:/-]|[.,:/-](?!\d)")
_DASHES = "\u2012\u2013\u2014"


def _simplified(char: str) -> str:
    if char in ".,:/-" or (char.isascii() and char.isalnum()):
        return char
    if char == "'":
        return ""
    if char in _DASHES:
        return "-"
    if char == "🔟":
        return " 10 "
    if is_emoji(char):
        return f" {char} "
    match unicodedata.category(char):
        case "Nd":
            return str(unicodedata.digit(char))
        case "Cf" | "Sk":  # joiners, accents that stand alone
            return ""
        case "Mn" if char < "\u0370":
            return ""  # accents; the vowel signs of other scripts stay
        case category:
            return char if category[0] in "LMN" else " "


def slips(typed: str, meant: str) -> int:
    """How many likely slips of the fingers lie between them, 1 or 2; 0 when they are other words.

    The first letter must be right, and four letters may only be swapped, missed or doubled:
    "foot" is not "food".
    """
    if typed[:1] != meant[:1] or not (typed.isalpha() and meant.isalpha()):
        return 0
    if min(len(typed), len(meant)) < 4:
        return 0
    if len(typed) == len(meant) == 4 and sorted(typed) != sorted(meant):
        return 0
    allowed = 2 if len(meant) >= 8 else 1
    distance = OSA.distance(typed, meant, score_cutoff=allowed)
    return distance if distance <= allowed else 0


@cache
def _lists(language: Language, name: str) -> tuple[str, ...]:
    """A list in the person's language, then in English, which people mix in."""
    known = (language,) if language is Language.ENGLISH else (language, Language.ENGLISH)
    return tuple(Wording(each).text(f"reading-{name}") for each in known)


@cache
def listed(language: Language, name: str) -> frozenset[str]:
    """The phrases of a list, as `words` gives them."""
    return frozenset(
        " ".join(words(phrase)) for text in _lists(language, name) for phrase in text.split(",")
    )


@cache
def counted(language: Language, name: str, start: int, step: int) -> dict[str, int]:
    """A list whose places are numbers: the first is `start`, each next is `step` more."""
    return {
        " ".join(words(word)): start + place * step
        for text in reversed(_lists(language, name))
        for place, alike in enumerate(text.split(","))
        for word in alike.split("/")
    }
