"""Days as people type them: by date, by weekday, or from today."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache

from babel.dates import get_day_names, get_month_names

from flows.reading.numbers import canonical, is_ordinal
from flows.reading.text import counted, listed, slips, words
from flows.vocabulary import Language
from flows.words import Wording

WEEK = timedelta(days=7)
SOON = 20  # years: "40" is 2040 when it is asked in 2026, and "68" is 1968

_DATE = re.compile(r"(\d{1,2})[-/.: ](\d{1,2})(?:[-/.: ](\d{4}|\d{2}))?")  # as in the UK: day first
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def day(text: str, today: date, wording: Wording, *, past: bool = False) -> date | None:
    """The day that is meant; None when there is none, or it is not certain.

    A day without a year or a week is the next such day, or with `past` the last one. "Next
    Tuesday" is Tuesday of next week; a bare "Tuesday" on a Tuesday could be either, and is None.
    """
    language = wording.language
    typed = words(text)
    ignored = listed(language, "filler") | listed(language, "agree")
    said = [
        word
        for word in canonical(typed, language)
        if word not in ignored - listed(language, "this")
    ]
    phrase = " ".join(said)
    near = counted(language, "days-from-today", -1, 1)
    if phrase in near:
        return today + timedelta(days=near[phrase])
    dated = [word for word in said if _weekday(word, language) is None]
    weekdays = [found for word in said if (found := _weekday(word, language)) is not None]
    if len(weekdays) > 1:
        return None
    on_date = (
        _in_figures(" ".join(dated), today, past)
        or _with_month(dated, today, language, past)
        or (
            _in_month(dated, today, past)
            if any(is_ordinal(word, language) for word in typed)
            else None
        )
    )
    if on_date is not None:
        return on_date if weekdays in ([], [on_date.weekday()]) else None
    if weekdays:
        return _on_weekday(weekdays[0], _but_hours(dated, language), today, language, past)
    return _after(said, today, language)


def _but_hours(said: Sequence[str], language: Language) -> list[str]:
    """Without what is said of the time of day: "after church", "about 6"."""
    kept = (listed(language, name) for name in ("next", "this", "last", "days", "ago"))
    around = listed(language, "around").difference(_weeks(language), *kept)
    return [word for word in said if word not in around and not _HOUR.fullmatch(word)]


_HOUR = re.compile(r"(?:1?\d|2[0-3])(?:[:.]?[0-5]\d)?(?:am|pm)?")


def _in_figures(said: str, today: date, past: bool) -> date | None:
    """03/05/26, 3.5.2026, 3/5, 2026-05-03."""
    if iso := _ISO_DATE.fullmatch(said):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    uk = _DATE.fullmatch(said)
    if not uk or (" " in said and not uk[3]):
        return None
    if uk[3]:
        return _date(_year(uk[3], today, past), int(uk[2]), int(uk[1]))
    return _nearest(int(uk[1]), int(uk[2]), today, past)


def _with_month(said: Sequence[str], today: date, language: Language, past: bool) -> date | None:
    """3 May, May 3 2027."""
    months = [found for word in said if (found := _month(word, language)) is not None]
    numbers = [word for word in said if word.isdecimal()]
    if len(months) != 1 or len(numbers) not in (1, 2) or len(said) != 1 + len(numbers):
        return None
    if len(numbers[0]) > 2:
        return None
    if len(numbers) == 1:
        return _nearest(int(numbers[0]), months[0], today, past)
    return _date(_year(numbers[1], today, past), months[0], int(numbers[0]))


def _in_month(said: Sequence[str], today: date, past: bool) -> date | None:
    """The 3rd: of this month, or of the next one that has such a day and it has not gone by."""
    if len(said) != 1 or not said[0].isdecimal() or len(said[0]) > 2:
        return None
    step = timedelta(days=-1 if past else 1)
    days = (today + step * count for count in range(62))
    return next((each for each in days if each.day == int(said[0])), None)


def _on_weekday(
    weekday: int, others: Sequence[str], today: date, language: Language, past: bool
) -> date | None:
    """Tuesday, this Tuesday, next Tuesday, last Tuesday, Tuesday week."""
    ahead = timedelta(days=(weekday - today.weekday()) % 7)
    behind = timedelta(days=(today.weekday() - weekday) % 7)
    match others:
        case [] if ahead:
            return today - behind if past else today + ahead
        case [word] if word in listed(language, "this"):
            return today - behind if past else today + ahead
        case [word, *week] if word in listed(language, "next") and (
            not week or week[0] in _weeks(language)
        ):
            return today + timedelta(days=7 - today.weekday() + weekday)
        case [word] if word in listed(language, "last"):
            return today - (behind or WEEK)
        case [word] if word in _weeks(language) and ahead:
            return today + ahead + WEEK
    return None


def _after(said: Sequence[str], today: date, language: Language) -> date | None:
    """In 3 days, in a week, 2 weeks ago."""
    spans = dict.fromkeys(listed(language, "days"), 1) | _weeks(language)
    sign = 1
    if said and said[-1] in listed(language, "ago"):
        said, sign = said[:-1], -1
    match said:
        case [span] if span in spans and spans[span] > 1:
            return today + timedelta(days=sign * spans[span])
        case [count, *rest] if (
            (span := " ".join(rest)) in spans and count.isdecimal() and len(count) < 4
        ):
            return today + timedelta(days=sign * int(count) * spans[span])
    return None


def _weeks(language: Language) -> dict[str, int]:
    """A week and a fortnight, in days."""
    return counted(language, "weeks", 7, 7)


def _nearest(number: int, month: int, today: date, past: bool) -> date | None:
    """That day of the year on or after today, or on or before. Leap days come every 8 at most."""
    years = (today.year + count * (-1 if past else 1) for count in range(9))
    days = (_date(year, month, number) for year in years)
    return next(
        (each for each in days if each and (each <= today if past else each >= today)), None
    )


def _year(digits: str, today: date, past: bool) -> int:
    if len(digits) != 2:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= today.year + (0 if past else SOON) else year - 100


def _date(year: int, month: int, number: int) -> date | None:
    if 1900 <= year <= 2100:
        with suppress(ValueError):
            return date(year, month, number)
    return None


@cache
def _named(language: Language) -> tuple[dict[str, int], dict[str, int]]:
    """Weekdays from Monday 0 and months from January 1, in the person's language and English."""
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    for each in (language, Language.ENGLISH):
        for number, called in get_day_names("wide", locale=each.value).items():
            weekdays[" ".join(words(called))] = number
        for number, called in get_month_names("wide", locale=each.value).items():
            months[" ".join(words(called))] = number
    return weekdays, months


def _weekday(word: str, language: Language) -> int | None:
    return _one_named(word, _named(language)[0])


def _month(word: str, language: Language) -> int | None:
    return _one_named(word, _named(language)[1])


def _one_named(word: str, names: dict[str, int]) -> int | None:
    """Whole, cut short ("weds", "sept") or with a slip ("febuary")."""
    if word in names:
        return names[word]
    short = word.removesuffix("s")
    cut = {number for called, number in names.items() if called.startswith((word, short))}
    if len(short) >= 3 and cut:
        return cut.pop() if len(cut) == 1 else None
    far = {number: far for called, number in names.items() if (far := slips(word, called))}
    near = [number for number in far if far[number] == min(far.values())]
    return near[0] if len(near) == 1 else None
