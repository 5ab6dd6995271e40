"""Messages that people really wrote, where they are: to learn from, and to measure on.

They stand beside the checkout, in `../shared/real`, and are nobody's to pass on: weights learned
from them ship, no sentence of them does. Half of them, by a hash of the text, were never looked
at to choose anything: `set_aside` says which.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from flows.safety.signs import Risk

HERE = Path(__file__).parent
FOLDER = HERE.parents[3] / "shared" / "real"
KINDS = ("diabetes_talk", "sms", "suicidewatch", "depression", "counsel", "other_languages")
POSTS = (
    "suicidewatch",
    "depression",
    "counsel",
)  # where danger is; elsewhere what is unread is none


class Real(NamedTuple):
    """A message that someone wrote, what it was read as, and which collection it is from."""

    text: str
    label: Risk
    lang: str
    kind: str


def are_here() -> bool:
    """Whether the collections stand beside this checkout."""
    return FOLDER.exists()


def set_aside(text: str) -> bool:
    """Whether `text` is in the half that nothing was chosen on."""
    return int(_key(text)[0], 16) >= 8


@cache
def messages() -> tuple[Real, ...]:
    """Every message whose label is known or safe to assume, each text once.

    Left out: what readers differ on, and posts of a forum for crisis or depression that nobody has
    read. In ordinary talk what nobody has read is none.
    """
    read = json.loads((HERE / "read_labels.json").read_text("utf-8"))["labels"]
    found: dict[str, Real] = {}
    for kind in KINDS:
        for line in (FOLDER / f"{kind}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            label = row.get("label") if row.get("sure", True) else "unsure"
            label = label or read.get(_key(row["text"]))
            label = label or ("unsure" if kind in POSTS else "none")
            if label != "unsure":
                of = Real(row["text"], Risk(label), row.get("lang", "en"), kind)
                found.setdefault(row["text"], of)
    return tuple(found.values())


def fingerprint() -> str:
    """Changes when a collection does; empty where there are none."""
    if not are_here():
        return ""
    files = [*(FOLDER / f"{kind}.jsonl" for kind in KINDS), HERE / "read_labels.json"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
