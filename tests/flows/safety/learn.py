"""Learns the weights that triage ships with, from the examples beside this file.

    python tests/flows/safety/learn.py

writes `flows/triage/weights.npz`. The same examples give the same weights: a test holds it to
that. Run it after changing an example, a sign, a topic or the wording. `unseen/` is never read
here: it is what the figures in `test_figures.py` are measured on.
"""

import json
import random
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_array, vstack

from flows.triage import model
from flows.triage.signs import Risk, signs_in
from flows.triage.wording import words

HERE = Path(__file__).parent
WEIGHTS = Path(model.__file__).with_name("weights.npz")
PULL = 1.0  # how hard weights are pulled to nothing; chosen by cross-validation
STEPS = 60


class Example(NamedTuple):
    """A message, as someone might write it, and what it should be read as."""

    text: str
    label: Risk
    lang: str


class Learned(NamedTuple):
    """A table as the package ships it: whole numbers, and what one of them is worth."""

    weights: npt.NDArray[np.int8]
    step: npt.NDArray[np.float64]


def examples(folder: str) -> list[Example]:
    """Every example in `examples` or `unseen`, without the ones written twice."""
    found = {}
    for path in sorted((HERE / folder).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            found[row["text"]] = Example(row["text"], Risk(row["label"]), row["lang"])
    return list(found.values())


def mistyped(text: str) -> str:
    """`text` with a letter in thirty lost, doubled or swapped: always in the same places."""
    slip = random.Random(zlib.crc32(text.encode("utf-8")))  # noqa: S311 (not for secrets)
    letters = list(text)
    for _ in range(max(1, len(letters) // 30)):
        place = slip.randrange(len(letters))
        kind = slip.choice(("lose", "swap", "double"))
        if kind == "lose" and len(letters) > 1:
            del letters[place]
        elif kind == "swap":
            letters[place : place + 2] = letters[place : place + 2][::-1]
        else:
            letters.insert(place, letters[place])
    return "".join(letters)


def matrix(texts: Sequence[str]) -> csr_array:
    """One row a text, one column a row of the model's table."""
    rows, loudness, ends = [], [], [0]
    for text in texts:
        plain = words(text)
        of = model.features(plain, signs_in(plain))
        rows.append(of.rows)
        loudness.append(of.loudness)
        ends.append(ends[-1] + len(of.rows))
    held = csr_array(
        (np.concatenate(loudness), np.concatenate(rows), np.array(ends)),
        shape=(len(texts), model.ROWS),
    )
    held.sum_duplicates()
    return held


def columns(of: Sequence[Example]) -> npt.NDArray[np.int64]:
    """Which risk each example is, as a place in `model.RISKS`."""
    return np.array([model.RISKS.index(example.label) for example in of])


def fit(messages: csr_array, labels: npt.NDArray[np.int64]) -> Learned:
    """Multinomial logistic regression with an L2 penalty, by L-BFGS."""
    used = np.unique(messages.indices)
    messages = messages[:, used].astype(np.float64)
    across = messages.T.tocsr()
    shape = (len(used), len(model.RISKS))
    truth = np.eye(len(model.RISKS))[labels]

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(shape)
        scores = messages @ weights
        scores -= scores.max(axis=1, keepdims=True)
        total = np.log(np.exp(scores).sum(axis=1, keepdims=True))
        wrong = np.exp(scores - total) - truth
        value = -(truth * (scores - total)).sum() + PULL / 2 * (flat @ flat)
        return float(value), (across @ wrong + PULL * weights).ravel()

    found = minimize(
        loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )
    weights = found.x.reshape(shape)
    step = np.abs(weights).max() / 127
    table = np.zeros((model.ROWS, len(model.RISKS)), np.int8)
    table[used] = np.rint(weights / step)
    return Learned(table, np.array(step))


def learn(of: Sequence[Example]) -> Learned:
    """Weights from the examples as written and as mistyped."""
    texts = [example.text for example in of]
    messages = vstack([matrix(texts), matrix([mistyped(text) for text in texts])], format="csr")
    return fit(messages, np.tile(columns(of), 2))


if __name__ == "__main__":
    learned = learn(examples("examples"))
    np.savez_compressed(WEIGHTS, weights=learned.weights, step=learned.step)
    sys.stdout.write(f"wrote {WEIGHTS.stat().st_size // 1024} KB to {WEIGHTS}\n")
