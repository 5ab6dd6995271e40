"""Learns the weights that triage ships with.

    make learn

writes `flows/safety/weights.npz` and, beside this file, `half.npz`: what the same learning makes
of half of the real messages, so that `test_figures.py` can measure on the other half. Run it after
changing an example, a sign, a topic or the wording; a test says when that was forgotten. The
same files give the same weights, byte for byte. Without the real messages (`real.py`) it says so,
and learns from the examples alone. `unseen/` is never learned from.
"""

import hashlib
import json
import random
import sys
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_array, diags_array

from flows.safety import model, triage
from flows.safety.signs import Risk, Seen
from tests.flows.safety import real
from tests.flows.safety.real import Real

HERE = Path(__file__).parent
WEIGHTS = Path(model.__file__).with_name("weights.npz")
HALF = HERE / "half.npz"
LENDERS = (
    HERE.parent / "commands/intents/examples.jsonl",
    HERE.parent / "relay/screening/examples.jsonl",
)
SMALL = 250  # characters: small talk to set beside a message
PULL = 4.5  # how hard weights are pulled to nothing; chosen by cross-validation
STEPS = 60


class Example(NamedTuple):
    """A message, as someone might write it, and what it should be read as."""

    text: str
    label: Risk
    lang: str


class Lesson(NamedTuple):
    """A message to learn from, and for how much it counts."""

    text: str
    label: Risk
    weight: float
    slips: bool  # whether it is learned mistyped, hurried and beside small talk too
    parts: bool  # whether each of its sentences is as ordinary as the whole


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


def beside_small_talk(text: str, ordinary: Sequence[str]) -> str:
    """`text` with an ordinary one before or after it: the two together are still its label."""
    chance = zlib.crc32(text.encode())
    pair = [text, ordinary[chance // 2 % len(ordinary)]]
    return ". ".join(pair[:: -1 if chance % 2 else 1])


# How much one message of a collection counts, so that none drowns the others: ordinary ones, and
# those that are danger. Chosen by cross-validation on the half that is not set aside.
ORDINARY = {
    "diabetes_talk": 26.0,
    "sms": 14.0,
    "ur-Latn": 1.5,
    "other_languages": 8.0,
    **dict.fromkeys(real.POSTS, 3.0),
}
DANGER = 8.0
EXAMPLE = 1.3  # an ordinary example, against one of danger
LENT = 0.3  # an example of a wish or of a relayed message: ordinary here
PART = 2.0  # a sentence of an ordinary message, against the whole of it


def lessons(collected: Sequence[Real]) -> list[Lesson]:
    """Everything there is to learn from, with the `collected` real messages."""
    found = [
        Lesson(e.text, e.label, EXAMPLE if e.label is Risk.NONE else 1.0, True, False)
        for e in examples("examples")
    ]
    for of in collected:
        ordinary = of.label is Risk.NONE
        kind = of.lang if of.lang in ORDINARY else of.kind
        weight = ORDINARY[kind] if ordinary else DANGER
        danger_in_posts = not ordinary and of.kind in real.POSTS
        found.append(Lesson(of.text, of.label, weight, danger_in_posts, ordinary))
    taught = {lesson.text for lesson in found}
    lent = [text for text in dict.fromkeys(lent_texts()) if text not in taught]
    return [*found, *(Lesson(text, Risk.NONE, LENT, False, False) for text in lent)]


def lent_texts() -> list[str]:
    """The examples of wishes and of relayed messages, less the complaints: those tell of harm."""
    rows = [json.loads(line) for path in LENDERS for line in path.read_text("utf-8").splitlines()]
    return [row["text"] for row in rows if row["label"] != "complaint"]


Heard = tuple[tuple[str, ...], list[Seen]]


def matrix(heard: Sequence[Heard]) -> csr_array:
    """One row a message or part of one, one column a row of the model's table."""
    rows, loudness, ends = [], [], [0]
    for plain, seen in heard:
        of = model.features(plain, seen)
        rows.append(of.rows)
        loudness.append(of.loudness)
        ends.append(ends[-1] + len(of.rows))
    held = csr_array(
        (np.concatenate(loudness), np.concatenate(rows), np.array(ends)),
        shape=(len(heard), model.ROWS),
    )
    held.sum_duplicates()
    return held


def heard(text: str) -> Heard:
    """The whole of `text`, made plain, with what is seen in it."""
    message = model.hear(text)
    return message.plain, message.seen


Weighed = npt.NDArray[np.float64]


def telling(messages: csr_array, labels: npt.NDArray[np.int64], counts: Weighed) -> Weighed:
    """How much each feature tells risks apart, about 1 on average.

    It is the largest log ratio of how often one risk has it and how often the others do. To
    turn up what tells, as naive Bayes would, lets the penalty fall on words that say little
    (Wang and Manning, "Baselines and Bigrams", 2012).
    """
    present = (messages > 0).astype(np.float64)
    ratios = []
    for risk in range(len(model.RISKS)):
        one, others = counts * (labels == risk), counts * (labels != risk)
        inside = (one @ present + 1) / (one.sum() + 1)
        outside = (others @ present + 1) / (others.sum() + 1)
        ratios.append(np.abs(np.log(inside / outside)))
    loudest = np.max(ratios, axis=0) ** 0.75  # chosen by cross-validation
    return loudest / loudest.mean()


def fit(messages: csr_array, labels: npt.NDArray[np.int64], counts: Weighed) -> Learned:
    """Multinomial logistic regression with an L2 penalty, by L-BFGS; each row counts `counts`."""
    used = np.unique(messages.indices)
    messages = messages[:, used].astype(np.float64)
    louder = telling(messages, labels, counts)
    messages = (messages @ diags_array(louder)).astype(np.float32).tocsr()
    across = messages.T.tocsr()
    shape = (len(used), len(model.RISKS))
    truth = np.eye(len(model.RISKS))[labels]
    each = counts[:, np.newaxis]

    def loss(flat: Weighed) -> tuple[float, Weighed]:
        weights = flat.reshape(shape)
        scores = (messages @ weights.astype(np.float32)).astype(np.float64)
        scores -= scores.max(axis=1, keepdims=True)
        total = np.log(np.exp(scores).sum(axis=1, keepdims=True))
        wrong = (each * (np.exp(scores - total) - truth)).astype(np.float32)
        value = -(each * truth * (scores - total)).sum() + PULL / 2 * (flat @ flat)
        return float(value), (across @ wrong + PULL * weights).ravel()

    found = minimize(
        loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )
    weights = found.x.reshape(shape) * louder[:, np.newaxis]
    step = np.abs(weights).max() / 127
    table = np.zeros((model.ROWS, len(model.RISKS)), np.int8)
    table[used] = np.rint(weights / step)
    return Learned(table, np.array(step))


def learn(of: Sequence[Lesson]) -> Learned:
    """Weights from each lesson as written; some mistyped, hurried and beside small talk too."""
    ordinary = [e.text for e in of if e.label is Risk.NONE and len(e.text) < SMALL]
    versions: list[Callable[[str], str]] = [
        mistyped,
        hurried,
        lambda text: beside_small_talk(text, ordinary),
    ]
    taught: list[tuple[Heard, Lesson, float]] = [(heard(e.text), e, e.weight) for e in of]
    for version in versions:
        taught.extend((heard(version(e.text)), e, e.weight) for e in of if e.slips)
    for lesson in of:
        if lesson.parts:
            parts = model.parts_of(model.hear(lesson.text))
            taught.extend((part, lesson, lesson.weight * PART) for part in parts)
    labels = np.array([model.RISKS.index(lesson.label) for _, lesson, _ in taught])
    counts = np.array([weight for _, _, weight in taught])
    return fit(matrix([each for each, _, _ in taught]), labels, counts)


def figures(found: Sequence[Risk], truth: Sequence[Risk]) -> Figures:
    """How well `found` does. Grave is crisis, medical and safeguarding."""
    grave = [f is not Risk.NONE for f, t in zip(found, truth, strict=True) if t in triage.GRAVE]
    none = [f is not Risk.NONE for f, t in zip(found, truth, strict=True) if t is Risk.NONE]
    exact = [f is t for f, t in zip(found, truth, strict=True)]
    return Figures(*(sum(each) / len(each) for each in (grave, none, exact)))


@cache
def fingerprint() -> str:
    """What the weights were learned from: changes when an example, a sign, a topic or a setting
    does, and when the code that makes a message plain makes something else of an example.
    """
    files = [*sorted((HERE / "examples").glob("*.jsonl")), *LENDERS]
    files += sorted(WEIGHTS.parent.glob("*.json"))
    seal = hashlib.sha256(b"".join(path.read_bytes() for path in files))
    loud = (model.WORD, model.PIECE, model.NEXT, model.REASON, model.RISK, model.TOPIC, model.ORDER)
    seal.update(repr((loud, model.LENGTH, model.QUIET)).encode())
    seal.update(repr((PULL, STEPS, ORDINARY, DANGER, EXAMPLE, LENT, PART)).encode())
    for example in examples("examples"):
        message = model.hear(example.text)
        rows = model.features(message.plain, message.seen).rows.tolist()
        seal.update(repr((message.plain, message.parts, sorted(rows))).encode())
    return seal.hexdigest()


def store(learned: Learned, path: Path) -> None:
    """Writes a table, and what it was learned from."""
    np.savez_compressed(
        path,
        weights=learned.weights,
        step=learned.step,
        learned_from=fingerprint(),
        real=real.fingerprint(),
    )


def main() -> None:
    """Learns both tables, or the one that can be learned here."""
    if not real.are_here():
        sys.stdout.write(f"{real.FOLDER} is not here: learning from the examples alone\n")
    collected = real.messages() if real.are_here() else ()
    of = lessons(collected)
    store(learn(of), WEIGHTS)
    sys.stdout.write(f"{len(of)} lessons, {len(collected)} of them real messages\n")
    if collected:
        store(learn(lessons([m for m in collected if not real.set_aside(m.text)])), HALF)


if __name__ == "__main__":
    main()
