"""The turn: one message, one person, one transaction.

What is decided, in this order: whether what they wrote is a red flag; the words that always
work (STOP, START, HELP, MENU, BACK …); the open question; the relay; and then what they seem
to want. Everything that follows is written in the turn's transaction.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from bot.messages import Kind
from bot.people.opt_out import come_back, gone
from bot.post import Compose, Post
from bot.rules import DEFAULT, Rules
from bot.turn import red_flags
from bot.turn.answers import take_words
from bot.turn.commands import obey, opted_out
from bot.turn.message import Hearing, flow_of
from bot.turn.orders import Duty, guide, read
from bot.turn.requests import grant
from bot.turn.team import is_for_team
from flows.book import URGENT
from flows.commands.commands import command, request
from flows.commands.orders import Order, pressed
from flows.questions import Said
from flows.reading.ages import says_age_alone, says_under_18
from flows.safety.triage import Risk, triage
from flows.vocabulary import Channel, PersonStatus
from storage import people
from storage.conversations import Conversation
from storage.inbox import Waiting

FEW = 8  # words: an answer that holds no more than an answer


def take_turn(
    db: Session,
    row: Waiting,
    now: datetime,
    composers: Mapping[Channel, Compose],
    rules: Rules = DEFAULT,
) -> None:
    """Handle one message. Raises whatever goes wrong: the caller undoes the turn."""
    _take(Hearing(row, Post(db, composers, now, row.id, rules)))


def _take(heard: Hearing) -> None:
    if heard.arrived.kind is Kind.BLOCKED:
        people.mark_opted_out(heard.db, heard.address.id, heard.now)
        gone(heard.post, heard.person)
        return
    heard.address.used_at = heard.now
    heard.address.gone_at = None  # they wrote: they are there
    if heard.person.status is PersonStatus.LEFT and heard.address.opted_out_at is None:
        come_back(heard.post, heard.person, heard.address)
    if heard.arrived.kind is Kind.UNBLOCKED:
        return  # Telegram's own /start follows, and says what they want

    said = command(heard.words) if heard.is_words else None
    duty = read(heard)
    if isinstance(duty, Order):
        Duty(heard).obey(duty)
    elif said is not None:
        if not obey(heard, said):
            _go_on(heard)
    elif not _is_flagged(heard) and not guide(heard, duty) and not _is_granted(heard):
        _go_on(heard)


def _is_granted(heard: Hearing) -> bool:
    """Whether it was a request, with what follows the word for it, and has been met."""
    asked = request(heard.words) if heard.is_words else None
    if asked is None or heard.address.opted_out_at is not None:
        return False
    return grant(asked, heard.post, heard.person, heard.address, heard.conversing)


def _is_flagged(heard: Hearing) -> bool:
    """Whether what they wrote was a red flag, and has been answered as one."""
    if heard.arrived.kind not in (Kind.TEXT, Kind.EDITED, Kind.MEDIA) or not heard.words:
        return False
    words = heard.words
    conversation = heard.conversing.open()
    # The team has what went before, where this goes to them anyway.
    has_all = heard.is_with_team or (conversation is not None and conversation.flow in URGENT)
    found = triage(words, () if has_all else heard.texts[-6:])
    if found.label is Risk.NONE or heard.is_option(conversation):
        return False
    if not found.by_sign and _is_plain_answer(heard, conversation):
        return False
    if heard.is_loop():
        red_flags.note(heard.post, heard.person, found, words)
        return True
    if says_under_18(words) and heard.person.status is not PersonStatus.UNDER_AGE:
        if says_age_alone(words):
            return False  # they are turned away kindly, and the team is told
        heard.world.turn_away_child(words)
    heard.advised = found.label is Risk.CLINICAL_ADVICE
    flow = flow_of(conversation)
    to_team = flow is not None and flow.to_team
    red_flags.answer(heard.post, heard.person, heard.conversing, found, words, to_team=to_team)
    # Who or what is being spoken to still hears a question for the care team, and the team
    # what is being written to it.
    return not heard.advised and not to_team


def _is_plain_answer(heard: Hearing, conversation: Conversation | None) -> bool:
    """Whether it chooses among the open question's options, in few words.

    "I don't know, they didn't say" is a type of diabetes where that is asked, and would read
    like despair where nothing is.
    """
    words, flow = heard.words, flow_of(conversation)
    return (
        conversation is not None
        and flow is not None
        and conversation.flow not in URGENT
        and len(words.split()) <= FEW
        and heard.conversing.chosen(conversation, words)
    )


def _go_on(heard: Hearing) -> None:
    if is_for_team(heard):
        return
    if heard.person.status is PersonStatus.BLOCKED:
        return  # by a coordinator: what they write is kept, and goes nowhere
    if heard.is_opted_out:
        opted_out(heard, None)
        return
    conversation = heard.conversing.open()
    match heard.arrived.kind:
        case Kind.PRESS:
            _pressed(heard, conversation)
        case Kind.LOCATION:
            if conversation is None or not _answered(heard, conversation):
                heard.conversing.say("position-thanks")
        case Kind.CONTACT:
            heard.conversing.say("contact-not-passed")
        case Kind.EDITED:
            heard.conversing.say("edited-noted")
        case Kind.MEDIA:
            heard.conversing.say("only-words")
        case Kind.TEXT | Kind.COMMAND:
            take_words(heard, conversation)
        case Kind.GROUP | Kind.UNKNOWN | Kind.BLOCKED | Kind.UNBLOCKED:
            pass


def _pressed(heard: Hearing, conversation: Conversation | None) -> None:
    """A press answers the question that its button was under, and no other."""
    data = heard.arrived.pressed or ""
    duty = pressed(data) if heard.person.is_coordinator else None
    if duty is not None:
        Duty(heard).obey(duty)
        return
    number, _, rest = data.partition(".")
    serial, _, value = rest.partition(".")
    if (
        conversation is not None
        and (number, serial) == (str(conversation.id), str(conversation.serial))
        and heard.conversing.answer(conversation, Said(pressed=value)) is None
    ):
        return
    heard.conversing.say("press-outdated", asking="yes" if conversation else "no")
    if conversation is not None:
        heard.conversing.show(conversation)


def _answered(heard: Hearing, conversation: Conversation) -> bool:
    said = Said(heard.words, position=heard.arrived.position)
    return heard.conversing.answer(conversation, said) is None
