"""Meeting: a mentor is asked about someone, then the person about the mentor; both say yes."""

from flows.questions import yes_no
from flows.talk import FlowError, Talk
from flows.words import Listed
from flows.world import Someone


async def offering(talk: Talk) -> str | None:
    """To the mentor: what someone needs, and nothing that says who they are."""
    match_id = _match(talk)
    someone = await talk.look("someone", talk.world.offered, match_id)
    if someone is None:
        return None
    offer = yes_no("offering", needs=_needs(someone), reasons=_reasons(someone))
    accepts = await talk.ask("accepts", offer)
    if not await talk.do("answered", talk.world.answer_offer, match_id, accepts):
        await talk.say("offering-too-late")
    else:
        await talk.say("offering-accepted" if accepts else "offering-declined")
    return None


async def meeting(talk: Talk) -> str | None:
    """To the person: who said yes to them."""
    match_id = _match(talk)
    mentor = await talk.look("mentor", talk.world.proposed_mentor, match_id)
    if mentor is None:
        return None
    accepts = await talk.ask("accepts", yes_no("meeting", reasons=_reasons(mentor)))
    if not await talk.do("answered", talk.world.answer_mentor, match_id, accepts):
        await talk.say("meeting-too-late")
    elif not accepts:
        await talk.say("meeting-declined")
    return None


def _match(talk: Talk) -> int:
    if talk.about is None:
        raise FlowError("an offer about no match")
    return talk.about


def _needs(someone: Someone) -> Listed:
    return Listed(tuple(f"label-{need}" for need in someone.needs))


def _reasons(someone: Someone) -> Listed:
    """The strongest few: an SMS has room for no more."""
    reasons = [(key, shared) for key, shared in someone.reasons if shared][:2]
    return Listed(tuple(f"label-{word}" for _, shared in reasons for word in shared[:2]))
