"""Breaks: a match that rests, because one of them is away or because of a concern, and goes on."""

from bot.matches import life
from bot.post import Post
from flows.matches.events import Event
from flows.matches.life import MET
from flows.vocabulary import MatchStatus, PersonStatus
from storage import matches, people
from storage.people import Person


def pause(post: Post, person: Person) -> None:
    """Someone left, or is blocked: their matches rest, and the others are told so, without a
    reason."""
    event = Event.BLOCKED if person.status is PersonStatus.BLOCKED else Event.AWAY
    for match in matches.with_status(post.db, person.id, MatchStatus.ACTIVE):
        life.happens(post, match, event, match.side(person.id))


def rest(post: Post, one_id: int, other_id: int) -> None:
    """A concern was raised about how one of them behaved: nothing more passes between them."""
    for match in matches.with_status(post.db, one_id, *MET):
        if match.other(one_id) == other_id:
            life.happens(post, match, Event.RESTED)


def resume(post: Post, person: Person) -> None:
    """They came back: what rested goes on, where the other is still there and nobody on the team
    has to decide first."""
    for match in matches.with_status(post.db, person.id, MatchStatus.PAUSED):
        other = people.get(post.db, match.other(person.id))
        both_there = all(
            each.status is PersonStatus.JOINED and people.address_of(post.db, each.id) is not None
            for each in (person, other)
        )
        if match.rests_for is None and both_there:
            life.happens(post, match, Event.RESUMED, match.side(person.id))
