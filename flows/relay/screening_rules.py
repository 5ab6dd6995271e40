"""The wordings `screening` goes by: set phrases first, then dealings between two people.

They read a message as `screening` makes it plain: lower case, what was spelt out put together.
"""

import re
from typing import NamedTuple

TRUSTED_SITE = re.compile(
    r"(?:^|\.)(?:nhs\.uk|nhs\.wales|nhs\.scot|hscni\.net|gov\.uk|diabetes\.org\.uk|"
    r"samaritans\.org)$"
)


def _rules(**patterns: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Name each pattern by what a person is told it found: ``a_link`` becomes "a link"."""
    return tuple((name.replace("_", " "), re.compile(rule)) for name, rule in patterns.items())


# --- How a message is written -------------------------------------------------------------

_PROVIDER = (
    r"(?:g ?mail|googlemail|hotmail|outlook|yahoo|ymail|icloud|bt ?internet|btopenworld|"
    r"proton ?mail"
    r"|proton|aol|msn|virgin ?media|talktalk|tiscali|fastmail|ntlworld|blueyonder|gmx|onet|interia)"
)
_ENDING = r"(?:com|co|org|net|uk|ac|gov|nhs|io|gg|info|wales|scot|pl|pk|in|bd)"
SPOKEN_DOT = re.compile(
    rf"\s*[(\[{{<]?\s*(?<!\w)(?:dot|full ?stop|kropka)(?!\w)\s*[)\]}}>]?\s*(?={_ENDING}\b)"
    r"(?!com (?:boom|bubble|crash|era|days))"
)
SPOKEN_AT = re.compile(
    rf"\s*[(\[{{<]\s*at\s*[)\]}}>]\s*|\s+(?:at|małpa|malpa)\s+(?={_PROVIDER}\.)|\s+ma[łl]pa\s+"
)
LETTER_BY_LETTER = re.compile(r"(?<!\w)(?:[\w@.][ ._-]){3,}[\w@.](?!\w)")


# --- Everything else that reaches a person: email, links, handles, addresses ---------------

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@(?:[\w-]+\.)*([\w-]+(?:\.[\w-]+)+)")
LINK = re.compile(
    r"(?:https?://|www\.)(?:[^\s/@]*@)?([^\s/:?#]+)"
    r"|(?<![\w@.-])((?:[a-z0-9-]+\.)+(?:com|co\.uk|org\.uk|ac\.uk|me\.uk|uk|org|net|io|gg|ly|"
    r"app|info|biz"
    r"|blog|link|online|site|shop|wales|scot|eu|tv|dev|page|club|chat|pl))(?![\w.]*\w)"
    r"|(?<![\w@.-])((?:t|wa|m|fb|bit|youtu|linktr|discord|paypal)\.(?:me|be|ly|ee))/"
)
EMAIL_OR_HANDLE = _rules(
    an_email_address=rf"@\s?(?:{_PROVIDER}|live|sky|me|mail)\b|\b\w+ (?:dot|underscore|dash|"
    rf"hyphen|full stop) "
    rf"\w+ (?:at|@) \w|\w\s+at {_PROVIDER}(?=\s*(?:$|[.,!?;)]|dot|full|and|if|then|x))|\b(?:my|"
    rf"his|her|our|mums?) "
    rf"(?:e-?mail|{_PROVIDER})(?: address)?(?: is|'s|s|:| =) |"
    rf"{_PROVIDER}\b.{{0,30}}(?:usual (?:ending|bit)"
    rf"|name'?s|\b[a-z]+[._][a-z]+\d*|\b[a-z]+\d\w*)|(?:first|last|sur)name dot|@.{{0,20}}\bthen\b",
    a_name_on_another_app=r"(?<![\w.])@(?!home\b|work\b|the\b|lunch|noon\b|my\b|gym\b|hospital|"
    r"school\b|about\b)"
    r"[a-z_][\w.]{2,}|\b\w*[a-z]#\d{4}\b|\b[a-z][a-z0-9]*_[a-z0-9_]+\b|\blive:\w|"
    r"\b(?:user ?name|gamer ?tag|screen ?name|apple id|handle|(?:psn|ps[45]|xbox|steam|switch|"
    r"friend|line|wechat|skype) (?:id|tag|name|code))"
    r"\b.{0,20}(?:\bis\b|:|same|=)",
)
_STREET = (
    r"(?:street|road|rd|lane|avenue|ave|crescent|terrace|mews|grove|gardens|villas|cottages?|"
    r"close|court"
    r"|drive|parade|boulevard|st(?=\s*(?:$|[,.;!?]|in\b|near\b)))"
)
_OPEN_LAND = (
    r"(?:way|place|row|walk|park|hill|view|square|green|rise|meadows?|orchard|fields?|house|"
    r"croft|mount)"
)
_NO_STREET = (
    r"(?!(?:min|mins|minutes?|hours?|hrs?|miles?|k|km|days?|weeks?|months?|years?|units?|times|"
    r"steps|bus"
    r"|am|pm|of|a|an|the|in|on|at|to|by|from|per|way|stops?|goes|down|up|and|or|was|is|more|"
    r"past|people"
    r"|stone|mg|grams?|x|different|other|long|metres?|yards?|feet)\b)"
)
_POSTCODE = r"[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}"
_HOME = (
    r"\b(?:my (?:house|address|place|flat|door)|i live|i'?m (?:at|on)|we live|we'?re at|"
    r"come (?:to|round|over|by)"
    r"|pop (?:round|over|in|by)|(?:post|send|deliver|drop|bring) (?:it|them|that|this|your|"
    r"some)?|round to mine"
    r"|visit me|find me at|address is|drop in)"
)
ADDRESS = _rules(
    a_street_address=rf"\b(?:flat |no\.? ?|number |"
    rf"at )?\d{{1,4}}[a-d]?,? (?:{_NO_STREET}[a-z'-]+,? ){{1,3}}{_STREET}\b"
    rf"|\bflat \d+[a-z]?\b,? \d|(?:(?:{_HOME}).{{0,40}}|"
    rf"\bnumber )\b\d{{1,4}}[a-d]?,? (?:{_NO_STREET}[a-z'-]+ ){{1,3}}{_OPEN_LAND}\b"
    rf"|(?:{_HOME}).{{0,60}}\b(?:{_NO_STREET}[a-z'-]+) {_STREET}\b|"
    rf"\b[a-z'-]+ {_STREET}\b.{{0,30}}\bnumber \d"
    rf"|\b(?:(?:number|flat|no\.?|house) )?\d{{1,4}}[a-d]?,? {_POSTCODE}\b|"
    rf"{_POSTCODE}\b.{{0,15}}\b(?:number|flat|no|house) \d"
    rf"|\bwhat ?3 ?words\b|\bw3w\b|///\s?[a-z]+\.[a-z]+\.[a-z]+"
    rf"|(?:{_HOME}|{_STREET}).{{0,60}}\b{_POSTCODE}\b|\bthe (?:old )?[a-z]+, [a-z' -]+ {_STREET}\b",
)


# --- Asking for, or offering, a way to talk elsewhere -------------------------------------

_APP = (
    r"(?:wh?[ao]t'?s?[ -]?'?s?[ -]?ap+s?\w{0,2}|facebook|fbook|fb|insta(?:gram)?|snap ?chat|"
    r"telegram|messenger|skype"
    r"|discord|tik ?tok|twitter|linked ?in|face ?time|imessage|viber|we ?chat|hangouts|"
    r"google meet|zoom"
    r"|teams|kik|blue ?sky|mastodon|twitch|psn|xbox|signal|snap|insta|ig|wa|imo|be ?real|reddit|"
    r"mumsnet|strava|next ?door|vinted)"
)
_YOU = r"(?:you|u|ya|yous|youse|yas)"
_YOUR = r"(?:your|ur|yer|ya|yr|yor|youre|you're)"
_KIND = (
    r"(?:phone|mobile|mobi?|moby|cell|tel|telephone|home|house|landline|contact|direct|personal|"
    r"private"
    r"|proper|real|own|other|best|e-?mail|whatsapp)"
)
_DETAILS = (
    rf"(?:(?:{_KIND} )+(?:numbers?|no|num|nos|address(?:es)?|details|info)|number|num|digits|"
    rf"e-?mails?"
    r"|contacts?|address|socials|insta|snap|handle|user ?name|facebook|fb|whatsapp)\b"
    r"(?! (?:one\b|plates?|this|today|now|before|after|like|when|been|tonight|then|usually|"
    r"doing|of\b|for\b|was\b))"
)
_TOGETHER_ELSEWHERE = (
    r"(?:let'?s|lets|shall we|can we|could we|we (?:could|can|should|might)|why don'?t we|wanna|"
    r"want to"
    rf"|fancy|prefer|rather|easier|happy to|can {_YOU}|could {_YOU}|would {_YOU}|will {_YOU}|"
    rf"what about|how about"
    r"|i can|i could|come|better)"
)
ASKS = _rules(
    asks_to_move_to_another_app=rf"\b(?:add|find|follow|dm|pm|message|msg|inbox|text|call|ring|"
    rf"buzz|contact|reach|get"
    rf"|catch|friend|ping|video) (?:me|us|you|u)\b.{{0,30}}\b{_APP}\b"
    rf"|\b{_TOGETHER_ELSEWHERE}\b.{{0,40}}\b(?:on|to|over|via|onto|by|use|using|do|swap|"
    rf"try) (?:the |my |your |ur )?{_APP}\b"
    rf"|\b(?:move|switch|swap|hop|jump|carry (?:this |it )?on|continue|take (?:this|it)|"
    rf"bring (?:this|it))\b.{{0,25}}"
    rf"\b(?:on|to|onto|via|over)\b.{{0,6}}\b{_APP}\b"
    rf"|\b{_YOU}(?: also| at all| still| even| guys)? (?:on|got|use|using|have|do|got a|have a|"
    rf"got any)(?: a| an| the)? {_APP}\b"
    rf"|\bmy (?!signal)(?:\w+ )?{_APP}(?: (?:name|handle|id|user ?name|tag|account|profile|page|"
    rf"group|link))?(?:\s*(?:is|'s|(?<!wa)s|=|:)\s|\s*$|,)"
    rf"|\b{_APP}\s*(?:me\b|us\b|[:=]\s*\S|(?:handle|name|id|user ?name|tag)\b|is @|under\b)"
    rf"|\b(?:i'?m|i am|it'?s|name'?s|under|as|i go by) (?!always|never|not|hardly|only|still|"
    rf"just|stuck|too|back|all|in\b|a\b"
    rf"|rubbish|useless|on\b|\w+ing\b|\w+ed\b|so\b|no\b)[\w.-]+(?: [\w.-]+){{0,2}} (?:on|"
    rf"over on) {_APP}\b"
    rf"|\b{_APP}(?: is| would be| might be|'s| be| works)? (?:easier|better|quicker|simpler|"
    rf"instead|works)"
    rf"|^\W*(?:\w+\W+){{0,2}}{_APP}\s*\?|\b{_APP}\b.{{0,60}}\b(?:i'?m the one|you'?ll find me|"
    rf"that'?s me|on there)\b"
    rf"|\bi (?:use|prefer|have|am on|'?m on)\b.{{0,15}}\b{_APP}\b.{{0,60}}\b(?:shall|can|could|"
    rf"want|lets|if)\b"
    rf"|\b{_APP}\b.{{0,25}}\b(?:give {_YOU} mine|add me|find me|message me|if {_YOU} (?:want|"
    rf"fancy|like|prefer))"
    r"|\b(?:google|search(?: for)?|look(?: me)? up)\b.{0,60}\b(?:that'?s me|find me|look me up)",
    asks_to_talk_elsewhere=r"\b(?:off|outside(?: of)?|away from) (?:here|(?:this|the) (?:app|"
    r"line|service|thing|chat|system|bot"
    r"|platform|number)|this(?=\s*(?:[?.!,]|$)))|\b(?:somewhere|anywhere) (?:else|more private|"
    r"private)\b(?=.{0,60}\b(?:chat|talk|message|text))"
    r"|\b(?:talk|chat|speak|message|text|meet)\b.{0,25}\b(?:somewhere (?:else|more private|"
    r"private)|elsewhere|privately|phone to phone)"
    r"|\b(?:another|different|other) app\b.{0,30}(?:\?|we\b|us\b)|phone to phone"
    rf"|\b(?:message|text|ring|call|contact|speak to|talk to|e-?mail|reach|"
    rf"get) {_YOU} (?:direct|directly|privately)\b"
    r"|\b(?:no need to tell|without telling|don'?t tell) (?:the )?(?:scheme|office|team|service|"
    r"coordinators?|line)\b"
    r"|without (?:them|anyone|the team|the coordinators?|it going through)\b.{0,20}(?:seeing|"
    r"reading|knowing|them|the)"
    rf"|(?:^|[.!?,;]\s*|\b(?:can|could|will|would) {_YOU} |\bplease |\bplz |\bpls |"
    rf"\bor )(?:just )?(?:ring|phone|bell|e-?mail|skype|facetime|video call) me\b"
    r"(?! back| in (?:a|an|half|five|ten|\d))"
    rf"|\b(?:can|could|may|shall|should) i (?:just )?(?:ring|phone|facetime|video call|e-?mail|"
    rf"bell|whatsapp) {_YOU}\b|\blet me (?:ring|call|phone) {_YOU}\b|"
    r"\bcall me (?:later|tonight|tomorrow)\b|\bmy (?:own|real|personal) (?:phone|number)\b"
    rf"|\b(?:can|could) i (?:call|text) {_YOU}(?: (?:later|sometime|tonight|tomorrow|instead|"
    rf"on\b|direct|at\b|any ?time)|\s*\?|\s*$)"
    rf"|\b(?:do|give) (?:me|us|{_YOU}) an? (?:ring|bell|buzz|tinkle|missed call)|drop me (?:a line|"
    rf"an e-?mail)"
    r"|\bcome (?:to|round to|over to) (?:mine|my (?:house|place|flat))\b"
    r"|zadzwo[nń] do mnie|napisz (?:do mnie )?na \w+app",
    asks_for_contact_details=rf"\b(?:what(?:'s|s| is| was)?|wots?|"
    rf"wat'?s?) (?:is )?(?:the best )?{_YOUR} (?:best )?{_DETAILS}"
    rf"|\bwhat'?s? (?:is )?(?:the|a) best (?:number|e-?mail|way) (?:to|for) (?:reach|get|ring|"
    rf"call|contact|text)"
    rf"|\b(?:give|gimme|giz|gis|gies|giv|send|pass|slip|dm|drop|tell|leave|share|have|get|got|"
    rf"grab|take|need|want|after|for|lemme)"
    rf" (?:me |us |over |wi |with )*{_YOUR} {_DETAILS}"
    rf"|\b(?:give|gimme|giz|gis|giv|send|pass|slip) (?:me |us )?{_YOUR} (?:mobile|phone|mob)\b"
    r"|\b(?:swap|exchange|trade) (?:phone |mobile )?(?:numbers|nums|e-?mails|details|contacts|"
    r"snaps|socials|contact details|digits|addresses)"
    rf"|\b(?:have {_YOU}|{_YOU}(?:'ve)?|do {_YOU})(?: got| have)? (?:an?|another|"
    rf"any) (?:other )?{_DETAILS}(?! (?:for|of|from|to)\b)"
    rf"|\b(?:number|e-?mail|way|anywhere|somewhere|address)\b.{{0,12}} (?:i|we) (?:can|"
    rf"could) (?:get|reach|ring|call|text|contact|message|find|catch|"
    rf"write to) (?:hold of )?{_YOU}\b"
    rf"|\bcan i (?:have|get|take|grab) {_YOUR} (?:number|e-?mail|mobile|address|details)"
    rf"|\bwhere (?:exactly )?do {_YOU} live(?: exactly| so| i'?ll)|where do {_YOU} live exactly|"
    rf"\bwhere exactly do {_YOU} live\b|"
    rf"what (?:street|road|number house) (?:do|are) {_YOU}"
    r"|(?:tw[oó]j|sw[oó]j|podaj|jaki masz) (?:\w+ )?(?:numer|nr|e-?mail|adres)|\b(?:apna|aapka|"
    r"ap ka|tuhada|tera|apnar|tomar)"
    r" (?:\w+ )?(?:number|nambar|email|address)|number (?:bhej|bhejo|de ?do|dedo|dao|din|deo)\b|"
    r"\b(?:dy|eich) (?:r?h?if|e-?bost|cyfeiriad)"
    r"|(?:آپ کا|اپنا) (?:\w+ )?(?:نمبر|ای میل)|(?:আপনার|তোমার) (?:\w+ )?(?:নম্বর|নাম্বার)|"
    r"(?:ਤੁਹਾਡਾ|ਆਪਣਾ) (?:\w+ )?ਨੰਬਰ",
    offers_contact_details=rf"\b(?:i'?ll|i will|i can|i could|let me|lemme|want me to|shall i|"
    rf"should i|happy to|here'?s|this is|{_YOU} can"
    rf"|sending(?: {_YOU})?|send {_YOU}|gonna|going to|save|wrote|put)\b(?: (?:give|text|send|"
    rf"pass|drop|tell|share|leave|dm|have|put|slip|email))?"
    rf"(?: {_YOU})?(?: over)?(?: a (?:pic|picture|photo|card) (?:of|with))? (?:my|"
    rf"our) (?:(?:{_KIND} )+(?:number|no|address|details)|number|digits|e-?mail|address|card|"
    rf"insta|whatsapp|contact)\b"
    r"(?! (?:one\b|plate|this|today|was|before|after|for\b|to the|against))"
    r"|\b(?:my|the) (?:phone )?(?:number|e-?mail|address)(?:'s| is|s)? (?:written|in the (?:pic|"
    r"photo)|on (?:the|my|a) (?:card|pic|photo|profile|flyer|van|leaflet))"
    r"|\bmy number(?:'s| is)? on (?:it|there)\b|\bcard with my (?:number|details|e-?mail)",
)
DECLINES = re.compile(
    r"\b(?:not allowed|not meant|not supposed|can'?t|cannot|won'?t|mustn'?t|shouldn'?t|don'?t|"
    r"never|not going to"
    r"|against the rules|no need to|rather not|rules? (?:say|is|are)|supposed to|deleted|"
    r"came off|gave up|hate)\b"
    r"(?:(?!\bbut\b)[^,.;?!]){0,40}$"
)


# --- Money, medicines and supplies --------------------------------------------------------

_AMOUNT = (
    r"(?:£\s?\d[\d,.]*|\d{1,6}\s?(?:quid|pounds?|euros?|zł|rupees|taka)\b|\b(?:an? )?(?:fiver|"
    r"tenner|grand)\b|"
    r"\b(?:one|two|three|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|few|couple of|"
    r"some|odd) ?(?:quid|pounds?|bob)\b"
    r"|\b(?:money|cash|dosh|funds|wonga)\b)"
)
_SUPPLY = (
    r"(?:insulin|novo ?rapid|humalog|lantus|levemir|tresiba|toujeo|fiasp|abasaglar|lyumjev|"
    r"novomix|metformin|gliclazide"
    r"|ozempic|wegovy|mounjaro|saxenda|trulicity|jardiance|forxiga|dapagliflozin|(?:slimming|"
    r"skinny|weight ?loss|fat) "
    r"(?:jabs?|pens?|injections?)|(?:test(?:ing)? |ketone |glucose |blood )*strips?|sensors?|"
    r"libres?|dexcoms?|needles|lancets?"
    r"|(?:\w{1,12} )?pens?|cartridges?|omnipods?|pods|pumps?|meters?|readers?|transmitters?|jabs|"
    r"tablets|tabs|pills|meds|medication"
    r"|glucagon)\b"
)
_SOME = (
    r"(?:(?:some|a|an|any|my|your|ur|one|two|three|\d+|x|few|couple|of|spare|box(?:es)?|packs?|"
    r"old|extra|left ?over|free|cheap|the|these"
    r"|those|more|unopened|new|sealed|unused|bit|half|with|both|all|lot|pot|months?'?s?|worth|"
    r"mum'?s|dad'?s|his|her) )*"
)
_APP_FORMONEY = r"(?:pay ?pal|cash ?app|venmo|revolut|monzo|starling|western union|moneygram)"
MONEY = _rules(
    asks_for_or_offers_money=rf"\b(?:lend|loan|sub|spot|bung|front|borrow|wire|transfer|send|"
    rf"give|giz|gis|ping|slip|pay|drop) (?:me|us|him|her|{_YOU})\b"
    rf"[^.?!]{{0,20}}{_AMOUNT}|\b(?:lend|loan|sub|bung) (?:me|us)\b[^.?!]{{0,40}}\b(?:till|"
    rf"until|pay ?day)\b"
    rf"|\b(?:can|could|may|let me|chance|need to|wanna|want to|ok to|if i|"
    rf"hoping to) (?:i )?(?:of )?(?:borrow|borrowing|borow)\b[^.?!]{{0,30}}(?:{_AMOUNT}|\d)"
    r"|\b(?:chance of|need|want|do with|ask for|give me|get|after|for) (?:a|an) (?:small |"
    r"quick |wee |little |cheeky )?(?:loan|sub|lend)\b"
    r"|\b(?:short|skint|brassic|broke|potless|struggling)\b.{0,40}\b(?:sub|lend|help (?:me|"
    r"us) out|spare|any chance|borrow|loan)\b"
    rf"|\b{_YOU}(?:'ve)? (?:still )?owes? (?:me|us)\b|\bi (?:still )?owe {_YOU} (?:{_AMOUNT}|"
    rf"for|the|that)"
    rf"|\bpa(?:y|ying|id|yin) (?:me|us|{_YOU}|it|her|him) back\b|\b(?:back to|see) {_YOU} right\b"
    rf"|(?<![\w$])\$[a-z]\w{{2,}}|\b(?:paypal|monzo|revolut|cash|gofund|venmo)\.(?:me|app|com)/"
    rf"|\b{_APP_FORMONEY} (?:me|us|you|u|it|them)\b|(?<!paid )(?<!paid by )\b(?:my|ur|your|via|"
    rf"got|have|take|accept|or|on) {_APP_FORMONEY}\b|{_APP_FORMONEY} or\b"
    rf"|\bsort ?code\b|\baccount (?:number|no)\b|\bbank (?:transfer|details)\b|go ?fund ?me|"
    rf"just ?giving|crowd ?fund"
    rf"|\b(?:buy|send|get) (?:me|us) .{{0,15}}\b(?:gift ?cards?|vouchers?)|\bchip in\b|"
    rf"\bsponsor me\b|\bspare (?:me |us )?(?:any )?(?:change|cash|money|{_AMOUNT})"
    rf"|\bhelp (?:me|us)(?: out)? with (?:the |my |some )?(?:rent|electric|gas|bills?|shopping|"
    rf"money|cash|deposit|fare)"
    rf"|\b(?:buy|purchase)\b[^.?!]{{0,40}}\b(?:off|from) (?:me|us|{_YOU})\b|\btop up my\b|"
    rf"\bpay {_YOU} (?:for|to|{_AMOUNT})"
    rf"|\binvest (?:with|in)\b.{{0,30}}\b(?:me|with|crypto|bitcoin)|\b(?:crypto|bitcoin|"
    rf"forex)\b.{{0,30}}\b(?:me|you|your)\b|double your money|"
    rf"\bwe double it\b|\bi charge {_AMOUNT}"
    rf"|\b(?:i'?d|i'?ll|i can|i could|happy to|let me) (?:give|pay|send|lend|sub|"
    rf"transfer) {_YOU} .{{0,15}}{_AMOUNT}"
    r"|po[zż]ycz\w*|\budh?aa?r\b|\b(?:paise|paisa|taka) (?:bhej|de|dao|chahiye|pathao|lagbe)|"
    r"fenthyg (?:arian|£)|fenthyca|ادھار|পয়সা ধার|ধার (?:দাও|দিন|দেবে)|ਉਧਾਰ",
    medicines_or_supplies_for_sale_or_loan=rf"(?<!are )(?<!they )(?<!boots )\b(?:selling|"
    rf"flogging)\b (?:{_SOME}){_SUPPLY}"
    rf"|\b(?:i|to|i'?ll|can|i'?m|anyone|you|u) (?:sell|flog) (?:{_YOU} |me |us )?{_SOME}{_SUPPLY}"
    rf"|{_SUPPLY}.{{0,40}}\b(?:for sale|going cheap|going (?:for|spare)|up for grabs|"
    rf"no prescription|off (?:you|u|me)\b|cheap if)"
    rf"|\b(?:for sale|going cheap|going spare)\b.{{0,20}}{_SUPPLY}|"
    rf"{_SUPPLY}.{{0,40}}{_AMOUNT} (?:each|(?:a|per|each|for) (?:pen|box|pot|pack|one|the lot))"
    rf"|{_AMOUNT} (?:a|per|for) .{{0,20}}{_SUPPLY}.{{0,20}}\b(?:if {_YOU}|{_YOU} don'?t use|want)"
    rf"|\bi(?:'ll|ll| can| could|'d| will|d)? ?(?:get|sort|sell|do|post|send|give|drop|lend|let|"
    rf"swap) {_YOU} (?:have )?{_SOME}{_SUPPLY}"
    rf"|\b(?:have|got|do|has|did) (?:{_YOU}|any ?one)\b"
    rf"(?: (?!keep|carry|take|pack|bring)\w+){{0,4}} (?:spare|extra|left ?over)\b {_SOME}{_SUPPLY}"
    rf"|\b{_YOU} got {_SOME}(?:spare|extra) {_SOME}{_SUPPLY}|\bany ?(?:body|"
    rf"one) got (?:any )?spare {_SOME}{_SUPPLY}"
    rf"|\b(?:can|could|may) (?:i|{_YOU}) (?:please )?(?:have|borrow|buy|lend|nick|post|give|"
    rf"sell|spare|sub)(?: me| us)? {_SOME}{_SUPPLY}"
    rf"|\b(?:lend|sub|borrow|loan|spot) (?:me|us|{_YOU})?\s?{_SOME}{_SUPPLY}(?! (?:from|"
    rf"off) the)|\bswap {_YOU} {_SOME}{_SUPPLY}"
    rf"|\b{_YOU} (?:can|could) have {_SOME}{_SUPPLY}|\b(?:want|need|fancy|take|have) (?:my|our|"
    rf"mums?|his|her) (?:spare|old|left ?over|extra) {_SOME}{_SUPPLY}"
    rf"|\b(?:{_YOU} (?:want|charge|take|after)|charge) for (?:your |ur )?{_SOME}{_SUPPLY}|"
    rf"{_SUPPLY}.{{0,30}}\bhalf price(?! (?:at|in|from|on))"
    rf"|sprzedam|sprzeda[zż]",
)


# --- Dealings: a subject, and two people doing something about it ---
# The rules above know set phrases. These know only that a subject is met by a dealing, and yield
# when something marks ordinary talk of it: someone else's app, the clinic's number, a shop's price.


class Dealing(NamedTuple):
    """What is found when every pattern of `met` is there and `ordinary` is not."""

    why: str
    met: tuple[re.Pattern[str], ...]
    ordinary: re.Pattern[str]


def _dealing(why: str, *met: str, ordinary: str) -> Dealing:
    return Dealing(why, tuple(re.compile(rule) for rule in met), re.compile(ordinary))


_EACH_OTHER = (
    r"\b(?:you|u|ya|yous|youse|your|ur|yer|yours|we|us|let'?s|my|mine|me|shall|i can|i'?ll)\b"
)
_OTHERS = (
    r"\b(?:clinic|nurse|surgery|hospital|doctor|gp|pharmac\w+|chemist|helpline|diabetes uk|nhs|"
    r"consultant|dietitian|podiatrist"
    r"|ambulance|council|bank|office|111|999|daughter|son|sister|brother|kids|wife|husband|"
    r"grand\w+|niece|nephew|everyone|people"
    r"|teacher|boss|work|rep|supplier|company)\b"
)
_REFUSED = (
    r"\b(?:can'?t|cannot|not allowed|not meant|not supposed|rules?|don'?t (?:do|use|have|share|"
    r"give|send)|never (?:do|use|used|had|give)|won'?t"
    r"|no i|not on|isn'?t allowed|mustn'?t|shouldn'?t|best not|stay on here|only (?:texts|"
    r"on here)|on here)\b(?!.{0,60}\bbut (?:what|can|could|here|i'?ll|my|give|have|do)\b)"
)
_TALKED_ABOUT = (
    r"\b(?:saw|see it|seen|watch\w*|read|recipes?|posts?|posted|deleted|came off|hate\w*|"
    r"scam\w*|hack\w*|lockdown|full of|always|useless"
    r"|adverts?|glued|appointments?|meetings?|pretending|lost|died|bill|street group|training|"
    r"broke|new phone|miracle|photos of)\b"
)
_SHOPS = (
    r"\b(?:asda|aldi|lidl|tesco|boots|morrisons|sainsbury\w*|amazon|ebay|online|shops?|market|"
    r"poundland|home bargains|cafe|sale|charity|nhs"
    r"|prescriptions?|believe|cost|costs|spent|paid|gone up|robbery|lottery|insurance|refund|"
    r"pip|claim|worth|lighter|lost|weighed|put on|stone"
    r"|haircut|train|parking|worries|tight|well spent)\b"
)
_CARE = (
    r"\b(?:carry|carries|keep|pack(?:ed)?|always|nurse|clinic|hospital|surgery|boots|amazon|chemist|"
    r"pharmac\w+|supplier|prescriptions?|nhs|rep|they|she|he"
    r"|bought|news|leaked|fridge|holiday|saved|every|each time|sites?|sides?|doctor|gp|dsn|"
    r"consultant|insurance|how do you|do you take|units?)\b"
)
_OWN_APP = (
    r"(?:whatsapp\w{0,2}|whats ?app|facebook|fb|insta(?:gram)?|ig|snapchat|telegram|messenger|"
    r"skype|discord|tik ?tok|twitter|linked ?in"
    r"|face ?time|viber|zoom|hangouts|teams invite)"
)

ELSEWHERE = (
    _dealing(
        "asks to move to another app",
        rf"\b{_OWN_APP}\b",
        _EACH_OTHER,
        ordinary=f"{_TALKED_ABOUT}|{_OTHERS}|{_REFUSED}",
    ),
    _dealing(
        "asks to move to another app",
        r"(?<!\d)(?<!\d )\b(?:dms?|pm (?:me|you)|inbox (?:me|you)|friend request|socials|"
        r"follow me|add me(?! a| an| to the)|subscribe to|my (?:channel|page|profile|website|"
        r"blog|bio"
        r"|site|shop)\b|link in my|click the link|links? to my|find me (?:on|at|under)|(?:got|"
        r"have|on) (?:any )?(?:insta|snap|ig|fb|apps?)\b(?= hun| pal| mate|\s*\?|\s*$| to chat)|"
        r"apps? (?:do|are) (?:you|u)"
        r"|your @|called on (?:there|facebook|insta)|i go by)\b",
        ordinary=f"{_REFUSED}|\\b(?:carbs?|counting|log|readings?)\\b",
    ),
    _dealing(
        "asks to talk elsewhere",
        r"\b(?:over|on) the phone\b|\b(?:phone|video|proper) (?:call|chat)\b|\b(?:ring|call|"
        r"phone) (?:you|u)\b|\bproper chat\b",
        r"\b(?:fancy|up for|shall|would you|would u|let'?s|can i|could i|may i|rather|want me|"
        r"i'?ll|happy to|maybe|one day|easier|we)\b",
        ordinary=f"{_OTHERS}|{_REFUSED}|\\bcall you (?:mr|mrs|pet|love|jim|by)|appointment",
    ),
    _dealing(
        "asks to talk elsewhere",
        r"\b(?:direct(?!ion| debit|ly (?:after|before|to bed))|offline|middle ?man|"
        r"in the middle|text normal(?:ly)?|normal(?:ly)? texts?|texted each other|dont tell|"
        r"don'?t tell|between (?:you and me|ourselves))\b",
        r"\b(?:we|us|let'?s|shall|you|u|each other|sooner|rather)\b",
        r"\b(?:go|text\w*|talk|speak|chat|message|take|cut|heres|here'?s|contact)\b",
        ordinary=f"{_OTHERS}|night|sleep",
    ),
    _dealing(
        "asks for contact details",
        r"\b(?:get|getting|got) (?:a )?hold of (?:you|u)\b|\breach (?:you|u)\b|\bsend number\b|"
        r"^\W*(?:phone |mobile )?number\W*\?|\b(?:want|take|have|jot|save|write|note|memorise|"
        r"got) (?:down )?(?:my|your|ur) (?:phone |mobile )?(?:number|mobile|details|digits|no)\b"
        r"|\bwhats? (?:your|ur|yer) (?:mob|mobile|phone|cell|no|@|ig|insta|snap|surname so)\b|"
        r"\b(?:give|send|text|pass|show|tell) (?:you|u|me|us) (?:mine|yours)\b|"
        r"\bpass me yours\b|"
        r"\b(?:have (?:you|u) got|do (?:you|u) have|(?:give|send) me|got) an? "
        r"(?:landline|mobile|(?:contact|phone|mobile) number)\b|\b(?:what'?s|whats) (?:ur|"
        r"your) mob\b",
        ordinary=f"{_OTHERS}|{_REFUSED}|\\b(?:recipe|reading|today|this morning|hba1c)\\b",
    ),
    _dealing(
        "asks for contact details",
        r"\be-?mails?\b",
        r"\b(?:you|u|your|ur|works? best|for me|best)\b",
        ordinary=f"{_OTHERS}|{_REFUSED}|\\b(?:emailed|from|junk|did you get)\\b",
    ),
    _dealing(
        "offers contact details",
        r"\b(?:my|the wife'?s|her|his) (?:phone |mobile |home )?(?:number|mobile|mob|digits|"
        r"details|address|email)\b.{0,30}\b(?:is|are|in|on|at|below|begins?|ends?|starts?|"
        r"off)\b|\bheres? my (?:mobile|number|email|address)"
        r"|\bwhisper my\b|\bwrite my (?:number|email|address)|\bgive (?:you|u) my|"
        r"\bphone book\b|\b(?:have|has|get|got) my number\b|\bask for me at\b|"
        r"\bhow to reach me\b|\b(?:number|digits) below\b|\barea code\b"
        r"|\b(?:number|digits)\b.{0,30}\b(?:ends?|begins?|starts?|last (?:three|four|six)|"
        r"backwards)\b|\blast (?:three|four|six|\d) digits\b|\bjust ring (?:me|us)\b",
        ordinary=f"{_OTHERS}|{_REFUSED}|\\b(?:today|reading|readings|fear|junk|full|changed|"
        f"never remember|hba1c|carbs|was|hate|been|ancient|library|old|slow|charging|serial)\\b|"
        f"\\d\\.\\d",
    ),
    _dealing(
        "a street address",
        r"\b(?:street|road|lane|close|avenue|terrace|drive|way|crescent|park|house|mine|yours)\b",
        r"\b(?:come (?:round|to|over)|pop round|we'?re (?:at|above|on|opposite|behind)|we live|"
        r"i live|at mine|third house|(?:first|second|end|last) (?:house|terrace)|"
        r"next to the|letter ?box|opposite the|what part of|caravan \d|which (?:street|house|"
        r"road)|room \d+ \w+ house"
        r"|number \d+|on the corner|the address|door number|your postcode|"
        r"house number)\b",
        r"\b(?:i|i'?m|im|we|we'?re|my|mine|me|you|your|on|come|third)\b",
        ordinary=f"{_OTHERS}|{_REFUSED}|\\b(?:bus|group|hall|library|church hall|cafe|roadworks|"
        f"menu|walk\\w*|shut|was|town or country|near a|near the)\\b",
    ),
    _dealing(
        "asks for contact details",
        r"\b(?:which|what) (?:street|house|road)\b|\b(?:house|door) number\b|"
        r"\bwhere ?abouts do (?:you|u) live exactly\b|\bcome (?:round|over|to) (?:to )?(?:yours|"
        r"mine)\b",
        ordinary=_OTHERS,
    ),
    _dealing(
        "an email address",
        rf"\b{_PROVIDER}\b|\bgoogle (?:mail|one)\b|\bmail\.\b",
        r"\b(?:my|its|it'?s|ends?|begins?|at|then|name'?s?|word)\b|,",
        ordinary=r"\b(?:training|work(?:s|ed)? at|hacked|password|down|class|course|full|junk|"
        r"spam)\b",
    ),
)

_CASH = (
    r"(?:£\s?\d|\bquid\b|\btenners?\b|\bfivers?\b|\bpounds?\b|\bmoney\b|\bcash\b|\bbob\b|"
    r"\bscore\b|\bloan\b|\bbank card\b|\bbus fare\b|\bpetrol\b|\btaxi\b|\bmy (?:rent|electric|"
    r"gas|bills?)\b"
    r"|\bthe (?:rent|electric|gas)\b|\belectric key\b|\bgas bill\b|\b(?:lend|"
    r"borrow)\b.{0,12}\d\d|\b(?:lend|borrow) (?:twenty|ten|thirty|forty|fifty)\b|"
    r"\bmy prescription\b|\bmy shopping\b)"
)
DEALINGS_INMONEY = (
    _dealing(
        "asks for or offers money",
        _CASH,
        r"\b(?:can|could|would|will|any chance|chance of|need|please|gis|giz|gi'?s|bung|lend|"
        r"borrow|shout|cover|sub|help|short of|behind on|owe|owes|spare|heres|here'?s|where'?s|"
        r"wheres|have my|give|get me|see your way|i'?ll pay|do with)\b",
        r"\b(?:you|u|ya|me|us|anyone|any|i'?m|im|your|my|lend|borrow)\b",
        ordinary=f"{_SHOPS}|{_OTHERS}|\\b(?:bet|wasn'?t|weren'?t|was|were|had to|free)\\b",
    ),
    _dealing(
        "asks for or offers money",
        r"\b(?:whats|what'?s) (?:your|ur) (?:pin|account|sort)\b|\b(?:itunes|steam|amazon|"
        r"google|gift) (?:gift )?(?:cards?|vouchers?)\b|\bwestern union\b|\bdonat(?:e|"
        r"ions?)\b.{0,20}\b(?:my|welcome|to)\b|\bfund (?:my|me)\b|\bfundrais\w+ (?:for )?(?:my|"
        r"me)\b|\bpump fund\b"
        r"|\bbuy my\b|\bearn (?:extra )?(?:cash|money)\b|\bbusiness opportunity\b|"
        r"\bdoubled? (?:my|your) money\b|\bget \d+ back\b|\bshares? you should\b|\bbuy crypto\b|"
        r"\bi sell (?:supplements|shakes|oils)\b|\bselling (?:shakes|supplements)\b|"
        r"\bput some (?:money )?in\b"
        r"|\b(?:do you|you) charge\b|\bi'?ll pay (?:for your|you|after)\b|\bill pay\b|"
        r"\bpaying for my\b|\bcover my\b|\bhelp me out (?:till|until|this)\b|\btransfer it\b|"
        r"\bfor your trouble\b|\bget me some shopping\b|\bquid would\b|\bmy money back\b|"
        r"\bsquare up\b|\banyone spare\b|\bshout me\b|\blend \d+",
        ordinary=f"{_OTHERS}|\\b(?:charge (?:it|your|the|my) (?:phone|pump|meter|battery)|scam)\\b",
    ),
    _dealing(
        "medicines or supplies for sale or loan",
        rf"\b(?:{_SUPPLY}|(?:a|the) (?:vial|jab))|\b(?:slimming|weight loss) pens?\b",
        r"\b(?:sell\w*|for sale|sale|trade|swap|make me an offer|offers|ono|spare|cheap|"
        r"yours for|let (?:you|me) have (?:a|an|any|some|one|two|your|my|it)\b|"
        r"want (?:some|it|them)\b(?=\W*$)|giv(?:e|ing) away|"
        r"(?:post|send) me|collection|use some of yours|how much (?:for|do you want)|"
        r"will pay|cash|"
        r"left loads"
        r"|any .{0,20}going|you do(?:n'?t| not) need|if you want (?:it|them|some)|a pen|the lot|"
        r"without a (?:script|prescription)|without a script|get hold of|someone who sells|"
        r"from abroad|i ran out|buy (?:a|your|some|us|me)|sort you out|going spare|square up|"
        r"offer)\b",
        r"\b(?:i|i'?ve|i'?m|im|ive|i'?d|id|ill|i'?ll|you|u|me|us|my|your|anyone|yours|offers?|"
        r"ono|wanted|here|will|any|pens of)\b",
        ordinary=_CARE,
    ),
)
