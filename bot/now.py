"""What time it is, and waiting for something to happen."""

import asyncio
from contextlib import suppress
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


async def heard(news: asyncio.Event, seconds: float) -> None:
    """Wait for news, but no longer than this."""
    with suppress(TimeoutError):
        await asyncio.wait_for(news.wait(), seconds)
