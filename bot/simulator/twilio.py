"""A stand-in for Twilio's messaging: phones that text, and the line's numbers.

Point Twilio's client at it by a base URL in place of https://api.twilio.com. Act as a person
through `phone()`. As with Twilio, STOP is answered by Twilio, and nothing of the line's gets
through after it; the replies to HELP and START are left to the line, as Advanced Opt-Out allows.
"""

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Literal

import phonenumbers
from starlette.applications import Starlette
from starlette.routing import Route
from twilio.request_validator import (  # type: ignore[import-untyped] # it ships no types
    RequestValidator,
)

from bot.simulator import cast
from bot.simulator.chat import Chat, Message
from bot.simulator.courier import Courier
from bot.simulator.misbehaviour import Misbehaviour
from bot.simulator.segments import count_segments
from bot.simulator.twilio_api import TwilioApi

OPT_OUT = {
    **dict.fromkeys(
        ("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"), "STOP"
    ),
    **dict.fromkeys(("START", "UNSTOP", "YES"), "START"),
    **dict.fromkeys(("HELP", "INFO"), "HELP"),
}
# https://help.twilio.com/articles/223134027-Twilio-support-for-opt-out-keywords-SMS-STOP-filtering-
UNSUBSCRIBED = (
    "You have successfully been unsubscribed. You will not receive any more messages from this "
    "number. Reply START to resubscribe."
)
FIRST_RETRY = 0.1
SLOWEST_RETRY = 2.0
# A UK long code sends about this many segments a second; the rest wait in Twilio's queue.
SEGMENTS_A_SECOND = 10.0

Status = Literal["queued", "sent", "delivered", "undelivered", "received"]


@dataclass
class Text:
    """One message as Twilio keeps it, either way."""

    sid: str
    sender: str
    to: str
    body: str
    created: datetime
    inbound: bool
    status: Status = "queued"
    sent: datetime | None = None
    error: int | None = None
    callback: str = ""
    segments: int = field(init=False)

    def __post_init__(self) -> None:
        self.segments = count_segments(self.body)


class Phone(Chat):
    """A mobile phone. `trouble` is the Twilio error code with which messages to it now end."""

    def __init__(self, twilio: "TwilioSimulator", number: str, name: str) -> None:
        super().__init__(number, name, twilio.on_change)
        self.number = number
        self.trouble: int | None = None
        self.opted_out_of: set[str] = set()
        self._twilio = twilio

    def says(
        self, text: str, *, to: str | None = None, media: Sequence[tuple[str, str]] = ()
    ) -> Message:
        """Text the line, at its first number unless told. `media`: (URL, content type) each."""
        return self._twilio.receive(self, text, to or self._twilio.numbers[0], media)


class TwilioSimulator:
    """Twilio's REST API and webhooks on one side, phones on the other. Serve `app`."""

    def __init__(
        self,
        account_sid: str = cast.TWILIO_ACCOUNT,
        auth_token: str = cast.TWILIO_TOKEN,
        numbers: Sequence[str] = (cast.LINE_NUMBER,),
        *,
        public_url: str,
        service_url: str | None = None,
        paced: bool = False,
        retry_inbound: bool = False,
        misbehaviour: Misbehaviour | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        on_change: Callable[[Chat], None] = lambda chat: None,
    ) -> None:
        """`public_url` is what signatures are made over; `service_url` is where it is reached.

        `retry_inbound`: Twilio does not bring a message again unless the number's webhook says so
        (connection overrides, `#rc=…`, or a fallback URL); this stands for a number set up that
        way, and retries until the service answers.
        `paced`: refuse more than 100 requests a second with 20429, and send 10 segments a second.
        """
        self.account_sid = account_sid
        self.auth_token = auth_token
        self.numbers = list(numbers)
        self.public_url = public_url.rstrip("/")
        self.service_url = (service_url or public_url).rstrip("/")
        self.paced = paced
        self.retry_inbound = retry_inbound
        self.misbehaviour = misbehaviour or Misbehaviour()
        self.now = now
        self.on_change = on_change
        self.phones: dict[str, Phone] = {}
        self.texts: dict[str, Text] = {}
        self._courier = Courier()
        self._sign = RequestValidator(auth_token).compute_signature
        self._sids = count(1)
        self._air_free_at: dict[str, float] = {}
        self.app = Starlette(
            routes=[
                Route("/misbehave", self.misbehaviour.endpoint, methods=["GET", "POST"]),
                *TwilioApi(self).routes,
            ]
        )

    @property
    def webhook_url(self) -> str:
        """Where the line's numbers bring what they receive."""
        return f"{self.public_url}/webhooks/twilio/sms"

    def phone(self, number: str, name: str | None = None) -> Phone:
        """The phone with that E.164 number; the first mention makes it."""
        if number not in self.phones:
            self.phones[number] = Phone(self, number, name or number)
            self.on_change(self.phones[number])
        return self.phones[number]

    async def close(self) -> None:
        await self._courier.close()

    def receive(
        self, phone: Phone, body: str, to: str, media: Sequence[tuple[str, str]] = ()
    ) -> Message:
        """Take what a phone texted, and bring it to the service."""
        text = self._new_text("MM" if media else "SM", phone.number, to, body, inbound=True)
        text.status = "received"
        text.sent = self.now()
        message = phone.add(_bubble(text))
        message.kind = "media" if media else "text"
        word = OPT_OUT.get(body.strip().upper(), "")
        if word == "START":
            phone.opted_out_of.discard(to)
        form = self._inbound_form(text, media, word)

        async def errand() -> None:
            delivered = await self._bring(self.webhook_url, form)
            if word == "STOP":
                phone.opted_out_of.add(to)
                farewell = self._new_text("SM", to, phone.number, UNSUBSCRIBED, inbound=False)
                phone.add(_bubble(farewell))
            retry = FIRST_RETRY
            while not delivered and self.retry_inbound:
                await asyncio.sleep(retry)
                retry = min(SLOWEST_RETRY, retry * 2)
                delivered = await self._bring(self.webhook_url, form)
            message.status = "delivered" if delivered else "lost"
            phone.changed()

        self._courier.run(phone.number, errand)
        return message

    def send(self, sender: str, to: str, body: str, callback: str) -> Text:
        """Queue what the service asked to send; it leaves when the number's airtime allows."""
        text = self._new_text("SM", sender, to, body, inbound=False)
        text.callback = callback
        self._report(text)
        loop = asyncio.get_running_loop()
        leaves_at = loop.time()
        if self.paced:
            leaves_at = max(leaves_at, self._air_free_at.get(sender, 0.0))
            self._air_free_at[sender] = leaves_at + text.segments / SEGMENTS_A_SECOND
        loop.call_at(leaves_at, self._deliver, text)
        return text

    def _deliver(self, text: Text) -> None:
        phone = self.phone(text.to)
        text.sent = self.now()
        text.status = "sent"
        self._report(text)
        text.error = phone.trouble
        text.status = "undelivered" if phone.trouble else "delivered"
        if not phone.trouble:
            phone.add(_bubble(text))
        self._report(text)

    def _report(self, text: Text) -> None:
        """Tell the service what has become of a message. Twilio tells it once."""
        if not text.callback:
            return
        form = {
            "AccountSid": self.account_sid,
            "ApiVersion": "2010-04-01",
            "From": text.sender,
            "To": text.to,
            "MessageSid": text.sid,
            "MessageStatus": text.status,
            "SmsSid": text.sid,
            "SmsStatus": text.status,
        }
        if text.error:
            form["ErrorCode"] = str(text.error)

        async def errand() -> None:
            await self._bring(text.callback, form)

        self._courier.run(text.sid, errand)

    async def _bring(self, url: str, form: Mapping[str, str]) -> bool:
        """Whether the service took a signed form, brought twice on a bad day."""
        headers = {
            "x-twilio-signature": self._sign(url, form),
            "user-agent": "TwilioProxy/1.1",
            "i-twilio-idempotency-token": hashlib.sha256(repr(form).encode()).hexdigest()[:36],
        }
        path = url.removeprefix(self.public_url)
        reached = self.service_url + path if path != url else url
        status = await self._courier.post(reached, form=form, headers=headers)
        if self.misbehaviour.happens("twice"):
            status = await self._courier.post(reached, form=form, headers=headers)
        return status is not None and 200 <= status < 300

    def _new_text(self, kind: str, sender: str, to: str, body: str, *, inbound: bool) -> Text:
        digest = hashlib.sha256(f"{self.account_sid}{next(self._sids)}".encode()).hexdigest()
        text = Text(kind + digest[:32], sender, to, body, self.now(), inbound)
        self.texts[text.sid] = text
        return text

    def _inbound_form(
        self, text: Text, media: Sequence[tuple[str, str]], word: str
    ) -> dict[str, str]:
        form = {
            "ToCountry": _country(text.to),
            "ToState": "",
            "SmsMessageSid": text.sid,
            "NumMedia": str(len(media)),
            "ToCity": "",
            "FromZip": "",
            "SmsSid": text.sid,
            "FromState": "",
            "SmsStatus": "received",
            "FromCity": "",
            "Body": text.body,
            "FromCountry": _country(text.sender),
            "To": text.to,
            "ToZip": "",
            "NumSegments": str(text.segments),
            "MessageSid": text.sid,
            "AccountSid": self.account_sid,
            "From": text.sender,
            "ApiVersion": "2010-04-01",
        }
        if word:
            form["OptOutType"] = word
        for index, (url, content_type) in enumerate(media):
            form[f"MediaUrl{index}"] = url
            form[f"MediaContentType{index}"] = content_type
        return form


def _bubble(text: Text) -> Message:
    return Message(
        id=text.sid,
        text=text.body,
        at=text.sent or text.created,
        from_line=not text.inbound,
        line=text.to if text.inbound else text.sender,
        status=text.status,
        segments=text.segments,
    )


def _country(number: str) -> str:
    """The ISO code for an E.164 number; empty for a short code or a name."""
    try:
        code = phonenumbers.parse(number).country_code or 0
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.region_code_for_country_code(code)
