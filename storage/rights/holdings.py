"""Holdings: everything that is held about a person, as they and operators may have it.

It goes by the tables themselves: a column that points to a person makes its row theirs, so that
a table added later is in the export from its first day.
"""

import json
from collections.abc import Iterator

from pydantic import JsonValue
from pydantic_core import to_jsonable_python
from sqlalchemy import Column, RowMapping, Table, or_, select
from sqlmodel import Session

from storage.concerns import Concern
from storage.data_links import DataLink
from storage.directory import Service
from storage.people import Person
from storage.tables import SCHEMA

Record = dict[str, JsonValue]
Holdings = dict[str, list[Record]]
"""Rows by table, each by column. Words are opened, moments are ISO 8601 in UTC."""

THEIRS = ("person_id", "mentee_id", "mentor_id", "raised_by")
_HASHES = ("lookup", "hash")
_FOLDED = ("_json", "body")  # ours: what people wrote is never read as JSON, whatever it looks like
_LEFT_OUT = (DataLink.__tablename__,)


def tables_of_people() -> Iterator[tuple[Table, list[Column[int]]]]:
    """Each table that says something of a person, with the columns that say of whom."""
    person = SCHEMA.tables[str(Person.__tablename__)]
    for table in SCHEMA.sorted_tables:
        mine = [table.c[name] for name in THEIRS if name in table.c]
        mine = [column for column in mine if column.references(person.c.id)]
        if mine:
            yield table, mine


def held(db: Session, person_id: int, *, by_team: bool = False) -> Holdings:
    """Everything held about a person.

    What others told the team about them, and what the team noted, is left out unless a person
    has looked it over first (`by_team`): it may be about someone else, or put someone at risk
    (Data Protection Act 2018, schedule 2 paragraph 16 and schedule 3 part 2).
    """
    person = SCHEMA.tables[str(Person.__tablename__)]
    holdings = {person.name: _rows(db, person, [person.c.id], person_id)}
    for table, mine in tables_of_people():
        if table.name not in _LEFT_OUT:
            holdings[table.name] = _rows(db, table, mine, person_id)
    for each in holdings["signpost"]:
        service = db.get(Service, each["service_id"])
        each["service"] = service.name if service is not None else None
    if not by_team:
        concerns = holdings[str(Concern.__tablename__)]
        holdings["concern"] = [_their_own(each) for each in concerns if _is_own(each, person_id)]
    return {name: records for name, records in holdings.items() if records}


def _rows(db: Session, table: Table, mine: list[Column[int]], person_id: int) -> list[Record]:
    theirs = or_(*(column == person_id for column in mine))
    found = select(*table.c).where(theirs).order_by(*table.primary_key.columns)
    return [_record(row) for row in db.execute(found).mappings()]


def _record(row: RowMapping) -> Record:
    return {
        str(name): _unfolded(value) if str(name).endswith(_FOLDED) else to_jsonable_python(value)
        for name, value in row.items()
        if name not in _HASHES and value is not None
    }


def _unfolded(value: object) -> JsonValue:
    """What was kept as JSON, as it was; anything else as it is."""
    try:
        return json.loads(str(value))  # type: ignore[no-any-return]  # JSON is JSON
    except ValueError:
        return str(value)


def _is_own(concern: Record, person_id: int) -> bool:
    return concern.get("raised_by", person_id) == person_id


def _their_own(concern: Record) -> Record:
    return {name: value for name, value in concern.items() if name != "outcome"}
