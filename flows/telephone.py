"""Whether a text holds a telephone number, however it is written.

Readings, doses, dates and scores are numbers too. What sets a telephone number apart is that it is
as long as one, starts like one, and comes out exact when its pieces are joined.
"""

import re
from collections.abc import Sequence

from phonenumbers import NumberParseException, is_possible_number, parse

from flows.digits import Group, groups

# Lines that anyone may pass on. From the helplines' own sites; to be confirmed each release.
_LINES = (
    "999 112 111 101 105 119 18000 18001 "
    "116123 "  # Samaritans
    "85258 "  # Shout
    "116000 "  # Missing People
    "08000684141 "  # Papyrus
    "08001111 "  # Childline
    "08082000247 "  # National Domestic Abuse Helpline
    "08088010327 "  # Men's Advice Line
    "03451232399 "  # Diabetes UK
    "08088010677 "  # Beat
    "08088088141 "  # Hourglass
    "0800585858 "  # CALM
    "08004708090 "  # The Silver Line
    "08006781602 "  # Age UK
    "03001233393 03001021234 "  # Mind
    "08088087777 "  # Carers UK
    "03001231044 "  # Stop smoking
    "03001231110 "  # Drinkline
    "08088021234 "  # British Heart Foundation
    "08088088000 08088080000 "  # Macmillan
    "08001448848 "  # Citizens Advice
    "08085005000 "  # NSPCC
)
HELPLINES = frozenset(_LINES.split())
_NATIONAL = re.compile(r"0(?:7\d{9}|[12]\d{8,9}|3\d{9}|8\d{8,9}|9\d{9})")
_WITH_COUNTRY = re.compile(r"(?:00)?440?(?:7\d{9}|[1238]\d{8,9})")
_LESS_ITS_ZERO = re.compile(r"7[1-9]\d{8}")
_PADDING = 4  # words between two pieces of a number; more and they are unrelated
_LONGEST = 15  # digits, ITU-T E.164
_THEIR_NUMBER = re.compile(
    r"(?:(?:ring|call|text|phone|bell|message|msg|reach|get|contact|dzwo[nń]|zadzwo[nń])"
    r" (?:me|us|him|her|mum|dad|do mnie)|\b(?:my|mum'?s|dad'?s|her|his|our|wife'?s|husband'?s|mera"
    r"|meri|mój|moj|amar|fy|fi)\b (?:\w+ )?(?:number|mobile|mob|phone|cell|landline|tel|digits|numer"
    r"|nambar|nomor)|\b(?:phone|mobile|tel|telefon|ffôn)(?: (?:number|no))?)\b[^\d]{0,25}$"
)
_OTHER_NUMBER = re.compile(
    r"\b(?:nhs|order|serial|ref|reference|lot|batch|policy|ticket|reg|code|barcode|version|tracking"
    r"|claim|account)\b[^\d]{0,20}$"
)


def has_number(text: str) -> bool:
    found = groups(text)
    return any(_number_from(found, i, text) for i in range(len(found)))


def _number_from(found: Sequence[Group], first: int, text: str) -> bool:
    """Whether a telephone number begins at group `first`."""
    start = found[first]
    digits, padded, sizes = "", False, []
    for i in range(first, len(found)):
        group = found[i]
        if i > first and (group.fresh or group.padding > _PADDING):
            break
        digits += group.digits
        sizes.append(len(group.digits))
        padded |= i > first and group.padding > 0
        if len(digits) > _LONGEST:
            break
        if digits in HELPLINES:
            return False
        if _NATIONAL.fullmatch(digits) or _WITH_COUNTRY.fullmatch(digits):
            # Pieces with words between must come out exact, or a day's readings would do.
            if digits != "0123456789" and not (padded and len(digits) == 10):
                return not (digits[1] != "7" and _OTHER_NUMBER.search(text[: start.start]))
        elif not padded and _LESS_ITS_ZERO.fullmatch(digits):
            shaped = start.spelt or max(sizes) == 1 or len(sizes) <= 3
            if shaped and not _OTHER_NUMBER.search(text[: start.start]):
                return True
        if start.plus and not padded and len(digits) >= 9 and _possible(digits):
            return True
    tight = _tight(found, first)
    if (
        len(tight) < 6
        or tight in HELPLINES
        or any(tight.startswith(h) for h in HELPLINES if len(h) > 5)
    ):
        return False
    return bool(_THEIR_NUMBER.search(text[: start.start])) and not _OTHER_NUMBER.search(
        text[: start.start]
    )


def _tight(found: Sequence[Group], first: int) -> str:
    digits = found[first].digits
    for group in found[first + 1 :]:
        if group.fresh or group.padding:
            break
        digits += group.digits
    return digits


def _possible(digits: str) -> bool:
    try:
        return is_possible_number(parse("+" + digits))
    except NumberParseException:
        return False
