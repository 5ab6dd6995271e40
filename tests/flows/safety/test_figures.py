"""How well triage does, held as floors: a change that does worse fails here."""

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from flows.safety.triage import Risk, triage
from tests.flows.safety.learn import (
    HERE,
    WEIGHTS,
    Example,
    Figures,
    examples,
    figures,
    fingerprint,
    learn,
)

DEV = HERE.parents[3] / "shared" / "eval" / "triage_dev.jsonl"


def measured(of: list[Example]) -> Figures:
    return figures([triage(example.text).label for example in of], [e.label for e in of])


@cache
def unseen() -> list[Example]:
    """Unseen messages, without the few short ones that stand among the examples by chance."""
    built = {example.text for example in examples("examples")}
    return [example for example in examples("unseen") if example.text not in built]


def test_figures_on_the_examples_learned_from():
    found = measured(examples("examples"))
    assert found.grave_flagged >= 0.98
    assert found.none_flagged <= 0.02
    assert found.exact >= 0.98


def test_figures_on_unseen_messages():
    found = measured(unseen())
    assert found.grave_flagged >= 0.97
    assert found.none_flagged <= 0.08
    assert found.exact >= 0.92


def test_figures_on_unseen_messages_in_other_languages():
    found = measured([example for example in unseen() if example.lang != "en"])
    assert found.grave_flagged >= 0.97
    assert found.none_flagged <= 0.08
    assert found.exact >= 0.93


def test_figures_on_the_developers_set():
    if not DEV.exists():
        pytest.skip(f"{DEV} is not here")
    rows = map(json.loads, Path(DEV).read_text("utf-8").splitlines())
    found = measured([Example(r["text"], Risk(r["label"]), r["lang"]) for r in rows])
    assert found.grave_flagged >= 0.98
    assert found.none_flagged <= 0.08
    assert found.exact >= 0.95


def test_the_weights_were_learned_from_the_examples_signs_and_topics_as_they_are():
    assert str(np.load(WEIGHTS)["learned_from"]) == fingerprint(), "run learn.py again"


def test_the_same_examples_teach_the_same_weights():
    few = examples("examples")[::40]
    first, second = learn(few), learn(few)
    assert np.array_equal(first.weights, second.weights)
    assert first.step == second.step
