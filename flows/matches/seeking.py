"""Finding a mentor: the few wishes that matching needs, then the search."""

from dataclasses import replace

from flows.matches import likeness
from flows.people.consenting import told_health
from flows.questions import choice, choices, optional, yes_no
from flows.talk import Talk
from flows.vocabulary import FlowName, GenderWish, Language, TalkTime


async def finding(talk: Talk) -> FlowName | None:
    """Whether they would like a mentor; asked of someone who has just joined."""
    if await talk.ask("wanted", yes_no("finding-wanted")):
        return FlowName.SEEKING
    await talk.say("finding-not-now")
    me = await talk.look("me", talk.world.me)
    return None if me.has_checkin else FlowName.CHECKIN_CHOOSING


async def seeking(talk: Talk) -> FlowName | None:
    """Whom they would like, and the search."""
    me = await talk.look("me", talk.world.me)
    if me.partner is not None:
        await talk.say("finding-has-one", partner=me.partner)
        return None
    resting = await talk.look("resting", talk.world.resting_mentor)
    if resting is not None:
        await talk.say("finding-resting", partner=resting)
        return FlowName.ENDING_EARLY
    told = await told_health(talk, me.profile)
    if told is None:
        return None
    languages = await talk.ask("languages", choices("finding-languages", Language))
    wish = await talk.ask("gender wish", choice("finding-gender-wish", GenderWish))
    times = await talk.ask("times", optional(choices("finding-times", TalkTime)))
    profile = replace(told, languages=languages, gender_wish=wish, times=times or ())
    if await talk.ask("more", yes_no("finding-more")):
        profile = await likeness.wishes(talk, profile)

    await talk.do("profile", talk.world.save_profile, profile)
    if await talk.do("search", talk.world.seek_mentor):
        await talk.say("finding-asked")
    else:
        await talk.say("finding-nobody-yet")
    return None if me.has_checkin else FlowName.CHECKIN_CHOOSING
