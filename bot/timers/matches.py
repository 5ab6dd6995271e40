"""The timers of a match that goes on: prompts, nudges, the middle and the planned end."""

from collections.abc import Callable

from bot.conversations.questions import ask
from bot.matches import life
from bot.mentors.world import Mentoring
from bot.post import Post
from bot.safety.team import tell_team
from bot.timers.guards import A_DAY, if_going_on, put_off
from flows.matches.events import Event
from flows.matches.silence import Heard, Told, look_at
from flows.vocabulary import Action, FlowName, Side
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
    """Somebody is told of a silence, or the mentor is given up, or it is looked at again."""
    heard = Heard(match.introduced_at, match.mentee_spoke_at, match.mentor_spoke_at)
    silence = look_at(heard, post.now, timer.step or 0)
    if silence.again_at is None:
        _give_up(post, match)
        return
    if silence.told is Told.TEAM:
        mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
        args = {"match": str(match.id), "mentee": mentee.called, "mentor": mentor.called}
        tell_team(post, "team-silent" if silence.waits else "team-quiet", args)
    elif silence.told is not None:
        told = people.get(post.db, match.of(Side(silence.told)))
        message = f"silent-{silence.told}" if silence.waits else f"quiet-{silence.told}"
        post.tell(told, message, _partner(post, told, match))
    timers.set_timer(
        post.db, person.id, Action.QUIET, silence.again_at, match.id, step=silence.step
    )


def _give_up(post: Post, match: Match) -> None:
    """The mentor is silent: their person is found another, and they are asked for nobody new."""
    if life.happens(post, match, Event.SILENT):
        Mentoring(post, people.get(post.db, match.mentor_id)).pause()


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


def _meet_asked(post: Post, timer: Timer, person: Person, match: Match) -> None:
    ask(post, person, FlowName.MEET_ASKED, match.id)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.CARRYING_ON: if_going_on(_carrying_on),
    Action.ENDING: if_going_on(_ending),
    Action.ENDING_LAPSED: if_going_on(_ending_lapsed),
    Action.ENDING_SOON: if_going_on(_ending_soon),
    Action.FIRST_WEEK: if_going_on(_first_week),
    Action.MEET_ASKED: if_going_on(_meet_asked),
    Action.MENTOR_FEEDBACK: _mentor_feedback,
    Action.MIDWAY: if_going_on(_midway),
    Action.QUIET: if_going_on(_quiet),
}
