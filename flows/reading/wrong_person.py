"""Reports that we write to the wrong person: a wrong number, or a death.

Only as a whole message that says nothing else of substance. "I rang the wrong number lol" is a
letter, and "please help, I pressed the wrong number" a call for help: both came from the one we
write to.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from flows.reading.plain import alone


class WrongPerson(StrEnum):
    """Why nothing more may be sent to an address."""

    WRONG_NUMBER = "wrong_number"
    DECEASED = "deceased"


def ending(text: str, name: str | None = None) -> WrongPerson | None:
    """Whether the message says that its sender is not who we write to, or that they have died.

    `name` is what the person is called: "Asha passed away in May" then counts too.
    """
    said = alone(text[: 2 * _LONGEST], also=".!?")
    if not said or len(said) > _LONGEST:
        return None
    called = re.escape(alone(name)) if name and alone(name) else r"\b\B"  # which is nowhere
    clauses = [_FILLER.sub("", each).strip() for each in _BETWEEN.split(said)]
    clauses = [each for each in clauses if each]
    if _is_death(said, clauses, called):
        return WrongPerson.DECEASED
    return WrongPerson.WRONG_NUMBER if _is_wrong_number(clauses, called) else None


_LONGEST = 200  # characters
_BETWEEN = re.compile(
    r"\s*[.!?,;:()\-…]+\s+|\s*[.!?,;:]+$|\s+(?:and|so|but|as|cos|because)\s+"
    r"|\s+(?=(?:please |pls )?(?:stop|dont|don't|do not) (?:text|messag|send|contact|writ|both))"
)
_POLITE = (
    r"(?:sorry|so|very|hi|hiya|hello|hey|hey there|oh|er+m?|um+|nope|nah|ok|okay|well|excuse me"
    r"|apologies|afraid|i'?m afraid|pls|please|plz|mate|m8|pal|love|dude|bro|bruv|buddy|hun|luv"
    r"|sir|x+"
    r"|thanks|thank you|ta|cheers|just|actually|again|good morning|morning|good evening"
    r"|evening)"
)
_FILLER = re.compile(
    rf"^(?:(?:{_POLITE}|no(?! (?:one|\w+ (?:here|at this number))))\b\s*)+|(?:\s*\b{_POLITE})+$"
)

# --- A wrong number -----------------------------------------------------------------------

_WRONG = r"wrong (?:number|num|no|person|phone|contact|guy|man|woman|fella|fellow|lady|girl|bloke)"
_THINK = (
    r"(?:(?:i )?(?:think|believe|guess|reckon|suspect)(?: that)?|(?:it )?(?:looks|seems"
    r"|sounds) like"
    r"|maybe|perhaps|pretty sure|i'?m (?:pretty |quite )?sure|must be|probably)"
)
_YOU_HAVE = (
    r"(?:(?:you|u|ya|yous?)(?:'?ve| have| av| hav| must have| may have| might have|'?re| are"
    r"|'?ve been)?"
    r"(?: (?:got|have|dialled|rung|called|texted|texting|messaged|messaging|writing to|reached"
    r"|come through to|contacted))?"
    r"|(?:this|that|it)(?: is|'?s| must be| may be)|have|got|has)"
)
_NAME = r"[^\W\d][\w'-]{1,20}"


def _wrong_number(called: str) -> re.Pattern[str]:
    """Clauses that say by themselves that somebody else was meant."""
    return re.compile(
        rf"(?:{_THINK} )?(?:{_YOU_HAVE} )?(?:got |have )?(?:the |a )?{_WRONG}(?: here"
        rf"| for {_NAME}| you have| you'?ve got| u got)?"
        rf"|(?:this|that|it)(?: is|'s)?(?:n'?t| not| no longer) (?:my|his|her|their"
        rf"|{called}(?:'?s)?)"
        r" (?:number|phone|mobile)(?: any ?more| now)?"
        r"|(?:not|isn'?t|aint|ain't) (?:my|their|his|her) number any ?more"
        rf"|(?:there(?:'s| is|s) )?(?:no one|nobody|noone|no-one)(?: here| at this number"
        rf"| on this number)?"
        rf" (?:called|named|(?:by|of|with|under) (?:the name of )?) ?(?:that name|{_NAME})(?: here"
        rf"| at this number| on this number)?"
        rf"|(?:there(?:'s| is|s) )?no {_NAME} (?:here|at this number|on this number|lives here"
        rf"|living here)"
        rf"|(?:i'?m|i am|this is|it'?s|its|this) ?(?:n'?t|not) {called}(?:'?s (?:number|phone))?"
        r"|(?:you|u) (?:want|need|are after|must want) (?:someone|somebody) else"
    )


# Clauses that people put beside it, and which alone say nothing of the kind.
_BESIDE = re.compile(
    r"(?:who(?:'?s| is| are| r| the hell is) (?:this|that|you|u|dis|it)|who dis|who)"
    r"|(?:can you |could you |will you )?(?:stop|cease|quit)(?: (?:texting|messaging|contacting"
    r"|sending|writing|bothering|it|this|these|them|with)\b.{0,30})?"
    r"|(?:can you |could you )?(?:do not|don'?t|never|no more|not) ?(?:text|message|contact|write"
    r"|send|messages|texts|bother)\b.{0,30}"
    r"|(?:can you |could you )?(?:remove|delete|take|lose)\b.{0,12}\b(?:me|number)\b.{0,20}"
    r"|i (?:do not|don'?t|dunno|haven'?t|have not|did not|didn'?t) (?:know|recogni[sz]e|have|got"
    r"|want|need|ask|sign|think|even)\b.{0,40}"
    rf"|(?:i'?m|i am|this is|its|it'?s|my name is|my name'?s) (?:not |n'?t )?(?:{_NAME}"
    rf"|a diabetic|diabetic|the person.{{0,30}}|who you.{{0,20}}|them|him|her)"
    rf"|(?:this isn'?t|it isn'?t|isn'?t|this is not|not) (?:{_NAME}|me)"
    r"|(?:i'?ve|i have|ive) (?:just |only |recently )?(?:had|got|been given|owned) (?:this|the"
    r"|a)\b.{0,50}"
    r"|this (?:number )?(?:was|is) (?:given to me|mine now|my new number|a new number"
    r"|my number now|my work phone)\b.{0,20}"
    rf"|never heard of (?:you|u|them|{_NAME})|(?:i )?keep telling (?:you|u)|told you (?:already"
    rf"|before|last time)"
    r"|(?:you )?(?:try|check)(?: again| another number| the number)?|good luck.{0,20}|bye"
    r"|have a (?:good|nice).{0,12}|no worries|no problem"
    r"|(?:that'?s )?not me|no idea.{0,30}|not interested|sorry.{0,20}|they'?ve moved"
    r"|.{0,12}changed (?:their|his|her) number"
)


def _is_wrong_number(clauses: Sequence[str], called: str) -> bool:
    core = _wrong_number(called)
    are_core = [core.fullmatch(each) is not None for each in clauses]
    return any(are_core) and all(
        is_core or _BESIDE.fullmatch(each) for is_core, each in zip(are_core, clauses, strict=True)
    )


# --- A death ------------------------------------------------------------------------------

# Only words about the one who was written to: "my mum died" is someone's grief, and someone in
# grief must not be cut off.
_GONE = (
    r"(?:(?:very |so )?(?:sadly|unfortunately|suddenly|recently|just|peacefully) )?"
    r"(?:died|passed away|passed on|passed|is dead|dead|is no longer with us|is no more|is gone"
    r"|is deceased)"
)
_HAVE = r"(?:'s| has| have| had|s)?"
_RELATION = (
    r"(?:wife|husband|son|daughter|partner|mum|mam|mother|dad|father|sister|brother|carer|widow"
    r"|widower"
    r"|girlfriend|boyfriend|niece|nephew|granddaughter|grandson|friend|neighbour|nan|grandad)"
)
_HOLDER = re.compile(  # whoever holds the phone now, and whose it was
    rf"(?:this (?:is|was)|it'?s|it was|i'?m|i am|its|you'?re texting|you are texting) (?:his|her"
    rf"|their|{_NAME}'?s) (?:\w+ )?(?:{_RELATION}|phone|number|mobile)\b"
    rf"|(?:this (?:is|was)|it'?s|it was|you'?re texting"
    rf"|you are texting) my (?:late )?{_RELATION}'?s? (?:old )?(?:phone|number|mobile)\b"
    r"|i(?:'ve| have)? (?:have|got|now have) (?:his|her|their) (?:phone|number|mobile)\b(?: now)?"
)
_THEY_DIED = re.compile(rf"(?:.{{0,24}}\b)?(?:he|she|they|who){_HAVE} {_GONE}\b.{{0,60}}")
_REACHED_DIED = re.compile(
    r"(?:.{0,40}\b)?(?:the )?(?:person|man|woman|lady|gentleman|one|girl|boy|customer"
    r"|patient) (?:that |who |whom )?(?:you|u)(?:'re| are|r| were)? "
    r"(?:texting|messaging|writing to|trying to (?:reach|contact|text)|contacting|want|after"
    r"|looking for)"
    rf"{_HAVE} {_GONE}\b.{{0,60}}"
)
_STOPS = re.compile(r"(?:please )?(?:stop|no more|do not|don'?t|remove|take)\b.{0,40}")
_TOLD = (
    r"(?:(?:just |writing |here )*(?:to )?(?:let you know|tell you|say|inform you)(?: that)? "
    r"|i'?m sorry to (?:say|tell you)(?: that)? |(?:unfortunately|sadly|afraid"
    r"|i'?m afraid)(?: that)? )*"
)


def _is_death(said: str, clauses: Sequence[str], called: str) -> bool:
    whole = re.sub(r"[.,!?;:]+", "", said)
    if _REACHED_DIED.fullmatch(whole):
        return True
    named = re.compile(rf"{_TOLD}{called}{_HAVE} {_GONE}\b.{{0,60}}")
    died = [place for place, each in enumerate(clauses) if _THEY_DIED.fullmatch(each)]
    if any(map(named.fullmatch, clauses)):
        return True
    has_holder = any(map(_HOLDER.match, clauses))
    stops = [_STOPS.fullmatch(each) is not None for each in clauses]
    is_asked_to_stop = any(stops) and all(
        is_stop or place in died for place, is_stop in enumerate(stops)
    )
    in_one = _HOLDER.match(whole) is not None and _THEY_DIED.fullmatch(whole) is not None
    return bool(died) and (has_holder or is_asked_to_stop or in_one)
