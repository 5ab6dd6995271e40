"""Moving: someone lives elsewhere now."""

from dataclasses import replace

from flows.questions import place
from flows.talk import Talk
from flows.vocabulary import FlowName


async def moving(talk: Talk) -> FlowName | None:
    """Roughly where they live now, for what is near them."""
    where = await talk.ask("place", place("moving-place"))
    me = await talk.look("me", talk.world.me)
    await talk.do("saved", talk.world.save_profile, replace(me.profile, place=where))
    await talk.say("moving-done")
    return None
