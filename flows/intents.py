"""What someone wants when they write to the line outside any conversation.

Rules are tried in order and the first that fits wins; the order settles what a message means when
two fit ("stop the check-ins" is about check-ins, "delete my number and stop texting" is about
texts). Each rule asks for the act and its object together, because the words alone are everywhere
in ordinary talk: bus stops, weekends, football matches, being helped with the shopping.
"""

import re
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA


class Intent(StrEnum):
    """What the person wants of the line."""

    STOP = "stop"
    HELP = "help"
    MENTOR = "mentor"
    SERVICES = "services"
    TALK_NOW = "talk_now"
    CHECKIN_CHANGE = "checkin_change"
    END_MATCH = "end_match"
    VOLUNTEER = "volunteer"
    MY_DATA = "my_data"
    COMPLAINT = "complaint"
    GREETING_OR_OTHER = "greeting_or_other"


_READ = 600  # characters: what is wanted is said in the first few lines

_SPELT_OUT = {
    "u": "you", "ur": "your", "yr": "your", "ya": "you", "yous": "you", "r": "are", "pls": "please",
    "plz": "please", "plse": "please", "msg": "message", "msgs": "messages", "msging": "messaging",
    "msgin": "messaging", "mssg": "message", "txt": "text", "txts": "texts", "txting": "texting",
    "txtin": "texting", "textin": "texting", "wot": "what", "wat": "what", "wots": "whats",
    "wats": "whats", "any1": "anyone", "some1": "someone", "sum1": "someone", "sumone": "someone",
    "smbdy": "somebody", "no1": "nobody", "2": "to", "4": "for", "w": "with", "wiv": "with",
    "n": "and", "b4": "before", "2day": "today", "2nite": "tonight", "tonite": "tonight",
    "tmrw": "tomorrow", "tomoz": "tomorrow", "cud": "could", "wud": "would", "shud": "should",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "gimme": "give me", "cos": "because",
    "abt": "about", "thx": "thanks", "grp": "group", "grps": "groups", "info": "information",
    "appt": "appointment", "wk": "week", "wks": "weeks", "convo": "conversation", "ths": "this",
    "fone": "phone", "ppl": "people", "hav": "have", "dnt": "dont", "d": "the", "da": "the",
    "checkin": "check in", "checkins": "check ins", "nite": "night", "ive": "i have",
    "id": "i would", "im": "i am", "ill": "i will", "cant": "can not", "dont": "do not",
    "isnt": "is not", "arent": "are not", "wont": "will not", "doesnt": "does not", "didnt": "did not",
    "wasnt": "was not", "havent": "have not", "whats": "what is", "whos": "who is", "wheres": "where is",
    "hows": "how is", "its": "it is", "hes": "he is", "shes": "she is", "theyre": "they are",
    "youre": "you are", "weve": "we have", "youve": "you have", "lets": "let us",
    "thats": "that is", "theres": "there is",
}  # fmt: skip

# Words the rules turn on, which a slip of the thumb must not hide.
_KEYWORDS = (
    "mentor", "mentors", "mentoring", "volunteer", "volunteers", "volunteering", "unsubscribe",
    "message", "messages", "messaging", "texting", "contacting", "complaint", "complain", "somebody",
    "someone", "anyone", "details", "delete", "records", "information", "services", "different",
    "another", "groups", "courses", "classes", "support", "exercise", "talking", "speak", "listen",
    "fortnight", "fortnightly", "monthly", "weekly", "evening", "evenings", "mornings", "people",
    "matched", "service", "cancel", "buddy", "please", "person", "download", "history", "manager",
    "explain", "instructions", "diabetes", "recruiting", "subscription", "coordinator",
)  # fmt: skip
_KNOWN = frozenset(_KEYWORDS)
_WORD = re.compile(r"[^\W_]+|[?!.,]")


def intent(text: str) -> Intent:
    """The likeliest wish in `text`; GREETING_OR_OTHER when it asks nothing of the line."""
    said = _plain(text)
    bare = said.strip(" ?!.,")
    if bare in _ALONE:
        return _ALONE[bare]
    for wish, rule in _RULES:
        if rule.search(said):
            return wish
    return Intent.GREETING_OR_OTHER


def _plain(text: str) -> str:
    """`text` in lower case, text speak written out and keywords spelt right, one space between."""
    text = re.sub(r"['’`]", "", text[:_READ].lower()).replace("-", " ")
    words = [_SPELT_OUT.get(word, word) for word in _WORD.findall(text)]
    return " ".join(map(_corrected, words))


def _corrected(word: str) -> str:
    if len(word) < 5 or word in _KNOWN or not word.isascii():
        return word
    slips = 1 if len(word) < 9 else 2
    near = process.extractOne(word, _KEYWORDS, scorer=OSA.distance, score_cutoff=slips)
    return near[0] if near and near[0][0] == word[0] else word


def _alone(wishes: dict[Intent, str]) -> dict[str, Intent]:
    return {phrase.strip(): wish for wish, line in wishes.items() for phrase in line.split("|")}


# Whole messages that mean one thing, the carriers' words among them, in each of the line's languages.
_ALONE = _alone(
    {
        Intent.STOP: "stop|stopall|stop all|unsubscribe|unsub|cancel|end|quit|revoke|optout|opt out|opt me out"
        "|stp|sotp|stopp|leave|exit|no more|i want out|end it|not interested|go away|enough|i quit|remove me"
        "|stopiwch|peidiwch|stop it please|band karo|bas karo|bondho korun|bondho koro|przestań|przestańcie|koniec"
        "|بند کرو|بند کریں|রোধ|বন্ধ করুন|বন্ধ করো|ਬੰਦ ਕਰੋ|ਬੰਦ",
        Intent.HELP: "help|hlp|information|?|menu|main menu|options|commands|help please|what|how|instructions|instructions please|guide"
        "|start|about|faq|pomoc|pomocy|cymorth|help llinell|madad|madat|sahajjo|مدد|সাহায্য|ਮਦਦ|pomóż mi|pomoz mi",
        Intent.MENTOR: "mentor|mentors|mentor please|match|match me|buddy|buddy please|peer support",
        Intent.SERVICES: "groups|group|services|events|local|near me|signpost|local help|whats on|what is on|courses|classes",
        Intent.TALK_NOW: "talk|talk now|chat now|call me|human|human please|operator|agent|person|real person|coordinator|talk to me",
        Intent.CHECKIN_CHANGE: "pause|snooze|skip|resume|later|not now|weekly|monthly|daily|fortnightly|check in|check ins|less|more|too many",
        Intent.END_MATCH: "end match|new mentor|change mentor|unmatch|rematch|end mentor|swap mentor",
        Intent.VOLUNTEER: "volunteer|volunteering|volunteer please|can i help|can i help?|i want to help",
        Intent.MY_DATA: "my data|data|delete|delete me|erase me|forget me|sar|gdpr|privacy|export|dsar|my information|my details",
        Intent.COMPLAINT: "complaint|complain|report|skarga|cwyn|shikayat|not happy|terrible|disappointed|disgusted|rubbish",
    }
)

_MENTOR = (
    r"(?:mentor|buddy|peer (?:supporter|mentor)|match|volunteer|pairing|peer|mentoring|supporter|pal)"
)
_TEXTS = r"(?:messages|texts|texting|messaging|contacting|message|text|contact|emails?|notifications|spam|writing)"
_FAULT = (
    r"(?:rude|horrible|unkind|drunk|inappropriate|nasty|creepy|late|aggressive|racist|sexist|out of order|unprofessional|patronising"
    r"|dismissive|awful|mean|weird|pushy|abusive|disrespectful|useless|rubbish|terrible|appalling|shocking|a joke|a disgrace|bad|poor"
    r"|disgraceful|disgusting|hopeless|dreadful|pathetic|unacceptable|wrong|not good enough|a waste of time|shambles|a shambles|bang out of order)"
)
_PEOPLE_LIKE_ME = (
    r"(?:someone|somebody|anyone|a person|person|people|others|another person|a friend|friend|a mate|mate|a woman|a man|a lady|anybody|one to one|1 to 1)"
)
_WANT = (
    r"(?:want|need|like|love|looking for|after|get|find|have|could do with|can i|may i|would|wish|put|set|give|any chance|how do|please|ready)"
)
_SOON = (
    r"(?:now|right now|today|tonight|this (?:evening|morning|afternoon)|at the moment|asap|straight away|urgently|urgent|immediately"
    r"|right away|in an hour|at once|rn|soon as|quick|quickly|before|available|free|on duty|about|around|awake)"
)
_OFTEN = (
    r"(?:weekly|fortnightly|monthly|daily|(?:once|twice|one|two|three times|2|1) (?:times )?a (?:week|fortnight|month|day)|every (?:other |two |second )?(?:day|week|month|fortnight|few)"
    r"|each (?:day|week|month)|less often|more often|less|fewer|too (?:many|often|much)|not (?:so|as) (?:many|often)|once a fortnight|a bit less|every other|cut down)"
)
_DAY = r"(?:mondays?|tuesdays?|wednesdays?|weds|thursdays?|fridays?|saturdays?|sundays?|weekends?|weekdays?|mornings?|afternoons?|evenings?|nights?|lunch ?times?|day|date|time|hour|\d+(?: ?am| ?pm)|after (?:tea|work|\d+)|before \d+)"
_CHECK_IN = r"(?:check ins?|checking in|how are you|how you doing|how do you feel|how i am|weekly question|questions?|reminders?)"


def _rule(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


_RULES = (
    # Said in passing: none of these asks anything, whatever else they look like.
    (
        Intent.GREETING_OR_OTHER,
        _rule(
            r"\bbus stop\b",
            r"\bnon stop\b",
            r"^(?:thanks?|thank you|cheers|ta)\b.{0,40}$",
            r"\bthat(?: really| has)? helped\b",
            r"\bhelped me (?:loads|a lot|so much|no end)\b",
            r"\bwrong number\b",
        ),
    ),
    (
        Intent.CHECKIN_CHANGE,
        _rule(
            rf"\b(?:stop|pause|hold|skip|snooze|change|move|turn off|switch off|no|no more|fewer|less|more|too many|resume|restart|start|do not do|do not|cancel|end|delay|postpone|miss|without)\b.{{0,30}}\b{_CHECK_IN.replace('questions?|', '')}",
            rf"\b(?:check ins?|checking in)\b.{{0,40}}\b(?:{_OFTEN}|{_DAY}|instead|different|another|change|changed|please|off|again|later|earlier|on hold|pause|annoying|need|want|stop)\b",
            rf"\b(?:{_OFTEN})\b.{{0,30}}\bcheck",
            rf"\b(?:do|have|make|ask|send|get|put|can|could|prefer|rather)\b.{{0,30}}\b{_CHECK_IN}\b.{{0,30}}\b(?:{_OFTEN}|{_DAY}|instead)",
        ),
    ),
    (
        Intent.STOP,
        _rule(
            rf"\b(?:stop|quit|cease|discontinue|halt)\b(?: all| with| the| these| those| your| any| sending| getting| me| of| this)*\b {_TEXTS}\b(?! (?:my|from (?:my )?mentor))",
            r"\b(?:stop|quit) (?:sending|bothering|pestering|harassing|bugging|spamming|emailing|writing to|ringing)\b",
            r"^(?:please |just |can you |could you |can you please |will you |how do i |i want (?:this |it |you )?to |i want you to |hi |ok |so )*stop(?: now| this| these| it| all| all of (?:this|it)| everything| please| that| them| the lot| me| immediately| thanks| thank you| pls|[ ?!.,])*$",
            r"\bi want (?:it|this|them|these|you) to stop\b|\bhow (?:do|can) i (?:make|get) (?:these|this|it|them) (?:to )?stop\b",
            rf"\bnot interested\b.{{0,20}}\bstop\b|\bstop\b.{{0,20}}\bnot interested\b|\bno longer (?:want|wish) (?:to (?:take part|receive|get|be (?:part|in|on|contacted))|these|this|any|your)",
            rf"\b(?:do not|never|not|no more|please do not|dont ever|enough)\b(?: \w+){{0,3}} \b(?:{_TEXTS}|contact)\b(?: me| us| again| back| here| ever| any ?more| this (?:number|phone)|[ !.,]|please|thanks?|thank you|from you|ta)*$",
            r"\b(?:do not|no longer|never) (?:want|need|wish|like)\b(?: to (?:get|receive|have))?(?: any| your| these| this| the| those)*(?: more)?(?: of)?(?: your| these| this)* (?:messages|texts|service|things|stuff|any ?more)\b",
            r"\b(?:do not|no longer) want (?:any|these|this|them|it|any more of (?:these|this|it|them))(?: any ?more)?(?: please| thanks| thank you)?\s*[.!]?$",
            r"\bunsubscribe\b|\bopt(?:ing|ed)? (?:me )?out\b|\boptout\b|\bunsub\b",
            r"\b(?:take|get|strike|remove|cross) (?:me|my (?:number|name|phone|mobile))\b.{0,25}\b(?:off|from|out)\b.{0,25}\b(?:list|system|this|these|it|messages|texts|service|here|thing|texting)\b",
            r"\bremove (?:me|my number)(?: please| now| from this)?\s*[.!]?$|\btake me off\b(?! duty)|\b(?:lose|delete|forget|remove|take) my (?:number|phone)\b.{0,40}\b(?:text|message|contact|again|stop)",
            r"\blose my number\b|\bleave me (?:alone|be|in peace)\b|\bgo away\b|\bblock me\b|\b(?:bugger|clear|sod|push|buzz) off\b|\bbog off\b|\bdo not bother me\b",
            r"\b(?:cancel|end|leave|quit|exit|finish|withdraw(?: me)?(?: from)?|close|drop out of|get out of|terminate|discontinue|come off|pull out of)\b (?:all|everything|the lot|(?:from )?(?:all |my |the |this |your |of |these )*(?:service|subscription|line|messages|texts|this|programme|scheme|thing|membership|sign ?up|program|lot|texting))\b(?! (?:week|month|morning|appointment))",
            r"\b(?:want|like|wish|going|ready) to (?:leave|quit|cancel|opt|unsubscribe|withdraw|drop out)(?: now| please| this| the service| it)?\s*[.!]?$",
            rf"\b(?:fed up|sick|tired|enough|had it|bored|done)\b(?: \w+){{0,2}} (?:of|with)\b.{{0,20}}\b(?:{_TEXTS}|this service|you lot)\b|\benough\b.{{0,30}}\b(?:{_TEXTS})\b|\bplenty of (?:texts|messages)\b",
            r"\b(?:turn|switch|shut)(?: this| these| it| them| the)* (?:messages |texts |thing |service )?off\b(?! the (?:check|sound))|\b(?:turn|switch) off\b.{0,15}\b(?:messages|texts|notifications|this|service)",
            r"\b(?:did not|never) (?:sign up|ask|subscribe|agree|opt)\b.{0,20}\b(?:this|these|any|messages|texts|it)?\b",
            r"\bi am (?:out|done)\b.{0,25}\b(?:no more|with (?:this|you|it|these)|cancel|stop|bye)|\bcancel\b.{0,20}\bi am (?:out|done)|\bnot for me\b.{0,20}\b(?:cancel|stop|thanks|bye|remove)|\bno more (?:please|thanks|thank you|from you|of (?:this|these))",
            r"\bend (?:this|these|the (?:service|texts|messages))\b|\bwrong person\b.{0,30}\b(?:text|message|stop)",
            r"przesta[nń]\w* (?:pisa[cć]|wysy[lł]a[cć])|nie pis(?:z|a[cć])\w*|wypis(?:z|a[cć])|peidi\w* (?:a|â)|stopi\w* (?:tecst|anfon|negeseuon)",
            r"(?:message|msg|messages|meseg|sms|text) (?:bhejna )?(?:mat|na|band|bandh|bondho)\b|\b(?:mat|na) bhej|bhejna band|bandh? kar",
            r"(?:میسج|پیغام).{0,15}(?:بند|مت|نہ)|(?:মেসেজ|বার্তা).{0,15}(?:না|বন্ধ)|(?:ਮੈਸੇਜ|ਸੁਨੇਹ).{0,15}(?:ਨਾ|ਬੰਦ)",
        ),
    ),
    (
        Intent.END_MATCH,
        _rule(
            rf"\b(?:change|changing|swap|switch|replace|different|new|another|other|fresh)\b(?: \w+){{0,2}} {_MENTOR}s?\b(?! and)",
            rf"\b(?:change|swap|switch|replace) (?:my|the|him|her|them|who i|mentor|buddy)\b(?! (?:mind|check|day|time|name|address|number|consent|details|date))",
            rf"\b(?:end|ending|stop|finish|finished|finishing|cancel|leave|leaving|quit|close|closing|break up|part ways|done|drop|drops?|undo|dissolve|say goodbye|bye|do not (?:need|want)|no longer (?:need|want)|not want|not need|not carry on|not continue|pull (?:me )?out|come to (?:the|an) end|call it a day|get rid|rid|over|wind up|stop seeing|stop talking|stop being)\b(?: \w+){{0,5}} (?:{_MENTOR}|matched|mentored|paired)\b(?! (?:ing)?training)",
            rf"\b{_MENTOR}\b.{{0,40}}\b(?:can|could|may|want|need|like|get|have|please)\b.{{0,20}}\b(?:swap|change|another|different|new|someone else|somebody else|switch|move)\b",
            rf"\b(?:someone|somebody|anyone|anybody|person) (?:else|different|new)\b|\brematch|\bre match\b|\bunmatch|\bmatch(?:ed)? (?:me )?again\b|\bpaired? (?:me )?(?:up )?(?:again|with another)",
            rf"\b(?:me and|me n|my|our|the|i and)\b(?: my)? {_MENTOR}\b.{{0,25}}\b(?:not (?:get|getting|click|clicking|gel|gelling|working|right|suit|a good|for me|suited|fit|my|understand|really)|isnt|have finished|has finished|finished|run (?:our|its) course|agreed to (?:end|stop|finish)|drifted|gone quiet|ghosted|stopped (?:replying|answering|texting))",
            r"\bnot (?:a good|a great|the right|really a|my)\b(?: \w+){0,2} (?:match|fit|one|person|mentor)\b|\bnot right for (?:me|us)\b|\bnot (?:clicking|gelling|getting on|get on|click)\b|\bwe do not (?:click|get on|gel|suit)|\brun our course\b",
            r"\b(?:not|isnt) working(?: out)?\b.{0,15}\b(?:with|between|us|out)\b|\bneed a (?:new|different|nother) one\b|\bnew one\b.{0,40}\b(?:mine|he|she|him|her)\b|\bmine\b.{0,40}\b(?:new one|another|different|swap|change)\b|\b(?:instead of|rather than) (?:him|her|the one|mine|my)\b",
            r"\b(?:he|she) is not for me\b|\b(?:stop|finish|end) (?:with|seeing|talking to|working with) (?:him|her|them|my)\b|\bnot comfortable with my\b",
            r"(?:zmieni[cć]|nowy|nowego|inny|innego) mentor|newid (?:fy )?mentor|mentor (?:badal|change)|mentor bodl",
        ),
    ),
    (
        Intent.COMPLAINT,
        _rule(
            r"\bcomplain(?!ed to\b|ed about\b|ing about\b|s\b)|\bcomplaints?\b(?! department at)|\bgrievance\b|\bombudsman\b|\bmake a formal\b",
            r"\breport (?:someone|somebody|a|an|my|the|him|her|this|something|them|it)\b(?! card)|\bto report\b|\breport\b.{0,15}\b(?:mentor|volunteer)",
            rf"\b(?:mentor|volunteer|buddy|match|coordinator|staff|the person|someone|lady|bloke|helper|bot|he|she|you|you lot|your \w+|service|this|line|thing|app|it)\b(?: \w+)? (?:was|were|is|are|been|being|keeps being|got)\b(?: \w+){{0,3}} {_FAULT}\b",
            rf"\b(?:mentor|volunteer|buddy|supporter|the person you|helper)\b.{{0,20}}\b(?:shouted|swore|swears|laughed|made fun|made me|makes me|tried to|told (?:me to|other|people|everyone|my)|asked (?:me )?(?:for|to|if i)|asks? (?:me )?for|keeps (?:asking|on|trying|calling|ringing)|wants? my|sold|sell|selling|flirt\w*|touched|hit on|upset|judged|ignored|ignores|lied|gave me (?:wrong|bad)|shared|talked about me|insulted|called me|said (?:something|some|a|things?|i was|horrible|nasty)|pushed|preach\w*|stood me up|let me down|never (?:turn|show|call|repl))",
            r"\b(?:not|aint|isnt|nowhere near) (?:really )?(?:good enough|acceptable|right what|fair)\b|\bunacceptable\b|\bdisgrace\w*|\bdisgust\w*|\bappalling\b|\bshocking (?:how|service|that)\b|\b(?:is|its) (?:this )?allowed\b|\bthat allowed\b|\bapolog(?:y|ise)\b",
            r"\b(?:not|un) ?happy (?:with|about|at)\b|\bunhappy\b|\bdisappointed\b|\blet (?:me )?down\b|\byou let\b.{0,10}\bdown\b|\bnot impressed\b|\bfuming\b|\bfeedback\b|\bbad experience\b",
            r"\b(?:speak|talk|write|complain|put me through)\b.{0,25}\b(?:manager|boss|supervisor|in charge|higher up)\b|\bwho(?: is|s)? (?:your |the )?(?:manager|boss|in charge)\b|\bwho do i tell\b|\bwho is your manager\b",
            r"\b(?:nobody|no one|noone|never|still no|heard nothing|not heard|no reply|no answer)\b.{0,30}\b(?:got back|gets back|back to me|answers?|answered|replied|replies|reply|rang|called|months?|weeks?|useless|joke|been)\b",
            r"\bwait(?:ed|ing)\b.{0,20}\b(?:months?|weeks?|ages|days)\b.{0,40}\b(?:nobody|no one|nothing|not|still|joke|disgrace|ridiculous|back)|\bignored for\b|\bi was ignored\b",
            r"\b(?:terrible|poor|awful|bad|rubbish|appalling|shocking|dreadful|disgraceful|useless|crap|pathetic|shoddy) (?:service|experience|bot|advice|line|mentor|system|support|treatment|job)\b|\b(?:you are|you lot are|this is) (?:all )?(?:useless|rubbish|terrible|a joke|pathetic|hopeless|crap|awful)\b|\bwaste of time\b",
            r"\b(?:you|your (?:bot|website|text|message|service|line|leaflet|system))\b.{0,15}\b(?:sent|gave|told|lied|got|keep|kept|forgot|put)\b.{0,40}\b(?:wrong|closed|doesnt exist|does not exist|not exist|out of date|shut|lied|lie|3 ?am|disrespectful|mistake|nobody|no one)|\byour website lied|\b(?:text|message|woke)\b.{0,15}\b(?:3|4|2|5) ?am\b",
            r"\bhow i was (?:treated|spoken)|\btreated (?:badly|like|me)\b|\bfelt (?:uncomfortable|unsafe|judged|pressured)\b|\buncomfortable\b",
            r"skarg[aęi]|z[lł]o[zż]y[cć] skarg|cwyno|shikayat|ovijog|শিকায়ত|অভিযোগ|شکایت|ਸ਼ਿਕਾਇਤ",
        ),
    ),
    (
        Intent.MY_DATA,
        _rule(
            r"\b(?:delete|erase|wipe|remove|scrub|clear|get rid of|destroy|forget|bin|purge|take|rub out|shred|close|deactivate)\b(?: \w+){0,4} (?:data|details|information|records?|account|history|chats?|chat log|log|messages|everything|conversations?|profile|file|stored|trace|transcripts?)\b(?! me)",
            r"\b(?:delete|erase|forget|wipe|remove) (?:me|everything|it all|all of it|all you)\b|\bforget i was\b|\bright (?:to be forgotten|of access)\b|\bto be forgotten\b",
            r"\b(?:copy|download|export|see|show|send|get|view|access|request|read|look at|obtain|have|give|print|email)\b(?: \w+){0,4} (?:my|me)\b(?: \w+){0,3} (?:data|details|information|records?|history|file|account|messages|chats?|transcripts?|conversation|log)\b",
            r"\b(?:copy|transcript|printout|record) of (?:my|our|what|the|everything)\b|\btranscript\b|\bmy records\b",
            r"\bgdpr\b|\bsubject access\b|\bs ?a ?r request\b|\bdata (?:protection|request|controller|policy)\b|\bprivacy\b|\bmy data\b|\bpersonal (?:data|information|details)\b|\bfreedom of information\b",
            r"\b(?:what|everything|anything|all|how much|who|where|how long|which|how)\b.{0,30}\b(?:you|u|is|are|gets?|can)\b(?: \w+){0,3} (?:hold|holding|know about me|keep|kept|stored?|storing|saved?|have (?:about|on) me|got (?:about|on) me|have got on|sees? (?:my|what i)|share|data)\b",
            r"\b(?:know|hold|stored?|have|keep|got|saved?|written) (?:about|on|of) me\b|\bwhat you (?:hold|have stored|keep)\b|\bwho (?:else )?(?:can |gets to )?(?:sees?|reads?|looks at|has access)\b",
            r"\b(?:share|pass|sell|give)\b(?: on)? (?:my|our|people'?s?) (?:data|details|information)|\bis (?:my|what i|this|it)\b.{0,25}\b(?:private|safe|secure|kept|shared|encrypted)\b|\bconsent\b|\busing my data\b|\byou hold\b",
            r"\b(?:correct|update|change|fix|amend)\b.{0,30}\b(?:you hold|on your (?:records|system)|on my (?:record|file))\b",
            r"usu[nń]\w* (?:moje|mnie|dane)|moje dane|dileu|mera data|amar data|mera record|fy nata|fy ngwybodaeth|ڈیٹا|ডেটা|ਡਾਟਾ",
        ),
    ),
    (
        Intent.CHECKIN_CHANGE,
        _rule(
            rf"\b(?:text|message|ask|contact|send|ping|message me|text me|want|have|get|do)\b(?: \w+){{0,4}} {_OFTEN}\b(?! (?:group|class|session|support))",
            rf"\b{_OFTEN}\b(?: \w+){{0,2}} (?:texts?|messages?|is (?:plenty|fine|enough|ok|better|good)|would|please|instead|will do|suits)\b|\b(?:so|too) many (?:texts|messages)\b|^{_OFTEN}(?: please| is fine| maybe)?$",
            rf"\b(?:text|message|ask|send|contact)\b(?: \w+){{0,4}} (?:in the |on |at |after |before |around |by )?{_DAY}\b(?: instead| please)?(?! .{{0,30}}(?:group|class|meet))",
            rf"\b{_DAY}\b(?: \w+){{0,3}} (?:better|best|instead|suits?|works?|bad|easier|please|would be)\b|\b(?:can you|could you|please|do)\b.{{0,15}}\b(?:do|not do|make it|move it|change (?:it|the)|move)\b.{{0,15}}\b{_DAY}\b",
            r"\b(?:change|move|different|another|later|earlier|wrong|swap|better)\b(?: the| a| my| it to(?: the)?)? (?:day|time|date|hour|weekend)\b|\b(?:pause|snooze|resume|hold off|on hold)\b(?! (?:the film|the game|my libre|button|for thought))",
            r"\b(?:skip|miss)\b(?: \w+){0,3} (?:week|one|time|month|weeks|today|tomorrow)\b(?! breakfast)|\b(?:remind|ask|text|try|message) me (?:again )?(?:later|tomorrow|next|in|on|after|when)\b|\bstart (?:them|it|my|the) (?:\w+ )*again\b",
            r"\bgive me a break\b|\b(?:going|am|be) away\b.{0,30}\b(?:pause|hold|till|until|stop|skip|so|back)\b|\baway (?:till|until)\b|\bi work nights\b|\b(?:do not|no) (?:text|message|ask)\b.{0,15}\b(?:sundays?|nights?|before|after|till|until|mornings?|weekends?)",
            r"rzadziej|cz[eę][sś]ciej|zmieni[cć] (?:dzie[nń]|godzin)|check in kam|kam kar do|yn llai aml",
        ),
    ),
    (
        Intent.VOLUNTEER,
        _rule(
            r"\b(?:be|become|becoming|being|train(?:ing)?(?: up)?(?: to be| as)?|apply(?:ing)?(?: to be| as| for)?|work as|qualify as|sign(?: me)? up (?:as|to be)|put me down (?:as|for)|application)\b(?: \w+){0,4} (?:mentor|mentors|volunteer|volunteers|buddy|helper|peer supporter|supporter|volunteering|the people who)\b",
            r"\b(?:be|become) one of (?:the|your) (?:people|mentors|volunteers|helpers)|\b(?:want|like|love|happy|keen|able|can|could|interested|able|fancy|how do|how can|how|wish|do|please|offer|how does one|help)\b(?: \w+){0,3} (?:volunteer|volunteering|mentor (?:someone|others|people|somebody|for)|mentoring)\b",
            r"\b(?:i|to) mentor\b(?! me)|\bmentor (?:someone|somebody|others|people)\b|\bi would love to mentor\b|\bvolunteer(?:ing)? (?:for|with) you\b|\bdo what my mentor\b",
            r"\b(?:help|support|encourage|guide|coach|talk to|be there for|listen to|share with|chats? to|chat with|advise|reassure)\b(?: out)? (?:others?|other (?:people|folk|diabetics|ones)|someone (?:else|new|who|starting|newly)|somebody (?:else|new|who|newly)|people (?:who|with|like|in|out|newly|that)|newbies|newly diagnosed|new people|folk|those)\b",
            r"\bgiv(?:e|ing) (?:something |a bit |summat |it |some )?back\b|\bput (?:something|summat) back\b|\bpass (?:it|on what|my)\b.{0,12}\b(?:on|along|learn\w*|experience)\b|\bdo it for (?:someone|somebody|others|another)\b|\bmy turn to\b|\breturn the favour\b|\bpay it forward\b",
            r"\bjoin (?:your|the) (?:team|volunteers|helpers|mentors)\b|\bbe (?:of (?:use|help)|useful|a helper|a listening)\b|\b(?:get|getting) involved\b|\b(?:lend an|listening) ear\b.{0,30}\b|\boffer (?:my|some|to|a few|an hour)\b",
            r"\b(?:need|take|want|after|looking for|short of|recruit\w*|get|accept)\b(?: \w+){0,3} (?:mentors|volunteers|helpers)\b|\bany (?:volunteer )?roles\b|\bdbs\b|\brun a group\b|\bcan i help(?: out)?\b(?! me)|\bcould i help\b|\bi (?:could|can) help\b|\bto help out\b",
            r"\b(?:happy|willing|glad|like|love|want) to (?:help|share|support|listen|give)\b(?! me|ing)|\btime on my hands\b|\b(?:free|spare) time\b.{0,25}\b(?:help|charity|offer|give|support)\b|\bexperience\b.{0,25}\b(?:help|share|others)|\bcould help\b",
            r"wolontariusz|pomaga[cć] innym|gwirfoddol|volunteer (?:banna|hote|ban)|madad karna chah|রে?স্বেচ্ছাসেব|رضاکار|ਵਲੰਟੀਅਰ",
        ),
    ),
    (
        Intent.TALK_NOW,
        _rule(
            rf"\b(?:talk|speak|chat|natter|ring|call|phone|listen|vent|rant|conversation|voice|reach|get hold)\b.{{0,45}}\b{_SOON}\b",
            rf"\b{_SOON}\b.{{0,40}}\b(?:talk|speak|chat|natter|call me|ring me|listen|someone|somebody|a person)\b(?! (?:group|class|like me|with (?:type|diabetes)))",
            r"\b(?:is|are|anyone|anybody|someone|somebody|who is|any)\b(?: \w+)? (?:there|about|around|available|free|on duty|awake|online|at the other end|listening|on)\b(?: \w+){0,3}(?:\s*\?|$| (?:to|for) (?:a )?(?:chat|talk|listen|natter|call))",
            r"\b(?:can|could|will|would|please|want|need|get) (?:\w+ ){0,3}(?:to )?(?:ring|call|phone) me\b|^(?:please )?(?:ring|call|phone) me\b|\bhave a call\b|\bcall (?:please|back)\b|\b(?:phone|call|ring) (?:me )?back\b|\bget back to me today\b",
            r"\b(?:want|need|like|can i|could i|may i|let me|how do i|who (?:can|do|could|should) i|love|got|someone i can|someone to|somebody to|anyone to|desperate|must|any|i)\b(?: \w+){0,3} (?:talk|speak|chat|vent|natter|ring)(?: (?:to|with))?(?: (?:a|an|some|the|actual|real|human|living|proper))*(?: (?:person|someone|somebody|human|anyone|anybody|one of you|coordinator|staff|team|people|adviser|advisor|you|1)\b(?! (?:with|like|who|about (?:joining|groups)|else|regularly|my age|in the same))|\s*$|\s*\?|\s*[.!,])",
            r"\b(?:real|actual|live|human|proper) (?:person|human|being|someone|voice)\b|\blive (?:chat|agent)\b|\b(?:a|want|get me a|need a) human\b|\bput me (?:through|on)\b|\bconnect me\b|\boff my chest\b|\bneed an ear\b|\bphone line\b|\bhelpline\b",
            r"\b(?:bad|rough|rubbish|hard|awful|tough|horrible|long) (?:day|night|week|time|morning|evening)\b.{0,40}\b(?:talk|chat|someone|somebody|ear|natter|call|listen)|\b(?:struggling|lonely|upset|wobble|low|fed up|down|tearful)\b.{0,40}\b(?:talk|chat|someone|somebody|anyone|natter|ear)\b",
            r"\bcould (?:do with|use) (?:a|someone|somebody|an)\b.{0,12}\b(?:chat|talk|natter|ear|call)|\b(?:want|need) (?:a )?(?:chat|natter|talk|support) (?:now|please)?|\bcan we (?:talk|chat|speak)\b|\bsomeone to (?:listen|talk to|chat to)\b(?! (?:regularly|each|every|over))",
            r"z kim[sś] porozmawia|porozmawia[cć]|siarad (?:â|a|efo|gyda) rh|kisi se baat|gall karni|kotha bolte|بات کرنا|কথা বলতে|ਗੱਲ ਕਰਨੀ",
        ),
    ),
    (
        Intent.MENTOR,
        _rule(
            rf"\b{_WANT}\b.{{0,30}}\b(?:mentor|mentors|buddy|peer support\w*|peer mentor|diabetes (?:pal|friend|mate|buddy)|matched|paired|pal)\b(?! (?:was|is|has|said|rang|told))",
            r"\b(?:sign me up|put me down|register|up)\b.{0,20}\b(?:mentor|buddy|pal|peer)\b|\b(?:match|pair|link|hook|set|put) (?:me|us|my \w+)\b(?: up)?(?: with| in touch| together)?\b|\bin touch with\b|\bmatched (?:after|with|up|to)\b|\b(?:be|get|getting|to be) (?:matched|paired)\b",
            rf"\b(?:speaking|mentor|someone) mentor\b|\b(?:do you|have you|are there|is there|got|does|you do|any)\b.{{0,30}}\b(?:mentors?|buddy|buddies)\b|\b(?:yes|ready)\b.{{0,12}}\bmentor|\bcould mentor me\b|\bmentor me\b|\bmentor for (?:me|my)\b|\bmy match\b|\bfound me (?:anyone|someone|a)\b|\bnews on my mentor\b",
            rf"\b{_PEOPLE_LIKE_ME}\b.{{0,30}}\b(?:who|that|thats|whos|with|like me|on the same|in the same|my (?:own )?age|gets|been through|understands?|knows (?:what|the|how)|same (?:meds|boat|type|insulin)|which)\b(?!.{{0,20}}\b(?:manager|complain))",
            rf"\b{_PEOPLE_LIKE_ME}\b.{{0,60}}\b(?:regular(?:ly)?|each week|every week|long term|alongside|over the (?:next|coming)|compare notes|swap notes|show me the ropes|keep me going|guide me|been there|walk)\b",
            r"\b(?:1 to 1|one to one|1 on 1|one on one|1 1)\b.{0,20}\b(?:support|chat|help|with|person)?|\bpeer support\b|\bsomeone to (?:guide|walk|support|show|keep|share|compare)\b|\bsupport from (?:someone|somebody|people)\b|\bfriend who\b|\bmate to do this\b",
            r"(?:chc[eę]|szukam|potrzebuj\w*) mentor|eisiau mentor|mentor (?:chahiye|chahida|chai|dorkar|lagbe)|مینٹر چاہ|মেন্টর|ਮੈਂਟਰ ਚਾਹ",
        ),
    ),
    (
        Intent.SERVICES,
        _rule(
            r"\b(?:any|find|is there|are there|do you (?:know|have)|where|what|which|looking for|look for|details of|near|local|want|send|tell me|join|list|how do i (?:get on|join|find)|need|can i|a|more)\b.{0,40}\b(?:groups?|class(?:es)?|courses?|clubs?|sessions?|events?|meet ?ups?|meet up|activities|services|workshops?|programmes?|drop ins?|coffee mornings?|walks?|gyms?|food ?banks?|cafes?|support nearby|dafne|desmond|xpert|swimming|yoga|pilates|exercise|cookery|podiatrist|foot (?:care|clinic)|eye screening|dietitian|link worker)\b(?! (?:was|were|is over|finished|are back|last))",
            r"\b(?:near(?:by|est)?|near (?:me|here|us)|in my (?:area|town|village)|local(?:ly)?|round (?:here|my way|our way)|around here|in the area|close to (?:me|home)|near to|this way|nearby|nearest|walking distance)\b(?! pub| (?:council|shop))",
            r"\bwhat is (?:on|available|out there|happening|going on)\b|\bwhats on\b|\b(?:things|something|anything|stuff|owt|places|somewhere) (?:to (?:do|go)|on|for|in|going)\b(?! (?:my|the) (?:mind|telly|tv))|\bsignpost|\bwhere (?:can|do|could) (?:i|we|people) (?:go|meet|find|get|join|learn)\b|\bget me out\b",
            r"\b(?:walking|support|diabetes|diabetic|swimming|exercise|cooking|carers?|mens|womens|women only|ladies|type 1|type 2|fitness|slimming|weight loss|parents|youth|local|pump|asian|social) (?:\w+ )?(?:groups?|class(?:es)?|sessions?|clubs?|meet ?ups?|football|courses?|netball)\b(?! (?:was|were|last))|\bwalking (?:football|netball)\b|\bchair exercise|\bclass near|\bhealthy eating\b|\bcooking class",
            r"\b(?:help|advice|support) with (?:\w+ ){0,2}(?:food|benefits|money|debts?|housing|transport|rent|bills|pip|heating|weight|diet|smoking|shopping)\b|\b(?:who|where|anyone)\b.{0,20}\b(?:help with|does foot|advice on)\b|\blocal help\b|\bwho (?:does|runs|do i see)\b|\bhow do i get on\b",
            r"\b(?:exercise|yoga|swimming|gym|cooking|walks?|groups?|classes|events|clubs?|anything|something|things)\b.{0,25}\b(?:in|near|around|for|at|by|on|way)\b.{0,20}\b(?:[a-z]{1,2}\d{1,2}\b|stroud|gloucester|cheltenham|leeds|families|carers|teenagers|diabetics|over \d+|women|men|me|weekends?|kids|people|day)",
            r"grup\w* wsparcia|\bgrup[ay]\b|grw?p(?:iau)?\b|koi group|kono group|group (?:hai|ache|hega)|گروپ|গ্রুপ|ਗਰੁੱਪ",
        ),
    ),
    (
        Intent.HELP,
        _rule(
            r"\bhow (?:do|does|can|would|will)\b.{0,12}\b(?:this|it|you|i|everything|the (?:line|service|mentoring|thing))\b.{0,12}\b(?:works?|use|start|begin|go back|sign up|join|do this|get started|change my name|operate|go about)\b",
            r"\bwhat (?:is|are|does|do|can|was|would|shall|should|happens?)\b(?: all)? (?:this|that number|you (?:do|offer|for|lot)|your|i (?:do|ask|text|say|send|type|put|press)|it (?:do|for|all about)|the (?:commands|options|point|service|line|number|words)|my options|alongside|after|next|happens?|when i)\b",
            r"\bwho (?:are|is|am|runs|sends|made|can use)\b(?: \w+)? ?(?:you|this|these|i|it|talking|behind|that)\b|\bwhat (?:this|number) (?:number|is this)\b|\bwhat happens\b|\bwhat can (?:you|i|it|this)\b|\bwhat number is\b|\bthis number\b|\bwhat words\b",
            r"\bexplain\b|\binstructions\b|\bconfus(?:ed|ing)\b|\b(?:do not|dont) (?:understand|get (?:it|this|what|how)|know (?:what|how|where))\b|\bnot sure (?:what|how|where)\b|\bi am (?:stuck|lost)\b|\b(?:lost|stuck) what\b|\bno idea (?:what|how)\b",
            r"\btell me (?:about|more|what (?:this|you))\b|\bmore information\b|\binformation please\b|\b(?:list|show)(?: me)?(?: the| all| of)* (?:commands|options|menu|choices)\b|\bguide me\b(?! (?:thru|through))|\bhelp (?:me )?(?:use|using|please|with (?:this|the (?:line|service|app|bot)))\b|\bwhat do i do\b|\bwhere do i (?:begin|start)\b|\bgo back\b",
            r"\b(?:is|are) (?:this|it|these|you|texts?|there)\b(?: \w+){0,2} (?:free|the nhs|nhs|a bot|bot|robot|computer|real|confidential|cost|charge|automated|human|legit|a scam|scam|charity|ai)\b|\b(?:cost|charged?|pay)\b.{0,20}\b(?:this|texts?|anything|for|me|it)\b|\bdoes it cost\b|\bam i talking to\b|\bdo i (?:have|need) (?:to pay|an app|to)\b",
            r"\bhow (?:long|many|often|much)\b.{0,20}\b(?:sign up|take|messages|texts|cost|joining)\b|\bwhat hours\b|\bhours are you\b|\bwho can use\b|\bcan my (?:wife|husband|mum|dad|son|daughter|partner|friend)\b.{0,10}\b(?:use|join|text)|\b(?:leaflet|poster|card)\b.{0,40}\b(?:what|for|about)\b",
            r"^(?:please )?help(?: me)?(?: please)?[ ?!.]*$|jak (?:to )?dzia[lł]a|co to (?:jest|za)|sut mae|help chahiye|madad (?:chahiye|karo)|(?:ye|yeh) kya|eta ki|یہ کیا|এটা কি|ਇਹ ਕੀ",
        ),
    ),
)
