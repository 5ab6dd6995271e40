"""A match's life, as tables: what each event makes of it, who is told, and what is set for later.

It begins when it is proposed (or, for a conversation of an hour, offered). From there `step` says
what follows from each event; an event that has no row for where the match stands changes nothing,
as when two answer at once. `bot/matches/life.py` does what is said here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from flows.matches.calendar import (
    ANSWERED_WITHIN,
    EXPIRES_AFTER,
    FIRST_WEEK,
    LAPSE,
    MEETING_LAPSES_AFTER,
    MIDWAY,
    NUDGE_AFTER,
    PLANNED,
    QUIET,
    SOON,
    SPARED,
    TALK_ENDS_SOON,
    TALK_LASTS,
    TEAM_AGAIN_AFTER,
)
from flows.matches.events import AT_ONCE, Event, Later, Search, Step, Tell
from flows.vocabulary import Action, Ending, FlowName, MatchKind, MatchStatus, RestsFor, Side

Rows = Mapping[tuple[Event, Side | None], Mapping[MatchStatus, Step]]

NOT_MET = (MatchStatus.PROPOSED, MatchStatus.HELD, MatchStatus.OFFERED, MatchStatus.ACCEPTED)
MET = (MatchStatus.ACTIVE, MatchStatus.PAUSED)
OVER = (MatchStatus.ENDED, MatchStatus.DECLINED, MatchStatus.EXPIRED, MatchStatus.WITHDRAWN)
_PLANNED = NOT_MET[:2]
_ABOUT_MEETING = (FlowName.ASKED_FIRST, FlowName.MEETING, FlowName.OFFERING)


def step(
    status: MatchStatus, event: Event, by: Side | None = None, kind: MatchKind = MatchKind.LASTING
) -> Step | None:
    """What an event makes of a match of this status; None where it changes nothing.

    `by` is which of the two did it, for what either may do; it is None for everything else.
    Raises ValueError where it is the other way round: no row would ever be found.
    """
    if (event, by) not in _KNOWN:
        raise ValueError(f"{event} by {by}")
    return _TABLES[kind].get((event, by), {}).get(status)


def _from(statuses: Iterable[MatchStatus], to: Step) -> dict[MatchStatus, Step]:
    return dict.fromkeys(statuses, to)


def _both(message: str) -> tuple[Tell, ...]:
    return tuple(Tell(side, message) for side in Side)


def _each(*later: tuple[Action, timedelta]) -> tuple[Later, ...]:
    return tuple(Later(side, action, after) for action, after in later for side in Side)


def _offer(after: timedelta = AT_ONCE) -> tuple[Later, ...]:
    """The question to the mentor, with its nudge and its end."""
    return (
        Later(Side.MENTOR, Action.OFFERING, after),
        Later(Side.MENTOR, Action.OFFER_NUDGE, after + NUDGE_AFTER),
        Later(Side.MENTOR, Action.OFFER_EXPIRED, after + EXPIRES_AFTER),
    )


_MEETING = (
    Later(Side.MENTEE, Action.MEETING),
    Later(Side.MENTEE, Action.MEETING_NUDGE, NUDGE_AFTER),
    Later(Side.MENTEE, Action.MEETING_LAPSED, MEETING_LAPSES_AFTER),
)
_NEXT_END = (
    *_each((Action.ENDING_SOON, SOON)),
    Later(Side.MENTEE, Action.ENDING, PLANNED),
)
BEGINNING = (
    *_each((Action.FIRST_WEEK, FIRST_WEEK), (Action.MIDWAY, MIDWAY)),
    Later(Side.MENTOR, Action.QUIET, QUIET),
    *_NEXT_END,
)
"""What is planned for two who were introduced just now."""

_LAPSES = Later(Side.MENTEE, Action.ENDING_LAPSED, LAPSE)
_LAPSES_NO_MORE = ((Side.MENTEE, Action.ENDING_LAPSED),)
_FEEDBACK = (Later(Side.MENTOR, Action.MENTOR_FEEDBACK),)

_TAKEN_BACK = Step(MatchStatus.WITHDRAWN, search=Search.GOES_ON, room=AT_ONCE)

_UNTIL_THEY_MEET: Rows = {
    (Event.APPROVED, None): _from(_PLANNED, Step(MatchStatus.OFFERED, sets=_offer())),
    (Event.HELD, None): {
        MatchStatus.PROPOSED: Step(
            MatchStatus.HELD, sets=(Later(Side.MENTEE, Action.MATCH_WAITS, TEAM_AGAIN_AFTER),)
        ),
    },
    (Event.REFUSED, None): _from(_PLANNED, _TAKEN_BACK),
    (Event.FORBIDDEN, None): _from(_PLANNED, _TAKEN_BACK),
    (Event.REPLACED, None): _from(_PLANNED, Step(MatchStatus.WITHDRAWN, room=AT_ONCE)),
    (Event.ASKED_FIRST, None): {
        MatchStatus.OFFERED: Step(
            MatchStatus.OFFERED,
            sets=(Later(Side.MENTEE, Action.ASKED_FIRST), *_offer(after=ANSWERED_WITHIN)),
        ),
    },
    (Event.ANSWERED, None): {
        MatchStatus.OFFERED: Step(MatchStatus.OFFERED, sets=_offer()),
    },
    (Event.ACCEPTED, None): {
        MatchStatus.OFFERED: Step(
            MatchStatus.ACCEPTED, sets=_MEETING, closes=(FlowName.ASKED_FIRST,)
        ),
    },
    (Event.DECLINED, Side.MENTOR): {
        MatchStatus.OFFERED: Step(
            MatchStatus.DECLINED,
            closes=(FlowName.ASKED_FIRST,),
            search=Search.GOES_ON,
            room=SPARED,
        ),
    },
    (Event.DECLINED, Side.MENTEE): {
        MatchStatus.ACCEPTED: Step(
            MatchStatus.DECLINED,
            tells=(Tell(Side.MENTOR, "mentee-said-no", waits=True),),
            search=Search.GOES_ON,
            room=AT_ONCE,
        ),
    },
    (Event.EXPIRED, None): {
        MatchStatus.OFFERED: Step(
            MatchStatus.EXPIRED,
            tells=(Tell(Side.MENTOR, "offer-expired-mentor", waits=True),),
            closes=(FlowName.OFFERING, FlowName.ASKED_FIRST),
            ending=Ending.OFFER_MISSED,
            search=Search.GOES_ON,
            room=SPARED,
        ),
    },
    (Event.LAPSED, None): {
        MatchStatus.ACCEPTED: Step(
            MatchStatus.EXPIRED,
            tells=(Tell(Side.MENTEE, "meeting-lapsed"), Tell(Side.MENTOR, "offer-withdrawn")),
            closes=(FlowName.MEETING,),
            ending=Ending.MEETING_MISSED,
            search=Search.ENDS,
            room=AT_ONCE,
        ),
    },
    (Event.INTRODUCED, None): {
        MatchStatus.ACCEPTED: Step(
            MatchStatus.ACTIVE,
            tells=(Tell(Side.MENTEE, "introduced-mentee"), Tell(Side.MENTOR, "introduced-mentor")),
            sets=BEGINNING,
            search=Search.ENDS,
            thanks=True,
        ),
    },
}


def _before_meeting(by: Side, ending: Ending) -> dict[MatchStatus, Step]:
    """One of them goes before they have met. A mentor who has been asked hears that it is settled.

    A person does not: they have not been told who it was, and the next offer is all they need.
    """
    gone = Step(MatchStatus.WITHDRAWN, closes=_ABOUT_MEETING, ending=ending, room=AT_ONCE)
    if by is Side.MENTOR:
        return _from(NOT_MET, replace(gone, search=Search.BEGINS_ANEW))
    asked = replace(gone, tells=(Tell(Side.MENTOR, "offer-withdrawn", waits=True),))
    return _from(_PLANNED, gone) | _from(NOT_MET[2:], asked)


def _breaks(by: Side) -> Rows:
    """What rests a match and lets it go on, the same for either of them and for both kinds."""
    away = Step(MatchStatus.PAUSED, tells=(Tell(by.other, "match-paused-other", waits=True),))
    return {
        (Event.AWAY, by): {MatchStatus.ACTIVE: away},
        (Event.BLOCKED, by): {
            MatchStatus.ACTIVE: replace(away, withdraws=True),
        },
        (Event.RESUMED, by): {
            MatchStatus.PAUSED: Step(
                MatchStatus.ACTIVE, tells=(Tell(by.other, "match-resumed-other", waits=True),)
            ),
        },
        # Two who have met are not parted yet: a coordinator looks first.
        (Event.UNDER_AGE, by): {
            **_before_meeting(by, Ending.UNDER_AGE),
            MatchStatus.ACTIVE: replace(away, rests_for=RestsFor.UNDER_AGE, withdraws=True),
        },
    }


_RESTED: Rows = {
    (Event.RESTED, None): {
        MatchStatus.ACTIVE: Step(
            MatchStatus.PAUSED,
            tells=_both("match-resting"),
            rests_for=RestsFor.CONCERN,
            withdraws=True,
        ),
        MatchStatus.PAUSED: Step(
            MatchStatus.PAUSED, rests_for=RestsFor.CONCERN, withdraws=True
        ),  # the one who is away is not told twice
    },
}

_TOWARDS_THE_END: Rows = {
    (Event.LOOK_BACK, None): {
        MatchStatus.ACTIVE: Step(MatchStatus.ACTIVE, sets=(_LAPSES,), cancels=_LAPSES_NO_MORE),
    },
    (Event.WISHED_ON, None): {
        status: Step(
            status,
            sets=(Later(Side.MENTOR, Action.CARRYING_ON), _LAPSES),
            cancels=_LAPSES_NO_MORE,
        )
        for status in MET
    },
    (Event.CARRIED_ON, None): {
        MatchStatus.ACTIVE: Step(
            MatchStatus.ACTIVE, _both("carries-on"), _NEXT_END, cancels=_LAPSES_NO_MORE
        ),
    },
    (Event.ENDED_AS_PLANNED, None): _from(
        MET,
        Step(
            MatchStatus.ENDED,
            _both("match-ended"),
            _FEEDBACK,
            ending=Ending.PLANNED,
            room=AT_ONCE,
        ),
    ),
    (Event.SILENT, None): {
        MatchStatus.ACTIVE: Step(
            MatchStatus.ENDED,
            (Tell(Side.MENTEE, "silent-over"), Tell(Side.MENTOR, "silent-paused")),
            _FEEDBACK,
            ending=Ending.MENTOR_SILENT,
            search=Search.COMES_FIRST,
            room=AT_ONCE,
        ),
    },
}


def _stops(by: Side, ending: Ending, search: Search | None) -> dict[MatchStatus, Step]:
    """One of them ends it before its time; the other is told so, and nobody is to blame."""
    told = (Tell(by.other, "match-ended-early", waits=True),)
    ends = Step(MatchStatus.ENDED, told, _FEEDBACK, ending=ending, search=search, room=AT_ONCE)
    return _from(MET, ends)


def _goes(
    by: Side, message: str, ending: Ending, search: Search = Search.BEGINS_ANEW
) -> dict[MatchStatus, Step]:
    """One of them goes, wherever the match stands. Whoever loses a mentor is found another."""
    gone = Step(
        MatchStatus.ENDED,
        tells=(Tell(by.other, message, waits=True),),
        closes=_ABOUT_MEETING,
        ending=ending,
        search=search if by is Side.MENTOR else None,
        room=AT_ONCE,
    )
    return _before_meeting(by, ending) | _from(MET, gone)


def _partings(by: Side) -> Rows:
    return {
        (Event.LEFT, by): _goes(by, "match-over", Ending.LEFT),
        (Event.ERASED, by): _goes(by, "match-over", Ending.ERASED),
        (Event.HEALTH_WITHDRAWN, by): _goes(by, "match-over-health", Ending.HEALTH_WITHDRAWN),
    }


_LASTING: Rows = {
    **_UNTIL_THEY_MEET,
    **_breaks(Side.MENTEE),
    **_breaks(Side.MENTOR),
    **_RESTED,
    **_TOWARDS_THE_END,
    (Event.ENDED_EARLY, Side.MENTEE): _stops(Side.MENTEE, Ending.EARLY, None),
    (Event.ENDED_EARLY, Side.MENTOR): _stops(Side.MENTOR, Ending.EARLY, Search.BEGINS_ANEW),
    (Event.CHANGED, Side.MENTEE): _stops(Side.MENTEE, Ending.CHANGED, Search.BEGINS_ANEW),
    **_partings(Side.MENTEE),
    **_partings(Side.MENTOR),
    (Event.MENTOR_PAUSED, None): _before_meeting(Side.MENTOR, Ending.MENTOR_PAUSED),
    (Event.MENTOR_LEFT, None): _goes(
        Side.MENTOR, "mentor-left", Ending.MENTOR_LEFT, Search.COMES_FIRST
    ),
}


def _of_an_hour(rows: Rows) -> Rows:
    """The same for a conversation of an hour: nobody searches on because of it, it takes none of
    a mentor's room, and there is nothing to look back on. Before it began, it was an offer."""
    return {
        key: {
            status: replace(
                each,
                sets=(),
                closes=(FlowName.TALK_NOW_OFFER,) if each.closes else (),
                search=None,
                room=None,
            )
            for status, each in row.items()
            if status in (MatchStatus.OFFERED, *MET)
        }
        for key, row in rows.items()
    }


_UNANSWERED = (Tell(Side.MENTOR, "talk-now-settled"),)

_TALK_NOW: Rows = {
    (Event.ACCEPTED, None): {
        MatchStatus.OFFERED: Step(
            MatchStatus.ACTIVE,
            _both("talk-now-begins"),
            (
                *_each((Action.TALK_NOW_ENDING, TALK_LASTS - TALK_ENDS_SOON)),
                Later(Side.MENTEE, Action.TALK_NOW_OVER, TALK_LASTS),
            ),
        ),
    },
    (Event.DECLINED, Side.MENTOR): {MatchStatus.OFFERED: Step(MatchStatus.DECLINED)},
    (Event.SETTLED, None): {
        MatchStatus.OFFERED: Step(
            MatchStatus.WITHDRAWN, _UNANSWERED, closes=(FlowName.TALK_NOW_OFFER,)
        ),
    },
    (Event.EXPIRED, None): {
        MatchStatus.OFFERED: Step(
            MatchStatus.EXPIRED, _UNANSWERED, closes=(FlowName.TALK_NOW_OFFER,)
        ),
    },
    (Event.HOUR_OVER, None): _from(MET, Step(MatchStatus.ENDED, ending=Ending.TALK_NOW)),
    **_of_an_hour(
        {
            key: row
            for key, row in _LASTING.items()
            if key[0] in (
                Event.AWAY, Event.BLOCKED, Event.RESTED, Event.RESUMED, Event.UNDER_AGE,
                Event.ENDED_EARLY, Event.CHANGED, Event.LEFT, Event.ERASED,
                Event.HEALTH_WITHDRAWN,
            )
        }
    ),
}  # fmt: skip

_TABLES: Mapping[MatchKind, Rows] = {MatchKind.LASTING: _LASTING, MatchKind.TALK_NOW: _TALK_NOW}
_KNOWN = _LASTING.keys() | _TALK_NOW.keys()
