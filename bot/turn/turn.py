"""The turn: one message, one person, one transaction.

What becomes of a message is decided by the first step that knows what to do with it. Their order
is the safety case: it stands here, and nowhere else.
"""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bot.post import Post
from bot.rules import DEFAULT, Rules
from bot.turn.answers import take_answer
from bot.turn.arrival import (
    close_what_is_gone,
    note_block,
    pass_on_reaction,
    say_nothing_came,
    set_machines_aside,
    welcome_back,
)
from bot.turn.commands import obey_command
from bot.turn.context import DONE, Step, Turn
from bot.turn.letters import ask_for_whom, pass_on
from bot.turn.orders import follow_order, guide_coordinator
from bot.turn.others import acknowledge_media, say_what_is_not_passed, take_press
from bot.turn.requests import grant_request
from bot.turn.safety import answer_red_flag, ask_whether_safe
from bot.turn.standing import leave_in_peace, slow_loops, turn_child_away
from bot.turn.team import tell_team_who_have_them
from bot.turn.wishes import follow_wish, serve_wish
from bot.turn.wrong_person import ask_who_this_is
from storage.inbox import Waiting

STEPS: tuple[Callable[[Turn], Step], ...] = (
    note_block,  # they blocked us: there is nobody to answer
    pass_on_reaction,  # an emoji on a message: no words, and no answer
    welcome_back,  # whoever writes is there again, whatever they write
    say_nothing_came,  # not a mark of it can be seen: nothing to read, nothing to pass on
    follow_order,  # a coordinator's: a crisis that is being dealt with is no crisis of theirs
    obey_command,  # STOP, HELP, BACK …: they always work, and are no red flags
    set_machines_aside,  # what a machine wrote: nobody's cry, answer or letter
    answer_red_flag,  # a red flag goes before all else that people write
    guide_coordinator,  # her near miss: she is told what she meant, and gets no menu
    grant_request,  # words that something follows: LINK 123456, TALK TO Ben
    tell_team_who_have_them,  # what they write in trouble is for the team, not for a menu
    leave_in_peace,  # blocked, or opted out: what they write goes nowhere
    slow_loops,  # another program answers ours
    close_what_is_gone,  # a question that this release can't go on with
    take_press,  # a button answers its own question, and no other
    acknowledge_media,  # what is not words
    ask_who_this_is,  # a wrong number, or a death
    turn_child_away,  # adults only
    take_answer,  # from here on it is as the words are routed: see flows/routing.py
    ask_for_whom,
    serve_wish,  # a wish for the line, from someone who has a partner to write to
    pass_on,
    follow_wish,  # nobody asked, and there is nobody to write to: what they seem to want
)


def take_turn(db: Session, row: Waiting, now: datetime, rules: Rules = DEFAULT) -> None:
    """Handle one message. Raises whatever goes wrong: the caller undoes the turn."""
    turn = Turn(row, Post(db, now, row.id, rules))
    for step in STEPS:
        if step(turn) is DONE:
            break
    say_what_is_not_passed(turn)
    ask_whether_safe(turn)
