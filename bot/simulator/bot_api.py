"""The Bot API's methods, as strict about what they are given as Telegram is.

Descriptions and limits: https://core.telegram.org/bots/api. Texts of errors are those that the
real server sends, since some of them can be told apart in no other way.
"""

import asyncio
import json
import math
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.chat import Button, Rows
from bot.simulator.pace import Bucket
from bot.simulator.reactions import read_reaction
from bot.simulator.updates import Json, Refused, Webhook

if TYPE_CHECKING:
    from bot.simulator.telegram import TelegramChat, TelegramSimulator

TEXT_LIMIT = 4096
CALLBACK_DATA_LIMIT = 64
CALLBACK_ANSWER_LIMIT = 200
LONGEST_POLL = 50.0
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f]")

REFUSAL_BY_STANDING = {
    "new": "Forbidden: bot can't initiate conversation with a user",
    "blocked": "Forbidden: bot was blocked by the user",
    "deactivated": "Forbidden: user is deactivated",
    "left": "Forbidden: bot is not a member of the group chat",
}


class Params:
    """A request's parameters, from the query, a form or JSON; numbers may come as text."""

    def __init__(self, values: Json) -> None:
        self._values = values

    def text(self, name: str) -> str:
        value = self._values.get(name, "")
        text = value if isinstance(value, str) else json.dumps(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise Refused(400, "Bad Request: strings must be encoded in UTF-8") from None
        return text

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "1", "yes"}

    def parsed(self, name: str) -> object:
        """A nested value, which a form carries as JSON text; None when it is not given."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise Refused(400, f"Bad Request: can't parse {name} JSON object") from None


class Answer(JSONResponse):
    """JSON in ASCII escapes, as Telegram sends it: they carry what UTF-8 could not."""

    def render(self, content: object) -> bytes:
        return json.dumps(content).encode("ascii")


class BotApi:
    """What `/bot<token>/<method>` does. The state is the simulator's."""

    def __init__(self, telegram: "TelegramSimulator", *, paced: bool) -> None:
        self._telegram = telegram
        self._paced = paced
        self._overall = Bucket(rate=30, burst=30)
        self._by_chat: dict[int, Bucket] = {}
        self._methods: dict[str, Callable[[Params], Awaitable[object]]] = {
            "getme": self.get_me,
            "getupdates": self.get_updates,
            "setwebhook": self.set_webhook,
            "deletewebhook": self.delete_webhook,
            "getwebhookinfo": self.get_webhook_info,
            "sendmessage": self.send_message,
            "editmessagetext": self.edit_message_text,
            "editmessagereplymarkup": self.edit_message_reply_markup,
            "deletemessage": self.delete_message,
            "setmessagereaction": self.set_message_reaction,
            "answercallbackquery": self.answer_callback_query,
            "setmycommands": self.set_my_commands,
            "leavechat": self.leave_chat,
        }
        self.routes = [
            Route("/bot{token}/{method}", self._endpoint, methods=["GET", "POST"]),
        ]

    async def _endpoint(self, request: Request) -> Response:
        broken = _refusal(Refused(500, "Internal Server Error"))
        return await self._telegram.misbehaviour.around(lambda: self._answer(request), broken)

    async def _answer(self, request: Request) -> Response:
        try:
            if request.path_params["token"] != self._telegram.token:
                raise Refused(401, "Unauthorized")
            method = self._methods.get(request.path_params["method"].lower())
            if method is None:
                raise Refused(404, "Not Found")
            return Answer({"ok": True, "result": await method(await _params(request))})
        except Refused as refused:
            return _refusal(refused)

    async def get_me(self, params: Params) -> Json:
        return self._telegram.bot_json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    async def get_updates(self, params: Params) -> list[Json]:
        self._telegram.updates.allow(_kinds(params))
        limit = min(100, max(1, params.integer("limit", 100)))
        timeout = min(LONGEST_POLL, max(0, params.integer("timeout")))
        return await self._telegram.updates.poll(params.integer("offset"), limit, timeout)

    async def set_webhook(self, params: Params) -> bool:
        updates = self._telegram.updates
        drop = params.flag("drop_pending_updates")
        if not params.text("url"):
            return await self.delete_webhook(params)
        most = params.integer("max_connections", 40)
        updates.allow(_kinds(params))
        updates.set_webhook(Webhook(params.text("url"), params.text("secret_token"), most), drop)
        return True

    async def delete_webhook(self, params: Params) -> bool:
        self._telegram.updates.delete_webhook(params.flag("drop_pending_updates"))
        return True

    async def get_webhook_info(self, params: Params) -> Json:
        updates = self._telegram.updates
        info: Json = {
            "url": updates.webhook.url if updates.webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(updates.pending),
        }
        if updates.webhook:
            info["max_connections"] = updates.webhook.max_connections
        if updates.last_error:
            info["last_error_message"] = updates.last_error
            info["last_error_date"] = self._telegram.timestamp()
        return info

    async def send_message(self, params: Params) -> Json:
        chat = self._chat(params)
        text = _words(params, too_long="Bad Request: message is too long")
        markup = _object(params, "reply_markup")
        buttons = _inline_keyboard(markup)
        message = self._telegram.new_message(chat, text, from_line=True)
        message.reply_to = self._reply_to(chat, params)
        self._pace(chat)
        message.buttons = buttons
        message.silent = params.flag("disable_notification")
        message.status = "delivered"
        if "keyboard" in markup:
            chat.keyboard = _reply_keyboard(markup)
            chat.keyboard_once = bool(markup.get("one_time_keyboard"))
        elif markup.get("remove_keyboard"):
            chat.keyboard = ()
        chat.add(message)
        return self._telegram.message_json(chat, message)

    async def edit_message_text(self, params: Params) -> Json:
        text = _words(params, too_long="Bad Request: MESSAGE_TOO_LONG")
        return self._edit(params, text, _inline_keyboard(_object(params, "reply_markup")))

    async def edit_message_reply_markup(self, params: Params) -> Json:
        return self._edit(params, None, _inline_keyboard(_object(params, "reply_markup")))

    def _edit(self, params: Params, text: str | None, buttons: Rows) -> Json:
        """An edit without buttons takes them away, as with Telegram."""
        chat = self._chat(params)
        message = chat.message(params.text("message_id"))
        if message is None:
            raise Refused(400, "Bad Request: message to edit not found")
        if not message.from_line:
            raise Refused(400, "Bad Request: message can't be edited")
        if (text or message.text) == message.text and buttons == message.buttons:
            raise Refused(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        self._pace(chat)
        message.text = text or message.text
        message.buttons = buttons
        message.edits += 1
        chat.changed()
        return self._telegram.message_json(chat, message) | {
            "edit_date": self._telegram.timestamp()
        }

    async def delete_message(self, params: Params) -> bool:
        chat = self._chat(params)
        message = chat.message(params.text("message_id"))
        if message is None:
            raise Refused(400, "Bad Request: message to delete not found")
        message.deleted = True
        chat.changed()
        return True

    async def set_message_reaction(self, params: Params) -> bool:
        chat = self._chat(params)
        message = chat.message(params.text("message_id"))
        if message is None:
            raise Refused(400, "Bad Request: message to react not found")
        message.reactions["line"] = read_reaction(params.parsed("reaction"))
        chat.changed()
        return True

    async def answer_callback_query(self, params: Params) -> bool:
        if _utf16_length(params.text("text")) > CALLBACK_ANSWER_LIMIT:
            raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
        chat = self._telegram.answer_press(params.text("callback_query_id"))
        if chat is None:
            raise Refused(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        if params.text("text"):
            chat.notices.append(params.text("text"))
            chat.changed()
        return True

    async def set_my_commands(self, params: Params) -> bool:
        given = params.parsed("commands")
        if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
            raise Refused(400, "Bad Request: can't parse commands JSON object")
        language = params.text("language_code")
        if language and not re.fullmatch(r"[a-z]{2}", language):
            raise Refused(400, "Bad Request: invalid language code specified")
        commands = []
        for each in given:
            command, description = str(each.get("command")), str(each.get("description"))
            if not re.fullmatch(r"/?[a-z0-9_]{1,32}", command):
                raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(description) <= 256:
                raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
            commands.append((command.removeprefix("/"), description))
        if len(commands) > 100:
            raise Refused(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
        self._telegram.commands[language] = commands
        for chat in self._telegram.chats.values():
            chat.changed()
        return True

    async def leave_chat(self, params: Params) -> bool:
        chat = self._chat(params)
        if not chat.group:
            raise Refused(400, "Bad Request: chat member status can't be changed in private chats")
        chat.standing = "left"
        chat.changed()
        return True

    def _chat(self, params: Params) -> "TelegramChat":
        """The chat the bot may write to, or a refusal."""
        if not params.text("chat_id"):
            raise Refused(400, "Bad Request: chat_id is empty")
        chat = self._telegram.chats.get(params.integer("chat_id"))
        if chat is None:
            raise Refused(400, "Bad Request: chat not found")
        if chat.standing != "started":
            raise Refused(403, REFUSAL_BY_STANDING[chat.standing])
        return chat

    def _pace(self, chat: "TelegramChat") -> None:
        if not self._paced:
            return
        own = self._by_chat.setdefault(chat.id, Bucket(rate=1, burst=3))
        now = asyncio.get_running_loop().time()
        if wait := max(own.wait(now), self._overall.wait(now)):
            seconds = math.ceil(wait)
            raise Refused(429, f"Too Many Requests: retry after {seconds}", seconds)
        own.take()
        self._overall.take()

    def _reply_to(self, chat: "TelegramChat", params: Params) -> str | None:
        reply = _object(params, "reply_parameters")
        message_id = str(reply.get("message_id", params.text("reply_to_message_id")))
        if not message_id:
            return None
        if chat.message(message_id):
            return message_id
        if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return None
        raise Refused(400, "Bad Request: message to be replied not found")


async def _params(request: Request) -> Params:
    values: Json = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            return Params(values | dict(json.loads(await request.body() or b"{}")))
        except (ValueError, TypeError):
            raise Refused(400, "Bad Request: can't parse JSON object") from None
    async with request.form() as form:
        return Params(values | dict(form))


def _refusal(refused: Refused) -> JSONResponse:
    body: Json = {
        "ok": False,
        "error_code": refused.code,
        "description": refused.description,
    }
    if refused.retry_after is not None:
        body["parameters"] = {"retry_after": refused.retry_after}
    return JSONResponse(body, status_code=refused.code)


def _utf16_length(text: str) -> int:
    """Telegram's entities count UTF-16 units, so an emoji is two: the stricter of its counts."""
    return len(text.encode("utf-16-le")) // 2


def _words(params: Params, too_long: str) -> str:
    if params.text("parse_mode"):
        # Nothing a person wrote may be read as markup, so the line never asks for any.
        raise Refused(400, "Bad Request: can't parse entities: unsupported parse_mode")
    text = CONTROL_CHARACTERS.sub(" ", params.text("text")).strip()
    if not text:
        raise Refused(400, "Bad Request: message text is empty")
    if _utf16_length(text) > TEXT_LIMIT:
        raise Refused(400, too_long)
    return text


def _object(params: Params, name: str) -> Json:
    value = params.parsed(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Refused(400, f"Bad Request: object expected as {name.replace('_', ' ')}")
    return value


def _kinds(params: Params) -> list[str] | None:
    given = params.parsed("allowed_updates")
    return [str(kind) for kind in given] if isinstance(given, list) else None


def _rows(value: object) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise Refused(400, "Bad Request: can't parse keyboard: Field must be an Array of Arrays")
    return value


def _inline_keyboard(markup: Json) -> Rows:
    rows = _rows(markup.get("inline_keyboard", []))
    return tuple(tuple(_inline_button(each) for each in row) for row in rows if row)


def _inline_button(given: object) -> Button:
    if not isinstance(given, dict) or not given.get("text"):
        raise Refused(400, "Bad Request: inline keyboard button text is empty")
    text, data = str(given["text"]), str(given.get("callback_data", ""))
    if given.get("url"):
        return Button(text, url=str(given["url"]))
    if not data:
        raise Refused(400, "Bad Request: text buttons are unallowed in the inline keyboard")
    if len(data.encode()) > CALLBACK_DATA_LIMIT:
        raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    return Button(text, data=data)


def _reply_keyboard(markup: Json) -> Rows:
    return tuple(tuple(_key(each) for each in row) for row in _rows(markup["keyboard"]) if row)


def _key(given: object) -> Button:
    if isinstance(given, str):
        return Button(given)
    if not isinstance(given, dict) or not given.get("text"):
        raise Refused(400, "Bad Request: keyboard button text is empty")
    if given.get("request_location"):
        return Button(str(given["text"]), asks="location")
    if given.get("request_contact"):
        return Button(str(given["text"]), asks="contact")
    return Button(str(given["text"]))
