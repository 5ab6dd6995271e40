"""Keeping safe: what follows the first calm answer to a red flag."""

from flows.questions import yes_no
from flows.talk import Talk
from flows.vocabulary import FlowName


async def keeping_safe(talk: Talk) -> FlowName | None:
    """Are they safe now? Someone on the team is told either way; a no calls everyone."""
    return await _keeping(talk, "safe")


async def keeping_them_safe(talk: Talk) -> FlowName | None:
    """The same, asked of someone who told us of another."""
    return await _keeping(talk, "them-safe")


async def _keeping(talk: Talk, whom: str) -> FlowName | None:
    on_duty = await talk.look("on duty", talk.world.team_on_duty)
    await talk.say("keeping-safe-told" if on_duty else "keeping-safe-nobody")
    if await talk.ask("safe", yes_no(f"keeping-{whom}")):
        await talk.say(f"keeping-{whom}-yes")
    else:
        await talk.do("called everyone", talk.world.not_safe)
        await talk.say(f"keeping-{whom}-no")
    return None
