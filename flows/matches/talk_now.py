"""Talk now: someone wants to talk, and mentors on duty are asked at once."""

from flows.questions import choice, yes_no
from flows.talk import FlowError, Talk
from flows.vocabulary import Asked, FlowName, Free


async def talk_now(talk: Talk) -> FlowName | None:
    """Ask at once; what comes of it is told as it comes."""
    asked = await talk.do("asked", talk.world.ask_to_talk)
    if asked is not Asked.NOBODY:
        await talk.say(f"talk-now-{asked.value}")
    return None


async def talk_now_offer(talk: Talk) -> FlowName | None:
    """To a mentor on duty: can they talk for an hour, now?"""
    if talk.about is None:
        raise FlowError("an offer about no match")
    if not await talk.look("stands", talk.world.is_talk_offered, talk.about):
        return None
    accepts = await talk.ask("accepts", yes_no("talk-now-offer"))
    if not await talk.do("answered", talk.world.answer_talk, talk.about, accepts):
        await talk.say("talk-now-late")
    elif not accepts:
        await talk.say("talk-now-declined")
    return None


async def being_free(talk: Talk) -> FlowName | None:
    """To a mentor: when are they free for those who want to talk now?"""
    when = await talk.ask("when", choice("being-free", Free))
    free = await talk.do("set", talk.world.be_free, when)
    if free is None:
        await talk.say("being-free-off")
    else:
        await talk.say("being-free-on", begins=free[0], ends=free[1])
    return None
