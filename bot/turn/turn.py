"""The turn: one message, one person, one transaction.

What becomes of a message is decided by the first step that knows what to do with it. Their order
is the safety case: it stands here, and nowhere else.
"""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bot.post import Post
from bot.rules import DEFAULT, Rules
from bot.turn.answers import answer
from bot.turn.arrival import come_back_first, feel, go, overhear, see_nothing
from bot.turn.commands import obey
from bot.turn.context import DONE, Step, Turn
from bot.turn.letters import ask_for_whom, pass_on
from bot.turn.orders import follow_order, guide
from bot.turn.others import acknowledge, press, say_what_is_not_passed
from bot.turn.requests import grant
from bot.turn.safety import ask_whether_safe, keep_safe
from bot.turn.standing import leave_in_peace, turn_child_away
from bot.turn.team import tell_those_who_have_them
from bot.turn.wishes import follow, serve
from bot.turn.wrong_person import ask_who_this_is
from storage.inbox import Waiting

STEPS: tuple[Callable[[Turn], Step], ...] = (
    go,  # they blocked us: there is nobody to answer
    feel,  # an emoji on a message: no words, and no answer
    come_back_first,  # whoever writes is there again, whatever they write
    see_nothing,  # not a mark of it can be seen: nothing to read, nothing to pass on
    follow_order,  # a coordinator's: a crisis that is being dealt with is no crisis of theirs
    obey,  # STOP, HELP, BACK …: they always work, and are no red flags
    overhear,  # what a machine wrote: it is nobody's cry, nobody's answer and nobody's letter
    keep_safe,  # a red flag goes before all else that people write
    guide,  # a coordinator's near miss: she is told what she meant, and gets no patient's menu
    grant,  # words that something follows: LINK 123456, TALK TO Ben
    tell_those_who_have_them,  # what they write in trouble is for the team, not for a menu
    leave_in_peace,  # blocked, or opted out: what they write goes nowhere
    press,  # a button answers its own question, and no other
    acknowledge,  # what is not words
    ask_who_this_is,  # a wrong number, or a death
    turn_child_away,  # adults only
    answer,  # from here on it is as the words are routed: see flows/routing.py
    ask_for_whom,
    serve,  # a wish for the line, from someone who has a partner to write to
    pass_on,
    follow,  # nobody asked, and there is nobody to write to: what they seem to want
)


def take_turn(db: Session, row: Waiting, now: datetime, rules: Rules = DEFAULT) -> None:
    """Handle one message. Raises whatever goes wrong: the caller undoes the turn."""
    turn = Turn(row, Post(db, now, row.id, rules))
    for step in STEPS:
        if step(turn) is DONE:
            break
    say_what_is_not_passed(turn)
    ask_whether_safe(turn)
