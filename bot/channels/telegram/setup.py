"""What Telegram is told about the bot at start."""

from telegram import Bot, BotCommand

from bot.channels.telegram.updates import ALLOWED, UPDATES_PATH
from bot.settings import Settings
from flows.vocabulary import Channel, Language
from flows.words import Wording

COMMANDS = ("menu", "help", "back", "stop", "start", "mydata", "deleteme", "consent")


async def set_commands(bot: Bot) -> None:
    """Name the commands in each language that has words for them. Raises TelegramError."""
    english = _commands(Language.ENGLISH)
    await bot.set_my_commands(english)
    for language in Language:
        commands = _commands(language)
        if commands != english:
            await bot.set_my_commands(commands, language_code=language.value)


async def set_webhook(bot: Bot, settings: Settings) -> None:
    """Have updates brought to PUBLIC_URL, with the secret. Raises TelegramError.

    What waited for a poll is brought too.
    """
    if settings.telegram_webhook_secret is None:
        raise ValueError("TELEGRAM_WEBHOOK_SECRET is not set")
    await bot.set_webhook(
        settings.public_url + UPDATES_PATH,
        allowed_updates=ALLOWED,
        drop_pending_updates=False,
        secret_token=settings.telegram_webhook_secret.get_secret_value(),
    )


def _commands(language: Language) -> list[BotCommand]:
    wording = Wording(language, Channel.TELEGRAM)
    return [BotCommand(command, wording.text(f"command-{command}")) for command in COMMANDS]
