"""The page of phones over a small echoing service: by HTTP, and in a real browser."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.simulator import cast
from bot.simulator.clock import MovableClock
from bot.simulator.demo import Demo
from bot.simulator.process import Service
from bot.simulator.serving import free_port

ECHO = (sys.executable, str(Path(__file__).with_name("echo_service.py")))
CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ASHA, BEN, MO = "1001", "447700900101", "1003"


@asynccontextmanager
async def demo_of(folder: Path, command: tuple[str, ...] = ECHO) -> AsyncIterator[Demo]:
    demo = Demo(folder, free_port(), command)
    async with demo.running():
        yield demo


async def until(service: Service, state: str) -> None:
    async with asyncio.timeout(20):
        while service.state != state:  # noqa: ASYNC110 -- another process has no event for us
            await asyncio.sleep(0.01)


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    async with demo_of(tmp_path) as demo:
        await until(demo.service, "running")
        yield demo


@pytest.fixture
async def idle(tmp_path: Path) -> AsyncIterator[Demo]:
    """The page with no service behind it: for what the page does by itself."""
    demo = Demo(tmp_path, free_port(), ECHO)
    yield demo
    await demo.standins.twilio.close()


def client_of(demo: Demo) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(demo.page.app)
    return httpx.AsyncClient(transport=transport, base_url="http://phones")


@pytest.fixture
async def client(idle: Demo) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(idle) as client:
        yield client


async def test_a_power_cut_loses_nothing_that_was_said(demo: Demo) -> None:
    asha, ben = demo.standins.telegram.chat(1001), demo.standins.twilio.phone("+" + BEN)
    async with client_of(demo) as client:
        await client.post(f"/phones/{ASHA}/say", json={"text": "one"})
        await asha.hears("1: one")
        assert (await client.post("/power-cut")).status_code == 204
        assert (demo.service.state, demo.service.kills) == ("cut", 1)
        await client.post(f"/phones/{ASHA}/say", json={"text": "two"})
        await client.post(f"/phones/{BEN}/say", json={"text": "three"})
        await asha.hears("two", within=20)
        await ben.hears("three", within=20)
        assert demo.service.state == "running"


async def test_a_service_that_crashes_is_started_again(demo: Demo) -> None:
    first = demo.service.pid
    assert first
    os.kill(first, signal.SIGKILL)
    await until(demo.service, "crashed")
    await until(demo.service, "running")
    assert demo.service.pid != first
    assert demo.service.kills == 0


async def test_a_service_that_cannot_start_is_not_tried_for_ever(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with demo_of(tmp_path, (sys.executable, "-c", "raise SystemExit('no database')")) as demo:
        with pytest.raises(RuntimeError, match="no database"):
            await demo.service.wait_ready()
        await until(demo.service, "broken")
    assert "no database" in capsys.readouterr().out


async def test_the_clock_moves_on_for_everyone(idle: Demo, client: httpx.AsyncClient) -> None:
    before = idle.clock.now()
    await client.post("/clock", json={"seconds": 3600})
    await client.post("/clock", json={"seconds": 86400})
    assert idle.clock.file.read_text() == "90000"
    assert 90000 <= (idle.clock.now() - before).total_seconds() < 90060
    said = idle.standins.telegram.chat(1001).says("hello")
    assert before + timedelta(seconds=90000) <= said.at <= idle.clock.now()


def test_time_never_goes_back(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="only moves on"):
        MovableClock(tmp_path / "clock").move_on(-1)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/phones/777/say", {"text": "hello"}, 404),
        (f"/phones/{ASHA}/say", {"text": ""}, 422),
        (f"/phones/{ASHA}/say", {"text": "a" * 4097}, 422),
        (f"/phones/{ASHA}/press", {"button": "No such button"}, 409),
        (f"/phones/{BEN}/location", {"latitude": 51.8, "longitude": -2.2}, 409),
        (f"/phones/{ASHA}/location", {"latitude": 951.8, "longitude": -2.2}, 422),
        ("/clock", {"seconds": -60}, 422),
        ("/misbehave", {"fail": 7}, 422),
        ("/phones", {"name": "", "channel": "telegram"}, 422),
        ("/phones", {"name": "Dee", "channel": "pigeon"}, 422),
    ],
)
async def test_what_makes_no_sense_is_refused(
    client: httpx.AsyncClient, path: str, body: dict[str, object], status: int
) -> None:
    assert (await client.post(path, json=body)).status_code == status


async def test_a_text_answers_the_number_that_wrote_last_unless_it_answers_another(
    idle: Demo, client: httpx.AsyncClient
) -> None:
    twilio = idle.standins.twilio
    first, second = twilio.numbers[0], "+447700900001"
    twilio.numbers.append(second)
    ben = twilio.phone("+" + BEN)
    twilio.send(first, ben.number, "from the line", "")
    twilio.send(second, ben.number, "from a mentor", "")
    to_first = (await ben.hears("from the line")).id
    await ben.hears("from a mentor")
    await client.post(f"/phones/{BEN}/say", json={"text": "hello mentor"})
    await client.post(f"/phones/{BEN}/say", json={"text": "hello line", "reply_to": to_first})
    assert [message.line for message in ben.sent] == [second, first]


async def test_both_providers_misbehave_alike(idle: Demo, client: httpx.AsyncClient) -> None:
    await client.post("/misbehave", json={"twice": 0.25})
    assert idle.standins.telegram.misbehaviour.twice == 0.25
    assert idle.standins.twilio.misbehaviour.twice == 0.25


def test_the_cast_has_only_numbers_kept_for_drama() -> None:
    numbers = [player.number for player in cast.CAST if player.number] + [cast.LINE_NUMBER]
    assert all(number.startswith("+447700900") and len(number) == 13 for number in numbers)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine to open the page in")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


async def opened(browser: Browser, demo: Demo, width: int, height: int) -> Page:
    page = await browser.new_page(viewport={"width": width, "height": height})
    faults: list[str] = []
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("console", lambda message: faults.append(message.text))
    await page.goto(demo.url)
    await expect(page.get_by_text("Running")).to_be_visible()
    assert faults == []
    return page


async def write(page: Page, name: str, text: str) -> None:
    box = page.get_by_label(f"Write as {name}")
    await box.fill(text)
    await box.press("Enter")


async def test_people_talk_through_a_power_cut_on_the_page(demo: Demo, browser: Browser) -> None:
    page = await opened(browser, demo, 1366, 768)
    asha, ben = page.locator(f"#phone-{ASHA}"), page.locator(f"#phone-{BEN}")

    await asha.get_by_role("button", name="/start").click()
    await expect(asha.get_by_text("silent")).to_be_visible()
    await asha.get_by_role("button", name="Type 2").click()
    await expect(asha.get_by_text("You chose 2.")).to_be_visible()
    await expect(asha.get_by_role("button", name="Type 2")).to_have_count(0)
    await asha.get_by_role("button", name="Share my place").click()
    await expect(asha.get_by_text("(location) 51.8642, -2.2380")).to_be_visible()

    await page.get_by_role("button", name="Power cut").click()
    await expect(page.get_by_text("Power is off · 1 power cut")).to_be_visible()
    await write(page, "Ben", "<b>are you there?</b>")
    await expect(page.get_by_text("Running · 1 power cut")).to_be_visible(timeout=20_000)
    await expect(ben.get_by_text(": <b>are you there?</b>")).to_be_visible(timeout=20_000)

    await asha.get_by_role("button", name="Reply").last.click()
    await write(page, "Asha", "about this")
    await expect(asha.locator(".mine .quoted")).to_have_count(1)

    said = demo.standins.telegram.chat(1001).sent[-1]
    said.reactions["line"] = "👍"
    demo.standins.telegram.chat(1001).changed()
    await expect(asha.get_by_role("img", name="Reaction: 👍")).to_be_visible()

    await page.get_by_role("button", name="A week on").click()
    await page.get_by_text("Add a phone").click()
    await page.get_by_label("Name").fill("Dee")
    await page.get_by_label("Writes by").select_option("sms")
    await page.get_by_role("button", name="Add", exact=True).click()
    await write(page, "Dee", "hello")
    await expect(page.locator("#phone-447700900201").get_by_text(": hello")).to_be_visible()


async def test_on_a_phone_one_person_fills_the_screen(demo: Demo, browser: Browser) -> None:
    page = await opened(browser, demo, 390, 844)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.get_by_role("navigation").get_by_role("button", name="Mo").click()
    await expect(page.get_by_label("Write as Mo")).to_be_in_viewport()
    await write(page, "Mo", "hello")
    await expect(page.locator(f"#phone-{MO}").get_by_text(": hello")).to_be_in_viewport()
    demo.standins.telegram.chat(1001).says("hello")
    asha = page.get_by_role("navigation").get_by_role("button", name="Asha")
    await expect(asha.locator(".unread")).to_have_text("1")
    await asha.click()
    await expect(asha.locator(".unread")).to_have_count(0)
