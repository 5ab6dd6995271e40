"""What an operator does about people's data from the command line, run as commands."""

import json
from datetime import UTC, datetime

import pytest
from sqlmodel import select
from typer.testing import CliRunner, Result

from bot.cli import app
from flows.vocabulary import Channel
from storage import people
from storage.concerns import Concern, ConcernKind
from storage.database import Database
from storage.outbox import Outbox
from storage.sealing import Keyring, use
from tests.people import join

pytestmark = pytest.mark.each_database

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OLD, NEW = "o" * 32, "n" * 32


def alongside(database: Database, *arguments: str, given: str = "", key: str = OLD) -> Result:
    """The command within this process: to start another for each takes twenty times as long."""
    settings = {
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
        "SECRET_KEY": key,
    }
    ended = CliRunner().invoke(app, arguments, env=settings, input=given)
    use(Keyring([OLD]))
    return ended


@pytest.fixture(autouse=True)
def ben_id(database: Database) -> int:
    use(Keyring([OLD]))
    with database.session() as db:
        ben = join(db, Channel.SMS, "+447700900101", "Ben", NOW)
        mo = join(db, Channel.TELEGRAM, "1003", "Mo", NOW)
        db.add(
            Concern(
                person_id=ben.id, raised_by=mo.id, kind=ConcernKind.SAFEGUARDING,
                said="Ben sounded afraid", opened_at=NOW,
            )
        )  # fmt: skip
        return ben.id


def test_everyone_is_listed_and_all_of_one_is_exported(database: Database, ben_id: int) -> None:
    assert f"{ben_id}\tjoined\tBen\n" in alongside(database, "people", "list").stdout
    held = json.loads(alongside(database, "people", "export", str(ben_id)).stdout)
    assert held["address"][0]["value"] == "+447700900101"
    assert held["concern"][0]["said"] == "Ben sounded afraid"


def test_someone_is_erased_only_when_the_operator_is_sure(database: Database, ben_id: int) -> None:
    asked = alongside(database, "people", "erase", str(ben_id), given="n\n")
    assert asked.exit_code == 1
    with database.session() as db:
        assert people.get(db, ben_id).name == "Ben"

    erased = alongside(database, "people", "erase", str(ben_id), "--yes")
    assert f"Person {ben_id} is erased" in erased.stdout
    assert "is kept until" in erased.stdout
    with database.session() as db:
        assert people.get(db, ben_id).name is None
        assert "It's done" in str(db.exec(select(Outbox.body)).one())
    assert "Ben" not in alongside(database, "people", "list").stdout


@pytest.mark.parametrize("command", [["export"], ["erase", "--yes"]])
def test_nobody_of_that_number_is_said_so(database: Database, command: list[str]) -> None:
    missing = alongside(database, "people", *command, "999")
    assert missing.exit_code == 1
    assert missing.stderr == "alongside: there is no person 999\n"


def test_keys_are_changed_and_the_old_one_is_no_longer_needed(
    database: Database, ben_id: int
) -> None:
    without = alongside(database, "keys", "rotate", key=NEW)
    assert without.exit_code == 2
    assert "a key that is not in SECRET_KEY" in without.stderr

    rotated = alongside(database, "keys", "rotate", key=f"{NEW},{OLD}")
    assert "person: 2\n" in rotated.stdout
    assert "lookups: 2\n" in rotated.stdout
    assert rotated.stdout.endswith("Everything is sealed with the first key. The others can go.\n")

    held = json.loads(alongside(database, "people", "export", str(ben_id), key=NEW).stdout)
    assert held["person"][0]["name"] == "Ben"
