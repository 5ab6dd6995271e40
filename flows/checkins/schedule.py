"""When check-ins are due."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


def next_checkin(
    weekday: int, at: time, every_days: int, now: datetime, zone: ZoneInfo
) -> datetime:
    """The next time a check-in is due after `now`, by the clock on the person's wall.

    A time that the clock skips in spring is asked an hour later, and one that comes twice in
    autumn the first time, as `fold=0` has it.
    """
    local = now.astimezone(zone)
    days = (weekday - local.weekday()) % 7
    due = datetime.combine(local.date() + timedelta(days=days), at, zone)
    if due <= now:
        due = datetime.combine(due.date() + timedelta(days=every_days), at, zone)
    return due
