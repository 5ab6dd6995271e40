"""Looking back: how a match is going half way, and at its planned end what helped and what next."""

from enum import StrEnum

from flows.questions import choice, free_text, optional, or_words, scale, yes_no_in_time
from flows.talk import FlowError, Talk
from flows.vocabulary import FlowName


class Going(StrEnum):
    """How it is going, half way."""

    WELL = "well"
    SO_SO = "so_so"
    NOT = "not"


class Experience(StrEnum):
    """The answers of the Friends and Family Test (NHS England)."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    NEITHER = "neither"
    POOR = "poor"
    VERY_POOR = "very_poor"
    DONT_KNOW = "dont_know"


class Next(StrEnum):
    """What may follow a match."""

    CARRY_ON = "carry_on"
    GROUP = "group"
    MENTOR = "mentor"
    FINISH = "finish"


_FLOWS = {Next.GROUP: FlowName.SIGNPOSTING, Next.MENTOR: FlowName.MENTORING}


def _match(talk: Talk) -> int:
    if talk.about is None:
        raise FlowError("looking back at no match")
    return talk.about


async def midpoint(talk: Talk) -> FlowName | None:
    """Half way: is it helping? To either of the two."""
    partner = await talk.look("partner", talk.world.partner_in, _match(talk))
    if partner is None:
        return None
    going = await talk.ask("going", or_words(choice("midpoint", Going, partner=partner)))
    await talk.do("recorded", talk.world.record_midpoint, _match(talk), going)
    await talk.say(f"midpoint-{going if going in list(Going) else 'words'}")
    return FlowName.ENDING_EARLY if going == Going.NOT else None


async def looking_back(talk: Talk) -> FlowName | None:
    """The planned ending, to the person: what helped, and what next."""
    match_id = _match(talk)
    partner = await talk.look("partner", talk.world.partner_in, match_id)
    if partner is None:
        return None
    await talk.say("looking-back", partner=partner)
    helped = await talk.ask("helped", scale("looking-back-helped", 0, 10))
    experience = await talk.ask("experience", choice("looking-back-experience", Experience))
    words = await talk.ask("words", optional(free_text("looking-back-words")))
    following = await talk.ask("next", choice("looking-back-next", Next))
    feedback = talk.world.record_feedback
    await talk.do("recorded", feedback, match_id, helped, experience, words, following)
    await talk.say(f"looking-back-{following.value}", partner=partner)
    return _FLOWS.get(following)


async def carrying_on(talk: Talk) -> FlowName | None:
    """To the mentor: the person would like to carry on. Only if both would."""
    match_id = _match(talk)
    partner = await talk.look("partner", talk.world.partner_in, match_id)
    if partner is None:
        return None
    carries_on = await talk.ask("carries on", yes_no_in_time("carrying-on", partner=partner))
    await talk.do("answered", talk.world.carry_on, match_id, carries_on)
    return None


async def mentor_feedback(talk: Talk) -> FlowName | None:
    """To the mentor, after a match has ended: how was it for them?"""
    helped = await talk.ask("helped", scale("mentor-feedback", 0, 10))
    words = await talk.ask("words", optional(free_text("mentor-feedback-words")))
    await talk.do("recorded", talk.world.record_feedback, _match(talk), helped, None, words, None)
    await talk.say("mentor-feedback-thanks")
    return None
