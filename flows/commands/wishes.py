"""Whether what someone writes to a partner is really for the line: plainly, maybe, or not.

With somebody to talk to, nearly all that a person writes is for them. A wish for the line that went
to the mentor instead would be lost, and a complaint would reach the one complained of; a letter
that was taken for a wish would be lost the other way. So a wish has to name something that is the
line's own (a check-in, a mentor, a group near someone, their data) and to ask something of it. What
does only one of the two may be either, and the writer is asked.
"""

import re
from collections.abc import Sequence
from enum import Enum, StrEnum
from typing import NamedTuple

from flows.commands.intents import intent
from flows.commands.phrases import Intent
from flows.reading.textspeak import spelt_out


class Ours(Enum):
    """Whether words are for the line."""

    PLAINLY = "plainly"
    MAYBE = "maybe"
    NOT = "not"


class Wish(StrEnum):
    """What is wanted of the line, by someone who has a partner to write to."""

    TEAM = "team"  # a word with a person on the team
    COMPLAINT = "complaint"
    CHANGE = "change"  # another mentor, or none
    CHECKINS = "checkins"
    SERVICES = "services"
    PLACE = "place"  # they have moved
    DATA = "data"
    LINE = "line"  # what this is, who runs it, what it costs


class Found(NamedTuple):
    """Whether words are for the line, and what they want of it; None where nothing."""

    ours: Ours
    wish: Wish | None


NOTHING = Found(Ours.NOT, None)

LONG = 18  # words: who asks something of the line says it in fewer
SHORT = 9  # words
THEM = "themthem"  # stands for the name of whoever they are matched with

_INTENTS = {
    Intent.COMPLAINT: Wish.COMPLAINT,
    Intent.END_MATCH: Wish.CHANGE,
    Intent.CHECKIN_CHANGE: Wish.CHECKINS,
    Intent.SERVICES: Wish.SERVICES,
    Intent.MY_DATA: Wish.DATA,
}

# What a request begins with, or nothing of it: "hi, please can i …", "i would like to …".
_PLEASE = (
    r"^(?:(?:hi|hiya|hello|hey|sorry|excuse me|ok|okay|and|also|oh|so|but|um|well|actually|yes|no"
    r"|quick question|i was wondering if|just wondering if|wondering if|do you think) )*"
    r"(?:(?:please|could you|can you|would you|will you|can i|could i|may i|can we|could we"
    r"|i would like(?: you)? to|i want(?: you)? to|i need(?: you)? to|i wish to|how do i|how can i"
    r"|how to|where do i|where can i|let me|i am trying to|i would like|i would prefer|i want"
    r"|i need|help me|you need to|is it possible to|is it ok to|i think i want to|i think i need to"
    r"|may we|just|id like) )*"
)
_MENTOR = rf"(?:mentor|mentors|mentoring|match|buddy|volunteer|{THEM})"
_TEAM = (
    r"(?:team|staff|coordinators?|co ordinators?|organisers?|manager|supervisor|office|head office"
    r"|person in charge|people in charge|someone in charge|somebody in charge|your boss|human"
    r"|real person|actual person|proper person)"
)
_CHECKIN = (
    r"(?:check ?ins?|checking in|weekly (?:messages?|texts?|questions?|thing)|0 to 10|score thing"
    r"|how are you (?:thing|question|text)s?)"
)
_SERVICE = (
    r"(?:groups?|class|classes|courses?|clinics?|food ?banks?|dieti[ct]ians?|nutritionists?"
    r"|sessions?|services|gyms?|yoga|swimming|podiatrists?|warm (?:space|hub)s?|meet ?ups?"
    r"|cafes?|walks?|exercise|help|support|things|anything|something|somewhere|activities|events?)"
)
_NEAR = (
    r"(?:near (?:me|us|here|my (?:house|home|work))|nearby|near by|nearest|closest|local|locally"
    r"|round here|around here|around me|in my area|close to me|close by"
    r"|(?:near|in|around|for|at) (?:the )?[a-z]{1,2}\d{1,2}[a-z]?(?: \d[a-z]{2})?"
    r"|[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2})"
)
_MINE = r"my (?:data|address|details|information|info|number|phone number|name|records?|account)"
_PLACE = r"(?:my )?(?:postcode|post code|where i live|location|address)"
_ELSE = (
    r"(?:someone else|somebody else|(?:a |another )?(?:different|another|new) "
    r"(?:one|person|lady|woman|man|mentor|match|buddy)|another(?: one)?)"
)


class _Row(NamedTuple):
    """`about`: what is the line's own; with a wish that the weights see, it may be for us.
    `plain`: a request that can only be for the line. `maybe`: one that may also be for a partner.
    """

    wish: Wish
    about: str
    plain: str
    maybe: str = r"(?!)"


_ROWS = (
    _Row(
        Wish.TEAM,
        _TEAM,
        rf"{_PLEASE}(?:talk|speak|chat|get in touch|get hold|write|message|contact|reach|ring"
        rf"|have a word)\b(?: to| with| of)?(?: someone| somebody| anyone| a person| one)?"
        rf"(?: (?:from|on|in|at|of))?(?: (?:a|an|the|your|one of the))? {_TEAM}\b"
        rf"|{_PLEASE}(?:get|put) me (?:through to |on to )?(?:a |an |the )?{_TEAM}\b",
    ),
    _Row(
        Wish.COMPLAINT,
        rf"complain|complaint|complaints|complaining|{_MENTOR}",
        rf"{_PLEASE}(?:(?:make|raise|put in|lodge|submit|file|send|register|have) )?"
        rf"(?:a |an |my )?(?:formal |official )?(?:complain|complaint)\b"
        rf"(?! (?:to|about|against) (?:the (?!mentor|line|service|team)|my (?!mentor|match)|her|his))"
        rf"|{_PLEASE}report (?:\w+ )?{_MENTOR}\b"
        rf"|\b(?:my|the) mentor (?:was|is|keeps?|has been|never|always|asked|wont|will not|does not"
        rf"|talks|said|just|only|hasnt|has not)\b(?! at work)"
        rf"|\b(?:not happy|unhappy|fed up|uncomfortable|upset) (?:with|about|by|at) (?:how |what |the way )?"
        rf"(?:my mentor|{THEM})\b"
        rf"|^(?:\w+ ){{0,3}}{THEM} (?:never|always|keeps|was rude|is rude|was horrible|is horrible"
        rf"|asked me for|made me (?:feel|cry)|upset|does not (?:answer|reply|listen)|has not (?:answered|replied))\b"
        rf"|\b(?:this|your|the) (?:service|line) is (?:rubbish|useless|terrible|a joke|awful|no good)\b",
    ),
    _Row(
        Wish.CHANGE,
        rf"{_MENTOR}|{_ELSE}",
        rf"{_PLEASE}(?:change|swap|switch|replace|get rid of|end|leave|drop|unmatch)\b"
        rf"(?: (?:to|for|my|the|from|with|this|a|an|over))* (?:{_MENTOR}|{_ELSE})\b"
        rf"|{_PLEASE}(?:have|get|ask for|find me|give me|be matched with|talk to|speak to|try|see)\b"
        rf"(?: a| an| with| to)* (?:{_ELSE}|(?:new|different|another|female|male|lady|woman) mentor)\b(?! (?:as well|too))"
        rf"|\b(?:do not|no longer)(?: really)? (?:want|wish)(?: to)? (?:talk|speak|chat|text|message"
        rf"|hear|carry on|continue|go on|be matched|keep (?:talking|going))\b.*\b(?:mentor|{THEM}|match)\b"
        rf"|\b(?:my mentor|{THEM}) (?:and (?:me|i) )?(?:is not|are not|isnt|does not seem) (?:really )?(?:right|working|a good|the right"
        rf"|suited|for me|getting on)"
        rf"|\bnot working (?:out )?(?:with|between) (?:me and )?(?:my mentor|{THEM})\b"
        rf"|\bdo not (?:really )?(?:get on|click|get along|gel) with (?:my mentor|{THEM})\b"
        rf"|{_PLEASE}stop (?:talking|texting|messaging|speaking|chatting) (?:to|with) {_MENTOR}\b",
        rf"{_PLEASE}{_ELSE}(?: please)?$|\bmy mentor\b",
    ),
    _Row(
        Wish.CHECKINS,
        _CHECKIN,
        rf"{_PLEASE}(?:stop|start|turn|switch|pause|change|move|cancel|skip|set|end|mute|snooze"
        rf"|restart|reschedule|do|make|get|have|send)\b(?: (?:off|on|up|my|the|these|those|your|a|an|all|no|any|more|less|fewer"
        rf"|sending|asking|doing|me))* {_CHECKIN}\b"
        rf"|^(?:what|when|which|how often|how do)\b.*\bmy check ?ins?\b"
        rf"|{_PLEASE}(?:no more|no|less|fewer|more) {_CHECKIN}\b"
        rf"|\b(?:do not|no longer) (?:want|need|like) (?:\w+ ){{0,3}}{_CHECKIN}\b"
        rf"|\btoo many {_CHECKIN}\b|\b{_CHECKIN} (?:are|is) (?:too|annoying|driving|getting)\b"
        rf"|{_PLEASE}(?:message|text|ask) me (?:less|more) often\b|\bmessage me less\b",
        rf"\bcheck in (?:with me |on me )?(?:on|at|every|once|in the|fortnightly|weekly|monthly)\b"
        rf"|\b{_CHECKIN} (?:instead|on (?:a )?\w+day)",
    ),
    _Row(
        Wish.SERVICES,
        r"groups?|classes|courses?|clinics?|food ?banks?|dieti[ct]ians?|gyms?|meet ?ups?",
        rf"{_PLEASE}(?:find|look for|looking for|search(?: for)?|list|show(?: me)?|get|tell me about|join"
        rf"|where|is there|are there|any|anything|what|whats|what is|know of|do you know|do you have|get to|go to)\b"
        rf"(?:.* )?(?:{_SERVICE}|on|good)\b.*\b{_NEAR}\b"
        rf"|{_PLEASE}(?:any )?(?:[a-z]+ ){{0,3}}{_SERVICE} {_NEAR}$"
        rf"|{_PLEASE}(?:is there|are there|do you know(?: of)?|find(?: me)?) (?:\w+ ){{0,3}}{_SERVICE}\b.* (?:in|near|around) (?!you|your|the (?:morning|evening))\w+"
        rf"|{_PLEASE}(?:find|join) (?:me )?(?:a |an |the |some )?(?:[a-z]+ )?(?:groups?|class|classes|courses?)(?: please)?$"
        rf"|^find(?: help| something| anything)?(?: near me)?$",
    ),
    _Row(
        Wish.PLACE,
        r"postcode|post code|moved house",
        rf"{_PLEASE}(?:(?:i have )?moved(?: house)? )?(?:(?:how|where) (?:do|can) i )?(?:please )?(?:change|update|correct|edit|fix)"
        rf" (?:to )?{_PLACE}\b|\bmy new (?:postcode|post code) is\b|\bmoved\b.*\b(?:change|update) {_PLACE}\b",
        r"\bi (?:have )?moved house\b.*\b(?:postcode|post code)\b",
    ),
    _Row(
        Wish.DATA,
        rf"{_MINE}|hold on me|about me",
        rf"{_PLEASE}(?:change|update|correct|edit|delete|remove|see|download|export|get|wipe|erase|scrub"
        rf"|have a copy of|have)(?: all| of)* {_MINE}\b"
        rf"|^what (?:do|data do|information do|info do|details do) you (?:hold|keep|store|have|know) (?:on|about) me\b"
        rf"|{_PLEASE}(?:delete|erase|forget|remove) me(?: from (?:the |your )?(?:system|records|line))?$",
    ),
    _Row(
        Wish.LINE,
        r"bot|robot|alongside|this (?:line|number|service)",
        r"^(?:(?:hi|hello|ok|so|um|wait|sorry|but) )*(?:is|are) (?:this|you|it|that) (?:a |an |really a |just a |actually a |even a )?"
        r"(?:\w+ )?(?:bot|robot|computer|machine|ai|automatic|automated|real(?: person)?|human)$"
        r"|^(?:(?:hi|hello|ok|so|um|wait|sorry|but) )*(?:am i|are we) (?:talking|speaking|texting|writing|chatting) (?:to|with) (?:a |an )"
        r"(?:\w+ )?(?:bot|robot|computer|machine|human|person|real person)(?: or .*)?$"
        r"|^(?:is there )?(?:a )?(?:real )?person there$"
        r"|^who (?:runs|is running|is behind|pays for|owns|made|does) (?:this|the line|alongside)\b"
        r"|^what is (?:this|alongside)(?: number| service| line)?$"
        r"|^how much (?:does|do) (?:this|it|the texts|these texts|these|texts|the line) cost(?: me)?$"
        r"|\b(?:does|do|will) (?:this|the texts|these texts|texting you|this line|the line) cost\b"
        r"|\bis this (?:line |service |number |thing )?free\b"
        r"|^how does (?:this|the line|this line|this service|alongside) work$",
    ),
)


class _Compiled(NamedTuple):
    wish: Wish
    about: re.Pattern[str]
    plain: re.Pattern[str]
    maybe: re.Pattern[str]


_COMPILED = [
    _Compiled(
        row.wish, re.compile(rf"\b(?:{row.about})\b"), re.compile(row.plain), re.compile(row.maybe)
    )
    for row in _ROWS
]
_NAMES_THEM = (Wish.COMPLAINT, Wish.CHANGE, Wish.TEAM)  # elsewhere a name is whom they speak to

_NEWS = re.compile(
    r"\b(?:thanks|thank you|hope you|how are you|how was|how did you|glad|lovely|lol|haha|xx+"
    r"|last (?:night|week|time)|yesterday|this morning|went|were|told me|your (?!service|line|team))\b"
)


def ours(words: str, partners: Sequence[str] = ()) -> Found:
    """Whether words written by someone with these partners (their names) are for the line."""
    said = _plain(words, partners)
    many = len(said.split())
    if many > LONG or (many > SHORT and _NEWS.search(said)):
        return NOTHING
    maybe: Wish | None = None
    wanted: Wish | None = None
    for wish, about, plain, perhaps in _COMPILED:
        if THEM in said and wish not in _NAMES_THEM:
            continue
        if plain.search(said):
            return Found(Ours.PLAINLY, wish)
        if maybe is None and perhaps.search(said):
            maybe = wish
        if maybe is None and about.search(said):
            wanted = wanted or _INTENTS.get(intent(words))
            maybe = wish if wish is wanted else None
    return NOTHING if maybe is None else Found(Ours.MAYBE, maybe)


def _plain(words: str, partners: Sequence[str]) -> str:
    """Text speak written out, no stops, and a partner's name as one word that is theirs alone."""
    said = " ".join(word for word in spelt_out(words) if word not in "?!.,")
    for name in partners:
        called = " ".join(spelt_out(name))
        if called:
            said = re.sub(rf"(?<!\w){re.escape(called)}(?!\w)", THEM, said)
    return said
