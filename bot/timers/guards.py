"""What holds a timer back: what it is about has moved on, or someone has to look first."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.post import Post
from flows.vocabulary import MatchStatus
from storage import matches, people, timers
from storage.concerns import has_grave
from storage.matches import Match
from storage.people import Person
from storage.timers import Timer

AN_HOUR = timedelta(hours=1)  # before someone with an open concern is tried again
A_DAY = timedelta(days=1)  # before a match that is paused, or one of them in trouble, is tried

Act = Callable[[Post, Timer, Person, Match], None]


def stands(post: Post, timer: Timer, *statuses: MatchStatus) -> bool:
    """Whether the match that the timer is about is as it was when it was set."""
    if timer.about is None:
        return False
    match = matches.get(post.db, timer.about)
    return match.version == timer.version and match.status in statuses


def is_for(timer: Timer, day: date | None) -> bool:
    """Whether the day that the timer is about is still the same one."""
    return day is not None and timer.day == day


def put_off(post: Post, timer: Timer, person: Person, later: timedelta = AN_HOUR) -> bool:
    """Set the timer for later where a concern about them is open, or somebody on the team is
    talking with them. False: it may go ahead."""
    if not person.is_with_team(post.now) and not has_grave(post.db, person.id):
        return False
    timers.set_again(post.db, timer, post.now + later)
    return True


def if_going_on(act: Act) -> Callable[[Post, Timer, Person], None]:
    """Only for a match that goes on; later, where it is paused or a concern for either is open."""

    def fire(post: Post, timer: Timer, person: Person) -> None:
        match = matches.find(post.db, timer.about)
        if match is None or match.status not in (MatchStatus.ACTIVE, MatchStatus.PAUSED):
            return
        if match.status is MatchStatus.PAUSED or _is_in_trouble(post, match):
            timers.set_again(post.db, timer, post.now + A_DAY)
            return
        act(post, timer, person, match)

    return fire


def _is_in_trouble(post: Post, match: Match) -> bool:
    both = (people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id))
    return any(has_grave(post.db, each.id) for each in both)
