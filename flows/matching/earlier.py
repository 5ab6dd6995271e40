"""What someone's earlier matches say of the next: whom they should not be asked with, and what
they missed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.matches.calendar import ASKED_AGAIN_AFTER
from flows.matching.fit import Preference
from flows.vocabulary import Decline, EndedFor, Ending, MatchStatus

_MISSED = {
    EndedFor.EXPERIENCE: (
        Preference.DIABETES,
        Preference.NEEDS,
        Preference.AGE,
        Preference.LIFE,
        Preference.TECHNOLOGY,
    ),
    EndedFor.TIMES: (Preference.TIMES,),
    EndedFor.STYLE: (Preference.STYLE,),
    EndedFor.NOT_SAID: (),
}


@dataclass(frozen=True)
class Earlier:
    """A person's match that is over, with `mentor`; `over_at` is when, aware."""

    mentor: int
    status: MatchStatus
    over_at: datetime
    ending: Ending | None = None
    ended_for: EndedFor | None = None
    declined_for: Decline | None = None


def declined(earlier: Iterable[Earlier]) -> frozenset[int]:
    """Mentors with whom either said no. Who was busy may be asked later; a withdrawal is nobody's
    no."""
    return frozenset(
        each.mentor
        for each in earlier
        if each.status is MatchStatus.DECLINED and each.declined_for is not Decline.BUSY
    )


def unanswered(earlier: Iterable[Earlier], now: datetime) -> frozenset[int]:
    """Mentors who were asked within the month and did not answer in time.

    Where it was the person who did not, they may have that mentor as soon as they ask again.
    """
    return frozenset(
        each.mentor
        for each in earlier
        if each.status is MatchStatus.EXPIRED
        and each.ending is not Ending.MEETING_MISSED
        and now - each.over_at < ASKED_AGAIN_AFTER
    )


def parted(earlier: Iterable[Earlier]) -> frozenset[int]:
    """Mentors they have talked with."""
    return frozenset(each.mentor for each in earlier if each.status is MatchStatus.ENDED)


def missed(earlier: Iterable[Earlier]) -> frozenset[Preference]:
    """What they would have had different, when they asked for someone else."""
    return frozenset(wish for each in earlier for wish in _missed_in(each))


def _missed_in(earlier: Earlier) -> Sequence[Preference]:
    if earlier.ending is not Ending.CHANGED or earlier.ended_for is None:
        return ()
    return _MISSED[earlier.ended_for]
