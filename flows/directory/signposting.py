"""Signposting: something near me."""

from flows.questions import Option, optional, pick, place
from flows.talk import Talk
from flows.vocabulary import FlowName
from flows.world import Nearby


async def signposting(talk: Talk) -> FlowName | None:
    """Where they are, what there is, and how to reach it."""
    me = await talk.look("me", talk.world.me)
    where = me.profile.place
    if where.outcode is None and where.position is None:
        where = await talk.ask("place", place("signposting-place"))
    nearby = await talk.look("nearby", talk.world.services_near, where, me.profile.needs)
    if not nearby:
        await talk.say("signposting-nothing")
        return None
    chosen = await talk.ask("which", optional(pick("signposting-which", _options(nearby))))
    if chosen is None:
        await talk.say("signposting-none-chosen")
        return None
    service = next(service for service in nearby if str(service.id) == chosen)
    await talk.do("signposted", talk.world.signpost, service.id)
    await talk.say(
        "signposting-sample" if service.is_sample else "signposting-service",
        name=service.name, summary=service.summary, contact=service.contact,
    )  # fmt: skip
    return None


def _options(nearby: tuple[Nearby, ...]) -> list[Option]:
    return [
        Option(str(s.id), s.name if s.km is None else f"{s.name}, {_miles(s.km)}") for s in nearby
    ]


def _miles(km: float) -> str:
    """Distance as people in the UK say it, to the half mile: positions are no finer."""
    miles = km / 1.609344
    return "under a mile" if miles < 1 else f"{round(miles * 2) / 2:g} miles"
