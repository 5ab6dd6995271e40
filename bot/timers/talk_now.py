"""The timers of talking now: the offers, the wait for a first yes, and the end of the hour."""

from collections.abc import Callable

from bot.conversations.questions import ask
from bot.matches import talk_now
from bot.post import Post
from flows.vocabulary import Action, FlowName, MatchStatus
from storage import matches
from storage.people import Person
from storage.timers import Timer


def _offer(post: Post, timer: Timer, person: Person) -> None:
    match = matches.find(post.db, timer.about)
    if match is not None and match.status is MatchStatus.OFFERED:
        ask(post, person, FlowName.TALK_NOW_OFFER, match.id)


def _waited(post: Post, timer: Timer, person: Person) -> None:
    if matches.asked_now(post.db, person.id):
        talk_now.give_up(post, person)


def _ending(post: Post, timer: Timer, person: Person) -> None:
    match = matches.find(post.db, timer.about)
    if match is not None:
        talk_now.warn(post, match, person)


def _over(post: Post, timer: Timer, person: Person) -> None:
    match = matches.find(post.db, timer.about)
    if match is not None:
        talk_now.over(post, match)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.TALK_NOW_OFFER: _offer,
    Action.TALK_NOW_WAITED: _waited,
    Action.TALK_NOW_ENDING: _ending,
    Action.TALK_NOW_OVER: _over,
}
