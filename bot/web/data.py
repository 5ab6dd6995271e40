"""The page on which people see what is held about them, opened once by a link sent to them.

The link only asks: apps that look links up beforehand would else use it up. The button shows, and
its page carries another token, for the file, that was never in an address or a message.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from fastapi import APIRouter, Form, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import JsonValue
from pydantic_core import to_json
from sqlmodel import Session

from bot.people.erasure import LINK_OPENS
from flows.words import Wording
from storage import data_links, people
from storage.database import Database
from storage.rights.holdings import Holdings, Record, held

HERE = Path(__file__).parent / "pages"
_PAGES = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)")
_WORDS = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")  # a value of ours: living_with_diabetes
GONE = 410

Token = Annotated[str, Form(max_length=100)]


def data_pages(database: Database, now: Callable[[], datetime]) -> APIRouter:
    """GET and POST /data/<token>, POST /data/file, and the pages' style."""
    router = APIRouter(prefix="/data", include_in_schema=False)
    pages = _DataPages(database, now)
    router.get("/style.css")(_style)
    router.post("/file")(pages.save)
    router.get("/{token}")(pages.ask)
    router.post("/{token}")(pages.show)
    return router


class _DataPages:
    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def ask(self, token: str) -> Response:
        """Whether to show it. Nothing is spent."""
        now = self._now()
        opens = await self._database.read(lambda db: data_links.opens(db, token, now))
        return _page("data_closed", GONE) if opens is None else _page("data_ask")

    async def show(self, token: str) -> Response:
        """All of it, once."""
        return await self._database.write(lambda db: self._show(db, token))

    def _show(self, db: Session, token: str) -> Response:
        person_id = data_links.spend(db, token, self._now())
        if person_id is None:
            return _page("data_closed", GONE)
        person = people.get(db, person_id)
        reader = _Reader(Wording(person.language), person.zone)
        file_token = data_links.make(db, person_id, self._now() + LINK_OPENS)
        return _page(
            "data", reader=reader, sections=reader.sections(held(db, person_id)),
            file_token=file_token,
        )  # fmt: skip

    async def save(self, token: Token) -> Response:
        """All of it as a file, once."""
        return await self._database.write(lambda db: self._save(db, token))

    def _save(self, db: Session, token: str) -> Response:
        person_id = data_links.spend(db, token, self._now())
        if person_id is None:
            return _page("data_closed", GONE)
        saved = {"Content-Disposition": 'attachment; filename="my-data.json"'}
        body = to_json(held(db, person_id), indent=2)
        return Response(body, headers={**_HEADERS, **saved}, media_type="application/json")


class _Reader:
    """How one person reads what is held: in their language, by their own clock."""

    def __init__(self, wording: Wording, zone: ZoneInfo) -> None:
        self._wording = wording
        self._zone = zone
        self.language = wording.language.value
        self.text = wording.text

    def sections(self, holdings: Holdings) -> list[dict[str, object]]:
        return [
            {
                "name": name,
                "heading": self._named("table", name),
                "records": [self._readable(each) for each in records],
            }
            for name, records in holdings.items()
        ]

    def label(self, field: str) -> str:
        return self._named("field", field)

    def plain(self, value: str | float) -> str:
        if isinstance(value, bool):
            return self.text("data-yes" if value else "data-no")
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            moment = datetime.fromisoformat(value).astimezone(self._zone)
            return format_datetime(moment, "d MMMM y, HH:mm", locale=self.language)
        return str(value).replace("_", " ") if _WORDS.fullmatch(str(value)) else str(value)

    def _readable(self, record: Record) -> Record:
        """Without our own bookkeeping, which is in the file, and without what is empty."""
        return {
            name: _answers(value) if name == "log_json" else self._readable_value(value)
            for name, value in record.items()
            if value not in (None, "", [], {}) and self._wording.has(f"data-field-{name}")
        }

    def _readable_value(self, value: JsonValue) -> JsonValue:
        if isinstance(value, dict):
            return self._readable(value)
        if isinstance(value, list):
            return [self._readable_value(each) for each in value if each not in (None, "", [])]
        return value

    def _named(self, what: str, name: str) -> str:
        message = f"data-{what}-{name}"
        return self.text(message) if self._wording.has(message) else name.replace("_", " ")


def _answers(log: JsonValue) -> JsonValue:
    """Of a conversation's log, the questions' names and what was answered."""
    entries = log if isinstance(log, list) else []
    return {
        str(entry[1]): entry[2]
        for entry in entries
        if isinstance(entry, list) and entry[0] == "ask"
    }


def _page(name: str, status: int = 200, reader: _Reader | None = None, **facts: object) -> Response:
    reader = reader or _Reader(Wording(), ZoneInfo("UTC"))
    html = _PAGES.get_template(f"{name}.html").render(
        language=reader.language, text=reader.text, label=reader.label, plain=reader.plain, **facts
    )
    return Response(html, status, _HEADERS, "text/html")


async def _style() -> Response:
    headers = {"Cache-Control": f"max-age={int(timedelta(hours=1).total_seconds())}"}
    return Response((HERE / "style.css").read_bytes(), headers=headers, media_type="text/css")
