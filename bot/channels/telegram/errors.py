"""What Telegram's refusals mean for a message. https://core.telegram.org/bots/api#making-requests"""

import httpx
import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.messages import Fate, SendError

log = structlog.get_logger()

# The Bot API gives every bad request the same code, so only its words tell them apart.
NO_SUCH_CHAT = ("chat not found", "user not found", "peer_id_invalid", "input_user_deactivated")
NOTHING_TO_CHANGE = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
)


def send_error(error: TelegramError) -> SendError:
    """The failed send, as the outbox reads it."""
    if isinstance(error, RetryAfter):
        return SendError(Fate.LATER, "429", seconds(error))
    if isinstance(error, Forbidden | ChatMigrated):
        return SendError(Fate.GONE, type(error).__name__)
    if isinstance(error, BadRequest):
        gone = _begins(error, NO_SUCH_CHAT)
        return SendError(Fate.GONE if gone else Fate.REFUSED, error.message)
    if isinstance(error, InvalidToken):
        log.critical("telegram_token_refused", do="check TELEGRAM_BOT_TOKEN, and run doctor")
        return SendError(Fate.LATER, "the token was refused")
    cause = error.__cause__
    if isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return SendError(Fate.LATER, type(cause).__name__)
    # A 5xx is no proof that nothing was sent: it may be a gateway's, given while the server
    # behind it did the work. Called LATER, such a message would be sent twice and counted once.
    return SendError(Fate.UNKNOWN, type(cause or error).__name__)


def nothing_to_change(error: TelegramError) -> bool:
    """Whether an edit failed because its message is gone, or is already as it should be."""
    return isinstance(error, BadRequest) and _begins(error, NOTHING_TO_CHANGE)


def _begins(error: TelegramError, beginnings: tuple[str, ...]) -> bool:
    return error.message.lower().startswith(beginnings)


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
