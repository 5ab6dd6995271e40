"""The same line run otherwise: as three processes, by webhook, behind a provider that limits it."""

from pathlib import Path

import httpx
from sqlmodel import select

from storage.inbox import Inbox
from tests.line import Line, count

SECRET = "a-secret_that-only-telegram-knows"


async def test_web_worker_and_clock_run_as_processes_of_their_own(
    empty_postgresql: str, tmp_path: Path
) -> None:
    parts = [("--only", part) for part in ("web", "worker", "clock")]
    async with Line(tmp_path, empty_postgresql, run=parts).running() as line:
        await line.begin_afresh()
        line.joined(line.ben)
        line.ben.says("MENU")
        await line.ben.hears("3 Weekly check-ins")
        line.ben.says("3")
        await line.ben.hears("Which day suits you?")
        line.ben.says("monday")
        await line.ben.hears("What time is best?")
        line.ben.says("10am")
        await line.ben.hears("The first time is")
        line.time_passes(days=7)
        await line.ben.hears("How has your week been")

        line.asha.says("/start")
        await line.asha.hears("happy for us to message you")
        line.asha.presses("Yes, that's fine")
        await line.asha.hears("18 or over")

        web, worker, clock = line.processes
        await worker.kill()
        line.ben.says("8")
        await line.until(
            lambda db: db.exec(select(Inbox.id).where(Inbox.handled_at.is_(None))).all()
        )
        async with httpx.AsyncClient(trust_env=False) as client:
            told = (await client.get(f"{web.url}/metrics")).text
        assert 'alongside_waiting{room="inbox"} 1.0' in told
        await worker.start()
        await line.ben.hears("a bit more")
        assert web.alive
        assert clock.alive


async def test_telegram_brings_updates_to_the_webhook(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'alongside.db'}"
    settings = {"TELEGRAM_WEBHOOK_SECRET": SECRET}
    async with Line(tmp_path, url, paced=True, **settings).running() as line:
        await line.begin_afresh()
        asha = line.asha
        asha.says("/start")
        await asha.hears("happy for us to message you")
        assert line.telegram.updates.webhook is not None
        asha.presses("Yes, that's fine")
        await asha.hears("18 or over")
        arrived = line.look(count(Inbox))

        async with httpx.AsyncClient(base_url=line.service.url, trust_env=False) as client:
            for secret, body, answer in (
                (None, b"{}", 403),
                ("guessed", b'{"update_id": 1}', 403),
                (SECRET, b"not json", 400),
                (SECRET, b'{"no": "update"}', 400),
                (SECRET, b'{"update_id": 1, "of_a_kind": {"unheard": "of"}}', 200),
            ):
                headers = {"x-telegram-bot-api-secret-token": secret} if secret else {}
                told = await client.post("/webhooks/telegram", content=body, headers=headers)
                assert told.status_code == answer, body
        assert line.look(count(Inbox)) == arrived + 1, "the one of a kind we don't know"

        # Telegram lets three through at once and then one a second: the rest wait, in order, and
        # nobody else waits with them.
        line.introduced(line.ben, line.mo)
        for number in ("one", "two", "three", "four", "five"):
            line.ben.says(f"Verse {number}")
        await line.mo.hears("Verse three")
        asha.presses("Yes")
        await asha.hears("What name")
        await line.mo.hears("Verse five")
        verses = [said.text for said in line.mo.received]
        assert verses == [f"Ben: Verse {n}" for n in ("one", "two", "three", "four", "five")]
