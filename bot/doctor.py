"""The doctor: what is wrong with this set-up, and how to put each thing right."""

from urllib.parse import urlsplit

from bot.channels.sms.adapter import SmsChannel
from bot.channels.sms.client import make_client
from bot.channels.telegram.adapter import TelegramChannel
from bot.channels.telegram.client import close_bot, make_bot
from bot.settings import Settings
from storage import migrations
from storage.database import Database, DatabaseUnreachable


async def examine(settings: Settings) -> list[str]:
    """Everything that is wrong, each with its mend; empty when all is well."""
    problems = [*_settings(settings), *_database(settings)]
    if settings.has_telegram:
        bot = make_bot(settings)
        problems += await TelegramChannel(bot).problems()
        await close_bot(bot)
    if settings.has_sms:
        sms = SmsChannel(make_client(settings), settings)
        problems += await sms.problems()
        await sms.close()
    return problems


def _settings(settings: Settings) -> list[str]:
    problems = []
    if not settings.secret_key:
        problems.append(
            "SECRET_KEY is not set. Make one with: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
        )
    if not settings.has_telegram and not settings.has_sms:
        problems.append(
            "No channel is set up: set TELEGRAM_BOT_TOKEN, or the three TWILIO_… settings."
        )
    if settings.telegram_webhook_secret and not settings.public_url:
        problems.append(
            "TELEGRAM_WEBHOOK_SECRET is set without PUBLIC_URL, so Telegram can't be told where "
            "to call. Set PUBLIC_URL, or unset the secret to use long polling."
        )
    if settings.public_url and urlsplit(settings.public_url).scheme != "https":
        host = urlsplit(settings.public_url).hostname
        if host not in ("localhost", "127.0.0.1", "::1"):
            problems.append("PUBLIC_URL is not https: Telegram and Twilio should not call it.")
    return problems


def _database(settings: Settings) -> list[str]:
    database = Database(settings.database_url)
    try:
        database.check()
        version, newest = migrations.version(database.engine), migrations.newest()
    except DatabaseUnreachable as error:
        return [f"DATABASE_URL can't be opened: {error}"]
    finally:
        database.close()
    if version == newest:
        return []
    return [
        f"The database is at version {version}, the program at {newest}. Run: alongside db upgrade"
    ]
