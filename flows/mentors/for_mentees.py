"""Questions that a mentor asks the line for somebody they mentor."""

import re

from flows.reading.plain import folded

_FOR_MENTEE = re.compile(
    r"\b(?:mentees?|(?:safe|ok|okay|good|bad|right|enough|too much) for (?:him|her|them)"
    r"|(?:he|she|they|someone)(?:'s|'ve|s)? (?:just )?"
    r"(?:asked|asks?|asking|wants? to know|keeps? asking)"
    r"|what (?:do|should|can|could|shall) i (?:say|tell|answer|reply|write))\b"
)


def asks_for_mentee(words: str) -> bool:
    """Whether it is asked how to answer somebody: "she wants to know how much to take"."""
    return _FOR_MENTEE.search(folded(words)) is not None
