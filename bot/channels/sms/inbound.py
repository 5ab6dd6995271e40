"""What Twilio's webhooks bring. https://www.twilio.com/docs/messaging/guides/webhook-request"""

from collections.abc import Mapping
from typing import NamedTuple

from bot.channels.text import legible
from bot.messages import Arrived, Kind
from flows.reading.telephones import e164
from flows.vocabulary import Channel

TEXTS_PATH = "/webhooks/twilio/sms"
RECEIPTS_PATH = "/webhooks/twilio/status"


class NotFromTwilio(ValueError):
    """The form lacks what every form of Twilio's has."""


class Receipt(NamedTuple):
    """What has become of a text that we sent.

    `status` is Twilio's: queued, sending, sent, delivered, undelivered or failed, and they may
    come out of order. `error_code` is Twilio's too, such as 30003 for a phone that is off.
    """

    provider_id: str
    status: str
    error_code: int | None = None


def arrived(form: Mapping[str, str]) -> Arrived:
    """A text, or a picture message with its caption: no file is fetched.

    `sender` is None for a short code, or a name in place of a number. Raises NotFromTwilio.
    """
    media = form.get("NumMedia", "0")
    return Arrived(
        Channel.SMS,
        _field(form, "MessageSid"),
        Kind.TEXT if media in ("", "0") else Kind.MEDIA,
        sender=e164(_field(form, "From")),
        text=legible(form.get("Body", "")),
        to=e164(form.get("To", "")),
    )


def receipt(form: Mapping[str, str]) -> Receipt:
    """A delivery receipt. Raises NotFromTwilio."""
    code = form.get("ErrorCode", "")
    return Receipt(
        _field(form, "MessageSid"),
        _field(form, "MessageStatus"),
        int(code) if code.isascii() and code.isdecimal() else None,
    )


def _field(form: Mapping[str, str], name: str) -> str:
    value = legible(form.get(name, "")).strip()
    if not value:
        raise NotFromTwilio(name)
    return value
