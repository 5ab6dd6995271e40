"""Breaks: a match that rests, because one of them is away or because of a concern, and goes on."""

from bot.post import Post
from bot.relay.partners import called_by
from flows.vocabulary import MatchStatus, PersonStatus, RestsFor
from storage import matches, outbox, people
from storage.people import Person


def pause(post: Post, person: Person, *, rests_for: RestsFor | None = None) -> None:
    """Someone left: their matches rest, and the others are told so, without a reason.

    With a reason they rest until a coordinator decides, whoever comes back. From one who is
    blocked, or a child, what waits for the morning does not arrive either.
    """
    for match in matches.with_status(post.db, person.id, MatchStatus.ACTIVE):
        if person.status in (PersonStatus.BLOCKED, PersonStatus.UNDER_AGE):
            outbox.withdraw(post.db, match.id)
        if matches.move(
            post.db, match, MatchStatus.PAUSED, expected=[MatchStatus.ACTIVE], rests_for=rests_for
        ):
            other = people.get(post.db, match.other(person.id))
            post.tell(
                other, "match-paused-other", {"partner": called_by(post, other, person)}, waits=True
            )


def rest(post: Post, one_id: int, other_id: int) -> None:
    """A concern was raised about how one of them behaved: nothing more passes between them."""
    going_on = [MatchStatus.ACTIVE, MatchStatus.PAUSED]
    for match in matches.with_status(post.db, one_id, *going_on):
        if match.other(one_id) != other_id:
            continue
        outbox.withdraw(post.db, match.id)
        was_active = match.status is MatchStatus.ACTIVE
        moved = matches.move(
            post.db, match, MatchStatus.PAUSED, expected=going_on, rests_for=RestsFor.CONCERN
        )
        if moved and was_active:
            one, other = people.get(post.db, one_id), people.get(post.db, other_id)
            for reader, partner in ((one, other), (other, one)):
                name = called_by(post, reader, partner)
                post.tell(reader, "match-resting", {"partner": name})


def resume(post: Post, person: Person) -> None:
    """They came back: what rested goes on, where the other is still there."""
    for match in matches.with_status(post.db, person.id, MatchStatus.PAUSED):
        other = people.get(post.db, match.other(person.id))
        both_there = all(
            each.status is PersonStatus.JOINED and people.address_of(post.db, each.id) is not None
            for each in (person, other)
        )
        if (
            match.rests_for is None
            and both_there
            and matches.move(post.db, match, MatchStatus.ACTIVE, expected=[MatchStatus.PAUSED])
        ):
            post.tell(
                other,
                "match-resumed-other",
                {"partner": called_by(post, other, person)},
                waits=True,
            )
