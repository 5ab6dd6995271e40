"""What must not be relayed between two people who have not exchanged details: contact and money.

A mentor and a mentee talk without seeing each other's number. Boundaries, and the safety of both,
rest on that: what they write is read here before it is passed on. Ordinary talk of diabetes is full
of numbers, prices and apps, so a rule looks for what is *done* with the number or the app.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from flows.reading.digits import groups, in_figures
from flows.reading.telephones import has_number
from flows.reading.textspeak import spelt_out
from flows.reading.weights import Leanings
from flows.relay.screening_rules import (
    ADDRESS,
    ASKS,
    DEALINGS_INMONEY,
    DECLINES,
    ELSEWHERE,
    EMAIL,
    EMAIL_OR_HANDLE,
    LETTER_BY_LETTER,
    LINK,
    MONEY,
    SPOKEN_AT,
    SPOKEN_DOT,
    TRUSTED_SITE,
    Dealing,
)


class Found(StrEnum):
    """What a message holds that must not be relayed as it is."""

    CONTACT = "contact"
    MONEY = "money"
    OK = "ok"


@dataclass(frozen=True)
class Screened:
    """The verdict, and in a few plain words what it rests on."""

    label: Found
    why: tuple[str, ...]


_LONGEST = 4096  # characters, Telegram's own limit; nothing longer can be asked of us in earnest
KINDS = (Found.OK, Found.CONTACT, Found.MONEY)
_LEANINGS = Leanings.load(Path(__file__).with_name("screening_weights.npz"))
_TELLING = 3  # words; by fewer the weights judge only where they are surer
_LEAD = 2.4  # log odds over an ordinary message, set on held-back ones (tests/flows)
# Whoever is introduced says so first, and it is no wish to meet.
_WELL_MET = re.compile(r"\b(?:nice|good|lovely|pleased|glad|great) to meet (?:you|ya)\b")
_LEAD_OF_FEW_WORDS = 4.0
_DOUBT = -5.0  # the same, below which a rule that knows only a way of speaking is not believed
_READ = 1000  # characters that the weights are given; the rules read all
_WORDED_LIKE = {
    Found.CONTACT: "worded like an exchange of contact details",
    Found.MONEY: "worded like money or supplies changing hands",
}


def screen(text: str, earlier: Sequence[str] = ()) -> Screened:
    """Read `text`, about to be relayed, as what follows the same sender's `earlier` messages.

    `earlier` is oldest first; it matters only for a telephone number sent in pieces.
    """
    return by_sight(text, earlier) or by_wording(text)


def by_sight(text: str, earlier: Sequence[str] = ()) -> Screened | None:
    """What `screen` finds that stands in the message plainly: a number, a link, an address."""
    if len(text) > _LONGEST:
        return Screened(Found.CONTACT, ("longer than a message can be",))
    message = _written(in_figures(text))
    contact = list(dict.fromkeys(_contact(message)))
    if not contact and earlier and _continues_number(message, earlier):
        contact = ["a phone number over several messages"]
    return Screened(Found.CONTACT, tuple(contact)) if contact else None


def by_wording(text: str, leanings: Leanings = _LEANINGS) -> Screened:
    """What `text` asks or offers, by rules for how that is said and by trained weights.

    The weights find wordings that no rule knows, and overrule a rule that misread ordinary talk.
    """
    words = _WELL_MET.sub("hello", said(text))
    scores = dict(zip(KINDS, leanings.scores(words).tolist(), strict=True))
    kind = max((Found.CONTACT, Found.MONEY), key=lambda found: scores[found])
    lead = scores[kind] - scores[Found.OK]
    # The weights have read little but English.
    ruled = _by_rule(_written(in_figures(text))) if lead > _DOUBT or not text.isascii() else None
    if ruled:
        return ruled
    few = sum(word[0].isalpha() for word in words.split()) < _TELLING
    if lead < (_LEAD_OF_FEW_WORDS if few else _LEAD):
        return Screened(Found.OK, ())
    return Screened(kind, (_WORDED_LIKE[kind],))


def _by_rule(message: str) -> Screened | None:
    money = list(dict.fromkeys(_money(message)))
    if money:
        return Screened(Found.MONEY, tuple(money))
    asked = list(dict.fromkeys(_asks(message)))
    return Screened(Found.CONTACT, tuple(asked)) if asked else None


def said(text: str) -> str:
    """`text` as the weights read it: text speak written out, and every digit alike."""
    return re.sub(r"\d", "0", " ".join(spelt_out(text[:_READ])))


def without(text: str) -> str | None:
    """`text` less the sentences, or failing that the clauses, that `screen` would hold.

    None when nothing worth sending remains.
    """
    text = "\n".join(" ".join(line.split()) for line in text[:_LONGEST].splitlines())
    numbered = has_number(_written(in_figures(text)))
    for boundary in (_SENTENCE_END, _CLAUSE_END):
        parts = [part.strip() for part in boundary.split(text) if part.strip()]
        rest = " ".join(part for part in parts if _may_stay(part, numbered=numbered))
        rest = rest.strip(" ,;:-–")
        words = re.findall(r"[^\W\d_]{2,}", rest)
        if len(words) >= _WORTH_SENDING and screen(rest).label is Found.OK:
            return rest
    return None


def _may_stay(part: str, *, numbered: bool) -> bool:
    """Whether `part` may stay in a message; where the whole held a number, no digit of it may."""
    return not (numbered and groups(in_figures(part))) and screen(part).label is Found.OK


_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_CLAUSE_END = re.compile(r"(?<=[.!?…,;])\s+|\n+|\s+(?=(?:and|but|so)\s)|\s+[-–]\s+")
_WORTH_SENDING = 3  # words


def _written(text: str) -> str:
    """`text` with what was spelt out put together again: "w h a t s", "dot com", "(at)"."""
    text = re.sub(r"\s+", " ", text)
    text = LETTER_BY_LETTER.sub(_together, text)
    return SPOKEN_AT.sub("@", SPOKEN_DOT.sub(".", text))


def _together(match: re.Match[str]) -> str:
    if sum(c.isalpha() for c in match[0]) < 4:
        return match[0]
    return re.sub(r"(?<=.)[ _-]", "", match[0])


_PIECES = 12  # earlier messages with figures in them that a number may be spread over
_ENDS = 100  # characters at either end of a message, where a piece of one stands


def _continues_number(message: str, earlier: Sequence[str]) -> bool:
    """Whether a number begun in `earlier` ends in `message`, whatever was said in between."""
    if not groups(message):
        return False
    ends = [f"{text[:_ENDS]} {text[_ENDS:][-_ENDS:]}" for text in earlier]
    pieces = [text for text in map(_written, map(in_figures, ends)) if groups(text)][-_PIECES:]
    if not has_number(" ".join([*pieces, message])):
        return False
    passed = ""
    for text in pieces:
        # What completed a number was held back: the pieces before it still wait for another.
        if not has_number(f"{passed} {text}"):
            passed = f"{passed} {text}"
    return has_number(f"{passed} {message}")


def _contact(message: str) -> Iterator[str]:
    """What in `message` would let the other person reach the sender elsewhere."""
    if has_number(message):
        yield "a phone number"
    for match in EMAIL.finditer(message):
        if not TRUSTED_SITE.search(match[1]):
            yield "an email address"
    for match in LINK.finditer(message):
        if not TRUSTED_SITE.search(match[1] or match[2] or match[3]):
            yield "a link"
    for name, rule in (*EMAIL_OR_HANDLE, *ADDRESS):
        if rule.search(message):
            yield name


def _asks(message: str) -> Iterator[str]:
    for name, rule in ASKS:
        match = rule.search(message)
        if match and not DECLINES.search(message[: match.start() + 1]):
            yield name
    yield from _struck(ELSEWHERE, message)


def _struck(dealings: Sequence[Dealing], message: str) -> Iterator[str]:
    for dealing in dealings:
        met = all(rule.search(message) for rule in dealing.met)
        if met and not dealing.ordinary.search(message):
            yield dealing.why


def _money(message: str) -> Iterator[str]:
    for name, rule in MONEY:
        if rule.search(message):
            yield name
    yield from _struck(DEALINGS_INMONEY, message)
