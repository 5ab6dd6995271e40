"""The timers of a match that goes on: prompts, nudges, the middle and the planned end."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.conversations.questions import ask
from bot.matches import life
from bot.mentors.world import Mentoring
from bot.post import Post
from bot.safety.team import tell_team
from bot.timers.guards import A_DAY, if_going_on, put_off
from flows.matches.calendar import GIVEN_UP, MIDWAY, QUIET, QUIET_LATER, QUIET_STEP
from flows.matches.events import Event
from flows.vocabulary import Action, FlowName
from storage import people, timers
from storage.matches import Match
from storage.people import Person
from storage.timers import Timer


def _partner(post: Post, person: Person, match: Match) -> dict[str, str]:
    return {"partner": life.partner_of(post, match, person)}


def _first_week(post: Post, timer: Timer, person: Person, match: Match) -> None:
    side = "mentee" if person.id == match.mentee_id else "mentor"
    post.tell(person, f"first-week-{side}", _partner(post, person, match))


def _quiet(post: Post, timer: Timer, person: Person, match: Match) -> None:
    """Ten days without a word: the mentor is nudged, then the person, then the team.

    So it is when the person writes and the mentor does not: in the end they are found another.
    The timer's version counts the steps taken in this silence. When the team knows of one that is
    on both sides, both are left in peace for as long again.
    """
    quiet = _quiet_for(post, match)
    waits = _waits(match)
    last = (match.mentor_spoke_at if waits else match.last_word_at) or match.introduced_at
    if last is not None and post.now - last < quiet:
        _again(post, match, last + quiet, step=0)
        return
    mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
    args = {"match": str(match.id), "mentee": mentee.called, "mentor": mentor.called}
    match timer.version or 0:
        case 0:
            post.tell(
                mentor, "silent-mentor" if waits else "quiet-mentor", _partner(post, mentor, match)
            )
            _again(post, match, post.now + QUIET_STEP, step=1)
        case 1:
            post.tell(
                mentee, "silent-mentee" if waits else "quiet-mentee", _partner(post, mentee, match)
            )
            _again(post, match, post.now + QUIET_STEP, step=2)
        case 2:
            tell_team(post, "team-silent" if waits else "team-quiet", args)
            if waits:
                _again(post, match, post.now + GIVEN_UP, step=3)
            else:
                _again(post, match, post.now + quiet, step=0)
        case _ if waits:
            _give_up(post, match, mentor)
        case _:
            _again(post, match, post.now + quiet, step=0)


def _waits(match: Match) -> bool:
    """Whether the person wrote last, and has not been answered."""
    return match.mentee_spoke_at is not None and (
        match.mentor_spoke_at is None or match.mentee_spoke_at > match.mentor_spoke_at
    )


def _give_up(post: Post, match: Match, mentor: Person) -> None:
    """The mentor is silent: their person is found another, and they are asked for nobody new."""
    if life.happens(post, match, Event.SILENT):
        Mentoring(post, mentor).pause()


def _quiet_for(post: Post, match: Match) -> timedelta:
    """How long a silence is ordinary: pairs go from weekly to fortnightly."""
    is_late = match.introduced_at is not None and post.now - match.introduced_at >= MIDWAY
    return QUIET_LATER if is_late else QUIET


def _again(post: Post, match: Match, at: datetime, *, step: int) -> None:
    timers.set_timer(post.db, match.mentor_id, Action.QUIET, at, match.id, step)


def _midway(post: Post, timer: Timer, person: Person, match: Match) -> None:
    post.tell(person, "fortnightly", _partner(post, person, match))
    ask(post, person, FlowName.MIDPOINT, match.id)


def _ending_soon(post: Post, timer: Timer, person: Person, match: Match) -> None:
    post.tell(person, "ending-soon", _partner(post, person, match))


def _ending(post: Post, timer: Timer, person: Person, match: Match) -> None:
    ask(post, person, FlowName.LOOKING_BACK, match.id)
    life.happens(post, match, Event.LOOK_BACK)


def _ending_lapsed(post: Post, timer: Timer, person: Person, match: Match) -> None:
    """Nobody answered the look back, or the mentor the wish to carry on: it ends as planned."""
    life.happens(post, match, Event.ENDED_AS_PLANNED)


def _carrying_on(post: Post, timer: Timer, person: Person, match: Match) -> None:
    ask(post, person, FlowName.CARRYING_ON, match.id)


def _mentor_feedback(post: Post, timer: Timer, person: Person) -> None:
    if not put_off(post, timer, person, A_DAY):
        ask(post, person, FlowName.MENTOR_FEEDBACK, timer.about)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.CARRYING_ON: if_going_on(_carrying_on),
    Action.ENDING: if_going_on(_ending),
    Action.ENDING_LAPSED: if_going_on(_ending_lapsed),
    Action.ENDING_SOON: if_going_on(_ending_soon),
    Action.FIRST_WEEK: if_going_on(_first_week),
    Action.MENTOR_FEEDBACK: _mentor_feedback,
    Action.MIDWAY: if_going_on(_midway),
    Action.QUIET: if_going_on(_quiet),
}
