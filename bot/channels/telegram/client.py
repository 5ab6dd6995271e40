"""The Bot that the line uses, made from the settings."""

import asyncio
import json
import logging
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.settings import Settings

CONNECTIONS = 64
CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
POOL_SECONDS = 10.0

RAW = "raw"


class RawUpdates(HTTPXRequest):
    """Hands each update over as it came.

    `Bot.get_updates` reads a batch all or nothing: one update that PTB can't read would hold back
    everyone's, and would be logged word for word.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
            result = answer.get("result")
            if isinstance(result, list):
                answer["result"] = [{"update_id": each["update_id"], RAW: each} for each in result]
        except (ValueError, TypeError, LookupError, AttributeError):
            raise TelegramError("An answer that is not the Bot API's") from None
        return answer


def raw(update: Update) -> object:
    """An update from `get_updates`, as the JSON that came."""
    return update.api_kwargs[RAW]


def make_bot(settings: Settings) -> Bot:
    """The bot. Nothing is sent yet; `close_bot` ends its connections.

    Raises ValueError when there is no token.
    """
    if settings.telegram_bot_token is None:
        raise ValueError("TELEGRAM_BOT_TOKEN is not set")
    # httpx logs the address of each request at INFO, and the token is a part of it.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return Bot(
        settings.telegram_bot_token.get_secret_value(),
        base_url=f"{settings.telegram_api_url}/bot",
        request=HTTPXRequest(
            connection_pool_size=CONNECTIONS,
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            write_timeout=READ_SECONDS,
            pool_timeout=POOL_SECONDS,
        ),
        get_updates_request=RawUpdates(
            connection_pool_size=1,
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            write_timeout=READ_SECONDS,
        ),
    )


async def close_bot(bot: Bot) -> None:
    """End the bot's connections.

    `Bot.shutdown` does so only after `Bot.initialize`, which can't be had without a call to
    getMe: the line would not start while Telegram is down.
    """
    await asyncio.gather(*(request.shutdown() for request in bot._request))
