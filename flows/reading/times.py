"""Times of day as people type them."""

from datetime import time

from flows.words import Wording


def time_of_day(text: str, wording: Wording) -> time | None:
    return None
