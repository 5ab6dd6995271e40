"""The doctor: what is wrong with a set-up that runs, and what is right with one that is well."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.doctor import examine
from bot.messages import Arrived, Receipt
from bot.settings import Settings
from bot.simulator.serving import free_port, serving
from bot.simulator.standins import StandIns
from bot.web.app import make_app
from bot.web.webhooks import webhooks
from flows.vocabulary import Channel
from storage.database import Database
from tests.people import join
from tests.talking import NOON

SECRET = "a-secret_1"
KEY = "k" * 32


async def nothing_comes(_: Sequence[Arrived] | Receipt) -> None:
    raise AssertionError("the doctor stored something")


async def all_is_well() -> list[str]:
    return []


async def nobody_waits() -> dict[str, int]:
    return {}


async def told(file: Path, changed_since: dict[str, str], *, runs: bool = True) -> list[str]:
    """What the doctor says of a line that was started before the settings were changed."""
    port = free_port()
    async with StandIns(f"http://127.0.0.1:{port}") as standins:
        given = {
            **standins.environment,
            "SECRET_KEY": KEY,
            "DATABASE_URL": f"sqlite:///{file}",
            "TELEGRAM_WEBHOOK_SECRET": SECRET,
            "PORT": str(port),
        }
        started, now = (
            Settings(_env_file=None, **{name.lower(): value for name, value in those.items()})  # type: ignore[arg-type]  # pydantic casts them
            for those in (given, given | changed_since)
        )
        if not runs:
            return await examine(now)
        app = make_app(all_is_well, nobody_waits, webhooks(started, nothing_comes, nothing_comes))
        async with serving(app, port):
            return await examine(now)


async def test_a_line_that_is_well_is_in_order(migrated_file: Path) -> None:
    assert await told(migrated_file, {}) == []


@pytest.mark.parametrize(
    ("changed", "mentions"),
    [
        ({"TELEGRAM_WEBHOOK_SECRET": "another"}, ["/webhooks/telegram", "TELEGRAM_WEBHOOK_SECRET"]),
        ({"TELEGRAM_BOT_TOKEN": "7:another"}, ["TELEGRAM_BOT_TOKEN", "@BotFather"]),
        ({"TWILIO_NUMBER": "+447700900999"}, ["+447700900999", "TWILIO_NUMBER"]),
        ({"SECRET_KEY": ""}, ["SECRET_KEY", "token_urlsafe"]),
    ],
    ids=["webhook secret", "token", "number", "key"],
)
async def test_what_is_wrong_is_named_with_how_to_put_it_right(
    migrated_file: Path, changed: dict[str, str], mentions: list[str]
) -> None:
    (problem,) = await told(migrated_file, changed)
    assert [each for each in mentions if each not in problem] == []


async def test_another_twilio_token_is_refused_by_twilio_and_by_the_line(
    migrated_file: Path,
) -> None:
    by_twilio, by_the_line = await told(migrated_file, {"TWILIO_AUTH_TOKEN": "f" * 32})
    assert "TWILIO_AUTH_TOKEN" in by_twilio
    assert "/webhooks/twilio/sms" in by_the_line


async def test_a_database_that_is_newer_or_sealed_with_another_key_is_named(
    migrated_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "sealed.db"
    shutil.copy(migrated_file, file)
    database = Database(f"sqlite:///{file}")
    with database.session() as db:
        join(db, Channel.SMS, "+447700900101", "Ben", NOON)
    (problem,) = await told(file, {})
    assert "SECRET_KEY does not open" in problem
    with database.session() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    (problem,) = await told(file, {})
    assert "made by a newer one" in problem


async def test_an_address_that_does_not_lead_to_the_line_is_named(migrated_file: Path) -> None:
    problems = await told(migrated_file, {"PUBLIC_URL": f"http://127.0.0.1:{free_port()}"})
    assert len([problem for problem in problems if "Nothing answers" in problem]) == 2


async def test_a_line_that_does_not_run_yet_is_not_knocked_at(migrated_file: Path) -> None:
    assert await told(migrated_file, {}, runs=False) == []
