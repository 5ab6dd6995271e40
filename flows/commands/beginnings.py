"""What begins what: each conversation that someone may ask for, and all the ways to ask for it."""

from enum import StrEnum
from typing import NamedTuple

from flows.commands.commands import Command
from flows.commands.intents import Intent
from flows.commands.wishes import Wish
from flows.vocabulary import FlowName


class Item(StrEnum):
    """What the menu offers. The value is also the text's attribute."""

    MENTOR = "mentor"
    SERVICES = "services"
    CHECKIN = "checkin"
    VOLUNTEER = "volunteer"
    MENTORING = "mentoring"
    TRAINING = "training"
    PERSON = "person"
    TALK_NOW = "talk_now"
    CHANGE = "change"
    NOTHING = "nothing"


class _Way(NamedTuple):
    """To a conversation: by its command, from the menu, by a wish of someone who has a partner to
    write to, and by what the words of someone who has none seem to want."""

    flow: FlowName
    command: Command | None = None
    item: Item | None = None
    wish: Wish | None = None
    intent: Intent | None = None


_WAYS = (
    _Way(FlowName.SEEKING, None, Item.MENTOR, None, Intent.MENTOR),
    _Way(FlowName.SIGNPOSTING, None, Item.SERVICES, Wish.SERVICES, Intent.SERVICES),
    _Way(FlowName.CHECKIN_CHOOSING, None, Item.CHECKIN, Wish.CHECKINS, Intent.CHECKIN_CHANGE),
    _Way(FlowName.TALK_NOW, None, Item.TALK_NOW, None, Intent.TALK_NOW),
    _Way(FlowName.ENDING_EARLY, Command.CHANGE, Item.CHANGE, Wish.CHANGE, Intent.END_MATCH),
    _Way(FlowName.RAISING, Command.CONCERN, None, Wish.COMPLAINT, Intent.COMPLAINT),
    _Way(FlowName.MEET, Command.MEET, None, None, None),
    _Way(FlowName.MOVING, None, None, Wish.PLACE, None),
    _Way(FlowName.MENTORING, None, Item.VOLUNTEER, Wish.VOLUNTEER, Intent.VOLUNTEER),
    _Way(FlowName.MENTOR_SETTINGS, None, Item.MENTORING, None, None),
    _Way(FlowName.TRAINING, Command.TRAINING, Item.TRAINING, None, None),
    _Way(FlowName.MENTOR_PAUSING, Command.PAUSE, None, None, None),
    _Way(FlowName.MENTOR_RESUMING, Command.RESUME, None, None, None),
    _Way(FlowName.MY_DATA, None, None, Wish.DATA, Intent.MY_DATA),
    _Way(FlowName.ERASING, Command.DELETE_ME, None, None, None),
    _Way(FlowName.CONSENTING, Command.CONSENT, None, None, None),
    _Way(FlowName.HEALTH_WITHDRAWING, Command.NO_HEALTH, None, None, None),
)
BY_COMMAND = {way.command: way.flow for way in _WAYS if way.command is not None}
BY_ITEM = {way.item: way.flow for way in _WAYS if way.item is not None}
BY_WISH = {way.wish: way.flow for way in _WAYS if way.wish is not None}
BY_INTENT = {way.intent: way.flow for way in _WAYS if way.intent is not None}
