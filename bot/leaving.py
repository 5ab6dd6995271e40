"""Leaving: what an opt-out does, and what coming back undoes."""

from bot import relay
from bot.post import Post
from bot.team import tell_team
from flows.vocabulary import PersonStatus
from flows.words import Wording
from storage import concerns, conversations, outbox, people
from storage.people import Address, Person


def leave(post: Post, person: Person, *addresses: Address, message: str = "stopped") -> None:
    """Stop writing to these addresses, once each has been told so.

    The confirmation is queued first: after the opt-out is recorded nothing may be queued but
    what safety owes. Someone with an open concern who opts out is told of to the team.
    """
    for address in addresses:
        outbox.cancel(post.db, address.id)
        text = Wording(person.language, address.channel).text(message)
        post.queue(address, post.compose(address, text))
        address.opted_out_at = address.opted_out_at or post.now
    post.db.flush()
    gone(post, person)


def gone(post: Post, person: Person) -> None:
    """They opted out or can't be reached any more; with their last address they have left."""
    for concern in concerns.open_of(post.db, person.id):
        args = {"person": str(person.id), "concern": str(concern.id)}
        tell_team(post, "team-opt-out", args)
    if people.address_of(post.db, person.id) is not None:
        return
    conversations.end_all(post.db, person.id)
    relay.pause(post, person)
    if person.status in (PersonStatus.NEW, PersonStatus.JOINED):
        person.status = PersonStatus.LEFT


def come_back(post: Post, person: Person, address: Address) -> None:
    """START: this address may be written to again, and what was paused goes on."""
    address.opted_out_at = None
    if person.status is PersonStatus.LEFT:
        joined = person.joined_at is not None
        person.status = PersonStatus.JOINED if joined else PersonStatus.NEW
    post.db.flush()
    relay.resume(post, person)
