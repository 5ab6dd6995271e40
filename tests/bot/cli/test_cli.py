"""The command line, as an operator meets it: what it says when something is wrong."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.line import Service
from bot.settings import Settings, SettingsError
from bot.simulator.serving import free_port, serving
from bot.simulator.telegram import TelegramSimulator
from flows.vocabulary import Channel
from storage.database import Database
from tests.people import join
from tests.talking import NOON

ROOT = Path(__file__).parents[3]
KEY = "k" * 32
TELEGRAM = {"SECRET_KEY": KEY, "TELEGRAM_BOT_TOKEN": "7:token", "PORT": "0"}
BARE = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
NOBODY = "http://127.0.0.1:1"  # where nothing listens


def alongside(
    folder: Path, *arguments: str, given: bytes = b"", timeout: float = 60, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run it as a process, in this folder, with these settings and no others."""
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        cwd=folder, env=BARE | environment, input=given, capture_output=True, timeout=timeout,
        check=False,
    )  # fmt: skip


@pytest.fixture
def commanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The same within this process, for what the start of another could not change."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **settings: CliRunner().invoke(app, arguments, env=settings)


def said(ended: "subprocess.CompletedProcess[bytes] | Result") -> str:
    """What it said when it refused: never a traceback, nor anything on standard output."""
    if isinstance(ended, Result):
        code, out, err = ended.exit_code, ended.stdout, ended.stderr
    else:
        code, out, err = ended.returncode, ended.stdout.decode(), ended.stderr.decode()
    assert code == 2
    assert out == ""
    assert "Traceback" not in err
    return err.strip()


def test_without_a_channel_one_line_says_what_to_set_and_how_to_try(tmp_path: Path) -> None:
    line = said(alongside(tmp_path, "run"))
    assert "\n" not in line
    for mention in ("TELEGRAM_BOT_TOKEN", "TWILIO_ACCOUNT_SID", "make demo"):
        assert mention in line


def test_a_webhook_without_an_address_is_named() -> None:
    settings = Settings(
        _env_file=None, telegram_bot_token="7:token", telegram_webhook_secret="a-secret"
    )
    with pytest.raises(SettingsError, match="PUBLIC_URL"):
        Service(settings)


def test_without_a_key_it_says_how_to_make_one(commanded: Callable[..., Result]) -> None:
    line = said(commanded("mentors", "list"))
    assert "SECRET_KEY" in line
    assert "secrets.token_urlsafe" in line


def test_wrong_settings_are_named_one_a_line(commanded: Callable[..., Result]) -> None:
    lines = said(commanded("db", "upgrade", PORT="eighty", TIMEZONE="Gloucester"))
    assert ["PORT" in lines.splitlines()[0], "TIMEZONE" in lines.splitlines()[1]] == [True, True]


def test_a_part_that_does_not_exist_is_named(tmp_path: Path) -> None:
    assert "kitchen" in said(alongside(tmp_path, "run", "--only", "web,kitchen", **TELEGRAM))


def test_a_database_out_of_reach_is_named_without_its_password(
    commanded: Callable[..., Result],
) -> None:
    url = "postgresql+psycopg://line:s3cret-word@127.0.0.1:1/line"
    line = said(commanded("people", "list", DATABASE_URL=url, SECRET_KEY=KEY))
    assert "127.0.0.1:1/line" in line
    assert "s3cret-word" not in line


def test_a_newer_database_is_refused(
    commanded: Callable[..., Result], tmp_path: Path, migrated_file: Path
) -> None:
    file = tmp_path / "newer.db"
    file.write_bytes(migrated_file.read_bytes())
    newer = Database(f"sqlite:///{file}")
    with newer.session() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    newer.close()
    line = said(commanded("db", "upgrade", DATABASE_URL=f"sqlite:///{file}", SECRET_KEY=KEY))
    assert "9999" in line
    assert "newer" in line


def test_a_key_that_does_not_open_the_database_is_refused(
    tmp_path: Path, migrated_file: Path
) -> None:
    file = tmp_path / "sealed.db"
    file.write_bytes(migrated_file.read_bytes())
    database = Database(f"sqlite:///{file}")
    with database.session() as db:
        join(db, Channel.SMS, "+447700900101", "Ben", NOON)
    database.close()
    line = said(alongside(tmp_path, "run", DATABASE_URL=f"sqlite:///{file}", **TELEGRAM))
    assert "SECRET_KEY does not open" in line


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = said(alongside(tmp_path, "run", **(TELEGRAM | {"PORT": port})))
    assert f"127.0.0.1:{port}" in line
    assert "PORT" in line


async def test_a_wrong_token_is_named_while_the_line_waits_for_the_right_one(
    tmp_path: Path,
) -> None:
    telegram = TelegramSimulator()
    async with serving(telegram.app) as url:
        port = str(free_port())
        wrong = TELEGRAM | {
            "TELEGRAM_BOT_TOKEN": "7:a-wrong-one", "TELEGRAM_API_URL": url, "PORT": port,
        }  # fmt: skip
        running = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "run",
            cwd=tmp_path, env=BARE | wrong, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert running.stderr is not None
        async with asyncio.timeout(60):
            log = b""
            while b"TELEGRAM_BOT_TOKEN" not in log:
                log += await running.stderr.readline()
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
                while (ready := await client.get("/readyz")).is_success:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            running.terminate()
            log += await running.stderr.read()
        assert await running.wait() == 0
        await telegram.close()
    assert "@BotFather" in ready.json()["problems"][0]
    assert b"a-wrong-one" not in log
    assert b"Traceback" not in log


def test_the_doctor_names_each_thing_that_is_wrong(commanded: Callable[..., Result]) -> None:
    ended = commanded(
        "doctor", TELEGRAM_BOT_TOKEN="7:token", TELEGRAM_API_URL=NOBODY,
        TELEGRAM_WEBHOOK_SECRET="a-secret",
    )  # fmt: skip
    assert ended.exit_code == 1
    for mention in ("SECRET_KEY", "PUBLIC_URL", "alongside db upgrade", "Telegram"):
        assert mention in ended.stdout
    assert "Traceback" not in ended.stderr


def test_a_command_makes_the_database_that_it_needs(tmp_path: Path) -> None:
    upgraded = alongside(tmp_path, "db", "upgrade", SECRET_KEY=KEY)
    assert upgraded.returncode == 0, upgraded.stderr
    assert b"at version" in upgraded.stdout


def test_nobody_who_has_not_offered_is_approved(commanded: Callable[..., Result]) -> None:
    approved = commanded("mentors", "approve", "77", SECRET_KEY=KEY)
    assert approved.exit_code == 1
    assert "person 77 has not offered" in approved.stderr


ODD = [
    b"hello",
    b"",
    b"\xff\xfe not text",
    b"a\0b",
    "\u202eright to left\u202c".encode(),
    "two\u2028lines\u0085in one".encode(),
    b'"; DROP TABLE person',
    b"\xed\xa0\x80",  # a lone surrogate
    b"\r",
    b"x" * 50_000 + b"1" * 50_000,
    b"no end of line",
]
LABELS = {
    "triage": {"crisis", "medical", "safeguarding", "clinical_advice", "none"},
    "screen": {"contact", "money", "ok"},
    "intent": {
        "stop", "help", "mentor", "services", "talk_now", "checkin_change", "end_match",
        "volunteer", "my_data", "complaint", "greeting_or_other",
    },
}  # fmt: skip


@pytest.mark.parametrize("command", [*LABELS, "place"])
def test_a_filter_answers_every_line_however_odd_or_long(tmp_path: Path, command: str) -> None:
    ended = alongside(tmp_path, command, given=b"\n".join(ODD), timeout=40)
    assert (ended.returncode, ended.stderr) == (0, b"")
    answers = [json.loads(line) for line in ended.stdout.decode().splitlines()]
    assert len(answers) == len(ODD)
    if command == "place":
        assert answers == [{"outcode": None}] * len(ODD)
    else:
        assert {answer["label"] for answer in answers} <= LABELS[command]
