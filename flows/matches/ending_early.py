"""Ending early, or changing mentor: one word, and no blame."""

from enum import StrEnum

from flows.questions import Option, choice, or_words, pick
from flows.talk import Talk
from flows.vocabulary import EndedFor, FlowName


class Wish(StrEnum):
    """What is wanted instead of the match as it is."""

    CHANGE = "change"
    END = "end"
    KEEP = "keep"


async def ending_early(talk: Talk) -> FlowName | None:
    """Which match, what instead, and why if they would say."""
    partners = await talk.look("partners", talk.world.matched_with)
    if not partners:
        await talk.say("ending-early-none")
        return None
    who = partners[0]
    if len(partners) > 1:
        options = [Option(str(partner.id), partner.name) for partner in partners]
        chosen = await talk.ask("who", pick("ending-early-who", options))
        who = next(partner for partner in partners if str(partner.id) == chosen)
    wishes = list(Wish) if who.is_mentor else [Wish.END, Wish.KEEP]
    wish = await talk.ask("wish", choice("ending-early", Wish, only=wishes, partner=who.name))
    if wish is Wish.KEEP:
        await talk.say("ending-early-kept", partner=who.name)
        return None
    why: str = EndedFor.NOT_SAID
    if wish is Wish.CHANGE:
        why = await talk.ask("why", or_words(choice("ending-early-why", EndedFor)))
    await talk.do("ended", talk.world.end_match, who.id, wish is Wish.CHANGE, why)
    await talk.say(f"ending-early-{wish.value}", partner=who.name)
    return None
