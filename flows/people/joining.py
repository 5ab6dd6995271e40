"""Joining: from hello to a profile good enough to match on."""

from flows.profile import Profile
from flows.questions import Place, choice, choices, name, of_age, optional, place, yes_no
from flows.talk import Talk
from flows.vocabulary import ConsentKind, Diabetes, FlowName, Need, Role

CONSENT_VERSION = "2026-11"  # of the words joining-consent and joining-health


async def joining(talk: Talk) -> FlowName | None:
    """Someone new: what the line is, what they agree to, and what would help."""
    await talk.say("joining-welcome")
    if not await talk.ask("consent", yes_no("joining-consent")):
        await talk.say("joining-declined")
        return None
    if not await talk.ask("adult", of_age("joining-adult", 18)):
        await talk.do("turned away", talk.world.turn_away_child)
        await talk.say("joining-under-age")
        return None
    called = await talk.ask("name", name("joining-name"))
    health = await talk.ask("health", yes_no("joining-health", name=called))
    role, diabetes, needs = Role.LIVING_WITH_DIABETES, Diabetes.NOT_SURE, tuple[Need, ...]()
    if health:
        role, diabetes, needs = await about_health(talk)
    where = await talk.ask("place", optional(place("joining-place")))

    profile = Profile(role=role, diabetes=diabetes, needs=needs, place=where or Place())
    await talk.do("consented", talk.world.consent, ConsentKind.LINE, CONSENT_VERSION)
    if health:
        await talk.do("consented health", talk.world.consent, ConsentKind.HEALTH, CONSENT_VERSION)
    await talk.do("joined", talk.world.join, called, profile)
    await talk.say("joining-done", name=called)
    if await talk.look("mentor", talk.world.mentoring.standing) is not None:
        return FlowName.MENTORING  # it is why they came
    return FlowName.FINDING if health else FlowName.MENU


async def about_health(talk: Talk) -> tuple[Role, Diabetes, tuple[Need, ...]]:
    """What matching needs to know; asked only of someone who agreed to be asked."""
    role = await talk.ask("role", choice("joining-role", Role))
    whose = "joining-their-diabetes" if role is Role.CARER else "joining-diabetes"
    diabetes = await talk.ask("diabetes", choice(whose, Diabetes))
    needs = await talk.ask("needs", choices("joining-needs", Need))
    return role, diabetes, needs
