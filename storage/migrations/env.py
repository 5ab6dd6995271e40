"""Alembic's entry: the tables to compare with, and the connection to use."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString

from storage.columns import Moment, Word
from storage.sealing import Sealed
from storage.tables import SCHEMA


def render(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """Columns as the database sees them: a migration must not change when our types do."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Sealed):
        return "sa.LargeBinary()"
    if kind == "type" and isinstance(item, Word):
        return "sa.String(32)"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SCHEMA,
    render_as_batch=True,
    render_item=render,
    compare_type=False,
)
with context.begin_transaction():
    context.run_migrations()
