"""What a person may want of the line, and the whole messages that say so in a word or two."""

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
