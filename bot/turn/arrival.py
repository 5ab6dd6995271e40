"""Arrival: what is known of a message before anybody reads it."""

from bot.messages import Kind
from bot.people.opt_out import come_back, gone
from bot.relay import reactions
from bot.turn.context import DONE, LAST_HOUR, PASS, Step, Turn
from flows.reading.machine import MachineKind, MachineWords, machine_words
from flows.reading.plain import is_seen
from flows.safety.triage import Risk, triage
from flows.vocabulary import PersonStatus
from storage import kept, people
from storage.kept import Why


def note_block(turn: Turn) -> Step:
    """They blocked us: to them nothing more is written."""
    if turn.arrived.kind is not Kind.BLOCKED:
        return PASS
    people.mark_opted_out(turn.db, turn.address.id, turn.now)
    gone(turn.post, turn.person)
    return DONE


def pass_on_reaction(turn: Turn) -> Step:
    """An emoji put on a message is for whoever wrote that, and brings nobody back."""
    if turn.arrived.kind is not Kind.REACTION:
        return PASS
    reactions.pass_on(turn.post, turn.person, turn.arrived.on_message, turn.arrived.emoji)
    return DONE


def close_what_is_gone(turn: Turn) -> Step:
    """A conversation that this release can't replay ends politely, and the team is told."""
    turn.conversations.end_if_gone()
    return PASS


def welcome_back(turn: Turn) -> Step:
    """They wrote, so they are there; whoever had left without an opt-out is back."""
    turn.address.used_at = turn.now
    turn.address.gone_at = None
    if turn.person.status is PersonStatus.LEFT and turn.address.opted_out_at is None:
        come_back(turn.post, turn.person, turn.address)
    # Telegram's own /start follows an unblocking, and says what they want.
    return DONE if turn.arrived.kind is Kind.UNBLOCKED else PASS


def say_nothing_came(turn: Turn) -> Step:
    """Words of which nothing can be seen: passed on they would be an empty letter."""
    if turn.arrived.kind is not Kind.TEXT or is_seen(turn.words):
        return PASS
    if not turn.is_opted_out:
        turn.say("nothing-seen")
    return DONE


def set_machines_aside(turn: Turn) -> Step:
    """What a machine wrote, or what quotes another's words: nothing is made of it, and where a
    person may have written it after all, they are told so and can still send it."""
    found = machine_words(turn.words) if turn.is_words else None
    if found is None:
        return PASS
    if found.kind is MachineKind.REACTION:
        return _feel_in_words(turn, found)
    # Nothing that writes by itself answers with Telegram's Reply.
    if turn.arrived.on_message is not None or _answers_us(turn) or _may_be_a_cry(turn):
        return PASS
    if found.is_certain:
        return DONE
    return _keep_for_sending(turn)


def _feel_in_words(turn: Turn, found: MachineWords) -> Step:
    """A reaction, put in words by a phone: what it quotes is triaged only if nobody here wrote it
    to them."""
    if not found.quoted:
        return DONE
    letter = reactions.quoted_in(turn.post, turn.person, found.quoted)
    if letter is None and _may_be_a_cry(turn):
        return PASS
    if letter is None:
        return DONE if found.is_certain else _keep_for_sending(turn)
    if not found.is_removed:
        reactions.tell(turn.post, turn.person, letter, found.emoji)
    return DONE


def _answers_us(turn: Turn) -> bool:
    """Whether they were asked for words, within the hour, about something that they began."""
    asked = turn.question
    is_theirs = asked is not None and asked.flow.about_us and not asked.flow.we_began
    return is_theirs and asked is not None and asked.age <= LAST_HOUR


def _keep_for_sending(turn: Turn) -> Step:
    """Keep it, and say so once an hour: a machine would answer that, too."""
    if turn.is_opted_out or turn.person.status is PersonStatus.BLOCKED:
        return PASS
    told = kept.waiting(turn.db, turn.person.id, turn.now - LAST_HOUR, Why.MACHINE)
    turn.keep(Why.MACHINE)
    if not told:
        turn.say("machine-or-person", partner=turn.partner or "nobody")
    return DONE


def _may_be_a_cry(turn: Turn) -> bool:
    """Whether what looks like a machine's words may be a person's in danger: "away from him now",
    "on leave, feeling suicidal". A machine that is answered costs one text; a cry that is not may
    cost a life."""
    if turn.is_with_team or turn.is_asked_if_safe:
        return True
    return triage(turn.words).label not in (Risk.NONE, Risk.CLINICAL_ADVICE)
