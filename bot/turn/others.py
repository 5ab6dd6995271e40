"""Others: what arrives that is not words: presses, places, pictures, cards, changed messages."""

from bot.conversations.conversations import Pressed
from bot.messages import Kind
from bot.safety import concerns
from bot.turn.context import DONE, PASS, Step, Turn
from flows.book import URGENT
from flows.questions import Said
from flows.safety.low import is_low


def take_press(turn: Turn) -> Step:
    """A press answers the question that its button was under, and no other."""
    if turn.arrived.kind is not Kind.PRESS:
        return PASS
    number, serial, value = Pressed.read(turn.arrived.pressed or "")
    conversation = turn.conversations.open()
    if (
        conversation is not None
        and (number, serial) == (str(conversation.id), str(conversation.serial))
        and turn.conversations.answer(conversation, Said(pressed=value)) is None
    ):
        return DONE
    # What is asked about someone's safety would else overtake what announces it.
    is_urgent = conversation is not None and conversation.flow in URGENT
    turn.say("press-outdated", urgent=is_urgent, asking="yes" if conversation else "no")
    if conversation is not None:
        turn.conversations.show(conversation)
    return DONE


def acknowledge_media(turn: Turn) -> Step:
    """One kind word, and what can be done with it."""
    match turn.arrived.kind:
        case Kind.LOCATION:
            conversation = turn.conversations.open()
            said = Said(turn.words, position=turn.arrived.position)
            if conversation is None or turn.conversations.answer(conversation, said) is not None:
                turn.say("position-thanks")
        case Kind.CONTACT:
            turn.say("contact-not-passed")
        case Kind.EDITED:
            turn.say("edited-noted")
        case Kind.MEDIA:
            if not _is_answered(turn):
                may_tell = not turn.arrived.pictures and _is_low(turn)
                turn.say("only-words-low" if may_tell else "only-words")
        case Kind.TEXT | Kind.COMMAND:
            return PASS
        case Kind.REACTION | Kind.GROUP | Kind.UNKNOWN | Kind.BLOCKED | Kind.UNBLOCKED | Kind.PRESS:
            pass
    return DONE


def say_what_is_not_passed(turn: Turn) -> None:
    """The words of a message go where they go; the pictures that came with them do not."""
    if turn.arrived.pictures and turn.is_words and not turn.is_opted_out and not _is_answered(turn):
        turn.say("picture-not-passed")


def _is_low(turn: Turn) -> bool:
    """Whether a voice note may say what they could not write."""
    return (
        concerns.gravest(turn.post, turn.person) is not None
        or concerns.is_watched(turn.post, turn.person)
        or any(is_low(text) for text in turn.texts)
    )


def _is_answered(turn: Turn) -> bool:
    """Whether another picture of the same album has been answered."""
    album = turn.arrived.album
    return album is not None and any(each.album == album for _, each in turn.lately)
