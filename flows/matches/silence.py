"""Silence: who is waiting for whom in a match, for how long, and who is told of it next.

Contact fades in every trial of peer support, so silence is an ordinary thing with a next step
and a date (VA trial and RAPSID: see docs/safety/hazard-log.md).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from flows.matches.calendar import GIVEN_UP, MIDWAY, QUIET, QUIET_LATER, QUIET_STEP


@dataclass(frozen=True)
class Heard:
    """When the two met, and when each last wrote; aware. None: not yet.

    `…_kept_at` is when a letter of theirs last did not go on: kept for SEND, or asked about
    ("For Mo, or for us?"). The other has not read it, and it is no silence on the writer's part.
    """

    introduced_at: datetime | None
    mentee_at: datetime | None = None
    mentor_at: datetime | None = None
    mentee_kept_at: datetime | None = None
    mentor_kept_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether the person's words have reached the mentor, who has not written since."""
        wrote = _latest(self.mentor_at, self.mentor_kept_at)
        return self.mentee_at is not None and (wrote is None or self.mentee_at > wrote)

    @property
    def last(self) -> datetime | None:
        """The last word: of the mentor where the person waits for one, else of either."""
        of_mentor = _latest(self.mentor_at, self.mentor_kept_at)
        if self.waits:
            return of_mentor or self.introduced_at
        return _latest(of_mentor, self.mentee_at, self.mentee_kept_at, self.introduced_at)


class Told(StrEnum):
    """Who is told of a silence."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    TEAM = "team"


@dataclass(frozen=True)
class Silence:
    """What is done about it now, if anything, and when to look again at which step.

    `again_at` is None where the mentor is given up: the match ends.
    """

    again_at: datetime | None
    step: int = 0
    told: Told | None = None
    waits: bool = False  # it is the person who waits, not both who are quiet


_LADDER = (Told.MENTOR, Told.MENTEE, Told.TEAM)


def look_at(heard: Heard, now: datetime, step: int) -> Silence:
    """Ten days without a word: the mentor is told, then the person, then the team.

    `step` is how many of them have been told in this silence. When the team knows of one that is
    on both sides, both are left in peace for as long again. A mentor who does not answer, though
    all were told, is given up: the person is found another.
    """
    quiet = _ordinary(heard, now)
    if heard.last is not None and now - heard.last < quiet:
        return Silence(heard.last + quiet)
    if step < len(_LADDER):
        is_last = step + 1 == len(_LADDER)
        if is_last and not heard.waits:
            return Silence(now + quiet, told=Told.TEAM)
        after = GIVEN_UP if is_last else QUIET_STEP
        return Silence(now + after, step + 1, _LADDER[step], heard.waits)
    if heard.waits:
        return Silence(None, step, waits=True)
    return Silence(now + quiet)


def _ordinary(heard: Heard, now: datetime) -> timedelta:
    """How long a silence is ordinary: pairs go from weekly to fortnightly."""
    is_late = heard.introduced_at is not None and now - heard.introduced_at >= MIDWAY
    return QUIET_LATER if is_late else QUIET


def _latest(*times: datetime | None) -> datetime | None:
    return max((each for each in times if each is not None), default=None)
