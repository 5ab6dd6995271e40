"""The timers of talking now: the offers, the wait for a first yes, and the end of the hour."""

from collections.abc import Callable

from bot.conversations.questions import ask
from bot.matches import talk_now
from bot.post import Post
from flows.vocabulary import MatchStatus
from storage import matches
from storage.matches import Match
from storage.people import Person
from storage.timers import Timer


def _offer(post: Post, timer: Timer, person: Person) -> None:
    match = post.db.get(Match, timer.about)
    if match is not None and match.status is MatchStatus.OFFERED:
        ask(post, person, "talk_now_offer", match.id)


def _waited(post: Post, timer: Timer, person: Person) -> None:
    if matches.asked_now(post.db, person.id):
        talk_now.give_up(post, person)


def _ending(post: Post, timer: Timer, person: Person) -> None:
    match = post.db.get(Match, timer.about)
    if match is not None:
        talk_now.warn(post, match, person)


def _over(post: Post, timer: Timer, person: Person) -> None:
    match = post.db.get(Match, timer.about)
    if match is not None:
        talk_now.over(post, match)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    "talk_now_offer": _offer,
    "talk_now_waited": _waited,
    "talk_now_ending": _ending,
    "talk_now_over": _over,
}
