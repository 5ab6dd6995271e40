"""Red flags in what people write: triage of every message before anything else is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.triage.signs import Risk, signs_in
from flows.triage.wording import words

__all__ = ["Risk", "Triage", "triage"]


@dataclass(frozen=True)
class Triage:
    """What a message was read as.

    `why` holds the reasons in a coordinator's words, empty for `Risk.NONE`; `bystander` is
    true when the message is about somebody other than its writer.
    """

    label: Risk
    why: tuple[str, ...]
    bystander: bool


def triage(text: str, earlier: Sequence[str] = ()) -> Triage:
    """Reads one message, in the light of the same person's last hour (`earlier`, oldest first)."""
    signs = list(signs_in(" ".join(words(text))))
    if not signs:
        return Triage(Risk.NONE, (), False)
    label = signs[0].risk
    return Triage(label, tuple(sign.why for sign in signs if sign.risk is label), False)
