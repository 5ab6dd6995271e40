"""Nights: whether words may come and go from ten at night to eight in the morning."""

from flows.questions import yes_no
from flows.talk import Talk


async def nights(talk: Talk) -> str | None:
    """Asked only of those who ask; both have to be glad of it."""
    wants = await talk.ask("wants", yes_no("nights"))
    await talk.do("set", talk.world.set_nights, wants)
    await talk.say("nights-on" if wants else "nights-off")
    return None
