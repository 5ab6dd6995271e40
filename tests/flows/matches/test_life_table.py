"""Every event in every place where a match may stand: what it becomes, or that nothing happens."""

from datetime import timedelta
from itertools import product

import pytest

from flows.matches.calendar import SPARED
from flows.matches.events import Event, Search, Step, Tell
from flows.matches.life import MET, NOT_MET, OVER, step
from flows.vocabulary import Action, Ending, FlowName, MatchKind, MatchStatus, RestsFor, Side

P, H, O, A = NOT_MET  # noqa: E741 -- a column's heading, as narrow as the column
ON, BREAK = MET
END, NO, LATE, BACK = OVER
MENTEE, MENTOR = Side

# From each place in turn: proposed, held, offered, accepted, active, paused; None: nothing happens.
LASTING: dict[tuple[Event, Side | None], tuple[MatchStatus | None, ...]] = {
    (Event.APPROVED, None): (O, O, None, None, None, None),
    (Event.HELD, None): (H, None, None, None, None, None),
    (Event.REFUSED, None): (BACK, BACK, None, None, None, None),
    (Event.FORBIDDEN, None): (BACK, BACK, None, None, None, None),
    (Event.REPLACED, None): (BACK, BACK, None, None, None, None),
    (Event.ASKED_FIRST, None): (None, None, O, None, None, None),
    (Event.ANSWERED, None): (None, None, O, None, None, None),
    (Event.ACCEPTED, None): (None, None, A, None, None, None),
    (Event.DECLINED, MENTOR): (None, None, NO, None, None, None),
    (Event.DECLINED, MENTEE): (None, None, None, NO, None, None),
    (Event.EXPIRED, None): (None, None, LATE, None, None, None),
    (Event.LAPSED, None): (None, None, None, LATE, None, None),
    (Event.INTRODUCED, None): (None, None, None, ON, None, None),
    (Event.SETTLED, None): (None, None, None, None, None, None),
    (Event.AWAY, MENTEE): (None, None, None, None, BREAK, None),
    (Event.AWAY, MENTOR): (None, None, None, None, BREAK, None),
    (Event.BLOCKED, MENTEE): (None, None, None, None, BREAK, None),
    (Event.BLOCKED, MENTOR): (None, None, None, None, BREAK, None),
    (Event.RESTED, None): (None, None, None, None, BREAK, BREAK),
    (Event.RESUMED, MENTEE): (None, None, None, None, None, ON),
    (Event.RESUMED, MENTOR): (None, None, None, None, None, ON),
    (Event.LOOK_BACK, None): (None, None, None, None, ON, None),
    (Event.WISHED_ON, None): (None, None, None, None, ON, BREAK),
    (Event.CARRIED_ON, None): (None, None, None, None, ON, None),
    (Event.ENDED_AS_PLANNED, None): (None, None, None, None, END, END),
    (Event.ENDED_EARLY, MENTEE): (None, None, None, None, END, END),
    (Event.ENDED_EARLY, MENTOR): (None, None, None, None, END, END),
    (Event.CHANGED, MENTEE): (None, None, None, None, END, END),
    (Event.SILENT, None): (None, None, None, None, END, None),
    (Event.HOUR_OVER, None): (None, None, None, None, None, None),
    (Event.LEFT, MENTEE): (BACK, BACK, BACK, BACK, END, END),
    (Event.LEFT, MENTOR): (BACK, BACK, BACK, BACK, END, END),
    (Event.ERASED, MENTEE): (BACK, BACK, BACK, BACK, END, END),
    (Event.ERASED, MENTOR): (BACK, BACK, BACK, BACK, END, END),
    (Event.HEALTH_WITHDRAWN, MENTEE): (BACK, BACK, BACK, BACK, END, END),
    (Event.HEALTH_WITHDRAWN, MENTOR): (BACK, BACK, BACK, BACK, END, END),
    (Event.UNDER_AGE, MENTEE): (BACK, BACK, BACK, BACK, BREAK, None),
    (Event.UNDER_AGE, MENTOR): (BACK, BACK, BACK, BACK, BREAK, None),
    (Event.MENTOR_PAUSED, None): (BACK, BACK, BACK, BACK, None, None),
    (Event.MENTOR_LEFT, None): (BACK, BACK, BACK, BACK, END, END),
}
# A conversation of an hour begins as an offer: from offered, active, paused.
TALK_NOW: dict[tuple[Event, Side | None], tuple[MatchStatus | None, ...]] = {
    (Event.ACCEPTED, None): (ON, None, None),
    (Event.DECLINED, MENTOR): (NO, None, None),
    (Event.SETTLED, None): (BACK, None, None),
    (Event.EXPIRED, None): (LATE, None, None),
    (Event.AWAY, MENTEE): (None, BREAK, None),
    (Event.AWAY, MENTOR): (None, BREAK, None),
    (Event.BLOCKED, MENTEE): (None, BREAK, None),
    (Event.BLOCKED, MENTOR): (None, BREAK, None),
    (Event.RESTED, None): (None, BREAK, BREAK),
    (Event.RESUMED, MENTEE): (None, None, ON),
    (Event.RESUMED, MENTOR): (None, None, ON),
    (Event.ENDED_EARLY, MENTEE): (None, END, END),
    (Event.ENDED_EARLY, MENTOR): (None, END, END),
    (Event.CHANGED, MENTEE): (None, END, END),
    (Event.HOUR_OVER, None): (None, END, END),
    (Event.LEFT, MENTEE): (BACK, END, END),
    (Event.LEFT, MENTOR): (BACK, END, END),
    (Event.ERASED, MENTEE): (BACK, END, END),
    (Event.ERASED, MENTOR): (BACK, END, END),
    (Event.HEALTH_WITHDRAWN, MENTEE): (BACK, END, END),
    (Event.HEALTH_WITHDRAWN, MENTOR): (BACK, END, END),
    (Event.UNDER_AGE, MENTEE): (BACK, BREAK, None),
    (Event.UNDER_AGE, MENTOR): (BACK, BREAK, None),
}
PLACES = {MatchKind.LASTING: (*NOT_MET, *MET), MatchKind.TALK_NOW: (O, *MET)}


def becomes(kind: MatchKind, event: Event, by: Side | None) -> dict[MatchStatus, MatchStatus]:
    """By the tables above: where it goes from each place in which it happens."""
    rows = LASTING if kind is MatchKind.LASTING else TALK_NOW
    row = rows.get((event, by), ())
    return {at: to for at, to in zip(PLACES[kind], row, strict=bool(row)) if to is not None}


@pytest.mark.parametrize("kind", MatchKind)
@pytest.mark.parametrize(("event", "by"), LASTING, ids=lambda each: str(each))
def test_every_event_everywhere(event: Event, by: Side | None, kind: MatchKind) -> None:
    said = {at: step(at, event, by, kind) for at in MatchStatus}
    happened = {at: each.status for at, each in said.items() if each is not None}
    assert happened == becomes(kind, event, by)


def test_the_tables_above_have_every_event() -> None:
    assert {event for event, _ in LASTING} == set(Event)


def test_what_is_over_stays_over() -> None:
    for at, (event, by), kind in product(OVER, LASTING, MatchKind):
        assert step(at, event, by, kind) is None


@pytest.mark.parametrize(
    ("event", "by"), [(Event.LEFT, None), (Event.CHANGED, MENTOR), (Event.EXPIRED, MENTOR)]
)
def test_an_event_by_the_wrong_one_is_a_mistake_of_ours(event: Event, by: Side | None) -> None:
    with pytest.raises(ValueError, match=event):
        step(ON, event, by)


def steps() -> list[tuple[MatchStatus, Event, Side | None, MatchKind, Step]]:
    """Everything that may follow."""
    return [
        (at, event, by, kind, said)
        for at, (event, by), kind in product(MatchStatus, LASTING, MatchKind)
        if (said := step(at, event, by, kind)) is not None
    ]


def said_of(at: MatchStatus, event: Event, by: Side | None = None) -> Step:
    said = step(at, event, by)
    assert said is not None
    return said


def test_every_match_that_lasts_and_is_over_leaves_the_mentor_room() -> None:
    for at, event, _, kind, said in steps():
        lasts = kind is MatchKind.LASTING
        assert (said.room is not None) is (lasts and said.status in OVER), (at, event)


def test_a_person_who_loses_a_mentor_is_found_another_and_who_goes_is_not() -> None:
    for event in (Event.LEFT, Event.ERASED, Event.HEALTH_WITHDRAWN):
        for at in (*NOT_MET, *MET):
            assert said_of(at, event, MENTOR).search is Search.BEGINS_ANEW
            assert said_of(at, event, MENTEE).search is None
    for event in (Event.MENTOR_LEFT, Event.SILENT):
        assert said_of(ON, event).search is Search.COMES_FIRST
    assert said_of(ON, Event.CHANGED, MENTEE).search is Search.BEGINS_ANEW
    assert said_of(ON, Event.ENDED_EARLY, MENTOR).search is Search.BEGINS_ANEW
    assert said_of(ON, Event.ENDED_EARLY, MENTEE).search is None


def test_every_search_goes_on_after_an_offer_that_came_to_nothing() -> None:
    for at, event, by in (
        (P, Event.REFUSED, None), (H, Event.FORBIDDEN, None), (O, Event.DECLINED, MENTOR),
        (O, Event.EXPIRED, None), (A, Event.DECLINED, MENTEE),
    ):  # fmt: skip
        assert said_of(at, event, by).search is Search.GOES_ON


def test_who_said_nothing_is_spared_for_a_day_and_nobody_else_waits() -> None:
    spared = {event for _, event, _, _, said in steps() if said.room == SPARED}
    assert spared == {Event.DECLINED, Event.EXPIRED}
    assert {said.room for *_, said in steps()} == {None, timedelta(), SPARED}


def test_nothing_identifies_someone_before_they_have_met() -> None:
    by_name = {
        "match-over", "match-over-health", "mentor-left", "match-paused-other",
        "match-resumed-other", "match-ended-early", "match-ended", "match-resting",
    }  # fmt: skip
    for at, event, _, _, said in steps():
        if at in NOT_MET and said.status is not ON:
            assert not by_name & {tell.message for tell in said.tells}, (at, event)


def test_a_person_never_hears_of_offers_that_a_mentor_was_asked_about() -> None:
    for *_, said in steps():
        assert Tell(MENTEE, "offer-withdrawn") not in said.tells
        assert Tell(MENTEE, "offer-withdrawn", waits=True) not in said.tells


def test_the_one_who_goes_is_not_told_of_it_here() -> None:
    for at, event, by, _, said in steps():
        if by is not None:
            assert {tell.to for tell in said.tells} <= {by.other}, (at, event)


def test_a_mentor_is_asked_how_it_was_when_it_ended_by_a_choice() -> None:
    asked = {
        event
        for *_, event, _, _, said in steps()
        if any(later.action is Action.MENTOR_FEEDBACK for later in said.sets)
    }
    assert asked == {Event.ENDED_AS_PLANNED, Event.ENDED_EARLY, Event.CHANGED, Event.SILENT}


def test_after_a_conversation_of_an_hour_nobody_is_asked_or_looked_for() -> None:
    for *_, event, _, kind, said in steps():
        if kind is MatchKind.TALK_NOW:
            assert (said.search, said.room) == (None, None)
            assert not said.sets or event is Event.ACCEPTED


def test_a_concern_and_a_child_rest_a_match_until_the_team_has_looked() -> None:
    rests = {(event, said.rests_for) for *_, event, _, _, said in steps() if said.rests_for}
    assert rests == {
        (Event.RESTED, RestsFor.CONCERN), (Event.UNDER_AGE, RestsFor.UNDER_AGE)
    }  # fmt: skip
    assert all(said.status is BREAK for *_, said in steps() if said.rests_for)


def test_words_on_their_way_are_stopped_only_where_someone_may_be_harmed() -> None:
    stopped = {event for *_, event, _, _, said in steps() if said.withdraws}
    assert stopped == {Event.RESTED, Event.BLOCKED, Event.UNDER_AGE}


def test_an_offer_has_an_end_and_a_question_moves_it() -> None:
    for at, event in ((P, Event.APPROVED), (O, Event.ANSWERED), (O, Event.ASKED_FIRST)):
        actions = [later.action for later in said_of(at, event).sets]
        assert Action.OFFER_EXPIRED in actions, event
    assert FlowName.OFFERING in said_of(O, Event.EXPIRED).closes


def test_each_ending_says_why() -> None:
    without = {
        event for *_, event, _, _, said in steps() if said.status is END and said.ending is None
    }
    assert without == set()
    assert said_of(O, Event.EXPIRED).ending is Ending.OFFER_MISSED
    assert said_of(A, Event.LAPSED).ending is Ending.MEETING_MISSED
