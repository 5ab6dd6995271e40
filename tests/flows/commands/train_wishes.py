"""Train the weights by which words to a partner may be for the line: deterministic.

    python -m tests.flows.commands.train_wishes

The wordings come from the examples of `intents`, of the screening of relayed words and of safety,
from real talk where it is, and from `wishes/`, but for the part of those that was put aside. In the
files of `wishes/` whose name has "unnamed" or "voices" in it nobody is named: "he never answers";
the voices are those of thirty people who write unlike one another. What is in the "fresh" files is
only measured on.
"""

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from zlib import crc32

import numpy as np

from flows.commands import wishes
from flows.commands.intents import Intent
from flows.commands.wishes import LABELS, LETTER, Wish
from flows.commands.wishes_hints import hints
from tests.flows.safety import real
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
# Of each file, one in so many was put aside; of those in NONE, nothing.
NONE = 0
WISHES = {"for_the_line": 3, "unnamed": 2, "unnamed_to_learn": NONE, "voices": NONE}
LIKE_WISHES = {
    "for_a_partner": 3,
    "like_unnamed": 2,
    "like_unnamed_to_learn": NONE,
    "like_voices": NONE,
}
OTHERS = ("my husband", "the nurse at the surgery")
PRONOUN = re.compile(r"\b(?:he|she|him|her)\b(?!'s)", re.IGNORECASE)
# How much an example counts beside one of the intents'.
OUR_OWN, OF_REAL_PEOPLE, OFTEN_EITHER = 4.0, 4.0, 0.5


def told(name: str) -> Iterator[tuple[str, str]]:
    """The lines of `wishes/<name>.txt`, each with the heading that it stands under."""
    heading = ""
    for line in (HERE / "wishes" / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        else:
            yield heading, line


def is_unseen(text: str, one_in: int = 3) -> bool:
    return one_in != NONE and crc32(text.encode()) % one_in == 0


def read(name: str) -> Iterator[dict[str, str]]:
    yield from map(json.loads, (HERE.parent / f"{name}.jsonl").read_text("utf-8").splitlines())


def examples() -> Iterator[tuple[str, str, float]]:
    """Each text, what it is, and how much it counts."""
    yield from of_wishes()
    for row in read("commands/intents/examples"):
        if (wish := AS_WISHES.get(Intent(row["label"]))) is None:
            continue
        yield row["text"], wish, OFTEN_EITHER if row["label"] == Intent.HELP else 1.0
        if wish in (Wish.COMPLAINT, Wish.CHANGE) and "my mentor" in row["text"].lower():
            yield row["text"].lower().replace("my mentor", CAST[0]), wish, 1.0
    for name in LETTERS:
        for row in read(name):
            yield row["text"], LETTER, OFTEN_EITHER
    for text in talk():
        yield text, LETTER, OF_REAL_PEOPLE
    yield from of_others()


def of_wishes() -> Iterator[tuple[str, str, float]]:
    """What was written for this, but for what was put aside."""
    for name, one_in in WISHES.items():
        for heading, text in told(name):
            if not is_unseen(text, one_in):
                yield text, heading, OUR_OWN
    for name, one_in in LIKE_WISHES.items():
        for _, text in told(name):
            if not is_unseen(text, one_in):
                yield text, LETTER, OUR_OWN


def of_others() -> Iterator[tuple[str, str, float]]:
    """The complaints of "he" and "she", said of somebody else: then they are letters."""
    for heading, text in chain(told("unnamed"), told("unnamed_to_learn"), told("voices")):
        if heading in (Wish.COMPLAINT, Wish.CHANGE) and not is_unseen(text, WISHES["unnamed"]):
            for one in OTHERS:
                if (said := PRONOUN.sub(one, text, count=1)) != text:
                    yield said, LETTER, 1.0


def talk() -> Iterator[str]:
    """What people really wrote to one another, where it is, of the half to be learned from."""
    for of in real.messages() if real.are_here() else ():
        if of.kind in ("diabetes_talk", "sms") and not real.set_aside(of.text):
            yield of.text


def main() -> None:
    """Write the weights beside the module that uses them."""
    found: dict[str, tuple[int, float]] = {}
    for text, label, weight in examples():
        for said in wishes.readings(text, CAST):
            found.setdefault(said, (LABELS.index(label), weight))
    cut = [hints(said) for said in found]
    labels, weights = zip(*found.values(), strict=True)
    train(cut, list(labels), len(LABELS), np.array(weights)).store(wishes.WEIGHTS)


if __name__ == "__main__":
    main()
