"""The wrong person: someone says that we write to the wrong number, or to one who has died."""

from flows.questions import yes_no
from flows.reading.wrong_person import WrongPerson
from flows.talk import Talk
from flows.vocabulary import FlowName


async def wrong_number(talk: Talk) -> FlowName | None:
    """One question, so that a slip cuts off nobody who needs us."""
    return await _asked(talk, WrongPerson.WRONG_NUMBER)


async def deceased(talk: Talk) -> FlowName | None:
    """The same, of a death: gently, and once."""
    return await _asked(talk, WrongPerson.DECEASED)


async def _asked(talk: Talk, ending: WrongPerson) -> FlowName | None:
    if await talk.ask("is so", yes_no(f"ending-{ending.value}-asked")):
        await talk.do("ended", talk.world.end_contact, ending)
    else:
        await talk.say("ending-stays")
    return None
