"""Orders: what coordinators do by a word from their own phone, and what was nearly one.

A coordinator may be a mentor too, and "say 1 thing you're proud of" a letter. So an order is one
only where it makes sense: for SAY and TELL, where the number is that of a concern she has in hand.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from flows.commands.commands import Command, command
from flows.reading.plain import without_signature
from flows.reading.text import slips


class OrderWord(StrEnum):
    """What a coordinator may ask for."""

    ACK = "ack"
    SHOW = "show"
    SAY = "say"
    TELL = "tell"
    CLOSE = "close"
    ADULT = "adult"
    APPROVE = "approve"
    HOLD = "hold"
    REFUSE = "refuse"
    REPLY = "reply"  # by a button alone: what she writes next goes to that person
    ON = "on"
    OFF = "off"
    CONCERNS = "concerns"
    MATCHES = "matches"
    HELP = "help"
    OWN_MENU = "menu me"


class Lacks(StrEnum):
    """What a near miss has not got."""

    WORD = "word"  # the order's own: "acknowledge 7"
    NUMBER = "number"  # which one: "ack", where several are open
    OPEN = "open"  # the number is that of nothing open
    WORDS = "words"  # what is to follow: "close 3"
    ONE = "one"  # it names several at once: "ack 7 and 8"
    SENSE = "sense"  # it may as well be a letter: "say 1 thing", where concern 1 is open


@dataclass(frozen=True)
class Order:
    """What a coordinator asks: the word, the number of what it is about, and what follows."""

    word: OrderWord
    number: int | None = None
    words: str = ""


@dataclass(frozen=True)
class NearMiss:
    """What she probably meant, as far as it is known, and what it lacks."""

    word: OrderWord
    number: int | None
    lacks: Lacks


@dataclass(frozen=True)
class InHand:
    """What a coordinator's words may be about. The numbers are those of concerns."""

    open: frozenset[int] = frozenset()
    untaken: frozenset[int] = frozenset()  # of those that are open
    theirs: frozenset[int] = frozenset()  # which they had taken, and which were closed just now
    answering: int | None = None  # whose letter this one replies to
    has_partners: bool = False  # they are a mentor or mentee too, with someone to write to


Read = Order | NearMiss | None

_ABOUT_MATCHES = (OrderWord.APPROVE, OrderWord.HOLD, OrderWord.REFUSE)
_WHOLE = {
    OrderWord.ON: r"(?:i ?m |i am |going |now )?on duty|duty on|on",
    OrderWord.OFF: r"(?:i ?m |i am |going |now )?off duty|duty off|off",
    OrderWord.CONCERNS: r"(?:show |open )?concerns",
    OrderWord.MATCHES: r"(?:show )?matches",
    OrderWord.HELP: r"help|info|duty(?: help)?|menu|main menu|orders",
    OrderWord.OWN_MENU: r"menu me|my menu|my own menu",
}
_NEARLY = {
    OrderWord.CONCERNS: r"(?:the |a )?(?:list|lists) (?:of )?(?:the |all |my )?(?:open )?concerns?"
    r"|(?:open )?concerns? list|(?:any|all|which|what) (?:open )?concerns?(?: are open)?"
    r"|who ?s (?:still )?waiting|who is (?:still )?waiting|what ?s (?:open|waiting)"
    r"|what is (?:open|waiting)|(?:list|show) (?:me )?(?:the |all )?(?:open )?"
    r"(?:concerns?|alerts?|cases)|(?:the )?(?:open )?(?:alerts|cases|queue)",
    OrderWord.MATCHES: r"(?:the |a )?list (?:of )?(?:the |all )?matches|match list|match"
    r"|(?:waiting|pending|proposed|new|open) matches|(?:list|show) (?:me )?(?:the |all )?matches",
    OrderWord.ON: r"(?:start|begin|starting|beginning) (?:my )?(?:duty|shift)|clock(?:ing)? on"
    r"|(?:i ?m )?back on(?: duty)?",
    OrderWord.OFF: r"(?:end|stop|finish|ending|finished) (?:my )?(?:duty|shift)|clock(?:ing)? off",
    OrderWord.HELP: r"(?:list (?:of )?)?(?:orders|commands|mentors|people)|command list"
    r"|what (?:can|do) i (?:send|say|type|do)|how (?:do|does) (?:i|this|it) work",
}
_ALSO = {
    OrderWord.ACK: "acknowledge acknowledged acknowledging acknowlege acknowleged aknowledge acc"
    " akc akn ackn ak take taking taken",
    OrderWord.SHOW: "read open see view display shw sho",
    OrderWord.SAY: "write message text send answer",
    OrderWord.TELL: "inform",
    OrderWord.CLOSE: "closed closing clos shut resolve resolved done finish finished settle"
    " settled",
    OrderWord.ADULT: "adlut audlt grownup",
    OrderWord.APPROVE: "approved approving aprove accept accepted",
    OrderWord.HOLD: "held holding",
    OrderWord.REFUSE: "refused refusing reject rejected decline declined",
}
_MEANT = {also: word for word, those in _ALSO.items() for also in those.split()}
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_COUNTED = {name: number for number, name in enumerate(_NUMBERS, start=1)}
_WITH_NUMBER = ("ack", "show", "say", "tell", "close", "adult", "approve", "hold", "refuse")
_FALSE_WORD = r"false(?:[\s-]*(?:alarm|flag|positive)s?)?"
_WORD = rf"(?P<word>{'|'.join(_WITH_NUMBER)}|{_FALSE_WORD})(?:@\w+)?"

_LEAD = r"[\s/\\.,:;!#>*-]*"
_LABEL = r"(?:(?:concern|match|case|alert|number|num|nr|no)\b[\s.,:;#-]*){0,2}"
_NUMBER = r"(?P<number>\d{1,9})(?!\w|[.:/]\d)(?P<mark>\s*[:,.;!-]*)"
_ORDER = re.compile(rf"{_LEAD}{_WORD}[\s.,:;#-]*{_LABEL}{_NUMBER}\s*")
_BARE = re.compile(rf"{_LEAD}{_WORD}(?!\w)\s*[:,.;!-]*\s*")
_LIKE = re.compile(
    rf"{_LEAD}(?:i ?ll |i ?ve |i |i am |i ?m |got )?(?P<word>[a-z]+)\s+{_LABEL}{_NUMBER}\s*"
)
_TURNED = re.compile(rf"{_LEAD}{_LABEL}(?P<number>\d{{1,9}})\s*[:,.-]?\s*(?P<word>[a-z]+)\s*[.!]*")
_SPELT = re.compile(rf"{_LEAD}(?P<word>[a-z]+)\s+{_LABEL}(?P<number>{'|'.join(_COUNTED)})\b\s*")

_COURTESY = re.compile(
    r"(?:(?:please|pls|plz|thanks|thank you|thankyou|thx|ta|cheers|now|ok|x+)\b[\s.,!]*)*"
)
_ANOTHER = re.compile(r"(?:and|then|also|\+|,|&)?\s*(?:ack|show)?\s*#?\d{1,9}\b(?!\w)")
# What is counted, or spoken of, where the word would be an ordinary one: "say 1 thing".
_A_COUNT = re.compile(
    r"(?:more |other |good |new |nice |small |little )*(?:things?|of|times?|days?|weeks?|nights?"
    r"|minutes?|mins?|seconds?|secs?|hours?|hrs?|words?|people|person|more|good|nice|reasons?"
    r"|meals?|each|or|to|in)\b"
)
# What is asked of whoever reads it: "tell me", "close your eyes".
_SPEAKS = re.compile(r"(?:your|the|to|my|up|by|me|us|him|her|them|about|when|what|how|if)\b")
_OF_THINGS = re.compile(r"(?:your|my|the|up|to)\b")
_FALSE = re.compile(
    r"[\s:,.;-]*(?:(?:it|that|this|which)s? )?(?:was |is |as )?(?:only |just )?(?:a |an )?"
    r"false[\s-]*(?:alarm|positive|flag)s?\b"
)
_QUOTES = "'\"`´\u02bc\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb"
_LONGEST = 100  # characters: what comes after them is no part of an order's own words
FALSE_ALARM = "false alarm"
_MARKS = ("Cf", "Me", "Mn")


def order(text: str, hand: InHand) -> Read:
    """The order that a coordinator's message is: "ACK 7", "/say 7 are you home?", "“ack no. 7”".

    A near miss is told of and never obeyed. None: words like anyone's.
    """
    text = without_signature(text.strip())
    plain, places = _plainly(text)
    whole = _whole(plain)
    if whole is not None:
        return Order(whole)
    if command(text) is not None and command(text) is not Command.YES:
        return None
    found = _ORDER.match(plain)
    bare = _BARE.match(plain)
    rest = _rest(text, places, bare.end()) if bare is not None else ""
    if hand.answering is not None:
        hand = replace(hand, has_partners=False)  # it is certain that none is meant
    if found is not None:
        number, is_marked = int(found["number"]), ":" in found["mark"]
        after = _rest(text, places, found.end())
        read = _numbered(found["word"], number, is_marked, after, hand)
        is_speech = read is None or (number not in hand.open and _A_COUNT.match(_plain(after)))
        if hand.answering is not None and is_speech:
            return _numbered("say", hand.answering, True, text.strip(), hand)
        return read
    if hand.answering is not None:
        return _replied(hand.answering, bare, rest, text.strip(), hand)
    if bare is not None and (read := _unnumbered(bare["word"], rest, hand)) is not None:
        return read
    return _nearly(plain, hand)


def pressed(data: str) -> Order | None:
    """The order behind a button: "=ack 7"."""
    found = re.fullmatch(r"=([a-z]+(?: me)?)(?: (\d{1,9}))?", data)
    if found is None or found[1] not in list(OrderWord):
        return None
    return Order(OrderWord(found[1]), int(found[2]) if found[2] else None)


def is_false_alarm(outcome: str) -> bool:
    """Whether what came of a concern is that there was none: "false alarm, she was quoting"."""
    return _FALSE.match(_plain(outcome)) is not None


def _whole(plain: str) -> OrderWord | None:
    said = plain.strip(" /.,!:;#-")
    without = re.sub(r"(?:\s+(?:please|pls|plz|thanks|thank you|ta|now))+$", "", said)
    for word, pattern in _WHOLE.items():
        if re.fullmatch(pattern, said) or re.fullmatch(pattern, without):
            return word
    return None


def _numbered(word: str, number: int, marked: bool, rest: str, hand: InHand) -> Read:
    """What a word and a number are, with what follows them."""
    if word.startswith("false"):
        return Order(OrderWord.CLOSE, number, f"{FALSE_ALARM}. {rest}" if rest else FALSE_ALARM)
    meant = OrderWord(word)
    is_alone = _is_courtesy(rest)
    is_letter = hand.has_partners and not is_alone
    is_count = not marked and _A_COUNT.match(_plain(rest)) is not None
    if meant in _ABOUT_MATCHES or meant is OrderWord.ADULT:
        # "Hold 2 minutes" is for nobody on the team.
        is_meant = is_alone or meant is not OrderWord.HOLD or not (is_letter or is_count)
        because = rest if meant is OrderWord.ADULT and not is_alone else ""
        return Order(meant, number, because) if is_meant else None
    if meant in (OrderWord.ACK, OrderWord.SHOW) and _ANOTHER.match(_plain(rest)):
        return NearMiss(meant, number, Lacks.ONE)
    is_open = number in hand.open
    if meant is OrderWord.SHOW:
        return None if is_letter and (is_count or not is_open) else Order(meant, number)
    if meant in (OrderWord.SAY, OrderWord.TELL):
        is_open = is_open or number in hand.theirs
    elif meant is OrderWord.CLOSE and is_false_alarm(rest):
        return Order(meant, number, rest)  # of one that is closed, too
    if not is_open:
        return None if is_letter else NearMiss(meant, number, Lacks.OPEN)
    if meant is OrderWord.ACK:
        return Order(meant, number)
    if not _says_something(rest):
        return NearMiss(meant, number, Lacks.WORDS)
    if is_count and hand.has_partners:
        return NearMiss(meant, number, Lacks.SENSE)
    return Order(meant, number, rest)


def _replied(number: int, bare: re.Match[str] | None, rest: str, text: str, hand: InHand) -> Read:
    """What a reply to an alert is. It needs no number, and most words are for that person."""
    word = bare["word"] if bare is not None else ""
    is_marked = bare is not None and bare[0].rstrip()[-1] in ":,.;-"
    is_alone = _is_courtesy(rest)
    plain = _plain(rest)
    if is_false_alarm(text):
        return Order(OrderWord.CLOSE, number, text)
    near = _nearly(_plain(text), hand)
    if near is not None and (near.number in hand.open or near.word is OrderWord.CONCERNS):
        return near
    if word == "ack" or (word in ("show", "adult") and (is_alone or plain in ("it", "me"))):
        meant = OrderWord(word)
        is_known = number in hand.open or meant is not OrderWord.ACK
        return Order(meant, number) if is_known else NearMiss(meant, number, Lacks.OPEN)
    speaks = _OF_THINGS if word == "close" else _SPEAKS
    if word in ("close", "say", "tell") and (is_marked or not speaks.match(plain)):
        return _numbered(word, number, True, rest, hand)
    return _numbered("say", number, True, text, hand)


def _unnumbered(word: str, rest: str, hand: InHand) -> Read:
    """What an order's word is without a number."""
    if word.startswith("false"):
        is_meant = not hand.has_partners and word != "false"
        return _about_only(OrderWord.CLOSE, Lacks.WORDS, hand) if is_meant else None
    meant = OrderWord(word)
    is_alone = _is_courtesy(rest)
    spelt = _COUNTED.get(_plain(rest).split(" ")[0])
    if meant is OrderWord.ACK:
        only = _only(hand.untaken) or _only(hand.open)
        if is_alone and only is not None:
            return Order(meant, only)
        return NearMiss(meant, spelt, Lacks.NUMBER if spelt is None else Lacks.WORD)
    if spelt is not None and spelt in hand.open | hand.theirs and not is_alone:
        return NearMiss(meant, spelt, Lacks.WORD)  # "say one are you ok": with a figure it is one
    if hand.has_partners or spelt is not None:
        return None
    if meant in _ABOUT_MATCHES:
        return NearMiss(meant, None, Lacks.NUMBER) if is_alone else None
    only = _only(hand.open)
    if is_alone and only is not None and meant in (OrderWord.SHOW, OrderWord.ADULT):
        return Order(meant, only)
    if is_alone:
        return _about_only(meant, Lacks.WORDS, hand)
    is_named = meant in (OrderWord.SAY, OrderWord.TELL, OrderWord.CLOSE)
    if is_named and hand.open and not _SPEAKS.match(_plain(rest)):
        return NearMiss(meant, None, Lacks.NUMBER)  # "say Asha hello": by number, not by name
    return None


def _about_only(meant: OrderWord, lacks: Lacks, hand: InHand) -> NearMiss:
    """What is nearly an order, of the one concern that is open if there is but one."""
    only = _only(hand.open)
    return NearMiss(meant, only, Lacks.NUMBER if only is None else lacks)


def _only(numbers: frozenset[int]) -> int | None:
    return next(iter(numbers)) if len(numbers) == 1 else None


def _nearly(plain: str, hand: InHand) -> NearMiss | None:
    """What is put otherwise than any order is."""
    plain = plain.rstrip()
    said = plain.strip(" /.,!?:;#-")
    for meant, pattern in _NEARLY.items():
        if re.fullmatch(pattern, said):
            return NearMiss(meant, None, Lacks.WORD)
    for found in (_LIKE.match(plain), _TURNED.fullmatch(plain), _SPELT.match(plain)):
        near = _meant(found["word"]) if found is not None else None
        if found is None or near is None:
            continue
        number = _COUNTED.get(found["number"]) or int(found["number"])
        rest = plain[found.end() :]
        # "Take 2 with food" is for nobody on the team.
        is_certain = number in hand.open or (_is_courtesy(rest) and not hand.has_partners)
        if is_certain and (_is_courtesy(rest) or not hand.has_partners):
            return None if _A_COUNT.match(rest) else NearMiss(near, number, Lacks.WORD)
    return None


def _meant(typed: str) -> OrderWord | None:
    """The order's word that was probably meant."""
    if typed in _WITH_NUMBER:
        return OrderWord(typed)
    if typed in _MEANT:
        return _MEANT[typed]
    near = [word for word in _WITH_NUMBER if slips(typed, word)]
    return OrderWord(near[0]) if near else None


def _is_courtesy(rest: str) -> bool:
    plain = _plain(rest).strip(" .,!")
    return _COURTESY.fullmatch(plain) is not None


def _says_something(rest: str) -> bool:
    return any(unicodedata.category(char)[0] not in "PZC" for char in rest)


def _rest(text: str, places: list[int], end: int) -> str:
    """What follows, as it was typed, less the quotes that a whole message stands in."""
    start = places[end - 1] + 1
    while start < len(text) and unicodedata.category(text[start]) in _MARKS:
        start += 1  # what made a keycap of the number
    rest = text[start:].strip()
    return rest.rstrip(_QUOTES) if text.lstrip()[:1] in _QUOTES else rest


def _plain(text: str) -> str:
    return _plainly(text)[0]


def _plainly(text: str) -> tuple[str, list[int]]:
    """How the text begins, in lower case and without what phones add: quotes, emoji, marks of
    direction, widths, runs of blanks. With the place in the text that each character comes from."""
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if len(plain) >= _LONGEST:
            break
        if char in _QUOTES:
            continue
        for each in unicodedata.normalize("NFKC", char).casefold():
            seen = " " if each.isspace() else each
            if seen == " " and (not plain or plain[-1] == " "):
                continue
            if seen == " " or unicodedata.category(each) not in ("Cc", "Sk", "So", *_MARKS):
                plain.append(seen)
                places.append(place)
    return "".join(plain), places
