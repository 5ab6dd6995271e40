"""How long a plan takes and how good it is, beside first-come and the true optimum.

The people are made up, with more of them than places. First-come is what a careful coordinator
would do by hand: the one who has waited longest takes the mentor who suits them best.
"""

import resource
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter, process_time

import numpy as np
from scipy.optimize import linear_sum_assignment

from flows.matching.plan import Candidate, Plan, Rule, Seeker, Weights, plan
from flows.matching.pool import BIT, Pool
from flows.vocabulary import (
    AgeBand,
    Diabetes,
    Ethnicity,
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
from tests.bench.figures import Row

AIMS = {
    "10,000 waiting, 3,000 mentors of 3": "10 s",
    "  memory": "1 GB",
    "one new person, 3,000 mentors": "20 ms",
    "of the true optimum (2,000 x 600)": "0.99",
}
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MENTOR_IDS = 1_000_000


class Town:
    """People and mentors as a county might have them, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.dice = np.random.default_rng(seed)

    def seeker(self, number: int) -> Seeker:
        waited = float(self.dice.exponential(42))
        return Seeker(
            id=number,
            waiting_since=NOW - timedelta(days=waited),
            needs=self.some(Need, 2),
            ethnicity_wish=self.one(Ethnicity) if self.dice.random() < 0.05 else None,
            **self.profile(),
        )

    def mentor(self, number: int) -> Candidate:
        return Candidate(
            id=MENTOR_IDS + number,
            active=True,
            trained_until=NOW.date(),
            checks_until=NOW.date(),
            comfortable_with=self.some(Need, 5),
            ethnicity=self.one(Ethnicity),
            **self.profile(),
        )

    def profile(self) -> dict[str, object]:
        return {
            "adult": True,
            "diabetes": self.one(Diabetes, 0.25, 0.60, 0.05, 0.04, 0.06, 0),
            "waives_type": self.dice.random() < 0.15,
            "languages": self.languages(),
            "role": self.one(Role, 0.85, 0.15),
            "gender": self.one(Gender, 0.5, 0.46, 0.02, 0.02),
            "gender_wish": self.one(GenderWish, 0.78, 0.15, 0.07),
            "age_band": self.one(AgeBand),
            "life_stages": self.some(LifeStage, 2),
            "technology": self.some(Technology, 1),
            "times": self.some(TalkTime, 2),
            "style": self.one(TalkStyle),
            "place": (51.5 + self.dice.random(), -2.5 + self.dice.random()),
            "in_person": self.dice.random() < 0.2,
        }

    def one(self, kind, *odds):
        return list(kind)[self.dice.choice(len(kind), p=odds or None)]

    def some(self, kind, most):
        return frozenset(self.one(kind) for _ in range(1 + self.dice.integers(most)))

    def languages(self):
        first = self.one(Language, 0.86, 0.02, 0.04, 0.03, 0.03, 0.02)
        return (first, Language.ENGLISH) if self.dice.random() < 0.6 else (first,)


def bench(quick: bool) -> list[Row]:
    benches = (
        (one_person,) if quick else (whole_county, one_person, against_optimum, over_half_a_year)
    )
    return [Row(name, figure, AIMS.get(name, "")) for each in benches for name, figure in each()]


def whole_county() -> list[tuple[str, str]]:
    waiting, mentors = people(1, 10_000, 3_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = perf_counter(), process_time()
    planned = plan(waiting, mentors, NOW)
    wall, cpu = perf_counter() - wall, process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    greedy = first_come(waiting, mentors, NOW)
    greedy_cpu = process_time() - start
    count, good = quality(waiting, mentors, ids(planned))
    greedy_count, greedy_good = quality(waiting, mentors, greedy)
    return [
        ("10,000 waiting, 3,000 mentors of 3", f"{cpu:.1f} s of one core ({wall:.1f} s passed)"),
        ("  beside first-come", f"{cpu / greedy_cpu:.1f} times as long ({greedy_cpu:.1f} s)"),
        ("  memory", f"{peak / 1024:.0f} MB at most, {before / 1024:.0f} MB before"),
        ("  people matched", f"{count}, first-come {greedy_count}"),
        ("  fit and waiting", f"{good / greedy_good:.3f} of first-come"),
    ]


def one_person() -> list[tuple[str, str]]:
    waiting, mentors = people(2, 25, 3_000)
    ours = median(took(lambda s=s: plan([s], mentors, NOW)) for s in waiting)
    return [("one new person, 3,000 mentors", f"{ours * 1e3:.1f} ms of one core")]


def against_optimum() -> list[tuple[str, str]]:
    """At a size beyond looking at every pair, against a dense solver that does."""
    waiting, mentors = people(3, 2_000, 600)
    gains = np.where(*suitable_and_scores(waiting, mentors), -np.inf)
    weeks = np.array([(NOW - s.waiting_since) / timedelta(weeks=1) for s in waiting])
    gains += 1000 + Weights().waiting * weeks[:, None]
    places = np.repeat(np.arange(len(mentors)), [m.room for m in mentors])
    rows, columns = linear_sum_assignment(np.maximum(gains[:, places], 0), maximize=True)
    best = {
        waiting[row].id: mentors[places[column]].id
        for row, column in zip(rows, columns, strict=True)
        if np.isfinite(gains[row, places[column]])
    }
    best_count, best_good = quality(waiting, mentors, best)
    count, good = quality(waiting, mentors, ids(plan(waiting, mentors, NOW)))
    greedy_count, greedy_good = quality(waiting, mentors, first_come(waiting, mentors, NOW))
    return [
        ("of the true optimum (2,000 x 600)", f"{good / best_good:.4f} of fit and waiting"),
        ("  people matched", f"{count} of {best_count}"),
        ("  first-come", f"{greedy_good / best_good:.4f}, {greedy_count} matched"),
    ]


def over_half_a_year() -> list[tuple[str, str]]:
    """Week by week: 60 join, a match lasts 16 weeks, and there are places for about 50."""
    figures = []
    for name, policy in (
        ("plan", lambda *a: ids(plan(*a))),
        ("first-come", first_come),
    ):
        newcomers, mentors = people(4, 26 * 60, 270)
        hopeful = (suitable_and_scores(newcomers, mentors)[0]).any(axis=1)
        waiting: dict[int, Seeker] = {}
        ends: list[tuple[int, int]] = []
        waits: list[float] = []
        for week in range(26):
            now = NOW + timedelta(weeks=week)
            for at in range(60 * week, 60 * week + 60):
                if hopeful[at]:
                    joined = now - timedelta(hours=at % 60)
                    waiting[at] = replace(newcomers[at], waiting_since=joined)
            ends = [(mentor, end) for mentor, end in ends if end > week]
            load = np.bincount([m - MENTOR_IDS for m, _ in ends], minlength=len(mentors))
            today = [
                replace(m, load=int(n), trained_until=now.date(), checks_until=now.date())
                for m, n in zip(mentors, load, strict=True)
            ]
            for seeker, mentor in policy(list(waiting.values()), today, now).items():
                waits.append((now - waiting.pop(seeker).waiting_since) / timedelta(weeks=1))
                ends.append((mentor, week + 16))
        waits += [(now - s.waiting_since) / timedelta(weeks=1) for s in waiting.values()]
        figures.append(
            (
                f"half a year by {name}",
                f"longest wait {max(waits):.1f} weeks, 95th percentile "
                f"{np.percentile(waits, 95):.1f}, still waiting {len(waiting)}",
            )
        )
    return figures


def people(seed: int, waiting: int, mentors: int) -> tuple[list[Seeker], list[Candidate]]:
    town = Town(seed)
    return [town.seeker(n) for n in range(waiting)], [town.mentor(n) for n in range(mentors)]


def ids(planned: Plan) -> dict[int, int]:
    return {pair.seeker: pair.mentor for pair in planned.pairs}


def took(work: Callable[[], object]) -> float:
    """Seconds of one core: those that passed say how busy the machine was."""
    start = process_time()
    work()
    return process_time() - start


def suitable_and_scores(waiting, mentors, now=NOW):
    pool = Pool(waiting, mentors, now.date(), Weights())
    rows = np.arange(len(waiting))
    return (pool.broken(rows) & ~np.uint16(BIT[Rule.FULL])) == 0, pool.scores(rows)


def first_come(waiting, mentors, now) -> dict[int, int]:
    waiting = sorted(waiting, key=lambda s: s.waiting_since)
    room = np.array([m.room for m in mentors])
    pairs = {}
    for start in range(0, len(waiting), 256):
        block = waiting[start : start + 256]
        scores = np.where(*suitable_and_scores(block, mentors, now), -1)
        for seeker, row in zip(block, scores, strict=True):
            best = np.where(room > 0, row, -1).argmax()
            if room[best] > 0 and row[best] >= 0:
                room[best] -= 1
                pairs[seeker.id] = mentors[best].id
    return pairs


def quality(waiting, mentors, pairs) -> tuple[int, float]:
    """How many are helped, and their fits and weeks of waiting as the weights count them."""
    row_of = {s.id: row for row, s in enumerate(waiting)}
    column_of = {m.id: column for column, m in enumerate(mentors)}
    rows = np.array([row_of[s] for s in pairs])
    columns = np.array([column_of[m] for m in pairs.values()])
    fits = Pool(waiting, mentors, NOW.date(), Weights()).fits(rows, columns)
    weeks = sum((NOW - waiting[row].waiting_since) / timedelta(weeks=1) for row in rows)
    return len(pairs), sum(fit.score for fit in fits) + Weights().waiting * weeks
