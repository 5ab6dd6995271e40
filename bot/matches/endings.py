"""Endings: a match ends as planned, early, or because one of the two goes."""

from bot.matches import life
from bot.post import Post
from flows.matches.events import Event
from flows.matches.looking_back import Next
from flows.vocabulary import EndedFor, Side
from storage import matches
from storage.matches import LIVE, Match
from storage.people import Person


def part(post: Post, person: Person, event: Event) -> None:
    """Every match of a person's that is not over ends, for they go. The others are not told why.

    Whoever loses a mentor, or the prospect of one, is found another.
    """
    for match in matches.with_status(post.db, person.id, *LIVE):
        life.happens(post, match, event, match.side(person.id))


def end_early(post: Post, person: Person, match: Match, *, change: bool, why: EndedFor) -> None:
    """One of them ends it. If it was the mentor, or a change, the person is found another."""
    side = match.side(person.id)
    event = Event.CHANGED if change else Event.ENDED_EARLY
    ended = life.happens(post, match, event, side, ended_for=why)
    if not ended and side is Side.MENTEE and not change:
        person.seeks_since = None  # the mentor was first, and another was being looked for


def go_on(post: Post, match: Match, following: str) -> None:
    """What the person would like after the look back: the mentor is asked, or it ends here."""
    carries_on = following == Next.CARRY_ON.value
    life.happens(post, match, Event.WISHED_ON if carries_on else Event.ENDED_AS_PLANNED)


def carry_on(post: Post, match: Match, *, agreed: bool) -> None:
    """The mentor's answer to carrying on. Where it ended meanwhile, both have been told of that."""
    life.happens(post, match, Event.CARRIED_ON if agreed else Event.ENDED_AS_PLANNED)
