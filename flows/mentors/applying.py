"""Mentoring: offering to support others. Interest takes two messages; the form may follow later."""

from dataclasses import replace

from flows.people.joining import CONSENT_VERSION
from flows.profile import Profile
from flows.questions import choice, choices, optional, yes_no, yes_no_in_time
from flows.talk import Talk
from flows.vocabulary import (
    ConsentKind,
    Diabetes,
    FlowName,
    Gender,
    Language,
    LifeStage,
    MentorStatus,
    Need,
    TalkTime,
    Technology,
)


async def mentoring(talk: Talk) -> FlowName | None:
    """Whether they would; what they could speak to, and when; then a coordinator is in touch."""
    me = await talk.look("me", talk.world.me)
    standing = await talk.look("standing", talk.world.mentoring.standing)
    if standing is not None and standing.has_applied:
        await talk.say("mentoring-already")
        return None
    if standing is None or standing.status is MentorStatus.LEFT:
        if not await talk.ask("willing", yes_no("mentoring-willing")):
            await talk.say("mentoring-not-now")
            return None
        # At once, and not with the form: whoever breaks off is still someone who would help.
        await talk.do("interested", talk.world.mentoring.be_interested)
        await talk.say("mentoring-interested")
    if not me.has_joined:
        return FlowName.JOINING
    if ConsentKind.HEALTH not in await talk.look("agreed", talk.world.agreed):
        if not await talk.ask("health", yes_no("mentoring-health")):
            await talk.say("mentoring-without-health")
            return None
        await talk.do("consented", talk.world.consent, ConsentKind.HEALTH, CONSENT_VERSION)

    profile = await can_speak_to(talk, me.profile)
    gender = await talk.ask("gender", choice("mentoring-gender", Gender))
    times = await talk.ask("times", choices("mentoring-times", TalkTime))
    profile = replace(profile, gender=gender, times=times)
    await talk.do("offered", talk.world.mentoring.apply, profile)
    await talk.say("mentoring-thanks", name=me.name)
    if await talk.ask("train", yes_no_in_time("mentoring-train")):
        return FlowName.TRAINING
    await talk.say("mentoring-train-later")
    return None


async def can_speak_to(talk: Talk, profile: Profile) -> Profile:
    """The profile with what they know from their own life, and the languages they talk in."""
    diabetes = await talk.ask("diabetes", choice("mentoring-diabetes", Diabetes))
    topics = await talk.ask("topics", choices("mentoring-topics", Need))
    technology = await talk.ask("technology", choices("mentoring-technology", Technology))
    stages = await talk.ask("life stages", optional(choices("mentoring-life-stages", LifeStage)))
    languages = await talk.ask("languages", choices("mentoring-languages", Language))
    return replace(
        profile, diabetes=diabetes, needs=topics, technology=technology,
        life_stages=stages or (), languages=languages,
    )  # fmt: skip
