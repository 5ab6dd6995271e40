"""Safety: a red flag in what someone wrote is answered before anything else is done with it."""

from datetime import timedelta

from bot.messages import Kind
from bot.safety import concerns
from bot.turn import red_flags
from bot.turn.context import DONE, PASS, Step, Turn, flow_of
from bot.turn.loops import is_loop
from flows.reading.ages import says_age_alone, says_under_18
from flows.reading.scripts import language_of
from flows.routing import FEW, Fit
from flows.safety.triage import GRAVE, Risk, Triage, triage
from flows.vocabulary import FlowName, PersonStatus
from storage import concerns as stored
from storage.concerns import ConcernKind

REMEMBERED = timedelta(days=90)  # a false alarm: as long as what was written


def answer_red_flag(turn: Turn) -> Step:
    """Answer a red flag, and tell the team."""
    words = turn.words
    if turn.arrived.kind not in (Kind.TEXT, Kind.COMMAND, Kind.EDITED, Kind.MEDIA) or not words:
        return PASS
    found = _found(turn)
    if found.label is Risk.NONE:
        return PASS
    if _may_be_only(turn, found):
        turn.may_be = found
        return PASS
    if is_loop(turn):
        if found.label in GRAVE:
            red_flags.note(turn.post, turn.person, found, words)
        return DONE
    if says_under_18(words) and turn.person.status is not PersonStatus.UNDER_AGE:
        if says_age_alone(words):
            return PASS  # they are turned away kindly, and the team is told
        turn.world.turn_away_child(words)
    if found.label is Risk.CLINICAL_ADVICE:
        turn.advised = True
        return red_flags.advise(turn, found)
    flow = flow_of(turn.conversations.open())
    to_team = flow is not None and flow.to_team
    red_flags.answer(turn, found, to_team=to_team)
    return PASS if to_team else DONE  # the team still hears what is being written to it


def _may_be_only(turn: Turn, found: Triage) -> bool:
    """Whether it may be danger, and may as well not: what is plain, or comes twice within a day, or
    from someone whom nobody else would ask, is danger."""
    return (
        found.label in GRAVE
        and not _is_plain(turn, found)
        and turn.person.status in (PersonStatus.JOINED, PersonStatus.NEW)
        and turn.address.opted_out_at is None
        and concerns.gravest(turn.post, turn.person) is None
        and not concerns.is_watched(turn.post, turn.person)
    )


def _is_plain(turn: Turn, found: Triage) -> bool:
    """Whether it is plain danger, from this person: a coordinator's false alarms are remembered."""
    if not found.plain:
        return False
    since = turn.now - REMEMBERED
    kind = ConcernKind(found.label.value)
    return found.is_plain_after(stored.count_false(turn.db, turn.person.id, kind, since))


def ask_whether_safe(turn: Turn) -> None:
    """In the same breath, once and warmly; a coordinator finds it on the list."""
    found = turn.may_be
    if found is None:
        return
    turn.person.language = language_of(turn.words) or turn.person.language
    concern = concerns.watch(turn.post, turn.person, turn.words, "; ".join(found.why))
    if turn.has_joined:
        turn.conversations.begin(FlowName.CHECKING_SAFE, concern.id)
    else:
        turn.say("checking-safe-newcomer")


def _found(turn: Turn) -> Triage:
    """What triage finds, unless the words plainly answer what is being asked."""
    nothing = Triage(Risk.NONE, (), bystander=False, by_sign=False)
    question = None if turn.is_asked_if_safe else turn.question
    if question is not None and question.is_option:
        return nothing  # a number from a list, or an option's own label: our words, not theirs
    # The team has what went before, where this goes to them anyway.
    told_all = turn.is_with_team or turn.is_asked_if_safe
    found = triage(turn.words, () if told_all else turn.texts[-6:])
    if found.by_sign or question is None or question.fit not in (Fit.PLAINLY, Fit.LOOSELY):
        return found
    # "I don't know, they didn't say" is a type of diabetes where that is asked, and would read
    # like despair where nothing is.
    chooses = question.has_options and len(turn.words.split()) <= FEW
    return nothing if chooses else found
