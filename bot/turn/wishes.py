"""Wishes: what someone seems to want, where nobody asked and there is nobody to pass it on to."""

from bot.safety import concerns
from bot.turn.message import SENTENCE, Hearing
from bot.turn.orders import Duty
from flows.commands.intents import Intent
from flows.reading.replies import says
from flows.vocabulary import FlowName, PersonStatus

WANTS = {
    Intent.END_MATCH: FlowName.ENDING_EARLY,
    Intent.MENTOR: FlowName.SEEKING,
    Intent.SERVICES: FlowName.SIGNPOSTING,
    Intent.CHECKIN_CHANGE: FlowName.CHECKIN_CHOOSING,
    Intent.TALK_NOW: FlowName.TALK_NOW,
    Intent.VOLUNTEER: FlowName.MENTORING,
    Intent.COMPLAINT: FlowName.RAISING,
}
_SAYS_NOTHING = (Intent.HELP, Intent.GREETING_OR_OTHER)


def follow(heard: Hearing, wish: Intent) -> None:
    """Begin what they want; where that is nothing we know, show what there is."""
    concern = concerns.gravest(heard.post, heard.person)
    is_courtesy = says("courtesy", heard.words, heard.conversing.wording)
    if concern is not None:
        # Someone has to look first: this is for the team, and no menu answers it.
        concerns.add(heard.post, concern, heard.words)
        if concerns.claim_note(heard.post, concern):
            heard.conversing.say("safety-noted", urgent=True)
    elif wish is Intent.MY_DATA:
        heard.conversing.begin(FlowName.MY_DATA)
    elif heard.advised:
        pass
    elif heard.person.status is PersonStatus.NEW and wish is Intent.VOLUNTEER:
        heard.conversing.begin(FlowName.MENTORING)
    elif heard.person.is_coordinator and wish in _SAYS_NOTHING and not is_courtesy:
        Duty(heard).help()  # theirs, and not a patient's menu
    elif not heard.has_joined:
        greet(heard)
    elif wish is Intent.HELP:
        heard.conversing.say("help")
    elif wish in WANTS:
        heard.conversing.begin(WANTS[wish])
    elif is_courtesy:
        heard.conversing.say("menu-courtesy")
    else:
        if len(heard.words.split()) > SENTENCE:
            heard.conversing.say("menu-no-chat")
        heard.conversing.begin(FlowName.MENU)


def greet(heard: Hearing) -> None:
    """Hello to someone new; the menu to anyone who has joined."""
    match heard.person.status:
        case PersonStatus.JOINED:
            heard.conversing.begin(FlowName.MENU)
        case PersonStatus.UNDER_AGE:
            heard.conversing.say("joining-under-age")
        case PersonStatus.NEW:
            joining = heard.conversing.open()
            if joining is None:
                heard.conversing.begin(FlowName.JOINING)
            else:
                heard.conversing.show(joining)
        case PersonStatus.LEFT | PersonStatus.BLOCKED | PersonStatus.ERASED:
            pass
