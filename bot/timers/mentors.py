"""The timers of a mentor's life: what runs out, the monthly check-in, and thanks."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.conversations.questions import ask
from bot.mentors.standing import MONTH
from bot.post import Post
from bot.safety import concerns
from bot.safety.team import tell_team
from bot.timers.guards import A_DAY, is_for, put_off
from flows.vocabulary import Action, FlowName, MentorStatus
from flows.words import Argument
from storage import mentors, timers
from storage.concerns import ConcernKind
from storage.mentors import Mentor
from storage.people import Person
from storage.timers import Timer

BURDEN = timedelta(days=90)
MANY = 3  # concerns about a mentor's people within BURDEN: a coordinator looks after the mentor
YEAR = timedelta(days=365)


def _checks_lapse(post: Post, timer: Timer, person: Person) -> None:
    mentor = _mentor(post, person)
    if mentor is not None:
        _lapse(post, timer, person, mentor.checks_until, "checks")


def _training_lapse(post: Post, timer: Timer, person: Person) -> None:
    mentor = _mentor(post, person)
    if mentor is not None:
        _lapse(post, timer, person, mentor.trained_until, "training")


def _mentor(post: Post, person: Person) -> Mentor | None:
    mentor = mentors.get(post.db, person.id)
    return None if mentor is None or mentor.status is MentorStatus.LEFT else mentor


def _lapse(post: Post, timer: Timer, person: Person, until: date | None, what: str) -> None:
    """Before the day, a reminder; after it, what the matcher's hard rule now does is said."""
    if until is None or not is_for(timer, until):
        return
    lapsed = until < post.now.astimezone(post.rules.zone).date()
    post.tell(
        person, f"mentor-{what}-{'lapsed' if lapsed else 'lapse'}", {"until": until}, waits=True
    )
    if lapsed or what == "checks":  # training they renew themselves; checks are the team's
        args: dict[str, Argument] = {
            "name": person.called,
            "person": str(person.id),
            "until": until,
        }
        tell_team(post, f"team-mentor-{what}-{'lapsed' if lapsed else 'lapse'}", args)


def _mentor_checkin(post: Post, timer: Timer, person: Person) -> None:
    """Ask how they find it, and set the next time, whatever becomes of this one."""
    mentor = _mentor(post, person)
    if mentor is None or mentor.status not in (MentorStatus.ACTIVE, MentorStatus.PAUSED):
        return
    if put_off(post, timer, person, A_DAY):
        return
    timers.set_timer(post.db, person.id, Action(timer.action), post.now + MONTH)
    met = mentors.concerns_met(post.db, person.id, post.now - BURDEN)
    if met >= MANY:
        why = f"{met} concerns about their people in three months"
        concerns.raise_concern(post, person, ConcernKind.MENTOR_SUPPORT, why=why)
    ask(post, person, FlowName.MENTOR_CHECKIN)


def _mentor_thanks(post: Post, timer: Timer, person: Person) -> None:
    """Half a year after they were approved, and each year. A new approval begins anew."""
    mentor = _mentor(post, person)
    since = None if mentor is None else mentor.approved_at
    if since is None or not is_for(timer, since.date()):
        return
    years = (post.now - since) // YEAR
    post.tell(person, "mentor-thanks-time", {"name": person.called, "years": years}, waits=True)
    due = since + (years + 1) * YEAR
    timers.set_timer(post.db, person.id, Action(timer.action), due, day=timer.day)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.CHECKS_LAPSE: _checks_lapse,
    Action.MENTOR_CHECKIN: _mentor_checkin,
    Action.MENTOR_THANKS: _mentor_thanks,
    Action.TRAINING_LAPSE: _training_lapse,
}
