"""Train the weights by which words to a partner may be for the line: deterministic.

    python -m tests.flows.commands.train_wishes

The wordings come from the examples of `intents`, of the screening of relayed words and of safety,
and from `wishes/`, but for the third of those that is unseen: by it the bar in `wishes.py` is set.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np

from flows.commands import wishes
from flows.commands.intents import Intent
from flows.commands.wishes import LABELS, LETTER, Wish
from flows.reading.weights import pieces
from tests.flows.train_leanings import train

HERE = Path(__file__).parent
CAST = ("Mo", "Asha")
LETTERS = (
    "relay/screening/examples", "safety/examples/ordinary", "safety/examples/medical_advice",
    "safety/examples/crisis_safeguarding",
)  # fmt: skip
# What an intent is, when one has a partner; what is in none of these is left out.
AS_WISHES = {
    Intent.COMPLAINT: Wish.COMPLAINT, Intent.END_MATCH: Wish.CHANGE, Intent.HELP: Wish.LINE,
    Intent.CHECKIN_CHANGE: Wish.CHECKINS, Intent.SERVICES: Wish.SERVICES,
    Intent.MY_DATA: Wish.DATA, Intent.VOLUNTEER: Wish.VOLUNTEER,
    Intent.GREETING_OR_OTHER: LETTER,
}  # fmt: skip
OUR_OWN, OFTEN_EITHER = 2.0, 0.5  # how much an example counts beside one of the intents'


def told(name: str) -> Iterator[tuple[str, str]]:
    """The lines of `wishes/<name>.txt`, each with the heading that it stands under."""
    heading = ""
    for line in (HERE / "wishes" / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        else:
            yield heading, line


def is_unseen(text: str) -> bool:
    return crc32(text.encode()) % 3 == 0


def read(name: str) -> Iterator[dict[str, str]]:
    yield from map(json.loads, (HERE.parent / f"{name}.jsonl").read_text("utf-8").splitlines())


def examples() -> Iterator[tuple[str, str, float]]:
    """Each text, what it is, and how much it counts."""
    for heading, text in told("for_the_line"):
        if not is_unseen(text):
            yield text, heading, OUR_OWN
    for _, text in told("for_a_partner"):
        if not is_unseen(text):
            yield text, LETTER, OUR_OWN
    for row in read("commands/intents/examples"):
        if (wish := AS_WISHES.get(Intent(row["label"]))) is None:
            continue
        yield row["text"], wish, OFTEN_EITHER if row["label"] == Intent.HELP else 1.0
        if wish in (Wish.COMPLAINT, Wish.CHANGE) and "my mentor" in row["text"].lower():
            yield row["text"].lower().replace("my mentor", CAST[0]), wish, 1.0
    for name in LETTERS:
        for row in read(name):
            yield row["text"], LETTER, OFTEN_EITHER


def main() -> None:
    """Write the weights beside the module that uses them."""
    found: dict[str, tuple[int, float]] = {}
    for text, label, weight in examples():
        found.setdefault(wishes.in_one(text, CAST), (LABELS.index(label), weight))
    cut = [pieces(said) for said in found]
    labels, weights = zip(*found.values(), strict=True)
    train(cut, list(labels), len(LABELS), np.array(weights)).store(wishes.WEIGHTS)


if __name__ == "__main__":
    main()
