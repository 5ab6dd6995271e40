"""The digits a text holds, however they are written.

People who want to pass on a number write it in words, with emoji, in the digits of another script,
in pieces, or with other words in between. `groups` brings all of these back to plain digits and
keeps what separated them, so that a caller can tell a telephone number from a list of readings.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.reading.plain import plain

_WITHOUT_JOINERS = dict.fromkeys((0x200C, 0x200D))


def in_figures(text: str) -> str:
    """The plain text in lower case, with every digit of every script as 0-9."""
    text = plain(text).lower()
    if text.isascii():
        return text
    text = text.translate(_WITHOUT_JOINERS)
    return "".join(c if c.isascii() or c.isalpha() else _digit(c) for c in text)


def _digit(character: str) -> str:
    value = unicodedata.digit(character, None)
    return character if value is None else str(value)


_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
fifteen sixteen seventeen eighteen nineteen"
_TENS = {
    "twenty": "20", "thirty": "30", "forty": "40", "fourty": "40", "fifty": "50", "sixty": "60",
    "seventy": "70", "eighty": "80", "ninety": "90",
    "dwadzieścia": "20", "trzydzieści": "30", "czterdzieści": "40", "pięćdziesiąt": "50",
    "sześćdziesiąt": "60", "siedemdziesiąt": "70", "osiemdziesiąt": "80", "dziewięćdziesiąt": "90",
    "sto": "100", "dwieście": "200", "trzysta": "300", "czterysta": "400", "pięćset": "500",
    "sześćset": "600", "siedemset": "700", "osiemset": "800", "dziewięćset": "900",
}  # fmt: skip
# Zero to nine in the line's other languages, in their own script and in Latin letters.
_ELSEWHERE = (
    "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "zero jedna dwie trzy cztery piec szesc siedem osiem dziewiec",
    "sero un dau tri pedwar pump chwech saith wyth naw",
    "dim un dwy tair pedair pum chwe saith wyth naw",
    "sifar aik do teen char paanch chay saat aath nau",
    "sifr ek do tin chaar panch chhe sat ath nao",
    "ziro ikk do tinn chaar panj che satt atth naun",
    "shunno ak dui tin char pach choy shat aat noy",
    "صفر ایک دو تین چار پانچ چھ سات آٹھ نو",
    "زیرو اک دو تین چار پنج چھے ست اٹھ نو",
    "ਜ਼ੀਰੋ ਇੱਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ",
    "ਸਿਫ਼ਰ ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌ",
    "শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়",
    "জিরো এক দুই তিন চার পাচ ছয় সাত আট নয়",
)
_REPEAT = {"double": 2, "dubble": 2, "dbl": 2, "triple": 3, "treble": 3, "ڈبل": 2, "dwbl": 2}
_ROUND = {"hundred": "00", "thousand": "000", "hundert": "00"}


def _strong() -> dict[str, str]:
    """Words that are a number wherever they stand."""
    words = {word: str(n) for n, word in enumerate(_ENGLISH.split())} | _TENS
    words |= {"nought": "0", "naught": "0", "nil": "0", "niner": "9", "fower": "4", "fife": "5"}
    return {in_figures(word): value for word, value in words.items()}


def _weak() -> dict[str, str]:
    """Words that are a number only beside another: "oh", Welsh "pump", Urdu "do"."""
    words = {word: str(n) for line in _ELSEWHERE for n, word in enumerate(line.split())}
    words |= {"oh": "0", "o": "0", "ow": "0", "oo": "00", "ooo": "000", "nowt": "0"}
    words |= {"won": "1", "tree": "3", "ate": "8"}
    return {in_figures(word): value for word, value in words.items()}


_STRONG = _strong()
_WEAK = _weak()
_TENS_AND_HUNDREDS = frozenset(in_figures(word) for word in _TENS)

# Letters typed for figures, hard against one: "o7700", "9oo", "l2".
_LOOKALIKE = re.compile(r"(?<=\d)[oli]{1,3}(?![^\W\d_])|(?<![^\W\d_])[oli]{1,3}(?=\d)")
_FIGURES = str.maketrans("oli", "011")

# Letters of scripts that write vowels as marks need the marks counted as part of the word.
_TOKEN = re.compile(
    r"\d+|(?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
    r"\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71])+|[|+]"
)
_DAY_OR_TIME_OR_DECIMAL = re.compile(
    r"(?<![\d./:-])(?:"
    r"(?:[12]?\d|0[1-9]|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d"  # 07/12/2026
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"  # 07:30
    r"|(?:[01]?\d|2[0-3])\.[0-5]\d\s?(?:am|pm)"  # 7.30pm
    r"|\d{1,3}\.\d"  # 7.2
    r"|(?:19|20)\d\d-\d\d-\d\d"
    r")(?![\d/:-]|\.\d)"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Digits written together, and how they follow on from the group before."""

    digits: str
    start: int  # where in the plain text
    padding: int  # other words since the group before
    spelt: bool  # in words rather than figures
    plus: bool  # after a "+"
    fresh: bool  # nothing before it belongs to the same number


def groups(text: str) -> list[Group]:
    """Every group of digits in `text`, `in_figures` before. Dates and decimals are no part."""
    text = _DAY_OR_TIME_OR_DECIMAL.sub(lambda match: "|".center(len(match[0])), text)
    text = _LOOKALIKE.sub(lambda match: match[0].translate(_FIGURES), text)
    return list(_groups(list(_TOKEN.finditer(text))))


def _groups(tokens: Sequence[re.Match[str]]) -> Iterator[Group]:
    words = [token[0] for token in tokens]
    padding, plus, fresh = 0, False, True
    i = 0
    while i < len(words):
        value, used = _number(words, i)
        if value:
            spelt = not words[i][0].isdigit()
            yield Group(value, tokens[i].start(), padding, spelt, plus, fresh)
            padding, plus, fresh = 0, False, False
        elif words[i] == "|":
            padding, plus, fresh = 0, False, True
        else:
            plus = words[i] == "+"
            padding += not plus
        i += used


def _number(words: Sequence[str], i: int) -> tuple[str, int]:
    """The digits that the words from `i` on spell, and how many words that took."""
    times, used = _REPEAT.get(words[i], 1), 1
    if times > 1:
        if i + 1 == len(words):
            return "", 1
        i, used = i + 1, 2
    value = _value(words, i)
    if not value:
        return "", used
    if words[i] in _TENS_AND_HUNDREDS:  # "seventy" takes a "two" into itself
        for following in words[i + 1 : i + 3]:
            unit = _STRONG.get(following) or _WEAK.get(following, "")
            if not unit or unit[0] == "0" or not value.endswith("0" * len(unit)):
                break
            value, used = value[: -len(unit)] + unit, used + 1
    return value[0] * (times - 1) + value, used


def _value(words: Sequence[str], i: int) -> str:
    word = words[i]
    if word[0].isdigit():
        return word
    if word in _STRONG:
        return _STRONG[word]
    if word in _ROUND:
        return _ROUND[word] if i and _numeric(words[i - 1]) else ""
    if any(_numeric(words[j]) for j in (i - 1, i + 1) if 0 <= j < len(words)):
        return _WEAK.get(word, "")
    return ""


def _numeric(word: str) -> bool:
    return word[0].isdigit() or word in _STRONG or word in _WEAK or word in _REPEAT
