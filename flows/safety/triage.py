"""Red flags in what people write: triage of every message before anything else is done.

The signs and the weighing are in `flows.triage`. Here is what is decided from them: missing a
crisis costs far more than a needless flag, but a line that cries wolf is not believed. The odds
below are set on examples held back from the learning (`tests/flows/safety/learn.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.reading.spelling import sentences
from flows.safety.model import RISKS, Likely, Reading, read, telling_words
from flows.safety.signs import Risk

__all__ = ["Risk", "Triage", "triage"]

GRAVE_ODDS = 2.5
ADVICE_ODDS = 9.0
SENTENCE_ODDS = 8.0  # a sentence by itself has lost what was said around it
SMALL_TALK_ODDS = 0.15  # below this a message is no part of what went before it
GRAVE = (Risk.CRISIS, Risk.MEDICAL, Risk.SAFEGUARDING)
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
    true when the message is about somebody other than its writer. `by_sign`: something in it is
    a sign of that risk by name; else it only reads like one.
    """

    label: Risk
    why: tuple[str, ...]
    bystander: bool
    by_sign: bool


def triage(text: str, earlier: Sequence[str] = ()) -> Triage:
    """Reads one message, in the light of the same person's last hour (`earlier`, oldest first).

    Never raises. An earlier flag is not raised again by small talk, but a message that would
    be nothing alone ("goodbye") counts for what it adds to the ones before, where a sign is seen
    in them: many short answers in a row ("its for my mum", "not sure") read like a cry for help.
    """
    alone = _read_closely(text)
    label = likeliest(alone.likely)
    if earlier and _grave_odds(alone.likely) >= SMALL_TALK_ODDS:
        joined = read("\n".join([*earlier, text]))
        together = likeliest(joined.likely)
        found = _triage(joined, together)
        if found.by_sign and together in GRAVE and RISKS.index(together) < RISKS.index(label):
            return found
    return _triage(alone, label)


def likeliest(likely: Likely) -> Risk:
    """The likeliest risk, if it is likely enough against nothing at all."""
    advice, none = likely[-2:]
    if _grave_odds(likely) < GRAVE_ODDS and advice < ADVICE_ODDS * none:
        return Risk.NONE
    return RISKS[int(likely[:-1].argmax())]


def _grave_odds(likely: Likely) -> float:
    return float(likely[: len(GRAVE)].sum() / likely[-1])


def _read_closely(text: str) -> Reading:
    """The whole message; or, if that is nothing, a sentence of it that is plain by itself.

    Else three lines about football would outweigh one about dying.
    """
    whole = read(text)
    if likeliest(whole.likely) is Risk.NONE and len(parts := sentences(text)) > 1:
        gravest = max(map(read, parts), key=lambda part: _grave_odds(part.likely))
        if _grave_odds(gravest.likely) >= SENTENCE_ODDS:
            return gravest
    return whole


def _triage(reading: Reading, label: Risk) -> Triage:
    if label is Risk.NONE:
        return Triage(label, (), bystander=False, by_sign=False)
    shown = [seen for seen in reading.seen if seen.sign.risk is label]
    why = tuple(dict.fromkeys(seen.sign.name for seen in shown))
    if not why:
        quoted = ", ".join(f"'{words}'" for words in telling_words(reading, label))
        why = (f"{READS_LIKE[label]}: {quoted}" if quoted else READS_LIKE[label],)
    another = _about_another(reading, label, shown[0].place if shown else 0)
    return Triage(label, why, another, by_sign=bool(shown))


def _about_another(reading: Reading, label: Risk, at: int) -> bool:
    """Whether the sign at the word `at` is about somebody other than the writer.

    Whom it is done to comes after it ("can't wake her", "hits me"); whom it happens to comes
    nearest before it ("my mentor says I should tell you I want to die").
    """
    people = [
        (seen.place, seen.sign.name != "self")
        for seen in reading.seen
        if seen.sign.name in ("self", "other", "mentee", "child")
    ]
    after = [another for place, another in people if at < place <= at + 4]
    before = [another for place, another in people if place <= at]
    if label is Risk.SAFEGUARDING:
        if any(seen.sign.name == "mentee" for seen in reading.seen):
            return True
        myself = any(not another for _, another in people)
        return after[0] if after else bool(people) and not myself
    if after and all(after) and label is Risk.MEDICAL:
        return True
    nearest = before[-1:] or [another for _, another in people[:1]]
    return any(nearest)
