"""The relay: what one of a match writes, passed on to the other and to nobody else."""

from datetime import datetime

from bot.matchmaking import called
from bot.post import Post
from flows.vocabulary import MatchStatus
from storage import matches, outbox, people
from storage.matches import Match
from storage.people import Address, Person


def partner_of(post: Post, person: Person) -> str | None:
    """The name of the one that this person would now be writing to."""
    match = _match_of(post, person, None, None)
    return None if match is None else called(people.get(post.db, match.other(person.id)))


def pass_on(
    post: Post,
    person: Person,
    address: Address,
    words: str,
    on_message: str | None,
    *,
    not_before: datetime | None = None,
) -> str | None:
    """Pass the words on. Returns the name they went to; None when there is nobody to talk with.

    `on_message` is the provider's id of the message that this one answers: it says which of
    several people a mentor means.
    """
    match = _match_of(post, person, address, on_message)
    if match is None:
        return None
    other = people.get(post.db, match.other(person.id))
    to = people.address_of(post.db, other.id)
    if to is None:
        post.tell(person, "relay-undelivered", {"partner": called(other)})
        return called(other)
    letters = post.compose(to, f"{called(person)}: {words}")
    post.queue(to, letters, match_id=match.id, sender_id=person.id, not_before=not_before)
    match.last_word_at = post.now
    return called(other)


def _match_of(
    post: Post, person: Person, address: Address | None, on_message: str | None
) -> Match | None:
    active = matches.with_status(post.db, person.id, MatchStatus.ACTIVE)
    if address is not None and on_message is not None and len(active) > 1:
        letter = outbox.by_provider_id(post.db, address.channel, on_message, person.id)
        for match in active:
            if letter is not None and match.id == letter.match_id:
                return match
    return active[0] if active else None


def pause(post: Post, person: Person) -> None:
    """Someone left: their matches rest, and the others are told so, without a reason."""
    for match in matches.with_status(post.db, person.id, MatchStatus.ACTIVE):
        if matches.move(post.db, match, MatchStatus.PAUSED, expected=[MatchStatus.ACTIVE]):
            other = people.get(post.db, match.other(person.id))
            post.tell(other, "match-paused-other", {"partner": called(person)})


def rest(post: Post, one_id: int, other_id: int) -> None:
    """A concern was raised about how one of them behaved: nothing more passes between them."""
    for match in matches.with_status(post.db, one_id, MatchStatus.ACTIVE):
        if match.other(one_id) != other_id:
            continue
        if matches.move(
            post.db, match, MatchStatus.PAUSED, expected=[MatchStatus.ACTIVE], ending="concern"
        ):
            for reader_id in (one_id, other_id):
                partner = people.get(post.db, match.other(reader_id))
                post.tell(
                    people.get(post.db, reader_id), "match-resting", {"partner": called(partner)}
                )


def resume(post: Post, person: Person) -> None:
    """They came back: what rested goes on, where the other is still there."""
    for match in matches.with_status(post.db, person.id, MatchStatus.PAUSED):
        if match.ending is None and matches.move(
            post.db, match, MatchStatus.ACTIVE, expected=[MatchStatus.PAUSED]
        ):
            other = people.get(post.db, match.other(person.id))
            post.tell(other, "match-resumed-other", {"partner": called(person)})
