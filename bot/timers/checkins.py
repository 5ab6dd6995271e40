"""The timers of check-ins."""

from collections.abc import Callable
from datetime import timedelta

from bot.conversations.questions import ask
from bot.post import Post
from bot.timers.guards import put_off
from flows.book import BOOK
from flows.vocabulary import Action, FlowName, PersonStatus
from storage import checkins, conversations, timers
from storage.people import Person
from storage.timers import Timer

BUSY = timedelta(minutes=10)  # someone who answered so lately is not asked something else
WAIT = timedelta(minutes=10)


def _checkin(post: Post, timer: Timer, person: Person) -> None:
    """Ask how they are, and set the next time, whatever becomes of this one."""
    checkin = checkins.find(post.db, timer.about)
    if checkin is None or not checkin.active or checkin.version != timer.version:
        return
    if person.status is not PersonStatus.JOINED or put_off(post, timer, person):
        return
    asked = conversations.open_of(post.db, person.id)
    if asked is not None and BOOK[asked.flow].insists and post.now - asked.touched_at < BUSY:
        timers.set_timer(
            post.db, person.id, Action.CHECKIN, post.now + WAIT, checkin.id, checkin.version
        )
        return
    due = checkin.due_after(post.now, person.zone)
    timers.set_timer(post.db, person.id, Action.CHECKIN, due, checkin.id, checkin.version)
    ask(post, person, FlowName.CHECKIN, checkin.id)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.CHECKIN: _checkin,
}
