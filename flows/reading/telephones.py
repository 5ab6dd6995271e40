"""Whether a text holds a telephone number, however it is written.

Readings, doses, dates and scores are numbers too. What sets a telephone number apart is that it is
as long as one, starts like one, and comes out exact when its pieces are joined.
"""

import re
from collections.abc import Sequence

from phonenumbers import (
    NumberParseException,
    PhoneNumberFormat,
    format_number,
    is_possible_number,
    national_significant_number,
    parse,
)

from flows.reading.digits import Group, groups

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
    "08088081677 "  # Cruse Bereavement Support
)
HELPLINES = frozenset(_LINES.split())
_NATIONAL = re.compile(r"0(?:7\d{9}|[12]\d{8,9}|3\d{9}|8\d{8,9}|9\d{9})")
_WITH_COUNTRY = re.compile(r"(?:00)?440?(?:7\d{9}|[1238]\d{8,9})")
_BACKWARDS = re.compile(r"\b(?:backwards?|revers\w*|the end|other way)\b")
_LESS_ITS_ZERO = re.compile(r"7[1-9]\d{8}")
_NEARBY = 60  # characters in which a word may say what the number is
_PADDING = 4  # words between two pieces of a number; more and they are unrelated
_LOCAL = 6  # digits in a number given without its area code
_LONGEST = 15  # digits, ITU-T E.164
_THEIR_NUMBER = re.compile(
    r"(?:(?:ring|call|text|phone|bell|message|msg|reach|get|contact|dzwo[nń]|zadzwo[nń])"
    r" (?:me|us|him|her|mum|dad|do mnie)|\b(?:my|mum'?s|dad'?s|her|his|our|wife'?s|husband'?s|mera"
    r"|meri|mój|moj|amar|fy|fi)\b (?:\w+ )?(?:number|mobile|mob|phone|cell|landline|tel|digits|"
    r"numer"
    r"|nambar|nomor)|\b(?:phone|mobile|tel|telefon|ffôn)(?: (?:number|no))?)\b[^\d]{0,25}$"
)
_OTHER_NUMBER = re.compile(
    r"\b(?:nhs|order|serial|ref|reference|lot|batch|policy|ticket|reg|code|barcode|version|tracking"
    r"|claim|account)\b[^\d]{0,20}$"
)


def has_number(text: str) -> bool:
    """Whether `text` (already `plain`) holds a telephone number that is no helpline's."""
    found = groups(text)
    if any(_number_from(found[i : i + _LONGEST], text) for i in range(len(found))):
        return True
    if not _BACKWARDS.search(text):
        return False
    digits = "".join(group.digits for group in found)[::-1]
    return bool(_NATIONAL.search(digits) or _WITH_COUNTRY.search(digits))


def _number_from(found: Sequence[Group], text: str) -> bool:
    """Whether a telephone number begins at the first of `found`."""
    start = found[0]
    before = text[max(0, start.start - _NEARBY) : start.start]
    digits, padded = "", False
    for pieces, group in enumerate(found, 1):
        if pieces > 1 and (group.fresh or group.padding > _PADDING):
            break
        digits += group.digits
        padded |= pieces > 1 and group.padding > 0
        if digits in HELPLINES:
            return False
        if _complete(digits, start, pieces, padded=padded):
            return digits.startswith(("07", "00", "44")) or not _OTHER_NUMBER.search(before)
    return _said_to_be_one(found, before)


def _complete(digits: str, start: Group, pieces: int, *, padded: bool) -> bool:
    """Whether `digits`, in so many pieces, are a whole number and not a day's readings."""
    if _NATIONAL.fullmatch(digits) or _WITH_COUNTRY.fullmatch(digits):
        return digits != "0123456789" and not (padded and len(digits) == 10)
    if padded or len(digits) > _LONGEST:
        return False
    if _LESS_ITS_ZERO.fullmatch(digits):
        return start.spelt or pieces <= 3 or pieces == len(digits)
    return start.plus and len(digits) >= 9 and _possible(digits)


def _said_to_be_one(found: Sequence[Group], before: str) -> bool:
    """Whether words such as "my number is" lead to these digits, long enough for a local number."""
    digits = found[0].digits
    for group in found[1:]:
        if group.fresh or group.padding:
            break
        digits += group.digits
    if len(digits) < _LOCAL or digits.startswith(tuple(h for h in HELPLINES if len(h) >= _LOCAL)):
        return False
    return bool(_THEIR_NUMBER.search(before)) and not _OTHER_NUMBER.search(before)


def _possible(digits: str) -> bool:
    try:
        return is_possible_number(parse("+" + digits))
    except NumberParseException:
        return False


HOME = "GB"  # where a number without a country code is
SHORTEST = 7  # digits after the country code: those with fewer are short codes


def e164(number: str) -> str | None:
    """The number in E.164; None for a short code, or a name in place of a number.

    Possible is enough: whether a number has been given out is for the network to say.
    """
    if any(character.isalpha() for character in number):
        return None
    try:
        parsed = parse(number, HOME)
    except NumberParseException:
        return None
    digits = national_significant_number(parsed)
    if len(digits) < SHORTEST or not is_possible_number(parsed):
        return None
    return format_number(parsed, PhoneNumberFormat.E164)
