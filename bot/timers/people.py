"""The timers of people: letters lost, addresses gone, and forgetting."""

from collections.abc import Callable

from bot.people import erasure
from bot.people.opt_out import gone, stay_gone
from bot.post import Post
from bot.relay.partners import called_by
from bot.safety import concerns
from flows.vocabulary import Action
from storage import outbox, people
from storage.people import Person
from storage.timers import Timer


def _undelivered(post: Post, timer: Timer, person: Person) -> None:
    """What they wrote is lost: they are told when it was, so that they know which. Once, if it
    went in pieces."""
    letter = outbox.find(post.db, timer.about)
    if letter is not None and letter.concern_id is not None:
        concerns.not_reached(post, person, letter.concern_id, letter.queued_at)
    elif letter is not None and outbox.is_first_lost(post.db, letter):
        partner = called_by(post, person, people.get(post.db, letter.person_id))
        when = letter.queued_at.astimezone(person.zone)
        post.tell(person, "relay-undelivered", {"partner": partner, "when": when})


def _unreachable(post: Post, timer: Timer, person: Person) -> None:
    gone(post, person)


def _still_gone(post: Post, timer: Timer, person: Person) -> None:
    stay_gone(post, person)


def _forget(post: Post, timer: Timer, person: Person) -> None:
    erasure.forget(post, person)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.FORGET: _forget,
    Action.STILL_GONE: _still_gone,
    Action.UNDELIVERED: _undelivered,
    Action.UNREACHABLE: _unreachable,
}
