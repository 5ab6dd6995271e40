"""What Twilio's webhooks bring. https://www.twilio.com/docs/messaging/guides/webhook-request"""

from collections.abc import Mapping

from bot.channels.text import legible
from bot.messages import Arrived, Kind, Receipt
from flows.reading.telephones import e164
from flows.vocabulary import Channel

TEXTS_PATH = "/webhooks/twilio/sms"
RECEIPTS_PATH = "/webhooks/twilio/status"
LONGEST = 9  # digits, and room for more than Twilio uses


class NotFromTwilio(ValueError):
    """The form lacks what every form of Twilio's has."""


def arrived(form: Mapping[str, str]) -> Arrived:
    """A text, with or without pictures: no file is fetched. MEDIA is what holds no word at all.

    A phone makes a picture message of a long text by itself, so its words count as any others.
    `sender` is None for a short code, or a name in place of a number. Raises NotFromTwilio.
    """
    pictures, words = _number(form.get("NumMedia", "")) or 0, legible(form.get("Body", ""))
    return Arrived(
        Channel.SMS,
        _field(form, "MessageSid"),
        Kind.MEDIA if pictures and not words.strip() else Kind.TEXT,
        sender=e164(_field(form, "From")),
        text=words,
        to=e164(form.get("To", "")),
        pictures=pictures,
    )


def receipt(form: Mapping[str, str]) -> Receipt:
    """A delivery receipt. Raises NotFromTwilio."""
    return Receipt(
        Channel.SMS,
        _field(form, "MessageSid"),
        _field(form, "MessageStatus"),
        _number(form.get("ErrorCode", "")),
    )


def _number(text: str) -> int | None:
    """Twilio's numbers have five digits at most; what is longer is none of its own."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None


def _field(form: Mapping[str, str], name: str) -> str:
    value = legible(form.get(name, "")).strip()
    if not value:
        raise NotFromTwilio(name)
    return value
