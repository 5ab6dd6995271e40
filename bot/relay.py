"""The relay: what one of a match writes, passed on to the other and to nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.concerns import raise_concern
from bot.post import Post
from flows.screening import Found, screen
from flows.vocabulary import MatchStatus
from storage import matches, outbox, people
from storage.concerns import ConcernKind
from storage.matches import Match
from storage.people import Address, Person

REPEATED = 3  # messages held back before a coordinator is shown who sends them


def partner_of(post: Post, person: Person) -> str | None:
    """The name of the one that this person would now be writing to."""
    match = _match_of(post, person, None, None)
    return None if match is None else people.get(post.db, match.other(person.id)).called


@dataclass(frozen=True)
class Passed:
    """The words are on their way to this partner."""

    partner: str


@dataclass(frozen=True)
class HeldBack:
    """The words hold what must not pass; `flow` is the conversation that says so."""

    flow: str


def pass_on(
    post: Post,
    person: Person,
    address: Address,
    words: str,
    *,
    on_message: str | None = None,
    forwarded: bool = False,
    earlier: Sequence[str] = (),
    not_before: datetime | None = None,
) -> Passed | HeldBack | None:
    """Pass the words on, unless they give away contact details or ask for money.

    This is the one way from person to person, so nothing passes unscreened. `on_message` is the
    provider's id of the message that this one answers: it says which of several people a mentor
    means. `earlier` are the sender's messages of the last hour, for a number sent in pieces.
    None: there is nobody to talk with.
    """
    match = _match_of(post, person, address, on_message)
    if match is None:
        return None
    found = screen(words, earlier).label
    if forwarded or found is not Found.OK:
        return _hold(post, person, match, "forwarded" if forwarded else found.value)
    other = people.get(post.db, match.other(person.id))
    to = people.address_of(post.db, other.id)
    if to is None:
        post.tell(person, "relay-undelivered", {"partner": other.called})
        return Passed(other.called)
    letters = post.compose(to, f"{person.called}: {words}")
    post.queue(to, letters, match_id=match.id, sender_id=person.id, not_before=not_before)
    match.last_word_at = post.now
    return Passed(other.called)


def _hold(post: Post, person: Person, match: Match, what: str) -> HeldBack:
    """The sender is told why. One who keeps trying is shown to a coordinator."""
    if match.mentee_id == person.id:
        match.held_from_mentee += 1
        times = match.held_from_mentee
    else:
        match.held_from_mentor += 1
        times = match.held_from_mentor
    if times % REPEATED == 0:
        why = f"{times} messages held back in match {match.id}, the last for: {what}"
        raise_concern(post, person, ConcernKind.HELD_BACK, why=why)
    return HeldBack("held_money" if what == Found.MONEY else "held_contact")


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
            post.tell(other, "match-paused-other", {"partner": person.called})


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
                    people.get(post.db, reader_id), "match-resting", {"partner": partner.called}
                )


def resume(post: Post, person: Person) -> None:
    """They came back: what rested goes on, where the other is still there."""
    for match in matches.with_status(post.db, person.id, MatchStatus.PAUSED):
        if match.ending is None and matches.move(
            post.db, match, MatchStatus.ACTIVE, expected=[MatchStatus.PAUSED]
        ):
            other = people.get(post.db, match.other(person.id))
            post.tell(other, "match-resumed-other", {"partner": person.called})
