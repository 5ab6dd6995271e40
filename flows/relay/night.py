"""Night: what may not ring, and until when."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

EVENING, MORNING = time(22), time(8)


def morning(now: datetime, zone: ZoneInfo) -> datetime | None:
    """When this night ends where someone lives; None by day."""
    there = now.astimezone(zone)
    if MORNING <= there.time() < EVENING:
        return None
    day = there.date() + timedelta(days=there.time() >= EVENING)
    return datetime.combine(day, MORNING, zone)
