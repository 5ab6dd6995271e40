"""The page of phones: what each phone shows, live, and what its person does on it."""

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from typing import Annotated, Literal

from fastapi import FastAPI, HTTPException
from fastapi.responses import StreamingResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, Field

from bot.simulator.cast import CAST, Player
from bot.simulator.chat import Chat, Message, Rows
from bot.simulator.clock import MovableClock
from bot.simulator.misbehaviour import Misbehaviour
from bot.simulator.process import Service
from bot.simulator.standins import StandIns
from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from bot.simulator.updates import Json

PAGE = Path(__file__).parent / "page"
SHOWN = 200
HEARTBEAT = 15.0
DARKNESS = 1.5
LONGEST_MOVE = 31 * 24 * 3600
STATUS = "status"


class Said(BaseModel):
    text: Annotated[str, Field(min_length=1, max_length=4096)]
    reply_to: str | None = None


class Pressed(BaseModel):
    button: str
    message: str | None = None


class Place(BaseModel):
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


class NewPhone(BaseModel):
    name: Annotated[str, Field(min_length=1, max_length=40)]
    channel: Literal["telegram", "sms"]


class Moved(BaseModel):
    seconds: Annotated[int, Field(ge=1, le=LONGEST_MOVE)]


class Viewer:
    """One open page, and which of its parts are out of date. Many changes make one redrawing."""

    def __init__(self) -> None:
        self._stale: dict[str, None] = {}
        self._news = asyncio.Event()

    def touch(self, part: str) -> None:
        self._stale[part] = None
        self._news.set()

    async def parts(self) -> list[str]:
        """What is out of date; empty when nothing was for HEARTBEAT seconds."""
        try:
            async with asyncio.timeout(HEARTBEAT):
                await self._news.wait()
        except TimeoutError:
            return []
        stale = list(self._stale)
        self._stale.clear()
        self._news.clear()
        return stale


class PhonesPage:
    """Serves the page and its stream of changes. `app` goes at the root, after the stand-ins."""

    def __init__(self, standins: StandIns, service: Service, clock: MovableClock) -> None:
        self._standins = standins
        self._service = service
        self._clock = clock
        self._players: dict[str, Player] = {}
        self._phones: dict[str, TelegramChat | Phone] = {}
        self._viewers: set[Viewer] = set()
        self._power: asyncio.Task[float] | None = None
        self._telegram_ids = count(2001)
        self._numbers = count(447700900201)
        standins.watchers.append(lambda chat: self._touch(_key(chat)))
        for player in CAST:
            self.hand_out(player)
        self.app = self._build()

    def hand_out(self, player: Player) -> str:
        """Give someone a phone. Those on Telegram have met the bot before, so it may write."""
        phone: TelegramChat | Phone
        if player.telegram_id is not None:
            telegram = self._standins.telegram
            phone = telegram.person(player.telegram_id, player.name, started=True)
        else:
            phone = self._standins.twilio.phone(player.number or "", player.name)
        key = _key(phone)
        self._players[key] = player
        self._phones[key] = phone
        self._touch(key)
        return key

    def status_changed(self) -> None:
        """To be called when the service has started, is ready, or has gone."""
        self._touch(STATUS)

    def _build(self) -> FastAPI:
        app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
        app.get("/events")(self.events)
        app.post("/phones")(self.add_phone)
        app.post("/phones/{key}/say", status_code=204)(self.say)
        app.post("/phones/{key}/press", status_code=204)(self.press)
        app.post("/phones/{key}/location", status_code=204)(self.share_location)
        app.post("/phones/{key}/contact", status_code=204)(self.share_contact)
        app.post("/clock", status_code=204)(self.move_clock)
        app.post("/power-cut", status_code=204)(self.cut_power)
        app.post("/misbehave", status_code=204)(self.misbehave)
        app.mount("/", StaticFiles(directory=PAGE, html=True))
        return app

    async def events(self) -> StreamingResponse:
        viewer = Viewer()
        for part in (STATUS, *self._phones):
            viewer.touch(part)
        self._viewers.add(viewer)
        headers = {"cache-control": "no-store"}
        return StreamingResponse(
            self._stream(viewer), media_type="text/event-stream", headers=headers
        )

    async def _stream(self, viewer: Viewer) -> AsyncIterator[str]:
        try:
            yield "retry: 500\n\n"
            while True:
                parts = await viewer.parts()
                for part in parts:
                    event, content = self._draw(part)
                    yield f"event: {event}\ndata: {json.dumps(content)}\n\n"
                if not parts:
                    yield ": still here\n\n"
        finally:
            self._viewers.discard(viewer)

    async def add_phone(self, new: NewPhone) -> Json:
        if new.channel == "telegram":
            return {"key": self.hand_out(Player(new.name, "", next(self._telegram_ids)))}
        return {"key": self.hand_out(Player(new.name, "", number=f"+{next(self._numbers)}"))}

    async def say(self, key: str, said: Said) -> None:
        phone = self._phone(key)
        answered = phone.message(said.reply_to or "")
        if isinstance(phone, TelegramChat):
            phone.says(said.text, reply_to=answered)
        else:
            # Without a number chosen, a phone answers in the thread it last used.
            thread = answered or (phone.messages[-1] if phone.messages else None)
            phone.says(said.text, to=thread.line if thread else None)

    async def press(self, key: str, pressed: Pressed) -> None:
        phone = self._telegram_phone(key)
        try:
            phone.presses(pressed.button, phone.message(pressed.message or ""))
        except LookupError as error:
            raise HTTPException(409, str(error)) from None

    async def share_location(self, key: str, place: Place) -> None:
        self._telegram_phone(key).shares_location(place.latitude, place.longitude)

    async def share_contact(self, key: str) -> None:
        phone = self._telegram_phone(key)
        phone.shares_contact(f"+4477009{phone.id:05}")

    async def move_clock(self, moved: Moved) -> None:
        self._clock.move_on(moved.seconds)
        self._touch(STATUS)

    async def cut_power(self) -> None:
        """Kill the service where it stands, leave it dark for a moment, and start it again."""
        if self._service.state == "running":
            await self._service.kill()
            self.revive()

    async def close(self) -> None:
        """Let no start that is still to come outlive the page."""
        if self._power is not None:
            self._power.cancel()
            await asyncio.gather(self._power, return_exceptions=True)

    def revive(self) -> None:
        """Start the service again, a moment from now."""
        if self._power is None or self._power.done():
            self._power = asyncio.create_task(self._start_again())

    async def _start_again(self) -> float:
        await asyncio.sleep(DARKNESS)
        await self._service.start()
        return await self._service.wait_ready()

    async def misbehave(self, wanted: Misbehaviour) -> None:
        """Both providers misbehave alike from now on; what is not named, not at all."""
        for simulator in (self._standins.telegram, self._standins.twilio):
            simulator.misbehaviour.become(wanted)
        self._touch(STATUS)

    def _phone(self, key: str) -> TelegramChat | Phone:
        if key not in self._phones:
            raise HTTPException(404, "there is no such phone")
        return self._phones[key]

    def _telegram_phone(self, key: str) -> TelegramChat:
        phone = self._phone(key)
        if not isinstance(phone, TelegramChat):
            raise HTTPException(409, "this phone has no Telegram")
        return phone

    def _touch(self, part: str) -> None:
        for viewer in self._viewers:
            viewer.touch(part)

    def _draw(self, part: str) -> tuple[str, Json]:
        if part == STATUS:
            return STATUS, self._status_json()
        return "phone", self._phone_json(part)

    def _status_json(self) -> Json:
        return {
            "state": self._service.state,
            "kills": self._service.kills,
            "now": self._clock.now().isoformat(),
            "log": str(self._service.log),
            "misbehaviour": self._standins.telegram.misbehaviour.model_dump(),
        }

    def _phone_json(self, key: str) -> Json:
        phone, player = self._phones[key], self._players[key]
        shown = [message for message in phone.messages if not message.deleted][-SHOWN:]
        content: Json = {
            "key": key,
            "name": player.name,
            "role": player.role,
            "tries": player.tries,
            "messages": [_message_json(phone, message) for message in shown],
        }
        if isinstance(phone, TelegramChat):
            commands = self._standins.telegram.commands
            return content | {
                "channel": "telegram",
                "keyboard": _rows_json(phone.keyboard),
                "commands": commands.get(phone.language) or commands.get("", []),
                "notices": phone.notices,
            }
        lines = {message.line for message in phone.messages}
        return content | {"channel": "sms", "number": phone.number, "threads": len(lines)}


def _key(chat: Chat) -> str:
    """Names a phone in addresses: a Telegram id, or a number without its plus."""
    return chat.address.removeprefix("+")


def _rows_json(rows: Rows) -> list[list[Json]]:
    return [[{"text": b.text, "url": b.url, "asks": b.asks} for b in row] for row in rows]


def _message_json(phone: Chat, message: Message) -> Json:
    quoted = phone.message(message.reply_to) if message.reply_to else None
    return {
        "id": message.id,
        "text": message.text,
        "at": message.at.isoformat(),
        "mine": not message.from_line,
        "line": message.line,
        "kind": message.kind,
        "buttons": _rows_json(message.buttons),
        "silent": message.silent,
        "quoted": quoted.text if quoted else "",
        "edited": message.edits > 0,
        "reaction": "".join(message.reactions.values()),
        "status": message.status,
        "segments": message.segments,
    }
