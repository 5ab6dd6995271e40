"""Rows that an earlier release wrote, read by this one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, text
from sqlmodel import Session

from flows.vocabulary import EndedFor, Ending, RestsFor
from storage import kept, matches, migrations
from storage.database import Database
from storage.kept import Why
from storage.sealing import keys
from storage.timers import Timer
from tests.postgresql import own_database

pytestmark = pytest.mark.each_database

Write = Callable[[Connection], None]


@pytest.fixture
def server(database_url: str) -> str | None:
    """The PostgreSQL server to make a database on; None on SQLite."""
    return None if database_url.startswith("sqlite") else database_url


@contextmanager
def since(version: str, write: Write, server: str | None, tmp_path: Path) -> Iterator[Session]:
    """A database of that version in which this was written, brought to this program's version."""
    if server is None:
        yield from _brought_up(Database(f"sqlite:///{tmp_path}/old.db"), version, write)
    else:
        with own_database(server) as url:
            yield from _brought_up(Database(url), version, write)


def _brought_up(old: Database, version: str, write: Write) -> Iterator[Session]:
    settings = migrations.config()
    with old.engine.begin() as settings.attributes["connection"]:
        command.upgrade(settings, version)
    with old.engine.begin() as connection:
        write(connection)
    migrations.upgrade(old.engine)
    with old.session() as db:
        yield db
    old.close()


WRITTEN = [
    # status, ending as it was written; ending, for what, and why it rests, as they are read
    ("ended", "planned", Ending.PLANNED, None, None),
    ("ended", "changed: times", Ending.CHANGED, EndedFor.TIMES, None),
    ("ended", "early: not_said", Ending.EARLY, EndedFor.NOT_SAID, None),
    ("ended", "talk_now", Ending.TALK_NOW, None, None),
    ("ended", "mentor_silent", Ending.MENTOR_SILENT, None, None),
    ("ended", "mentor_left", Ending.MENTOR_LEFT, None, None),
    ("withdrawn", "mentor_paused", Ending.MENTOR_PAUSED, None, None),
    ("withdrawn", "left", Ending.LEFT, None, None),
    ("withdrawn", "under 18", Ending.UNDER_AGE, None, None),
    ("ended", "health withdrawn", Ending.HEALTH_WITHDRAWN, None, None),
    ("ended", "erased", Ending.ERASED, None, None),
    ("ended", "concern", Ending.BY_TEAM, None, None),
    ("paused", "concern", None, None, RestsFor.CONCERN),
    ("paused", "under 18", None, None, RestsFor.UNDER_AGE),
    ("paused", "two complaints", None, None, RestsFor.CONCERN),
    ("paused", None, None, None, None),
    ("withdrawn", None, None, None, None),
]


def _old_people(connection: Connection, count: int) -> None:
    for person in range(count):
        connection.execute(
            text(
                "INSERT INTO person (id, status, language, timezone, is_coordinator, on_duty,"
                " created_at, talks_at_night) VALUES (:id, 'joined', 'en', 'Europe/London',"
                " false, false, '2026-11-23 12:00:00', false)"
            ),
            {"id": person + 1},
        )


def _old_matches(connection: Connection) -> None:
    _old_people(connection, len(WRITTEN) + 1)
    for place, (status, ending, *_) in enumerate(WRITTEN):
        connection.execute(
            text(
                'INSERT INTO "match" (id, mentee_id, mentor_id, kind, status, version, score,'
                " reasons, began_at, ending, needs, held_from_mentee, held_from_mentor) VALUES"
                " (:id, :mentee, 1, 'lasting', :status, 1, 0, '[]', '2026-11-23 12:00:00',"
                " :ending, '[]', 0, 0)"
            ),
            {"id": place + 1, "mentee": place + 2, "status": status, "ending": ending},
        )


def test_why_matches_ended_is_read_as_it_was_written(server: str | None, tmp_path: Path) -> None:
    with since("0001", _old_matches, server, tmp_path) as db:
        read = [matches.get(db, place + 1) for place in range(len(WRITTEN))]
        found = [(each.ending, each.ended_for, each.rests_for) for each in read]
        assert found == [(ending, why, rests) for _, _, ending, why, rests in WRITTEN]


TIMERS = [
    # action, status, version as it was written; version, day and step as they are read
    ("quiet", "waiting", 2, None, None, 2),
    ("quiet", "waiting", None, None, None, None),
    ("checks_lapse", "waiting", date(2027, 5, 1).toordinal(), None, date(2027, 5, 1), None),
    ("training_lapse", "waiting", date.max.toordinal(), None, date.max, None),
    ("mentor_thanks", "waiting", date(2026, 3, 2).toordinal(), None, date(2026, 3, 2), None),
    ("offer_expired", "waiting", 4, 4, None, None),
]


def _old_timers(connection: Connection) -> None:
    _old_people(connection, 1)
    for place, (action, status, version, *_) in enumerate(TIMERS):
        connection.execute(
            text(
                "INSERT INTO timer (id, person_id, action, version, due_at, status) VALUES"
                " (:id, 1, :action, :version, '2026-11-23 12:00:00', :status)"
            ),
            {"id": place + 1, "action": action, "status": status, "version": version},
        )


def test_what_timers_are_about_is_read_as_it_was_written(
    server: str | None, tmp_path: Path
) -> None:
    with since("0001", _old_timers, server, tmp_path) as db:
        read = [db.get_one(Timer, place + 1) for place in range(len(TIMERS))]
        found = [(each.version, each.day, each.step) for each in read]
        assert found == [(version, day, step) for *_, version, day, step in TIMERS]


WAITED = [
    # flow, status, and why the words are kept since; None: they are not
    ("whom", "open", Why.WHOM),
    ("leaving", "parked", Why.OURS),
    ("whom", "ended", None),
    ("raising", "parked", None),  # begun with a complaint
]


def _old_conversations(connection: Connection) -> None:
    _old_people(connection, len(WAITED))
    for place, (flow, status, _) in enumerate(WAITED):
        connection.execute(
            text(
                "INSERT INTO conversation (person_id, flow, version, status, serial, tries, chosen,"
                " held, began_at, touched_at) VALUES (:person, :flow, 1, :status, 1, 0, '', :held,"
                " '2026-11-23 12:00:00', '2026-11-23 12:00:00')"
            ),
            {
                "person": place + 1,
                "flow": flow,
                "status": status,
                "held": keys().seal("is it raining there"),
            },
        )


def test_words_that_waited_in_a_conversation_still_wait(server: str | None, tmp_path: Path) -> None:
    with since("0003", _old_conversations, server, tmp_path) as db:
        long_ago = datetime(2026, 1, 1, tzinfo=UTC)
        for place, (_, _, why) in enumerate(WAITED):
            waiting = kept.waiting(db, place + 1, long_ago)
            expected = [] if why is None else [("is it raining there", why)]
            assert [(each.words, each.why) for each in waiting] == expected
