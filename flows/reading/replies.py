"""Yes, no, don't know, skip and done, in the many ways that people say them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from flows.reading.plain import is_emoji
from flows.reading.text import listed, slips, words
from flows.vocabulary import Language
from flows.words import Wording

_MEANINGS = ("yes", "agree", "no", "not", "unsure", "but", "filler")
_LONGEST_PHRASE = 7  # words


@cache
def _meanings(language: Language) -> dict[str, frozenset[str]]:
    """Which lists each phrase is in. A Polish "no" is in two that differ, and so says neither."""
    phrases: dict[str, frozenset[str]] = {}
    for meaning in _MEANINGS:
        for phrase in listed(language, meaning):
            phrases[phrase] = phrases.get(phrase, frozenset()) | {meaning}
    return phrases


def _spotted(said: Sequence[str], language: Language) -> Iterator[frozenset[str]]:
    """The meanings of each phrase, the longest first; nothing for a word that is in no list."""
    known = _meanings(language)
    place = 0
    while place < len(said):
        for length in range(min(_LONGEST_PHRASE, len(said) - place), 0, -1):
            found = known.get(" ".join(said[place : place + length]))
            if found:
                break
        else:
            length, found = 1, _misspelt(said[place], language)
        yield found
        place += length


@cache
def _long_words(language: Language) -> tuple[tuple[str, frozenset[str]], ...]:
    known = _meanings(language).items()
    return tuple((each, meant) for each, meant in known if len(each) > 5 and each.isalpha())


def _misspelt(word: str, language: Language) -> frozenset[str]:
    """What "noooo" or "definitly" means. Short words are never near enough: "note" is no nope."""
    known = _meanings(language)
    short = re.sub(r"(.)\1+", r"\1", word)
    if short in known:
        return known[short]
    near = {meant for each, meant in _long_words(language) if slips(word, each)}
    return near.pop() if len(near) == 1 else frozenset()


def _heard(text: str, wording: Wording) -> list[frozenset[str]]:
    """What each phrase means, without filler, unless there is nothing else: "please"."""
    spotted = list(_spotted(words(text), wording.language))
    return [meant for meant in spotted if "filler" not in meant] or [
        meant - {"filler"} for meant in spotted if len(meant) > 1
    ]


def yes_no(text: str, wording: Wording) -> bool | None:
    """Whether it says yes or no; None when it says neither, both, or "yes, but"."""
    if asks_back(text, wording):
        return None
    heard = _heard(text, wording)
    said = frozenset[str]().union(*heard)
    if not heard or said & {"unsure", "but"}:
        return None
    if not all(heard) and not heard[0] & {"yes", "no"}:
        return None  # among other words only a leading yes or no counts: "my son is ok" does not
    is_yes, is_no = bool(said & {"yes", "agree"}), bool(said & {"no", "not"})
    return None if is_yes == is_no else is_yes


def asks_back(text: str, wording: Wording) -> bool:
    """Whether it begins as a question does: "is that ok with you" agrees to nothing."""
    return " ".join(words(text)[:2]) in listed(wording.language, "asks-back")


def sense(text: str, wording: Wording) -> str | None:
    """Whether it says "yes", "no", or that they don't know: "unsure"."""
    heard = _heard(text, wording)
    if heard and all("unsure" in meant for meant in heard):
        return "unsure"
    answer = yes_no(text, wording)
    return None if answer is None else "yes" if answer else "no"


def says(name: str, text: str, wording: Wording) -> bool:
    """Whether the text is one of the phrases of a list (`skip`, `done`), give or take filler."""
    phrases = listed(wording.language, name)
    said = words(text)
    if " ".join(said) not in phrases:
        said = [word for word in said if not is_emoji(word[0])]
    filler = listed(wording.language, "filler")
    while said:
        if " ".join(said) in phrases:
            return True
        if said[-1] in filler:
            said = said[:-1]
        elif said[0] in filler:
            said = said[1:]
        else:
            break
    return False


def declines(text: str, wording: Wording) -> bool:
    """Whether a question that may be left out is: "no", "none", "nothing else thanks"."""
    if says("nothing", text, wording) or says("skip", text, wording):
        return True
    return len(words(text)) <= 4 and yes_no(text, wording) is False
