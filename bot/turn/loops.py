"""Loops: another program answers ours, and gets fewer answers, then none."""

from datetime import timedelta

from bot.messages import LETTER
from bot.turn.context import LAST_HOUR, MANY, Turn
from flows.reading.loops import SLOWED_AFTER, Loop, Written, loop
from flows.routing import SENTENCE
from storage import outbox

SHORT = timedelta(minutes=5)
SAME = 6  # times the same words in a row
EVERY = 3  # messages: one of so many is answered while it may be a program


def is_loop(turn: Turn) -> bool:
    """Whether it shows by now that no person writes this."""
    return _says_the_same(turn) or _shape(turn) is Loop.STOPPED


def is_slowed(turn: Turn) -> bool:
    """Whether this one gets no answer, since it may be a program's."""
    return _shape(turn) is Loop.SLOWED and len(turn.texts) % EVERY != 0


def _says_the_same(turn: Turn) -> bool:
    if len(turn.texts) < SAME or set(turn.texts[-SAME:]) != {turn.words}:
        return False
    if not turn.partners:
        return True
    # "ok", to a mentor; or a letter that waits for its answer, sent again each few minutes.
    began = turn.lately[-SAME][0]
    return len(turn.words.split()) >= SENTENCE and turn.now - began < SHORT


def _shape(turn: Turn) -> Loop:
    """What the exchange of the last hour looks like, where there was much of one."""
    if len(turn.texts) < SLOWED_AFTER:
        return Loop.NONE
    ours = outbox.lately(turn.db, turn.person.id, turn.now - LAST_HOUR, MANY)
    exchange = [
        *(Written(at, each.text, from_us=False) for at, each in turn.lately if each.text),
        *(Written(at, LETTER.validate_json(body).text, from_us=True) for at, body in ours),
        Written(turn.now, turn.words, from_us=False),
    ]
    return loop(sorted(exchange, key=lambda each: each.at))
