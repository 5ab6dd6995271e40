"""The demo's clock: real time and a number of seconds, kept in a file that the service reads."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

MORNING, EVENING = 8, 20  # hours


class MovableClock:
    """Starts at the real time and can be moved on, never back."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def skip_the_night(self, zone: ZoneInfo) -> None:
        """Move on to ten in the morning where it is evening or night: the line is quiet then."""
        there = self.now().astimezone(zone)
        if not MORNING <= there.hour < EVENING:
            day = there.date() + timedelta(days=there.hour >= EVENING)
            ten = datetime(day.year, day.month, day.day, 10, tzinfo=zone)
            self.move_on(int((ten - self.now()).total_seconds()))

    def move_on(self, seconds: int) -> None:
        """Negative seconds raise ValueError: no reader of the file has to expect a step back."""
        if seconds < 0:
            raise ValueError("time only moves on")
        self._ahead += timedelta(seconds=seconds)
        # Replaced whole, so that a reader never sees half a number.
        beside = self.file.with_suffix(".new")
        beside.write_text(str(int(self._ahead.total_seconds())))
        os.replace(beside, self.file)
