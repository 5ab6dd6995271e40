"""Learns the weights that triage ships with, from the examples beside this file.

    python tests/flows/safety/learn.py

writes `flows/triage/weights.npz` and prints the figures on examples held back, a fifth at a
time. Run it after changing an example, a sign, a topic or the wording; a test says when that
was forgotten. `unseen/` is never learned from: `test_figures.py` measures on it.
"""

import hashlib
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
from scipy.sparse import csr_array, diags_array, vstack

from flows.reading.spelling import words
from flows.safety import model, triage
from flows.safety.signs import Risk, signs_in

HERE = Path(__file__).parent
WEIGHTS = Path(model.__file__).with_name("weights.npz")
PULL = 1.0  # how hard weights are pulled to nothing; chosen by cross-validation
STEPS = 60


class Example(NamedTuple):
    """A message, as someone might write it, and what it should be read as."""

    text: str
    label: Risk
    lang: str


class Figures(NamedTuple):
    """Shares of messages: grave ones flagged, `none` ones flagged, and labels exactly right."""

    grave_flagged: float
    none_flagged: float
    exact: float


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


def hurried(text: str) -> str:
    """`text` with a word in five left out, always the same ones: no one word must carry it all."""
    chance = random.Random(zlib.crc32(text.encode("utf-8")))  # noqa: S311 (not for secrets)
    kept = [word for word in text.split(" ") if chance.random() > 0.2]
    return " ".join(kept) or text


def beside_small_talk(of: Sequence[Example]) -> list[str]:
    """Each text with an ordinary one before or after it: the two together are still its label."""
    ordinary = [example.text for example in of if example.label is Risk.NONE]
    beside = []
    for example in of:
        chance = zlib.crc32(example.text.encode())
        pair = [example.text, ordinary[chance // 2 % len(ordinary)]]
        beside.append(". ".join(pair[:: -1 if chance % 2 else 1]))
    return beside


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


def telling(messages: csr_array, labels: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """How much each feature tells risks apart, about 1 on average.

    It is the largest log ratio of how often one risk has it and how often the others do. To
    turn up what tells, as naive Bayes would, lets the penalty fall on words that say little
    (Wang and Manning, "Baselines and Bigrams", 2012).
    """
    present = (messages > 0).astype(np.float64)
    ratios = []
    for risk in range(len(model.RISKS)):
        within, without = (present[rows].sum(axis=0) for rows in (labels == risk, labels != risk))
        inside = (within + 1) / ((labels == risk).sum() + 1)
        ratios.append(np.abs(np.log(inside * ((labels != risk).sum() + 1) / (without + 1))))
    loudest = np.max(ratios, axis=0) ** 0.75  # chosen by cross-validation
    return loudest / loudest.mean()


def fit(messages: csr_array, labels: npt.NDArray[np.int64]) -> Learned:
    """Multinomial logistic regression with an L2 penalty, by L-BFGS."""
    used = np.unique(messages.indices)
    messages = messages[:, used].astype(np.float64)
    louder = telling(messages, labels)
    messages = (messages @ diags_array(louder)).tocsr()
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
    weights = found.x.reshape(shape) * louder[:, np.newaxis]
    step = np.abs(weights).max() / 127
    table = np.zeros((model.ROWS, len(model.RISKS)), np.int8)
    table[used] = np.rint(weights / step)
    return Learned(table, np.array(step))


def learn(of: Sequence[Example]) -> Learned:
    """Weights from the examples as written, mistyped, hurried, and beside small talk."""
    texts = [example.text for example in of]
    versions = (texts, [*map(mistyped, texts)], [*map(hurried, texts)], beside_small_talk(of))
    messages = vstack([matrix(version) for version in versions], format="csr")
    return fit(messages, np.tile(columns(of), len(versions)))


def figures(found: Sequence[Risk], truth: Sequence[Risk]) -> Figures:
    """How well `found` does. Grave is crisis, medical and safeguarding."""
    grave = [f is not Risk.NONE for f, t in zip(found, truth, strict=True) if t in triage.GRAVE]
    none = [f is not Risk.NONE for f, t in zip(found, truth, strict=True) if t is Risk.NONE]
    exact = [f is t for f, t in zip(found, truth, strict=True)]
    return Figures(*(sum(each) / len(each) for each in (grave, none, exact)))


def held_back(of: Sequence[Example]) -> Figures:
    """Figures on each fifth of the examples, with weights learned from the other four."""
    fifths = [zlib.crc32(example.text.encode()) % 5 for example in of]
    found: dict[Example, Risk] = {}
    for fifth in range(5):
        learned = learn([e for e, f in zip(of, fifths, strict=True) if f != fifth])
        kept = [e for e, f in zip(of, fifths, strict=True) if f == fifth]
        scores = matrix([e.text for e in kept]) @ (learned.weights * learned.step)
        for example, row in zip(kept, scores, strict=True):
            found[example] = triage.likeliest(model.likely(row))
    return figures([found[e] for e in of], [e.label for e in of])


def fingerprint() -> str:
    """Changes when an example, a sign or a topic does: what the weights were learned from."""
    files = [*sorted((HERE / "examples").glob("*.jsonl")), *sorted(WEIGHTS.parent.glob("*.json"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


if __name__ == "__main__":
    built = examples("examples")
    learned = learn(built)
    np.savez_compressed(
        WEIGHTS, weights=learned.weights, step=learned.step, learned_from=fingerprint()
    )
    sys.stdout.write(f"{len(built)} examples, {WEIGHTS.stat().st_size // 1024} KB of weights\n")
    sys.stdout.write(f"held back: {held_back(built)}\n")
