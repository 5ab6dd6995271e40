"""Answers: words for the question that is open."""

from bot.turn.context import DONE, PASS, Step, Turn, flow_of
from flows.commands.beginnings import BY_INTENT
from flows.commands.intents import Intent, intent
from flows.questions import Said
from flows.routing import Fit, To
from flows.vocabulary import FlowName
from storage.conversations import Conversation


def take_answer(turn: Turn) -> Step:
    """Take the words as the answer; or ask again, where they were meant for one and are not."""
    conversation = turn.conversations.open()
    route = turn.route
    if conversation is None:
        return PASS
    if route.closes:
        turn.conversations.end(conversation)
    match route.to:
        case To.ANSWER:
            has_more = _says_more(turn)
            unclear = turn.conversations.answer(conversation, Said(turn.words))
            if unclear is not None:
                turn.conversations.ask_again(conversation, unclear, turn.words)
            elif has_more:
                turn.offer_to_send()
        case To.RESUME:
            turn.conversations.resume(conversation, "resumed")
        case To.AGAIN:
            if not _see_to_wish(turn, conversation):
                _ask_again(turn, conversation)
        case _:
            return PASS
    return DONE


def _says_more(turn: Turn) -> bool:
    """Whether an answer to what we asked out of the blue says more, perhaps to the partner."""
    asked = turn.question
    return asked is not None and asked.flow.we_began and asked.fit is Fit.LOOSELY


def _ask_again(turn: Turn, conversation: Conversation) -> None:
    unclear = turn.conversations.answer(conversation, Said(turn.words))
    if unclear is None:
        return
    turn.conversations.ask_again(conversation, unclear, turn.words)
    flow = flow_of(conversation)
    if flow is not None and not flow.to_team and flow.name != FlowName.ENDING_EARLY:
        turn.offer_to_send()


def _see_to_wish(turn: Turn, conversation: Conversation) -> bool:
    """See to what they asked for instead of answering. False: there was no such thing."""
    if turn.partners:
        return False
    wish = intent(turn.words)
    if wish is Intent.HELP:
        turn.say("help")
    elif wish is Intent.TALK_NOW and not turn.has_joined:
        turn.say("talk-now-after-joining")
    elif turn.has_joined and BY_INTENT.get(wish, conversation.flow) != conversation.flow:
        turn.conversations.begin(BY_INTENT[wish])
        return True
    else:
        return False
    turn.conversations.repeat(conversation)
    return True
