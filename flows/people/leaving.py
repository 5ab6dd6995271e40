"""Leaving: someone asks, in their own words, to be messaged no more."""

from flows.questions import yes_no
from flows.talk import Talk
from flows.vocabulary import FlowName


async def leaving(talk: Talk) -> FlowName | None:
    """One question, so that "stop eating bread" ends nobody's membership."""
    if await talk.ask("stop", yes_no("leaving")):
        await talk.do("left", talk.world.leave)
    else:
        await talk.say("leaving-stays")
    return None
