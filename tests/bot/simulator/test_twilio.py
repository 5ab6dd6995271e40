"""The stand-in for Twilio, used by Twilio's own client."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta

import aiohttp
import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from bot.simulator.segments import count_segments
from bot.simulator.serving import serving
from bot.simulator.twilio import TwilioSimulator

PUBLIC_URL = "https://alongside.example"
LINE = "+447700900000"
BEN = "+447700900101"


class HttpClient(AsyncTwilioHttpClient):
    """Twilio's own, with another base URL, and without the BasicAuth that aiohttp deprecates."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    async def request(
        self,
        method: str,
        url: str,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        **rest: object,
    ) -> object:
        url = url.replace("https://api.twilio.com", self.url)
        if auth:
            headers = (headers or {}) | {"Authorization": aiohttp.encode_basic_auth(*auth)}
        return await super().request(method, url, headers=headers, **rest)


class Service:
    """What Twilio's webhooks reach: keeps each form that is signed over the public URL."""

    def __init__(self, token: str, refusals: int = 0) -> None:
        self.refusals = refusals
        self.forms: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self.opted_out: bool | None = None
        self.twilio: TwilioSimulator | None = None
        self._validator = RequestValidator(token)
        self.app = Starlette(
            routes=[Route("/webhooks/{rest:path}", self.receive, methods=["POST"])]
        )

    async def receive(self, request: Request) -> Response:
        async with request.form() as form:
            fields = {name: str(value) for name, value in form.items()}
        signature = request.headers["x-twilio-signature"]
        assert self._validator.validate(PUBLIC_URL + request.url.path, fields, signature)
        if self.twilio:
            self.opted_out = LINE in self.twilio.phone(BEN).opted_out_of
        if self.refusals:
            self.refusals -= 1
            return Response(status_code=503)
        self.forms.put_nowait(fields)
        return Response("<Response/>", media_type="text/xml")

    async def told(self, number: int) -> list[dict[str, str]]:
        return [await asyncio.wait_for(self.forms.get(), 5) for _ in range(number)]


@pytest.fixture
async def twilio() -> AsyncIterator[TwilioSimulator]:
    simulator = TwilioSimulator(public_url=PUBLIC_URL, service_url="http://127.0.0.1:9")
    simulator.phone(BEN, "Ben")
    yield simulator
    await simulator.close()


@pytest.fixture
async def client(twilio: TwilioSimulator) -> AsyncIterator[Client]:
    async with serving(twilio.app) as url, HttpClient(url) as http:
        yield Client(twilio.account_sid, twilio.auth_token, http_client=http)


@pytest.fixture
async def service(twilio: TwilioSimulator) -> AsyncIterator[Service]:
    service = Service(twilio.auth_token)
    async with serving(service.app) as url:
        twilio.service_url = url
        yield service


async def test_a_text_is_sent_and_reported_to_the_end(
    twilio: TwilioSimulator, client: Client, service: Service
) -> None:
    callback = f"{PUBLIC_URL}/webhooks/twilio/status"
    sent = await client.messages.create_async(
        to=BEN, from_=LINE, body="Hello Ben", status_callback=callback
    )
    assert (sent.status, sent.num_segments) == ("queued", "1")
    assert (await twilio.phone(BEN).hears("Hello")).id == sent.sid
    forms = await service.told(3)
    assert [form["MessageStatus"] for form in forms] == ["queued", "sent", "delivered"]
    assert {form["MessageSid"] for form in forms} == {sent.sid}
    assert (await client.messages(sent.sid).fetch_async()).status == "delivered"


async def test_a_phone_that_is_off_gets_nothing(
    twilio: TwilioSimulator, client: Client, service: Service
) -> None:
    twilio.phone(BEN).trouble = 30003
    callback = f"{PUBLIC_URL}/webhooks/twilio/status"
    await client.messages.create_async(to=BEN, from_=LINE, body="Hi", status_callback=callback)
    *_, last = await service.told(3)
    assert (last["MessageStatus"], last["ErrorCode"]) == ("undelivered", "30003")
    assert twilio.phone(BEN).received == []


async def test_what_ben_texts_reaches_the_webhook_signed_over_the_public_url(
    twilio: TwilioSimulator, service: Service
) -> None:
    said = twilio.phone(BEN).says("hello")
    (form,) = await service.told(1)
    assert form["MessageSid"] == form["SmsSid"] == said.id
    assert (form["From"], form["To"], form["Body"]) == (BEN, LINE, "hello")
    assert (form["NumMedia"], form["NumSegments"], form["FromCountry"]) == ("0", "1", "GB")
    await twilio.phone(BEN).until(lambda: said.status == "delivered" or None)


async def test_a_picture_comes_with_its_address(twilio: TwilioSimulator, service: Service) -> None:
    twilio.phone(BEN).says("look", media=[("https://api.twilio.com/media/1", "image/jpeg")])
    (form,) = await service.told(1)
    assert (form["NumMedia"], form["MediaContentType0"]) == ("1", "image/jpeg")
    assert form["MessageSid"].startswith("MM")


async def test_an_unanswered_webhook_is_not_tried_again(
    twilio: TwilioSimulator, service: Service
) -> None:
    service.refusals = 1
    said = twilio.phone(BEN).says("hello")
    await twilio.phone(BEN).until(lambda: said.status == "lost" or None)
    assert service.forms.empty()


async def test_a_number_set_to_retry_brings_it_until_it_is_taken(
    twilio: TwilioSimulator, service: Service
) -> None:
    twilio.retry_inbound = True
    service.refusals = 2
    twilio.phone(BEN).says("one")
    twilio.phone(BEN).says("two")
    assert [form["Body"] for form in await service.told(2)] == ["one", "two"]


async def test_a_webhook_can_be_brought_twice(twilio: TwilioSimulator, service: Service) -> None:
    twilio.misbehaviour.twice = 1.0
    twilio.phone(BEN).says("hello")
    first, again = await service.told(2)
    assert first == again


async def test_stop_blocks_sends_once_the_webhook_has_answered_and_start_allows_them(
    twilio: TwilioSimulator, client: Client, service: Service
) -> None:
    ben = twilio.phone(BEN)
    service.twilio = twilio
    said = ben.says(" Stop ")
    await ben.until(lambda: said.status == "delivered" or None)
    (form,) = await service.told(1)
    assert form["OptOutType"] == "STOP"
    assert service.opted_out is False
    await refused(client, 21610, to=BEN)
    ben.says("START")
    await service.told(1)
    await client.messages.create_async(to=BEN, from_=LINE, body="welcome back")


async def test_stop_in_a_sentence_is_only_words(twilio: TwilioSimulator, service: Service) -> None:
    twilio.phone(BEN).says("STOP eating bread")
    (form,) = await service.told(1)
    assert "OptOutType" not in form
    assert twilio.phone(BEN).opted_out_of == set()


async def refused(client: Client, code: int, **fields: str) -> TwilioRestException:
    with pytest.raises(TwilioRestException) as error:
        await client.messages.create_async(**({"from_": LINE, "body": "Hi"} | fields))
    assert error.value.code == code
    return error.value


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"to": "Ben"}, 21211),
        ({"to": "+4412"}, 21211),
        ({"to": "+442079460000"}, 21614),
        ({"to": ""}, 21604),
        ({"to": BEN, "from_": "+447700900999"}, 21606),
        ({"to": BEN, "body": " "}, 21602),
        ({"to": BEN, "body": "a" * 1601}, 21617),
        ({"to": BEN, "status_callback": "nowhere"}, 21609),
    ],
)
async def test_what_twilio_refuses(client: Client, fields: Mapping[str, str], code: int) -> None:
    assert (await refused(client, code, **fields)).status == 400


async def test_a_wrong_token_is_not_let_in(twilio: TwilioSimulator) -> None:
    async with serving(twilio.app) as url, HttpClient(url) as http:
        stranger = Client(twilio.account_sid, "wrong", http_client=http)
        assert (await refused(stranger, 20003, to=BEN)).status == 401


async def test_sent_texts_are_listed_newest_first_a_page_at_a_time(
    twilio: TwilioSimulator, client: Client
) -> None:
    for number in range(5):
        await client.messages.create_async(to=BEN, from_=LINE, body=f"message {number}")
    await client.messages.create_async(to="+447700900102", from_=LINE, body="for another")
    found = await client.messages.list_async(to=BEN, page_size=2)
    assert [message.body for message in found] == [f"message {n}" for n in (4, 3, 2, 1, 0)]
    just_now = datetime.now(UTC) - timedelta(minutes=1)
    assert len(await client.messages.list_async(from_=LINE, date_sent_after=just_now)) == 6
    assert await client.messages.list_async(date_sent_before=just_now) == []


async def test_the_account_its_numbers_and_a_missing_text(
    twilio: TwilioSimulator, client: Client
) -> None:
    account = await client.api.accounts(twilio.account_sid).fetch_async()
    assert account.status == "active"
    (number,) = await client.incoming_phone_numbers.list_async()
    assert number.phone_number == LINE
    assert number.sms_url == f"{PUBLIC_URL}/webhooks/twilio/sms"
    with pytest.raises(TwilioRestException) as error:
        await client.messages("SM" + "0" * 32).fetch_async()
    assert (error.value.status, error.value.code) == (404, 20404)


async def test_a_text_can_be_erased_from_twilio(twilio: TwilioSimulator, client: Client) -> None:
    sent = await client.messages.create_async(to=BEN, from_=LINE, body="private")
    assert (await client.messages(sent.sid).update_async(body="")).body == ""
    assert twilio.texts[sent.sid].body == ""


async def test_a_paced_number_sends_ten_segments_a_second(client: Client) -> None:
    twilio = TwilioSimulator(public_url=PUBLIC_URL, paced=True)
    sent = [twilio.send(LINE, BEN, "a" * 160, "") for _ in range(3)]
    loop = asyncio.get_running_loop()
    began = loop.time()
    ben = twilio.phone(BEN)
    await ben.until(lambda: len(ben.received) == len(sent) or None)
    assert loop.time() - began >= 0.19


async def test_too_many_requests_are_refused(twilio: TwilioSimulator) -> None:
    twilio.paced = True
    path = f"/2010-04-01/Accounts/{twilio.account_sid}.json"
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(twilio.app),
        base_url="http://twilio",
        auth=(twilio.account_sid, twilio.auth_token),
    ) as client:
        answers = [await client.get(path) for _ in range(300)]
    assert answers[0].status_code == 200
    assert {a.json()["code"] for a in answers if a.status_code == 429} == {20429}


@pytest.mark.parametrize(
    ("mishap", "done"), [("fail", False), ("fail_after", True), ("drop_after", True)]
)
async def test_misbehaviour_on_request(
    twilio: TwilioSimulator, client: Client, mishap: str, done: bool
) -> None:
    setattr(twilio.misbehaviour, mishap, 1.0)
    with pytest.raises((TwilioRestException, aiohttp.ClientError)):
        await client.messages.create_async(to=BEN, from_=LINE, body="Hi")
    assert bool(twilio.phone(BEN).received) is done


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" * 5, 2),
        ("ŵ" * 70, 1),
        ("ŵ" * 71, 2),
        ("\N{GRINNING FACE}" * 35, 1),
        ("\N{GRINNING FACE}" * 36, 2),
        ("\N{RIGHT SINGLE QUOTATION MARK}" + "a" * 69, 1),
        ("\N{RIGHT SINGLE QUOTATION MARK}" + "a" * 70, 2),
    ],
)
def test_segments_are_counted_as_the_networks_do(text: str, segments: int) -> None:
    assert count_segments(text) == segments
