"""What each kind of timer sets off. Firing one is a turn: all of it commits, or none."""

from collections.abc import Callable

from bot.post import Post
from bot.timers import checkins, concerns, matches, mentors, offers, people, talk_now
from storage.people import Person
from storage.timers import Timer

_ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    **checkins.ACTIONS,
    **concerns.ACTIONS,
    **matches.ACTIONS,
    **mentors.ACTIONS,
    **offers.ACTIONS,
    **people.ACTIONS,
    **talk_now.ACTIONS,
}


def fire(post: Post, timer: Timer, person: Person) -> None:
    """Do what the timer is for, unless what it is about has moved on. Raises what goes wrong."""
    _ACTIONS[timer.action](post, timer, person)
