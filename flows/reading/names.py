"""What someone wants to be called."""

import re
import unicodedata

from flows.reading.replies import sense
from flows.reading.text import LONGEST, listed, tidy, words
from flows.words import Wording

_LINK = re.compile(r"[@/\\<>{}]|\bwww\b|\.\w{2,}\b(?!\s)|\?")


def name(text: str, wording: Wording) -> str | None:
    """What someone wants to be called: "my name is asha k" is "Asha K"."""
    if len(text) > LONGEST or _LINK.search(text) or sum(map(str.isdecimal, text)) > 1:
        return None
    if sense(text, wording):
        return None
    typed = "".join(char if _in_name(char) else " " for char in tidy(text)).split()
    starts = {tuple(phrase.split()) for phrase in listed(wording.language, "name-is")}
    ends = {tuple(phrase.split()) for phrase in listed(wording.language, "name-end")}
    said = [" ".join(words(word)) for word in typed]
    first, last = 0, len(typed)
    while any(tuple(said[first : first + len(each)]) == each for each in starts):
        first += max(len(each) for each in starts if tuple(said[first : first + len(each)]) == each)
    while any(
        tuple(said[last - len(each) : last]) == each for each in ends if last - first > len(each)
    ):
        last -= max(len(each) for each in ends if tuple(said[last - len(each) : last]) == each)
    found = " ".join(typed[first:last]).strip(" .,-'’")
    if len(typed[first:last]) > 4 or not any(map(str.isalpha, found)):
        return None
    return found.title() if found in (found.lower(), found.upper()) else found


def _in_name(char: str) -> bool:
    return char in "-'’.\u200c\u200d" or unicodedata.category(char)[0] in "LMN"
