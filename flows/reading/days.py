"""Days as people type them."""

from datetime import date

from flows.words import Wording


def day(text: str, today: date, wording: Wording, *, past: bool = False) -> date | None:
    return None
