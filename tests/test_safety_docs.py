"""The files an operator must show: what they point to exists, and what they say is so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import app
from bot.safety.concerns import CLIMBS
from flows.commands.orders import InHand, Order, order
from flows.words import Wording
from storage.concerns import GRAVE, ConcernKind
from storage.database import Database
from storage.sealing import Sealed
from storage.tables import TABLES

ROOT = Path(__file__).parents[1]
SAFETY = ROOT / "docs" / "safety"
HANDBOOK = ROOT / "docs" / "operating.md"
DOCS = [*sorted(SAFETY.glob("*.md")), HANDBOOK]
# Not *.reading.ftl: those hold what people write to us.
WORDS = [
    file
    for file in sorted((ROOT / "flows" / "words").glob("*.ftl"))
    if not file.name.endswith(".reading.ftl")
]

SHORT_NUMBERS = {"101", "105", "111", "112", "119", "999"}

HAZARD = re.compile(r"^## (H\d+)\. .+$", re.MULTILINE)
FIELD = re.compile(r"^- \*\*(\w+)\*\*: (.+(?:\n  .+)*)", re.MULTILINE)
SCORE = re.compile(r"(\d) × (\d) = (\d+), (low|moderate|high|extreme)\b")
FIELDS = ["Cause", "Effect", "Who", "Before", "Controls", "Tests", "After", "Owner"]


def links(text: str) -> list[tuple[str, str]]:
    """The relative links in a text, each as its path and what follows the #."""
    targets = re.findall(r"\]\((?!https?://|mailto:|tel:)([^)#\s]*)(?:#([^)\s]+))?\)", text)
    assert all(path or name for path, name in targets)
    return targets


def names_in(file: Path) -> set[str]:
    """What a link may name: functions, classes and constants; headings; a language's texts."""
    text = file.read_text("utf-8")
    match file.suffix:
        case ".py":
            return set(_defined(ast.parse(text)))
        case ".md":
            titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
            return {re.sub(r"[^\w -]", "", title).casefold().replace(" ", "-") for title in titles}
        case ".ftl":
            language = file.name.partition(".")[0]
            texts = "\n".join(each.read_text("utf-8") for each in file.parent.glob(f"{language}*"))
            return set(re.findall(r"^([\w-]+) =", texts, re.MULTILINE))
        case _:
            return set()


def _defined(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_link_leads_somewhere(doc: Path) -> None:
    for path, name in links(doc.read_text("utf-8")):
        file = (doc.parent / path).resolve() if path else doc
        assert file.exists(), f"{doc.name}: nothing at {path}"
        assert not name or name in names_in(file), f"{doc.name}: no {name} in {path}"


def hazards() -> dict[str, dict[str, str]]:
    """The hazard log: the fields of each hazard, by its id."""
    _, *parts = HAZARD.split((SAFETY / "hazard-log.md").read_text("utf-8"))
    return {
        id_: dict(FIELD.findall(body)) for id_, body in zip(parts[::2], parts[1::2], strict=True)
    }


def test_hazards_are_numbered_in_order() -> None:
    assert list(hazards()) == [f"H{number}" for number in range(1, len(hazards()) + 1)]


@pytest.mark.parametrize("id_", hazards())
def test_a_hazard_is_whole(id_: str) -> None:
    assert list(hazards()[id_]) == FIELDS


@pytest.mark.parametrize("id_", hazards())
def test_a_hazard_has_controls_in_the_program_and_a_test_of_them(id_: str) -> None:
    hazard = hazards()[id_]
    assert links(hazard["Controls"])
    tests = links(hazard["Tests"])
    assert tests
    for path, name in tests:
        assert path.startswith("../../tests/"), path
        assert name.startswith("test_"), f"{path}: name the test"


@pytest.mark.parametrize("id_", hazards())
def test_a_hazards_risk_is_what_the_matrix_says_and_controls_lower_it(id_: str) -> None:
    hazard = hazards()[id_]
    before, after = (_risk(hazard[when]) for when in ("Before", "After"))
    assert after < before


def _risk(text: str) -> int:
    found = SCORE.match(text)
    assert found, text
    severity, likelihood, risk = map(int, found.groups()[:3])
    assert {severity, likelihood} <= set(range(1, 6))
    assert risk == severity * likelihood
    band = "low" if risk < 4 else "moderate" if risk < 8 else "high" if risk < 15 else "extreme"
    assert found[4] == band
    return risk


def numbers_in(text: str) -> set[str]:
    """Telephone numbers, as their digits: runs of five or more, in any script's numerals."""
    runs = re.findall(r"(?<![\w/.-])\d+(?: \d+)*(?![\w/-])", text)
    digits = {"".join(str(int(each)) for each in run if each != " ") for run in runs}
    return {number for number in digits if len(number) > 4 or number in SHORT_NUMBERS}


def numbers_told() -> set[str]:
    lines = "\n".join(file.read_text("utf-8") for file in WORDS).splitlines()
    return numbers_in("\n".join(line for line in lines if not line.startswith("#")))


def numbers_listed() -> set[str]:
    table = re.findall(r"^\| .+", (SAFETY / "contacts.md").read_text("utf-8"), re.MULTILINE)
    return numbers_in("\n".join(row.split("|")[2] for row in table))


def test_every_helpline_in_the_texts_is_on_the_list_and_no_other() -> None:
    assert numbers_told() == numbers_listed()


def data_map() -> dict[str, str]:
    """How each column is kept, by the data map of the DPIA: "person.name" is "sealed"."""
    rows = re.findall(
        r"^\| `(\w+)` \| (.+?) \| (sealed|hashed|plain)\b",
        (SAFETY / "dpia.md").read_text("utf-8"),
        re.MULTILINE,
    )
    return {
        f"{table}.{column}": how
        for table, columns, how in rows
        for column in re.findall(r"`(\w+)`", columns)
    }


def test_the_data_map_has_every_column_and_says_how_it_is_kept() -> None:
    columns = [column for table in TABLES for column in table.__table__.columns]  # type: ignore[attr-defined]
    sealed = {str(column) for column in columns if isinstance(column.type, Sealed)}
    listed = data_map()
    assert {str(column) for column in columns} - listed.keys() == set(), "add these to the DPIA"
    assert listed.keys() - {str(column) for column in columns} == set(), "these are gone"
    assert {column for column, how in listed.items() if how == "sealed"} == sealed


def test_every_order_in_the_handbook_is_understood() -> None:
    table = HANDBOOK.read_text("utf-8").partition("| Send |")[2].partition("\n\n")[0]
    orders = re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)
    assert orders
    hand = InHand(open=frozenset({7}))
    assert [each for each in orders if not isinstance(order(each, hand), Order)] == []


def test_the_handbook_knows_every_kind_of_concern_and_what_it_sets_off() -> None:
    table = HANDBOOK.read_text("utf-8").partition("| Kind |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (.+?) \| .+ \| (yes|no) \| (yes|no) \|$", table, re.MULTILINE)
    assert {name: (climbs, waits) for name, climbs, waits in rows} == {
        Wording().text(f"alert-{kind.value}"): (_said(kind in CLIMBS), _said(kind in GRAVE))
        for kind in ConcernKind
    }


def _said(is_so: bool) -> str:
    return "yes" if is_so else "no"


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_command_written_of_exists(doc: Path) -> None:
    for written in re.findall(r"`(?:[^`]*\| )?alongside ([^`]+)`", doc.read_text("utf-8")):
        command = get_command(app)
        for word in written.split():
            if not isinstance(command, TyperGroup):
                break
            assert word in command.commands, f"{doc.name}: alongside {written}"
            command = command.commands[word]


def test_what_is_done_by_hand_works_on_the_tables_as_they_are(database: Database) -> None:
    sql = "".join(re.findall(r"```sql\n(.+?)```", HANDBOOK.read_text("utf-8"), re.DOTALL))
    statements = re.sub(r"^--.*\n", "", sql, flags=re.MULTILINE).split(";\n")
    with database.session() as db:
        for statement in filter(None, statements):
            db.execute(text(statement))
