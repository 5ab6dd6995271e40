"""The menu: everything the line can do, one choice away."""

from flows.commands.beginnings import BY_ITEM, Item
from flows.questions import choice
from flows.talk import Talk
from flows.vocabulary import FlowName


async def menu(talk: Talk) -> FlowName | None:
    """Ask what they would like, and go there."""
    me = await talk.look("me", talk.world.me)
    standing = await talk.look("standing", talk.world.mentoring.standing)
    of_mentors = {Item.MENTORING, Item.TRAINING}
    is_mentor = standing is not None and standing.has_applied
    others = {Item.VOLUNTEER} if is_mentor else of_mentors
    if me.partner is not None:
        others = others | {Item.MENTOR}
    if not await talk.look("matched", talk.world.matched_with):
        others = others | {Item.CHANGE}
    among = [item for item in Item if item not in others]
    chosen = await talk.ask("wish", choice("menu", Item, only=among))
    if chosen is Item.PERSON:
        await talk.do("wanted", talk.world.want_person)
        await talk.say("person-wanted")
        return None
    if chosen is Item.NOTHING:
        await talk.say("menu-nothing")
        return None
    return BY_ITEM[chosen]
