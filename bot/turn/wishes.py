"""Wishes: what people want of the line, said outright or seeming so."""

from bot.relay import relay
from bot.safety import concerns
from bot.turn.context import DONE, PASS, Step, Turn
from bot.turn.orders import Duty
from flows.commands.beginnings import BY_INTENT, BY_WISH
from flows.commands.intents import Intent, intent
from flows.commands.wishes import Wish
from flows.reading.replies import says
from flows.routing import SENTENCE, To
from flows.safety.low import is_low
from flows.vocabulary import Action, FlowName, PersonStatus
from storage import matches, timers
from storage.kept import Why

_SAYS_NOTHING = (Intent.HELP, Intent.GREETING_OR_OTHER)
# Of these the partner must not hear by a slip: to SEND them they are written again.
_NEVER_SENT = (Wish.COMPLAINT, Wish.CHANGE, Wish.TEAM)


def serve_wish(turn: Turn) -> Step:
    """What asks something of the line, from someone who could have meant it for a partner."""
    wish = turn.route.wish
    if turn.route.to is To.CARRY_ON:
        _look_back_now(turn)
        return DONE
    if turn.route.to is not To.LINE or wish is None:
        return PASS
    if wish not in _NEVER_SENT:
        turn.keep(Why.OURS)
    if turn.partner is not None:
        send = "no" if wish in _NEVER_SENT else "yes"
        turn.say("taken-for-us", partner=turn.partner, send=send)
    grant_wish(turn, wish)
    return DONE


def _look_back_now(turn: Turn) -> None:
    """Bring the look back forward by some days: it asks them what they would like next."""
    turn.keep(Why.OURS)
    if turn.partner is not None:
        turn.say("taken-for-us", partner=turn.partner, send="yes")
    match = matches.live_as_mentee(turn.db, turn.person.id)
    if match is not None:
        timers.cancel(turn.db, turn.person.id, Action.ENDING, match.id)
        timers.set_timer(turn.db, turn.person.id, Action.ENDING, turn.now, match.id)


def grant_wish(turn: Turn, wish: Wish) -> None:
    """Begin what they want of the line."""
    if wish is Wish.TEAM:
        turn.world.want_person()
        turn.say("person-wanted")
    elif wish is Wish.LINE:
        turn.say("about-line")
    else:
        turn.conversations.begin(BY_WISH[wish], held=turn.words)


def follow_wish(turn: Turn) -> Step:
    """Begin what they seem to want; where that is nothing we know, show what there is."""
    serve_intent(turn, intent(turn.words))
    return DONE


def serve_intent(turn: Turn, seems: Intent) -> None:
    concern = concerns.gravest(turn.post, turn.person)
    if concern is not None:
        # Someone has to look first: this is for the team, and no menu answers it.
        concerns.add(turn.post, concern, turn.words)
        if concerns.claim_note(turn.post, concern):
            turn.say("safety-noted", urgent=True)
    elif seems is Intent.MY_DATA:
        turn.conversations.begin(FlowName.MY_DATA)
    elif turn.advised:
        pass
    elif turn.person.status is PersonStatus.NEW and seems is Intent.VOLUNTEER:
        turn.conversations.begin(FlowName.MENTORING)
    elif turn.person.is_coordinator and seems in _SAYS_NOTHING and not _is_courtesy(turn):
        Duty(turn).help()  # theirs, and not a patient's menu
    elif not turn.has_joined:
        greet(turn)
    else:
        _serve_member(turn, seems)


def _serve_member(turn: Turn, seems: Intent) -> None:
    resting = relay.to_resting(turn.post, turn.person)
    if seems is Intent.GREETING_OR_OTHER and resting is not None:
        turn.say(resting.message, partner=resting.partner)
    elif seems is Intent.HELP:
        turn.say("help")
    elif seems in BY_INTENT:
        turn.conversations.begin(BY_INTENT[seems])
    elif _is_courtesy(turn):
        turn.say("menu-courtesy")
    elif is_low(turn.words):
        turn.say("low")
    else:
        if len(turn.words.split()) > SENTENCE:
            turn.say("menu-no-chat")
        turn.conversations.begin(FlowName.MENU)


def _is_courtesy(turn: Turn) -> bool:
    return says("courtesy", turn.words, turn.conversations.wording)


def greet(turn: Turn) -> None:
    """Hello to someone new; the menu to anyone who has joined."""
    match turn.person.status:
        case PersonStatus.JOINED:
            turn.conversations.begin(FlowName.MENU)
        case PersonStatus.UNDER_AGE:
            turn.say("joining-under-age")
        case PersonStatus.NEW:
            joining = turn.conversations.open()
            if joining is None:
                turn.conversations.begin(FlowName.JOINING)
            else:
                turn.conversations.show(joining)
        case PersonStatus.LEFT | PersonStatus.BLOCKED | PersonStatus.ERASED:
            pass
