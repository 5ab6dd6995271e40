"""The menu: everything the line can do, one choice away."""

from enum import StrEnum

from flows.questions import choice
from flows.talk import Talk
from flows.vocabulary import FlowName


class Wish(StrEnum):
    """What someone may want. The value is also the text's attribute."""

    MENTOR = "mentor"
    SERVICES = "services"
    CHECKIN = "checkin"
    VOLUNTEER = "volunteer"
    MENTORING = "mentoring"
    TRAINING = "training"
    PERSON = "person"
    TALK_NOW = "talk_now"
    CHANGE = "change"
    NOTHING = "nothing"


_FLOWS = {
    Wish.MENTOR: FlowName.SEEKING,
    Wish.SERVICES: FlowName.SIGNPOSTING,
    Wish.CHECKIN: FlowName.CHECKIN_CHOOSING,
    Wish.VOLUNTEER: FlowName.MENTORING,
    Wish.TALK_NOW: FlowName.TALK_NOW,
    Wish.CHANGE: FlowName.ENDING_EARLY,
    Wish.MENTORING: FlowName.MENTOR_SETTINGS,
    Wish.TRAINING: FlowName.TRAINING,
}


async def menu(talk: Talk) -> FlowName | None:
    """Ask what they would like, and go there."""
    me = await talk.look("me", talk.world.me)
    standing = await talk.look("standing", talk.world.mentoring.standing)
    of_mentors = {Wish.MENTORING, Wish.TRAINING}
    is_mentor = standing is not None and standing.has_applied
    others = {Wish.VOLUNTEER} if is_mentor else of_mentors
    if me.partner is not None:
        others = others | {Wish.MENTOR}
    if not await talk.look("matched", talk.world.matched_with):
        others = others | {Wish.CHANGE}
    among = [wish for wish in Wish if wish not in others]
    wish = await talk.ask("wish", choice("menu", Wish, only=among))
    if wish is Wish.PERSON:
        await talk.do("wanted", talk.world.want_person)
        await talk.say("person-wanted")
        return None
    if wish is Wish.NOTHING:
        await talk.say("menu-nothing")
        return None
    return _FLOWS[wish]
