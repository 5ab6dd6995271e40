"""Arrival: what is known of a message before anybody reads it."""

from bot.messages import Kind
from bot.people.opt_out import come_back, gone
from bot.relay import reactions
from bot.turn.context import DONE, PASS, Step, Turn
from flows.reading.machine import MachineKind, machine_words
from flows.reading.plain import is_seen
from flows.safety.triage import Risk, triage
from flows.vocabulary import PersonStatus
from storage import people


def go(turn: Turn) -> Step:
    """They blocked us: to them nothing more is written."""
    if turn.arrived.kind is not Kind.BLOCKED:
        return PASS
    people.mark_opted_out(turn.db, turn.address.id, turn.now)
    gone(turn.post, turn.person)
    return DONE


def feel(turn: Turn) -> Step:
    """An emoji put on a message is for whoever wrote that, and brings nobody back."""
    if turn.arrived.kind is not Kind.REACTION:
        return PASS
    reactions.pass_on(turn.post, turn.person, turn.arrived.on_message, turn.arrived.emoji)
    return DONE


def come_back_first(turn: Turn) -> Step:
    """They wrote, so they are there; whoever had left without an opt-out is back."""
    turn.address.used_at = turn.now
    turn.address.gone_at = None
    if turn.person.status is PersonStatus.LEFT and turn.address.opted_out_at is None:
        come_back(turn.post, turn.person, turn.address)
    # Telegram's own /start follows an unblocking, and says what they want.
    return DONE if turn.arrived.kind is Kind.UNBLOCKED else PASS


def see_nothing(turn: Turn) -> Step:
    """Words of which nothing can be seen: passed on they would be an empty letter."""
    if turn.arrived.kind is not Kind.TEXT or is_seen(turn.words):
        return PASS
    if not turn.is_opted_out:
        turn.say("nothing-seen")
    return DONE


def overhear(turn: Turn) -> Step:
    """What a machine wrote, or what quotes another's words: kept, and nothing is made of it."""
    found = machine_words(turn.words) if turn.is_words else None
    if found is None:
        return PASS
    if found.kind is not MachineKind.REACTION and _may_be_a_cry(turn):
        return PASS
    if found.kind is MachineKind.REACTION and found.quoted and not found.is_removed:
        reactions.pass_on_quoted(turn.post, turn.person, found.quoted, found.emoji)
    return DONE


def _may_be_a_cry(turn: Turn) -> bool:
    """Whether what looks like a machine's words may be a person's in danger: "away from him now",
    "on leave, feeling suicidal". A machine that is answered costs one text; a cry that is not may
    cost a life."""
    if turn.is_with_team or turn.is_asked_if_safe:
        return True
    return triage(turn.words).label not in (Risk.NONE, Risk.CLINICAL_ADVICE)
