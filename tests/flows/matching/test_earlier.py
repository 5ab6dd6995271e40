"""What someone's earlier matches say of the next."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.matching.earlier import Earlier, declined, missed, parted, unanswered
from flows.matching.fit import Preference
from flows.vocabulary import Decline, EndedFor, Ending, MatchStatus

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MO = 3


def ago(days: int, status: MatchStatus, **how: object) -> list[Earlier]:
    """A match with Mo that was over so many days ago."""
    return [Earlier(MO, status, NOW - timedelta(days=days), **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize("why", [None, Decline.NOT_FOR_ME, Decline.OTHER])
def test_a_no_stays_a_no(why: Decline | None) -> None:
    assert declined(ago(400, MatchStatus.DECLINED, declined_for=why)) == {MO}


def test_who_was_busy_may_be_asked_later() -> None:
    assert declined(ago(1, MatchStatus.DECLINED, declined_for=Decline.BUSY)) == set()


def test_a_missed_offer_is_no_no_and_keeps_them_apart_for_a_month() -> None:
    for ending in (Ending.OFFER_MISSED, None):  # None: as it was written before
        assert declined(ago(1, MatchStatus.EXPIRED, ending=ending)) == set()
        assert unanswered(ago(29, MatchStatus.EXPIRED, ending=ending), NOW) == {MO}
        assert unanswered(ago(30, MatchStatus.EXPIRED, ending=ending), NOW) == set()


def test_a_mentor_whose_yes_was_not_answered_did_nothing_to_be_kept_apart() -> None:
    earlier = ago(1, MatchStatus.EXPIRED, ending=Ending.MEETING_MISSED)
    assert (declined(earlier), unanswered(earlier, NOW)) == (set(), set())


def test_what_was_taken_back_is_nobodys_no() -> None:
    earlier = ago(1, MatchStatus.WITHDRAWN)
    assert (declined(earlier), unanswered(earlier, NOW), parted(earlier)) == (set(), set(), set())


def test_whom_they_have_talked_with_is_known_for_good() -> None:
    assert parted(ago(400, MatchStatus.ENDED, ending=Ending.PLANNED)) == {MO}


@pytest.mark.parametrize(
    ("why", "wishes"),
    [
        (EndedFor.TIMES, {Preference.TIMES}),
        (EndedFor.STYLE, {Preference.STYLE}),
        (EndedFor.NOT_SAID, set()),
        (None, set()),
    ],
)
def test_only_a_change_says_what_was_missed(why: EndedFor | None, wishes: set[Preference]) -> None:
    assert missed(ago(1, MatchStatus.ENDED, ending=Ending.CHANGED, ended_for=why)) == wishes
    assert missed(ago(1, MatchStatus.ENDED, ending=Ending.EARLY, ended_for=why)) == set()
