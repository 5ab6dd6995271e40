"""The long poll: an update is acknowledged only once it is written down."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter

from bot.channels.telegram.client import raw
from bot.channels.telegram.errors import seconds
from bot.channels.telegram.updates import ALLOWED, arrived_from_json
from bot.messages import Arrived

log = structlog.get_logger()

POLL_SECONDS = 50
FIRST_WAIT = 1.0  # seconds
LONGEST_WAIT = 30.0


async def poll(
    bot: Bot,
    receive: Callable[[Sequence[Arrived]], Awaitable[None]],
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Hand updates to `receive`, until cancelled. `bot` comes from make_bot.

    Telegram forgets what is below the offset, so the offset moves only when `receive` has
    returned: it must have committed by then. Whatever it raises, the same updates come again.
    """
    offset: int | None = None
    polling = False
    wait = FIRST_WAIT
    while True:
        try:
            if not polling:
                polling = await bot.delete_webhook(drop_pending_updates=False)
            updates = await bot.get_updates(
                offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED
            )
            if updates:
                await receive([arrived_from_json(raw(update)) for update in updates])
                offset = updates[-1].update_id + 1
            wait = FIRST_WAIT
        except RetryAfter as error:
            await pause(max(wait, seconds(error)))
        except Exception as error:  # Nothing that goes wrong once may end the line's hearing.
            _report(error)
            await pause(wait)
            wait = min(LONGEST_WAIT, wait * 2)


def _report(error: Exception) -> None:
    match error:
        case Conflict():
            log.error(
                "telegram_poll_conflict",
                do="stop the other program that uses this token, or give it a token of its own",
            )
        case InvalidToken():
            log.critical("telegram_token_refused", do="check TELEGRAM_BOT_TOKEN, and run doctor")
        case _:
            # Not the error's own text: it may hold what people wrote.
            log.warning("telegram_poll_failed", reason=type(error.__cause__ or error).__name__)
