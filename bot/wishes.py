"""Wishes: what someone seems to want, where nobody asked and there is nobody to pass it on to."""

from bot.hearing import SENTENCE, Hearing
from bot.safety import concerns
from flows.commands.intents import Intent
from flows.reading.replies import says
from flows.vocabulary import PersonStatus

WANTS = {
    Intent.END_MATCH: "ending_early",
    Intent.MENTOR: "seeking",
    Intent.SERVICES: "signposting",
    Intent.CHECKIN_CHANGE: "checkin_choosing",
    Intent.TALK_NOW: "talk_now",
    Intent.VOLUNTEER: "mentoring",
    Intent.COMPLAINT: "raising",
}


def follow(heard: Hearing, wish: Intent) -> None:
    """Begin what they want; where that is nothing we know, show what there is."""
    concern = concerns.gravest(heard.post, heard.person)
    if concern is not None:
        # Someone has to look first: this is for the team, and no menu answers it.
        concerns.add(heard.post, concern, heard.words)
        heard.conversing.say("safety-noted", urgent=True)
    elif wish is Intent.MY_DATA:
        heard.conversing.begin("my_data")
    elif heard.advised:
        pass
    elif heard.person.status is PersonStatus.NEW and wish is Intent.VOLUNTEER:
        heard.conversing.begin("mentoring")
    elif not heard.has_joined:
        greet(heard)
    elif wish is Intent.HELP:
        heard.conversing.say("help")
    elif wish in WANTS:
        heard.conversing.begin(WANTS[wish])
    elif says("courtesy", heard.words, heard.conversing.wording):
        heard.conversing.say("menu-courtesy")
    else:
        if len(heard.words.split()) > SENTENCE:
            heard.conversing.say("menu-no-chat")
        heard.conversing.begin("menu")


def greet(heard: Hearing) -> None:
    """Hello to someone new; the menu to anyone who has joined."""
    match heard.person.status:
        case PersonStatus.JOINED:
            heard.conversing.begin("menu")
        case PersonStatus.UNDER_AGE:
            heard.conversing.say("joining-under-age")
        case PersonStatus.NEW:
            joining = heard.conversing.open()
            if joining is None:
                heard.conversing.begin("joining")
            else:
                heard.conversing.show(joining)
        case PersonStatus.LEFT | PersonStatus.BLOCKED | PersonStatus.ERASED:
            pass
