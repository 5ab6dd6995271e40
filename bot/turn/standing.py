"""Standing: those whose words go nowhere, and those who are too young to be here."""

from bot.messages import Kind
from bot.people.opt_out import come_back
from bot.relay import relay
from bot.turn.age import may_take_back, take_back
from bot.turn.context import DONE, PASS, Step, Turn
from bot.turn.loops import is_loop, is_slowed
from flows.commands.commands import Command
from flows.reading.ages import says_under_18, takes_back
from flows.vocabulary import FlowName, PersonStatus


def leave_in_peace(turn: Turn) -> Step:
    """Blocked, or opted out: what they write is kept, and goes no further."""
    if turn.person.status is PersonStatus.BLOCKED:
        return PASS if turn.is_at_their_rights else DONE
    if turn.is_opted_out:
        answer_opted_out(turn, None)
        return DONE
    return PASS


def slow_loops(turn: Turn) -> Step:
    """A program that answers ours gets fewer answers, then none."""
    if not turn.is_words:
        return PASS
    if not is_loop(turn):
        return DONE if is_slowed(turn) else PASS
    if turn.claim_slowing():
        turn.world.tell_team("team-loop")
    return DONE


def answer_opted_out(turn: Turn, said: Command | None) -> None:
    """Nothing is sent to someone who opted out, but an answer to what they write now."""
    if said not in (Command.START, Command.YES):
        turn.say("opted-out")
        return
    come_back(turn.post, turn.person, turn.address)
    if turn.person.status is PersonStatus.NEW:
        turn.conversations.begin(FlowName.JOINING)
    else:
        turn.say("started")
        if relay.may_be_blocked(turn.post, turn.person, turn.arrived.to):
            turn.say("started-numbers")


def turn_child_away(turn: Turn) -> Step:
    """Adults only: a child is met kindly, given Childline, and told of to a coordinator."""
    if turn.arrived.kind not in (Kind.TEXT, Kind.COMMAND) or turn.is_at_their_rights:
        return PASS
    if turn.person.status is PersonStatus.UNDER_AGE:
        if may_take_back(turn.post, turn.person) and takes_back(turn.words):
            take_back(turn.post, turn.person, turn.words)
        else:
            turn.say("joining-under-age")
        return DONE
    if not says_under_18(turn.words):
        return PASS
    turn.world.turn_away_child(turn.words)
    turn.say("joining-under-age")
    return DONE
