"""What may happen to a match, and what may follow from it: the terms of the tables in `life`."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum, auto

from flows.vocabulary import Action, Ending, FlowName, MatchStatus, RestsFor, Side

AT_ONCE = timedelta()


class Event(StrEnum):
    """What may happen to a match."""

    # Until the two have met
    APPROVED = auto()  # by a coordinator, or none is needed
    HELD = auto()
    REFUSED = auto()
    FORBIDDEN = auto()  # a hard rule has come to forbid it since it was proposed
    REPLACED = auto()  # a coordinator chose another mentor
    ASKED_FIRST = auto()  # the mentor asks their one question
    ANSWERED = auto()
    ACCEPTED = auto()  # by the mentor
    DECLINED = auto()
    EXPIRED = auto()  # the mentor did not answer in time
    LAPSED = auto()  # the person did not
    INTRODUCED = auto()
    SETTLED = auto()  # another mentor was the first to say yes to an hour's talk
    # While they talk
    AWAY = auto()  # one of them opted out, or can't be reached
    BLOCKED = auto()
    RESTED = auto()  # a concern was raised about how one of them behaved
    RESUMED = auto()
    LOOK_BACK = auto()  # the planned end has come
    WISHED_ON = auto()  # the person would like to carry on
    CARRIED_ON = auto()  # and the mentor too
    # Endings
    ENDED_AS_PLANNED = auto()
    ENDED_EARLY = auto()
    CHANGED = auto()  # the person would like someone else
    SILENT = auto()  # the mentor has not answered for weeks
    HOUR_OVER = auto()
    LEFT = auto()  # and did not come back
    ERASED = auto()
    HEALTH_WITHDRAWN = auto()
    UNDER_AGE = auto()
    MENTOR_PAUSED = auto()
    MENTOR_LEFT = auto()


class Search(StrEnum):
    """What becomes of the person's search for a mentor."""

    GOES_ON = auto()
    BEGINS_ANEW = auto()  # from the day on which they first asked
    COMES_FIRST = auto()  # before everyone else: they have waited once already
    ENDS = auto()


@dataclass(frozen=True)
class Tell:
    """A text for one of the two. News that `waits` is kept from someone in grave trouble."""

    to: Side
    message: str
    waits: bool = False


@dataclass(frozen=True)
class Later:
    """A timer of one of the two, so long from now."""

    of: Side
    action: Action
    after: timedelta = AT_ONCE


@dataclass(frozen=True)
class Step:
    """What follows from an event. `room` is how long until the mentor may take someone else on."""

    status: MatchStatus
    tells: tuple[Tell, ...] = ()
    sets: tuple[Later, ...] = ()
    cancels: tuple[tuple[Side, Action], ...] = ()
    closes: tuple[FlowName, ...] = ()  # conversations about the match that are settled
    ending: Ending | None = None
    rests_for: RestsFor | None = None
    search: Search | None = None
    room: timedelta | None = None
    thanks: bool = False  # the mentor is there for one more person
    withdraws: bool = False  # what either wrote and is still on its way does not arrive
