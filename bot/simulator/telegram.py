"""A stand-in for Telegram: people with phones, and the bot at the other end.

Point python-telegram-bot at it with `base_url=f"{url}/bot"`. Act as a person through `chat()`.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Literal

from starlette.applications import Starlette
from starlette.routing import Route

from bot.simulator import cast
from bot.simulator.bot_api import BotApi
from bot.simulator.chat import Button, Chat, Message, Rows
from bot.simulator.courier import Courier
from bot.simulator.misbehaviour import Misbehaviour
from bot.simulator.updates import Json, Updates

# A press can be answered for about a minute; after that Telegram calls the query too old.
PRESS_LIFETIME = 60.0

Standing = Literal["new", "started", "blocked", "deactivated", "left"]


class TelegramChat(Chat):
    """A person's private chat with the bot, or a group. What is done here is done by them."""

    def __init__(
        self,
        telegram: "TelegramSimulator",
        chat_id: int,
        name: str,
        *,
        language: str = "en",
        group: bool = False,
    ) -> None:
        super().__init__(str(chat_id), name, telegram.on_change)
        self.id = chat_id
        self.language = language
        self.group = group
        self.standing: Standing = "new"
        self.keyboard: Rows = ()
        self.keyboard_once = False
        self.notices: list[str] = []
        self._telegram = telegram

    def says(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Type something; a leading /command is marked as one, as Telegram does."""
        content: Json = {"text": text}
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
        return self._send("text", text, content, reply_to)

    def presses(self, button: str, message: Message | None = None) -> None:
        """Press the button with that label: on `message`, or else the newest that has it."""
        for held in [message] if message else reversed(self.received):
            for row in held.buttons:
                for each in row:
                    if each.text == button:
                        return self._telegram.press(self, held, each.data)
        if any(key.text == button for row in self.keyboard for key in row):
            self.says(button)
            return None
        raise LookupError(f"{self.name} has no button {button!r}")

    def shares_location(self, latitude: float, longitude: float) -> Message:
        place = {"latitude": latitude, "longitude": longitude}
        return self._send("location", f"{latitude:.4f}, {longitude:.4f}", {"location": place})

    def shares_contact(self, number: str) -> Message:
        contact = {"phone_number": number, "first_name": self.name, "user_id": self.id}
        return self._send("contact", number, {"contact": contact})

    def sends(self, kind: str, caption: str = "") -> Message:
        """Something that is not words: photo, voice, sticker, document, video …"""
        file: Json = {"file_id": f"file-{kind}", "file_unique_id": kind, "file_size": 1000}
        if kind in {"photo", "sticker", "video"}:
            file |= {"width": 512, "height": 512}
        if kind == "sticker":
            file |= {"type": "regular", "is_animated": False, "is_video": False}
        if kind in {"voice", "video"}:
            file["duration"] = 3
        content: Json = {kind: [file] if kind == "photo" else file}
        if caption:
            content["caption"] = caption
        return self._send(kind, caption, content)

    def edits(self, message: Message, text: str) -> None:
        message.text = text
        message.edits += 1
        self.changed()
        now = self._telegram.timestamp()
        content = self._telegram.message_json(self, message) | {"text": text, "edit_date": now}
        self._telegram.updates.add("edited_message", content, self.id)

    def reacts(self, message: Message, emoji: str) -> None:
        """Put an emoji on a message in place of the one before it; "" takes it away."""
        old = message.reactions.get("person", "")
        message.reactions["person"] = emoji
        self.changed()
        content: Json = {
            "chat": self._telegram.chat_json(self),
            "message_id": int(message.id),
            "user": self._telegram.user_json(self),
            "date": self._telegram.timestamp(),
            "old_reaction": [{"type": "emoji", "emoji": each} for each in (old,) if each],
            "new_reaction": [{"type": "emoji", "emoji": each} for each in (emoji,) if each],
        }
        self._telegram.updates.add("message_reaction", content, self.id)

    def blocks(self) -> None:
        self._changes_standing("blocked", "member", "kicked")

    def unblocks(self) -> None:
        self._changes_standing("started", "kicked", "member")

    def deactivates(self) -> None:
        """Delete the Telegram account. Nobody is told; sends are refused from now on."""
        self.standing = "deactivated"

    def _send(
        self, kind: str, text: str, content: Json, reply_to: Message | None = None
    ) -> Message:
        if self.standing in {"new", "blocked"}:
            self.standing = "started"
        if self.keyboard_once:
            self.keyboard = ()
        message = self._telegram.new_message(self, text, from_line=False)
        message.kind = kind
        message.reply_to = reply_to.id if reply_to else None
        self.add(message)
        full = self._telegram.message_json(self, message) | content
        if reply_to:
            full["reply_to_message"] = self._telegram.message_json(self, reply_to)
        if self.standing == "started":
            self._telegram.updates.add("message", full, self.id, lambda: self._arrived(message))
        return message

    def _arrived(self, message: Message) -> None:
        message.status = "delivered"
        self.changed()

    def _changes_standing(self, standing: Standing, old: str, new: str) -> None:
        self.standing = standing
        self.changed()
        bot = self._telegram.bot_json()
        content: Json = {
            "chat": self._telegram.chat_json(self),
            "from": self._telegram.user_json(self),
            "date": self._telegram.timestamp(),
            "old_chat_member": {"user": bot, "status": old, "until_date": 0},
            "new_chat_member": {"user": bot, "status": new, "until_date": 0},
        }
        self._telegram.updates.add("my_chat_member", content, self.id)


class TelegramSimulator:
    """The Bot API on one side and people on the other. Serve `app`; act through `chat()`."""

    def __init__(
        self,
        token: str = cast.TELEGRAM_TOKEN,
        *,
        paced: bool = False,
        misbehaviour: Misbehaviour | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        on_change: Callable[[Chat], None] = lambda chat: None,
    ) -> None:
        """`paced`: refuse more than 1 a second a chat and 30 a second overall, with 429."""
        self.token = token
        self.bot_id = int(token.split(":")[0])
        self.misbehaviour = misbehaviour or Misbehaviour()
        self.now = now
        self.on_change = on_change
        self.chats: dict[int, TelegramChat] = {}
        self.commands: dict[str, list[tuple[str, str]]] = {}
        self._courier = Courier()
        self.updates = Updates(self._courier, self.misbehaviour)
        self._message_ids = count(1)
        self._press_ids = count(4_000_000_000)
        self._presses: dict[str, tuple[TelegramChat, float]] = {}
        self.app = Starlette(
            routes=[
                Route("/misbehave", self.misbehaviour.endpoint, methods=["GET", "POST"]),
                *BotApi(self, paced=paced).routes,
            ]
        )

    def person(
        self, user_id: int, name: str, *, language: str = "en", started: bool = False
    ) -> TelegramChat:
        """Someone with Telegram. Until they have written (or `started`), the bot may not."""
        chat = TelegramChat(self, user_id, name, language=language)
        chat.standing = "started" if started else "new"
        self.chats[user_id] = chat
        self.on_change(chat)
        return chat

    def group(self, chat_id: int, title: str) -> TelegramChat:
        """A group that the bot is in; `chat_id` is negative, as Telegram's are."""
        chat = TelegramChat(self, chat_id, title, group=True)
        chat.standing = "started"
        self.chats[chat_id] = chat
        return chat

    def chat(self, chat_id: int) -> TelegramChat:
        return self.chats[chat_id]

    def deliver(self, kind: str, content: Json, chat_id: int = 0) -> None:
        """Any update at all, for kinds that no person's act above makes."""
        self.updates.add(kind, content, chat_id)

    async def close(self) -> None:
        self.updates.close()
        await self._courier.close()

    def press(self, chat: TelegramChat, message: Message, data: str) -> None:
        """A button pressed in `chat`: the bot owes an answer to it within PRESS_LIFETIME."""
        press_id = str(next(self._press_ids))
        self._presses[press_id] = (chat, asyncio.get_running_loop().time() + PRESS_LIFETIME)
        content: Json = {
            "id": press_id,
            "from": self.user_json(chat),
            "message": self.message_json(chat, message),
            "chat_instance": str(chat.id),
            "data": data,
        }
        self.updates.add("callback_query", content, chat.id)

    def answer_press(self, press_id: str) -> TelegramChat | None:
        """Whose press that was; None when it is unknown, answered or too old."""
        chat, until = self._presses.pop(press_id, (None, 0.0))
        return chat if asyncio.get_running_loop().time() < until else None

    @property
    def unanswered_presses(self) -> int:
        return len(self._presses)

    def new_message(self, chat: TelegramChat, text: str, *, from_line: bool) -> Message:
        message_id = str(next(self._message_ids))
        return Message(message_id, text, self.now(), from_line, line=str(self.bot_id))

    def timestamp(self) -> int:
        return int(self.now().timestamp())

    def bot_json(self) -> Json:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": "Alongside",
            "username": "alongside_line_bot",
        }

    def user_json(self, chat: TelegramChat) -> Json:
        """The person of a private chat; in a group, a member of it."""
        user_id = abs(chat.id)
        return {
            "id": user_id,
            "is_bot": False,
            "first_name": chat.name,
            "language_code": chat.language,
        }

    def chat_json(self, chat: TelegramChat) -> Json:
        if chat.group:
            return {"id": chat.id, "type": "group", "title": chat.name}
        return {"id": chat.id, "type": "private", "first_name": chat.name}

    def message_json(self, chat: TelegramChat, message: Message) -> Json:
        content: Json = {
            "message_id": int(message.id),
            "from": self.bot_json() if message.from_line else self.user_json(chat),
            "chat": self.chat_json(chat),
            "date": int(message.at.timestamp()),
        }
        if message.kind == "text":
            content["text"] = message.text
        if message.buttons:
            content["reply_markup"] = {
                "inline_keyboard": [[_button_json(b) for b in row] for row in message.buttons]
            }
        return content


def _button_json(button: Button) -> Json:
    if button.url:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "callback_data": button.data}
