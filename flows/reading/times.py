"""Times of day as people type them."""

import re
from collections.abc import Iterator
from datetime import time

from flows.reading.numbers import ISH, canonical
from flows.reading.text import listed, words
from flows.vocabulary import Language
from flows.words import Wording

AWAKE = range(6, 22)  # hours: a "3" or an "11" without am or pm is taken to be among these

_CLOCK = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?|([01]\d|2[0-3])([0-5]\d)|([1-9])([0-5]\d)")
_FIGURES = ("noon", "midnight", "half", "quarter", "past", "to", "morning", "evening")
_HALVES = ("noon", "midnight", "past", "morning", "evening")


def times_meant(text: str, wording: Wording) -> tuple[time, ...]:
    """The times that it may be: none, one, or both halves of the day when it does not say which.

    "half six" is half past six, as in the UK. A time that is in the night in one half of the day
    is taken to be in the other.
    """
    language = wording.language
    typed = [part for word in words(text) for part in _half_apart(word, language)]
    spoken = " ".join(canonical(typed, language))
    for phrase in sorted(listed(language, "around"), key=len, reverse=True):
        if " " in phrase:
            spoken = re.sub(rf"(?<!\S){phrase}(?!\S)", " ", spoken)
    spoken = re.sub(r"(?<=\d)(?=[^\W\d])", " ", spoken)
    spoken = re.sub(r"\b([ap]) m\b", r"\1m", spoken)
    parts = list(_parts(spoken.split(), language))
    halves = {kind for kind, _ in parts if kind in ("morning", "evening")}
    clock = [(kind, word) for kind, word in parts if kind not in halves]
    read = _read([kind for kind, _ in clock], [word for _, word in clock])
    if read is None or len(halves) > 1:
        return ()
    hour, minute, is_certain = read
    if is_certain or hour > 12 or hour == 0:
        return () if halves == {"morning"} and hour > 12 else (time(hour, minute),)
    morning, evening = time(hour % 12, minute), time(hour % 12 + 12, minute)
    if halves:
        return (morning,) if halves == {"morning"} else (evening,)
    return tuple(each for each in (morning, evening) if each.hour in AWAKE)


def _half_apart(word: str, language: Language) -> Iterator[str]:
    """ "halfnine" in two, and "noonish" without its end."""
    for half in listed(language, "half"):
        if word.startswith(half) and canonical([word.removeprefix(half)], language)[0].isdecimal():
            yield half
            word = word.removeprefix(half)
    stem = word.removesuffix(ISH)
    yield stem if any(stem in listed(language, name) for name in ("noon", "midnight")) else word


def _parts(said: list[str], language: Language) -> Iterator[tuple[str, str]]:
    """What each word does in a time; words that do nothing are left out."""
    names = ("filler", "agree", "time-filler", "around", "weekdays")
    filler = frozenset().union(*(listed(language, name) for name in names))
    figures = frozenset().union(*(listed(language, kind) for kind in _HALVES))
    before = ""
    for word in said:
        kinds = [kind for kind in _FIGURES if word in listed(language, kind)]
        if _CLOCK.fullmatch(word):
            yield "clock", word
        elif kinds and (
            word not in filler
            or word in figures
            or before[:1].isdecimal()
            or before in listed(language, "quarter")
        ):
            yield kinds[0], word
        elif word not in filler:
            yield "unknown", word
        before = word


def _read(kinds: list[str], said: list[str]) -> tuple[int, int, bool] | None:
    """Hour, minute, and whether the half of the day is certain."""
    match kinds:
        case ["noon"] | ["clock", "noon"] if said[0] in ("12", said[-1]):
            return 12, 0, True
        case ["midnight"] | ["clock", "midnight"] if said[0] in ("12", said[-1]):
            return 0, 0, True
        case ["clock"] | ["clock", "past"]:  # "6, after work"
            return _clock(said[0])
        case ["past", "clock"]:  # "after 6"
            return _clock(said[1])
        case ["clock", "clock"] if said[1] in ("00", "15", "30", "45"):
            return _moved(said[0], int(said[1]))
        case ["half", "clock"] | ["half", "past", "clock"]:
            return _moved(said[-1], 30)
        case ["quarter", "past" | "to" as way, "clock"]:
            return _moved(said[-1], 15 if way == "past" else -15)
        case ["clock", "past" | "to" as way, "clock"] if said[0].isdecimal() and int(said[0]) < 60:
            return _moved(said[-1], int(said[0]) if way == "past" else -int(said[0]))
    return None


def _clock(typed: str) -> tuple[int, int, bool] | None:
    found = _CLOCK.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found[1] or found[3] or found[5]), int(found[2] or found[4] or found[6] or 0)
    # On a 24-hour clock, which is how a time with a leading zero is written.
    return (hour, minute, typed.startswith("0") or found[3] is not None) if hour < 24 else None


def _moved(typed: str, minutes: int) -> tuple[int, int, bool] | None:
    read = _clock(typed)
    if read is None or read[1] or not 1 <= read[0] <= 12:
        return None
    hour = read[0] if minutes >= 0 else (read[0] - 2) % 12 + 1
    return hour, minutes % 60, False
