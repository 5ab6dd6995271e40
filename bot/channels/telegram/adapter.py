"""The line on Telegram: sending, and what is said outside the outbox."""

from collections.abc import Collection
from datetime import datetime, timedelta

import structlog
from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.constants import ReactionEmoji
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram import keyboards
from bot.channels.telegram.errors import nothing_to_change, send_error
from bot.channels.telegram.letters import TELEGRAM
from bot.messages import Fate, Letter, Refused, SendError, Sent
from bot.metrics import UNANSWERED_PRESSES
from flows.vocabulary import Channel

log = structlog.get_logger()

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_AS_EMOJI = "\ufe0f"  # after a sign that may be text or emoji: phones add it, Telegram has none
_FREE = {each.value.replace(_AS_EMOJI, ""): each.value for each in ReactionEmoji}


class TelegramChannel:
    """Telegram, as the outbox uses it. Addresses are private chats' ids.

    No text is ever sent with a parse mode, so nothing a person wrote is read as markup.
    """

    name = Channel.TELEGRAM
    manners = TELEGRAM
    pace = 29.0  # of the 30 or so that a bot is allowed: core.telegram.org/bots/faq
    settles = timedelta()  # it keeps no record that could be waited for

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, to: str, letter: Letter) -> Sent:
        """Send it, change the buttons of the message it edits, or react. Raises SendError."""
        try:
            if letter.reacts_to is not None:
                return await self.react(to, letter.reacts_to, letter.text)
            if letter.edits is not None:
                return await self._edit(to, letter, letter.edits)
            message = await self._bot.send_message(
                to,
                letter.text,
                reply_markup=keyboards.keyboard(letter),
                disable_notification=letter.silent,
                link_preview_options=NO_PREVIEW,
                reply_parameters=_reply(letter),
            )
        except TelegramError as error:
            raise send_error(error) from None
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            # PTB could make nothing of what Telegram answered.
            raise SendError(Fate.UNKNOWN, type(error).__name__) from None
        return Sent(str(message.message_id))

    async def _edit(self, to: str, letter: Letter, message_id: str) -> Sent:
        """A letter without buttons takes the message's away."""
        markup = keyboards.inline_keyboard(letter.buttons) if letter.buttons else None
        try:
            await self._bot.edit_message_reply_markup(to, int(message_id), reply_markup=markup)
        except TelegramError as error:
            if not nothing_to_change(error):
                raise
        return Sent(message_id)

    async def react(self, to: str, message_id: str, emoji: str) -> Sent:
        """Put an emoji on a message of theirs in place of any before it. Raises SendError.

        A reaction is worth no wait: what can't be set at once is REFUSED, so that the words queued
        behind it go. Only that the person can't be reached is said as it is.
        """
        known = _FREE.get(emoji.replace(_AS_EMOJI, ""))
        if known is None or not message_id.isdecimal():
            raise SendError(Fate.REFUSED, "no reaction that Telegram has for bots")
        try:
            await self._bot.set_message_reaction(to, int(message_id), known)
        except TelegramError as error:
            failed = send_error(error)
            if failed.fate is Fate.GONE:
                raise failed from None
            raise SendError(Fate.REFUSED, failed.reason) from None
        return Sent(f"reaction to {message_id}")

    async def find_sent(
        self, to: str, letter: Letter, since: datetime, known: Collection[str]
    ) -> Sent | None:
        """A bot can't read what it has sent, so this always raises SendError(LATER)."""
        raise SendError(Fate.LATER, "Telegram keeps no record for bots")

    async def problems(self) -> list[str]:
        """A refused token, Telegram out of reach, or a webhook that Telegram can't deliver to."""
        try:
            await self._bot.get_me()
            webhook = await self._bot.get_webhook_info()
        except InvalidToken:
            return [Refused("TELEGRAM_BOT_TOKEN is refused: copy it again from @BotFather.")]
        except TelegramError as error:
            return [
                f"Telegram can't be reached ({type(error.__cause__ or error).__name__}): "
                "check the network, and TELEGRAM_API_URL if it is set."
            ]
        if webhook.url and webhook.last_error_message:
            return [
                f"Telegram could not deliver to {webhook.url} ({webhook.last_error_message}): "
                "check that PUBLIC_URL leads here from the internet, over HTTPS."
            ]
        return []


def _reply(letter: Letter) -> ReplyParameters | None:
    if letter.reply_to is None:
        return None
    return ReplyParameters(int(letter.reply_to), allow_sending_without_reply=True)


async def answer_press(bot: Bot, press_id: str) -> None:
    """Stop the pressed button's spinner. A failure is only counted: the press itself is kept."""
    try:
        await bot.answer_callback_query(press_id)
    except TelegramError as error:
        UNANSWERED_PRESSES.inc()
        log.info("press_not_answered", reason=type(error).__name__)


async def leave(bot: Bot, chat_id: str, text: str) -> None:
    """Say why, and leave a group. Failing is only logged: the next message there tries again."""
    try:
        await bot.send_message(chat_id, text, link_preview_options=NO_PREVIEW)
    except TelegramError as error:
        log.info("group_not_told", reason=type(error).__name__)
    try:
        await bot.leave_chat(chat_id)
    except TelegramError as error:
        log.warning("group_not_left", reason=type(error).__name__)
