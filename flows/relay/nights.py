"""Nights: what may not ring and until when, and whether words may come and go then."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.questions import yes_no
from flows.talk import Talk
from flows.vocabulary import FlowName

EVENING, MORNING = time(22), time(8)


async def nights(talk: Talk) -> FlowName | None:
    """Asked only of those who ask; both have to be glad of it."""
    wants = await talk.ask("wants", yes_no("nights"))
    await talk.do("set", talk.world.set_nights, wants)
    await talk.say("nights-on" if wants else "nights-off")
    return None


def morning(now: datetime, zone: ZoneInfo) -> datetime | None:
    """When this night ends where someone lives; None by day."""
    there = now.astimezone(zone)
    if MORNING <= there.time() < EVENING:
        return None
    day = there.date() + timedelta(days=there.time() >= EVENING)
    return datetime.combine(day, MORNING, zone)
