"""What someone wants when they write to the line outside any conversation.

A message that is one known phrase is settled there. Otherwise a small linear model of how people
word each wish weighs the words, for which it has read some thousands of examples. What nothing
speaks for asks nothing, and the fewer words there are, the surer it must be: a wish misread
interrupts people in the middle of ordinary talk.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.commands.phrases import ALONE, Intent
from flows.reading.textspeak import spelt_out
from flows.reading.weights import Leanings

__all__ = ["WISHES", "Intent", "intent", "plain_words"]

WISHES = list(Intent)
_LEANINGS = Leanings.load(Path(__file__).with_name("intents_weights.npz"))
_READ = 400  # characters: what is wanted is said in the first few lines
_TELLING = 3  # words

# By how much, in log odds, a wish must beat an ordinary message. Set on examples held back from
# training (`tests/flows/train_leanings.py`). A false stop costs most: it ends a conversation.
_LEAD = {Intent.STOP: 1.5}
_LEAD_ELSEWISE = 0.0
_MORE_FOR_FEW_WORDS = 1.0

# Words that wishes turn on, which a slip of the thumb must not hide.
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
    return _weighed(said, leanings.scores(said))


def _weighed(said: str, scores: NDArray[np.float32]) -> Intent:
    """What `scores`, one for each of WISHES, come to for `said`."""
    few = sum(word[0].isalpha() for word in said.split()) < _TELLING
    ordinary = scores[WISHES.index(Intent.GREETING_OR_OTHER)]
    more = _MORE_FOR_FEW_WORDS if few else 0.0
    leads = {
        wish: score - ordinary - _LEAD.get(wish, _LEAD_ELSEWISE) - more
        for wish, score in zip(WISHES, scores, strict=True)
        if wish is not Intent.GREETING_OR_OTHER
    }
    likeliest = max(leads, key=lambda wish: leads[wish])
    return likeliest if leads[likeliest] > 0 else Intent.GREETING_OR_OTHER


def plain_words(text: str) -> str:
    """`text` in lower case, text speak written out and keywords spelt right, one space between."""
    return " ".join(map(_corrected, spelt_out(text[:_READ])))


@lru_cache(maxsize=4096)
def _corrected(word: str) -> str:
    if len(word) < 5 or word in _KNOWN or not word.isascii():
        return word
    slips = 1 if len(word) < 9 else 2
    near = process.extractOne(word, _KEYWORDS, scorer=OSA.distance, score_cutoff=slips)
    if not near or near[0][0] != word[0] or word.startswith(near[0][:-1]):
        return word
    return near[0]
