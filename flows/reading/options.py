"""Which of several options is meant: by its label, part of it, or its place in the list."""

import re
from collections.abc import Callable, Sequence
from math import inf

from flows.reading.mentions import mentioned, most_plainly
from flows.reading.numbers import canonical
from flows.reading.plain import is_emoji
from flows.reading.replies import says, sense
from flows.reading.text import LONGEST, listed, slips, words
from flows.vocabulary import Channel, Language
from flows.words import Wording

Otherwise = Sequence[frozenset[str]]
"""What else people call each option: phrases as `words` gives them."""


def one_of(
    text: str, labels: Sequence[str], wording: Wording, otherwise: Otherwise = ()
) -> int | None:
    """Which label is meant, by its place in the list, its words, part of them, or another name."""
    language = wording.language
    typed = words(text)
    if not typed or not labels:
        return None
    numbered = _numbered(_content(typed, language), labels, wording)
    if numbered is not None:
        return numbered
    verbatim = [place for place, label in enumerate(labels) if words(label) == typed]
    if len(verbatim) == 1:  # else "very" would be filler, and "Very good" no more than "Good"
        return verbatim[0]
    said = _content(typed, language)
    named = [_content(words(label), language) for label in labels]
    if _is_number(said) and not (_differ_by_number(said[0], named) or _spanning(said[0], named)):
        return None  # the 5 of "2.5 miles" is nobody's choice
    if listed(language, "filler").issuperset(said):  # "me" is filler, unless it is all there is
        named = [canonical(words(label), language) for label in labels]
    place = _one_of(said, named, language)
    first = _numbered(said[:1], labels, wording) if wording.channel is Channel.SMS else None
    if first is not None and (place is None or named[place] != said):
        # "2 type 2" is sure, and "1 or 2" is not, though one line may hold both numbers.
        return first if first in (place, _one_of(said[1:], named, language)) else None
    if place is None:
        place = _called(said, otherwise, language)
    place = _or_spoken_of(place, typed, otherwise, language)
    if place is not None:
        return place
    if says("last-one", text, wording):
        return len(labels) - 1
    if typed[-1] in listed(language, "one"):  # "the food one"
        called = _content(typed[:-1], language)
        return None if any(map(str.isdecimal, called)) else _one_of(called, named, language)
    return _of_same_sense(text, labels, wording)


def _numbered(said: Sequence[str], labels: Sequence[str], wording: Wording) -> int | None:
    """The place in the list that a bare number is, whatever numbers the labels hold.

    Where the lines are not shown with their numbers (Telegram's buttons), a label that is a number
    goes before a place, and so does the number by which labels differ: "2" of Type 1 and Type 2.
    """
    said = [word for word in said if not is_emoji(word[0])]
    if not _is_number(said):
        return None
    number = int(said[0][:9])
    if wording.channel is not Channel.SMS:
        named = [_content(words(label), wording.language) for label in labels]
        if said in named or _differ_by_number(said[0], named):
            return None
    return number - 1 if 1 <= number <= len(labels) else None


def _is_number(said: Sequence[str]) -> bool:
    return len(said) == 1 and said[0].isdecimal()


def _differ_by_number(number: str, named: Sequence[Sequence[str]]) -> bool:
    shapes = [tuple("#" if word.isdecimal() else word for word in label) for label in named]
    return any(
        number in label and shapes.count(shape) > 1
        for label, shape in zip(named, shapes, strict=True)
    )


def answers_by_number(text: str, labels: Sequence[str], wording: Wording) -> bool:
    """Whether the text is bare numbers that choose from a list: "2", "no 1", "1 and 3", "1-3".

    It says nothing but which lines are meant, and must not be read for what else it may say.
    """
    said = " ".join(_content(words(text), wording.language))
    numbers = [int(each[:9]) for each in re.findall(r"\d+", said)]
    has_words = re.search(r"[^\W\d]", said) is not None
    return bool(numbers) and not has_words and all(1 <= each <= len(labels) for each in numbers)


def _of_same_sense(text: str, labels: Sequence[str], wording: Wording) -> int | None:
    """The one label that says what the text says in other words: "nope" is "No thanks"."""
    said = sense(text, wording)
    places = [place for place, label in enumerate(labels) if sense(label, wording) == said]
    return places[0] if said and len(places) == 1 else None


def _one_of(said: list[str], named: list[list[str]], language: Language) -> int | None:
    said = _but_hours(said, named, language)
    exact = [place for place, label in enumerate(named) if label == said]
    if exact:
        return exact[0] if len(exact) == 1 else None
    meant = [_meant(word, named) for word in said]
    known = [places for places in meant if places]
    unknown = [word for word, places in zip(said, meant, strict=True) if not places]
    if not known or (_ruling_out(language) & set(unknown)):
        return None
    common = frozenset.intersection(*known)
    whole = [place for place in common if all(_is_said(word, said) for word in named[place])]
    if len(whole) == 1 and len(unknown) <= 4:
        return whole[0]
    # Part of a label among strange words is none of it: "after work" is not "Afternoons".
    exact_words = [word for word in said if any(word in _forms(label) for label in named)]
    return min(common) if len(common) == 1 and len(unknown) <= len(exact_words) else None


def _but_hours(said: list[str], named: list[list[str]], language: Language) -> list[str]:
    """A label's one word alone, where the rest is when: "sunday after church", "weds about 6"."""
    around, weekdays = listed(language, "around"), listed(language, "weekdays")
    rest = [word for word in said[1:] if word not in around and not _HOUR.fullmatch(word)]
    is_label = any(
        len(label) == 1
        and (_is_said(label[0], said[:1]) or (said[0] in weekdays and _is_part(said[0], label[0])))
        for label in named
    )
    return said[:1] if is_label and not rest else said


_HOUR = re.compile(r"(?:1?\d|2[0-3])(?:[:.]?[0-5]\d)?(?:[ap]m|ish)?")


def _called(said: list[str], otherwise: Otherwise, language: Language) -> int | None:
    """The one option that has this name too: "myself", "gdm", "my mum"."""
    places = [
        place
        for place, phrases in enumerate(otherwise)
        if any(_content(phrase.split(), language) == said for phrase in phrases)
    ]
    return places[0] if len(places) == 1 else None


def _or_spoken_of(
    place: int | None, typed: list[str], otherwise: Otherwise, language: Language
) -> int | None:
    """The option that was read, or else is named in passing; neither, where those are two.

    More than one word for it weighs more: "for my wife, she has diabetes" is not "I have diabetes".
    """
    other = most_plainly(mentioned(typed, otherwise, language))
    if other is None or other[0] == place:
        return place
    return other[0] if place is None or other[1] > 1 else None


def _but_exceptions(said: list[str], language: Language) -> list[str]:
    """Without an end that takes away no option: "but not tuesdays", "not too late"."""
    ruling = _ruling_out(language) | listed(language, "except")
    start = next((place for place, word in enumerate(said) if word in ruling), len(said))
    rest = [word for word in said[start:] if word not in ruling]
    idle = listed(language, "around") | listed(language, "weekdays")
    is_idle = len(rest) > 0 and idle.issuperset(rest)
    return said[:start] if is_idle else said


def _ruling_out(language: Language) -> frozenset[str]:
    return listed(language, "not") | listed(language, "but")


def some_of(
    text: str, labels: Sequence[str], wording: Wording, otherwise: Otherwise = ()
) -> tuple[int, ...] | None:
    """Which labels are meant, in the order of the list; None when any part is not clear."""
    language = wording.language
    if says("all", text, wording) or (len(labels) == 2 and says("both", text, wording)):
        return tuple(range(len(labels)))
    named = [_content(words(label), language) for label in labels]
    found: set[int] = set()
    if len(text) > LONGEST:
        return None
    is_numbered = wording.channel is Channel.SMS

    def numbered(said: list[str]) -> int | None:
        return _numbered(said, labels, wording)

    for part in re.split(r"[,;&+/|\n]|(?<=\w)\. ", _SPACED_DASH.sub("-", text)):
        typed = words(part)
        said = _but_exceptions(typed, language)
        if not said and (found or not typed):
            continue
        read = _range(said, named, language, is_numbered=is_numbered) or _some_of(
            said, named, otherwise, language, numbered
        )
        if not read:
            return _spoken_of(text, named, otherwise, language)
        found |= read
    return tuple(sorted(found)) or None


def _spoken_of(
    text: str, named: list[list[str]], otherwise: Otherwise, language: Language
) -> tuple[int, ...] | None:
    """Those that are named somewhere in a sentence."""
    called = [phrases | {" ".join(label)} for phrases, label in zip(otherwise, named, strict=False)]
    return tuple(sorted(mentioned(words(text), called, language))) or None


def _range(
    said: list[str], named: list[list[str]], language: Language, *, is_numbered: bool
) -> set[int]:
    """The places from one number to another: "1-3", "1 to 3 please"."""
    filler = listed(language, "filler") - listed(language, "to")
    kept = [word for word in canonical(said, language) if word not in filler]
    found = _RANGE.fullmatch(" ".join(kept))
    has_numbers = any(word.isdecimal() for label in named for word in label)
    if found is None or (has_numbers and not is_numbered):
        return set()
    first, last = int(found[1]), int(found[2])
    return set(range(first - 1, last)) if 1 <= first < last <= len(named) else set()


def _some_of(
    said: list[str],
    named: list[list[str]],
    otherwise: Otherwise,
    language: Language,
    numbered: Callable[[list[str]], int | None],
) -> set[int]:
    def one(words: list[str]) -> int | None:
        place = numbered(words)
        if place is None:
            place = _one_of(words, named, language)
        return place if place is not None else _called(words, otherwise, language)

    content = _content(said, language)
    numbers = [numbered([word]) for word in content]
    if None not in numbers:  # "3 1" is two lines, though one line may hold both numbers
        return {number for number in numbers if number is not None}
    whole = one(content)
    if whole is not None:
        return {whole}
    glue = listed(language, "and")
    rest = _content([word for word in said if word not in glue], language)
    meant = [one([word]) for word in rest]
    places = {place for place in meant if place is not None}
    return places if None not in meant else set()


def _content(said: Sequence[str], language: Language) -> list[str]:
    """The words that tell options apart, numbers as digits: "number 2 pls" is "2"."""
    sign, filler = listed(language, "number-sign"), listed(language, "filler")
    canon = canonical([part for word in said for part in _parted(word, sign)], language)
    split = [part for word in canon for part in re.split(r"(?<=\d)[.,:/-](?=\d)", word)]
    kept = [
        word.lstrip("-")
        for word, after in zip(split, [*split, ""][1:], strict=True)
        if word not in filler and not (word in sign and after.isdecimal())
    ]
    return kept or split


def _parted(word: str, sign: frozenset[str]) -> Sequence[str]:
    """ "number2" and "no1" in two."""
    parted = _RUN_TOGETHER.fullmatch(word)
    return parted.groups() if parted and parted[1] in sign else (word,)


_SPACED_DASH = re.compile(r"(?<=\d)\s*[-\u2013]\s*(?=\d)")
_RANGE = re.compile(r"(\d{1,2}) ?(?:-|to) ?(\d{1,2})")
_RUN_TOGETHER = re.compile(r"([^\W\d]{2,})(\d+)")  # "tyep2"


def _meant(word: str, named: list[list[str]]) -> frozenset[int]:
    """The labels that a word points to: those that have it, or else the one with that number."""
    for is_near in (str.__eq__, _is_part, slips):
        found = frozenset(
            place
            for place, label in enumerate(named)
            if any(is_near(word, each) for each in _forms(label))
        )
        if found:
            return found
    if word.isdecimal() and 1 <= int(word[:9]) <= len(named):
        return frozenset({int(word[:9]) - 1})
    if parted := _RUN_TOGETHER.fullmatch(word):
        return _meant(parted[1], named) & _meant(parted[2], named)
    return _spanning(word, named)


def _spanning(word: str, named: list[list[str]]) -> frozenset[int]:
    """The label that a number falls into, where all are ranges: 42 in "35 to 44"."""
    bounds = [[int(each) for each in label if each.isdecimal()] for label in named]
    if not word.isdecimal() or not bounds[-1] or any(len(each) != 2 for each in bounds[:-1]):
        return frozenset()
    return frozenset(
        place
        for place, (low, *high) in enumerate(bounds)
        if low <= int(word[:9]) <= (high[0] if high else inf)
    )


def _forms(label: list[str]) -> list[str]:
    """How a label's words may be typed: each, all in one ("type2"), or shortened ("t2")."""
    short = "".join(word if word.isdecimal() else word[0] for word in label)
    return [*label, "".join(label), *([short] if any(map(str.isdecimal, label)) else [])]


def _is_part(typed: str, meant: str) -> bool:
    """Whether one is the other's beginning: "preg", "weds", "foods", "t2d"."""
    if typed.isdecimal() or meant.isdecimal():
        return False
    short = typed.removesuffix("s")
    if len(short) >= 3 and meant.startswith((typed, short)):
        return True
    long_enough = len(meant) >= 4 or (len(meant) >= 2 and meant[-1].isdecimal())
    return long_enough and typed.startswith(meant) and typed[len(meant) :][:3].isalpha()


def _is_said(meant: str, said: Sequence[str]) -> bool:
    """Whether a label's word is among those typed, whole or nearly: "morning" for "mornings"."""
    return any(
        word == meant
        or (_is_part(word, meant) and len(word) >= len(meant) - 1)
        or slips(word, meant) > 0
        for word in said
    )


def is_option(text: str, labels: Sequence[str], wording: Wording) -> bool:
    """Whether the text is nothing but one of these labels, or numbers of their places."""
    is_label = words(text) in [words(label) for label in labels]
    return is_label or answers_by_number(text, labels, wording)


def is_place(text: str, place: int, wording: Wording) -> bool:
    """Whether the text is this number, counted from 1: "5", "number 5", "the fifth one"."""
    return _content(words(text), wording.language) == [str(place)]
