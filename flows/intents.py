"""What someone wants when they write to the line outside any conversation.

A message that is one known phrase is settled there. Otherwise a small linear model of how people
word each wish weighs the words together with the first rule that fits: it has learnt how far each
rule can be trusted. What nothing speaks for asks nothing, and the fewer words there are, the less
they can say without a rule: a wish misread interrupts people in the middle of ordinary talk.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.intents_rules import ALONE, RULES, Intent
from flows.leanings import Leanings
from flows.textspeak import spelt_out

__all__ = ["WISHES", "Intent", "by_rule", "intent", "marks", "plain_words"]

WISHES = list(Intent)
_LEANINGS = Leanings.load(Path(__file__).with_name("intents_weights.npz"))
_READ = 400  # characters: what is wanted is said in the first few lines
_TELLING = 3  # words; fewer carry a wish only where a rule knows them

# By how much, in log odds, a wish must beat an ordinary message. Set on examples held back from
# training (`tests/flows/train_leanings.py`). A false stop costs most: it ends a conversation.
_LEAD = {Intent.STOP: -0.3}
_LEAD_ELSEWISE = -1.0

# Words the rules turn on, which a slip of the thumb must not hide.
_KEYWORDS = (
    "mentor", "mentors", "mentoring", "volunteer", "volunteers", "volunteering", "unsubscribe",
    "message", "messages", "messaging", "texting", "contacting", "complaint", "complain",
    "somebody", "someone", "anyone", "details", "delete", "records", "information", "services",
    "different", "another", "groups", "courses", "classes", "support", "exercise", "talking",
    "speak", "listen", "fortnight", "fortnightly", "monthly", "weekly", "evening", "evenings",
    "mornings", "people", "matched", "service", "cancel", "buddy", "please", "person", "download",
    "history", "manager", "explain", "instructions", "diabetes", "recruiting", "subscription",
    "coordinator",
)  # fmt: skip
_KNOWN = frozenset(_KEYWORDS)


def intent(text: str, leanings: Leanings = _LEANINGS) -> Intent:
    """The likeliest wish in `text`; GREETING_OR_OTHER when it asks nothing of the line."""
    said = plain_words(text)
    bare = said.strip(" ?!.,") or said[:1]
    if bare in ALONE:
        return ALONE[bare]
    rule = by_rule(said)
    return _weighed(said, rule, leanings.scores(said, *marks(rule)))


def by_rule(said: str) -> Intent | None:
    """The wish of the first rule that fits `said`, which is as `plain_words` makes it."""
    return next((wish for wish, rule in RULES if rule.search(said)), None)


def marks(rule: Intent | None) -> tuple[str, ...]:
    """What the weights are told of a message beside its words."""
    return (f"rule:{rule}",) if rule else ()


def _weighed(said: str, rule: Intent | None, scores: NDArray[np.float32]) -> Intent:
    """What `scores`, one for each of WISHES, come to for `said`, which `rule` fits."""
    if rule is None and sum(word[0].isalpha() for word in said.split()) < _TELLING:
        return Intent.GREETING_OR_OTHER
    ordinary = scores[WISHES.index(Intent.GREETING_OR_OTHER)]
    leads = {
        wish: score - ordinary - _LEAD.get(wish, _LEAD_ELSEWISE)
        for wish, score in zip(WISHES, scores, strict=True)
        if wish is not Intent.GREETING_OR_OTHER
    }
    likeliest = max(leads, key=lambda wish: leads[wish])
    return likeliest if leads[likeliest] > 0 else Intent.GREETING_OR_OTHER


def plain_words(text: str) -> str:
    """`text` in lower case, text speak written out and keywords spelt right, one space between."""
    return " ".join(map(_corrected, spelt_out(text[:_READ])))


def _corrected(word: str) -> str:
    if len(word) < 5 or word in _KNOWN or not word.isascii():
        return word
    slips = 1 if len(word) < 9 else 2
    near = process.extractOne(word, _KEYWORDS, scorer=OSA.distance, score_cutoff=slips)
    if not near or near[0][0] != word[0] or word.startswith(near[0][:-1]):
        return word
    return near[0]
