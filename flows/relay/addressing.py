"""Addressing: for whom a message is meant, among several people that someone talks with.

A wrong guess shows one person what was meant for another, so where it is not clear nobody is
taken, and the writer is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz.distance import OSA

from flows.reading.plain import as_typed, folded, plain

LATELY = timedelta(hours=12)  # what was said longer ago is not what someone is answering now
SHORT_NAME = 3  # letters: so many of a name's first are a short name for it
LONG_NAME = 6  # letters: in so long a name two slips are still nearer to it than to another word

_HEAD = re.compile(r"\s*@?(?P<name>[^:\n]{1,40}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
# What stands before a colon and is no slip of anybody's name.
_LABELS = {
    "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "am", "pm",
    "eg", "ie", "ps", "nb", "re", "fwd", "note", "tip", "edit", "update", "me", "you", "him", "her",
    "mum", "dad", "nan", "lunch", "tea", "bean", "ham", "jam", "one", "two", "ten",
}  # fmt: skip
_IS_NAME_TOO = re.compile(r"\s+(?!I\b)[A-Z][a-z]+\b(?!')")  # "Ben Nevis", "Asha Khan": of another
_GREETING = re.compile(
    r"(?:hi|hiya|hello|hey|dear|morning|evening|good (?:morning|evening))\s+", re.I
)

# A name followed by one of these is being spoken of: "Ben is poorly again".
_SPOKEN_OF = {
    "and", "asked", "can", "could", "did", "does", "had", "has", "is", "isnt", "or", "said", "says",
    "told", "was", "wasnt", "who", "will", "would",
}  # fmt: skip
# Names that begin many a sentence that has nothing to do with them.
_ALSO_WORDS = {
    "an", "angel", "any", "april", "art", "august", "bill", "bo", "chase", "daisy", "dawn", "dean",
    "don", "drew", "eve", "ever", "faith", "frank", "grace", "guy", "happy", "hope", "jo", "joy",
    "june", "lily", "mark", "max", "may", "miles", "my", "pat", "pearl", "rich", "rob", "rose",
    "sandy", "see", "sky", "so", "star", "sue", "summer", "sunny", "wade", "will",
}  # fmt: skip


def is_also_a_word(name: str) -> bool:
    """Whether a name begins many a sentence that has nothing to do with whoever is called so."""
    return folded(name) in _ALSO_WORDS


@dataclass(frozen=True)
class Addressed:
    """Whom a message names, by place in the list of names, and what is left to pass on.

    `place` is None where it names somebody, and it is not sure whom.
    """

    place: int | None
    words: str


def addressed(words: str, names: Sequence[str]) -> Addressed | None:
    """Whom a message is addressed to by name: "Ben: hi", "ben hi", "Hi Ben!". None: nobody."""
    called = [folded(name) for name in names]
    said = plain(words)
    head = _HEAD.fullmatch(said.lstrip())
    if head is not None:
        place = _nearest(folded(head["name"]), called)
        if place == _SLIP:
            return Addressed(None, words)
        if place is not None:
            rest = as_typed(words, head["rest"]).strip()
            return Addressed(None if place == _EITHER else place, rest)
    greeting = _GREETING.match(said)
    found = _first_words(said[greeting.end() :] if greeting else said, called)
    if found is None:
        return None
    place, rest = found
    if greeting is not None or re.match(r"\s*,", rest):
        return Addressed(place, words)  # as one speaks to someone: nothing is to be cut off
    if _is_spoken_of(rest) or _IS_NAME_TOO.match(rest) or called[place] in _ALSO_WORDS:
        return Addressed(None, words)
    dashed = re.match(r"\s+-+\s+", rest)  # "Ben - see you" puts the name before it, as "Ben:" does
    if dashed is not None:
        return Addressed(place, as_typed(words, rest[dashed.end() :]).strip())
    return Addressed(place, words if re.search(r"\w", rest) else "")


_POLITE = (
    "please", "pls", "plz", "thanks", "thank you", "ta", "obviously", "of course", "i meant",
    "i mean", "sorry", "that one", "it was",
)  # fmt: skip


def is_letter(words: str, names: Sequence[str]) -> bool:
    """Whether a message that begins with a name goes on to say something: "Ben: see you"."""
    named = addressed(words, names)
    return named is not None and named.place is not None and named.words not in ("", *_POLITE)


def names_only(words: str, names: Sequence[str]) -> bool:
    """Whether it is one of the names and politeness, as said to "for whom?": "Mo, please."."""
    found = _first_words(words, [folded(name) for name in names])
    return found is not None and folded(found[1]).strip(" ,:.!-") in ("", *_POLITE)


def _first_words(said: str, names: Sequence[str]) -> tuple[int, str] | None:
    """The longest name that a message begins with, and what follows it."""
    for place in sorted(range(len(names)), key=lambda each: -len(names[each])):
        found = re.match(rf"\s*@?{re.escape(names[place])}(?![\w'])", said, re.IGNORECASE)
        if names[place] and found:
            return place, said[found.end() :]
    return None


def _is_spoken_of(rest: str) -> bool:
    following = re.match(r"\s+([\w']+)", rest)
    return following is not None and folded(following[1]).replace("'", "") in _SPOKEN_OF


_EITHER, _SLIP = -1, -2


def _nearest(name: str, names: Sequence[str]) -> int | None:
    """The place of the one name that is meant. `_EITHER`: two are as likely; `_SLIP`: it may be a
    short name with a slip, or a word. None: it is no name."""
    if name in names:
        return names.index(name)
    if name in _LABELS:
        return None
    slips = 1 if len(name) < LONG_NAME else 2
    distances = [
        0
        if each.startswith(name) and len(name) >= SHORT_NAME
        else OSA.distance(name, each, score_cutoff=slips + 1)
        for each in names
    ]
    near = [place for place, distance in enumerate(distances) if distance <= slips]
    if not near or (len(name) < 3 and 0 not in distances):
        return None
    if len(near) > 1:
        return _EITHER
    is_sure = distances[near[0]] == 0 or len(names[near[0]]) >= LONG_NAME
    return near[0] if is_sure else _SLIP


def mentions(words: str, names: Sequence[str]) -> set[int]:
    """The places of the names that a message holds anywhere as whole words."""
    said = folded(words)
    return {
        place
        for place, name in enumerate(map(folded, names))
        if name not in _ALSO_WORDS and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)
    }


_YOU = re.compile(r"(?<!thank )(?<!\w)(?:you|your|yours|yourself|u|ur)(?!\w)", re.IGNORECASE)
_ASKS_AFTER = re.compile(r"\s*(?:how (?:was|were|did|are|is)|hows|hope)(?!\w)", re.IGNORECASE)
_OF_SOMEONE = re.compile(r"(?<!\w)(?:he|she|him|his|her|hers|hes|shes)(?!\w)", re.IGNORECASE)


def speaks_to(words: str) -> bool:
    """Whether it is said to somebody, as a letter is: "hope you're well", "Hi Mo", "see u then"."""
    return any(found(words) for found in (_GREETING.match, _YOU.search, _ASKS_AFTER.match))


_TO_ALL = re.compile(
    r"(?:(?:hi|hiya|hello|hey|dear|morning|afternoon|evening|good (?:morning|afternoon|evening)"
    r"|thanks|thank you|sorry)[ ,]+(?:to )?(?:both|everyone|everybody|folks|guys|ladies"
    r"|you (?:both|two|three)|all(?= of you|[,.!\n]|$))"
    r"|(?:to )?(?:both|all) of you|you (?:both|two|three))(?!\w)",
    re.IGNORECASE,
)


def is_to_all(words: str) -> bool:
    """Whether it begins by speaking to more than one: "Hi both", "thanks everyone, see you"."""
    return _TO_ALL.match(plain(words).lstrip()) is not None


def greets(words: str) -> bool:
    """Whether it begins as a letter does: "Hi Mo", "good morning all"."""
    return _GREETING.match(words) is not None


def calls(words: str, names: Sequence[str]) -> bool:
    """Whether it begins with one of the names as one calls somebody: "Mo: hi", "Mo, are …"."""
    found = _first_words(words, [folded(name) for name in names])
    return found is not None and re.match(r"\s*[,:]", found[1]) is not None


_DOES = re.compile(
    r"\s+(?:\w+(?:s|ed|n't|nt)|never|always|hardly|barely|rarely|just|only|made|said|told|is|was|has"
    r"|had|keeps?|wont|will not|does not|did not)\b(?! (?:you|your|u))",
    re.IGNORECASE,
)


def tells_of(words: str, names: Sequence[str]) -> bool:
    """Whether it begins with a name and what that one does: "Mo hardly writes"."""
    found = _first_words(words, [folded(name) for name in names])
    return found is not None and _DOES.match(found[1]) is not None


def speaks_of(words: str, names: Sequence[str]) -> bool:
    """Whether it is said of somebody, and not to them: "he hardly writes", "Mo is fine"."""
    if (
        mentions(words, names)
        and addressed(words, names) is None
        and not _calls_within(words, names)
    ):
        return True
    return _OF_SOMEONE.search(words) is not None and not speaks_to(words)


_CALLED = re.compile(
    r"\s*(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Mm]orning|[Tt]hanks)\s+(?P<after>[A-Z][\w'-]+)"
    r"|(?P<before>[A-Z][\w'-]+)\s*[,:](?=\s))"
)


def called_in(words: str) -> str | None:
    """The name, whosever it is, that a message begins by calling: "Asha, are you ok?"."""
    found = _CALLED.match(words)
    return None if found is None else found["after"] or found["before"]


def _calls_within(words: str, names: Sequence[str]) -> bool:
    """Whether a name is set off in it as one calls somebody: "And you, Ben. Sunny here"."""
    called = "|".join(re.escape(folded(name)) for name in names)
    return re.search(rf",\s*(?:{called})\s*(?:[,.!?]|x*$)", folded(words)) is not None


def has_someone(words: str, names: Sequence[str]) -> bool:
    """Whether somebody is in it, by name or as he, she, him or her, whoever it is said to."""
    return bool(mentions(words, names)) or _OF_SOMEONE.search(words) is not None


@dataclass(frozen=True)
class Exchange:
    """When each of two last wrote to the other, as one of them sees it."""

    theirs: datetime | None
    mine: datetime | None

    def waits(self, since: datetime | None = None) -> bool:
        """Whether the other's last words came after mine, and after `since`."""
        after = max(filter(None, (self.mine, since)), default=None)
        return self.theirs is not None and (after is None or self.theirs > after)


def last_speaker(exchanges: Sequence[Exchange], now: datetime) -> int | None:
    """Whom words without a name answer: who spoke last, unless two may be meant (None)."""
    if len(exchanges) == 1:
        return 0
    waiting = [place for place, each in enumerate(exchanges) if each.waits(now - LATELY)]
    mine = {
        place: each.mine
        for place, each in enumerate(exchanges)
        if each.mine is not None and now - each.mine < LATELY
    }
    latest = max(mine, key=lambda place: mine[place], default=None)
    if len(waiting) > 1:
        return None
    if waiting:
        # I have since written to another: these words may go on from there.
        went_on = latest is not None and not exchanges[waiting[0]].waits(mine[latest])
        return None if went_on else waiting[0]
    if latest is not None:
        return latest
    long_waiting = [place for place, each in enumerate(exchanges) if each.waits()]
    return long_waiting[0] if len(long_waiting) == 1 else None
