"""When check-ins are due."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.checkins import Checkin


def next_checkin(checkin: Checkin, now: datetime, zone: ZoneInfo) -> datetime:
    """The next time a check-in is due after `now`, by the clock on the person's wall.

    A time that the clock skips in spring is asked an hour later, and one that comes twice in
    autumn the first time, as `fold=0` has it.
    """
    local = now.astimezone(zone)
    at = time.fromisoformat(checkin.at)
    days = (checkin.weekday - local.weekday()) % 7
    due = datetime.combine(local.date() + timedelta(days=days), at, zone)
    if due <= now:
        due = datetime.combine(due.date() + timedelta(days=checkin.every_days), at, zone)
    return due
