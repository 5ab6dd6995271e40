"""Checking: what was written may tell of danger, and may as well be ordinary talk."""

from flows.questions import safe_or_not
from flows.talk import Talk
from flows.vocabulary import FlowName


async def checking_safe(talk: Talk) -> FlowName | None:
    """One warm question. A no calls everyone on the team."""
    await talk.say("checking-safe")
    if await talk.ask("safe", safe_or_not("keeping-safe")):
        await talk.say("checking-safe-yes")
    else:
        await talk.do("called everyone", talk.world.not_safe)
        await talk.say("keeping-safe-no")
    return None
