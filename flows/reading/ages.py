"""Hearing from someone's words that they are under 18."""

import re

from flows.reading.plain import alone

_WORDS = {
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
}  # fmt: skip
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"

# With the years said, any child's age counts; without, only what is an age and hardly a sugar
# reading, a dose or a time: "I'm 15" and not "I'm 9 now" or "I'm 15.2" or "I'm 12 stone".
_WITH_YEARS = re.compile(
    rf"\bi(?: ?'? ?m| am)(?: only| just| actually| still)? {_NUMBER} ?"
    r"(?:years?|yrs?|yo\b|y/o|y\.o)(?: old)?\b"
    r"(?! (?:clean|sober|diagnosed|in\b|into|since|with|on\b|free))"
)
_ALONE = re.compile(
    rf"\bi(?: ?'? ?m| am)(?: only| just| actually| still)? {_NUMBER}"
    r"(?=\s*(?:$|[,!?;\u2600-\u27bf\U0001f000-\U0001faff]|\.(?!\d)"
    r"|and\b|but\b|so\b|by the way\b|btw\b|actually\b|tho\b|though\b|too\b|if that\b"
    r"|is that\b|is it\b|does that\b|turning\b|n\b))"
)
_AT_SCHOOL = re.compile(r"\bi(?: ?'? ?m| am) (?:in|going into) (?:year|yr) (?:[3-9]|1[0-2])\b")
_NO_MORE = re.compile(
    rf"(?:(?:no|nope|nah|sorry|well|hi|hello|actually)\b[,.!]? )*"
    rf"i(?: ?'? ?m| am)(?: only| just| actually| still)? {_NUMBER}"
    r"(?: ?(?:years?|yrs?|yo|y/o)(?: old)?)?"
    r"(?:[,.!]? (?:sorry|though|so no|is (?:that|it) ok(?:ay)?|does that matter))*[.!?]*"
)
_READ = 600  # characters
TEENS = 13  # below this a bare number is as likely to be something else


def says_under_18(text: str) -> bool:
    """Whether the writer says that they are a child: "im 14", "I'm only 9 years old"."""
    said = alone(text[:_READ])
    if _AT_SCHOOL.search(said):
        return True
    if any(5 <= _age(found) < 18 for found in _WITH_YEARS.findall(said)):
        return True
    return any(TEENS <= _age(found) < 18 for found in _ALONE.findall(said))


def says_age_alone(text: str) -> bool:
    """Whether the writer says how old they are and no more: "no, I'm 15"."""
    return _NO_MORE.fullmatch(alone(text[:_READ])) is not None


_MEANT = r"i meant (?:to )?(?:say |press |put |send )?(?:yes|1|one|over)"
_WRONG = r"(?:pressed|sent|hit|tapped|put|clicked) (?:the )?wrong"
_SLIP = re.compile(rf"\b(?:mistake|by accident|oops|typo|slip of the thumb|{_MEANT}|{_WRONG})\b")
_GROWN = re.compile(
    r"\bi(?:'?m| am)(?: only| just| actually)? "
    r"(?:(?:over|above) 18|an adult|(?:1[89]|[2-9]\d)\b)"
)


def takes_back(text: str) -> bool:
    """Whether someone who was taken for a child says that it was a slip: "i meant 1 im 34"."""
    said = alone(text[:_READ])
    return not says_under_18(text) and (
        _SLIP.search(said) is not None or _GROWN.search(said) is not None
    )


def _age(written: str) -> int:
    return _WORDS.get(written) or int(written)
