"""The monthly check-in with a mentor: supervision, and a way to a coordinator."""

from flows.questions import free_text, scale, yes_no
from flows.talk import Talk
from flows.vocabulary import FlowName

LOW = 4  # 0 to 4 of 10: a coordinator looks, and is offered


async def mentor_checkin(talk: Talk) -> FlowName | None:
    """How they find it, a word about it if they like, and someone to talk to if it is hard."""
    me = await talk.look("me", talk.world.me)
    score = await talk.ask("score", scale("mentor-checkin", 0, 10, name=me.name))
    words = None
    # Asked first: without that, words meant for someone they support would end up here.
    if await talk.ask("more", yes_no("mentor-checkin-more")):
        words = await talk.ask("words", free_text("mentor-checkin-words"))
    await talk.do("recorded", talk.world.mentoring.record_checkin, score, words)
    if score > LOW:
        await talk.say("mentor-checkin-thanks")
    elif await talk.ask("person", yes_no("mentor-checkin-low")):
        await talk.do("wanted", talk.world.want_person)
        await talk.say("person-wanted")
    else:
        await talk.say("mentor-checkin-low-thanks")
    return None
