"""Consenting: what a person agrees to, each by itself, given and taken back."""

from dataclasses import replace

from flows.people.joining import CONSENT_VERSION, about_health
from flows.profile import Profile
from flows.questions import choice, optional, yes_no, yes_no_in_time
from flows.talk import Talk
from flows.vocabulary import ConsentKind, FlowName
from flows.words import Listed


async def consenting(talk: Talk) -> FlowName | None:
    """How each consent stands; and one of them changed, if they wish."""
    agreed = await talk.look("agreed", talk.world.agreed)
    refused = [kind for kind in ConsentKind if kind not in agreed]
    await talk.say("consenting-standing", yes=_listed(agreed), no=_listed(refused))
    which = await talk.ask("which", optional(choice("consenting-which", ConsentKind)))
    if which is None:
        await talk.say("consenting-same")
    elif which is ConsentKind.LINE:
        return FlowName.LEAVING
    elif which is ConsentKind.HEALTH and which in agreed and not await _stands_alone(talk):
        return FlowName.HEALTH_WITHDRAWING
    elif which in agreed:
        await talk.do("withdrawn", talk.world.withdraw, which)
        await talk.say(f"consenting-no-{which}")
    elif which is ConsentKind.HEALTH:
        return FlowName.CONSENTING_HEALTH
    elif await _invited(talk, which):
        await talk.say("consenting-thanks")
    else:
        await talk.say("consenting-same")
    return None


async def _stands_alone(talk: Talk) -> bool:
    return await talk.look("alone", talk.world.talks_with_nobody)


async def health_withdrawing(talk: Talk) -> FlowName | None:
    """Health details are taken back. Where that would end a match, they are asked first: someone
    who only minds a question about their health must not lose their mentor for it."""
    partners = await talk.look("partners", talk.world.matched_with)
    if partners:
        asked = yes_no("health-withdrawing", partner=partners[0].name, partners=len(partners))
        if not await talk.ask("sure", asked):
            await talk.say("consenting-same")
            return None
    await talk.do("withdrawn", talk.world.withdraw, ConsentKind.HEALTH)
    await talk.say("consenting-no-health")
    return None


async def consenting_health(talk: Talk) -> FlowName | None:
    """Health details, for someone who has taken them back or never agreed to them."""
    me = await talk.look("me", talk.world.me)
    profile = await told_health(talk, me.profile)
    if profile is None:
        return None
    await talk.do("saved", talk.world.save_profile, profile)
    return FlowName.FINDING


async def told_health(talk: Talk, profile: Profile) -> Profile | None:
    """The profile with what matching needs to know; None where they don't agree to be asked."""
    if ConsentKind.HEALTH in await talk.look("agreed", talk.world.agreed):
        return profile
    if not await talk.ask("health", yes_no("consenting-health")):
        await talk.say("consenting-without-health")
        return None
    role, diabetes, needs = await about_health(talk)
    await talk.do("consented", talk.world.consent, ConsentKind.HEALTH, CONSENT_VERSION)
    return replace(profile, role=role, diabetes=diabetes, needs=needs)


async def inviting(talk: Talk) -> FlowName | None:
    """Research and stories: asked once, of someone whom the line has done some good already."""
    await _invited(talk, ConsentKind.RESEARCH)
    await _invited(talk, ConsentKind.STORIES)
    await talk.say("consenting-thanks")
    return None


async def _invited(talk: Talk, kind: ConsentKind) -> bool:
    agrees = await talk.ask(kind, yes_no_in_time(f"consenting-{kind}"))
    if agrees:
        await talk.do(f"consented {kind}", talk.world.consent, kind, CONSENT_VERSION)
    return agrees


def _listed(kinds: list[ConsentKind] | tuple[ConsentKind, ...]) -> Listed:
    return Listed(tuple(f"consent-{kind}" for kind in kinds))
