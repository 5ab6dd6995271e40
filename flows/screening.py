"""What must not be relayed between two people who have not exchanged details: contact and money.

A mentor and a mentee talk without seeing each other's number. Boundaries, and the safety of both,
rest on that: what they write is read here before it is passed on. Ordinary talk of diabetes is full
of numbers, prices and apps, so a rule looks for what is *done* with the number or the app.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from phonenumbers import NumberParseException, is_possible_number, parse

from flows.digits import Group, groups, plain


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


# Lines that anyone may pass on. From the helplines' own sites; to be confirmed each release.
_LINES = (
    "999 112 111 101 105 119 18000 18001 "
    "116123 "  # Samaritans
    "85258 "  # Shout
    "116000 "  # Missing People
    "08000684141 "  # Papyrus
    "08001111 "  # Childline
    "08082000247 "  # National Domestic Abuse Helpline
    "08088010327 "  # Men's Advice Line
    "03451232399 "  # Diabetes UK
    "08088010677 "  # Beat
    "08088088141 "  # Hourglass
    "0800585858 "  # CALM
    "08004708090 "  # The Silver Line
    "08006781602 "  # Age UK
    "03001233393 03001021234 "  # Mind
    "08088087777 "  # Carers UK
    "03001231044 "  # Stop smoking
    "03001231110 "  # Drinkline
    "08088021234 "  # British Heart Foundation
    "08088088000 08088080000 "  # Macmillan
    "08001448848 "  # Citizens Advice
    "08085005000 "  # NSPCC
)
HELPLINES = frozenset(_LINES.split())
_TRUSTED_SITE = re.compile(
    r"(?:^|\.)(?:nhs\.uk|nhs\.wales|nhs\.scot|hscni\.net|gov\.uk|diabetes\.org\.uk|samaritans\.org)$"
)


def screen(text: str, earlier: Sequence[str] = ()) -> Screened:
    """Read `text`, about to be relayed, as what follows the same sender's `earlier` messages.

    `earlier` is oldest first; it matters only for a telephone number sent in pieces.
    """
    message = _written(plain(text))
    contact = list(dict.fromkeys(_contact(message)))
    if not contact and earlier and _continues_number(message, earlier):
        contact = ["a phone number over several messages"]
    if contact:
        return Screened(Found.CONTACT, tuple(contact))
    money = list(dict.fromkeys(_money(message)))
    if money:
        return Screened(Found.MONEY, tuple(money))
    asked = list(dict.fromkeys(_asks(message)))
    return Screened(Found.CONTACT if asked else Found.OK, tuple(asked))


def without(text: str) -> str | None:
    """`text` less the sentences, or failing that the clauses, that `screen` would hold.

    None when nothing worth sending remains.
    """
    for boundary in (_SENTENCE_END, _CLAUSE_END):
        parts = [part.strip() for part in boundary.split(text)]
        rest = " ".join(part for part in parts if part and screen(part).label is Found.OK)
        rest = rest.strip(" ,;:-–")
        words = re.findall(r"[^\W\d_]{2,}", rest)
        if len(words) >= _WORTH_SENDING and screen(rest).label is Found.OK:
            return rest
    return None


_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_CLAUSE_END = re.compile(r"(?<=[.!?…,;])\s+|\n+|\s+(?=(?:and|but|so)\s)|\s+[-–]\s+")
_WORTH_SENDING = 3  # words


def _rules(**patterns: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Name each pattern by what a person is told it found: ``a_link`` becomes "a link"."""
    return tuple((name.replace("_", " "), re.compile(rule)) for name, rule in patterns.items())


# --- How a message is written -------------------------------------------------------------

_PROVIDER = (
    r"(?:g ?mail|googlemail|hotmail|outlook|yahoo|ymail|icloud|bt ?internet|btopenworld|proton ?mail"
    r"|proton|aol|msn|virgin ?media|talktalk|tiscali|fastmail|ntlworld|blueyonder|gmx|onet|interia)"
)
_ENDING = r"(?:com|co|org|net|uk|ac|gov|nhs|io|gg|info|wales|scot|pl|pk|in|bd)"
_SPOKEN_DOT = re.compile(
    rf"\s*[(\[{{<]?\s*(?<!\w)(?:dot|full ?stop|kropka)(?!\w)\s*[)\]}}>]?\s*(?={_ENDING}\b)"
    r"(?!com (?:boom|bubble|crash|era|days))"
)
_SPOKEN_AT = re.compile(
    rf"\s*[(\[{{<]\s*at\s*[)\]}}>]\s*|\s+(?:at|małpa|malpa)\s+(?={_PROVIDER}\.)|\s+ma[łl]pa\s+"
)
_LETTER_BY_LETTER = re.compile(r"(?<!\w)(?:[\w@.][ ._-]){3,}[\w@.](?!\w)")


def _written(text: str) -> str:
    """`text` with what was spelt out put together again: "w h a t s", "dot com", "(at)"."""
    text = text.replace("’", "'")
    text = _LETTER_BY_LETTER.sub(_together, text)
    return _SPOKEN_AT.sub("@", _SPOKEN_DOT.sub(".", text))


def _together(match: re.Match[str]) -> str:
    if sum(c.isalpha() for c in match[0]) < 4:
        return match[0]
    return re.sub(r"(?<=.)[ _-]", "", match[0])


# --- Telephone numbers --------------------------------------------------------------------

_NATIONAL = re.compile(r"0(?:7\d{9}|[12]\d{8,9}|3\d{9}|8\d{8,9}|9\d{9})")
_WITH_COUNTRY = re.compile(r"(?:00)?440?(?:7\d{9}|[1238]\d{8,9})")
_LESS_ITS_ZERO = re.compile(r"7[1-9]\d{8}")
_PADDING = 4  # words between two pieces of a number; more and they are unrelated
_LONGEST = 15  # digits, ITU-T E.164
_THEIR_NUMBER = re.compile(
    r"(?:(?:ring|call|text|phone|bell|message|msg|reach|get|contact|dzwo[nń]|zadzwo[nń])"
    r" (?:me|us|him|her|mum|dad|do mnie)|\b(?:my|mum'?s|dad'?s|her|his|our|wife'?s|husband'?s|mera"
    r"|meri|mój|moj|amar|fy|fi)\b (?:\w+ )?(?:number|mobile|mob|phone|cell|landline|tel|digits|numer"
    r"|nambar|nomor)|\b(?:phone|mobile|tel|telefon|ffôn)(?: (?:number|no))?)\b[^\d]{0,25}$"
)
_OTHER_NUMBER = re.compile(
    r"\b(?:nhs|order|serial|ref|reference|lot|batch|policy|ticket|reg|code|barcode|version|tracking"
    r"|claim|account)\b[^\d]{0,20}$"
)


def _has_number(text: str) -> bool:
    found = groups(text)
    return any(_number_from(found, i, text) for i in range(len(found)))


def _number_from(found: Sequence[Group], first: int, text: str) -> bool:
    """Whether a telephone number begins at group `first`."""
    start = found[first]
    digits, padded, sizes = "", False, []
    for i in range(first, len(found)):
        group = found[i]
        if i > first and (group.fresh or group.padding > _PADDING):
            break
        digits += group.digits
        sizes.append(len(group.digits))
        padded |= i > first and group.padding > 0
        if len(digits) > _LONGEST:
            break
        if digits in HELPLINES:
            return False
        if _NATIONAL.fullmatch(digits) or _WITH_COUNTRY.fullmatch(digits):
            # Pieces with words between must come out exact, or a day's readings would do.
            if digits != "0123456789" and not (padded and len(digits) == 10):
                return not (digits[1] != "7" and _OTHER_NUMBER.search(text[: start.start]))
        elif not padded and _LESS_ITS_ZERO.fullmatch(digits):
            shaped = start.spelt or max(sizes) == 1 or len(sizes) <= 3
            if shaped and not _OTHER_NUMBER.search(text[: start.start]):
                return True
        if start.plus and not padded and len(digits) >= 9 and _possible(digits):
            return True
    tight = _tight(found, first)
    if len(tight) < 6 or tight in HELPLINES or any(tight.startswith(h) for h in HELPLINES if len(h) > 5):
        return False
    return bool(_THEIR_NUMBER.search(text[: start.start])) and not _OTHER_NUMBER.search(
        text[: start.start]
    )


def _tight(found: Sequence[Group], first: int) -> str:
    digits = found[first].digits
    for group in found[first + 1 :]:
        if group.fresh or group.padding:
            break
        digits += group.digits
    return digits


def _possible(digits: str) -> bool:
    try:
        return is_possible_number(parse("+" + digits))
    except NumberParseException:
        return False


_RECENT = 8  # earlier messages that a number may have begun in


def _continues_number(message: str, earlier: Sequence[str]) -> bool:
    """Whether a number begun in `earlier` ends in `message`."""
    if not groups(message):
        return False
    before = " ".join(_written(plain(text)) for text in earlier[-_RECENT:])
    return _has_number(f"{before} {message}") and not _has_number(before)


# --- Everything else that reaches a person: email, links, handles, addresses ---------------

_EMAIL = re.compile(r"[\w.+'-]+@(?:[\w-]+\.)*([\w-]+(?:\.[\w-]+)+)")
_LINK = re.compile(
    r"(?:https?://|www\.)(?:[^\s/@]*@)?([^\s/:?#]+)"
    r"|(?<![\w@.-])((?:[a-z0-9-]+\.)+(?:com|co\.uk|org\.uk|ac\.uk|me\.uk|uk|org|net|io|gg|ly|app|info|biz"
    r"|blog|link|online|site|shop|wales|scot|eu|tv|dev|page|club|chat|pl))(?![\w.]*\w)"
    r"|(?<![\w@.-])((?:t|wa|m|fb|bit|youtu|linktr|discord|paypal)\.(?:me|be|ly|ee))/"
)
_EMAIL_OR_HANDLE = _rules(
    an_email_address=rf"@\s?(?:{_PROVIDER}|live|sky|me|mail)\b|\b\w+ (?:dot|underscore|dash|hyphen|full stop) "
    rf"\w+ (?:at|@) \w|\w\s+at {_PROVIDER}(?=\s*(?:$|[.,!?;)]|dot|full|and|if|then|x))|\b(?:my|his|her|our|mums?) "
    rf"(?:e-?mail|{_PROVIDER})(?: address)?(?: is|'s|s|:| =) |{_PROVIDER}\b.{{0,30}}(?:usual (?:ending|bit)"
    rf"|name'?s|\b[a-z]+[._][a-z]+\d*|\b[a-z]+\d\w*)|(?:first|last|sur)name dot|@.{{0,20}}\bthen\b",
    a_name_on_another_app=r"(?<![\w.])@(?!home\b|work\b|the\b|lunch|noon\b|my\b|gym\b|hospital|school\b|about\b)"
    r"[a-z_][\w.]{2,}|\b\w*[a-z]#\d{4}\b|\b[a-z][a-z0-9]*_[a-z0-9_]+\b|\blive:\w|"
    r"\b(?:user ?name|gamer ?tag|screen ?name|apple id|handle|(?:psn|ps[45]|xbox|steam|switch|friend) (?:id|tag|name|code))"
    r"\b.{0,20}(?:\bis\b|:|same|=)",
)
_STREET = (
    r"(?:street|road|rd|lane|avenue|ave|crescent|terrace|mews|grove|gardens|villas|cottages?|close|court"
    r"|drive|parade|boulevard|st(?=\s*(?:$|[,.;!?]|in\b|near\b)))"
)
_OPEN_LAND = r"(?:way|place|row|walk|park|hill|view|square|green|rise|meadows?|orchard|fields?|house|croft|mount)"
_NO_STREET = (
    r"(?!(?:min|mins|minutes?|hours?|hrs?|miles?|k|km|days?|weeks?|months?|years?|units?|times|steps|bus"
    r"|am|pm|of|a|an|the|in|on|at|to|by|from|per|way|stops?|goes|down|up|and|or|was|is|more|past|people"
    r"|stone|mg|grams?|x|different|other|long|metres?|yards?|feet)\b)"
)
_POSTCODE = r"[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}"
_HOME = (
    r"(?:my (?:house|address|place|flat|door)|i live|i'?m (?:at|on)|we live|we'?re at|come (?:to|round|over|by)"
    r"|pop (?:round|over|in|by)|(?:post|send|deliver|drop|bring) (?:it|them|that|this|your|some)?|round to mine"
    r"|visit me|find me at|address is|drop in)"
)
_ADDRESS = _rules(
    a_street_address=rf"\b(?:flat |no\.? ?|number |at )?\d{{1,4}}[a-d]?,? (?:{_NO_STREET}[a-z'-]+,? ){{1,3}}{_STREET}\b"
    rf"|\bflat \d+[a-z]?\b,? \d|(?:(?:{_HOME}).{{0,40}}|\bnumber )\b\d{{1,4}}[a-d]?,? (?:{_NO_STREET}[a-z'-]+ ){{1,3}}{_OPEN_LAND}\b"
    rf"|(?:{_HOME}).{{0,60}}\b(?:{_NO_STREET}[a-z'-]+) {_STREET}\b|\b[a-z'-]+ {_STREET}\b.{{0,30}}\bnumber \d"
    rf"|\b(?:(?:number|flat|no\.?|house) )?\d{{1,4}}[a-d]?,? {_POSTCODE}\b|{_POSTCODE}\b.{{0,15}}\b(?:number|flat|no|house) \d"
    rf"|(?:{_HOME}|{_STREET}).{{0,60}}\b{_POSTCODE}\b|\bthe (?:old )?[a-z]+, [a-z' -]+ {_STREET}\b",
)


def _contact(message: str) -> Iterator[str]:
    """What in `message` would let the other person reach the sender elsewhere."""
    if _has_number(message):
        yield "a phone number"
    for match in _EMAIL.finditer(message):
        if not _TRUSTED_SITE.search(match[1]):
            yield "an email address"
    for match in _LINK.finditer(message):
        if not _TRUSTED_SITE.search(match[1] or match[2] or match[3]):
            yield "a link"
    for name, rule in (*_EMAIL_OR_HANDLE, *_ADDRESS):
        if rule.search(message):
            yield name


# --- Asking for, or offering, a way to talk elsewhere -------------------------------------

_APP = (
    r"(?:wh?[ao]t'?s?[ -]?'?s?[ -]?ap+s?\w{0,2}|facebook|fbook|fb|insta(?:gram)?|snap ?chat|telegram|messenger|skype"
    r"|discord|tik ?tok|twitter|linked ?in|face ?time|imessage|viber|we ?chat|hangouts|google meet|zoom"
    r"|teams|kik|blue ?sky|mastodon|twitch|psn|xbox|signal|snap|insta|ig|wa)"
)
_YOU = r"(?:you|u|ya|yous|youse|yas)"
_YOUR = r"(?:your|ur|yer|ya|yr|yor|youre|you're)"
_KIND = (
    r"(?:phone|mobile|mobi?|moby|cell|tel|telephone|home|house|landline|contact|direct|personal|private"
    r"|proper|real|own|other|best|e-?mail|whatsapp)"
)
_DETAILS = (
    rf"(?:(?:{_KIND} )+(?:numbers?|no|num|nos|address(?:es)?|details|info)|number|num|digits|e-?mails?"
    r"|contacts?|address|socials|insta|snap|handle|user ?name|facebook|fb|whatsapp)\b"
    r"(?! (?:one\b|plates?|this|today|now|before|after|like|when|been|tonight|then|usually|doing|of\b|for\b|was\b))"
)
_TOGETHER_ELSEWHERE = (
    r"(?:let'?s|lets|shall we|can we|could we|we (?:could|can|should|might)|why don'?t we|wanna|want to"
    rf"|fancy|prefer|rather|easier|happy to|can {_YOU}|could {_YOU}|would {_YOU}|will {_YOU}|what about|how about"
    r"|i can|i could|come|better)"
)
_ASKS = _rules(
    asks_to_move_to_another_app=rf"\b(?:add|find|follow|dm|pm|message|msg|inbox|text|call|ring|buzz|contact|reach|get"
    rf"|catch|friend|ping|video) (?:me|us|you|u)\b.{{0,30}}\b{_APP}\b"
    rf"|\b{_TOGETHER_ELSEWHERE}\b.{{0,40}}\b(?:on|to|over|via|onto|by|use|using|do|swap|try) (?:the |my |your |ur )?{_APP}\b"
    rf"|\b(?:move|switch|swap|hop|jump|carry (?:this |it )?on|continue|take (?:this|it)|bring (?:this|it))\b.{{0,25}}"
    rf"\b(?:on|to|onto|via|over)\b.{{0,6}}\b{_APP}\b"
    rf"|\b{_YOU}(?: also| at all| still| even| guys)? (?:on|got|use|using|have|do|got a|have a|got any)(?: a| an| the)? {_APP}\b"
    rf"|\bmy (?:\w+ )?{_APP}(?: (?:name|handle|id|user ?name|tag|account|profile|page|group|link))?(?:\s*(?:is|'s|s|=|:)\s|\s*$|,)"
    rf"|\b{_APP}\s*(?:me\b|us\b|[:=]\s*\S|(?:handle|name|id|user ?name|tag)\b|is @|under\b)"
    rf"|\b(?:i'?m|i am|it'?s|name'?s|under|as|i go by) (?!always|never|not|hardly|only|still|just|stuck|too|back|all|in\b|a\b"
    rf"|rubbish|useless|on\b|\w+ing\b|\w+ed\b|so\b|no\b)[\w.-]+(?: [\w.-]+){{0,2}} (?:on|over on) {_APP}\b"
    rf"|\b{_APP}(?: is| would be| might be|'s| be| works)? (?:easier|better|quicker|simpler|instead|works)"
    rf"|^\W*(?:\w+\W+){{0,2}}{_APP}\s*\?|\b{_APP}\b.{0,60}\b(?:i'?m the one|you'?ll find me|that'?s me|on there)\b"
    rf"|\bi (?:use|prefer|have|am on|'?m on)\b.{{0,15}}\b{_APP}\b.{0,60}\b(?:shall|can|could|want|lets|if)\b"
    rf"|\b{_APP}\b.{{0,25}}\b(?:give {_YOU} mine|add me|find me|message me|if {_YOU} (?:want|fancy|like|prefer))"
    r"|\b(?:google|search(?: for)?|look(?: me)? up)\b.{0,60}\b(?:that'?s me|find me|look me up)",
    asks_to_talk_elsewhere=r"\b(?:off|outside(?: of)?|away from) (?:here|(?:this|the) (?:app|line|service|thing|chat|system|bot"
    r"|platform|number)|this(?=\s*(?:[?.!,]|$)))|\b(?:somewhere|anywhere) (?:else|more private|private)\b(?=.{0,60}\b(?:chat|talk|message|text))"
    r"|\b(?:talk|chat|speak|message|text|meet)\b.{0,25}\b(?:somewhere (?:else|more private|private)|elsewhere|privately|phone to phone)"
    r"|\b(?:another|different|other) app\b.{0,30}(?:\?|we\b|us\b)|phone to phone"
    rf"|\b(?:message|text|ring|call|contact|speak to|talk to|e-?mail|reach|get) {_YOU} (?:direct|directly|privately)\b"
    r"|without (?:them|anyone|the team|the coordinators?|it going through)\b.{0,20}(?:seeing|reading|knowing|them|the)"
    rf"|(?:^|[.!?,;]\s*|\b(?:can|could|will|would) {_YOU} |\bplease |\bplz |\bpls |\bor )(?:just )?(?:ring|phone|bell|e-?mail|skype|facetime|video call) me\b"
    rf"|\b(?:can|could|may|shall|should) i (?:just )?(?:ring|phone|facetime|video call|e-?mail|bell|whatsapp) {_YOU}\b"
    rf"|\b(?:can|could) i (?:call|text) {_YOU}(?: (?:later|sometime|tonight|tomorrow|instead|on\b|direct|at\b|any ?time)|\s*\?|\s*$)"
    rf"|\b(?:do|give) me an? (?:ring|bell|buzz|bell|tinkle|missed call)|drop me (?:a line|an e-?mail)"
    r"|\bcome (?:to|round to|over to) (?:mine|my (?:house|place|flat))\b"
    r"|zadzwo[nń] do mnie|napisz (?:do mnie )?na \w+app",
    asks_for_contact_details=rf"\b(?:what(?:'s|s| is| was)?|wots?|wat'?s?) (?:is )?(?:the best )?{_YOUR} (?:best )?{_DETAILS}"
    rf"|\bwhat'?s? (?:is )?(?:the|a) best (?:number|e-?mail|way) (?:to|for) (?:reach|get|ring|call|contact|text)"
    rf"|\b(?:give|gimme|giz|gis|gies|giv|send|pass|slip|dm|drop|tell|leave|share|have|get|got|grab|take|need|want|after|for|lemme)"
    rf" (?:me |us |over |wi |with )*{_YOUR} {_DETAILS}"
    rf"|\b(?:give|gimme|giz|gis|giv|send|pass|slip) (?:me |us )?{_YOUR} (?:mobile|phone|mob)\b"
    r"|\b(?:swap|exchange|trade) (?:phone |mobile )?(?:numbers|nums|e-?mails|details|contacts|contact details|digits|addresses)"
    rf"|\b(?:have {_YOU}|{_YOU}(?:'ve)?|do {_YOU})(?: got| have)? (?:an?|another|any) (?:other )?{_DETAILS}(?! (?:for|of|from|to)\b)"
    rf"|\b(?:number|e-?mail|way|anywhere|somewhere|address)\b.{{0,12}} (?:i|we) (?:can|could) (?:get|reach|ring|call|text|contact|message|find|catch|write to) (?:hold of )?{_YOU}\b"
    rf"|\bcan i (?:have|get|take|grab) {_YOUR} (?:number|e-?mail|mobile|address|details)"
    rf"|\bwhere (?:exactly )?do {_YOU} live(?: exactly| so| i'?ll)|where do {_YOU} live exactly|what (?:street|road|number house) (?:do|are) {_YOU}"
    r"|(?:tw[oó]j|sw[oó]j|podaj|jaki masz) (?:\w+ )?(?:numer|nr|e-?mail|adres)|\b(?:apna|aapka|ap ka|tuhada|tera|apnar|tomar)"
    r" (?:\w+ )?(?:number|nambar|email|address)|number (?:bhej|bhejo|de ?do|dedo|dao|din|deo)\b|\b(?:dy|eich) (?:r?h?if|e-?bost|cyfeiriad)"
    r"|(?:آپ کا|اپنا) (?:\w+ )?(?:نمبر|ای میل)|(?:আপনার|তোমার) (?:\w+ )?(?:নম্বর|নাম্বার)|(?:ਤੁਹਾਡਾ|ਆਪਣਾ) (?:\w+ )?ਨੰਬਰ",
    offers_contact_details=rf"\b(?:i'?ll|i will|i can|i could|let me|lemme|want me to|shall i|should i|happy to|here'?s|this is|{_YOU} can"
    rf"|sending(?: {_YOU})?|send {_YOU}|gonna|going to|save|wrote|put)\b(?: (?:give|text|send|pass|drop|tell|share|leave|dm|have|put|slip|email))?"
    rf"(?: {_YOU})?(?: over)?(?: a (?:pic|picture|photo|card) (?:of|with))? (?:my|our) (?:(?:{_KIND} )+(?:number|no|address|details)|number|digits|e-?mail|address|card|insta|whatsapp|contact)\b"
    r"(?! (?:one\b|plate|this|today|was|before|after|for\b|to the|against))"
    r"|\b(?:my|the) (?:phone )?(?:number|e-?mail|address)(?:'s| is|s)? (?:written|in the (?:pic|photo)|on (?:the|my|a) (?:card|pic|photo|profile|flyer|van|leaflet))"
    r"|\bmy number(?:'s| is)? on (?:it|there)\b|\bcard with my (?:number|details|e-?mail)",
)
_DECLINES = re.compile(
    r"\b(?:not allowed|not meant|not supposed|can'?t|cannot|won'?t|mustn'?t|shouldn'?t|don'?t|never|not going to"
    r"|against the rules|no need to|rather not|rules? (?:say|is|are)|supposed to|deleted|came off|gave up|hate)\b"
    r"[^,.;?!]{0,40}$"
)


def _asks(message: str) -> Iterator[str]:
    for name, rule in _ASKS:
        match = rule.search(message)
        if match and not _DECLINES.search(message[: match.start() + 1]):
            yield name


# --- Money, medicines and supplies --------------------------------------------------------

_AMOUNT = (
    r"(?:£\s?\d[\d,.]*|\d+\s?(?:quid|pounds?|euros?|zł|rupees|taka)\b|\b(?:an? )?(?:fiver|tenner|grand)\b|"
    r"\b(?:one|two|three|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|few|couple of|some|odd) ?(?:quid|pounds?|bob)\b"
    r"|\b(?:money|cash|dosh|funds|wonga)\b)"
)
_SUPPLY = (
    r"(?:insulin|novo ?rapid|humalog|lantus|levemir|tresiba|toujeo|fiasp|abasaglar|lyumjev|novomix|metformin|gliclazide"
    r"|ozempic|wegovy|mounjaro|saxenda|trulicity|jardiance|forxiga|dapagliflozin|(?:slimming|skinny|weight ?loss|fat) "
    r"(?:jabs?|pens?|injections?)|(?:test(?:ing)? |ketone |glucose |blood )*strips?|sensors?|libres?|dexcoms?|needles|lancets?"
    r"|(?:\w+ )?pens?|cartridges?|omnipods?|pods|pumps?|meters?|readers?|transmitters?|jabs|tablets|tabs|pills|meds|medication"
    r"|glucagon)\b"
)
_SOME = (
    r"(?:(?:some|a|an|any|my|your|ur|one|two|three|\d+|x|few|couple|of|spare|box(?:es)?|packs?|old|extra|left ?over|free|cheap|the|these"
    r"|those|more|unopened|new|sealed|unused|bit|half|with|both|all|lot|pot|months?'?s?|worth|mum'?s|dad'?s|his|her) )*"
)
_APP_FOR_MONEY = r"(?:pay ?pal|cash ?app|venmo|revolut|monzo|starling|western union|moneygram)"
_MONEY = _rules(
    asks_for_or_offers_money=rf"\b(?:lend|loan|sub|spot|bung|front|borrow|wire|transfer|send|give|giz|gis|ping|slip|pay|drop) (?:me|us|him|her|{_YOU})\b"
    rf"[^.?!]{{0,20}}{_AMOUNT}|\b(?:lend|loan|sub|bung) (?:me|us)\b[^.?!]{{0,40}}\b(?:till|until|pay ?day)\b"
    rf"|\b(?:can|could|may|let me|chance|need to|wanna|want to|ok to|if i|hoping to) (?:i )?(?:of )?(?:borrow|borrowing|borow)\b[^.?!]{{0,30}}(?:{_AMOUNT}|\d)"
    r"|\b(?:chance of|need|want|do with|ask for|give me|get|after|for) (?:a|an) (?:small |quick |wee |little |cheeky )?(?:loan|sub|lend)\b"
    r"|\b(?:short|skint|brassic|broke|potless|struggling)\b.{0,40}\b(?:sub|lend|help (?:me|us) out|spare|any chance|borrow|loan)\b"
    rf"|\b{_YOU}(?:'ve)? (?:still )?owes? (?:me|us)\b|\bi (?:still )?owe {_YOU} (?:{_AMOUNT}|for|the|that)"
    rf"|\bpa(?:y|ying|id|yin) (?:me|us|{_YOU}|it|her|him) back\b|\b(?:back to|see) {_YOU} right\b"
    rf"|\b{_APP_FOR_MONEY} (?:me|us|you|u|it|them)\b|(?<!paid )(?<!paid by )\b(?:my|ur|your|via|got|have|take|accept|or|on) {_APP_FOR_MONEY}\b|{_APP_FOR_MONEY} or\b"
    rf"|\bsort ?code\b|\baccount (?:number|no)\b|\bbank (?:transfer|details)\b|go ?fund ?me|just ?giving|crowd ?fund"
    rf"|\b(?:buy|send|get) (?:me|us) .{{0,15}}\b(?:gift ?cards?|vouchers?)|\bchip in\b|\bsponsor me\b|\bspare (?:me |us )?(?:any )?(?:change|cash|money|{_AMOUNT})"
    rf"|\bhelp (?:me|us)(?: out)? with (?:the |my |some )?(?:rent|electric|gas|bills?|shopping|money|cash|deposit|fare)"
    rf"|\b(?:buy|purchase)\b[^.?!]{{0,40}}\b(?:off|from) (?:me|us|{_YOU})\b|\btop up my\b|\bpay {_YOU} (?:for|to|{_AMOUNT})"
    rf"|\binvest (?:with|in)\b.{{0,30}}\b(?:me|with|crypto|bitcoin)|\b(?:crypto|bitcoin|forex)\b.{{0,30}}\b(?:me|you|your)\b|double your money"
    rf"|\b(?:i'?d|i'?ll|i can|i could|happy to|let me) (?:give|pay|send|lend|sub|transfer) {_YOU} .{{0,15}}{_AMOUNT}"
    r"|po[zż]ycz\w*|\budh?aa?r\b|\b(?:paise|paisa|taka) (?:bhej|de|dao|chahiye|pathao|lagbe)|fenthyg (?:arian|£)|fenthyca|ادھار|পয়সা ধার|ধার (?:দাও|দিন|দেবে)|ਉਧਾਰ",
    medicines_or_supplies_for_sale_or_loan=rf"(?<!are )(?<!they )(?<!boots )\b(?:selling|flogging)\b (?:{_SOME}){_SUPPLY}"
    rf"|\b(?:i|to|i'?ll|can|i'?m|anyone|you|u) (?:sell|flog) (?:{_YOU} |me |us )?{_SOME}{_SUPPLY}"
    rf"|{_SUPPLY}.{{0,40}}\b(?:for sale|going cheap|going (?:for|spare)|up for grabs|no prescription|off (?:you|u|me)\b|cheap if)"
    rf"|\b(?:for sale|going cheap|going spare)\b.{{0,20}}{_SUPPLY}|{_SUPPLY}.{{0,20}}{_AMOUNT} (?:a|per|each|for) (?:pen|box|pot|pack|one|the lot)"
    rf"|\bi(?:'ll|ll| can| could|'d| will|d)? ?(?:get|sort|sell|do|post|send|give|drop|lend|let|swap) {_YOU} (?:have )?{_SOME}{_SUPPLY}"
    rf"|\b(?:have|got|do|has|did) (?:{_YOU}|any ?one)\b.{{0,20}}\b(?:spare|extra|left ?over)\b {_SOME}{_SUPPLY}"
    rf"|\b{_YOU} got {_SOME}(?:spare|extra) {_SOME}{_SUPPLY}|\bany ?(?:body|one) got (?:any )?spare {_SOME}{_SUPPLY}"
    rf"|\b(?:can|could|may) (?:i|{_YOU}) (?:please )?(?:have|borrow|buy|lend|nick|post|give|sell|spare|sub)(?: me| us)? {_SOME}{_SUPPLY}"
    rf"|\b(?:lend|sub|borrow|loan|spot) (?:me|us|{_YOU})?\s?{_SOME}{_SUPPLY}(?! (?:from|off) the)|\bswap {_YOU} {_SOME}{_SUPPLY}"
    rf"|\b{_YOU} (?:can|could) have {_SOME}{_SUPPLY}|\b(?:want|need|fancy|take|have) (?:my|our|mums?|his|her) (?:spare|old|left ?over|extra) {_SOME}{_SUPPLY}"
    rf"|\b(?:{_YOU} (?:want|charge|take|after)|charge) for (?:your |ur )?{_SOME}{_SUPPLY}|{_SUPPLY}.{{0,30}}\bhalf price(?! (?:at|in|from|on))"
    rf"|sprzedam|sprzeda[zż]",
)


def _money(message: str) -> Iterator[str]:
    for name, rule in _MONEY:
        if rule.search(message):
            yield name
