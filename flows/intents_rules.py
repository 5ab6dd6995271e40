"""The wordings `intents` goes by: whole messages with one meaning, then rules in order.

The order settles what a message means when two rules fit ("stop the check-ins" is about check-ins,
"delete my number and stop texting" is about texts). Each asks for the act and its object together,
because the words alone are everywhere in ordinary talk: bus stops, weekends, football matches.
They read a message as `intents` makes it plain: no apostrophes, text speak written out.
"""

import re
from enum import StrEnum


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


def _alone(wishes: dict[Intent, str]) -> dict[str, Intent]:
    return {phrase: wish for wish, phrases in wishes.items() for phrase in phrases.split("|")}


# Whole messages that mean one thing: the carriers' words, and such words in each language.
ALONE = _alone(
    {
        Intent.STOP: "stop|stopall|stop all|unsubscribe|unsub|cancel|end|quit|revoke|optout|"
        "opt out|"
        "opt me out"
        "|stp|sotp|stopp|leave|exit|no more|i want out|end it|not interested|go away|"
        "enough|i quit|remove me"
        "|stopiwch|peidiwch|stop it please|band karo|bas karo|bondho korun|bondho koro|"
        "przestań|przestańcie|koniec"
        "|بند کرو|بند کریں|বন্ধ করুন|বন্ধ করো|ਬੰਦ ਕਰੋ|ਬੰਦ|please stop|stop please",
        Intent.HELP: "help|hlp|information|?|menu|main menu|options|commands|help please|what|how|"
        "i need help|need help|i need some help|i need help please|need help please|"
        "instructions|instructions please|guide"
        "|start|about|faq|pomoc|pomocy|cymorth|help llinell|madad|madat|sahajjo|مدد|"
        "সাহায্য|ਮਦਦ|pomóż mi|pomoz mi",
        Intent.MENTOR: "mentor|mentors|mentor please|match|match me|buddy|buddy please|"
        "peer support",
        Intent.SERVICES: "groups|group|services|events|local|near me|signpost|local help|whats on|"
        "what is on|courses|classes",
        Intent.TALK_NOW: "talk|talk now|chat now|call me|human|human please|operator|agent|person|"
        "real person|coordinator|talk to me",
        Intent.CHECKIN_CHANGE: "pause|snooze|skip|resume|later|not now|weekly|monthly|daily|"
        "fortnightly|"
        "check in|check ins|less|more|too many",
        Intent.END_MATCH: "end match|new mentor|change mentor|unmatch|rematch|end mentor|"
        "swap mentor",
        Intent.VOLUNTEER: "volunteer|volunteering|volunteer please|can i help|can i help?|"
        "i want to help",
        Intent.MY_DATA: "my data|data|delete|delete me|erase me|forget me|sar|gdpr|privacy|"
        "export|dsar|"
        "my information|my details",
        Intent.COMPLAINT: "complaint|complain|report|skarga|cwyn|shikayat|not happy|terrible|"
        "disappointed|"
        "disgusted|rubbish",
    }
)

_MENTOR = (
    r"(?:mentor|buddy|peer (?:supporter|mentor)|match|volunteer|pairing|peer|mentoring|"
    r"supporter|pal)"
)
_TEXTS = (
    r"(?:messages|texts|texting|messaging|contacting|message|text|contact|emails?|"
    r"notifications|spam|writing)"
)
_FAULT = (
    r"(?:rude|horrible|unkind|drunk|inappropriate|nasty|creepy|late|aggressive|racist|"
    r"sexist|out of order|unprofessional|patronising"
    r"|dismissive|awful|mean|weird|pushy|abusive|disrespectful|useless|rubbish|terrible|"
    r"appalling|shocking|a joke|a disgrace|bad|poor"
    r"|disgraceful|disgusting|hopeless|dreadful|pathetic|unacceptable|wrong|"
    r"not good enough|a waste of time|shambles|a shambles|bang out of order)"
)
_PEOPLE_LIKE_ME = (
    r"(?:someone|somebody|anyone|a person|person|people|others|another person|a friend|friend|"
    r"a mate|mate|a woman|a man|a lady|anybody|one to one|1 to 1)"
)
_WANT = (
    r"(?:want|need|like|love|looking for|after|get|find|have|could do with|can i|may i|"
    r"would|wish|put|set|give|any chance|how do|please|ready)"
)
_SOON = (
    r"(?:now|right now|today|tonight|this (?:evening|morning|afternoon)|at the moment|"
    r"asap|straight away|urgently|urgent|immediately"
    r"|right away|in an hour|at once|rn|soon as|quick|quickly|available|on duty|about|"
    r"around|awake|this week)"
)
_OFTEN = (
    r"(?:weekly|every two weeks|every 2 weeks|fortnightly|monthly|daily|(?:once|twice|one|"
    r"two|three times|2|1) (?:times )?a (?:week|fortnight|month|day)|every (?:other |two |"
    r"second )?(?:day|week|month|fortnight|few)"
    r"|each (?:day|week|month)|less often|more often|less|fewer|too (?:many|often|much)|"
    r"not (?:so|as) (?:many|often)|once a fortnight|a bit less|every other|cut down)"
)
_DAY = (
    r"(?:mondays?|tuesdays?|wednesdays?|weds|thursdays?|fridays?|saturdays?|sundays?|"
    r"weekends?|weekdays?|mornings?|afternoons?|evenings?|nights?|lunch ?times?|day|date|"
    r"time|hour|\d+(?: ?am| ?pm)|after (?:tea|work|\d+)|before \d+)"
)
_CHECK_IN = (
    r"(?:check ins?|checking in|how are you|how you doing|how do you feel|how i am|"
    r"weekly question|questions?|reminders?)"
)
# The texts themselves, without what merely mentions a question.
_CHECK_INS = (
    r"(?:check ins?|checking in|how are you|how you doing|how do you feel|how i am|"
    r"weekly question|reminders?)"
)


def _rule(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


RULES = (
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
            r"\b(?:complained|complains|moaned) (?:to|about)\b",
            r"\bthe match\b.{0,20}\b(?:finished|was|on telly|ended|kicks?)\b|\bdata roaming\b",
            r"\b(?:got on|getting on) (?:really |so )?(?:well|great|fine)\b",
            r"\b(?:went|been|was|going) (?:for|on|to) (?:a|the|my) (?:\w+ )?(?:walk|class|"
            r"group|gym|swim)\b(?!.{0,30}\?)",
        ),
    ),
    (
        Intent.CHECKIN_CHANGE,
        _rule(
            rf"\b(?:stop|pause|hold|skip|snooze|change|move|turn off|switch off|no|no more|"
            rf"fewer|less|more|too many|resume|restart|start|do not do|do not|cancel|end|"
            rf"delay|postpone|miss|without)\b.{{0,30}}\b{_CHECK_INS}",
            rf"\b(?:check ins?|checking in)\b.{{0,40}}\b(?:{_OFTEN}|{_DAY}|instead|"
            rf"different|another|change|changed|please|off|again|later|earlier|on hold|"
            rf"pause|annoying|need|want|stop|more|less)\b|\bnewid (?:fy )?check",
            rf"\b(?:{_OFTEN})\b.{{0,30}}\bcheck",
            rf"\b(?:do|have|make|ask|send|get|put|can|could|prefer|"
            rf"rather)\b.{{0,30}}\b{_CHECK_IN}\b.{{0,30}}\b(?:{_OFTEN}|{_DAY}|instead)",
        ),
    ),
    (
        Intent.STOP,
        _rule(
            rf"\b(?:stop|quit|cease|discontinue|halt)\b(?: all| with| the| these| those|"
            rf" your| any| sending| getting| me| of| this)*\b {_TEXTS}\b(?! (?:my|"
            rf"from (?:my )?mentor))",
            r"\b(?:stop|quit) (?:sending|getting (?:these|them|this)|bothering|pestering|"
            r"harassing|bugging|spamming|emailing|writing to|ringing)\b",
            r"^(?:please |just |can you |could you |can you please |will you |how do i |"
            r"i want (?:this |it |you )?to |i want you to |hi |ok |so )*stop(?: now| this|"
            r" these| it| all| all of (?:this|it)| everything| please| that| them|"
            r" the lot| me| immediately| thanks| thank you| pls|[ ?!.,])*$",
            r"\bi want (?:it|this|them|these|you) to stop\b|\bhow (?:do|can) i (?:make|"
            r"get) (?:these|this|it|them) (?:to )?stop\b",
            r"^(?:please )?discontinue\b|^(?:i am )?not interested\b(?: in (?:this|these|"
            r"it|your \w+))?(?: any ?more| thanks| thank you)?[ .!]*$|"
            r"\bnot interested\b.{0,20}\bstop\b|\bstop\b.{0,20}\bnot interested\b|"
            r"\bno longer (?:want|wish|do not wish|do not want) (?:to (?:take part|"
            r"receive|get|be (?:part|in|on|contacted))|these|this|any|your)",
            rf"\b(?:do not|never|not|no more|please do not|dont ever|"
            rf"enough)\b(?: \w+){{0,3}} (?<!so many )(?<!too many )(?<!as many )\b(?:{_TEXTS}|"
            rf"contact)\b(?: me| us| again| back| here| ever| any ?more| this (?:number|"
            rf"phone)|[ !.,]|please|thanks?|thank you|from you|ta)*$",
            r"\b(?:do not|no longer|never) (?:want|need|wish|like)\b(?: to (?:get|receive|"
            r"have))?(?: any| your| these| this| the| those)*(?: more)?(?: of)?(?: your|"
            r" these| this)* (?:messages|texts|service|things|stuff|any ?more)\b",
            r"\b(?:do not|no longer) want (?:any|these|this|them|it|any more of (?:these|"
            r"this|it|them))(?: any ?more)?(?: please| thanks| thank you)?\s*[.!]?$",
            r"\bunsubscribe\b|\bopt(?:ing|ed)? (?:me )?out\b|\boptout\b|\bunsub\b",
            r"\b(?:take|get|strike|remove|cross) (?:me|my (?:number|name|phone|"
            r"mobile))\b.{0,25}\b(?:off|from|out)\b.{0,25}\b(?:list|system|this|these|it|"
            r"messages|texts|service|here|thing|texting)\b",
            r"\bremove (?:me|my number)(?: please| now| from this)?\s*[.!]?$|"
            r"\btake me off\b(?! duty)|\b(?:lose|delete|forget|remove|take) my (?:number|"
            r"phone)\b.{0,40}\b(?:text|message|contact|again|stop)",
            r"\blose my number\b|\bleave me (?:alone|be|in peace)\b|\bgo away\b|"
            r"\bblock me\b|\b(?:bugger|clear|sod|push|buzz) off\b|\bbog off\b|"
            r"\bdo not bother me\b",
            r"\b(?:cancel|end|leave|quit|exit|finish|withdraw(?: me)?(?: from)?|close|"
            r"drop out of|get out of|terminate|discontinue|come off|pull out of)\b (?:all|"
            r"everything|the lot|(?:from )?(?:all |my |the |this |your |of |"
            r"these )*(?:service|subscription|line|messages|texts|this|programme|scheme|"
            r"thing|membership|sign ?up|program|lot|texting))\b(?! (?:week|month|morning|"
            r"appointment))",
            r"\b(?:want|like|wish|going|ready) to (?:leave|quit|cancel|opt|unsubscribe|"
            r"withdraw|drop out)(?: now| please| this| the service| it)?\s*[.!]?$",
            rf"\b(?:fed up|sick|tired|enough|had it|bored|done)\b(?: \w+){{0,2}} (?:of|"
            rf"with)\b.{{0,20}}\b(?:{_TEXTS}|this service|you lot)\b|"
            rf"\benough\b.{{0,30}}\b(?:{_TEXTS})\b|\bplenty of (?:texts|messages)\b",
            r"\b(?:turn|switch|shut)(?: this| these| it| them| the)* (?:messages |texts |"
            r"thing |service )?off\b(?! the (?:check|sound))|\b(?:turn|"
            r"switch) off\b.{0,15}\b(?:messages|texts|notifications|this|service)",
            r"\b(?:did not|never) (?:sign up|ask|subscribe|agree|opt)\b.{0,20}\b(?:this|"
            r"these|any|messages|texts|it)?\b",
            r"\bi am (?:out|done)\b.{0,25}\b(?:no more|with (?:this|you|it|these)|cancel|"
            r"stop|bye)|\bcancel\b.{0,20}\bi am (?:out|done)|"
            r"\bnot for me\b.{0,20}\b(?:cancel|stop|thanks|bye|remove)|"
            r"\bno more (?:please|thanks|thank you|from you|of (?:this|these))",
            r"\bend (?:this|these|the (?:service|texts|messages))\b|"
            r"\bwrong person\b.{0,30}\b(?:text|message|stop)",
            r"przesta[nń]\w* (?:pisa[cć]|wysy[lł]a[cć])|nie pis(?:z|a[cć])\w*|wypis(?:z|"
            r"a[cć])|peidi\w* (?:a|â)|stopi\w* (?:tecst|anfon|negeseuon)",
            r"(?:message|msg|messages|meseg|sms|text) (?:bhejna )?(?:mat|na|band|bandh|"
            r"bondho)\b|\b(?:mat|na) bhej|bhejna band|bandh? kar",
            r"(?:میسج|پیغام).{0,15}(?:بند|مت|نہ)|(?:মেসেজ|বার্তা).{0,15}(?:না|বন্ধ)|"
            r"(?:ਮੈਸੇਜ|ਸੁਨੇਹ).{0,15}(?:ਨਾ|ਬੰਦ)",
        ),
    ),
    (
        Intent.END_MATCH,
        _rule(
            rf"\b(?:change|changing|swap|switch|replace|different|new|another|other|"
            rf"fresh)\b(?: \w+){{0,2}} {_MENTOR}s?\b(?! and)",
            r"\b(?:change|swap|switch|replace) (?:my|the|him|her|them|who i|mentor|"
            r"buddy)\b(?! (?:mind|check|day|time|name|address|number|consent|details|"
            r"date))",
            rf"\b(?:end|ending|stop|finish|finished|finishing|cancel|leave|leaving|quit|"
            rf"close|closing|break up|part ways|done|drop|drops?|undo|dissolve|say goodbye|"
            rf"bye|do not (?:need|want)|no longer (?:need|want)|not want|not need|"
            rf"not carry on|not continue|pull (?:me )?out|come to (?:the|an) end|"
            rf"call it a day|get rid|rid|over|wind up|stop seeing|stop talking|"
            rf"stop being)\b(?: \w+){{0,5}} (?:{_MENTOR}|matched|mentored|"
            rf"paired)\b(?! (?:ing)?training)",
            rf"\b{_MENTOR}\b.{{0,40}}\b(?:can|could|may|want|need|like|get|have|"
            rf"please)\b.{{0,20}}\b(?:swap|change|another|different|new|someone else|"
            rf"somebody else|switch|move)\b",
            r"\b(?:someone|somebody|anyone|anybody|person) (?:else|different|"
            r"new)\b(?! (?:with|who|starting|newly|to (?:help|support)))|\brematch|"
            r"\bre match\b|\bunmatch|\bmatch(?:ed)? (?:me )?again\b|"
            r"\bpaired? (?:me )?(?:up )?(?:again|with another)",
            rf"\b(?:me and|me n|my|our|the|"
            rf"i and)\b(?: my)? {_MENTOR}\b.{{0,25}}\b(?:not (?:get|getting|click|clicking|"
            rf"gel|gelling|working|right|suit|a good|for me|suited|fit|my|understand|"
            rf"really)|isnt|have finished|has finished|finished|run (?:our|its) course|"
            rf"agreed to (?:end|stop|finish)|drifted|gone quiet|ghosted|"
            rf"stopped (?:replying|answering|texting))",
            r"\bnot (?:a good|a great|the right|really a|my)\b(?: \w+){0,2} (?:match|fit|"
            r"one|person|mentor)\b|\bnot right for (?:me|us)\b|\bnot (?:clicking|gelling|"
            r"getting on|get on|click)\b|\bwe do not (?:click|get on|gel|suit)|"
            r"\brun our course\b",
            r"\b(?:not|isnt) working(?: out)?\b.{0,15}\b(?:with|between|us|out)\b|"
            r"\bneed a (?:new|different|nother) one\b|\bnew one\b.{0,40}\b(?:mine|he|she|"
            r"him|her)\b|\bmine\b.{0,40}\b(?:new one|another|different|swap|change)\b|"
            r"\b(?:instead of|rather than) (?:him|her|the one|mine|my)\b",
            r"\bnot getting anything (?:out of|from)\b|\b(?:he|she) is not for me\b|"
            r"\b(?:stop|finish|end) (?:with|seeing|talking to|working with) (?:him|her|"
            r"them|my)\b|\bnot comfortable with my\b",
            r"(?:zmieni[cć]|nowy|nowego|inny|innego) mentor|newid (?:fy )?mentor|"
            r"mentor (?:badal|change)|mentor bodl",
        ),
    ),
    (
        Intent.COMPLAINT,
        _rule(
            r"\bcomplain(?!ed to\b|ed about\b|ing about\b|s\b)|"
            r"\bcomplaints?\b(?! department at)|\bgrievance\b|\bombudsman\b|"
            r"\bmake a formal\b",
            r"\breport (?:someone|somebody|a|an|my|the|him|her|this|something|them|"
            r"it)\b(?! card)|\bto report\b|\breport\b.{0,15}\b(?:mentor|volunteer)",
            rf"\b(?:mentor|volunteer|buddy|match|coordinator|staff|the person|someone|lady|"
            rf"bloke|helper|bot|he|she|you|you lot|your \w+|service|this|line|thing|app|"
            rf"it)\b(?: \w+)? (?:was|were|is|are|been|being|keeps being|"
            rf"got)\b(?: \w+){{0,3}} {_FAULT}(?! on your (?:records|system))\b",
            r"\b(?:mentor|volunteer|buddy|supporter|the person you|"
            r"helper)\b.{0,20}\b(?:shouted|swore|swears|laughed|made fun|made me|"
            r"makes me|tried to|told (?:me to|other|people|everyone|my)|"
            r"asked (?:me )?(?:for|to|if i)|asks? (?:me )?for|keeps (?:asking|on|trying|"
            r"calling|ringing)|wants? my|sold|sell|selling|flirt\w*|touched|hit on|upset|"
            r"judged|ignored|ignores|lied|gave me (?:wrong|bad)|shared|talked about me|"
            r"insulted|called me|said (?:something|some|a|things?|i was|horrible|nasty)|"
            r"pushed|preach\w*|stood me up|let me down|never (?:turn|show|call|repl))",
            r"\b(?:not|aint|isnt|nowhere near) (?:really )?(?:good enough|acceptable|"
            r"right what|fair)\b|\bunacceptable\b|\bdisgrace\w*|\bdisgust\w*|"
            r"\bappalling\b|\bshocking (?:how|service|that)\b|\b(?:is|"
            r"its) (?:this )?allowed\b|\bthat allowed\b|\bapolog(?:y|ise)\b",
            r"\b(?:not|un) ?happy (?:with|about|at)\b|\bunhappy\b|\bdisappointed\b|"
            r"\blet (?:me )?down\b|\byou let\b.{0,10}\bdown\b|\bnot impressed\b|"
            r"\bfuming\b|\bfeedback\b|\bbad experience\b",
            r"\b(?:speak|talk|write|complain|put me through)\b.{0,25}\b(?:manager|boss|"
            r"supervisor|in charge|higher up)\b|\bwho(?: is|s)? (?:your |the )?(?:manager|"
            r"boss|in charge)\b|\bwho do i tell\b|\bwho is your manager\b",
            r"\b(?:nobody|no one|noone|never|still no|heard nothing|not heard|no reply|"
            r"no answer)\b.{0,30}\b(?:got back|gets back|back to me|answers?|answered|"
            r"replied|replies|reply|rang|called|months?|weeks?|useless|joke|been)\b",
            r"\bwait(?:ed|ing)\b.{0,20}\b(?:months?|weeks?|ages|days)\b.{0,40}\b(?:nobody|"
            r"no one|nothing|not|still|joke|disgrace|ridiculous|back)|\bignored for\b|"
            r"\bi was ignored\b",
            r"^(?:really |very |so )?(?:poor|terrible|awful|bad)\s*[.!]*$|"
            r"\bperson you gave me\b.{0,20}\b(?:out of order|rude)|\b(?:terrible|poor|"
            r"awful|bad|rubbish|appalling|shocking|dreadful|disgraceful|useless|crap|"
            r"pathetic|shoddy) (?:service|experience|bot|advice|line|mentor|system|"
            r"support|treatment|job)\b|\b(?:you are|you lot are|"
            r"this is) (?:all )?(?:useless|rubbish|terrible|a joke|pathetic|hopeless|crap|"
            r"awful)\b|\bwaste of time\b",
            r"\b(?:you|your (?:bot|website|text|message|service|line|leaflet|"
            r"system))\b.{0,15}\b(?:sent|gave|told|lied|got|keep|kept|forgot|"
            r"put)\b.{0,40}\b(?:wrong|closed|doesnt exist|does not exist|not exist|"
            r"out of date|shut|lied|lie|3 ?am|disrespectful|mistake|nobody|no one)|"
            r"\byour website lied|\b(?:text|message|woke)\b.{0,15}\b(?:3|4|2|5) ?am\b",
            r"\bhow i was (?:treated|spoken)|\btreated (?:badly|like|me)\b|"
            r"\bfelt (?:uncomfortable|unsafe|judged|pressured)\b|\buncomfortable\b",
            r"skarg[aęi]|z[lł]o[zż]y[cć] skarg|cwyno|shikayat|ovijog|শিকায়ত|অভিযোগ|شکایت|ਸ਼ਿਕਾਇਤ",
        ),
    ),
    (
        Intent.MY_DATA,
        _rule(
            r"\b(?:delete|erase|wipe|remove|scrub|clear|get rid of|destroy|forget|bin|"
            r"purge|take|rub out|shred|close|deactivate)\b(?: \w+){0,4} (?:data|details|"
            r"information|records?|account|history|chats?|chat log|log|messages|"
            r"everything|conversations?|profile|file|stored|trace|transcripts?)\b(?! me)|"
            r"\b(?:messages|data|details|everything|records?|account|chats?|"
            r"information)\b(?: \w+){0,2} (?:deleted|erased|wiped|removed|destroyed)\b",
            r"\b(?:delete|erase|forget|wipe|remove) (?:me|everything|it all|all of it|"
            r"all you)\b|\bforget i was\b|\bright (?:to be forgotten|of access)\b|"
            r"\bto be forgotten\b",
            r"\b(?:copy|download|export|see|show|send|get|view|access|request|read|"
            r"look at|obtain|have|give|print|email)\b(?: \w+){0,4} (?:my|"
            r"me)\b(?: \w+){0,3} (?:data|details|information|records?|history|file|"
            r"account|messages|chats?|transcripts?|conversation|log)\b",
            r"\b(?:copy|transcript|printout|record) of (?:my|our|what|the|everything)\b|"
            r"\btranscript\b|\bmy records\b",
            r"\bgdpr\b|\bsubject access\b|\bs ?a ?r request\b|\bdata (?:protection|"
            r"request|controller|policy)\b|\bprivacy\b|\bmy data\b|\bpersonal (?:data|"
            r"information|details)\b|\bfreedom of information\b",
            r"\b(?:what|everything|anything|all|how much|who|where|how long|which|"
            r"how)\b.{0,30}\b(?:you|u|is|are|gets?|can)\b(?: \w+){0,3} (?:hold|holding|"
            r"know about me|keep|kept|stored?|storing|saved?|have (?:about|on) me|"
            r"got (?:about|on) me|have got on|sees? (?:my|what i)|share|data)\b",
            r"\b(?:know|hold|stored?|have|keep|got|saved?|written) (?:about|on|of) me\b|"
            r"\bwhat you (?:hold|have stored|keep)\b|\bwho (?:else )?(?:can |"
            r"gets to )?(?:sees?|reads?|looks at|has access)\b",
            r"\b(?:share|pass|sell|give)\b(?: on)? (?:my|our|people'?s?) (?:data|details|"
            r"information)|\bis (?:my|what i|this|it)\b.{0,25}\b(?:private|safe|secure|"
            r"kept|shared|encrypted)\b|\bconsent\b|\busing my data\b|\byou hold\b",
            r"\b(?:correct|update|change|fix|amend)\b.{0,30}\b(?:you hold|"
            r"on your (?:records|system)|on my (?:record|file))\b",
            r"usu[nń]\w* (?:moje|mnie|dane)|moje dane|dileu|mera data|amar data|"
            r"mera record|fy nata|fy ngwybodaeth|ڈیٹا|ডেটা|ਡਾਟਾ",
        ),
    ),
    (
        Intent.CHECKIN_CHANGE,
        _rule(
            rf"\b(?:text|message|ask|contact|send|ping|message me|text me|want|have|get|"
            rf"do)\b(?: \w+){{0,4}} {_OFTEN}\b(?! (?:group|class|session|support))",
            rf"\b{_OFTEN}\b(?: \w+){{0,2}} (?:texts?|messages?|is (?:plenty|fine|enough|ok|"
            rf"better|good)|would|please|instead|will do|suits)\b|\b(?:so|"
            rf"too) many (?:texts|messages)\b|^{_OFTEN}(?: please| is fine| maybe)?$",
            rf"\b(?:text|message|ask|send|contact)\b(?: \w+){{0,4}} (?:in the |on |at |"
            rf"after |before |around |by )?{_DAY}\b(?: instead|"
            rf" please)?(?! .{{0,30}}(?:group|class|meet))",
            rf"\b{_DAY}\b(?: \w+){{0,3}} (?:better|best|instead|suits?|works?|bad|easier|"
            rf"please|would be)\b|\b(?:can you|could you|please|do)\b.{{0,15}}\b(?:do|"
            rf"not do|make it|move it|change (?:it|the)|move)\b.{{0,15}}\b{_DAY}\b",
            r"\b(?:change|move|different|another|later|earlier|wrong|swap|"
            r"better)\b(?: the| a| my| it to(?: the)?)? (?:day|time|date|hour|weekend)\b|"
            r"\b(?:pause|snooze|resume|hold off|on hold)\b(?! (?:the film|the game|"
            r"my libre|button|for thought))",
            r"\b(?:skip|miss)\b(?: \w+){0,3} (?:week|one|time|month|weeks|today|"
            r"tomorrow)\b(?! breakfast)|\b(?:remind|ask|text|try|"
            r"message) me (?:again )?(?:later|tomorrow|next|in|on|after|when)\b|"
            r"\bstart (?:them|it|my|the) (?:\w+ )*again\b",
            r"\bgive me a break\b|\b(?:going|am|be) away\b.{0,30}\b(?:pause|hold|till|"
            r"until|stop|skip|so|back)\b|\baway (?:till|until)\b|\bi work nights\b|"
            r"\b(?:do not|no) (?:text|message|ask)\b.{0,15}\b(?:sundays?|nights?|before|"
            r"after|till|until|mornings?|weekends?)",
            r"rzadziej|cz[eę][sś]ciej|zmieni[cć] (?:dzie[nń]|godzin)|check in kam|"
            r"kam kar do|yn llai aml",
        ),
    ),
    (
        Intent.VOLUNTEER,
        _rule(
            r"\b(?:be|become|becoming|being|train(?:ing)?(?: up)?(?: to be| as)?|"
            r"apply(?:ing)?(?: to be| as| for)?|work as|qualify as|sign(?: me)? up (?:as|"
            r"to be)|put me down (?:as|for a volunteer)|"
            r"application)\b(?: \w+){0,4} (?:mentor|mentors|volunteer|volunteers|buddy|"
            r"helper|peer supporter|supporter|volunteering|the people who)\b",
            r"\b(?:be|become) one of (?:the|your) (?:people|mentors|volunteers|helpers)|"
            r"\b(?:want|like|love|happy|keen|able|can|could|interested|able|fancy|how do|"
            r"how can|how|wish|do|please|offer|how does one|"
            r"help)\b(?: \w+){0,3} (?:volunteer|volunteering|mentor (?:someone|others|"
            r"people|somebody|for)|mentoring)\b",
            r"\b(?:i|to) mentor\b(?! me)|\bmentor (?:someone|somebody|others|people)\b|"
            r"\bi would love to mentor\b|\bvolunteer(?:ing)? (?:for|with) you\b|\b(?:do|"
            r"doing) what my mentor\b|\bwant to be one\b|\bi (?:train|volunteer)\b|"
            r"^volunteer(?:ing)? please",
            r"\b(?:help|support|encourage|guide|coach|talk to|be there for|listen to|"
            r"share with|chats? to|chat with|advise|reassure)\b(?: out)? (?:others?|"
            r"other (?:people|folk|diabetics|ones)|someone (?:else|new|who|starting|"
            r"newly)|somebody (?:else|new|who|newly)|people (?:who|with|like|in|out|newly|"
            r"that)|newbies|newly diagnosed|new people|folk|those)\b",
            r"\bdo it (?:all )?for (?:someone|somebody|others)|\bmy turn to (?:help|give|"
            r"be)|\bgiv(?:e|ing) (?:something |a bit |summat |it |some )?back\b|"
            r"\bput (?:something|summat) back\b|\bpass (?:it|on what|my)\b.{0,12}\b(?:on|"
            r"along|learn\w*|experience)\b|\bdo it for (?:someone|somebody|others|"
            r"another)\b|\bmy turn to\b|\breturn the favour\b|\bpay it forward\b",
            r"\bjoin (?:your|the) (?:team|volunteers|helpers|mentors)\b|\bbe (?:of (?:use|"
            r"help)|useful|a helper|a listening)\b|\b(?:get|getting) involved\b|"
            r"\b(?:lend an|listening) ear\b.{0,30}\b|\boffer (?:my|some|to|a few|"
            r"an hour)\b",
            r"\b(?:need|take|want|after|looking for|short of|recruit\w*|get|"
            r"accept)\b(?: \w+){0,3} (?:mentors|volunteers|helpers)\b|"
            r"\bany (?:volunteer )?roles\b|\bdbs\b|\brun a group\b|"
            r"\bcan i help(?: out)?\b(?! me)|\bcould i help\b|\bi (?:could|can) help\b|"
            r"\bto help out\b",
            r"\b(?:happy|willing|glad|like|love|want) to (?:help|share|support|listen|"
            r"give)\b(?! me|ing)|\btime on my hands\b|\b(?:free|"
            r"spare) time\b.{0,25}\b(?:help|charity|offer|give|support)\b|"
            r"\bexperience\b.{0,25}\b(?:help|share|others)|\bcould help\b",
            r"wolontariusz|pomaga[cć] innym|gwirfoddol|volunteer (?:banna|hote|ban)|"
            r"madad karna chah|স্বেচ্ছাসেব|رضاکار|ਵਲੰਟੀਅਰ",
        ),
    ),
    (
        Intent.TALK_NOW,
        _rule(
            rf"\b(?:talk|speak|chat|natter|ring|call|phone|listen|vent|rant|conversation|"
            rf"voice|reach|get hold)\b.{{0,45}}\b{_SOON}\b",
            rf"\b{_SOON}\b.{{0,40}}\b(?:talk|speak|chat|natter|call me|ring me|listen|"
            rf"someone|somebody|a person)\b(?! (?:group|class|like me|with (?:type|"
            rf"diabetes)))",
            r"\b(?:anyone|anybody|someone|somebody|who is|any of you)\b(?: out)? (?:there|"
            r"about|around|available|free|on duty|awake|online|at the other end|listening|"
            r"on)\b(?: \w+){0,3}(?:\s*\?|$| (?:to|for) (?:a )?(?:chat|talk|listen|natter|"
            r"call))",
            r"\b(?:can|could|will|would|please|want|need|"
            r"get) (?:\w+ ){0,3}(?:to )?(?:ring|call|phone) me\b|^(?:please )?(?:ring|"
            r"call|phone) me\b|\bhave a call\b|\bcall (?:please|back)\b|\b(?:phone|call|"
            r"ring) (?:me )?back\b|\bget back to me today\b",
            r"\b(?:want|need|like|can i|could i|may i|let me|how do i|who (?:can|do|could|"
            r"should) i|love|got|someone i can|someone to|somebody to|anyone to|desperate|"
            r"must|any|i)\b(?: \w+){0,3} (?:talk|speak|chat|vent|natter|ring)(?: (?:to|"
            r"with))?(?: (?:a|an|some|the|actual|real|human|living|proper))*(?: (?:person|"
            r"someone|somebody|human|anyone|anybody|one of you|coordinator|staff|team|"
            r"people|adviser|advisor|you|1)\b(?! (?:with|like|who|about (?:joining|"
            r"groups)|else|regularly|my age|in the same))|\s*$|\s*\?|\s*[.!,])",
            r"(?<!this a )(?<!you a )\b(?:real|actual|live|human|proper) (?:person|human|"
            r"being|someone|voice)\b|\blive (?:chat|agent)\b|\b(?:a|want|get me a|"
            r"need a) human\b|\bput me (?:through|on)\b|\bconnect me\b|\boff my chest\b|"
            r"\bneed an ear\b|\bphone line\b|\bhelpline\b",
            r"\b(?:bad|rough|rubbish|hard|awful|tough|horrible|long) (?:day|night|week|"
            r"time|morning|evening)\b.{0,40}\b(?:talk|chat|someone|somebody|ear|natter|"
            r"call|listen)|\b(?:struggling|lonely|upset|wobble|low|fed up|down|"
            r"tearful)\b.{0,40}\b(?:talk|chat|someone|somebody|anyone|natter|ear)\b",
            r"\bget hold of (?:someone|somebody|anyone|a person)\b|\b(?:can|could|"
            r"any chance|chance)\b.{0,20}\b(?:somebody|someone|anyone|a call|"
            r"a chat)\b.{0,5}\b(?:chat|talk|call|this|today|now|please|ring)\b|"
            r"\bnumber to (?:ring|call)\b|\bcould (?:do with|use) (?:a|someone|somebody|"
            r"an)\b.{0,12}\b(?:chat|talk|natter|ear|call)|\b(?:want|need) (?:a )?(?:chat|"
            r"natter|talk|support) (?:now|please)?|\bcan we (?:talk|chat|speak)\b|"
            r"\bsomeone to (?:listen|talk to|chat to)\b(?! (?:regularly|each|every|over))",
            r"z kim[sś] porozmawia|porozmawia[cć]|siarad (?:â|a|efo|gyda) rh|kisi se baat|"
            r"gall karni|kotha bolte|بات کرنا|কথা বলতে|ਗੱਲ ਕਰਨੀ",
        ),
    ),
    (
        Intent.MENTOR,
        _rule(
            rf"\b{_WANT}\b.{{0,30}}\b(?:mentor|mentors|buddy|peer support\w*|peer mentor|"
            rf"diabetes (?:pal|friend|mate|buddy)|matched|paired|pal)\b(?! (?:was|is|has|"
            rf"said|rang|told))",
            r"\b(?:sign me up|put me down|register|up)\b.{0,20}\b(?:mentor|buddy|pal|"
            r"peer)\b|\b(?:match|pair|link|hook|set|put) (?:me|us|"
            r"my \w+)\b(?: up)?(?: with| in touch| together)?\b|\bin touch with\b|"
            r"\bmatched (?:after|with|up|to)\b|\b(?:be|get|getting|to be) (?:matched|"
            r"paired)\b",
            r"\b(?:speaking|mentor|someone) mentor\b|\b(?:do you|have you|are there|"
            r"is there|got|does|you do|any)\b.{0,30}\b(?:mentors?|buddy|buddies)\b|"
            r"\b(?:yes|ready)\b.{0,12}\bmentor|\bcould mentor me\b|\bmentor me\b|"
            r"\bmentor for (?:me|my)\b|\bmy match\b|\bfound me (?:anyone|someone|a)\b|"
            r"\bnews on my mentor\b",
            rf"\b{_PEOPLE_LIKE_ME}\b.{{0,30}}\b(?:who|that|thats|whos|with|like me|"
            rf"on the same|in the same|my (?:own )?age|gets|been through|understands?|"
            rf"knows (?:what|the|how)|same (?:meds|boat|type|insulin)|"
            rf"which)\b(?!.{{0,20}}\b(?:manager|complain))",
            rf"\b{_PEOPLE_LIKE_ME}\b.{{0,60}}\b(?:regular(?:ly)?|each week|every week|"
            rf"long term|alongside|over the (?:next|coming)|compare notes|swap notes|"
            rf"show me the ropes|keep me going|guide me|been there|walk)\b",
            r"\b(?:1 to 1|one to one|1 on 1|one on one|1 1)\b.{0,20}\b(?:support|chat|"
            r"help|with|person)?|\bpeer support\b|\bsomeone to (?:guide|walk|support|show|"
            r"keep|share|compare)\b|\bsupport from (?:someone|somebody|people)\b|"
            r"\bfriend who\b|\bmate to do this\b",
            r"(?:chc[eę]|szukam|potrzebuj\w*) mentor|eisiau mentor|mentor (?:chahiye|"
            r"chahida|chai|dorkar|lagbe)|مینٹر چاہ|মেন্টর|ਮੈਂਟਰ ਚਾਹ",
        ),
    ),
    (
        Intent.SERVICES,
        _rule(
            r"\b(?:any|find|is there|are there|do you (?:know|have)|where|what|which|"
            r"looking for|look for|details of|near|local|want|send|tell me|join|list|"
            r"how do i (?:get on|join|find)|need|can i|a|more)\b.{0,40}\b(?:groups?|"
            r"class(?:es)?|courses?|clubs?|sessions?|events?|meet ?ups?|meet up|"
            r"activities|services|workshops?|programmes?|drop ins?|coffee mornings?|"
            r"walks?|gyms?|food ?banks?|cafes?|support nearby|dafne|desmond|xpert|"
            r"swimming|yoga|pilates|exercise|cookery|podiatrist|foot (?:care|clinic)|"
            r"eye screening|dietitian|link worker)\b(?! (?:was|were|is over|finished|"
            r"are back|last))",
            r"\b(?:near(?:by|est)?|near (?:me|here|us)|in my (?:area|town|village)|"
            r"local(?:ly)?|round (?:here|my way|our way)|around here|in the area|"
            r"close to (?:me|home)|near to|this way|nearby|nearest|"
            r"walking distance)\b(?! pub| (?:council|shop))",
            r"^(?:any |the |a |local |more )?(?:coffee mornings?|drop ins?(?: sessions?)?|"
            r"cook(?:ery|ing) (?:club|class(?:es)?)|activities|walks|gyms?|exercise|"
            r"swimming|eye screening|foot (?:clinic|care)|classes|clubs?)\b|"
            r"\bis there anything\b|\bwhat is (?:on|available|out there|happening|"
            r"going on)\b|\bwhats on\b|\b(?:things|something|anything|stuff|owt|places|"
            r"somewhere) (?:to (?:do|go)|on|for|in|going)\b(?! (?:my|the) (?:mind|telly|"
            r"tv))|\bsignpost|\bwhere (?:can|do|could) (?:i|we|people) (?:go|meet|find|"
            r"get|join|learn)\b|\bget me out\b",
            r"\b(?:walking|support|diabetes|diabetic|swimming|exercise|cooking|carers?|"
            r"mens|womens|women only|ladies|type 1|type 2|fitness|slimming|weight loss|"
            r"parents|youth|local|pump|asian|social) (?:\w+ )?(?:groups?|class(?:es)?|"
            r"sessions?|clubs?|meet ?ups?|football|courses?|netball)\b(?! (?:was|were|"
            r"last))|\bwalking (?:football|netball)\b|\bchair exercise|\bclass near|"
            r"\bhealthy eating\b|\bcooking class",
            r"\b(?:help|advice|support) with (?:\w+ ){0,2}(?:food|benefits|money|debts?|"
            r"housing|transport|rent|bills|pip|heating|weight|diet|smoking|shopping)\b|"
            r"\b(?:who|where|anyone)\b.{0,20}\b(?:help with|does foot|advice on)\b|"
            r"\blocal help\b|\bwho (?:does|runs|do i see)\b|\bhow do i get on\b",
            r"\b(?:exercise|yoga|swimming|gym|cooking|walks?|groups?|classes|events|"
            r"clubs?|anything|something|things)\b.{0,25}\b(?:in|near|around|for|at|by|on|"
            r"way)\b.{0,20}\b(?:[a-z]{1,2}\d{1,2}\b|stroud|gloucester|cheltenham|leeds|"
            r"families|carers|teenagers|diabetics|over \d+|women|men|me|weekends?|kids|"
            r"people|day)",
            r"grup\w* wsparcia|\bgrup[ay]\b|grw?p(?:iau)?\b|koi group|kono group|"
            r"group (?:hai|ache|hega)|گروپ|গ্রুপ|ਗਰੁੱਪ",
        ),
    ),
    (
        Intent.HELP,
        _rule(
            r"\bhow (?:do|does|can|would|will)\b.{0,12}\b(?:this|it|you|i|everything|"
            r"the (?:line|service|mentoring|thing))\b.{0,12}\b(?:works?|use|start|begin|"
            r"go back|sign up|join|do this|get started|change my name|operate|go about)\b",
            r"\bwhat (?:is|are|does|do|can|was|would|shall|should|"
            r"happens?)\b(?: all)? (?:this|that number|you (?:do|offer|for|lot)|your|"
            r"i (?:do|ask|text|say|send|type|put|press)|it (?:do|for|all about)|"
            r"the (?:commands|options|point|service|line|number|words)|my options|"
            r"alongside|after|next|happens?|when i)\b",
            r"\bwho (?:are|is|am|runs|sends|made|can use)\b(?: \w+)? ?(?:you|this|these|i|"
            r"it|talking|behind|that)\b|\bwhat (?:this|number) (?:number|is this)\b|"
            r"\bwhat happens\b|\bwhat can (?:you|i|it|this)\b|\bwhat number is\b|"
            r"\bthis number\b|\bwhat words\b",
            r"\bexplain\b|\binstructions\b|\bconfus(?:ed|ing)\b|\b(?:do not|"
            r"dont) (?:understand|get (?:it|this|what|how)|know (?:what|how|where))\b|"
            r"\bnot sure (?:what|how|where)\b|\bi am (?:stuck|lost)\b|\b(?:lost|"
            r"stuck)\b.{0,3}\bwhat\b|\bis this a (?:real )?(?:person|human|bot|robot|"
            r"machine)\b|\bis it free\b|\bno idea (?:what|how)\b",
            r"\btell me (?:about|more|what (?:this|you))\b|\bmore information\b|"
            r"\binformation please\b|\b(?:list|show)(?: me)?(?: the| all|"
            r" of)* (?:commands|options|menu|choices)\b|\bguide me\b(?! (?:thru|through))|"
            r"\bhelp (?:me )?(?:use|using|please|with (?:this|the (?:line|service|app|"
            r"bot)))\b|\bwhat do i do\b|\bwhere do i (?:begin|start)\b|\bgo back\b",
            r"\b(?:is|are) (?:this|it|these|you|texts?|there)\b(?: \w+){0,2} (?:free|"
            r"the nhs|nhs|a bot|bot|robot|computer|real|confidential|cost|charge|"
            r"automated|human|legit|a scam|scam|charity|ai)\b|\b(?:cost|charged?|"
            r"pay)\b.{0,20}\b(?:this|texts?|anything|for|me|it)\b|\bdoes it cost\b|"
            r"\bam i talking to\b|\bdo i (?:have|need) (?:to pay|an app|to)\b",
            r"\bhow (?:long|many|often|much)\b.{0,20}\b(?:sign up|take|messages|texts|"
            r"cost|joining)\b|\bwhat hours\b|\bhours are you\b|\bwho can use\b|"
            r"\bcan my (?:wife|husband|mum|dad|son|daughter|partner|"
            r"friend)\b.{0,10}\b(?:use|join|text)|\b(?:leaflet|poster|"
            r"card)\b.{0,40}\b(?:what|for|about)\b",
            r"^(?:please )?help(?: me)?(?: please)?[ ?!.]*$|jak (?:to )?dzia[lł]a|"
            r"co to (?:jest|za)|sut mae|help chahiye|madad (?:chahiye|karo)|(?:ye|"
            r"yeh) kya|eta ki|یہ کیا|এটা কি|ਇਹ ਕੀ",
        ),
    ),
)
