"""Train the weights that flows ships, from the examples beside the tests: deterministic.

Run as ``python tests/flows/train_leanings.py`` after changing an ``examples.jsonl``. The unseen
files are never trained on.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax

from flows import intents, screening
from flows.leanings import WIDTH, Leanings, pieces

HERE = Path(__file__).parent
FLOWS = HERE.parents[1] / "flows"
RIDGE = 0.01


def train(said: Sequence[str], labels: Sequence[int], kinds: int) -> Leanings:
    """Multinomial logistic regression of `labels` (0 to `kinds`-1) on the pieces of `said`."""
    rows = np.zeros((len(said), WIDTH), np.float32)
    for row, text in zip(rows, said, strict=True):
        where = pieces(text)
        row[where] = 1 / np.sqrt(len(where))
    used = np.flatnonzero(rows.any(axis=0))
    rows = rows[:, used]
    wanted = np.eye(kinds, dtype=np.float32)[np.asarray(labels)]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(-1, kinds).astype(np.float32)
        logs = log_softmax(rows @ weights, axis=1)
        slope = rows.T @ (np.exp(logs) - wanted) + 2 * RIDGE * weights
        return float(-(logs * wanted).sum() + RIDGE * (weights**2).sum()), slope.ravel().astype(
            float
        )

    best = minimize(loss, np.zeros(len(used) * kinds), jac=True, method="L-BFGS-B",
                    options={"maxiter": 120})  # fmt: skip
    weights = np.zeros((WIDTH, kinds), np.float32)
    weights[used] = best.x.reshape(-1, kinds)
    return Leanings(weights)


def main() -> None:
    """Write each set of weights beside the module that uses it."""
    for name, said, labels in (
        ("intents", intents.plain_words, intents.WISHES),
        ("screening", screening.said, screening.KINDS),
    ):
        lines = (HERE / name / "examples.jsonl").read_text("utf-8").splitlines()
        examples = [json.loads(line) for line in lines]
        texts = [said(example["text"]) for example in examples]
        wanted = [list(labels).index(example["label"]) for example in examples]
        train(texts, wanted, len(labels)).store(FLOWS / f"{name}_weights.npz")


if __name__ == "__main__":
    main()
