"""A programme's spreadsheet of people, read: a row is someone to take on, or says why it is not.

Programmes begin with a list that people kept by hand, in whatever their spreadsheet exports: with
a mark at its start, semicolons for commas, numbers without their zero, words in capitals. What can
be read is; what can't is named by its line, so that the list is mended where it was made.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flows.questions import Place
from flows.questions.telling import LONGEST_NAME
from flows.reading.names import may_be_called
from flows.reading.names import name as read_name
from flows.reading.places import outcode
from flows.reading.telephones import e164
from flows.reading.text import tidy
from flows.relay.screening import by_sight
from flows.vocabulary import Channel, Diabetes, Language, Need
from flows.words import Wording

E = TypeVar("E", bound=StrEnum)

COLUMNS = (
    "channel", "address", "name", "role", "diabetes", "needs", "place", "languages", "status",
)  # fmt: skip
_LONGEST_CELL = 20  # lines that a note in a column of their own may go over
_SHOWN = 40  # characters of a cell, to whoever has to find it again

_DELIMITERS = ",;\t"
_SAID_DELIMITER = re.compile(r"sep=(.)", re.IGNORECASE)  # a line that Excel writes before the first
_SHORTENED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_KEPT_AS_TEXT = re.compile(r"=\"([^\"]*)\"|'(.*)")  # how people keep a spreadsheet from counting
_AS_DECIMAL = re.compile(r"(\d+)\.0+")
_NUMBER = re.compile(r"\+?[\d() ./\u00a0\u2010-\u2013-]+")
_CHAT = re.compile(r"0*([1-9]\d{0,15})", re.ASCII)
_IN_NAME = " .-'’\u200c\u200d"
_HANDLE = re.compile(
    r"\b(?:insta|instagram|ig|snap|snapchat|tiktok|fb|facebook|messenger|whats ?app|telegram|tg"
    r"|discord|twitter|skype|viber|wechat|kik)\b[ .-]*\w",
    re.IGNORECASE,
)


class SheetRole(StrEnum):
    """What someone is to the programme."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


class SheetStatus(StrEnum):
    """How far along someone is. Approved is what a mentor is: trained and checked before."""

    JOINED = "joined"
    APPROVED = "approved"


class NotASheet(Exception):
    """Nothing of the file can be read; the message says why, and what to do."""


class _Unreadable(Exception):
    """Why a row can't be."""


@dataclass(frozen=True)
class Entry:
    """Someone to take on."""

    line: int
    channel: Channel
    typed: str
    """The address as it stands in the file."""
    address: str
    """The chat's id, or the number in E.164."""
    name: str
    role: SheetRole
    diabetes: Diabetes
    needs: tuple[Need, ...]
    place: Place
    languages: tuple[Language, ...]


@dataclass(frozen=True)
class Misread:
    """A row that can't be read, by its line in the file, counted from 1, and why."""

    line: int
    why: str


@dataclass(frozen=True)
class Sheet:
    """What was read, in the order of the file; and columns that nothing is read from."""

    rows: tuple[Entry | Misread, ...]
    unread: tuple[str, ...] = ()


def read_sheet(content: bytes) -> Sheet:
    """Read a CSV file's bytes. Raises NotASheet where it is none, or lacks a column."""
    lines = re.split(r"\r\n|\r|\n", _text(content))
    start, delimiter = 0, ""
    if said := _SAID_DELIMITER.fullmatch(lines[0].strip()):
        start, delimiter = 1, said[1]
    while start < len(lines) and not lines[start].strip():
        start += 1
    if start == len(lines):
        raise NotASheet("it is empty")
    delimiter, names = _header(lines[start], delimiter)
    rows: list[Entry | Misread] = []
    seen: dict[tuple[Channel, str], int] = {}
    for number, cells in _rows(lines, start + 1, delimiter, len(names)):
        rows.append(_row(number, names, cells, seen))
    return Sheet(tuple(rows), tuple(name for name in names if name and name not in COLUMNS))


def _text(content: bytes) -> str:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise NotASheet("it is a workbook: save it from the spreadsheet as CSV (UTF-8)")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotASheet("it is not UTF-8: save it from the spreadsheet as CSV (UTF-8)") from None


def _header(line: str, said: str) -> tuple[str, tuple[str, ...]]:
    """The delimiter, which knows the most columns, and the columns' names."""

    def read(delimiter: str) -> tuple[str, ...]:
        cells = _cells([line], delimiter) or [line]
        return tuple(re.sub(r"[\s_-]+", "_", tidy(cell).casefold()) for cell in cells)

    delimiter = said or max(_DELIMITERS, key=lambda each: len({*COLUMNS} & {*read(each)}))
    names = read(delimiter)
    if missing := [name for name in COLUMNS if name not in names]:
        raise NotASheet(
            f"it has no column {', '.join(missing)}: its first line must be {','.join(COLUMNS)}"
        )
    if twice := [name for name in COLUMNS if names.count(name) > 1]:
        raise NotASheet(f"it has more than one column {', '.join(twice)}")
    return delimiter, names


def _rows(
    lines: Sequence[str], start: int, delimiter: str, width: int
) -> Iterator[tuple[int, list[str]]]:
    """Each row's line, counted from 1, and its cells; what is blank is left out.

    A quote that is never closed costs its own line alone: else one slip would swallow all the rest.
    """
    at = start
    while at < len(lines):
        cells, taken = _cells(lines[at : at + 1], delimiter), 1
        while cells is None and taken < _LONGEST_CELL and at + taken < len(lines):
            taken += 1
            cells = _cells(lines[at : at + taken], delimiter)
            if cells is not None and len(cells) != width:
                cells = None
        if cells is None:
            yield at + 1, []
            at += 1
            continue
        if any(cell.strip() for cell in cells):
            yield at + 1, cells
        at += taken


def _cells(lines: Sequence[str], delimiter: str) -> list[str] | None:
    """The cells of one row that goes over all of these lines; None where it is not one."""
    reader = csv.reader([f"{line}\n" for line in lines], delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except (csv.Error, StopIteration):
        return None
    return cells if reader.line_num == len(lines) else None


def _row(
    line: int,
    names: Sequence[str],
    cells: Sequence[str],
    seen: dict[tuple[Channel, str], int],
) -> Entry | Misread:
    if not cells:
        return Misread(line, "a quote is not closed, or stands in the middle of a cell")
    if any(cell.strip() for cell in cells[len(names) :]) or len(cells) < len(names):
        return Misread(line, f"{len(cells)} cells, where the first line has {len(names)}")
    try:
        entry = _entry(line, dict(zip(names, cells, strict=False)))
    except _Unreadable as error:
        return Misread(line, str(error))
    before = seen.setdefault((entry.channel, entry.address), line)
    if before != line:
        return Misread(line, f"address: the same as in line {before}")
    return entry


def _entry(line: int, cells: Mapping[str, str]) -> Entry:
    """Raises _Unreadable."""
    channel = _word("channel", cells["channel"], Channel)
    role = _word("role", cells["role"], SheetRole)
    status = _word("status", cells["status"], SheetStatus)
    right = SheetStatus.APPROVED if role is SheetRole.MENTOR else SheetStatus.JOINED
    if status is not right:
        raise _Unreadable(f"status: a {role.value}'s is {right.value}, not {status.value}")
    typed = _without_controls(cells["address"]).strip()
    diabetes = cells["diabetes"].strip()
    return Entry(
        line=line,
        channel=channel,
        typed=typed,
        address=_ADDRESSES[channel](typed),
        name=_name(cells["name"]),
        role=role,
        diabetes=_word("diabetes", diabetes, Diabetes) if diabetes else Diabetes.NOT_SURE,
        needs=_words("needs", cells["needs"], Need),
        place=_place(cells["place"]),
        languages=_words("languages", cells["languages"], Language) or (Language.ENGLISH,),
    )


def _word(column: str, cell: str, vocabulary: type[E]) -> E:
    """One of the vocabulary's words, in capitals or with a space in it too."""
    said = _bare(cell)
    if not said:
        raise _Unreadable(f"{column}: empty")
    for word in vocabulary:
        if said in (_bare(word.value), _bare(word.name)):
            return word
    known = ", ".join(word.value for word in vocabulary)
    raise _Unreadable(f"{column}: {_shown(cell)} is not one of {known}")


def _words(column: str, cell: str, vocabulary: type[E]) -> tuple[E, ...]:
    parts = (part for part in re.split(r"[;,|\n]", cell) if part.strip())
    return tuple(dict.fromkeys(_word(column, part, vocabulary) for part in parts))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", tidy(text).casefold())


def _number(typed: str) -> str:
    number = _as_text(typed)
    if _SHORTENED.fullmatch(number):
        raise _Unreadable(
            f"address: {_shown(typed)} is a number that the spreadsheet shortened: "
            "make the column text, and write it in full"
        )
    found = e164(number) if _NUMBER.fullmatch(number) else None
    if found is None:
        raise _Unreadable(f"address: {_shown(typed)} is no phone number")
    return found


def _chat(typed: str) -> str:
    written = _as_text(typed)
    if _SHORTENED.fullmatch(written):
        raise _Unreadable(f"address: {_shown(typed)} is a number that the spreadsheet shortened")
    chat = _CHAT.fullmatch(written)
    if chat is None:
        what = "is a group's id" if re.fullmatch(r"-\d+", written) else "is no chat's id"
        raise _Unreadable(f"address: {_shown(typed)} {what}: a person's is digits alone")
    return chat[1]


_ADDRESSES: Mapping[Channel, Callable[[str], str]] = {
    Channel.SMS: _number,
    Channel.TELEGRAM: _chat,
}


def _as_text(typed: str) -> str:
    """A number without what a spreadsheet, or whoever kept it from one, put around it."""
    if not typed:
        raise _Unreadable("address: empty")
    kept = _KEPT_AS_TEXT.fullmatch(typed)
    written = tidy((kept[1] or kept[2] or "") if kept else typed)
    decimal = _AS_DECIMAL.fullmatch(written)
    return decimal[1] if decimal else written


def _name(cell: str) -> str:
    """What someone is called. It is shown to whoever they are matched with."""
    called = " ".join(tidy(cell).split())
    if not called:
        raise _Unreadable("name: empty")
    if len(called) > LONGEST_NAME:
        raise _Unreadable(f"name: longer than {LONGEST_NAME} characters")
    if not called[0].isalpha() or not all(map(_is_of_name, called)) or _digits(called) > 1:
        raise _Unreadable(f"name: {_shown(cell)} holds more than a name")
    if by_sight(called) or _HANDLE.search(called):
        raise _Unreadable(f"name: {_shown(cell)} would let others be reached elsewhere")
    if read_name(called, Wording()) is None:
        raise _Unreadable(f"name: {_shown(cell)} would be read as an answer to a question")
    if not may_be_called(called, Language.ENGLISH):
        raise _Unreadable(f"name: {_shown(cell)} would be taken for someone of the team")
    return called.title() if called in (called.lower(), called.upper()) else called


def _is_of_name(character: str) -> bool:
    return character in _IN_NAME or unicodedata.category(character)[0] in "LMN"


def _digits(text: str) -> int:
    return sum(map(str.isnumeric, text))


def _place(cell: str) -> Place:
    if not cell.strip():
        return Place()
    district = outcode(cell)
    if district is None:
        raise _Unreadable(f"place: {_shown(cell)} is no postcode, nor the first half of one")
    return Place(outcode=district)


def _without_controls(cell: str) -> str:
    """A cell as it stands in the file, but for what would move a terminal's cursor."""
    return "".join(char for char in cell if unicodedata.category(char) != "Cc")


def _shown(cell: str) -> str:
    """A cell on a terminal: nothing in it may move the cursor, and its end may be left off."""
    text = " ".join(tidy(cell).split())
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"
