"""My data: someone asks about what is held of them, in their own words."""

from enum import StrEnum

from flows.questions import choice
from flows.talk import Talk
from flows.vocabulary import FlowName


class Wish(StrEnum):
    """What they would like done about it."""

    SEE = "see"
    DELETE = "delete"
    NEITHER = "neither"


async def my_data(talk: Talk) -> FlowName | None:
    """See it, have it deleted, or neither."""
    wish = await talk.ask("wish", choice("my-data", Wish))
    if wish is Wish.DELETE:
        return FlowName.ERASING
    if wish is Wish.NEITHER:
        await talk.say("my-data-neither")
    elif not await talk.do("sent", talk.world.send_data_link):
        await talk.say("my-data-no-page")
    return None
