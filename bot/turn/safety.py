"""Safety: a red flag in what someone wrote is answered before anything else is done with it."""

from bot.messages import Kind
from bot.turn import red_flags
from bot.turn.context import DONE, PASS, Step, Turn, flow_of
from bot.turn.loops import is_loop
from flows.book import URGENT
from flows.reading.ages import says_age_alone, says_under_18
from flows.routing import FEW, Fit
from flows.safety.triage import Risk, Triage, triage
from flows.vocabulary import PersonStatus


def keep_safe(turn: Turn) -> Step:
    """Answer a red flag, and tell the team."""
    words = turn.words
    if turn.arrived.kind not in (Kind.TEXT, Kind.COMMAND, Kind.EDITED, Kind.MEDIA) or not words:
        return PASS
    found = _found(turn)
    if found.label is Risk.NONE:
        return PASS
    if is_loop(turn):
        red_flags.note(turn.post, turn.person, found, words)
        return DONE
    if says_under_18(words) and turn.person.status is not PersonStatus.UNDER_AGE:
        if says_age_alone(words):
            return PASS  # they are turned away kindly, and the team is told
        turn.world.turn_away_child(words)
    turn.advised = found.label is Risk.CLINICAL_ADVICE
    flow = flow_of(turn.conversations.open())
    to_team = flow is not None and flow.to_team
    red_flags.answer(turn, found, to_team=to_team)
    # Who or what is being spoken to still hears a question for the care team, and the team
    # what is being written to it.
    return PASS if turn.advised or to_team else DONE


def _found(turn: Turn) -> Triage:
    """What triage finds, unless the words plainly answer what is being asked."""
    nothing = Triage(Risk.NONE, (), bystander=False, by_sign=False)
    conversation = turn.conversations.open()
    is_urgent = conversation is not None and conversation.flow in URGENT
    question = None if is_urgent else turn.question
    if question is not None and question.is_option:
        return nothing  # a number from a list, or an option's own label: our words, not theirs
    # The team has what went before, where this goes to them anyway.
    found = triage(turn.words, () if turn.is_with_team or is_urgent else turn.texts[-6:])
    if found.by_sign or question is None or question.fit not in (Fit.PLAINLY, Fit.LOOSELY):
        return found
    # "I don't know, they didn't say" is a type of diabetes where that is asked, and would read
    # like despair where nothing is.
    chooses = question.has_options and len(turn.words.split()) <= FEW
    return nothing if chooses else found
