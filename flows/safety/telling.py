"""The person's own telling phrase: what in a message a coordinator should see first."""

from collections.abc import Sequence
from itertools import accumulate

from flows.reading.spelling import words
from flows.safety.model import Reading, evidence
from flows.safety.signs import Risk

LONGEST = 8  # words
# A phrase neither begins nor ends with these: they tell nothing.
_BARE = frozenset(("and", "the", "a", "an", "it", "its", "but", "so", "of", "or", "that", "this",
    "was", "is", "as", "in", "on", "for", "with", "ive", "?", "#", "at", "by", "then"))  # fmt: skip
# Nor does it end with these: what they lead to is cut off.
_LEADS = _BARE | {"i", "my", "to", "me", "be", "if", "when", "not", "im", "she", "he", "they", "we",
    "you", "your", "her", "his", "dont", "have", "has", "are", "do"}  # fmt: skip
_EACH_WORD = 0.4  # what a word more must add to be worth quoting


def telling(reading: Reading, risk: Risk, near: int | None = None) -> tuple[str, ...]:
    """Two to eight neighbouring words that spoke most for `risk`; around the word `near`, if any.

    Fewer only where the message has fewer.
    """
    plain = reading.plain
    speaks = [amount - _EACH_WORD for amount in evidence(plain, reading.seen, risk)]
    upto = [0.0, *accumulate(speaks)]
    best, phrase = -float("inf"), plain[:LONGEST]
    first, last = (0, len(plain)) if near is None else (max(0, near - LONGEST + 3), near + 1)
    least = 0 if near is None else min(near + 3, len(plain))
    for start in range(first, last):
        for end in range(max(start + 2, least), min(len(plain), start + LONGEST) + 1):
            bare = (plain[start] in _BARE) + (plain[end - 1] in _LEADS)
            amount = upto[end] - upto[start] - 2.0 * bare
            if amount > best:
                best, phrase = amount, plain[start:end]
    return phrase


def own_words(text: str, phrase: Sequence[str]) -> str:
    """`phrase`, which is plain, as it was written in `text`; as it is, where that isn't clear."""
    tokens = text.split()
    spoken = [words(token) for token in tokens]
    for start in range(len(tokens)):
        if not spoken[start] or spoken[start][0] != phrase[0]:
            continue
        said: tuple[str, ...] = ()
        for end in range(start, len(tokens)):
            said += spoken[end]
            if len(said) >= len(phrase):
                if said == tuple(phrase):
                    return " ".join(tokens[start : end + 1]).strip(".,;:!'\"")
                break
    return " ".join(phrase)
