"""The page on which people see what is held about them, opened by a link sent to them.

The link only asks, so that apps which look links up beforehand see nothing. The button shows, as
often as they like for a quarter of an hour. The page carries another token, for the file, that was
never in an address or a message, and opens nothing else.
"""

import re
from collections.abc import Callable
from contextlib import suppress
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
_LOOKS = ["GET", "HEAD"]  # a preview may ask with either
GONE = 410

Token = Annotated[str, Form()]


def data_pages(database: Database, now: Callable[[], datetime]) -> APIRouter:
    """GET, HEAD and POST /data/<token>, POST /data/file, and the pages' style."""
    router = APIRouter(prefix="/data", include_in_schema=False)
    pages = _DataPages(database, now)
    router.api_route("/style.css", methods=_LOOKS)(_style)
    router.post("/file")(pages.save)
    router.api_route("/{token}", methods=_LOOKS)(pages.ask)
    router.post("/{token}")(pages.show)
    return router


class _DataPages:
    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def ask(self, token: str) -> Response:
        """Whether to show it."""
        now = self._now()
        whose = await self._database.read(lambda db: data_links.whose(db, token, now))
        return _page("data_closed", GONE) if whose is None else _page("data_ask")

    async def show(self, token: str) -> Response:
        """All of it."""
        return await self._database.write(lambda db: self._show(db, token))

    def _show(self, db: Session, token: str) -> Response:
        person_id = data_links.whose(db, token, self._now())
        if person_id is None:
            return _page("data_closed", GONE)
        data_links.note_opened(db, token, self._now())
        person = people.get(db, person_id)
        reader = _Reader(Wording(person.language), person.zone)
        return _page(
            "data", reader=reader, sections=reader.sections(held(db, person_id)),
            file_token=data_links.file_token(token),
        )  # fmt: skip

    async def save(self, token: Token = "") -> Response:
        """All of it as a file."""
        return await self._database.read(lambda db: self._save(db, token))

    def _save(self, db: Session, token: str) -> Response:
        person_id = data_links.whose_file(db, token, self._now())
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
            with suppress(ValueError, OverflowError):  # what someone typed may only look like one
                moment = datetime.fromisoformat(value).astimezone(self._zone)
                return format_datetime(moment, "d MMMM y, HH:mm", locale=self.language)
        return str(value).replace("_", " ") if _WORDS.fullmatch(str(value)) else str(value)

    def _readable(self, record: Record) -> Record:
        """Without our own bookkeeping, which is in the file, and without what is empty."""
        fields = {
            name: _without_empty(_answers(value)) if name == "log_json" else self._of_theirs(value)
            for name, value in record.items()
            if self._wording.has(f"data-field-{name}")
        }
        return {name: value for name, value in fields.items() if not _is_empty(value)}

    def _of_theirs(self, value: JsonValue) -> JsonValue:
        if isinstance(value, dict):
            return self._readable(value)
        if isinstance(value, list):
            shown = [self._of_theirs(each) for each in value]
            return [each for each in shown if not _is_empty(each)]
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
        if isinstance(entry, list) and len(entry) > 2 and entry[0] == "ask"
    }


def _without_empty(value: JsonValue) -> JsonValue:
    """The value less all in it that says nothing, such as a question that was passed over."""
    if isinstance(value, dict):
        shown = {name: _without_empty(each) for name, each in value.items()}
        return {name: each for name, each in shown.items() if not _is_empty(each)}
    if isinstance(value, list):
        return [each for each in map(_without_empty, value) if not _is_empty(each)]
    return value


def _is_empty(value: JsonValue) -> bool:
    return value is None or value in ("", [], {})


def _page(name: str, status: int = 200, reader: _Reader | None = None, **facts: object) -> Response:
    reader = reader or _Reader(Wording(), ZoneInfo("UTC"))
    html = _PAGES.get_template(f"{name}.html").render(
        language=reader.language, text=reader.text, label=reader.label, plain=reader.plain, **facts
    )
    return Response(html, status, _HEADERS, "text/html")


async def _style() -> Response:
    headers = {"Cache-Control": f"max-age={int(timedelta(hours=1).total_seconds())}"}
    return Response((HERE / "style.css").read_bytes(), headers=headers, media_type="text/css")
