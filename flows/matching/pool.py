"""Everyone who waits and every mentor at once, as numbers.

A person is a row that says what they would like and how much it counts, a mentor a row that
says what they bring; how well two people fit is the product of their rows. The reasons are the
terms of that product, so what a coordinator reads is what the plan was made from. Hard rules
are one bit each in a table of people by mentors, where 0 means that the two may be matched.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flows.matching.fit import Fit, Preference, Reason, Rule, Weights
from flows.matching.people import Candidate, Profile, Seeker
from flows.vocabulary import (
    AgeBand,
    Diabetes,
    Ethnicity,
    Faith,
    Gender,
    GenderWish,
    Language,
    LifeStage,
    Need,
    Role,
    TalkStyle,
    TalkTime,
    Technology,
)

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Bits = NDArray[np.uint32]
Masks = NDArray[np.uint16]

EARTH_KM = 6371.0
NEAR_KM, FAR_KM = 5.0, 40.0
"""Meeting is as easy as it gets within NEAR_KM, and no reason at all from FAR_KM on (judgement)."""

BIT = {rule: 1 << place for place, rule in enumerate(Rule)}


def rules_in(mask: int) -> tuple[Rule, ...]:
    """The rules whose bits are set."""
    return tuple(rule for rule, bit in BIT.items() if mask & bit)


_Said = StrEnum | Collection[StrEnum] | None
"""One thing, several, or nothing."""


class _Trait(NamedTuple):
    """Something a person may wish for and a mentor may bring."""

    about: Preference
    labels: tuple[StrEnum, ...]
    wished: Callable[[Seeker], _Said]
    brought: Callable[[Candidate], _Said]
    beside: float = 0
    """What the label next to the one wished for counts, where labels have an order."""


# Only what two people can truly be said to share has a label: "other" types of diabetes differ
# from one another, and using no technology is nothing to talk about.
_TRAITS = (
    _Trait(Preference.ROLE, tuple(Role), lambda s: s.role, lambda m: m.role),
    _Trait(
        Preference.DIABETES,
        (Diabetes.TYPE1, Diabetes.TYPE2, Diabetes.GESTATIONAL, Diabetes.AT_RISK),
        lambda s: s.diabetes,
        lambda m: m.diabetes,
    ),
    _Trait(Preference.NEEDS, tuple(Need), lambda s: s.needs, lambda m: m.comfortable_with),
    _Trait(Preference.LANGUAGE, tuple(Language), lambda s: s.languages[:1], lambda m: m.languages),
    _Trait(
        Preference.AGE,
        tuple(AgeBand),
        lambda s: s.age_band,
        lambda m: m.age_band,
        beside=0.5,
    ),
    _Trait(Preference.LIFE, tuple(LifeStage), lambda s: s.life_stages, lambda m: m.life_stages),
    _Trait(
        Preference.TECHNOLOGY,
        (Technology.PUMP, Technology.CGM, Technology.INJECTIONS),
        lambda s: s.technology,
        lambda m: m.technology,
    ),
    _Trait(Preference.TIMES, tuple(TalkTime), lambda s: s.times, lambda m: m.times),
    _Trait(Preference.STYLE, tuple(TalkStyle), lambda s: s.style, lambda m: m.style),
    _Trait(
        Preference.ETHNICITY,
        tuple(Ethnicity),
        lambda s: s.ethnicity_wish,
        lambda m: m.ethnicity,
    ),
    _Trait(Preference.FAITH, tuple(Faith), lambda s: s.faith_wish, lambda m: m.faith),
)


_COLUMNS = [
    slice(stop - len(trait.labels), stop)
    for trait, stop in zip(_TRAITS, accumulate(len(t.labels) for t in _TRAITS), strict=True)
]
"""The columns of each trait in a row. Two more follow: ROOM and NEAR."""


class Pool:
    """People (rows) against mentors (columns), on one day."""

    def __init__(
        self,
        seekers: Sequence[Seeker],
        mentors: Sequence[Candidate],
        on: date,
        weights: Weights,
        held: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Held are pairs of ids, person first, that a coordinator keeps back."""
        self.seekers, self.mentors = seekers, mentors
        self.row_of = {s.id: row for row, s in enumerate(seekers)}
        self.column_of = {m.id: column for column, m in enumerate(mentors)}
        self._wishes = _wishes(seekers, weights)
        self.room = np.array([m.room for m in mentors], np.intp)
        self._gifts = _gifts(mentors, self.room, self._wishes)
        self._people = _side(seekers, [0 if s.adult else BIT[Rule.NOT_ADULT] for s in seekers])
        self._mentors = _side(mentors, [_unready(m, on) for m in mentors])
        self._apart = self._kept_apart(held)

    def broken(self, rows: Indices) -> Masks:
        """The hard rules each of these people breaks with each mentor, as bits."""
        people, mentors = self._people, self._mentors
        masks: Masks = people.unready[rows, None] | mentors.unready
        for rule, ours, theirs in (
            (Rule.LANGUAGE, people.languages, mentors.languages),
            (Rule.DIABETES, people.types, mentors.types),
            (Rule.GENDER, people.welcome, mentors.gender),
            (Rule.GENDER, people.gender, mentors.welcome),
        ):
            masks |= ((ours[rows, None] & theirs) == 0) * np.uint16(BIT[rule])
        for i, row in enumerate(rows.tolist()):
            for column, rule in self._apart.get(row, ()):
                masks[i, column] |= np.uint16(BIT[rule])
        return masks

    def scores(self, rows: Indices) -> Floats:
        """How well each of these people and each mentor fit, from 0 to 1."""
        scores: Floats = self._wishes[rows, :-1] @ self._gifts[:, :-1].T
        meet = np.flatnonzero(self._wishes[rows, -1])
        if meet.size:
            cosines = self._people.where[rows[meet]] @ self._mentors.where.T
            near = self._wishes[rows[meet], -1:] * self._gifts[:, -1]
            scores[meet] += near * _closeness(cosines)
        return scores

    def fits(self, rows: Indices, columns: Indices) -> list[Fit]:
        """How well each of these pairs fits, with the reasons."""
        terms = self._wishes[rows] * self._gifts[columns]
        cosines = (self._people.where[rows] * self._mentors.where[columns]).sum(axis=1)
        terms[:, -1] *= _closeness(cosines)
        return [_fit(pair) for pair in terms.tolist()]

    def turned(self, pair: tuple[int, int]) -> tuple[int, int] | None:
        """The row and column of the same two the other way round, if each asks and each helps."""
        row = self.row_of.get(self.mentors[pair[1]].id)
        column = self.column_of.get(self.seekers[pair[0]].id)
        return None if row is None or column is None else (row, column)

    def _kept_apart(self, held: Iterable[tuple[int, int]]) -> dict[int, list[tuple[int, Rule]]]:
        """The columns kept from each row by what is known of those two alone."""
        apart = defaultdict[int, list[tuple[int, Rule]]](list)

        def keep(seeker: int, mentor: int, rule: Rule) -> None:
            if seeker in self.row_of and mentor in self.column_of:
                apart[self.row_of[seeker]].append((self.column_of[mentor], rule))

        for s in self.seekers:
            keep(s.id, s.id, Rule.SAME_PERSON)
            for rule, ids in (
                (Rule.BLOCKED, s.blocked),
                (Rule.DECLINED, s.declined),
                (Rule.NOT_ANSWERED, s.unanswered),
                (Rule.PARTED, s.parted),
            ):
                for mentor in ids:
                    keep(s.id, mentor, rule)
        for m in self.mentors:
            for seeker in m.blocked:
                keep(seeker, m.id, Rule.BLOCKED)
            for seeker in m.mentored_by:
                keep(seeker, m.id, Rule.OWN_MENTOR)
        for seeker, mentor in held:
            keep(seeker, mentor, Rule.HELD)
        return apart


def _fit(terms: list[float]) -> Fit:
    reasons = [
        Reason(about, (), points)
        for about, points in zip((Preference.ROOM, Preference.NEAR), terms[-2:], strict=True)
        if points
    ]
    for trait, columns in zip(_TRAITS, _COLUMNS, strict=True):
        part = terms[columns]
        if points := sum(part):
            shared = tuple(label for label, term in zip(trait.labels, part, strict=True) if term)
            reasons.append(Reason(trait.about, shared, points))
    reasons.sort(key=lambda reason: (-reason.points, reason.about))
    return Fit(sum(reason.points for reason in reasons), tuple(reasons))


def _wishes(seekers: Sequence[Seeker], weights: Weights) -> Floats:
    """A row a person: what each thing would add to a fit.

    All that a person could have adds up to 1, so that those who say little of themselves are
    not behind those who say much when mentors are short.
    """

    def twice(about: Preference) -> Floats:
        """2 for those who missed it in an earlier match."""
        return np.array([1.0 + (about in s.missed) for s in seekers])

    parts: list[Floats] = []
    most = np.zeros(len(seekers))
    for trait in _TRAITS:
        wished = _table(trait.labels, [trait.wished(s) for s in seekers]).astype(float)
        weight = getattr(weights, trait.about) * twice(trait.about)
        most += weight * wished.any(axis=1)
        part = wished / np.maximum(wished.sum(axis=1, keepdims=True), 1)
        part[:, 1:] += trait.beside * wished[:, :-1]
        part[:, :-1] += trait.beside * wished[:, 1:]
        parts.append(weight[:, None] * part)
    near = weights.near * np.array([_would_meet(s) for s in seekers], float)
    most += weights.room + near
    wishes = np.column_stack([*parts, np.full(len(seekers), weights.room), near])
    wishes /= np.where(most > 0, most, 1)[:, None]
    return wishes


def _gifts(mentors: Sequence[Candidate], room: Indices, wishes: Floats) -> Floats:
    """A row a mentor: what they bring of what anyone wishes for, each from 0 to 1."""
    gifts = np.zeros((len(mentors), wishes.shape[1]))
    for trait, columns in zip(_TRAITS, _COLUMNS, strict=True):
        if wishes[:, columns].any():
            gifts[:, columns] = _table(trait.labels, [trait.brought(m) for m in mentors])
    gifts[:, -2] = room / np.maximum([m.capacity for m in mentors], 1)
    gifts[:, -1] = [_would_meet(m) for m in mentors]
    return gifts


class _Side(NamedTuple):
    """What hard rules and distance need of all the people, or of all the mentors."""

    unready: Masks
    languages: Bits
    types: Bits
    gender: Bits
    welcome: Bits
    where: Floats


def _side(profiles: Sequence[Profile], unready: Sequence[int]) -> _Side:
    return _Side(
        np.array(unready, np.uint16),
        _bits(Language, [p.languages for p in profiles]),
        _bits(Diabetes, [_types(p) for p in profiles]),
        _bits(Gender, [p.gender for p in profiles]),
        _bits(Gender, [_WELCOME[p.gender_wish] for p in profiles]),
        _where([p.place or (0, 0) for p in profiles]),
    )


_ANY_TYPE = tuple(Diabetes)
_WELCOME: dict[GenderWish, _Said] = {
    GenderWish.ANY: tuple(Gender),
    GenderWish.WOMAN: Gender.WOMAN,
    GenderWish.MAN: Gender.MAN,
}


def _types(profile: Profile) -> _Said:
    """The types a pair may meet on. Who is not sure of their own can't insist on one.

    Nor can who is told that they are at risk: any type has been where they stand. A mentor who is
    has not been where someone with diabetes stands.
    """
    if profile.waives_type or profile.diabetes is Diabetes.NOT_SURE:
        return _ANY_TYPE
    if isinstance(profile, Seeker) and profile.diabetes is Diabetes.AT_RISK:
        return _ANY_TYPE
    return profile.diabetes


def _unready(mentor: Candidate, on: date) -> int:
    """The rules a mentor breaks whoever asks, as bits."""
    mask = 0
    if not mentor.adult:
        mask |= BIT[Rule.NOT_ADULT]
    if not mentor.active:
        mask |= BIT[Rule.NOT_ACTIVE]
    if mentor.trained_until is None or mentor.trained_until < on:
        mask |= BIT[Rule.NOT_TRAINED]
    if mentor.checks_until is None or mentor.checks_until < on:
        mask |= BIT[Rule.CHECKS_LAPSED]
    if mentor.load >= mentor.capacity:
        mask |= BIT[Rule.FULL]
    return mask


def _table(labels: Iterable[StrEnum], said: Sequence[_Said]) -> NDArray[np.bool_]:
    """One row for each who spoke, one column for each label: whether they said it."""
    labels = tuple(labels)
    nth = {what: row for row, what in enumerate(dict.fromkeys(said))}
    rows = [[_includes(what, label) for label in labels] for what in nth]
    table = np.array(rows, bool).reshape(-1, len(labels))
    return np.take(table, [nth[what] for what in said], axis=0)


def _includes(said: _Said, label: StrEnum) -> bool:
    if said is None or isinstance(said, StrEnum):
        return said is label
    return label in said


def _bits(labels: Iterable[StrEnum], said: Sequence[_Said]) -> Bits:
    """The same, as one number for each who spoke. At most 32 labels."""
    table = _table(labels, said)
    return table @ (np.uint32(1) << np.arange(table.shape[1], dtype=np.uint32))


def _would_meet(profile: Profile) -> bool:
    return profile.in_person and profile.place is not None


def _where(places: Sequence[tuple[float, float]]) -> Floats:
    """Points on a globe of radius 1, so that a product of two is the cosine between them."""
    latitude, longitude = np.radians(np.array(places, float).reshape(-1, 2)).T
    return np.column_stack(
        [
            np.cos(latitude) * np.cos(longitude),
            np.cos(latitude) * np.sin(longitude),
            np.sin(latitude),
        ]
    )


def _closeness(cosines: Floats) -> Floats:
    """1 near by, falling to 0 at the distance where meeting is no longer likely."""
    km = EARTH_KM * np.arccos(np.clip(cosines, -1, 1))
    closeness: Floats = np.clip((FAR_KM - km) / (FAR_KM - NEAR_KM), 0, 1)
    return closeness
