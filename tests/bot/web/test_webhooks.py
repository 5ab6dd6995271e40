"""What the providers bring over HTTP, and what others try to."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from urllib.parse import urlencode

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client import REGISTRY
from structlog.testing import capture_logs
from twilio.request_validator import RequestValidator

from bot.messages import Arrived, Kind, Receipt
from bot.settings import Settings
from bot.simulator.serving import free_port, serving
from bot.simulator.telegram import TelegramSimulator
from bot.simulator.twilio import TwilioSimulator
from bot.web.webhooks import webhooks
from flows.vocabulary import Channel

SECRET = "a-secret_1"
TOKEN = "f" * 32
BEN, LINE = "+447700900101", "+447700900000"
PUBLIC_URL = "https://line.example.org/alongside"


class Inbox:
    """Where what arrives is written down, while it is open."""

    def __init__(self) -> None:
        self.open = True
        self.arrived: list[Arrived] = []
        self.receipts: list[Receipt] = []

    async def receive(self, batch: Sequence[Arrived]) -> None:
        if not self.open:
            raise OSError("the disk is full: I have type 1")
        self.arrived.extend(batch)

    async def take_receipt(self, receipt: Receipt) -> None:
        if not self.open:
            raise OSError("the disk is full")
        self.receipts.append(receipt)


def app_for(inbox: Inbox, **settings: str) -> FastAPI:
    app = FastAPI()
    wanted = Settings(_env_file=None, **settings)  # type: ignore[arg-type]  # pydantic casts them
    app.include_router(webhooks(wanted, inbox.receive, inbox.take_receipt))
    return app


BOTH_CHANNELS = {
    "telegram_bot_token": "7:token",
    "telegram_webhook_secret": SECRET,
    "twilio_account_sid": "AC1",
    "twilio_auth_token": TOKEN,
    "twilio_number": LINE,
    "public_url": PUBLIC_URL,
}


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
async def web(inbox: Inbox) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        serving(app_for(inbox, **BOTH_CHANNELS)) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as client,
    ):
        yield client


def counted(name: str, channel: str) -> float:
    return REGISTRY.get_sample_value(f"alongside_{name}_total", {"channel": channel}) or 0.0


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 -- the stand-ins tell nobody
            await asyncio.sleep(0.005)


# Telegram


def hello(update_id: int = 9) -> dict[str, object]:
    asha = {"id": 1001, "type": "private", "first_name": "Asha"}
    message = {"message_id": 1, "date": 1_795_000_000, "chat": asha, "text": "Hello"}
    return {"update_id": update_id, "message": message}


async def bring(web: httpx.AsyncClient, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {"x-telegram-bot-api-secret-token": secret}
    return (await web.post("/webhooks/telegram", content=body, headers=headers)).status_code


async def test_an_update_is_taken_once_it_is_written_down(
    web: httpx.AsyncClient, inbox: Inbox
) -> None:
    body = json.dumps(hello()).encode()
    inbox.open = False
    with capture_logs() as logged:
        assert await bring(web, body) == 503
    assert "type 1" not in str(logged)
    inbox.open = True
    assert await bring(web, body) == 200
    assert [each.text for each in inbox.arrived] == ["Hello"]


@pytest.mark.parametrize("secret", [None, "", "another", "a-secret_", "a-secret_\u00e9"])
async def test_an_update_without_the_secret_is_refused_and_counted(
    web: httpx.AsyncClient, inbox: Inbox, secret: str | None
) -> None:
    before = counted("forged", "telegram")
    headers = [] if secret is None else [(b"x-telegram-bot-api-secret-token", secret.encode())]
    answer = await web.post("/webhooks/telegram", json=hello(), headers=headers)
    assert answer.status_code == 403
    assert counted("forged", "telegram") == before + 1
    assert inbox.arrived == []


@pytest.mark.parametrize(
    "body",
    [b"", b"not json", b"[]", b'{"message": {}}', b'"\xff"', b"[" * 50_000, b"9" * 5_000],
    ids=["empty", "words", "list", "no-id", "not-utf8", "deep", "long-number"],
)
async def test_a_body_that_is_not_an_update_is_refused_and_counted(
    web: httpx.AsyncClient, inbox: Inbox, body: bytes
) -> None:
    before = counted("malformed", "telegram")
    assert await bring(web, body) == 400
    assert counted("malformed", "telegram") == before + 1
    assert inbox.arrived == []


async def test_an_update_of_a_kind_we_do_not_know_is_kept(
    web: httpx.AsyncClient, inbox: Inbox
) -> None:
    assert await bring(web, b'{"update_id": 9, "telepathy": {"thought": "\\ud800\\u0000"}}') == 200
    assert [each.kind for each in inbox.arrived] == [Kind.UNKNOWN]
    inbox.arrived[0].text.encode()


async def test_a_hundred_kilobytes_are_taken_and_a_flood_is_not(
    web: httpx.AsyncClient, inbox: Inbox
) -> None:
    update = hello()
    message = update["message"]
    assert isinstance(message, dict)
    message["text"] = "😀" * 25_000
    assert await bring(web, json.dumps(update, ensure_ascii=False).encode()) == 200
    assert inbox.arrived[0].text == "😀" * 25_000
    assert await bring(web, b" " * 1_000_001) == 413


async def test_telegram_brings_again_what_was_not_taken(inbox: Inbox) -> None:
    telegram = TelegramSimulator()
    asha = telegram.person(1001, "Asha", started=True)
    async with serving(app_for(inbox, **BOTH_CHANNELS)) as url, serving(telegram.app) as api:
        async with httpx.AsyncClient(trust_env=False) as client:
            wanted = {"url": f"{url}/webhooks/telegram", "secret_token": SECRET}
            await client.post(f"{api}/bot{telegram.token}/setWebhook", json=wanted)
        inbox.open = False
        asha.says("Hello")
        await until(lambda: telegram.updates.last_error)
        inbox.open = True
        await until(lambda: not telegram.updates.pending)
        await telegram.close()
    assert [each.text for each in inbox.arrived] == ["Hello"]


# Twilio


def a_text(**fields: str) -> dict[str, str]:
    return {"MessageSid": "SM1", "From": BEN, "To": LINE, "Body": "Hello", "NumMedia": "0"} | fields


def signed(
    path: str, form: Mapping[str, str], base: str = PUBLIC_URL, token: str = TOKEN
) -> dict[str, str]:
    signature = RequestValidator(token).compute_signature(base + path, form)
    return {"x-twilio-signature": str(signature)}


SMS, STATUS = "/webhooks/twilio/sms", "/webhooks/twilio/status"


async def test_a_text_is_taken_with_no_reply_in_the_answer(
    web: httpx.AsyncClient, inbox: Inbox
) -> None:
    form = a_text(Body="It’s Ben & co; +1\n😀", ToCity="")
    answer = await web.post(SMS, data=form, headers=signed(SMS, form))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    assert answer.text.endswith("<Response/>")
    (arrived,) = inbox.arrived
    assert (arrived.sender, arrived.to, arrived.text) == (BEN, LINE, form["Body"])


async def test_the_signature_covers_the_query_and_the_public_address_only(
    web: httpx.AsyncClient, inbox: Inbox
) -> None:
    path = f"{SMS}?line=main&x=%20y"
    form = a_text()
    headers = signed(path, form) | {"host": "10.0.0.7:8080", "x-forwarded-host": "evil.example"}
    assert (await web.post(path, data=form, headers=headers)).status_code == 200
    assert (await web.post(SMS, data=form, headers=signed(path, form))).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-twilio-signature": ""},
        {"x-twilio-signature": "bm9wZQ=="},
        signed(SMS, a_text(), token="e" * 32),
        signed(SMS, a_text(Body="Hello!")),
        signed(SMS, a_text(), base="https://elsewhere.example.org"),
        signed(STATUS, a_text()),
    ],
    ids=["unsigned", "empty", "made-up", "other-token", "other-words", "other-host", "other-path"],
)
async def test_a_text_that_twilio_did_not_sign_is_refused_and_counted(
    web: httpx.AsyncClient, inbox: Inbox, headers: dict[str, str]
) -> None:
    before = counted("forged", "sms")
    assert (await web.post(SMS, data=a_text(), headers=headers)).status_code == 403
    assert counted("forged", "sms") == before + 1
    assert inbox.arrived == []


async def test_what_is_not_twilios_form_is_refused_and_counted(
    web: httpx.AsyncClient, inbox: Inbox
) -> None:
    before = counted("malformed", "sms")
    headers = signed(SMS, a_text())
    assert (await web.post(SMS, json=a_text(), headers=headers)).status_code == 400
    for path in (SMS, STATUS):
        empty = {"AccountSid": "AC1"}
        answer = await web.post(path, data=empty, headers=signed(path, empty))
        assert answer.status_code == 400
    assert counted("malformed", "sms") == before + 3
    assert inbox.arrived == []


async def test_a_flood_is_not_read_to_its_end(web: httpx.AsyncClient) -> None:
    form = a_text(Body="x" * 1_000_001)
    assert (await web.post(SMS, data=form, headers=signed(SMS, form))).status_code == 413


async def test_bytes_that_are_no_text_do_no_harm(web: httpx.AsyncClient, inbox: Inbox) -> None:
    form = a_text(Body="a\0b\u200f; DROP TABLE people")
    assert (await web.post(SMS, data=form, headers=signed(SMS, form))).status_code == 200
    assert inbox.arrived[0].text == "ab\u200f; DROP TABLE people"
    headers = signed(SMS, a_text()) | {"content-type": "application/x-www-form-urlencoded"}
    assert (await web.post(SMS, content=b"Body=%ff\xff&&=", headers=headers)).status_code == 403


@pytest.mark.parametrize("sender", ["60300", "HMRC"])
async def test_a_sender_nobody_can_answer_is_ignored_and_counted(
    web: httpx.AsyncClient, inbox: Inbox, sender: str
) -> None:
    before = counted("ignored", "sms")
    form = a_text(From=sender)
    assert (await web.post(SMS, data=form, headers=signed(SMS, form))).status_code == 200
    assert counted("ignored", "sms") == before + 1
    assert inbox.arrived == []


async def test_a_receipt_is_taken_once_it_is_written_down(
    web: httpx.AsyncClient, inbox: Inbox
) -> None:
    form = {"MessageSid": "SM1", "MessageStatus": "failed", "ErrorCode": "30005", "To": BEN}
    inbox.open = False
    assert (await web.post(STATUS, data=form, headers=signed(STATUS, form))).status_code == 503
    inbox.open = True
    assert (await web.post(STATUS, data=form, headers=signed(STATUS, form))).status_code == 200
    assert inbox.receipts == [Receipt(Channel.SMS, "SM1", "failed", 30005)]


async def test_what_the_stand_in_for_twilio_brings_is_taken(inbox: Inbox) -> None:
    port = free_port()
    twilio = TwilioSimulator(
        auth_token=TOKEN, public_url=PUBLIC_URL, service_url=f"http://127.0.0.1:{port}"
    )
    async with serving(app_for(inbox, **BOTH_CHANNELS), port):
        twilio.phone(BEN).says("Hello")
        twilio.phone(BEN).says("", media=[("https://example.org/1", "image/jpeg")])
        await until(lambda: len(inbox.arrived) == 2)
        await twilio.close()
    assert [each.kind for each in inbox.arrived] == [Kind.TEXT, Kind.MEDIA]


async def test_a_channel_that_is_not_set_up_is_not_there(inbox: Inbox) -> None:
    async with (
        serving(app_for(inbox, telegram_webhook_secret=SECRET)) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as client,
    ):
        assert await bring(client, json.dumps(hello()).encode()) == 404
        for path in (SMS, STATUS):
            body = urlencode(a_text()).encode()
            assert (await client.post(path, content=body)).status_code == 404
