"""The outbox's queries, as the database goes about them."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, event

from flows.vocabulary import Channel
from storage import migrations, outbox
from storage.database import Database

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_a_look_for_work_reads_nothing_of_what_was_sent(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'alongside.db'}")
    migrations.upgrade(database.engine)
    asked: list[tuple[str, tuple[object, ...]]] = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def note(_: Connection, __: object, sql: str, values: tuple[object, ...], *___: object) -> None:
        asked.append((sql, values))

    with database.session() as db:
        outbox.lease(db, list(Channel), NOON, NOON, most=1)
        outbox.lost_leases(db, Channel.SMS, NOON, NOON, but=())
        outbox.unknowns(db, list(Channel), NOON, NOON, most=1)
        outbox.count_live(db)
        steps = [
            step.detail
            for sql, values in tuple(asked)
            for step in db.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
            if " outbox" in step.detail
        ]
    database.close()
    assert len(steps) == 6
    assert all("INDEX outbox_live" in step for step in steps), steps
