"""What time it is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """The time. In the demo it runs ahead by the seconds in a file, so that days can be skipped."""

    def __init__(self, ahead_file: Path | None = None) -> None:
        self._file = ahead_file

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead()

    def _ahead(self) -> timedelta:
        if self._file is None:
            return timedelta()
        try:
            return timedelta(seconds=int(self._file.read_text()))
        except (OSError, ValueError):
            return timedelta()
