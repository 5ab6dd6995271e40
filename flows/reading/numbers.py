"""Numbers in digits and in words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from flows.reading.text import LONGEST, counted, listed, words
from flows.vocabulary import Language
from flows.words import Wording


@cache
def _numbers(language: Language) -> dict[str, int]:
    return counted(language, "numbers", 0, 1) | counted(language, "tens", 20, 10)


@cache
def _ordinals(language: Language) -> dict[str, int]:
    return counted(language, "ordinals", 1, 1)


ISH = "ish"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NUMBERED = re.compile(r"(-?\d+(?:[.,]\d+)*)(?:st|nd|rd|th|ish)?")


def is_ordinal(word: str, language: Language) -> bool:
    return word in _ordinals(language) or _ORDINAL.fullmatch(word) is not None


def canonical(said: Sequence[str], language: Language) -> list[str]:
    """The words with numbers as digits: "two", "2nd", "the second one", "twenty five", "8ish"."""
    numbers, ordinals, one = _numbers(language), _ordinals(language), listed(language, "one")
    pointing = listed(language, "pointing")
    canon: list[str] = []
    before = ""
    for word in said:
        value = numbers.get(word, ordinals.get(word))
        if value is None and word.endswith(ISH):
            value = _about(word.removesuffix(ISH), numbers)
        if word in one and (before in pointing or is_ordinal(before, language)):
            pass  # "the second one" is not number one
        elif value is not None and value < 10 and numbers.get(before, 0) >= 20:
            canon[-1] = str(numbers[before] + value)
        elif value is not None:
            canon.append(str(value))
        else:
            numbered = _NUMBERED.fullmatch(word)
            canon.append(numbered[1] if numbered else word)
        before = word
    return canon


def _about(stem: str, numbers: Mapping[str, int]) -> int | None:
    """ "tenish", "tennish" and "ninish" are about ten, ten and nine."""
    return next(
        (numbers[each] for each in (stem, stem[:-1], f"{stem}e") if each in numbers and each), None
    )


_REST = re.compile(r"[;!?\n(]|[,.](?!\d)|\s[-–—]\s")


def age(text: str, wording: Wording) -> int | None:
    """How old someone says they are, in years: "45", "I'm over 18". None when more is said."""
    language = wording.language
    idle = frozenset[str]().union(
        *(listed(language, name) for name in ("filler", "age", "yes", "no", "agree"))
    )
    said = [word for word in canonical(words(text), language) if word not in idle]
    if len(said) != 1 or not said[0].isdecimal() or len(said[0]) > 3:
        return None
    return int(said[0])


def number(
    text: str, wording: Wording, *, unit: str = "", out_of: int | None = None
) -> float | None:
    """The one number that was said; None when there is none, or more than one.

    `unit` is what may follow it ("kg"); `out_of` what it may be said to be out of (10 in "7/10").
    More may be said after it, as in "7, slept badly" or "7 because of my foot"; and where it is
    out of something, without a pause too: "4 rubbish week", but not "2 bad days".
    """
    language = wording.language
    if len(text) > LONGEST:
        return None
    first, *more = _REST.split(re.sub(r"\s*/\s*", "/", text), maxsplit=1)
    if unit:
        first = re.sub(rf"(?<=\d)\s*{re.escape(unit)}(?!\w)", "", first, flags=re.IGNORECASE)
    spoken = " ".join(canonical(words(first), language))
    if out_of is not None:
        between = "|".join(sorted(listed(language, "out-of"), key=len, reverse=True))
        spoken = re.sub(rf"(?<=\d)(?:/| (?:{between}) ){out_of}(?!\S)", "", spoken)
    said = spoken.split()
    idle = listed(language, "filler") | listed(language, "about")
    because = (place for place, word in enumerate(said) if word in listed(language, "because"))
    end = next(because, len(said))
    if out_of is not None:
        end = min(end, _end_of_amount(said, idle, language))
    rest = [*said[end:], *canonical(words(" ".join(more)), language)]
    amount = [word for word in said[:end] if word not in idle]
    if len(amount) != 1 or any(char.isdecimal() for word in rest for char in word):
        return None
    return _decimal(amount[0])


# "not great, a 4", "bout a 3 been a bad week", "idk 5?": a score among a few words of one's own.
_BEFORE = r"a|an|about|bout|maybe|prob|probably|idk|say|its|it's|already|only|just|around|like"
_AFTER = r"been|because|cos|coz|as|x+|tbh|really|today|this week|i think|i suppose|thanks|ta"
_AMONG = re.compile(
    rf"(?:\D*[,.!;:-]\s*|(?:\D*\s)?(?:{_BEFORE})\s+)(10|\d)(?:\s*[!?.]*|\s+(?:{_AFTER})\b\D*)",
    re.IGNORECASE,
)
_SHORT = 60  # characters


def among_words(text: str) -> float | None:
    """The one digit, or ten, that a few words lead up to: None where it may count something."""
    found = _AMONG.fullmatch(text.strip()) if len(text) <= _SHORT else None
    return None if found is None else float(found[1])


def _end_of_amount(said: Sequence[str], idle: frozenset[str], language: Language) -> int:
    """Where a number that comes first ends, if no counted thing follows it within three words."""
    start = next((place for place, word in enumerate(said) if word not in idle), len(said))
    following = said[start + 1 : start + 4]
    counted_things = listed(language, "counted")
    if not said[start:] or _decimal(said[start]) is None:
        return len(said)
    if any(word in counted_things for word in following):
        return len(said)
    if any(word in listed(language, "or") | listed(language, "not") for word in following[:1]):
        return len(said)
    return start + 1


def _decimal(digits: str) -> float | None:
    """ "5.5", "5,5" and "1,000"; None for "7/10", "2-3" and "1,2,3"."""
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", digits):
        return float(digits.replace(",", ""))
    if re.fullmatch(r"-?\d{1,12}([.,]\d+)?", digits):
        return float(digits.replace(",", "."))
    return None
