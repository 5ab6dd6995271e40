"""Mentoring: offering to support others. A short form; a coordinator does the rest."""

from dataclasses import replace

from flows.questions import choice, choices, yes_no
from flows.talk import Talk
from flows.vocabulary import Diabetes, Gender, Language, Need, TalkTime


async def mentoring(talk: Talk) -> str | None:
    """What they could speak to, and when; then a coordinator is in touch."""
    me = await talk.look("me", talk.world.me)
    if me.is_mentor:
        await talk.say("mentoring-already")
        return None
    if not await talk.ask("willing", yes_no("mentoring-willing")):
        await talk.say("mentoring-not-now")
        return None
    diabetes = await talk.ask("diabetes", choice("mentoring-diabetes", Diabetes))
    topics = await talk.ask("topics", choices("mentoring-topics", Need))
    languages = await talk.ask("languages", choices("mentoring-languages", Language))
    gender = await talk.ask("gender", choice("mentoring-gender", Gender))
    times = await talk.ask("times", choices("mentoring-times", TalkTime))

    profile = replace(
        me.profile, diabetes=diabetes, needs=topics, languages=languages, gender=gender, times=times
    )
    await talk.do("offered", talk.world.offer_to_mentor, profile)
    await talk.say("mentoring-thanks", name=me.name)
    return None
