"""`make demo` as a visitor sees it: everything that it promises, in a real browser."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Locator, Page, async_playwright, expect

from bot.simulator.cast import ASHA, BEN, MO
from bot.simulator.demo import Demo
from bot.simulator.serving import free_port

HEADLESS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
A_LAPTOP = {"width": 1366, "height": 900}
PATIENCE = 30_000  # milliseconds


@pytest_asyncio.fixture(loop_scope="session")
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    demo = Demo(tmp_path, free_port())
    async with demo.running():
        yield demo


@pytest_asyncio.fixture(loop_scope="session")
async def page(demo: Demo, chromium: str) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=HEADLESS)
        page = await browser.new_page(viewport=A_LAPTOP)
        page.set_default_timeout(PATIENCE)
        await page.goto(demo.url)
        await expect(page.get_by_text("Running")).to_be_visible(timeout=PATIENCE)
        yield page
        await browser.close()


class OnScreen:
    """One phone on the page, used as a visitor does."""

    def __init__(self, page: Page, key: str, name: str) -> None:
        self._phone: Locator = page.locator(f"#phone-{key}")
        self._write = self._phone.get_by_label(f"Write as {name}")

    async def says(self, text: str) -> None:
        await self._write.fill(text)
        await self._write.press("Enter")

    async def presses(self, label: str) -> None:
        await self._phone.get_by_role("button", name=label, exact=True).last.click()

    async def hears(self, words: str) -> None:
        await expect(self._phone.get_by_text(words).last).to_be_visible(timeout=PATIENCE)


async def test_two_people_meet_and_talk_through_a_power_cut(
    demo: Demo, page: Page, tmp_path: Path
) -> None:
    asha = OnScreen(page, str(ASHA.telegram_id), "Asha")
    ben = OnScreen(page, (BEN.number or "").removeprefix("+"), "Ben")
    mo = OnScreen(page, str(MO.telegram_id), "Mo")

    await asha.presses("/start")
    await asha.hears("happy for us to message you")
    await asha.presses("Yes, that's fine")
    await asha.hears("18 or over")

    await ben.says("hello")
    for question, answer in (
        ("happy for us to message you", "yes"), ("18 or over", "yes"), ("What name", "Ben"),
        ("Is that OK", "yes"), ("Who are you here for", "1"), ("What type", "type 2"),
        ("help you most", "food"), ("Roughly where", "GL1"), ("find you a mentor", "yes please"),
        ("Which languages", "english"), ("Who would you rather", "1"), ("When do you", "skip"),
        ("a few more things", "no"),
    ):  # fmt: skip
        await ben.hears(question)
        await ben.says(answer)
    await ben.hears("We have someone in mind")

    await mo.hears("Can you take them on?")
    await mo.presses("Yes, I'd like to")
    await ben.hears("Shall we put you in touch?")
    await ben.says("yes")
    await mo.hears("Ben said yes")
    await ben.hears("Which day suits you?")
    await ben.says("never")
    await ben.hears("That's fine, no check-ins")

    await ben.says("Good to meet you, Mo")
    await mo.hears("Ben: Good to meet you, Mo")
    await page.get_by_role("button", name="Power cut").click()
    await mo.says("And you, Ben. A sunny day here")
    await asha.presses("Yes")
    await ben.hears("Mo: And you, Ben. A sunny day here")
    await asha.hears("What name")
    assert demo.service.kills == 1

    picture = Path(os.environ.get("DEMO_PICTURE", tmp_path / "demo.png"))
    await page.screenshot(path=picture)
