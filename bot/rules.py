"""The rules of the house: what an operator may choose, as turns and timers go by it."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from flows.matching.fit import DEFAULT as DEFAULT_WEIGHTS
from flows.matching.fit import Weights

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Rules:
    """Set from the settings at start; the defaults are those of `.env.example`."""

    alert_next: timedelta = timedelta(minutes=5)
    """A grave concern that nobody has taken goes to the next coordinator after this long …"""
    alert_all: timedelta = timedelta(minutes=10)
    """… and to all of them after this long."""
    matches_need_yes: bool = True
    """Whether a coordinator says yes to a match before the mentor is asked."""
    weights: Weights = DEFAULT_WEIGHTS
    """What counts for how much in matching."""
    zone: ZoneInfo = LONDON
    """The operator's: by its date checks and training lapse."""
    numbers: tuple[str, ...] = ()
    """The pool: numbers, besides the main one, that a pair may have to itself."""
    public_url: str = ""
    """Where the world reaches the line's pages; empty when it does not."""
    retention: timedelta = timedelta(days=90)
    """What people wrote fades after this long."""
    concern_retention: timedelta = timedelta(days=6 * 365)
    """What was said in a concern fades this long after it is closed."""


DEFAULT = Rules()
