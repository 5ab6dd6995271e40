"""When a mentor is free for those who want to talk now."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from flows.matches.talk_now import times
from flows.vocabulary import Free

LONDON = ZoneInfo("Europe/London")


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "when", "free"),
    [
        (at(23, 12), Free.OFF, None),
        (at(23, 12), Free.HOUR, (at(23, 12), at(23, 13))),
        (at(23, 12), Free.EVENING, (at(23, 18), at(23, 22))),
        (at(23, 20), Free.EVENING, (at(23, 20), at(23, 22))),
        (at(23, 23), Free.EVENING, (at(24, 18), at(24, 22))),  # this one is over
    ],
)
def test_an_hour_or_an_evening(
    now: datetime, when: Free, free: tuple[datetime, datetime] | None
) -> None:
    assert times(now, when) == free
