"""Rotation: sealing everything anew with the newest key, while the line runs.

`SECRET_KEY="new,old"` makes the running line seal with the new key and open with both; then what
the old key sealed is opened and sealed again, some rows to a transaction. A value that the line
changed meanwhile is left as it is: the line sealed it with the new key.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from typing import NamedTuple

from sqlalchemy import Column, LargeBinary, Table, select, type_coerce, update
from sqlmodel import Session, col

from storage.database import sweep_after
from storage.people import Address, named
from storage.sealing import Sealed, keys
from storage.tables import SCHEMA

EACH = 500  # rows to a transaction


class Reach(NamedTuple):
    """What one step came to: how many rows changed, and the key of the last row it looked at.

    `last` is None when there are no more rows.
    """

    changed: int
    last: int | None


def rotate(session: Callable[[], AbstractContextManager[Session]]) -> Iterator[tuple[str, int]]:
    """Go over everything once, and tell for each table how many rows had to be changed."""
    for table in sealed_tables():
        yield table.name, _over(session, partial(reseal, table=table))
    yield "lookups", _over(session, hash_anew)


def _over(
    session: Callable[[], AbstractContextManager[Session]], step: Callable[..., Reach]
) -> int:
    changed = 0
    last: int | None = 0
    while last is not None:
        with session() as db:
            reach = step(db, after=last)
            sweep_after(db)
        changed, last = changed + reach.changed, reach.last
    return changed


def sealed_tables() -> list[Table]:
    """Every table that holds sealed values."""
    return [table for table in SCHEMA.sorted_tables if sealed_columns(table)]


def sealed_columns(table: Table) -> list[Column[str]]:
    return [column for column in table.c if isinstance(column.type, Sealed)]


def reseal(db: Session, *, table: Table, after: int, most: int = EACH) -> Reach:
    """Seal the next rows of a table with the newest key, those that it did not seal.

    Raises SealError when a value was sealed with a key that is not in use.
    """
    (key,), columns = table.primary_key.columns, sealed_columns(table)
    rows = db.execute(
        select(key, *(type_coerce(column, LargeBinary) for column in columns))
        .where(key > after)
        .order_by(key)
        .limit(most)
    ).all()
    changed = 0
    for row_key, *values in rows:
        old = [
            (column, value)
            for column, value in zip(columns, values, strict=True)
            if value is not None and not keys().is_newest(value)
        ]
        for column, value in old:
            db.execute(
                update(table)
                .where(key == row_key, type_coerce(column, LargeBinary) == value)
                .values({column: keys().open(value)})
            )
        changed += bool(old)
    return Reach(changed, rows[-1][0] if len(rows) == most else None)


def hash_anew(db: Session, *, after: int, most: int = EACH) -> Reach:
    """Hash the next addresses with the newest key, those that are found by an older one's hash."""
    rows = db.scalars(
        select(Address).where(col(Address.id) > after).order_by(col(Address.id)).limit(most)
    )
    changed, looked_at = 0, 0
    last = after
    for address in rows:
        newest, *older = keys().lookups(named(address.channel, address.value))
        if address.lookup in older:
            address.lookup = newest
            changed += 1
        looked_at, last = looked_at + 1, address.id
    return Reach(changed, last if looked_at == most else None)
