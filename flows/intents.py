"""What someone wants when they write to the line outside any conversation.

A message that is one known phrase is settled there. Otherwise the first rule that fits speaks, and
so does a small linear model of how people word each wish. Measured on wordings neither had met, the
rules alone found half of the indirect ones, the model alone three in four, both together four in
five; so a rule counts for much, but a message that leans hard the other way can outvote it.
"""

import re
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.intents_rules import ALONE, RULES, Intent
from flows.leanings import Leanings

__all__ = ["WISHES", "Intent", "intent", "plain_words"]

WISHES = list(Intent)
_LEANINGS = Leanings.load(Path(__file__).with_name("intents_weights.npz"))
_TRUST_IN_RULES = 3.0  # in log odds; from 2 to 6 the figures hardly move


_READ = 600  # characters: what is wanted is said in the first few lines

_SPELT_OUT = {
    "u": "you", "ur": "your", "yr": "your", "ya": "you", "yous": "you", "r": "are", "pls": "please",
    "plz": "please", "plse": "please", "msg": "message", "msgs": "messages", "msging": "messaging",
    "msgin": "messaging", "mssg": "message", "txt": "text", "txts": "texts", "txting": "texting",
    "txtin": "texting", "textin": "texting", "wot": "what", "wat": "what", "wots": "whats",
    "wats": "whats", "any1": "anyone", "some1": "someone", "sum1": "someone", "sumone": "someone",
    "smbdy": "somebody", "no1": "nobody", "2": "to", "4": "for", "w": "with", "wiv": "with",
    "n": "and", "b4": "before", "2day": "today", "2nite": "tonight", "tonite": "tonight",
    "tmrw": "tomorrow", "tomoz": "tomorrow", "cud": "could", "wud": "would", "shud": "should",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "gimme": "give me", "cos": "because",
    "abt": "about", "thx": "thanks", "grp": "group", "grps": "groups", "info": "information",
    "appt": "appointment", "wk": "week", "wks": "weeks", "convo": "conversation", "ths": "this",
    "fone": "phone", "ppl": "people", "hav": "have", "dnt": "dont", "d": "the", "da": "the",
    "checkin": "check in", "checkins": "check ins", "nite": "night", "ive": "i have",
    "id": "i would", "im": "i am", "ill": "i will", "cant": "can not", "dont": "do not",
    "isnt": "is not", "arent": "are not", "wont": "will not", "doesnt": "does not", "didnt": "did not",
    "wasnt": "was not", "havent": "have not", "whats": "what is", "whos": "who is", "wheres": "where is",
    "hows": "how is", "its": "it is", "hes": "he is", "shes": "she is", "theyre": "they are",
    "youre": "you are", "weve": "we have", "youve": "you have", "lets": "let us",
    "thats": "that is", "theres": "there is",
}  # fmt: skip

# Words the rules turn on, which a slip of the thumb must not hide.
_KEYWORDS = (
    "mentor", "mentors", "mentoring", "volunteer", "volunteers", "volunteering", "unsubscribe",
    "message", "messages", "messaging", "texting", "contacting", "complaint", "complain", "somebody",
    "someone", "anyone", "details", "delete", "records", "information", "services", "different",
    "another", "groups", "courses", "classes", "support", "exercise", "talking", "speak", "listen",
    "fortnight", "fortnightly", "monthly", "weekly", "evening", "evenings", "mornings", "people",
    "matched", "service", "cancel", "buddy", "please", "person", "download", "history", "manager",
    "explain", "instructions", "diabetes", "recruiting", "subscription", "coordinator",
)  # fmt: skip
_KNOWN = frozenset(_KEYWORDS)
_WORD = re.compile(r"[?!.,]|[^\s?!.,;:()\[\]\"…/|*_~]+")


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
    text = re.sub(r"['’`]", "", text[:_READ].lower()).replace("-", " ")
    words = [_SPELT_OUT.get(word, word) for word in _WORD.findall(text)]
    return " ".join(map(_corrected, words))


def _corrected(word: str) -> str:
    if len(word) < 5 or word in _KNOWN or not word.isascii():
        return word
    slips = 1 if len(word) < 9 else 2
    near = process.extractOne(word, _KEYWORDS, scorer=OSA.distance, score_cutoff=slips)
    if not near or near[0][0] != word[0] or word.startswith(near[0][:-1]):
        return word
    return near[0]
