"""The signs that a person can name: what each looks like in plain words, and what it says.

A sign is a pattern over `wording.words` joined by spaces. Clinical thresholds are those of
nhs.uk (hypo below 4mmol/L; ketones 1.6 call the care team, 3 or more 999) and Diabetes UK.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Risk(StrEnum):
    """What a message may be about, gravest first: intent to die goes before danger to life."""

    CRISIS = "crisis"
    MEDICAL = "medical"
    SAFEGUARDING = "safeguarding"
    CLINICAL_ADVICE = "clinical_advice"
    NONE = "none"


@dataclass(frozen=True)
class Sign:
    """One thing seen in a message, and how a coordinator would say it."""

    risk: Risk
    why: str
    pattern: re.Pattern[str]


def _sign(risk: Risk, why: str, *patterns: str) -> Sign:
    return Sign(risk, why, re.compile(rf"\b(?:{'|'.join(patterns)})\b"))


_SELF = r"(?:my ?self|me)"
SIGNS = (
    _sign(
        Risk.CRISIS,
        "speaks of ending their life",
        rf"(?:kill(?:ing)?|hang(?:ing)?|drown(?:ing)?|top(?:ping)?) {_SELF.replace('|me', '')}",
        r"(?:end|ending|take|taking) (?:it all|my (?:own )?life|(?:her|his|their) (?:own )?life)",
        r"(?:end|ending) it (?:tonight|today|now|tomorrow|this)",
        r"(?:kill|killing|hang) (?:him|her|them)sel(?:f|ves)",
        r"want(?:ed|s)? to (?:die|be dead|end it)",
        r"(?:better off|rather be|wish i (?:was|were)) (?:dead|without me)",
        r"suicid\w*",
        r"unalive",
    ),
    _sign(
        Risk.CRISIS,
        "no longer wants to live",
        r"(?:dont|do not|doesnt|didnt) (?:want|wish) to (?:live|wake up|be here|be alive|exist|go on)",
        r"no (?:point|reason) (?:in |to )?(?:living|live|going on|being here|carrying on)",
        r"(?:not|never) wak(?:e|ing) up(?: again)?",
        r"(?:cant|cannot) (?:go on|do this|carry on|take (?:it|this)) any ?more",
        r"tired of (?:living|being alive|life)",
    ),
    _sign(
        Risk.CRISIS,
        "hurting themselves",
        r"self harm\w*",
        r"(?:cut|cutting|burn|burning|hurt|hurting|harm|harming|punish) my ?self",
        r"(?:cut|cutting) my (?:arms?|wrists?|legs?|thighs?)",
    ),
    _sign(
        Risk.MEDICAL,
        "not waking or not answering",
        r"(?:wont|cant|not|isnt|doesnt|didnt) (?:\w+ )?(?:wak(?:e|ing)|rouse|respond\w*|coming round)",
        r"unconscious|unresponsive|passed out|collapsed|blacked out",
    ),
    _sign(
        Risk.MEDICAL,
        "fitting",
        r"(?:having|had|in) a (?:fit|seizure)",
        r"(?:is|hes|shes|keeps|started) fitting",
    ),
    _sign(
        Risk.MEDICAL,
        "trouble breathing",
        r"(?:cant|hardly|struggling to|hard to|barely|cannot) (?:\w+ )?breathe?",
        r"short of breath|gasping|deep breathing|heavy breathing",
    ),
    _sign(
        Risk.MEDICAL,
        "chest pain or signs of a stroke",
        r"(?:chest|left arm) (?:\w+ ){0,3}(?:pains?|tight|crushing|hurts?|hurting)",
        r"(?:pains?|tight\w*|crushing) (?:\w+ ){0,4}chest",
        r"(?:face|mouth|side) (?:\w+ ){0,4}(?:droop\w*|dropped|numb)",
        r"slurr\w*",
    ),
    _sign(
        Risk.MEDICAL,
        "signs of ketoacidosis",
        r"(?:breath|smell\w*) (?:\w+ ){0,4}(?:pear drops?|nail varnish|acetone|fruity)",
        r"keeps? (?:being sick|throwing up|vomiting)|cant (?:stop being sick|keep \w+ down)",
    ),
    _sign(
        Risk.MEDICAL,
        "an infected foot or wound",
        r"(?:foot|toes?|leg|heel|stump|wound|ulcer|cut) (?:\w+ ){0,6}(?:black|pus|oozing|rotten)",
    ),
    _sign(
        Risk.MEDICAL,
        "asks for an ambulance",
        r"(?:need|call|ring|get|send) (?:\w+ ){0,3}(?:ambulance|999)",
    ),
    _sign(
        Risk.MEDICAL,
        "too much medicine taken",
        r"overdosed? on (?:insulin|tablets|pills)",
        r"(?:took|taken|injected|done|given) (?:\w+ ){0,4}(?:too much|double|twice|wrong) (?:\w+ ){0,2}"
        r"(?:insulin|dose|pen|tablets?|pills?)",
    ),
    _sign(
        Risk.SAFEGUARDING,
        "being hurt by someone",
        r"(?:hits?|hitting|beats?|beating|pushe[sd]|punche[sd]|slap\w*|kick\w*|chok\w*|strangl\w*) "
        r"(?:me|us|her|him|my (?:mum|nan|dad|sister|brother))",
        r"(?:scared|frightened|afraid) of (?:him|her|my (?:husband|wife|dad|mum|partner|son|boyfriend))",
        r"bruises",
    ),
    _sign(
        Risk.SAFEGUARDING,
        "kept from food, insulin or treatment",
        r"(?:wont|doesnt|dont|never|not) (?:let|lets|letting|allow\w*|give|feed\w*|feeding) "
        r"(?:me|her|him|us|mum|dad|nan)",
        r"(?:hides?|hid|hiding|takes?|took|locks?) (?:my|her|his|mums|dads) "
        r"(?:insulin|pump|phone|meds|food|bank card|card|pension)",
    ),
    _sign(
        Risk.SAFEGUARDING,
        "a mentor out of bounds",
        r"mentor (?:\w+ ){0,8}(?:money|borrow\w*|bank|naked|kiss\w*|flirt\w*|secret|flat|sleeping with|nudes?)",
    ),
    _sign(
        Risk.SAFEGUARDING, "forced marriage or control", r"force[ds]? (?:\w+ )?marr\w*|marr\w* off"
    ),
    _sign(
        Risk.CLINICAL_ADVICE,
        "asks what to take",
        r"(?:how (?:much|many)|what (?:dose|are)) (?:\w+ ){0,6}(?:insulin|units?|metformin|tablets?|inject|take)",
        r"(?:can|should|shall|could|do|ok to|safe to|is it ok) (?:i |she |he |you |it |we )?(?:\w+ ){0,5}"
        r"(?:stop|skip|halve|double|switch|increase|reduce|cut down|up|drop|take|miss|come off|mix) (?:\w+ ){0,5}"
        r"(?:insulin|metformin|dose|tablets?|lantus|basal|ozempic|statins?|gliclazide|it|units?)",
        r"(?:am i|could i be|does (?:this|that) mean|is (?:this|that|it)) (?:\w+ ){0,4}(?:diabetic|diabetes)",
    ),
)


def signs_in(plain: str) -> Iterator[Sign]:
    """Signs seen in words joined by spaces, gravest first."""
    return (sign for sign in SIGNS if sign.pattern.search(plain))
