"""What someone wants to be called."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from flows.reading.digits import groups, in_figures
from flows.reading.plain import plain
from flows.reading.text import LONGEST, listed, tidy, words
from flows.vocabulary import Language
from flows.words import Wording

_LINK = re.compile(r"[@/\\<>{}]|\bwww\b|\.\w{2,}\b(?!\s)|\?")
_MOST_WORDS = 4
_MOST_DIGITS = 3  # of a number in words: "One Two" may be a joke, seven of them are a telephone's


def name(text: str, wording: Wording) -> str | None:
    """What someone wants to be called: "my name is asha k" is "Asha K".

    None where it is no name: an answer, a question, a wish. Tess, Yas and Will are names, though
    their letters are near to words of ours. Whether it may be used here asks `may_be_called`.
    """
    if len(text) > LONGEST:
        return None
    text = plain(text)
    if _LINK.search(text) or sum(map(str.isdecimal, text)) > 1:
        return None
    language = wording.language
    typed = "".join(char if _in_name(char) else " " for char in tidy(text)).split()
    said = ["".join(words(word)) for word in typed]
    first, is_introduced = _introduction(said, language)
    last = _without_end(said, first, language)
    called = " ".join(typed[first:last]).strip(" .,-'’")
    if last - first > _MOST_WORDS or not any(map(str.isalpha, called)):
        return None
    if not _is_name(said[first:last], language, is_introduced=is_introduced):
        return None
    return called.title() if called in (called.lower(), called.upper()) else called


def may_be_called(called: str, language: Language) -> bool:
    """Whether a name is nobody's job, no name of ours, no handle and no number.

    A partner reads it before everything that is passed on: "From our team" would be believed.
    """
    said = words(called)
    as_letters = [word.translate(_LEET) for word in words(called.replace("-", ""))]
    staff = listed(language, "name-of-staff")
    if any(word in staff or word.startswith(_ALSO_BEGINNINGS) for word in as_letters):
        return False
    if "".join(as_letters) in staff or listed(language, "name-elsewhere").intersection(said):
        return False
    return sum(len(each.digits) for each in groups(in_figures(called))) <= _MOST_DIGITS


_LEET = str.maketrans("01345", "oieas")
_ALSO_BEGINNINGS = ("alongside", "coordinat", "admin", "nurse", "doctor", "official")


def _introduction(said: Sequence[str], language: Language) -> tuple[int, bool]:
    """How many words come before the name, and whether they say that a name follows."""
    before = listed(language, "name-is")
    first, is_introduced = 0, False
    while length := _longest(
        " ".join(said[first:end]) in before for end in range(first, len(said) + 1)
    ):
        rest = said[first + length :]
        says_name = not _OF_NAMES.isdisjoint(said[first : first + length])
        if not rest or (not says_name and " ".join(rest) in listed(language, "name-end")):
            break  # it is all there is, and may be the name: "Im", "Ok thanks"
        is_introduced |= says_name
        first += length
    return first, is_introduced


_OF_NAMES = frozenset(("name", "names", "called", "call", "calls", "by"))


def _without_end(said: Sequence[str], first: int, language: Language) -> int:
    """Where the name ends: at "please", "x" and the like, but for a name that is one of them."""
    after, last = listed(language, "name-end"), len(said)
    while length := _longest(
        " ".join(said[start:last]) in after for start in range(last, first, -1)
    ):
        last -= length
    return last


def _is_name(said: Sequence[str], language: Language, *, is_introduced: bool) -> bool:
    if is_introduced and len(said) == 1:
        return said[0] not in listed(language, "no-name-then")
    if len(said) > 1:
        return listed(language, "no-name").isdisjoint(said)
    ours = ("no-name", "yes", "no", "agree", "not", "unsure", "but", "skip", "filler", "courtesy")
    ours_too = frozenset().union(*(listed(language, each) for each in (*ours, "name-is")))
    return said[0] in listed(language, "name-too") or said[0] not in ours_too


def _longest(is_phrase: Iterable[bool]) -> int:
    """The greatest length at which it is one; 0 when it never is."""
    return max((length for length, is_one in enumerate(is_phrase) if is_one), default=0)


def _in_name(char: str) -> bool:
    return char in "-'’.\u200c\u200d" or unicodedata.category(char)[0] in "LMN"
