"""Who is matched with whom: one pair looked at by itself, or a plan for everyone at once.

    why_not(seeker, mentor, on)      the hard rules a pair breaks
    suits(seeker, mentor)            how well it fits, with reasons
    plan(waiting, mentors, now)      the best pairs over everyone; one new person is a plan too

Nothing here decides: a plan is a proposal, which people confirm (UK GDPR Art 22).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from flows.matching.fit import DEFAULT, Fit, Preference, Reason, Rule, Weights, WeightsError
from flows.matching.people import Candidate, Seeker
from flows.matching.pool import BIT, Floats, Indices, Pool, rules_in

__all__ = [
    "Candidate",
    "Fit",
    "Pair",
    "Plan",
    "Preference",
    "Reason",
    "Refused",
    "Rule",
    "Seeker",
    "Unmatched",
    "Weights",
    "WeightsError",
    "plan",
    "suits",
    "why_not",
]

_FIRST = np.zeros(1, np.intp)


def why_not(seeker: Seeker, mentor: Candidate, on: date) -> tuple[Rule, ...]:
    """The hard rules this pair breaks on that day; empty where they may be matched."""
    return rules_in(int(Pool([seeker], [mentor], on, DEFAULT).broken(_FIRST)[0, 0]))


def suits(seeker: Seeker, mentor: Candidate, weights: Weights = DEFAULT) -> Fit:
    """How well this mentor suits this person, leaving hard rules aside."""
    return Pool([seeker], [mentor], date.min, weights).fits(_FIRST, _FIRST)[0]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who could be introduced, by id."""

    seeker: int
    mentor: int
    fit: Fit


@dataclass(frozen=True, slots=True)
class Refused:
    """A pair that a coordinator fixed and that can't be made, with the rules it breaks."""

    seeker: int
    mentor: int
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Someone for whom there is nobody in this plan, and what stood in the way."""

    seeker: int
    suitable: int
    """Mentors who would suit, all of whose places went to people who had waited longer or
    had fewer others to turn to."""
    broken: Mapping[Rule, int]
    """Mentors each rule excludes. One mentor may be excluded by several."""
    alone: Mapping[Rule, int]
    """Mentors who would suit but for this one rule: where a coordinator can help most."""
    mentors: int
    """Mentors there are."""

    @property
    def why(self) -> tuple[Rule, ...]:
        """The rules that exclude every mentor by themselves."""
        return tuple(rule for rule, count in self.broken.items() if count == self.mentors)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is proposed for everyone who waits, in the order in which they began to."""

    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    refused: tuple[Refused, ...] = ()


MATCHED = 1000.0
"""What it counts that a person has somebody, where a perfect fit counts 1: as many people as can
be helped come first, then fits and the weeks that people have waited, by their weights."""

EVERY_PAIR = 1_000_000
"""Up to so many pairs, all are looked at and the plan is the best there is. Beyond, each person
brings only the BEST mentors, and SPREAD more of those who suit wherever they rank, or else
people who are alike would all hold out for the same few; each mentor brings the person they fit
best in every block of people, or those that few people rank high would stay without. The bench
measures what is lost (well under one in a hundred) for looking at about one pair in a hundred."""

BEST, SPREAD, BLOCK = 24, 8, 256

GOLDEN = 0.6180339887498949

WEEK = timedelta(weeks=1)


def plan(
    waiting: Iterable[Seeker],
    mentors: Iterable[Candidate],
    now: datetime,
    weights: Weights = DEFAULT,
    *,
    held: Collection[tuple[int, int]] = (),
    fixed: Collection[tuple[int, int]] = (),
) -> Plan:
    """The best pairs over everyone at once.

    No hard rule is ever broken and no mentor is given more people than they have room for. Now
    is aware, in the operator's time zone: its date is the one by which checks lapse. Held and
    fixed are pairs of ids, person first, that a coordinator keeps back or has chosen. Fixed
    pairs are made before all others, or refused with the reason; of two for one person the last
    holds. Pairs of people who are not here are ignored. The order of what is passed in changes
    nothing: between equals, ids decide.

    Raises ValueError where an id is given twice.
    """
    people = sorted(waiting, key=lambda s: (s.waiting_since, s.id))
    helpers = sorted(mentors, key=lambda m: m.id)
    for ids in ([s.id for s in people], [m.id for m in helpers]):
        if len(set(ids)) < len(ids):
            raise ValueError("an id is given twice")

    pool = Pool(people, helpers, now.date(), weights, held)
    room = pool.room.copy()
    weeks = np.array([max((now - s.waiting_since) / WEEK, 0) for s in people])
    made, refused = _fix(pool, dict(fixed), room)
    free = np.array([row for row in range(len(people)) if row not in made], np.intp)
    edges = _edges(pool, free, MATCHED + weights.waiting * weeks)
    made |= _settle(pool, edges.without(map(pool.turned, made.items())), room)

    rows = np.array(sorted(made), np.intp)
    columns = np.array([made[row] for row in rows.tolist()], np.intp)
    pairs = zip(rows.tolist(), columns.tolist(), pool.fits(rows, columns), strict=True)
    return Plan(
        tuple(Pair(people[row].id, helpers[column].id, fit) for row, column, fit in pairs),
        tuple(_unmatched(pool, np.setdiff1d(np.arange(len(people)), rows))),
        refused,
    )


def _fix(
    pool: Pool, fixed: Mapping[int, int], room: Indices
) -> tuple[dict[int, int], tuple[Refused, ...]]:
    """The fixed pairs that can be made, as rows and columns. Takes their places out of room."""
    made: dict[int, int] = {}
    refused: list[Refused] = []
    for row, seeker in enumerate(pool.seekers):
        mentor = fixed.get(seeker.id)
        if mentor is None or (column := pool.column_of.get(mentor)) is None:
            continue
        rules = rules_in(int(pool.broken(np.array([row]))[0, column]))
        if not rules and not room[column]:
            rules = (Rule.FULL,)
        if not rules and _holds(made, pool.turned((row, column))):
            rules = (Rule.OWN_MENTOR,)
        if rules:
            refused.append(Refused(seeker.id, mentor, rules))
        else:
            made[row] = column
            room[column] -= 1
    return made, tuple(refused)


class _Edges(NamedTuple):
    """Pairs to choose from, one an entry: who, with whom, and what it is worth."""

    rows: Indices
    columns: Indices
    worth: Floats

    def without(self, pairs: Iterable[tuple[int, int] | None]) -> Self:
        keep = np.ones(len(self.rows), bool)
        for pair in filter(None, pairs):
            keep &= (self.rows != pair[0]) | (self.columns != pair[1])
        return type(self)(self.rows[keep], self.columns[keep], self.worth[keep])


def _edges(pool: Pool, rows: Indices, worth: Floats) -> _Edges:
    """The pairs that may be made: every one, or the likely ones where they are too many."""
    mentors = len(pool.mentors)
    if not len(rows) or not mentors:
        return _Edges(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))
    every = mentors <= BEST or len(rows) * mentors <= EVERY_PAIR
    # Row by row the same sequence from another start: equals are told apart, each differently.
    sequence = np.tile(np.arange(mentors) * GOLDEN % 1, 2)
    blocks = []
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        suitable = pool.broken(block) == 0
        turns = np.array([sequence[row % mentors :][:mentors] for row in block.tolist()])
        scores = np.where(suitable, pool.scores(block) + 1e-6 * turns, -1)
        if every:
            chosen = suitable
        else:
            chosen = _top(scores, BEST) | _top(np.where(suitable, turns, -1), SPREAD)
            chosen[scores.argmax(axis=0), np.arange(mentors)] = True
            chosen &= suitable
        who, whom = np.nonzero(chosen)
        blocks.append(_Edges(block[who], whom, worth[block[who]] + scores[who, whom]))
    return _Edges(*map(np.concatenate, zip(*blocks, strict=True)))


def _top(scores: Floats, count: int) -> NDArray[np.bool_]:
    """Where the highest of each row are."""
    top = np.zeros(scores.shape, bool)
    best = np.argpartition(scores, -count, axis=1)[:, -count:]
    np.put_along_axis(top, best, True, axis=1)
    return top


def _settle(pool: Pool, edges: _Edges, room: Indices) -> dict[int, int]:
    """The best pairs in which nobody is mentor to their own mentor.

    A mentor who also waits for one could be given the very person who is given to them. Of two
    such pairs, the one of who has waited less is given up, and all are settled anew.
    """
    while True:
        pairs = _assign(edges, len(pool.seekers), room)
        clashes = [
            max(pair, turned)
            for pair in pairs.items()
            if (turned := pool.turned(pair)) and _holds(pairs, turned)
        ]
        if not clashes:
            return pairs
        edges = edges.without(clashes)


def _holds(pairs: Mapping[int, int], pair: tuple[int, int] | None) -> bool:
    return pair is not None and pairs.get(pair[0]) == pair[1]


def _assign(edges: _Edges, people: int, room: Indices) -> dict[int, int]:
    """The pairs, one at most a person, that are worth most together.

    A mentor is as many columns as they have room for. Each person has a column of their own
    beside them, for staying without: it costs as much as the best of pairs is worth.
    """
    mentor_of = np.repeat(np.arange(len(room)), room)
    first = np.cumsum(room) - room
    places = room[edges.columns]
    nth = np.arange(places.sum()) - np.repeat(np.cumsum(places) - places, places)
    most = edges.worth.max(initial=0) + 1
    everyone = np.arange(people)
    costs = np.concatenate([np.repeat(most - edges.worth, places), np.full(people, most)])
    rows = np.concatenate([np.repeat(edges.rows, places), everyone])
    columns = np.concatenate(
        [np.repeat(first[edges.columns], places) + nth, len(mentor_of) + everyone]
    )
    graph = csr_array((costs, (rows, columns)), shape=(people, len(mentor_of) + people))
    who, where = min_weight_full_bipartite_matching(graph)
    matched = where < len(mentor_of)
    return dict(zip(who[matched].tolist(), mentor_of[where[matched]].tolist(), strict=True))


def _unmatched(pool: Pool, rows: Indices) -> Iterator[Unmatched]:
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        masks = pool.broken(block)
        suitable = (masks == 0).sum(axis=1)
        broken = {rule: ((masks & np.uint16(bit)) != 0).sum(axis=1) for rule, bit in BIT.items()}
        alone = {rule: (masks == bit).sum(axis=1) for rule, bit in BIT.items()}
        for i, row in enumerate(block.tolist()):
            yield Unmatched(
                pool.seekers[row].id,
                int(suitable[i]),
                {rule: int(counts[i]) for rule, counts in broken.items() if counts[i]},
                {rule: int(counts[i]) for rule, counts in alone.items() if counts[i]},
                len(pool.mentors),
            )
