"""The timers of concerns: the ladder, the reminder, and going on once one is closed."""

from collections.abc import Callable

from bot.conversations.questions import conversations_of
from bot.post import Post
from bot.safety import concerns
from flows.vocabulary import Action
from storage import concerns as stored
from storage import people
from storage.concerns import Concern, has_grave
from storage.people import Person
from storage.timers import Timer


def _alert_next(post: Post, timer: Timer, person: Person) -> None:
    concern = _unchanged(post, timer)
    if concern is not None:
        concerns.alert_next(post, concern)


def _alert_all(post: Post, timer: Timer, person: Person) -> None:
    concern = _unchanged(post, timer)
    if concern is not None:
        concerns.alert_all(post, concern)


def _concern_reminder(post: Post, timer: Timer, person: Person) -> None:
    """Taken two days ago and not closed: what we started for them still waits."""
    concern = _unchanged(post, timer)
    if concern is not None and concern.acknowledged_by is not None:
        taker = people.get(post.db, concern.acknowledged_by)
        args = {"concern": str(concern.id)}
        post.tell(taker, "duty-still-open", args, concern_id=concern.id)


def _resume(post: Post, timer: Timer, person: Person) -> None:
    """A concern was closed: what waited goes on, if nothing else is being asked."""
    address = people.address_of(post.db, person.id)
    if address is None or has_grave(post.db, person.id):
        return
    talking = conversations_of(post, person, address)
    if talking.open() is None:
        talking.resume_latest()


def _unchanged(post: Post, timer: Timer) -> Concern | None:
    concern = stored.find(post.db, timer.about)
    return concern if concern is not None and concern.version == timer.version else None


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.ALERT_ALL: _alert_all,
    Action.ALERT_NEXT: _alert_next,
    Action.CONCERN_REMINDER: _concern_reminder,
    Action.RESUME: _resume,
}
