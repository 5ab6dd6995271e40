"""Meeting in person: both have to want it, and the team agrees a public place and a time with each.

Neither sees the other's number for it: what the relay holds back (places, times) goes by a person.
"""

from datetime import timedelta

from bot.post import Post
from bot.relay.partners import called_by
from bot.safety.concerns import raise_concern
from flows.vocabulary import Action
from storage import people, timers
from storage.concerns import ConcernKind
from storage.matches import Match
from storage.people import Person

STANDS = timedelta(days=30)  # how long a wish to meet waits for the other's


def wish(post: Post, match: Match, person: Person) -> bool:
    """They would like to meet the other of the match. True: both would, and the team is told."""
    match.would_meet(person.id, post.now)
    if not match.both_would_meet(post.now - STANDS):
        other = match.other(person.id)
        timers.set_timer(post.db, other, Action.MEET_ASKED, post.now, match.id)
        return False
    mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
    why = f"{mentee.called} and {mentor.called} (person {mentor.id}) would both like to meet"
    raise_concern(post, mentee, ConcernKind.MEET, why=why)
    partner = mentor if person.id == mentee.id else mentee
    post.tell(partner, "meet-both", {"partner": called_by(post, partner, person)})
    return True


def decline(post: Post, match: Match, person: Person) -> None:
    """They would rather not: whoever asked is told kindly."""
    match.would_meet(person.id, None)
    other = people.get(post.db, match.other(person.id))
    match.would_meet(other.id, None)
    post.tell(other, "meet-not-now", {"partner": called_by(post, other, person)})
