"""Keeping safe: what follows the first calm answer to a red flag."""

from flows.questions import yes_no
from flows.talk import Talk


async def keeping_safe(talk: Talk) -> str | None:
    """Are they safe now? Someone on the team is told either way; a no calls everyone."""
    on_duty = await talk.look("on duty", talk.world.team_on_duty)
    await talk.say("keeping-safe-told" if on_duty else "keeping-safe-nobody")
    if await talk.ask("safe", yes_no("keeping-safe")):
        await talk.say("keeping-safe-yes")
    else:
        await talk.do("called everyone", talk.world.not_safe)
        await talk.say("keeping-safe-no")
    return None
