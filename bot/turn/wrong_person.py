"""The wrong person: we are told that we write to the wrong person, or to someone who has died."""

from bot.safety.team import tell_team
from bot.turn.context import DONE, PASS, Step, Turn
from flows.reading.wrong_person import WrongPerson, ending
from flows.vocabulary import FlowName

_ASKS = {WrongPerson.WRONG_NUMBER: FlowName.WRONG_NUMBER, WrongPerson.DECEASED: FlowName.DECEASED}


def ask_who_this_is(turn: Turn) -> Step:
    """One question first: a slip must not cut off someone who needs us."""
    if not turn.is_words:
        return PASS
    told = ending(turn.words, turn.person.name)
    if told is None or turn.is_asked_if_safe:
        return PASS
    if told is WrongPerson.DECEASED:  # whoever is grieving may not write again
        args = {"person": str(turn.person.id)}
        tell_team(turn.post, "team-deceased-asked", args, urgent=True)
    turn.conversations.begin(_ASKS[told], held=turn.words)
    return DONE
