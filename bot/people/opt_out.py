"""Opting out: what an opt-out does, and what coming back undoes."""

from datetime import timedelta

from bot.matches import breaks, life
from bot.matches.endings import part
from bot.matches.life import announce_room
from bot.post import Post
from bot.safety.concerns import CLIMBS
from bot.safety.team import tell_team
from flows.book import URGENT
from flows.matches.events import Event
from flows.vocabulary import Action, PersonStatus
from flows.words import Wording
from storage import concerns, conversations, matches, mentors, outbox, people, timers
from storage.matches import NOT_MET
from storage.people import Address, Person

MAY_COME_BACK = timedelta(days=14)  # before those they talked with are found someone else


def leave(post: Post, person: Person, *addresses: Address, message: str = "stopped") -> None:
    """Stop writing to these addresses, once each has been told so.

    The confirmation is queued first: after the opt-out is recorded nothing may be queued but
    what safety owes. Someone with an open concern who opts out is told of to the team.
    """
    for address in addresses:
        if address.opted_out_at is not None:
            continue  # they were told, and hear no more
        for letter, writer in outbox.cancel(post.db, address.id):
            if writer is not None:
                timers.set_timer(post.db, writer, Action.UNDELIVERED, post.now, letter)
        text = Wording(person.language, address.channel).text(message)
        post.queue(address, post.compose(address, text))
        address.opted_out_at = post.now
    post.db.flush()
    gone(post, person)


def gone(post: Post, person: Person) -> None:
    """They opted out or can't be reached any more; with their last address they have left."""
    standing = list(concerns.open_of(post.db, person.id))
    until = timers.due(post.db, person.id, Action.STILL_GONE)
    if until is not None:  # they had gone already, which the team knows of what was open then
        standing = [each for each in standing if each.opened_at > until - MAY_COME_BACK]
    if standing:
        args = {
            "person": str(person.id),
            "concerns": ", ".join(str(concern.id) for concern in standing),
            "many": "yes" if len(standing) > 1 else "no",
        }
        urgent = any(concern.kind in CLIMBS for concern in standing)
        tell_team(post, "team-opt-out", args, urgent=urgent)
    if people.address_of(post.db, person.id) is not None:
        return
    conversations.end_all(post.db, person.id, but=URGENT)
    for match in matches.with_status(post.db, person.id, *NOT_MET):
        life.happens(post, match, Event.LEFT, match.side(person.id))
    breaks.pause(post, person)
    timers.set_timer(post.db, person.id, Action.STILL_GONE, post.now + MAY_COME_BACK)
    if person.status in (PersonStatus.NEW, PersonStatus.JOINED):
        person.status = PersonStatus.LEFT


def come_back(post: Post, person: Person, address: Address) -> None:
    """START: this address may be written to again, and what was paused goes on."""
    address.opted_out_at = None
    if person.status is PersonStatus.LEFT:
        joined = person.joined_at is not None
        person.status = PersonStatus.JOINED if joined else PersonStatus.NEW
    post.db.flush()
    timers.cancel(post.db, person.id, Action.STILL_GONE)
    breaks.resume(post, person)
    if person.seeks_since is not None:
        timers.set_timer(post.db, person.id, Action.SEEK, post.now)
    if mentors.get(post.db, person.id) is not None:
        announce_room(post, person.id)


def stay_gone(post: Post, person: Person) -> None:
    """They have not come back: whoever talked with them waits no longer."""
    if person.status is not PersonStatus.JOINED:
        part(post, person, Event.LEFT)
