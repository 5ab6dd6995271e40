"""Words that a machine wrote, or that quote another's: reactions, automatic replies, notices.

They are recognised by the grammar of the whole message, never by a word somewhere in it: a phone
writes `Loved “…”` to the last quotation mark, and a person "Loved your message about the clinic".
Where a person may have written it, they have: their words must not be thrown away.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from flows.reading.plain import is_emoji, plain


class MachineKind(StrEnum):
    """What kind of words a machine wrote."""

    REACTION = auto()  # a person's, to a message of ours or of a partner, put in words by a phone
    REPLY = auto()  # sent by itself to whatever came in: driving, on holiday, a ticket
    NOTICE = auto()  # from a network, a bank, a courier: voicemail, a missed call, a code


@dataclass(frozen=True)
class MachineWords:
    """What a machine wrote. `is_certain`: no person writes so; else it may be theirs: "Away until
    Sunday", "Reminder: your clinic appointment is on Tuesday". The last three are a reaction's.

    `emoji` is what was felt; `is_removed` whether that was taken back; `quoted` the words reacted
    to, as `plain` has them and perhaps cut short, or None for a picture or the like.
    """

    kind: MachineKind
    emoji: str = ""
    is_removed: bool = False
    quoted: str | None = None
    is_certain: bool = True


def machine_words(text: str) -> MachineWords | None:
    """What a machine wrote, where the whole message is that; None for a person's words."""
    text = text[:_LONGEST].strip()
    reaction = _reaction(text)
    if reaction is not None:
        return reaction
    said = " ".join(plain(text).split())
    if not _LETTERS.search(said) or _is_a_persons(said):
        return None
    is_of_somebody, is_of_others = _SOMEBODY.search(said), _OF_OTHERS.search(said)
    for kind, rules, is_persons in (
        (MachineKind.NOTICE, _NOTICES, is_of_somebody),
        (MachineKind.REPLY, _REPLIES, is_of_somebody),
        (MachineKind.REPLY, _OWN_REPLIES, is_of_others),
    ):
        if not is_persons and any(rule.search(said) for rule in rules):
            return MachineWords(kind, is_certain=_MARK.search(said) is not None)
    return None


_LONGEST = 1200  # characters
_LETTERS = re.compile(r"[^\W\d_]{2}")  # a row of dots is no machine's, and slow to read as one

# --- Reactions ----------------------------------------------------------------------------

# What phones write for each, as far as it is known: Apple's in English, French, German, Polish
# and Spanish. A capital begins it, since no person stands before it.
_FELT = {
    "❤️": "Loved|A adoré|Liebt|Uwielbia|Le encantó",
    "👍": "Liked|A aimé|Gefällt|Mag|Lubi|Polubiono|Le gustó",
    "👎": "Disliked|N'a pas aimé|Gefällt nicht|Mag nicht|Nie lubi|No le gustó",
    "😂": "Laughed at|A ri de|A ri à|Lacht über|Lachte über|Śmieje się z|Se rio de|Se rió de",
    "‼️": "Emphasi[sz]ed|A exclamé|A mis en évidence|Betont|Podkreśla|Enfatizó",
    "❓": "Questioned|A questionné|Hinterfragt|Kwestionuje|Cuestionó",
}
_TAKEN_BACK = {
    "❤️": "heart|cœur|Herz|serce|corazón",
    "👍": "like|thumbs[- ]up|j'aime",
    "👎": "dislike|thumbs[- ]down",
    "😂": "laugh|haha",
    "‼️": "exclamation(?: mark| point)?",
    "❓": "question mark",
}
_PICTURE = r"(?P<emoji>[^\w\s\"]{1,12})"
_WITH_PICTURE = re.compile(
    rf"(?:Reacted (?:with )?|A réagi (?:avec|par) |Reagierte mit |Hat mit |Zareagowano "
    rf"|Reaccionó con "
    rf"(?:un )?)?{_PICTURE} ?(?:to|à|auf|zu|na|do|a|i|at)"
)
_PICTURE_TAKEN_BACK = re.compile(rf"Removed (?:an? |the )?{_PICTURE}(?: reaction)? from")
_VERB = {emoji: re.compile(verbs) for emoji, verbs in _FELT.items()}
_NOUN = {
    emoji: re.compile(
        rf"(?:Removed (?:an? |the )|A retiré (?:un |le )|Entfernte ein )(?:{nouns}) (?:from|de"
        rf"|von)"
    )
    for emoji, nouns in _TAKEN_BACK.items()
}
_THING = re.compile(
    r"(?P<head>.+?) an? (?:image|photo|picture|video|movie|attachment|sticker|gif|file"
    r"|link"
    r"|audio message|voice message|voice memo|location|contact)\.?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?P<head>[^“„«\"‟]*)(?P<open>[“„«\"‟])(?P<rest>.*)", re.DOTALL)
_CLOSING = {"“": "”", "‟": "”", "„": "“”", "«": "»", '"': '"'}


def _reaction(text: str) -> MachineWords | None:
    """`Loved “…”`, `👍 to “…”`, `Removed a heart from “…”`, `Laughed at an image`."""
    parted = _QUOTED.fullmatch(text)
    if parted is not None:
        quoted = _to_the_end(parted["rest"], parted["open"])
        felt = None if quoted is None else _felt(plain(parted["head"]).strip(), quoted)
        # Phones write the marks that printers do; whoever loved "Slow Horses" typed these.
        is_typed = parted["open"] == '"'
        return replace(felt, is_certain=False) if felt is not None and is_typed else felt
    thing = _THING.fullmatch(plain(text).strip())
    return None if thing is None else _felt(thing["head"], None)


def _felt(head: str, quoted: str | None) -> MachineWords | None:
    for is_removed, words, picture in (
        (False, _VERB, _WITH_PICTURE),
        (True, _NOUN, _PICTURE_TAKEN_BACK),
    ):
        for emoji, pattern in words.items():
            if pattern.fullmatch(head):
                return MachineWords(MachineKind.REACTION, emoji, is_removed, quoted)
        found = picture.fullmatch(head)
        if found is not None and any(map(is_emoji, found["emoji"])):
            return MachineWords(MachineKind.REACTION, found["emoji"].strip(), is_removed, quoted)
    return None


def _to_the_end(rest: str, opening: str) -> str | None:
    """What is quoted, if the quotation is all that follows: closed at the end, or cut short."""
    closing = _CLOSING[opening]
    kept = rest.rstrip(" .\u200a\u200b\u200c\u200d\u2060\ufeff\n")
    depth, last = 1, len(kept) - 1
    for place, char in enumerate(kept):
        if char in closing:
            depth -= 1
        elif char == opening:
            depth += 1
        if depth == 0:
            return plain(kept[:place]).strip() if place == last else None
    return plain(rest).strip() if rest.strip() else None


# --- Automatic replies and notices --------------------------------------------------------

# Networks, banks and couriers that begin with their name.
_SENDER = (
    r"(?:vodafone|ee|o2|three|giffgaff|lebara|lyca ?mobile|voxi|smarty|id mobile|tesco mobile|bt"
    r"|virgin media|royal mail|dpd|evri|yodel|parcelforce|amazon|hmrc|dwp|nhs|gov\.?uk|barclays"
    r"|lloyds"
    r"|hsbc|natwest|santander|monzo|nationwide|halifax|tsb|paypal|uber|dvla)(?: (?:uk|bank|app))?"
)
_FROM_A_SENDER = re.compile(rf"{_SENDER}: ", re.IGNORECASE)
# Machines write whole words, with a capital to begin, and ask nothing; people kiss and chat.
_BEGINS = re.compile(r"[(\[*<\"-]*(?:[A-Z0-9£]|\W)")
_CHAT = re.compile(
    r"\b(?:x{1,4}|lol|haha\w*|hun|babe|u|ur|pls|plz|gonna|cant|im|ive|dont|wont|didnt|thx|btw|omg"
    r"|love you|speak soon|speak later|talk later|see you (?:soon|then|later)|hope (?:you|all|it)"
    r"|how (?:did|are|was|is|were|do|have)|are you|have you|did you|isn't it|wasn't it|my (?:mum"
    r"|dad|son|daughter|wife"
    r"|husband|partner|mentor|sugars?|levels?|bloods?|insulin|consultant|nurse|doctor))\b",
    re.IGNORECASE,
)
# Who speaks of themselves or of another is a person, also where they sound like a machine: "Please
# do not reply to this, he reads my phone." So is who speaks of danger, and of nobody to call.
_SOMEBODY = re.compile(
    r"\b(?:i|i'm|i've|i'll|me|my|mine|he|she|him|her|his|they|them|husband|wife|partner|dad|mum)\b"
    r"|\b(?:kill|suicid\w*|die|dying|hurt\w*|hits?|beat\w*|scared|danger|unsafe|overdose\w*)\b"
    r"(?!.*\b(?:call|ring|contact|text|visit)\b)",
    re.IGNORECASE,
)
_HELPFUL = re.compile(  # questions that a machine asks
    r"(?:is (?:this|it) urgent|urgent|need (?:urgent |more )?help|emergency|any questions"
    r"|not you|wasn't you|don't recognise this)\?",
    re.IGNORECASE,
)


def _is_a_persons(said: str) -> bool:
    asks = "?" in _HELPFUL.sub("", re.sub(r"https?://\S+", "", said))
    begins = _BEGINS.match(said) or _FROM_A_SENDER.match(said)
    return asks or not begins or _CHAT.search(said) is not None


def _rules(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.IGNORECASE) for each in patterns)


_START = r"(?:^|[.!:>)\]*-] ?|^(?:hi|hello|dear)[\w ,]{0,30}[,!.] ?)"
_THING_SENT = r"(?:parcel|order|delivery|package|item|prescription|medication|repeat prescription)"
_NUMBERED = (
    r"(?:support |help ?desk |service |it )?(?:ticket|case|request|enquiry|query|incident"
    r"|complaint"
    r"|reference|claim|order|booking|message)"
)
_DONE = (
    r"(?:received|created|opened|re-?opened|closed|logged|updated|resolved|assigned|raised"
    r"|registered"
    r"|escalated|confirmed|cancelled|acknowledged|in (?:a|the|our) queue|being (?:looked"
    r"|processed|dealt|reviewed|handled)"
    r"|on hold|pending|open|added)"
)
_NOTICES = _rules(
    r"^(?:appointment )?reminder:? .{0,40}\bappointment\b.{0,80}\d",
    r"^your appointment (?:with|at|on|is|has been)\b.{0,120}\b(?:reply|text|call"
    r"|cancel|click|visit)\b",
    rf"^(?:{_SENDER})? ?:? ?you(?: have|'ve got| have got|'ve) (?:\d+|an?|one|two|new)"
    r"(?: new| unheard)? ?(?:voice ?mails?|voice ?messages?|answerphone messages?|missed calls?)",
    r"^(?:\w+: )?you(?: have|'ve)? (?:missed|had) (?:a |an? \w+ |\d+ )?calls? (?:from"
    r"|at|on) ",
    r"^(?:\d+ |new )*(?:missed calls?|voice ?mails?|voice ?messages?)(?:: dial|:| from:?| at"
    r"| \() ?[+\d(]",
    r"^(?:this number |the number |\+?\d[\d ]{6,14} )(?:has )?(?:tried to call|called) you\b",
    r"\b(?:dial|call|ring|text) (?:121|123|222|901|443|1571|150)\b.{0,30}\b(?:listen|pick up|hear"
    r"|retrieve|voice ?mail)",
    r"\bto (?:listen|hear|pick up)\b.{0,30}\b(?:dial|call|ring|press) (?:121|123|222|901|443|1571"
    r"|\*)",
    rf"^{_SENDER}: (?:\S+ ){{3,}}",
    r"^(?:\S+ ){0,6}?(?:[a-z]-)?\d{4,8} is your\b.{0,40}\b(?:code|otp|passcode|pin)\b",
    r"(?:^|[.:] )(?:use )?your (?:\S+ ){0,5}?(?:code|otp|passcode|one[- ]time password|pin)(?: is"
    r"|:) ?:? ?[a-z]?-?\d",
    r"\buse (?:code )?\d{4,8} (?:to|as your|for)\b.{0,40}\b(?:log ?in|sign|verify|verification"
    r"|code)",
    rf"{_START}(?=.*(?:\d|https?:|collect))your {_THING_SENT}\b.{{0,60}}\b(?:has been"
    rf"|was|is|will be) (?:now )?(?:dispatched"
    rf"|despatched|shipped|delivered|out for delivery|on its way|arriving|with (?:our|your)"
    rf"|left with"
    rf"|due|ready (?:to collect|for collection))",
    rf"^(?:we(?:'ve| have)? )(?:tried to deliver|delivered|left) your {_THING_SENT}",
    r"\b(?:msg|message)s? ?(?:&|and) ?data rates (?:may )?apply",
    r"\b(?:reply|text|send) [\"']?stop[\"']? (?:to (?:opt|end|cancel|unsub|stop)"
    r"|at any|2 )",
    r"\bto (?:opt[ -]?out|unsubscribe|stop (?:receiving|these))\b.{0,20}\b(?:reply"
    r"|text|send|visit|click)",
    r"\b(?:never|do not|don't) share (?:this|your|the) (?:code|passcode|otp|pin)",
)
_REPLIES = _rules(
    rf"{_START}(?:thank you|thanks|many thanks) for (?:contacting|your (?:message|email"
    rf"|text|enquiry|call|query|request)|getting in touch"
    r"|texting|calling|messaging|emailing|reaching out|being in touch"
    r"|writing to)\b.*\b(?:we (?:aim|try|endeavour|will|are|have|can)|we'll|our (?:team|office"
    r"|opening|hours|reception|lines)"
    r"|a member of|one of our|someone (?:from|will)|you will (?:receive|hear)|within"
    r"|working (?:day|hour)|as soon as)\b",
    rf"{_START}(?:we|our (?:office|offices|surgery|practice|lines|clinic"
    rf"|phone lines)) (?:are|is) (?:now |currently )?closed\b.*\b(?:re-?open|hours|until|call|999"
    rf"|111)",
    r"^(?:(?:hi|hello|dear)[\w ]{0,20}[,!.] )?(?:please note,? )?this (?:is an?"
    r"|(?:message|text|email) (?:is|was))"
    r" (?:sent )?auto(?:matic|matically|mated)?[- ]?(?:sent |generated )?(?:reply|response"
    r"|message|text|email)?(?=\W|$)",
    r"\bthis (?:mailbox|number|inbox|account|phone|line|address|email|service"
    r"|text number) (?:is "
    r"(?:not|un|no longer|never|only)|isn't|cannot|can't|does not"
    r"|doesn't) ?(?:being )?(?:monitored|in use|in service|accept|receive|read|staffed|take"
    r"|monitored)",
    r"\brepl(?:ies|y) to this (?:message|number|text|email|address) (?:are|is|will"
    r"|cannot|can't)\b",
    r"\bdo not reply (?:directly )?to this (?:message|text|email|number|sms)\b(?=.*\bmonitored\b)",
    rf"{_START}(?:do[- ]not[- ]reply|no-?reply)\b",
    rf"{_START}(?:re: )?(?:your |the |new |a new )?{_NUMBERED}(?: (?:number|no"
    rf"|ref(?:erence)?|id))?\.?:? ?"
    rf"[\[(]?(?:#|ref |no\.? |id )?[a-z]{{0,6}}[-/]?\d[\w/-]*[\])]?,?(?: for you"
    rf"| [\"(\[][^\"\])]{{1,60}}[\"\])])? (?:has (?:now )?been|is (?:now )?|was|will be) ?{_DONE}",
    r"^[\[(]?(?:ticket|case|request|incident|ref(?:erence)?)(?: (?:number|no|id"
    r"|ref))?[ :]*#? ?[a-z]{0,6}-?\d{3,}[\])]?(?:[ :.-]|$)",
    rf"{_START}your (?:message|email|text|enquiry|request|feedback|application"
    rf"|call) (?:has been|was|is) (?:received|logged|forwarded|passed|important)\b(?! with| loud)",
    rf"{_START}(?:your|a) (?:\w+ )?(?:reference|ticket|case)(?: number| no| id)? (?:is"
    rf"|:) ?[#a-z]*-?\d",
    rf"{_START}(?:thank you|thanks) for (?:contacting|texting|calling|messaging) (?:the "
    rf"|our )?(?-i:[A-Z])",
    rf"{_START}we (?:aim|endeavour|try) to (?:respond|reply|answer|get back)\b",
    r"\b(?:sorry, )?we (?:didn't|did not|don't|could not"
    r"|couldn't) (?:understand|recogni[sz]e) (?:that|your|this) (?:command|keyword|option"
    r"|response|reply|request)",
    r"\bplease (?:reply|respond|text|press|select|choose)(?: with)?:? (?:yes|no|y|n"
    r"|1|[\"'](?:yes|1|y)[\"']),? (?:to|or|for)\b.*\b(?:to|for|or)\b",
)
# A person set these up, so it says "I": formal, and about when they answer.
_AWAY = (
    r"(?:out of (?:the )?office|on (?:annual |maternity |paternity |sick |parental |study )leave"
    r"|away from (?:the office|my desk|work)"
    r"|on (?:my )?(?:holiday|vacation|annual leave|leave)|currently (?:away|unavailable|on leave"
    r"|off)|away)"
)
_OWN_REPLIES = _rules(
    r"\bi'm driving with (?:driving |do not disturb|focus)",
    r"^[(\[]?i'm not receiving notifications\. if\b",
    r"\breply [\"']?urgent[\"']? to send a notification",
    r"\b(?:has|have) notifications silenced\b",
    r"^[*\[(< -]*(?:this is an? |note: )?(?:auto(?:matic|mated)?[- ]?(?:reply|response|responder"
    r"|message|text|email))\b",
    rf"(?:^|[.!,:] )(?:i am|i'm|i will be|i'll be) (?:now |currently |presently )?{_AWAY}\b(?=.*"
    r"\b(?:respond|reply|answer|get back|deal with|return|back in (?:the )?office|contact"
    r"|limited access|no access|not (?:be )?(?:checking|monitoring|reading)|urgent)\b)",
    r"^(?:sorry,? )?(?:i am|i'm) (?:currently |presently )?driving\b.*\b(?:i will|i'll)\b.*"
    r"\b(?:auto|when i (?:arrive|stop|get where))",
    r"^(?:out of (?:the )?office|annual leave|on leave|on annual leave|away)[ :,-]+"
    r"(?:until|from|returning|back|\d)",
)
# Only a machine writes these. What lacks them may be a person's, and is not thrown away.
_MARK = re.compile(
    r"\bauto(?:matic|mated|matically)?[- ]?(?:sent |generated )?(?:repl|respon|messag|text|e-?mail)"
    r"|\bdo[- ]not[- ]reply to this|\bno-?reply\b|\bunmonitored\b|https?://"
    r"|\bnot (?:being )?(?:monitored|accept|receive|read)|\bdriving with \w"
    r"|\bnotifications silenced|\bout of office:"
    r"|\b(?:ticket|case|request|incident|ref(?:erence)?)\b[^.]{0,12}[#a-z-]*\d{3}"
    r"|\b(?:code|otp|passcode|pin)\b[^.]{0,20}\b\d{4,8}\b"
    r"|\b\d{4,8}\b[^.]{0,12}\b(?:code|otp|passcode)\b|\b(?:msg|message)s? ?(?:&|and) ?data rates"
    r"|\b(?:dial|call|ring) (?:121|123|222|901|443|1571)\b",
    re.IGNORECASE,
)
# Whoever is away and speaks of the reader's life wrote it for them.
_OF_OTHERS = re.compile(
    r"\b(?:you (?:said|told|were|had|did|must|might|feel)|your (?:appointment|results?|sugars?"
    r"|levels?|hospital|mum|dad|news|week|day|visit|clinic|foot|eyes?)"
    r"|our chat|good luck|take care of|thinking of you|with (?:the|my) (?:kids|family|wife"
    r"|husband)|lovely|sorry)\b",
    re.IGNORECASE,
)
