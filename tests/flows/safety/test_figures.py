"""How well triage does, by kind of traffic, held as floors: a change that does worse fails here.

Real messages are measured by `half.npz`, which never saw them; what ships has learned from twice
as many. `pytest -s tests/flows/safety/test_figures.py` prints the table of `docs/safety/triage.md`.
"""

import json
import math
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from flows.safety import model
from flows.safety.triage import GRAVE, Risk, Triage, triage
from tests.flows.safety import real
from tests.flows.safety.learn import (
    HALF,
    HERE,
    WEIGHTS,
    Example,
    Figures,
    Lesson,
    examples,
    figures,
    fingerprint,
    learn,
)
from tests.flows.safety.real import Real

DEV = HERE.parents[3] / "shared" / "eval" / "triage_dev.jsonl"
POSTS = "posts of people who are low"

needs_real = pytest.mark.skipif(not real.are_here(), reason=f"{real.FOLDER} is not here")


class Share(NamedTuple):
    """How many of how many messages."""

    some: int
    all: int

    @property
    def percent(self) -> float:
        return 100 * self.some / self.all

    def __str__(self) -> str:
        low, high = wilson(self.some, self.all)
        return f"{self.percent:5.1f} ({low:.1f}–{high:.1f})"


class Row(NamedTuple):
    """What one kind of traffic was read as."""

    grave: Share
    plain: Share
    advice: Share


def wilson(some: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, in percent (Wilson, 1927)."""
    z, share = 1.96, some / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


def row(texts: Sequence[str]) -> Row:
    found: list[Triage] = [triage(text) for text in texts]
    asked = [each.label is Risk.CLINICAL_ADVICE for each in found]
    grave = [each.label in GRAVE for each in found]
    plain = [each.plain for each in found]
    return Row(*(Share(sum(which), len(texts)) for which in (grave, plain, asked)))


@cache
def kinds() -> dict[str, Row]:
    """Each kind of real traffic in the half set aside, read by what never learned from it."""
    held = [message for message in real.messages() if real.set_aside(message.text)]

    def ordinary(which: Callable[[Real], bool]) -> Row:
        return row([m.text for m in held if m.label is Risk.NONE and which(m)])

    with model.weighing_by(HALF):
        found = {
            "diabetes talk": ordinary(lambda m: m.kind == "diabetes_talk"),
            "texts": ordinary(lambda m: m.kind == "sms"),
            POSTS: ordinary(lambda m: m.kind in real.POSTS),
        }
        for lang in ("cy", "pl", "ur", "ur-Latn", "bn", "hi"):
            found[lang] = ordinary(lambda m, lang=lang: m.lang == lang)  # type: ignore[misc]
        found["crisis posts"] = row([m.text for m in held if m.label is Risk.CRISIS])
    return found


def measured(of: Sequence[Example]) -> Figures:
    return figures([triage(example.text).label for example in of], [e.label for e in of])


@cache
def unseen() -> list[Example]:
    """Unseen messages, without the few short ones that stand among the examples by chance."""
    built = {example.text for example in examples("examples")}
    return [example for example in examples("unseen") if example.text not in built]


def written(label: Callable[[Risk], bool]) -> Row:
    return row([example.text for example in unseen() if label(example.label)])


def wishes() -> list[str]:
    """Wishes and relayed messages that nothing was learned from, less the complaints."""
    files = ("commands/intents/unseen.jsonl", "relay/screening/unseen.jsonl")
    lines = [line for file in files for line in (HERE.parent / file).read_text().splitlines()]
    return [r["text"] for r in map(json.loads, lines) if r["label"] != "complaint"]


@needs_real
def test_ordinary_talk_is_seldom_taken_for_danger():
    found = kinds()
    for kind, share in found.items():
        print(f"{kind:28} {share.grave.all:5} grave {share.grave} plain {share.plain} "
              f"advice {share.advice}")  # fmt: skip
    assert found["diabetes talk"].grave.percent <= 3.5
    assert found["diabetes talk"].plain.percent <= 1.5
    assert found["diabetes talk"].advice.percent <= 2.0
    assert found["texts"].grave.percent <= 5.0
    assert found["texts"].plain.percent <= 1.7
    assert found["ur-Latn"].grave.percent <= 2.3
    for lang in ("cy", "pl", "ur", "bn", "hi"):
        assert found[lang].grave.percent <= 5.5
        assert found[lang].plain.percent <= 1.5


@needs_real
def test_a_real_crisis_is_heard_and_sadness_is_seldom_called_one_plainly():
    found = kinds()
    assert found["crisis posts"].grave.percent >= 91.0
    assert found["crisis posts"].plain.percent >= 79.0
    assert found[POSTS].plain.percent <= 10.0


def test_written_danger_is_heard_and_traps_are_seldom_taken_for_it():
    danger, traps = written(lambda label: label in GRAVE), written(lambda label: label is Risk.NONE)
    wished = row(wishes())
    for kind, share in (("danger", danger), ("traps", traps), ("wishes", wished)):
        print(f"{kind:28} {share.grave.all:5} grave {share.grave} plain {share.plain} "
              f"advice {share.advice}")  # fmt: skip
    assert danger.grave.percent >= 95.5
    assert danger.plain.percent >= 86.0
    assert traps.grave.percent <= 8.0
    assert traps.plain.percent <= 3.0
    assert wished.grave.percent <= 4.0
    assert wished.plain.percent <= 2.0


def test_figures_on_the_examples_learned_from():
    found = measured(examples("examples"))
    assert found.grave_flagged >= 0.97
    assert found.none_flagged <= 0.05  # they are learned, not known by heart
    assert found.exact >= 0.95


def test_figures_on_unseen_messages_in_other_languages():
    found = measured([example for example in unseen() if example.lang != "en"])
    assert found.grave_flagged >= 0.94
    assert found.none_flagged <= 0.08


def test_figures_on_the_developers_set():
    if not DEV.exists():
        pytest.skip(f"{DEV} is not here")
    rows = map(json.loads, Path(DEV).read_text("utf-8").splitlines())
    found = measured([Example(r["text"], Risk(r["label"]), r["lang"]) for r in rows])
    assert found.grave_flagged >= 0.97
    assert found.none_flagged <= 0.16
    assert found.exact >= 0.90


def test_the_weights_were_learned_from_the_examples_signs_and_topics_as_they_are():
    for path in (WEIGHTS, HALF):
        with np.load(path) as held:
            assert str(held["learned_from"]) == fingerprint(), "run make learn"


@needs_real
def test_the_weights_were_learned_from_the_real_messages_as_they_are():
    with np.load(WEIGHTS) as held:
        assert str(held["real"]) == real.fingerprint(), "run make learn"


def test_the_same_examples_teach_the_same_weights():
    few = [Lesson(e.text, e.label, 1.0, True, True) for e in examples("examples")[::40]]
    first, second = learn(few), learn(few)
    assert np.array_equal(first.weights, second.weights)
    assert first.step == second.step


def test_a_message_is_weighed_as_it_was_learned():
    """What `features` gives the trainer and what is weighed at once come to the same."""
    with np.load(WEIGHTS) as held:
        table = (held["weights"] * held["step"]).astype(np.float64)
    for example in examples("unseen")[::50]:
        message = model.hear(example.text)
        of = model.features(message.plain, message.seen)
        expected = model.likely((of.loudness @ table[of.rows]).tolist())
        assert model.read(message).likely == pytest.approx(expected, abs=1e-4)
