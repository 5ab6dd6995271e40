"""What arrives and what goes out, in the line's own terms: every channel speaks these."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from pydantic import TypeAdapter

from flows.questions import Position
from flows.vocabulary import Channel


class Kind(StrEnum):
    """What sort of thing arrived."""

    TEXT = "text"
    COMMAND = "command"  # Telegram's /word alone; `payload` is what a link added to /start
    PRESS = "press"
    LOCATION = "location"
    CONTACT = "contact"  # a contact card: never passed on
    EDITED = "edited"  # an earlier message was changed; `text` is how it reads now
    MEDIA = "media"  # photo, voice, sticker, MMS … without a word: no file is ever fetched
    REACTION = "reaction"  # an emoji on a message, which is `on_message`; none: it was taken back
    GROUP = "group"  # the bot was added to a group, or spoken to in one; `sender` is the group
    BLOCKED = "blocked"  # the person blocked the bot
    UNBLOCKED = "unblocked"
    UNKNOWN = "unknown"  # kept, and nothing is done with it; `text` is the raw update


@dataclass(frozen=True)
class Arrived:
    """One thing that came in from a channel.

    `provider_id` is unique on its channel: Telegram's update id, Twilio's MessageSid.
    `sender` is the Telegram chat id or the E.164 number; None when nobody can be answered.
    """

    channel: Channel
    provider_id: str
    kind: Kind
    sender: str | None = None
    text: str = ""
    payload: str = ""
    pressed: str | None = None  # the button's data
    press_id: str | None = None  # Telegram's callback query id, to be answered at once
    message_id: str | None = None  # provider id of the message itself, where it can be reacted to
    on_message: str | None = None  # provider id of the message pressed, or replied to
    position: Position | None = None
    language: str | None = None  # IETF tag of the person's app
    to: str | None = None  # which of our numbers they wrote to
    forwarded: bool = False
    pictures: int = 0  # files that came with the words, or in place of any
    emoji: str = ""  # of a reaction
    album: str | None = None  # what Telegram gives all pictures that were sent in one go


class Button(NamedTuple):
    """A button under a message: its label, and the 1 to 64 bytes that a press sends back."""

    label: str
    data: str


@dataclass(frozen=True)
class Letter:
    """One message to one address, worded and within the channel's limits, ready to be sent."""

    text: str
    buttons: tuple[Button, ...] = ()
    silent: bool = False  # delivered without a sound, where the channel can
    asks_position: bool = False  # offer Telegram's "share my location" button
    edits: str | None = None  # provider id: change that message's buttons, send nothing new
    reply_to: str | None = None  # provider id of the message that this one answers
    sent_from: str | None = None  # which of our numbers sends it; None: the channel's first
    reacts_to: str | None = None  # provider id: put `text`, an emoji, on that message instead


ARRIVED = TypeAdapter(Arrived)
LETTER = TypeAdapter(Letter)


class Sent(NamedTuple):
    """A provider took a message: its id there, and how many SMS segments it cost (else 0)."""

    provider_id: str
    segments: int = 0


class Receipt(NamedTuple):
    """What has become of a message that we sent, from a channel that tells.

    `status` is Twilio's: queued, sending, sent, delivered, undelivered or failed, and they may
    come out of order. `error_code` is Twilio's too, such as 30003 for a phone that is off.
    """

    channel: Channel
    provider_id: str
    status: str
    error_code: int | None = None


class Fate(StrEnum):
    """What a failed send means for the message."""

    LATER = "later"  # nothing was sent: try again, after `retry_after` where it is known
    GONE = "gone"  # this address can't be reached again: blocked, deactivated, not a number
    OPTED_OUT = "opted_out"  # the carrier or the provider holds an opt-out for this address
    REFUSED = "refused"  # this message can't be sent as it is; the address is fine
    UNKNOWN = "unknown"  # it may have been sent


class SendError(Exception):
    """A send that did not end in a Sent. `reason` is for the log: no words and no numbers."""

    def __init__(self, fate: Fate, reason: str, retry_after: float | None = None) -> None:
        super().__init__(f"{fate.value}: {reason}")
        self.fate = fate
        self.reason = reason
        self.retry_after = retry_after


class Refused(str):
    """A problem of a channel that nothing can be heard or sent through: its provider refuses us."""


class Compose(Protocol):
    """How a channel makes letters of a text."""

    def __call__(
        self,
        text: str,
        buttons: Sequence[Button] = (),
        *,
        orders: Sequence[Button] = (),
        asks_position: bool = False,
    ) -> tuple[Letter, ...]:
        """The text as letters within the channel's limits; the buttons go under the last one.

        `orders` are buttons that no question is behind, so they are shown as buttons or not at all.
        """


@dataclass(frozen=True)
class Manners:
    """What a channel's letters are like: all that is known of it before they are sent."""

    compose: Compose
    weight: Callable[[Letter], int]  # what a letter counts for: SMS segments, or 1
    can_be_silent: bool  # a letter can come without a sound, and so at night
    has_own_numbers: bool  # a pair can have one of our numbers to itself


class ChannelAdapter(Protocol):
    """One way of reaching people."""

    name: Channel
    manners: Manners
    pace: float  # how much may be sent in a second, by weight
    settles: timedelta  # from a send of unknown outcome until `find_sent` can be trusted

    async def send(self, to: str, letter: Letter) -> Sent:
        """Hand one letter to the provider. Raises SendError, and nothing else, when it can't."""

    async def find_sent(
        self, to: str, letter: Letter, since: datetime, known: Collection[str]
    ) -> Sent | None:
        """The provider's own record of this letter, sent at or after `since` and not `known`.

        None: it was not sent. Raises SendError(UNKNOWN) where the provider can't be asked now,
        and SendError(LATER) where it keeps no such record and the letter has to go again.
        """

    async def problems(self) -> list[str]:
        """What is wrong with the channel's set-up, each with how to put it right (`doctor`)."""
