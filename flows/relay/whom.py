"""Whom: which of several people someone is writing to."""

from flows.questions import Option, Question, pick
from flows.talk import Talk
from flows.vocabulary import FlowName
from flows.world import Partner


async def whom(talk: Talk) -> str | None:
    """Words are waiting, and it is not clear for whom."""
    partners = await talk.look("partners", talk.world.partners)
    chosen = await talk.ask("whom", _which("whom", partners))
    sending = await talk.do("passed", talk.world.pass_on_to, int(chosen))
    if sending.passed:
        await talk.say("held-sent", partner=_name(partners, chosen))
    return sending.then


async def talking_to(talk: Talk) -> FlowName | None:
    """To whom what they write is to go, until they say otherwise."""
    partners = await talk.look("partners", talk.world.partners)
    chosen = await talk.ask("whom", _which("talking-to-whom", partners))
    await talk.do("switched", talk.world.talk_to, int(chosen))
    await talk.say("talking-to", partner=_name(partners, chosen))
    return None


def _which(prompt: str, partners: tuple[Partner, ...]) -> Question[str]:
    return pick(prompt, [Option(str(partner.id), partner.name) for partner in partners])


def _name(partners: tuple[Partner, ...], chosen: str) -> str:
    return next(partner.name for partner in partners if str(partner.id) == chosen)
