"""Loops: another program answers ours, and gets no more answers."""

from bot.turn.context import Turn
from flows.routing import SENTENCE

SAME = 6  # times the same words in a row


def is_loop(turn: Turn) -> bool:
    """Whether the same words have come so often that no person wrote them."""
    if len(turn.texts) < SAME or set(turn.texts[-SAME:]) != {turn.words}:
        return False
    return len(turn.words.split()) >= SENTENCE or not turn.partners  # "ok", to a mentor


def is_new_loop(turn: Turn) -> bool:
    """Whether the team has not been told of it yet."""
    return is_loop(turn) and turn.texts[-SAME - 1 : -SAME] != [turn.words]
