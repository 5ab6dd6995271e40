from collections import Counter
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.matching.plan import (
    EVERY_PAIR,
    Candidate,
    Plan,
    Preference,
    Rule,
    Seeker,
    Weights,
    WeightsError,
    plan,
    suits,
    why_not,
)
from flows.vocabulary import (
    AgeBand,
    Diabetes,
    Faith,
    Gender,
    GenderWish,
    Language,
    LifeStage,
    Need,
    TalkTime,
    Technology,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
GLOUCESTER, CHELTENHAM, PENZANCE = (51.87, -2.24), (51.90, -2.07), (50.12, -5.54)

ASHA = Seeker(
    id=1,
    adult=True,
    diabetes=Diabetes.TYPE1,
    languages=(Language.URDU, Language.ENGLISH),
    waiting_since=NOW - timedelta(weeks=2),
    technology=frozenset({Technology.PUMP}),
    needs=frozenset({Need.FOOD, Need.FEELINGS}),
    age_band=AgeBand.FROM_25,
)
BEN = Seeker(
    id=2,
    adult=True,
    diabetes=Diabetes.TYPE2,
    languages=(Language.ENGLISH,),
    waiting_since=NOW - timedelta(weeks=5),
)
MO = Candidate(
    id=11,
    adult=True,
    diabetes=Diabetes.TYPE1,
    languages=(Language.ENGLISH, Language.URDU),
    active=True,
    trained_until=TODAY,
    checks_until=TODAY,
    technology=frozenset({Technology.PUMP, Technology.CGM}),
    comfortable_with=frozenset({Need.FOOD}),
    age_band=AgeBand.FROM_35,
)


def ids(a_plan: Plan) -> set[tuple[int, int]]:
    return {(pair.seeker, pair.mentor) for pair in a_plan.pairs}


def reasons(seeker: Seeker, mentor: Candidate) -> dict[Preference, tuple[str, ...]]:
    return {reason.about: reason.shared for reason in suits(seeker, mentor).reasons}


# Hard rules


def test_a_trained_mentor_with_room_and_a_shared_language_may_be_asked() -> None:
    assert why_not(ASHA, MO, TODAY) == ()


@pytest.mark.parametrize(
    ("seeker", "mentor", "rule"),
    [
        ({}, {"id": ASHA.id}, Rule.SAME_PERSON),
        ({}, {"mentored_by": frozenset({ASHA.id})}, Rule.OWN_MENTOR),
        ({"blocked": frozenset({MO.id})}, {}, Rule.BLOCKED),
        ({}, {"blocked": frozenset({ASHA.id})}, Rule.BLOCKED),
        ({"declined": frozenset({MO.id})}, {}, Rule.DECLINED),
        ({"unanswered": frozenset({MO.id})}, {}, Rule.NOT_ANSWERED),
        ({"parted": frozenset({MO.id})}, {}, Rule.PARTED),
        ({}, {"active": False}, Rule.NOT_ACTIVE),
        ({}, {"trained_until": None}, Rule.NOT_TRAINED),
        ({}, {"trained_until": date(2026, 11, 21)}, Rule.NOT_TRAINED),
        ({}, {"checks_until": None}, Rule.CHECKS_LAPSED),
        ({}, {"checks_until": date(2026, 11, 21)}, Rule.CHECKS_LAPSED),
        ({}, {"load": 3}, Rule.FULL),
        ({}, {"load": 4}, Rule.FULL),
        ({"adult": False}, {}, Rule.NOT_ADULT),
        ({}, {"adult": False}, Rule.NOT_ADULT),
        ({"languages": (Language.POLISH,)}, {}, Rule.LANGUAGE),
        ({"languages": ()}, {}, Rule.LANGUAGE),
        ({"gender_wish": GenderWish.WOMAN}, {"gender": Gender.MAN}, Rule.GENDER),
        ({"gender_wish": GenderWish.WOMAN}, {"gender": Gender.NOT_SAID}, Rule.GENDER),
        ({"gender": Gender.MAN}, {"gender_wish": GenderWish.WOMAN}, Rule.GENDER),
        ({}, {"diabetes": Diabetes.TYPE2}, Rule.DIABETES),
        ({}, {"diabetes": Diabetes.AT_RISK}, Rule.DIABETES),
    ],
)
def test_each_hard_rule_keeps_two_people_apart_by_itself(
    seeker: dict[str, object], mentor: dict[str, object], rule: Rule
) -> None:
    asha, mo = replace(ASHA, **seeker), replace(MO, **mentor)
    assert why_not(asha, mo, TODAY) == (rule,)
    assert not plan([asha], [mo], NOW).pairs


@pytest.mark.parametrize(
    ("seeker", "mentor"),
    [
        ({"waives_type": True}, {"diabetes": Diabetes.TYPE2}),
        ({}, {"diabetes": Diabetes.TYPE2, "waives_type": True}),
        ({"diabetes": Diabetes.NOT_SURE}, {}),
        ({"diabetes": Diabetes.AT_RISK}, {}),
        ({"diabetes": Diabetes.AT_RISK}, {"diabetes": Diabetes.AT_RISK}),
        ({"gender_wish": GenderWish.WOMAN}, {"gender": Gender.WOMAN}),
    ],
)
def test_a_waived_type_and_a_wish_that_is_met_keep_no_one_apart(
    seeker: dict[str, object], mentor: dict[str, object]
) -> None:
    assert why_not(replace(ASHA, **seeker), replace(MO, **mentor), TODAY) == ()


# Reasons


def test_reasons_say_what_two_people_share() -> None:
    assert reasons(ASHA, MO) == {
        Preference.ROLE: ("living_with_diabetes",),
        Preference.DIABETES: ("type1",),
        Preference.LANGUAGE: ("ur",),
        Preference.TECHNOLOGY: ("pump",),
        Preference.NEEDS: ("food",),
        Preference.AGE: ("35_44",),
        Preference.ROOM: (),
    }


def test_reasons_add_up_to_the_score() -> None:
    fit = suits(ASHA, MO)
    assert fit.score == pytest.approx(sum(reason.points for reason in fit.reasons))
    assert [r.points for r in fit.reasons] == sorted((r.points for r in fit.reasons), reverse=True)


def test_someone_who_has_all_that_was_asked_for_is_a_perfect_fit() -> None:
    twin = replace(MO, age_band=ASHA.age_band, comfortable_with=frozenset(Need))
    assert suits(ASHA, twin).score == pytest.approx(1)


def test_those_who_say_little_are_not_behind_those_who_say_much() -> None:
    assert suits(BEN, replace(MO, diabetes=Diabetes.TYPE2)).score == pytest.approx(1)


def test_what_was_missed_in_an_earlier_match_counts_twice() -> None:
    asha = replace(ASHA, times=frozenset({TalkTime.EVENINGS}))
    free = replace(MO, times=frozenset({TalkTime.EVENINGS}), comfortable_with=frozenset())
    other = replace(MO, id=12, comfortable_with=asha.needs)
    assert ids(plan([asha], [free, other], NOW)) == {(asha.id, other.id)}
    changed = replace(asha, missed=frozenset({Preference.TIMES}))
    assert ids(plan([changed], [free, other], NOW)) == {(asha.id, free.id)}


def test_faith_counts_only_for_someone_who_asked() -> None:
    muslim = replace(MO, faith=Faith.MUSLIM)
    assert suits(ASHA, muslim) == suits(ASHA, MO)
    assert reasons(replace(ASHA, faith_wish=Faith.MUSLIM), muslim)[Preference.FAITH] == ("muslim",)
    assert Preference.FAITH not in reasons(replace(ASHA, faith_wish=Faith.SIKH), muslim)


def test_distance_counts_only_when_both_would_meet() -> None:
    asha = replace(ASHA, place=GLOUCESTER, in_person=True)
    near = replace(MO, place=CHELTENHAM, in_person=True)
    far = replace(near, place=PENZANCE)
    assert suits(asha, near).score > suits(asha, far).score
    assert Preference.NEAR in reasons(asha, near)
    assert Preference.NEAR not in reasons(asha, replace(near, in_person=False))
    assert suits(replace(asha, in_person=False), near) == suits(replace(asha, in_person=False), far)


def test_other_types_and_no_technology_are_nothing_shared() -> None:
    asha = replace(ASHA, diabetes=Diabetes.OTHER, technology=frozenset({Technology.NONE}))
    mo = replace(MO, diabetes=Diabetes.OTHER, technology=frozenset({Technology.NONE}))
    assert not {Preference.DIABETES, Preference.TECHNOLOGY} & set(reasons(asha, mo))
    assert why_not(asha, mo, TODAY) == ()


def test_the_mentor_with_more_room_comes_first_among_equals() -> None:
    busy, free = replace(MO, load=2), replace(MO, id=12)
    assert ids(plan([ASHA], [busy, free], NOW)) == {(ASHA.id, free.id)}


# The plan


def test_everyone_who_can_be_helped_is_helped_even_if_some_fit_less_well() -> None:
    only_mo_will_do = replace(ASHA, id=3, gender_wish=GenderWish.MAN)
    mo = replace(MO, capacity=1, gender=Gender.MAN)
    someone_else = replace(MO, id=12, technology=frozenset(), comfortable_with=frozenset())
    both = plan([ASHA, only_mo_will_do], [mo, someone_else], NOW)
    assert ids(both) == {(ASHA.id, someone_else.id), (only_mo_will_do.id, mo.id)}


def test_between_equals_the_one_who_has_waited_longest_is_helped() -> None:
    longer = replace(ASHA, id=9, waiting_since=NOW - timedelta(weeks=9))
    result = plan([ASHA, longer], [replace(MO, load=2)], NOW)
    assert ids(result) == {(longer.id, MO.id)}
    assert [(u.seeker, u.suitable, u.why) for u in result.unmatched] == [(ASHA.id, 1, ())]


def test_a_coordinator_sees_the_rule_that_excludes_everyone() -> None:
    mentors = [MO, replace(MO, id=12, load=3)]
    [ben] = plan([BEN], mentors, NOW).unmatched
    assert ben.why == (Rule.DIABETES,)
    assert ben.broken == {Rule.DIABETES: 2, Rule.FULL: 1}
    assert ben.alone == {Rule.DIABETES: 1}


def test_a_held_pair_waits_and_each_may_be_matched_with_someone_else() -> None:
    other = replace(MO, id=12)
    held = plan([ASHA], [MO, other], NOW, held=[(ASHA.id, MO.id)])
    assert ids(held) == {(ASHA.id, other.id)}
    [asha] = plan([ASHA], [MO], NOW, held=[(ASHA.id, MO.id)]).unmatched
    assert asha.why == (Rule.HELD,)


def test_a_fixed_pair_is_made_before_all_others() -> None:
    longer = replace(ASHA, id=9, waiting_since=NOW - timedelta(weeks=9))
    result = plan([ASHA, longer], [replace(MO, capacity=1)], NOW, fixed=[(ASHA.id, MO.id)])
    assert ids(result) == {(ASHA.id, MO.id)}


def test_a_fixed_pair_that_breaks_a_rule_is_refused_and_the_person_planned_for() -> None:
    paused, other = replace(MO, active=False), replace(MO, id=12)
    result = plan([ASHA], [paused, other], NOW, fixed=[(ASHA.id, paused.id)])
    assert ids(result) == {(ASHA.id, other.id)}
    assert [(r.mentor, r.rules) for r in result.refused] == [(paused.id, (Rule.NOT_ACTIVE,))]


def test_fixed_pairs_do_not_pass_capacity() -> None:
    fixed = [(ASHA.id, MO.id), (9, MO.id)]
    result = plan([ASHA, replace(ASHA, id=9)], [replace(MO, capacity=1)], NOW, fixed=fixed)
    assert ids(result) == {(ASHA.id, MO.id)}
    assert [(r.seeker, r.rules) for r in result.refused] == [(9, (Rule.FULL,))]


@pytest.mark.parametrize("fixed", [[], [(1, 2)], [(1, 2), (2, 1)]])
def test_no_one_becomes_mentor_to_their_own_mentor(fixed: list[tuple[int, int]]) -> None:
    waiting = [ASHA, replace(ASHA, id=2)]
    mentors = [replace(MO, id=1), replace(MO, id=2)]
    assert len(plan(waiting, mentors, NOW, fixed=fixed).pairs) == 1


def test_people_who_are_alike_do_not_all_hold_out_for_the_same_mentors() -> None:
    waiting = [replace(ASHA, id=n) for n in range(1100)]
    mentors = [replace(MO, id=2000 + n, capacity=1) for n in range(1000)]
    assert len(waiting) * len(mentors) > EVERY_PAIR
    assert len(plan(waiting, mentors, NOW).pairs) == len(mentors)


def test_nobody_waiting_and_no_mentors_are_plans_too() -> None:
    assert plan([], [MO], NOW) == Plan((), ())
    [asha] = plan([ASHA], [], NOW).unmatched
    assert (asha.seeker, asha.suitable, asha.why) == (ASHA.id, 0, ())


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        plan([ASHA, ASHA], [MO], NOW)


# Weights


def test_an_operator_sets_some_weights_and_keeps_the_rest() -> None:
    assert Weights.read({"age": 5}) == replace(Weights(), age=5)


def test_weights_change_who_is_chosen() -> None:
    same_age = replace(MO, id=12, age_band=AgeBand.FROM_25, technology=frozenset())
    assert ids(plan([ASHA], [MO, same_age], NOW, Weights(age=9))) == {(ASHA.id, 12)}
    assert ids(plan([ASHA], [MO, same_age], NOW, Weights(technology=9))) == {(ASHA.id, 11)}


def test_with_every_weight_nothing_a_person_is_still_matched() -> None:
    nothing = Weights.read(dict.fromkeys(asdict(Weights()), 0))
    [pair] = plan([ASHA], [MO], NOW, nothing).pairs
    assert (pair.fit.score, pair.fit.reasons) == (0, ())


@pytest.mark.parametrize("value", [-1, nan, inf, -inf, 101, "3", None, True, [3], 10**400])
def test_a_weight_that_is_no_usable_number_is_named(value: object) -> None:
    with pytest.raises(WeightsError, match="'needs'") as caught:
        Weights.read({"age": 1, "needs": value})
    assert caught.value.key == "needs"


def test_an_unknown_weight_is_named() -> None:
    with pytest.raises(WeightsError, match="'agge'"):
        Weights.read({"agge": 1})


# Whatever comes

PROFILES = {
    "adult": st.sampled_from([True, True, True, False]),
    "diabetes": st.sampled_from(Diabetes),
    "waives_type": st.booleans(),
    "languages": st.lists(st.sampled_from(Language), max_size=3, unique=True).map(tuple),
    "gender": st.sampled_from(Gender),
    "gender_wish": st.sampled_from(GenderWish),
    "age_band": st.sampled_from([None, *AgeBand]),
    "life_stages": st.frozensets(st.sampled_from(LifeStage), max_size=2),
    "technology": st.frozensets(st.sampled_from(Technology), max_size=2),
    "times": st.frozensets(st.sampled_from(TalkTime), max_size=2),
    "place": st.sampled_from([None, GLOUCESTER, CHELTENHAM, PENZANCE]),
    "in_person": st.booleans(),
    "blocked": st.frozensets(st.integers(1, 12), max_size=1),
}
SEEKERS = st.builds(
    Seeker,
    id=st.integers(1, 12),
    waiting_since=st.integers(-5, 400).map(lambda days: NOW - timedelta(days=days)),
    needs=st.frozensets(st.sampled_from(Need), max_size=3),
    faith_wish=st.sampled_from([None, *Faith]),
    declined=st.frozensets(st.integers(1, 12), max_size=1),
    parted=st.frozensets(st.integers(1, 12), max_size=1),
    **PROFILES,
)
MENTORS = st.builds(
    Candidate,
    id=st.integers(1, 12),
    active=st.sampled_from([True, True, True, False]),
    trained_until=st.sampled_from([None, TODAY, TODAY, TODAY]),
    checks_until=st.sampled_from([TODAY, TODAY, TODAY - timedelta(days=1)]),
    capacity=st.integers(0, 3),
    load=st.integers(0, 2),
    comfortable_with=st.frozensets(st.sampled_from(Need), max_size=5),
    faith=st.sampled_from([None, *Faith]),
    mentored_by=st.frozensets(st.integers(1, 12), max_size=1),
    **PROFILES,
)
PAIRS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=3)


def by_id(kind: st.SearchStrategy, most: int) -> st.SearchStrategy:
    return st.lists(kind, max_size=most, unique_by=lambda profile: profile.id)


@given(by_id(SEEKERS, 8), by_id(MENTORS, 6), PAIRS, PAIRS, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_whoever_comes_no_rule_is_broken_and_nobody_is_forgotten(
    waiting, mentors, held, fixed, shuffler
) -> None:
    result = plan(waiting, mentors, NOW, held=held, fixed=fixed)
    seeker_of, mentor_of = {s.id: s for s in waiting}, {m.id: m for m in mentors}
    for pair in result.pairs:
        seeker, mentor = seeker_of[pair.seeker], mentor_of[pair.mentor]
        assert why_not(seeker, mentor, TODAY) == ()
        assert (pair.seeker, pair.mentor) not in held
        assert (pair.mentor, pair.seeker) not in ids(result)
        assert pair.fit.score == pytest.approx(suits(seeker, mentor).score)
        assert -1e-9 <= pair.fit.score <= 1 + 1e-9
    taken = Counter(pair.mentor for pair in result.pairs)
    assert all(count <= mentor_of[mentor].room for mentor, count in taken.items())
    everyone = [p.seeker for p in result.pairs] + [u.seeker for u in result.unmatched]
    assert sorted(everyone) == sorted(seeker_of)

    shuffler.shuffle(waiting)
    shuffler.shuffle(mentors)
    assert plan(waiting, mentors, NOW, held=held, fixed=fixed) == result


def worth(pairs) -> tuple[int, float]:
    """How many are helped, and then how well and how fairly."""
    weeks = (max((NOW - s.waiting_since) / timedelta(weeks=1), 0) for s, _ in pairs)
    fits = (suits(s, m).score for s, m in pairs)
    return len(pairs), sum(fits) + Weights().waiting * sum(weeks)


def first_come(waiting, mentors):
    """Each in turn takes the mentor who suits them best of those left."""
    room, pairs = {m.id: m.room for m in mentors}, []
    for seeker in sorted(waiting, key=lambda s: (s.waiting_since, s.id)):
        left = [m for m in mentors if room[m.id] and not why_not(seeker, m, TODAY)]
        if left:
            best = max(left, key=lambda m: suits(seeker, m).score)
            room[best.id] -= 1
            pairs.append((seeker, best))
    return pairs


def every_plan(waiting, mentors):
    suitable = {(s, m) for s in waiting for m in mentors if not why_not(s, m, TODAY)}
    places = [m for m in mentors for _ in range(m.room)] + [None] * len(waiting)
    for chosen in permutations(places, len(waiting)):
        pairs = list(zip(waiting, chosen, strict=True))
        if all(m is None or (s, m) in suitable for s, m in pairs):
            yield [(s, m) for s, m in pairs if m]


def apart(waiting, mentors):
    """Those who ask and those who help, with no one in both."""
    return waiting, [replace(m, id=m.id + 100, mentored_by=frozenset()) for m in mentors]


@given(by_id(SEEKERS, 10), by_id(MENTORS, 8))
@settings(max_examples=40, deadline=None)
def test_a_plan_is_never_worse_than_first_come(waiting, mentors) -> None:
    waiting, mentors = apart(waiting, mentors)
    seeker_of, mentor_of = {s.id: s for s in waiting}, {m.id: m for m in mentors}
    planned = [
        (seeker_of[p.seeker], mentor_of[p.mentor]) for p in plan(waiting, mentors, NOW).pairs
    ]
    helped, good = worth(planned)
    helped_first_come, good_first_come = worth(first_come(waiting, mentors))
    assert helped >= helped_first_come
    assert helped > helped_first_come or good >= good_first_come - 1e-4


@given(by_id(SEEKERS, 3), by_id(MENTORS.map(lambda m: replace(m, capacity=1, load=0)), 3))
@settings(max_examples=40, deadline=None)
def test_no_other_plan_is_better_where_all_can_be_tried(waiting, mentors) -> None:
    waiting, mentors = apart(waiting, mentors)
    seeker_of, mentor_of = {s.id: s for s in waiting}, {m.id: m for m in mentors}
    planned = [
        (seeker_of[p.seeker], mentor_of[p.mentor]) for p in plan(waiting, mentors, NOW).pairs
    ]
    best = max(worth(pairs) for pairs in every_plan(waiting, mentors))
    assert worth(planned) == pytest.approx(best, abs=1e-4)
