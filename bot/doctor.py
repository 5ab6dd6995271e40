"""The doctor: what is wrong with this set-up, and how to put each thing right."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # no types

from bot.channels.sms.adapter import SmsChannel
from bot.channels.sms.client import make_client
from bot.channels.sms.inbound import TEXTS_PATH
from bot.channels.telegram.adapter import TelegramChannel
from bot.channels.telegram.client import close_bot, make_bot
from bot.channels.telegram.updates import UPDATES_PATH
from bot.database import check_key
from bot.settings import Settings, SettingsError
from storage import migrations
from storage.database import Database, DatabaseUnreachable
from storage.sealing import Keyring, use

PATIENCE = 10.0  # seconds


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
    if await is_running(settings):
        problems += await _webhooks(settings)
    return problems


async def is_running(settings: Settings) -> bool:
    """Whether the line's web answers on this machine."""
    anywhere = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 -- read, and not listened on
    here = f"http://{anywhere.get(settings.host, settings.host)}:{settings.port}/healthz"
    async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
        try:
            return (await client.get(here)).is_success
        except httpx.HTTPError:
            return False


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
        migrations.check(version)
        if version != newest:
            return [
                f"The database is at version {version}, the program at {newest}. "
                "Run: alongside db upgrade"
            ]
        if settings.secret_key:
            use(Keyring([key.get_secret_value() for key in settings.secret_key]))
            check_key(database)
    except DatabaseUnreachable as error:
        return [f"DATABASE_URL can't be opened: {error}"]
    except (migrations.NewerDatabase, SettingsError) as error:
        return [str(error)]
    finally:
        database.close()
    return []


async def _webhooks(settings: Settings) -> list[str]:
    """Whether what the providers bring to PUBLIC_URL reaches the running line, and is believed.

    The line is brought what is rightly signed, and yet neither a text nor an update: a 400 is its
    answer to that, nothing is stored, and anything else means that a provider would not be heard.
    """
    problems = []
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        if settings.public_url and settings.twilio_auth_token:
            url, form = settings.public_url + TEXTS_PATH, {"From": "doctor"}
            token = settings.twilio_auth_token.get_secret_value()
            signature = RequestValidator(token).compute_signature(url, form)
            signed = {"X-Twilio-Signature": signature}
            problems += await _knock(client, url, signed, form, "TWILIO_AUTH_TOKEN")
        if settings.public_url and settings.telegram_webhook_secret:
            url = settings.public_url + UPDATES_PATH
            secret = settings.telegram_webhook_secret.get_secret_value()
            known = {"X-Telegram-Bot-Api-Secret-Token": secret}
            problems += await _knock(client, url, known, {}, "TELEGRAM_WEBHOOK_SECRET")
    return problems


async def _knock(
    client: httpx.AsyncClient,
    url: str,
    headers: Mapping[str, str],
    form: Mapping[str, str],
    secret: str,
) -> list[str]:
    try:
        answer = await client.post(url, headers=headers, data=form)
    except httpx.HTTPError as error:
        return [
            f"Nothing answers at {url} ({type(error).__name__}), though the line runs here: check "
            "that PUBLIC_URL leads to it from the internet, and its certificate."
        ]
    match answer.status_code:
        case 400:
            return []
        case 403:
            return [
                f"What is rightly signed is refused at {url}: the line that runs there was started "
                f"with another {secret} or PUBLIC_URL, or a proxy changes what passes through it."
            ]
        case status:
            return [
                f"{url} answers {status}: PUBLIC_URL leads to something else than this line, or it "
                "runs without that channel."
            ]
