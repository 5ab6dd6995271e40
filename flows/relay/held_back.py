"""Holding back: what must not pass between two people, and what may be sent instead."""

from flows.questions import yes_no
from flows.talk import Talk
from flows.vocabulary import FlowName


async def held_contact(talk: Talk) -> FlowName | None:
    """The message gives away, or asks for, a way to reach someone outside the line."""
    return await _held(talk, "held-contact")


async def held_money(talk: Talk) -> FlowName | None:
    """The message is about money, or about medicines and supplies for sale."""
    return await _held(talk, "held-money")


async def _held(talk: Talk, why: str) -> FlowName | None:
    """Say why; offer to send the rest, where a rest worth sending is left."""
    await talk.say(why)
    if not await talk.look("rest", talk.world.has_rest):
        return None
    if await talk.ask("without", yes_no("held-without")):
        is_sent = await talk.do("sent", talk.world.send_rest)
        await talk.say("held-not-sent" if is_sent is False else "held-sent-without")
    else:
        await talk.say("held-kept")
    return None
