"""Low, and not in danger: what asks for a kind word and for company, and is no alarm.

It is read only of what triage called nothing, and decides what the line says next, never who is
called: so it may be generous. A low sugar is no low mood: a number or a word of it beside tells.
"""

import re

from flows.reading.plain import folded

_LOW = re.compile(
    r"\b(?:depress\w*|lonel\w+|hopeless|helpless|worthless|overwhelm\w*|miserable|heartbroken"
    r"|isolat\w+|tearful|in tears|crying|cried|anxious|anxiety|panic\w*|desperate|despair\w*"
    r"|burn(?:t|ed) ?out|exhausted by|drained|so alone|all alone|feel(?:ing)? (?:alone|numb)"
    r"|no friends|nobody (?:understands|cares|gets it)|no one (?:understands|cares|gets it)"
    r"|(?:can't|cant|cannot|not|struggl\w+ to) (?:really )?(?:cope|coping)"
    r"|(?:sick|tired|fed up) of (?:it|this|everything|diabetes|being diabetic|living|life)"
    r"|had enough|hate (?:my life|myself|my body|being diabetic)|too much for me|just too much"
    r"|wits end|end of my tether|feel(?:ing)? (?:so |really |very |a bit )?(?:sad|lost|empty|down"
    r"|useless|ashamed|like a failure|like giving up)|grieving|struggling)\b"
    r"|\b(?:feel(?:ing)?|been|so|really|very) (?P<mood>low)\b"
)
_OF_SUGAR = re.compile(
    r"\b(?:sugars?|glucose|bg|bloods?|levels?|hypo\w*|sensor|reading|battery)\b|\d"
)


def is_low(words: str) -> bool:
    """Whether somebody tells of feeling low: "been so lonely since", "fed up of it all"."""
    said = folded(words)
    found = _LOW.search(said)
    return found is not None and not (found["mood"] and _OF_SUGAR.search(said))
