"""The signs that a person can name: what each looks like in plain words, and what it says.

`signs.json` holds, for each risk, reasons in a coordinator's words and the phrases that show
them; under `none` stand the reasons not to worry (an idiom, a denial, a film). A phrase stands
there only while danger uses it more often than ordinary talk does; what ordinary talk uses as
often ("help me", "dropping") is in `hints.json`: the weights hear it, nobody is told of it.
`topics.json` holds words for one thing in every language of the line. All are written in one
small way:

    "wont|cant .. wake|rous* up?"

`|` is either word, `..` up to three words between, `*` any ending, `?` may be left out. No
single sign decides: `model` weighs them all.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from flows.reading.spelling import words


class Risk(StrEnum):
    """What a message may be about, gravest first: intent to die goes before danger to life."""

    CRISIS = "crisis"
    MEDICAL = "medical"
    SAFEGUARDING = "safeguarding"
    CLINICAL_ADVICE = "clinical_advice"
    NONE = "none"


class Sign(NamedTuple):
    """One thing seen in a message: a reason with its risk, a hint of one, or a bare topic."""

    name: str
    risk: Risk | None
    hint: Risk | None = None


class Seen(NamedTuple):
    """A sign and the place, counted in words, where it begins."""

    place: int
    sign: Sign


_Follows = tuple[tuple[Sign, Callable[[str, int], object]], ...]


class _Phrases(NamedTuple):
    """What may begin at one word: signs that it is by itself, those that one certain word must
    follow, and those that more must follow."""

    alone: tuple[Sign, ...]
    by_next: dict[str, _Follows]
    more: _Follows


class _Entry(NamedTuple):
    """What must follow the first word of an entry; and the words that may come next, if sure."""

    sign: Sign
    pattern: str
    next: tuple[str, ...]


_ByFirstWord = dict[str, list[_Entry]]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?$")


class _Kind(NamedTuple):
    """A measurement: the words that come before it, and what its values mean."""

    names: tuple[str, ...]
    meanings: tuple[tuple[float, float, str], ...]  # from, to below, meaning


# Ketones: 1.6 to 2.9 the care team or 111, 3 or more 999; a hypo is below 4mmol/L (nhs.uk).
_KINDS = (
    _Kind(
        ("keto", "ceton", "کیٹون", "ਕੀਟੋਨ", "কিটোন"),
        ((1.6, 3, "ketones of 1.6 or more"), (3, 15, "ketones of 3 or more")),
    ),
    _Kind(("bp", "pressure", "cisnienie"), ((180, 300, "blood pressure of 180 or more"),)),
    _Kind(("temp", "fever", "goraczk", "bukhar", "gwres"), ((38, 43, "a fever"),)),
)
_BLOOD_SUGAR = _Kind((), ((0.5, 4, "sugar below 4"), (25, 60, "sugar of 25 or more")))


def signs_in(plain: tuple[str, ...]) -> list[Seen]:
    """Every sign and topic in `wording.words`, in the order of their places."""
    seen: list[Seen] = []
    text, end = " ".join(plain), 0
    for place, word in enumerate(plain):
        end += len(word)
        alone, by_next, more = _starting_with(word)
        end += 1
        if not (alone or by_next or more):
            continue
        found = [*alone]
        after = plain[place + 1] if place + 1 < len(plain) else ""
        for sign, follows in by_next.get(after, ()):
            if follows(text, end - 1):
                found.append(sign)
        for sign, follows in more:
            if follows(text, end - 1):
                found.append(sign)
        if found:
            seen.extend([Seen(place, sign) for sign in {*found}])
    seen.extend(_readings(plain, seen))
    seen.sort()
    return seen


def _readings(plain: tuple[str, ...], seen: list[Seen]) -> list[Seen]:
    """Numbers, by their size, and those with a clinical meaning."""
    topics = {at.sign.name for at in seen}
    other_units = {at.place for at in seen if at.sign.name == "another unit"}
    other_counts = {at.place for at in seen if at.sign.name == "another count"}
    readings = []
    for place, word in enumerate(plain):
        if not _NUMBER.match(word):
            continue
        value = float(word.replace(",", "."))
        readings.append(Seen(place, Sign(f"number {_size(word, value)}", None)))
        before = plain[max(0, place - 4) : place]
        if place + 1 in other_units or place - 1 in other_counts:
            continue
        named = (kind for kind in _KINDS if any(word.startswith(kind.names) for word in before))
        kind = next(named, _BLOOD_SUGAR if topics & {"sugar", "low", "metersays"} else None)
        for low, high, meaning in kind.meanings if kind else ():
            if low <= value < high:
                readings.append(Seen(place, Sign(meaning, Risk.MEDICAL)))
    return readings


def _size(word: str, value: float) -> str:
    """A coarse size, so that numbers never seen before read like those that were."""
    limits = (1.5, 3, 4, 10, 15, 20, 28, 36, 42, 60, 100, 300)
    kind = "whole" if word.isdecimal() else "decimal"
    return f"{kind} under {next((limit for limit in limits if value < limit), 'any')}"


@lru_cache(maxsize=16384)
def _starting_with(word: str) -> _Phrases:
    """The phrases that may begin at `word`; compiled here, since most never are."""
    full, endings = _phrases()
    found = [*full.get(word, ())]
    for size in range(2, min(len(word), 19) + 1):
        found.extend(endings.get(word[:size], ()))
    alone = tuple(dict.fromkeys(entry.sign for entry in found if not entry.pattern))
    left = [entry for entry in found if entry.sign not in alone]
    by_next: dict[str, list[_Entry]] = {}
    for entry in left:
        for after in entry.next:
            by_next.setdefault(after, []).append(entry)
    return _Phrases(
        alone,
        {after: _compiled(entries) for after, entries in by_next.items()},
        _compiled([entry for entry in left if not entry.next]),
    )


def _compiled(entries: Sequence[_Entry]) -> _Follows:
    patterns: dict[Sign, list[str]] = {}
    for entry in entries:
        patterns.setdefault(entry.sign, []).append(entry.pattern)
    return tuple((sign, re.compile("|".join(each)).match) for sign, each in patterns.items())


@cache
def _phrases() -> tuple[_ByFirstWord, _ByFirstWord]:
    """What follows each first word: those written in full, and those with any ending."""
    full: _ByFirstWord = {}
    endings: _ByFirstWord = {}
    for sign, entry in _entries():
        first, *rest = entry.split()
        follows = "".join(map(_following, rest))
        for choice in first.split("|"):
            head, *more = words(choice)
            pattern = "".join(f" {re.escape(word)}(?!\\S)" for word in more) + follows
            into = endings if choice.endswith("*") else full
            after = (more[0],) if more else _nexts(rest)
            into.setdefault(head, []).append(_Entry(sign, pattern, after))
    return full, endings


def _nexts(rest: Sequence[str]) -> tuple[str, ...]:
    """The words of which one must come next, or none where that cannot be said."""
    if not rest or rest[0] == ".." or rest[0].endswith("?") or "*" in rest[0]:
        return ()
    return tuple({words(choice)[0] for choice in rest[0].split("|")})


def _following(part: str) -> str:
    """The pattern of one part of an entry after its first word."""
    if part == "..":
        return r"(?: \S+){0,3}"
    choices = [
        re.escape(" ".join(words(choice))).replace(r"\ ", " ") + r"\S*" * choice.endswith("*")
        for choice in part.removesuffix("?").split("|")
    ]
    return rf"(?: (?:{'|'.join(choices)})(?!\S))" + "?" * part.endswith("?")


def _entries() -> Iterator[tuple[Sign, str]]:
    here = resources.files(__package__)
    signs = json.loads(here.joinpath("signs.json").read_text("utf-8"))
    for risk, reasons in signs.items():
        for reason, entries in reasons.items():
            for entry in entries:
                yield Sign(reason, Risk(risk)), entry
    hints = json.loads(here.joinpath("hints.json").read_text("utf-8"))
    for risk, reasons in hints.items():
        for reason, entries in reasons.items():
            for entry in entries:
                yield Sign(f"perhaps {reason}", None, hint=Risk(risk)), entry
    topics = json.loads(here.joinpath("topics.json").read_text("utf-8"))
    for topic, languages in topics.items():
        for entries in languages.values():
            for entry in entries:
                yield Sign(topic, None), entry
