"""Red flags in what people write: triage of every message before it is taken for anything else.

The signs and the weighing are in `flows.safety.signs` and `flows.safety.model`. Here is what is
decided from them, in two tiers. *Plain* danger calls the team at once. What only *may* be danger
is not plain: the person is asked, and nobody is called. So a missed crisis is rare, and the line
still does not cry wolf. The bars are log odds of any grave risk, set on messages held
back from the learning; `docs/safety/triage.md` has the figures.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from flows.safety.model import RISKS, Likely, Message, Reading, hear, read, read_parts
from flows.safety.signs import Risk
from flows.safety.telling import own_words, telling

__all__ = ["Risk", "Triage", "triage"]

MAY_BE = -1.2
CRISIS = -1.1  # where it is a crisis that is likeliest, and no word of it is seen
CRISIS_HINTED = -2.4  # where a word of it is
PLAIN = 0.8
PLAIN_BY_SIGN = 0.2  # where a sign of the risk is seen by name
DOUBT = 0.7  # log odds that each false alarm adds, for the same person and kind
MOST_DOUBTED = 3
PART_LESS = 2.0  # what is said of a part counts for less: it has lost what was said around it
ADVICE = -0.7  # log odds of a question for the care team over nothing
SMALL_TALK = -3.4  # below this a message is no part of what went before it
_TINY = 1e-300
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

    `why` holds the reasons, each with the person's own words that gave it, empty for `Risk.NONE`;
    `bystander` is true when the message is about somebody other than its writer. `by_sign`:
    something in it is a sign of that risk by name; else it only reads like one. `plain`: it is
    danger, plainly; else, where the label is grave, it may be. A question for the care team and
    what is nothing are never plain. `lead`: by how much, in log odds, danger leads.
    """

    label: Risk
    why: tuple[str, ...]
    bystander: bool
    by_sign: bool
    plain: bool = False
    lead: float = -math.inf

    def is_plain_after(self, false_alarms: int) -> bool:
        """Whether it is plain from someone of whom so many such alarms were called false lately:
        each lifts the bar a little, to where the person is asked first, never out of hearing."""
        bar = PLAIN_BY_SIGN if self.by_sign else PLAIN
        return self.plain and self.lead >= bar + DOUBT * min(false_alarms, MOST_DOUBTED)


def triage(text: str, earlier: Sequence[str] = ()) -> Triage:
    """Reads one message, in the light of the same person's last hour (`earlier`, oldest first).

    Never raises. An earlier flag is not raised again by small talk, but a message that would
    be nothing alone ("goodbye") counts for what it adds to the ones before, where a sign is seen
    in them: many short answers in a row ("its for my mum", "not sure") read like a cry for help.
    """
    message = hear(text)
    whole = read(message)
    alone = _read_closely(message, whole)
    label = likeliest(alone)
    if earlier and lead(whole.likely) >= SMALL_TALK:
        heard = "\n".join([*earlier, text])
        joined = read(hear(heard))
        together = likeliest(joined)
        found = _triage(joined, together, heard)
        if found.by_sign and together in GRAVE and RISKS.index(together) < RISKS.index(label):
            return found
    return _triage(alone, label, text)


def likeliest(reading: Reading) -> Risk:
    """The likeliest risk, if it is likely enough against nothing at all."""
    *grave, advice, none = reading.likely
    risk = GRAVE[grave.index(max(grave))]
    bar = _crisis_bar(reading) if risk is Risk.CRISIS else MAY_BE
    if lead(reading.likely) >= bar and max(grave) >= advice:
        return risk
    if advice >= none * math.exp(ADVICE):
        return Risk.CLINICAL_ADVICE
    return Risk.NONE


def _crisis_bar(reading: Reading) -> float:
    """Idle talk and verse sound like farewells: without one word of a crisis, it takes more."""
    hinted = any(Risk.CRISIS in (seen.sign.risk, seen.sign.hint) for seen in reading.seen)
    return CRISIS_HINTED if hinted else CRISIS


def lead(likely: Likely) -> float:
    """By how much, in log odds, a grave risk leads over nothing and mere questions."""
    grave = sum(likely[: len(GRAVE)])
    return math.log(max(grave, _TINY) / max(sum(likely[len(GRAVE) :]), _TINY))


def _read_closely(message: Message, whole: Reading) -> Reading:
    """The whole message, or the part of it that says more of danger than the whole does.

    Else three lines about football would outweigh one about dying.
    """
    if lead(whole.likely) >= PLAIN:
        return whole
    parts = read_parts(message)
    if not parts:
        return whole
    gravest = max(parts, key=lambda part: lead(part.likely))
    *risks, none = gravest.likely
    less = (*risks, none * math.exp(PART_LESS))
    return gravest._replace(likely=less) if lead(less) > lead(whole.likely) else whole


def _triage(reading: Reading, label: Risk, text: str) -> Triage:
    if label is Risk.NONE:
        return Triage(label, (), bystander=False, by_sign=False)
    shown = [seen for seen in reading.seen if seen.sign.risk is label]
    places = {seen.sign.name: seen.place for seen in reversed(shown)}
    names = dict.fromkeys(seen.sign.name for seen in shown)
    reasons = [(name, telling(reading, label, places[name])) for name in names]
    reasons = reasons or [(READS_LIKE[label], telling(reading, label))]
    why = tuple(f"{name}: '{own_words(text, said)}'" if said else name for name, said in reasons)
    another = _about_another(reading, label, shown[0].place if shown else 0)
    plain = label in GRAVE and lead(reading.likely) >= (PLAIN_BY_SIGN if shown else PLAIN)
    leads = lead(reading.likely)
    return Triage(label, why, another, by_sign=bool(shown), plain=plain, lead=leads)


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
