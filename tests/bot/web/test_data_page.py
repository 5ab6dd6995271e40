"""The page of what is held: opened by a link, for a quarter of an hour, without JavaScript."""

import asyncio
import html
import json
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.async_api import Page, async_playwright, expect
from pydantic import JsonValue
from sqlmodel import Session

from bot.messages import ARRIVED, LETTER, Arrived, Kind, Letter
from bot.simulator.serving import free_port, serving
from bot.web.data import data_pages
from flows.profile import Profile
from flows.questions import Place, Position
from flows.reading.text import tidy
from flows.talk import Entry
from flows.vocabulary import (
    AgeBand,
    Channel,
    ConsentKind,
    Diabetes,
    Ethnicity,
    Need,
    TalkStyle,
)
from storage import consents, data_links, inbox, people
from storage.checkins import Checkin, CheckinAnswer
from storage.concerns import Concern, ConcernKind
from storage.conversations import Conversation, ConversationStatus
from storage.database import Database
from storage.directory import Service, Signpost
from storage.inbox import Received
from storage.outbox import Outbox, OutboxStatus
from tests.people import introduce, join, make_mentor

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOON = timedelta(minutes=15)


class Clock:
    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(database: Database, clock: Clock) -> FastAPI:
    app = FastAPI()
    app.include_router(data_pages(database, clock.now))
    return app


@pytest.fixture
async def web(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://line.example.org") as web:
        yield web


@pytest.fixture
def token(database: Database) -> str:
    with database.session() as db:
        return data_links.make(db, _asha(db), NOW + SOON)


def _asha(db: Session) -> int:
    """Asha, about whom the line holds something of every kind, and Mo, her mentor."""
    profile = Profile(diabetes=Diabetes.TYPE2, needs=(Need.FOOD,), place=Place("GL1"))
    asha = join(db, Channel.TELEGRAM, "1001", "Asha", NOW, profile=profile)
    mo = join(db, Channel.TELEGRAM, "1003", "Mo", NOW)
    make_mentor(db, mo, NOW)
    introduce(db, asha, mo, NOW)
    address = people.find_address(db, Channel.TELEGRAM, "1001")
    assert address is not None
    consents.give(db, asha.id, ConsentKind.STORIES, "2026-11", NOW)
    said = Arrived(Channel.TELEGRAM, "7", Kind.TEXT, "1001", "<b>My sugar</b> & me")
    received = Received(Channel.TELEGRAM, "7", address, ARRIVED.dump_json(said).decode())
    inbox.write_down(db, [received], NOW)
    db.add(
        Outbox(
            person_id=asha.id, address_id=address.id, channel=Channel.TELEGRAM,
            body=LETTER.dump_json(Letter("Mo: you are not alone")).decode(),
            status=OutboxStatus.SENT, not_before=NOW, queued_at=NOW, sent_at=NOW,
        )
    )  # fmt: skip
    walk = Service(name="Walk and talk", summary="A walk", contact="")
    db.add(walk)
    db.flush()
    db.add(Signpost(person_id=asha.id, service_id=walk.id, at=NOW))
    db.add(Checkin(person_id=asha.id, weekday=0, at="10:00"))
    db.add(CheckinAnswer(person_id=asha.id, week=3, words="A long week", answered_at=NOW))
    answered = Conversation(
        person_id=asha.id, flow="joining", version=1, status=ConversationStatus.ENDED,
        began_at=NOW, touched_at=NOW,
    )  # fmt: skip
    answered.set_log((Entry("ask", "name", "Asha"), Entry("do", "joined", None)))
    db.add(answered)
    kind = ConcernKind.SAFEGUARDING
    db.add(
        Concern(person_id=asha.id, kind=kind, said="He shouts", opened_at=NOW, outcome="Rang her")
    )
    db.add(
        Concern(
            person_id=asha.id, raised_by=mo.id, kind=kind, said="She seems afraid", opened_at=NOW
        )
    )
    return asha.id


async def test_looking_a_link_up_shows_nothing(web: httpx.AsyncClient, token: str) -> None:
    for _ in range(3):
        assert (await web.head(f"/data/{token}")).status_code == 200
        asked = await web.get(f"/data/{token}")
        assert asked.status_code == 200
        assert "Show my data" in asked.text
        assert "Asha" not in asked.text
    assert "Asha" in (await web.post(f"/data/{token}")).text


async def test_everything_held_is_shown_and_others_confidences_are_not(
    web: httpx.AsyncClient, token: str
) -> None:
    shown = await web.post(f"/data/{token}")
    assert shown.status_code == 200
    for held in (
        "1001", "type2", "living with diabetes", "GL1", "Walk and talk",
        "&lt;b&gt;My sugar&lt;/b&gt; &amp; me",
        "you are not alone", "A long week", "He shouts", "22 November 2026, 12:00",
    ):  # fmt: skip
        assert held in shown.text
    for withheld in ("She seems afraid", "Rang her", "<b>"):
        assert withheld not in shown.text


async def shown_token(web: httpx.AsyncClient, token: str) -> str:
    """The file's token, as the page has it."""
    shown = await web.post(f"/data/{token}")
    assert shown.status_code == 200
    return shown.text.partition('name="token" value="')[2].partition('"')[0]


async def test_the_file_holds_the_same(web: httpx.AsyncClient, token: str) -> None:
    file = await web.post("/data/file", data={"token": await shown_token(web, token)})
    assert file.headers["content-disposition"] == 'attachment; filename="my-data.json"'
    held = json.loads(file.content)
    assert held["person"][0]["name"] == "Asha"
    assert held["person"][0]["profile_json"]["diabetes"] == "type2"
    assert held["address"][0]["value"] == "1001"
    assert "lookup" not in held["address"][0]
    assert [each["said"] for each in held["concern"]] == ["He shouts"]
    assert held["signpost"][0]["service"] == "Walk and talk"


async def test_neither_token_opens_what_is_the_others(web: httpx.AsyncClient, token: str) -> None:
    of_file = await shown_token(web, token)
    for opened in (
        await web.get(f"/data/{of_file}"),
        await web.head(f"/data/{of_file}"),
        await web.post(f"/data/{of_file}"),
        await web.post("/data/file", data={"token": token}),
        await web.post("/data/file", data={"token": ""}),
    ):
        assert opened.status_code == 410


async def test_a_link_opens_as_often_as_one_likes_for_a_quarter_of_an_hour(
    web: httpx.AsyncClient, token: str, clock: Clock
) -> None:
    clock.time += SOON - timedelta(seconds=1)  # looking late does not make it last
    for _ in range(2):
        of_file = await shown_token(web, token)
        file = await web.post("/data/file", data={"token": of_file})
        assert file.status_code == 200
    clock.time += timedelta(seconds=1)
    for closed in (
        await web.get(f"/data/{token}"),
        await web.post(f"/data/{token}"),
        await web.post("/data/file", data={"token": of_file}),
    ):
        assert closed.status_code == 410
        assert "This link is closed" in closed.text
        assert "send MY DATA" in closed.text


async def test_two_people_see_each_their_own(
    web: httpx.AsyncClient, token: str, database: Database
) -> None:
    with database.session() as db:
        ben = join(db, Channel.SMS, "+447700900102", "Ben", NOW)
        bens = data_links.make(db, ben.id, NOW + SOON)
    assert "+447700900102" not in (await web.post(f"/data/{token}")).text
    assert "+447700900102" in (await web.post(f"/data/{bens}")).text


ODDLY_TYPED = st.one_of(
    st.text(max_size=40).map(tidy),
    st.sampled_from(
        ["[", "[" * 5000, "{}", '{"a": null}', "[null, {}]", "2026-99-99T99:99Z", "null", "a_b",
         "0001-01-01T00:00Z", "9999-12-31T23:59:59Z", "{{ reader }}", "</dd>", "0"]
    ),
)  # fmt: skip
PROFILES = st.builds(
    Profile,
    needs=st.lists(st.sampled_from(Need), unique=True).map(tuple),
    age_band=st.none() | st.sampled_from(AgeBand),
    ethnicity=st.none() | st.sampled_from(Ethnicity),
    style=st.none() | st.sampled_from(TalkStyle),
    place=st.sampled_from([Place(), Place("GL1"), Place(position=Position(51.86, -2.24))]),
    waives_type=st.booleans(),
)
ANSWERS = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | ODDLY_TYPED,
    lambda some: st.lists(some, max_size=3) | st.dictionaries(ODDLY_TYPED, some, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    profile=st.none() | PROFILES,
    words=st.none() | ODDLY_TYPED,
    answers=st.lists(ANSWERS, max_size=4),
)
def test_whatever_was_left_empty_or_typed_is_shown(
    app: FastAPI,
    database: Database,
    profile: Profile | None,
    words: str | None,
    answers: list[JsonValue],
) -> None:
    with database.session() as db:
        asha = join(db, Channel.TELEGRAM, "1001", "Asha", NOW)
        asha.profile_json = None
        if profile is not None:
            asha.set_profile(profile)
        db.add(CheckinAnswer(person_id=asha.id, week=3, words=words, answered_at=NOW))
        answered = Conversation(
            person_id=asha.id, flow="finding", version=1, status=ConversationStatus.ENDED,
            began_at=NOW, touched_at=NOW,
        )  # fmt: skip
        answered.set_log(tuple(Entry("ask", f"q{n}", each) for n, each in enumerate(answers)))
        db.add(answered)
        token = data_links.make(db, asha.id, NOW + SOON)
    page = asyncio.run(_posted(app, f"/data/{token}"))
    assert page.status_code == 200
    if words and not re.search(r"_|\dT\d", words):  # else shown as a word or a moment of ours
        assert words in html.unescape(page.text)


async def _posted(app: FastAPI, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://line.example.org") as web:
        return await web.post(path)


@pytest.mark.parametrize("path", ["x", "%00", "'; drop table person", "A" * 5000, "file"])
async def test_a_link_that_never_was_opens_nothing(web: httpx.AsyncClient, path: str) -> None:
    assert (await web.get(f"/data/{path}")).status_code == 410


async def test_no_page_is_kept_framed_indexed_or_told_of(
    web: httpx.AsyncClient, token: str
) -> None:
    pages = [await web.get(f"/data/{token}"), await web.post(f"/data/{token}")]
    pages.append(await web.get(f"/data/{token}"))
    for page in pages:
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert "noindex" in page.headers["x-robots-tag"]
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
        assert "<script" not in page.text


@asynccontextmanager
async def browsing(chromium: str, **how: object) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        context = await browser.new_context(
            java_script_enabled=False, viewport={"width": 360, "height": 740}, **how
        )
        yield await context.new_page()
        await browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_in_a_browser_by_keyboard_without_javascript(
    app: FastAPI, token: str, chromium: str, scheme: str, tmp_path: Path
) -> None:
    folder = Path(os.environ.get("SCREENSHOTS", tmp_path))
    port = free_port()
    async with (
        serving(app, port),
        browsing(chromium, color_scheme=scheme, accept_downloads=True) as page,
    ):
        await page.goto(f"http://127.0.0.1:{port}/data/{token}")
        await expect(page.get_by_role("heading", level=1)).to_have_text("What we hold about you")
        await page.screenshot(path=folder / f"data-ask-{scheme}.png")
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Show my data")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", name="Your check-ins")).to_be_visible()
        width = await page.locator("main").bounding_box()
        assert width is not None
        assert width["width"] <= 360
        await page.screenshot(path=folder / f"data-{scheme}.png", full_page=True)
        async with page.expect_download() as download:
            await page.get_by_role("button", name="Save it as a file").click()
        assert (await download.value).suggested_filename == "my-data.json"
