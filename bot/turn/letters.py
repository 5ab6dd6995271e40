"""Letters: words for the one they talk with, and words of which that is not clear."""

from bot.relay import relay
from bot.turn.context import DONE, MINUTE, PASS, Step, Turn
from flows.book import ENDS_CONTACT
from flows.commands.intents import Intent, intent
from flows.commands.wishes import asks_for_someone
from flows.routing import To
from flows.vocabulary import FlowName
from storage.kept import Why


def ask_for_whom(turn: Turn) -> Step:
    """Keep the words until their writer says whom they are for: nothing is passed on unasked."""
    match turn.route.to:
        case To.WHOM:
            _keep_and_ask(turn)
        case To.LEAVE:
            turn.conversations.begin(FlowName.LEAVING)
            turn.offer_to_send()
        case _:
            return PASS
    return DONE


def _keep_and_ask(turn: Turn) -> None:
    turn.keep(Why.WHOM)
    turn.conversations.begin(FlowName.WHOM)


def pass_on(turn: Turn) -> Step:
    """Pass the words on. A flood is slowed, and none of it lost."""
    if turn.route.to is not To.LETTER and not turn.floods:
        return PASS
    if turn.floods and turn.claim_slowing():
        turn.say("flood")
    outcome = relay.pass_on(
        turn.post,
        turn.person,
        turn.words,
        turn.heading,
        forwarded=turn.arrived.forwarded,
        earlier=turn.texts,
        not_before=turn.now + MINUTE if turn.floods else None,
    )
    if outcome is None:
        return DONE if turn.floods else PASS
    tell(turn, outcome)
    if isinstance(outcome, relay.Passed):
        asked = turn.conversations.open()
        if asked is not None and asked.flow in ENDS_CONTACT:
            turn.conversations.end(asked)
        if turn.is_advised_anew:
            relay.tell_mentor_of_advice(turn.post, turn.person, outcome.match)
        _hint_at_talk_now(turn)
    return DONE


def tell(turn: Turn, outcome: relay.Outcome) -> None:
    """Tell the sender what has become of their words, where it is not what they expect."""
    match outcome:
        case relay.HeldBack(flow, match_id, words):
            turn.conversations.begin(flow, match_id, held=words)
        case relay.Unclear():
            _keep_and_ask(turn)
        case relay.NotPassed(message, partner):
            turn.say(message, partner=partner)
        case relay.Passed(partner, _, says_so):
            if says_so:
                turn.say("relay-passed-to", partner=partner)


def _hint_at_talk_now(turn: Turn) -> None:
    """Their mentor may not see it for a while."""
    asks = intent(turn.words) is Intent.TALK_NOW and asks_for_someone(turn.words)
    if asks and turn.world.me().partner is not None:
        turn.say("talk-now-hint")
