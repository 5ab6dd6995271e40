"""Train the weights that flows ships, from the examples beside the tests: deterministic.

    python -m tests.flows.train_leanings

writes both sets of weights. Run it after changing an example or a rule; with the argument
``figures`` it says first how well they do on examples held back, a fifth at a time, by which the
bars in `flows.screening` and `flows.intents` are set. The unseen files are never trained on.

Most messages are ordinary, and a few hundred examples cannot show how varied those are. So the
examples of safety are read too: people's own words, whose risk is no wish of the line and no
exchange of details. Where one does hold a wish or an exchange, `among_safety.jsonl` says which;
null, where nobody could say. For wishes, what people with diabetes and friends really wrote to one
another is read too, where it is (`tests/flows/safety/real.py`): half of it, and of that what does
not sound like asking, since what a friend is asked the line may be asked as well.
"""

import json
import re
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_array, diags_array
from scipy.special import log_softmax

from flows.commands import intents
from flows.commands.intents import Intent
from flows.reading.weights import WIDTH, Leanings, pieces
from flows.relay import screening
from flows.relay.screening import Found
from tests.flows.safety import real

HERE = Path(__file__).parent
FLOWS = HERE.parents[1] / "flows"
ROOMS = {"intents": "commands", "screening": "relay"}
RIDGE = 0.001
STEPS = 200
MAY_ASK = re.compile(
    r"(?i)\b(?:talk|speak|ring|call|phone|help|some ?(?:one|body)|any ?(?:one|body)|stop)\b"
)
ORDINARY_WEIGHT = 0.5  # of a message of safety beside one of our own


class Example(NamedTuple):
    """A message, what it is, and whether it came with the examples of safety."""

    text: str
    label: str
    lent: bool


def read(path: Path) -> dict[str, str]:
    """The label of each text in `path`."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {row["text"]: row["label"] for row in rows}


def lent(name: str, *files: str) -> dict[str, str]:
    """The messages of safety's `files`, ordinary unless `name`'s own notes say otherwise."""
    ordinary = {"intents": Intent.GREETING_OR_OTHER.value, "screening": Found.OK.value}[name]
    noted = read(HERE / ROOMS[name] / name / "among_safety.jsonl")
    texts = [text for file in files for text in read(HERE / "safety/examples" / f"{file}.jsonl")]
    labels = {text: noted.get(text, ordinary) for text in texts}
    return {text: label for text, label in labels.items() if label}


def talk() -> list[str]:
    """Real talk between people, of the half that may be learned from, that asks for nobody."""
    return [
        of.text
        for of in real.messages()
        if of.kind in ("diabetes_talk", "sms")
        and not real.set_aside(of.text)
        and not MAY_ASK.search(of.text)
    ]


def examples(name: str) -> list[Example]:
    """Everything that `name` learns from, each text once."""
    own = read(HERE / ROOMS[name] / name / "examples.jsonl")
    files = ["ordinary", "medical_advice", "crisis_safeguarding", "languages"]
    found = lent(name, *(files if name == "screening" else files[:3]))
    if name == "intents":  # whether a cry for help asks for one is not ours to say
        sure = lent(name, "ordinary")
        found = {t: label for t, label in found.items() if t in sure or not MAY_ASK.search(t)}
        if real.are_here():
            found |= dict.fromkeys(talk(), Intent.GREETING_OR_OTHER.value)
    return [
        *(Example(text, label, lent=False) for text, label in own.items()),
        *(Example(text, label, lent=True) for text, label in found.items() if text not in own),
    ]


Pieces = tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]


def screening_pieces(text: str) -> Pieces:
    return pieces(screening.said(text))


def intents_pieces(text: str) -> Pieces:
    return pieces(intents.plain_words(text))


def train(of: Sequence[Pieces], labels: Sequence[int], kinds: int, weight: npt.NDArray[np.float64]
          ) -> Leanings:  # fmt: skip
    """Multinomial logistic regression of `labels` (0 to `kinds`-1), each counted by `weight`.

    A label with few examples counts for more than its share, since people's wishes do not come
    in the shares of our examples; a rare piece may weigh more than a common one before the ridge
    holds it back.
    """
    counts = np.bincount(labels, weights=weight, minlength=kinds)
    weight = weight / np.sqrt(counts / counts.mean())[labels]
    ends = np.cumsum([0, *(len(where) for where, _ in of)])
    rows = csr_array(
        (np.concatenate([loud for _, loud in of]), np.concatenate([w for w, _ in of]), ends),
        shape=(len(of), WIDTH),
    )
    rows.sum_duplicates()
    used = np.unique(rows.indices)
    found_in = np.bincount(rows.indices, minlength=WIDTH)[used]
    rarity = np.log(len(of) / found_in) + 1
    rarity /= rarity.mean()
    rows = (rows[:, used].astype(np.float64) @ diags_array(rarity)).tocsr()
    across = rows.T.tocsr()
    wanted = np.eye(kinds)[np.asarray(labels)]
    each = weight[:, None]

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(-1, kinds)
        logs = log_softmax(rows @ weights, axis=1)
        slope = across @ (each * (np.exp(logs) - wanted)) + 2 * RIDGE * weights
        return float(-(each * logs * wanted).sum() + RIDGE * (flat @ flat)), slope.ravel()

    best = minimize(loss, np.zeros(len(used) * kinds), jac=True, method="L-BFGS-B",
                    options={"maxiter": STEPS})  # fmt: skip
    weights = np.zeros((WIDTH, kinds), np.float32)
    weights[used] = best.x.reshape(-1, kinds) * rarity[:, None]
    return Leanings(weights)


class Task(NamedTuple):
    """What is learned, how a message is cut up for it, and what a score then comes to."""

    name: str
    labels: Sequence[str]
    cut: Callable[[str], Pieces]
    judged: Callable[[str, Leanings], str]


def judged_screening(text: str, leanings: Leanings) -> str:
    return (screening.by_sight(text) or screening.by_wording(text, leanings)).label


def judged_intent(text: str, leanings: Leanings) -> str:
    return intents.intent(text, leanings)


TASKS = (
    Task("intents", intents.WISHES, intents_pieces, judged_intent),
    Task("screening", screening.KINDS, screening_pieces, judged_screening),
)


def learn(task: Task, of: Sequence[Example], cut: Sequence[Pieces]) -> Leanings:
    """The weights that `of`, cut into `cut`, teach."""
    weight = np.where([example.lent for example in of], ORDINARY_WEIGHT, 1.0)
    wanted = [list(task.labels).index(example.label) for example in of]
    return train(cut, wanted, len(task.labels), weight)


def held_back(task: Task, of: Sequence[Example], cut: Sequence[Pieces]) -> list[str]:
    """What each example is read as by weights that never saw it nor its fifth."""
    fifths = [zlib.crc32(example.text.encode()) % 5 for example in of]
    found = [""] * len(of)
    for fifth in range(5):
        kept = [i for i, f in enumerate(fifths) if f != fifth]
        leanings = learn(task, [of[i] for i in kept], [cut[i] for i in kept])
        for i, f in enumerate(fifths):
            if f == fifth:
                found[i] = task.judged(of[i].text, leanings)
    return found


def figures(task: Task, of: Sequence[Example], found: Sequence[str]) -> str:
    """How well `found` does on our own examples, and on the ordinary ones that safety lent."""
    pairs = list(zip(of, found, strict=True))
    own = [e.label == f for e, f in pairs if not e.lent]
    ordinary = [f for e, f in pairs if e.lent and e.label in ("ok", "greeting_or_other")]
    astray = sum(f not in ("ok", "greeting_or_other") for f in ordinary)
    return (
        f"{task.name}: {sum(own) / len(own):.3f} of our own right; of {len(ordinary)} ordinary "
        f"{astray / len(ordinary):.4f} read as more, {ordinary.count('stop')} as stop\n"
    )


def main() -> None:
    """Write each set of weights beside the module that uses it."""
    for task in TASKS:
        of = examples(task.name)
        cut = [task.cut(example.text) for example in of]
        if "figures" in sys.argv[1:]:
            sys.stdout.write(figures(task, of, held_back(task, of, cut)))
        learn(task, of, cut).store(FLOWS / ROOMS[task.name] / f"{task.name}_weights.npz")


if __name__ == "__main__":
    main()
