"""Talk now: someone wants to talk, and mentors on duty are asked at once."""

from datetime import datetime, time, timedelta

from flows.questions import choice, yes_no
from flows.talk import FlowError, Talk
from flows.vocabulary import Asked, FlowName, Free

EVENING = (time(18), time(22))  # on the mentor's own clock


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


def times(now: datetime, when: Free) -> tuple[datetime, datetime] | None:
    """From when until when a mentor is free, by what they chose at `now`, their own time. None:
    not at all."""
    match when:
        case Free.OFF:
            return None
        case Free.HOUR:
            return now, now + timedelta(hours=1)
        case Free.EVENING:
            day = now.date() + timedelta(days=now.time() >= EVENING[1])
            begins, ends = (datetime.combine(day, each, now.tzinfo) for each in EVENING)
            return max(begins, now), ends
