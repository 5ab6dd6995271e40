"""Erasing: someone asks that what is held about them be deleted."""

from flows.questions import yes_no
from flows.talk import Talk
from flows.vocabulary import FlowName


async def erasing(talk: Talk) -> FlowName | None:
    """What goes, and what has to be kept and why; then it is done, if they are sure."""
    kept = await talk.look("kept", talk.world.kept_if_erased)
    await talk.say("erasing-what")
    if kept is not None:
        await talk.say("erasing-kept", until=f"{kept:%d/%m/%Y}")
    if await talk.ask("sure", yes_no("erasing")):
        await talk.do("erased", talk.world.erase)
        await talk.say("erasing-done")
    else:
        await talk.say("erasing-not")
    return None
