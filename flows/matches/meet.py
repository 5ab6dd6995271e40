"""Meeting in person: where both want to, a coordinator agrees a public place with them."""

from flows.questions import Option, pick, yes_no
from flows.talk import FlowError, Talk
from flows.vocabulary import FlowName


async def meet(talk: Talk) -> FlowName | None:
    """One of two would like to meet the other: the other is asked."""
    partners = await talk.look("partners", talk.world.partners)
    if not partners:
        await talk.say("meet-nobody")
        return None
    chosen = str(partners[0].id)
    if len(partners) > 1:
        options = [Option(str(each.id), each.name) for each in partners]
        chosen = await talk.ask("whom", pick("meet-whom", options))
    name = next(each.name for each in partners if str(each.id) == chosen)
    both = await talk.do("wished", talk.world.wish_to_meet, int(chosen))
    await talk.say("meet-both" if both else "meet-asked", partner=name)
    return None


async def meet_asked(talk: Talk) -> FlowName | None:
    """The other is asked. A no is told kindly, and ends nothing."""
    if talk.about is None:
        raise FlowError("meeting in no match")
    partner = await talk.look("partner", talk.world.partner_in, talk.about)
    if partner is None:
        return None
    if await talk.ask("meets", yes_no("meet-ask", partner=partner)):
        await talk.do("agreed", talk.world.agree_to_meet, talk.about)
        await talk.say("meet-both", partner=partner)
    else:
        await talk.do("declined", talk.world.decline_to_meet, talk.about)
        await talk.say("meet-declined")
    return None
