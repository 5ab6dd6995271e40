"""What someone wants to be called."""

import re
import unicodedata
from collections.abc import Iterable

from flows.reading.plain import plain
from flows.reading.replies import says, sense
from flows.reading.text import LONGEST, listed, tidy, words
from flows.words import Wording

_LINK = re.compile(r"[@/\\<>{}]|\bwww\b|\.\w{2,}\b(?!\s)|\?")


def name(text: str, wording: Wording) -> str | None:
    """What someone wants to be called: "my name is asha k" is "Asha K"."""
    if len(text) > LONGEST:
        return None
    text = plain(text)
    if _LINK.search(text) or sum(map(str.isdecimal, text)) > 1:
        return None
    if sense(text, wording) or says("skip", text, wording):
        return None
    typed = "".join(char if _in_name(char) else " " for char in tidy(text)).split()
    said = ["".join(words(word)) for word in typed]
    before, after = (listed(wording.language, each) for each in ("name-is", "name-end"))
    first, last = 0, len(said)
    while length := _longest(" ".join(said[first:end]) in before for end in range(first, last + 1)):
        first += length
    while length := _longest(
        " ".join(said[start:last]) in after for start in range(last, first, -1)
    ):
        last -= length
    called = " ".join(typed[first:last]).strip(" .,-'’")
    if last - first > 4 or not any(map(str.isalpha, called)) or sense(called, wording):
        return None
    return called.title() if called in (called.lower(), called.upper()) else called


def _longest(is_phrase: Iterable[bool]) -> int:
    """The greatest length at which it is one; 0 when it never is."""
    return max((length for length, is_one in enumerate(is_phrase) if is_one), default=0)


def _in_name(char: str) -> bool:
    return char in "-'’.\u200c\u200d" or unicodedata.category(char)[0] in "LMN"
