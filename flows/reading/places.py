"""The postcode district (outcode) in what a person typed when asked where they are.

A district such as ``GL5`` is enough to find help nearby, and it is all that is kept. People type it
whole, in part, without the space, with O for 0, in words, or inside a sentence; they also type
ages, motorways and text speak that look like one. So nothing counts unless Royal Mail uses the
district, and a reading that is also an ordinary phrase needs something around it that says "place".
"""

import re
from collections.abc import Iterator
from itertools import product

from flows.reading.plain import plain

# Each postcode area and its districts, as ranges.
_RANGES = """
AB 10-16 21-25 30-39 41-45 51-56 99; AL 1-10; B 1-21 23-38 40 42-50 60-80 90-99; BA 1-16 20-22;
BB 1-12 18 94; BD 1-24 97-99; BF 1; BH 1-25 31; BL 0-9 11 78; BN 1-3 5-18 20-27 41-45 50-52 88 91 95
99; BR 1-8 98; BS 1-11 13-16 20-32 34-37 39-41 48-49 80 98-99; BT 1-49 51-58 60-71 74-82;
CA 1-28 95 99; CB 1-11 21-25; CF 3 5 10-11 14-15 23-24 30-48 61-64 71-72 81-83 91 95 99;
CH 1-8 25-34 41-49 60-66 70 88 99; CM 0-9 11-24 77 92 98-99; CO 1-16; CR 0 2-9 44 90; CT 1-21 50;
CV 1-13 21-23 31-37 47; CW 1-12 98; DA 1-18; DD 1-11; DE 1-7 11-15 21-24 45 55-56 65 72-75 99;
DG 1-14 16; DH 1-9 97-99; DL 1-17 98; DN 1-12 14-22 31-41 55; DT 1-11; DY 1-14; E 1-20 77 98;
EC 1-4 50; EH 1-49 51-55 91 95 99; EN 1-11 77; EX 1-24 31-39; FK 1-21; FY 0-8;
G 1-5 9 11-15 20-23 31-34 40-46 51-53 58 60-84 90; GL 1-20 50-56; GU 1-35 46-47 51-52 95; GY 1-10;
HA 0-9; HD 1-9; HG 1-5; HP 1-23 27; HR 1-9; HS 1-9; HU 1-20; HX 1-7; IG 1-11; IM 1-9 86-87 99;
IP 1-33 98; IV 1-28 30-32 36 40-49 51-56 63 99; JE 1-5; KA 1-30; KT 1-24; KW 1-3 5-17; KY 1-16 99;
L 1-40 67-75 80; LA 1-23; LD 1-8; LE 1-14 16-19 21 41 55 67 87 94-95; LL 11-78; LN 1-13;
LS 1-29 88 98-99; LU 1-7; M 1-9 11-35 38 40-41 43-46 50 60-61 90 99; ME 1-20 99; MK 1-19 40-46 77;
ML 1-12; N 1-22 81; NE 1-49 61-71 82-85 88 92 98-99; NG 1-25 31-34 70 80 90; NN 1-18 29 99;
NP 4 7-8 10-13 15-16 18-20 22-26 44; NR 1-35 99; NW 1-11 26; OL 1-16 95;
OX 1-18 20 25-29 33 39 44 49; PA 1-38 41-49 60-78 80; PE 1-38 99; PH 1-26 30-44 49-50; PL 1-35 95;
PO 1-22 30-41; PR 0-9 11 25-26; RG 1-2 4-10 12 14 17-31 40-42 45; RH 1-20 77; RM 1-20 50;
S 1-14 17-18 20-21 25-26 32-33 35-36 40-45 49 60-66 70-75 80-81 95-99; SA 1-20 31-48 61-73 80 99;
SE 1-28; SG 1-19; SK 1-17 22-23; SL 0-9 60 95; SM 1-7; SN 1-16 25-26 38 99;
SO 14-24 30-32 40-43 45 50-53 97; SP 1-11; SR 1-9 43; SS 0-9 11-17 22 99; ST 1-21 55; SW 1-20 95;
SY 1-25 99; TA 1-24; TD 1-15; TF 1-13; TN 1-40; TQ 1-14; TR 1-27 93; TS 1-29; TW 1-20; UB 1-11 18;
W 1-14; WA 1-16 55 88; WC 1-2; WD 1-7 17-19 23-25 99; WF 1-17 90; WN 1-8; WR 1-15 78 99; WS 1-15;
WV 1-16 98-99; YO 1 7-8 10-19 21-26 30-32 41-43 51-62 90-91 95; ZE 1-3
"""
# The districts of inner London that end in a letter, and the letters each takes.
_LETTERED = {
    "E1": "W", "N1": "CP", "NW1": "W", "SE1": "P", "SW1": "AEHPVWXY", "W1": "ABCDFGHJKMNPRSTUVWX",
    "EC1": "AMNPRVY", "EC2": "AMNPRVY", "EC3": "AMNPRV", "EC4": "AMNPRVY", "WC1": "ABEHNRVX",
    "WC2": "ABEHNR",
}  # fmt: skip


def _districts() -> Iterator[str]:
    yield "GIR"  # Girobank's own, still met
    for entry in _RANGES.split(";"):
        area, *ranges = entry.split()
        for numbers in ranges:
            first, _, last = numbers.partition("-")
            yield from (f"{area}{n}" for n in range(int(first), int(last or first) + 1))
    yield from (district + letter for district, letters in _LETTERED.items() for letter in letters)


DISTRICTS = frozenset(_districts())
_AREAS = frozenset(
    district.rstrip("0123456789") for district in DISTRICTS if district[-1].isdigit()
)

_ENOUGH = 600  # characters read: an answer to "where are you?" is never longer

_ONES = [
    "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN",
    "TWELVE", "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN",
]  # fmt: skip
_TENS = ["TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"]
_NUMBER = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
# Letters as they are said aloud: "ell ess", "double you", "s for sugar", "N for November".
_SAID = {
    "ELL": "L", "ESS": "S", "DOUBLE YOU": "W", "DOUBLE U": "W", "DOUBLE VEE": "W", "VEE": "V",
    "JAY": "J", "KAY": "K", "EM": "M", "EN": "N", "PEE": "P", "TEE": "T", "DEE": "D", "BEE": "B",
    "CEE": "C", "SEE": "C", "GEE": "G", "AITCH": "H", "HAITCH": "H", "ARE": "R", "AR": "R",
    "EX": "X", "WYE": "Y", "EFF": "F", "OH": "O",
}  # fmt: skip
_LETTER = rf"(?:{'|'.join(_SAID)}|[A-Z])"
_TWO_SAID = re.compile(
    rf"\b({_LETTER})[ ,-]+({_LETTER})[ ,-]+(?=\d|(?:{'|'.join([*_ONES, *_TENS])})\b)"
)
_SPELT_WITH = re.compile(r"\b([A-Z]) (?:FOR|AS IN) \1[A-Z]+\b[ ,]*(?:THEN )?")
_TWICE = re.compile(r"\bDOUBLE ([A-Z])(?=[ -]?\d)")
_DIGITS_SAID = re.compile(rf"\b((?:{'|'.join(_ONES[:10])})(?: (?:{'|'.join(_ONES[:10])}))+)\b")

_AREA_THEN_WORDS = re.compile(
    rf"\b([A-Z] ?[A-Z]?)[ -]+((?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(reversed(_ONES))})\b"
)

# One character typed for another, each way.
_SWAPS = {"O": "O0", "0": "0O", "I": "I1L", "L": "L1I", "1": "1IL", "S": "S5", "5": "5S"}

# Inward parts never hold C I K M O V, so "5pm" and "4 of us" cannot end a postcode.
_INWARD = "[0-9OIL][ABD-HJLNP-UW-Z]{2}"
_FULL = re.compile(
    rf"(?<![A-Z0-9])(?=([A-Z015]{{1,2}}[\s.,-]?[0-9OIL][A-Z0-9]?)[\s.,-]*{_INWARD}(?![A-Z0-9]))"
)
_TOKEN = re.compile(r"(?<![A-Z0-9])[A-Z0-9]{2,7}(?![A-Z0-9])")
_SPACED = re.compile(
    r"(?<![A-Z0-9])(?=([A-Z015]{1,2})[\s.,-]{1,3}([0-9OIL]{1,2}[A-Z]?)(?![A-Z0-9]))"
)
_SECTOR = re.compile(r"(?:[0-9OIL][A-Z]?)?$")

# What may stand around a postcode when the postcode is the whole of the answer.
_FILLER = re.compile(
    r"\b(?:HI|HIYA|HELLO|ITS?|IT IS|IS|MY|THE|POST ?CODE|CODE|PLEASE|PLS|PLZ|THANKS|TA|IN|I|LIVE"
    r"|THINK|AREA|AROUND|ROUND|NEAR|ABOUT|JUST|OH|OK|YES|YEAH|UM|ER|FIRST|HALF|BIT|PART|AT)\b"
)
# Words people put before a number that are areas, or with an I for an L would be: "im 71",
# "in 5 minutes", "ta 4 that", "20 ml 3 times".
_WORDS = re.compile(
    "[A-Z]|IM|IN|IS|ME|SO|HA|AL|LA|LE|DE|DA|EX|PA|PO|ST|TA|CM|ML|HR|NE|SE|CA|AB|PE|IP"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:POST ?CODE|CODE|ITS|IS|IN|AT|NEAR|AREA|AROUND|ROUND|FROM|BIT|HALF|PART|LIVE)[\s:,-]*$"
)
# Text speak, road numbers and vitamins that are districts too.
_TEXT_SPEAK = frozenset(("M8", "B4", "L8", "W8", "N1", "E2", "N2"))
_ROAD = re.compile(
    r"\b(?:MOTORWAY|JUNCTION|JCT|J\d+|SERVICES|TRAFFIC|CORRIDOR|(?:OFF|DOWN|UP|ON) THE|THE M\d+)\b"
)
_SCIENCE = re.compile(
    r"\b(?:VITAMIN|VIT|INJECTIONS?|JABS?|DEXCOM|PETROL|LEVELS?|SAMSUNG|EMISSIONS)\b"
)
_HERE_BEFORE = re.compile(r"\b(?:MINE(?: IS|S)?|NOW(?: IN)?|MOVED TO|LIVE IN)[\s,:]*$")
_ELSEWHERE_BEFORE = re.compile(
    r"\b(?:NOT|WAS|WERE|USED TO BE|FROM|LEFT|WORK IN|WORK AT)[\s,]*(?:IN )?$"
)


def outcode(text: str) -> str | None:
    """The district in `text`, upper case with no space (``"GL5"``, ``"EC1A"``), or None.

    Correct districts only: a well-formed one that Royal Mail does not use gives None.
    """
    shown = plain(text[:_ENOUGH])
    upper = shown.upper().replace("I'M", "_").replace("'", "")
    if len(upper) != len(shown):
        shown = upper
    upper = _AREA_THEN_WORDS.sub(_in_digits, _put_together(upper))
    whole = _whole(upper)
    if whole:
        return whole
    found = list(_in_sentence(upper))
    here = [place for place, before in found if _HERE_BEFORE.search(before)]
    current = [place for place, before in found if not _ELSEWHERE_BEFORE.search(before)]
    return next(iter(here or current or [place for place, _ in found]), None)


def _put_together(upper: str) -> str:
    """`upper` with letters that were said or spelt aloud written as letters."""
    upper = _SPELT_WITH.sub(lambda m: m[1], _TWICE.sub(lambda m: 2 * m[1], upper))
    if said := _TWO_SAID.search(upper):
        area = "".join(_SAID.get(letter, letter) for letter in said.groups())
        if area in _AREAS:
            upper = f"{upper[: said.start()]}{area} {upper[said.end() :]}"
            upper = _DIGITS_SAID.sub(
                lambda m: "".join(str(_NUMBER[word]) for word in m[1].split()), upper
            )
    return upper


def _in_digits(match: re.Match[str]) -> str:
    area = match[1].replace(" ", "")
    if area not in _AREAS:
        return match[0]
    return f"{area} {sum(_NUMBER[word] for word in re.split('[ -]', match[2]))}"


def _whole(upper: str) -> str | None:
    """The answer when, fillers aside, the message is a postcode and nothing else."""
    words = re.findall(r"[A-Z0-9]+", _FILLER.sub("", upper))
    bare = "".join(words)
    if not 2 <= len(bare) <= 7 or re.fullmatch(r"IM\s*\d+", upper.strip()):
        return None
    if len(bare) > 4 and re.fullmatch(_INWARD, bare[-3:]):
        return _read(bare[:-3], full=True)
    first = str(words[0])
    if len(words) == 2 and first in DISTRICTS and _SECTOR.match(words[1]):
        return first
    return _read_token(bare)


def _in_sentence(upper: str) -> Iterator[tuple[str, str]]:
    """Each district with what stands before it, the surest shapes first."""
    for match in _FULL.finditer(upper):
        if place := _read(re.sub(r"[\s.,-]", "", match[1]), full=True):
            yield place, upper[: match.start()]
    for match in _TOKEN.finditer(upper):
        before = upper[: match.start()]
        if (place := _read_token(match[0])) and _meant(place, before, upper):
            yield place, before
    for match in _SPACED.finditer(upper):
        before = upper[: match.start()]
        opens = len(match[1]) == 1 and not before.strip()
        said = match[1] not in ("IM", "IN", "IS") and (opens or _PLACE_BEFORE.search(before))
        if _WORDS.fullmatch(match[1]) and not said:
            continue
        if (place := _read(match[1] + match[2])) and _meant(place, before, upper):
            yield place, before


def _meant(place: str, before: str, upper: str) -> bool:
    """False when `place` is likelier a road, a vitamin or text speak."""
    if place[0] == "M" and place[1:].isdigit() and _ROAD.search(upper):
        return False
    if place in _TEXT_SPEAK:
        return bool(_PLACE_BEFORE.search(before))
    return not (place[0] in "BGESC" and _SCIENCE.search(upper))


def _read_token(token: str) -> str | None:
    """The district that `token` starts with, when what is left is a sector or its beginning."""
    if re.fullmatch(r"[A-Z]{1,2}\d\d", token):  # GL99 is no district, not GL9 and a sector
        return _read(token)
    for end in range(min(4, len(token)), 1, -1):
        if _SECTOR.match(token[end:]) and (place := _read(token[:end])):
            return place
    return None


def _read(typed: str, *, full: bool = False) -> str | None:
    """`typed` as a district, with the fewest characters swapped that make one.

    Swaps need a figure and a letter to start from, or words would do ("all" is near AL1), unless
    the rest of a `full` postcode stands beside it.
    """
    if typed in DISTRICTS:
        return typed
    if not (full or any(c.isdigit() for c in typed)) or typed.isdigit():
        return None
    readings = product(*(_SWAPS.get(c, c) for c in typed))
    valid = [reading for r in readings if (reading := "".join(r)) in DISTRICTS]
    return min(
        valid, key=lambda r: sum(a != b for a, b in zip(r, typed, strict=True)), default=None
    )
