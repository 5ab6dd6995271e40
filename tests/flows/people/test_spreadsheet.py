"""A programme's spreadsheet: what can be read of it, and how it says what can't."""

import pytest

from flows.people.spreadsheet import COLUMNS, Entry, Misread, NotASheet, SheetRole, read_sheet
from flows.questions import Place
from flows.vocabulary import Channel, Diabetes, Language, Need

HEADER = ",".join(COLUMNS)


def read(*rows: str, header: str = HEADER, end: str = "\n") -> tuple[Entry | Misread, ...]:
    return read_sheet(end.join([header, *rows]).encode()).rows


def entry(row: str) -> Entry:
    (only,) = read(row)
    assert isinstance(only, Entry), only
    return only


def why(row: str) -> str:
    (only,) = read(row)
    assert isinstance(only, Misread), only
    assert only.line == 2
    return only.why


def test_a_row_is_someone() -> None:
    row = "telegram,1001,Asha,mentee,type2,food;feelings,GL1 2AB,cy;en,joined"
    assert entry(row) == Entry(
        line=2, channel=Channel.TELEGRAM, typed="1001", address="1001", name="Asha",
        role=SheetRole.MENTEE, diabetes=Diabetes.TYPE2, needs=(Need.FOOD, Need.FEELINGS),
        place=Place("GL1"), languages=(Language.WELSH, Language.ENGLISH),
    )  # fmt: skip


def test_words_may_be_in_capitals_and_spaced_as_people_write_them() -> None:
    row = " SMS , 07700 900123 ,BEN,Mentee, Type 2 ,New diagnosis; Moving More;FOOD,gl1,EN,JOINED"
    ben = entry(row)
    assert (ben.name, ben.diabetes, ben.languages) == ("Ben", Diabetes.TYPE2, (Language.ENGLISH,))
    assert ben.needs == (Need.NEW_DIAGNOSIS, Need.MOVING_MORE, Need.FOOD)
    assert ben.place == Place("GL1")


def test_what_may_be_unknown_may_be_empty() -> None:
    priya = entry("telegram,1004,Priya,coordinator,,,,,joined")
    assert (priya.diabetes, priya.needs, priya.place) == (Diabetes.NOT_SURE, (), Place())
    assert priya.languages == (Language.ENGLISH,)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("+447700900123", "+447700900123"),
        ("07700 900123", "+447700900123"),
        ("(07700) 900-123", "+447700900123"),
        ("7700900123", "+447700900123"),  # the spreadsheet took it for a number
        ("447700900123.0", "+447700900123"),
        ("'07700900123", "+447700900123"),
        ('"=""07700900123"""', "+447700900123"),
        ("+48 512 345 678", "+48512345678"),
    ],
)
def test_a_number_is_read_as_people_write_it_and_kept_as_it_stands(typed: str, number: str) -> None:
    ben = entry(f"sms,{typed},Ben,mentee,type2,food,GL1,en,joined")
    assert ben.address == number
    assert ben.typed == ('="07700900123"' if typed.startswith('"') else typed)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("sms,4.47701E+11,Ben,mentee,type2,,,,joined", "shortened"),
        ("sms,ask his wife,Ben,mentee,type2,,,,joined", "no phone number"),
        ("sms,85258,Ben,mentee,type2,,,,joined", "no phone number"),
        ("sms,=1+447700900123,Ben,mentee,type2,,,,joined", "no phone number"),
        ("sms,,Ben,mentee,type2,,,,joined", "address: empty"),
        ("telegram,@asha_k,Asha,mentee,type2,,,,joined", "no chat's id"),
        ("telegram,-1001234,Asha,mentee,type2,,,,joined", "a group's id"),
        ("telegram,12345678901234567890,Asha,mentee,type2,,,,joined", "no chat's id"),
        ("email,a@b.example,Asha,mentee,type2,,,,joined", "channel: “email” is not one of"),
        ("telegram,1,,mentee,type2,,,,joined", "name: empty"),
        ("telegram,1,Asha 07700 900123,mentee,type2,,,,joined", "holds more than a name"),
        ("telegram,1,@asha,mentee,type2,,,,joined", "holds more than a name"),
        ("telegram,1,insta ashak,mentee,type2,,,,joined", "reached elsewhere"),
        ("telegram,1,=HYPERLINK(x),mentee,type2,,,,joined", "holds more than a name"),
        ("telegram,1,-2+3,mentee,type2,,,,joined", "holds more than a name"),
        (f"telegram,1,{'Asha ' * 9},mentee,type2,,,,joined", "longer than 40"),
        ("telegram,1,Asha,friend,type2,,,,joined", "role: “friend” is not one of mentee, mentor"),
        ("telegram,1,Asha,mentee,type 9,,,,joined", "diabetes: “type 9” is not one of type1"),
        ("telegram,1,Asha,mentee,type2,food;hugs,,,joined", "needs: “hugs” is not one of"),
        ("telegram,1,Asha,mentee,type2,,The moon,,joined", "place: “The moon” is no postcode"),
        ("telegram,1,Asha,mentee,type2,,,tlh,joined", "languages: “tlh” is not one of en"),
        ("telegram,1,Asha,mentee,type2,,,,", "status: empty"),
        ("telegram,1,Asha,mentee,type2,,,,approved", "a mentee's is joined"),
        ("telegram,1,Mo,mentor,type2,,,,joined", "a mentor's is approved"),
        ("telegram,1,Asha,mentee,type2", "5 cells, where the first line has 9"),
        ("telegram,1,Asha,mentee,type2,,,,joined,oh", "10 cells"),
        ("telegram,1,\x1b[2J\x07Asha!,mentee,type2,,,,joined", "“[2JAsha!” holds more"),
    ],
)
def test_what_cannot_be_read_says_why(row: str, reason: str) -> None:
    assert reason in why(row)


@pytest.mark.parametrize("name", ["Tess", "Yas", "Will", "Siân", "O'Neil-Smith", "আশা", "Ann 1"])
def test_a_name_in_the_column_of_names_is_a_name(name: str) -> None:
    assert entry(f"telegram,1,{name},mentee,type2,,,,joined").name == name


ASHA = "telegram,1001,Asha,mentee,type2,food;feelings,GL1,en,joined"
BEN = "sms,07700 900123,Ben,mentee,type2,food,GL1,en,joined"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_are_passed_over_and_lines_are_counted_with_them(end: str) -> None:
    rows = read("", ASHA, ",,,,,,,,", "  ", BEN, "nonsense", "", end=end)
    assert [row.line for row in rows] == [3, 6, 7]
    assert [isinstance(row, Entry) for row in rows] == [True, True, False]


def test_what_excel_exports_is_read() -> None:
    semicolons = [HEADER.upper().replace(",", ";"), ASHA.replace(";", "\0").replace(",", ";")]
    text = "\r\n".join(["sep=;", *semicolons]).replace("food\0feelings", '"food;feelings"')
    for content in (text.encode("utf-8-sig"), text.removeprefix("sep=;\r\n").encode()):
        (asha,) = read_sheet(content).rows
        assert isinstance(asha, Entry)
        assert asha.needs == (Need.FOOD, Need.FEELINGS)


def test_columns_stand_in_any_order_and_others_are_named_as_unread() -> None:
    header = "Status,Languages,Place,Needs,Diabetes,Role,Name,Address,Channel,Date of birth,"
    row = 'joined,en,GL1,food,type2,mentee,Asha,1001,telegram,"1 May\n1970",'
    sheet = read_sheet(f"{header}\n{row}\n{row.replace('1001', '1002')}\n".encode())
    assert sheet.unread == ("date_of_birth",)
    assert [isinstance(each, Entry) for each in sheet.rows] == [True, True]


def test_a_quote_that_is_never_closed_costs_its_own_row_alone() -> None:
    rows = read(ASHA.replace("Asha", '"Asha'), BEN)
    assert isinstance(rows[0], Misread)
    assert "quote" in rows[0].why
    assert isinstance(rows[1], Entry)


def test_an_address_that_stands_twice_is_taken_once() -> None:
    rows = read(BEN, ASHA, BEN.replace("07700 900123", "+447700900123").replace("Ben", "Bet"))
    assert rows[2] == Misread(4, "address: the same as in line 2")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        ("channel,address,nam\u00e9".encode("latin-1"), "not UTF-8"),
        (HEADER.encode("utf-16"), "not UTF-8"),
        (b"PK\x03\x04 and so on", "a workbook"),
        (HEADER.replace("role,", "").encode(), "no column role:"),
        (f"{HEADER},name".encode(), "more than one column name"),
        (b"hello", "no column channel, address"),
    ],
)
def test_what_is_no_such_sheet_says_so(content: bytes, reason: str) -> None:
    with pytest.raises(NotASheet, match=reason):
        read_sheet(content)
