"""The line by SMS, through Twilio."""

from collections.abc import Collection
from datetime import datetime, timedelta

import aiohttp
from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]  # no types
from twilio.rest import Client  # type: ignore[import-untyped]  # it ships no types
from twilio.rest.api.v2010.account.message import (  # type: ignore[import-untyped]  # as above
    MessageInstance,
)

from bot.channels.sms import inbound
from bot.channels.sms.errors import send_error
from bot.channels.sms.gsm7 import normalise, segments
from bot.channels.sms.inbound import RECEIPTS_PATH, TEXTS_PATH
from bot.channels.sms.letters import SMS
from bot.messages import Arrived, Fate, Letter, Receipt, Refused, SendError, Sent
from bot.settings import Settings
from flows.vocabulary import Channel

# What fails on the way to Twilio and back; the last three are an answer that is not Twilio's.
FAILURES = (
    TwilioException,
    aiohttp.ClientError,
    OSError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
)

CLOCKS_DIFFER = timedelta(minutes=1)  # between Twilio's clock, in whole seconds, and ours
LARGEST_PAGE = 1000  # texts that Twilio lists in one answer
NEWEST = 100  # texts to one person that could follow a send before it is looked for


class SmsChannel:
    """SMS, as the outbox uses it. Addresses are numbers in E.164."""

    name = Channel.SMS
    manners = SMS

    def __init__(self, client: Client, settings: Settings) -> None:
        self._client = client
        self.pace = settings.sms_segments_per_second
        self.settles = timedelta(seconds=settings.sms_settle_seconds)
        self._numbers = settings.sms_numbers
        self._texts_url = settings.public_url + TEXTS_PATH
        self._receipts_url = settings.public_url + RECEIPTS_PATH

    async def close(self) -> None:
        """End the connections to Twilio."""
        await self._client.http_client.close()

    async def send(self, to: str, letter: Letter) -> Sent:
        """Hand the text to Twilio. Raises SendError."""
        if letter.edits is not None:
            raise SendError(Fate.REFUSED, "a text can't be changed once it is sent")
        if letter.reacts_to is not None:
            raise SendError(Fate.REFUSED, "a text can't be reacted to")
        try:
            message = await self._client.messages.create_async(
                to=to,
                from_=self._sender(letter),
                body=letter.text,
                status_callback=self._receipts_url,
            )
        except FAILURES as error:
            raise send_error(error) from None
        if not isinstance(message.sid, str):
            raise SendError(Fate.UNKNOWN, "an answer without a MessageSid")
        return Sent(message.sid, segments(letter.text))

    async def find_sent(
        self, to: str, letter: Letter, since: datetime, known: Collection[str]
    ) -> Sent | None:
        """The oldest text in Twilio's own list that says this. Raises SendError(UNKNOWN).

        The list is not asked for by DateSent: a text that still waits in Twilio's queue has none,
        and would be sent again.
        """
        try:
            newest_first = await self._client.messages.list_async(
                to=to, from_=self._sender(letter), limit=NEWEST
            )
        except FAILURES as error:
            raise SendError(Fate.UNKNOWN, send_error(error).reason) from None
        wanted = _as_kept(letter.text)
        for message in reversed(newest_first):
            if (
                message.sid not in known
                and message.date_created >= since - CLOCKS_DIFFER
                and _as_kept(message.body) == wanted
            ):
                return Sent(message.sid, segments(letter.text))
        return None

    async def texts_since(self, since: datetime) -> list[Arrived]:
        """What was texted to us at or after then, oldest first. Raises SendError(UNKNOWN)."""
        texts = [
            text
            for number in self._numbers
            for text in await self._listed(since, to=number)
            if text.direction == "inbound"
        ]
        return [
            inbound.arrived(
                {
                    "MessageSid": text.sid,
                    "From": text.from_,
                    "To": text.to,
                    "Body": text.body or "",
                    "NumMedia": text.num_media or "0",
                }
            )
            for text in sorted(texts, key=lambda text: text.date_created)
        ]

    async def receipts_since(self, since: datetime) -> list[Receipt]:
        """What became of what we have sent since then. Raises SendError(UNKNOWN)."""
        return [
            Receipt(self.name, text.sid, text.status, text.error_code)
            for number in self._numbers
            for text in await self._listed(since, from_=number)
        ]

    async def _listed(self, since: datetime, **between: str) -> list[MessageInstance]:
        """Twilio's list, oldest first. Its times are in whole seconds, so its order is needed."""
        try:
            found = await self._client.messages.list_async(
                date_sent_after=since, page_size=LARGEST_PAGE, **between
            )
        except FAILURES as error:
            raise SendError(Fate.UNKNOWN, send_error(error).reason) from None
        return list(reversed(found))

    async def problems(self) -> list[str]:
        """A refused or closed account, a number that is not ours, or a webhook set elsewhere."""
        try:
            account = await self._client.api.accounts(self._client.account_sid).fetch_async()
            if account.status != "active":
                return [Refused(f"The Twilio account is {account.status}: see Twilio's console.")]
            return [problem for number in self._numbers for problem in await self._check(number)]
        except FAILURES as error:
            if getattr(error, "status", None) in (401, 403, 404):
                return [
                    Refused(
                        "Twilio refuses the account: copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN "
                        "again from the Twilio console."
                    )
                ]
            return [
                f"Twilio can't be asked ({type(error).__name__}): check the network, and "
                "TWILIO_API_URL if it is set."
            ]

    async def _check(self, number: str) -> list[str]:
        found = await self._client.incoming_phone_numbers.list_async(phone_number=number, limit=20)
        ours = [each for each in found if each.phone_number == number]
        if not ours:
            return [f"{number} is not a number of this Twilio account: check TWILIO_NUMBER."]
        # After a # stands how Twilio is to retry, which is not a part of the address.
        if (ours[0].sms_url or "").partition("#")[0] != self._texts_url or (
            ours[0].sms_method != "POST"
        ):
            return [
                f"Texts to {number} don't come here: in the Twilio console, for a message that "
                f"comes in, set {self._texts_url}#rc=5&rp=all and HTTP POST. (What follows the # "
                "makes Twilio try again when the line does not answer.)"
            ]
        return []

    def _sender(self, letter: Letter) -> str:
        return letter.sent_from or self._numbers[0]


def _as_kept(body: str) -> str:
    return normalise(body).strip()
