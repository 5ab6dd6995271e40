"""What someone wants when they write to the line outside any conversation.

A message that is one known phrase is settled there. Otherwise the first rule that fits speaks, and
so does a small linear model of how people word each wish. Measured on wordings neither had met, the
rules alone found half of the indirect ones, the model alone three in four, both together four in
five; so a rule counts for much, but a message that leans hard the other way can outvote it.
"""

from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.intents_rules import ALONE, RULES, Intent
from flows.leanings import Leanings
from flows.textspeak import spelt_out

__all__ = ["WISHES", "Intent", "intent", "plain_words"]

WISHES = list(Intent)
_LEANINGS = Leanings.load(Path(__file__).with_name("intents_weights.npz"))
_TRUST_IN_RULES = 3.0  # in log odds; from 2 to 6 the figures hardly move


_READ = 600  # characters: what is wanted is said in the first few lines

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


def intent(text: str) -> Intent:
    """The likeliest wish in `text`; GREETING_OR_OTHER when it asks nothing of the line."""
    said = plain_words(text)
    bare = said.strip(" ?!.,") or said[:1]
    if bare in ALONE:
        return ALONE[bare]
    scores = _LEANINGS.scores(said)
    for wish, rule in RULES:
        if rule.search(said):
            scores[WISHES.index(wish)] += _TRUST_IN_RULES
            break
    return WISHES[int(scores.argmax())]


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
