"""Kept words: what was not passed on, until its writer says whom it is for, or sends it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.post import Post
from bot.relay import partners, relay
from bot.relay.partners import Heading
from flows.commands.wishes import Ours, ours
from flows.relay.excerpts import excerpt
from storage import kept
from storage.kept import Kept, Why
from storage.people import Person

WEEK, HOUR = timedelta(days=7), timedelta(hours=1)
# How long SEND is for words that were kept for this reason.
SENT_WITHIN = {
    Why.WHOM: WEEK,
    Why.MACHINE: WEEK,
    Why.DANGER: WEEK,
    Why.OURS: HOUR,  # later it is no slip of ours
    Why.DISCLOSURE: HOUR,  # a SEND that is meant for something else must not hand it to the partner
}


@dataclass
class Sent:
    """What became of the words that waited: what went to whom, by their name; whether of some it is
    not clear for whom they are; and what became of the first that can't go. All but what went wait
    on."""

    to: dict[str, list[str]] = field(default_factory=dict)
    is_unclear: bool = False
    rest: relay.HeldBack | relay.NotPassed | None = None


def send(post: Post, person: Person) -> Sent:
    """Pass on all that was kept, in order. Of what is not clear it has to be asked."""
    sent = Sent()
    for each in _waiting(post, person):
        match _pass_on(post, person, each):
            case relay.Passed(partner):
                sent.to.setdefault(partner, []).append(each.words or "")
            case relay.Unclear():
                each.why, each.at = Why.WHOM, post.now  # it is asked of these now
                sent.is_unclear = True
            case relay.HeldBack() as held:  # a conversation begins about it
                sent.rest = held
                return sent
            case relay.NotPassed() as not_passed:
                sent.rest = sent.rest or not_passed
    return sent


def send_to(
    post: Post, person: Person, match_ids: Sequence[int], asked_at: datetime
) -> tuple[list[str], relay.Outcome | None]:
    """Pass on the words of which it was asked, at that time, for whom they are: for these.

    Where they can't go to one of several, the others have them, and their writer is told of it.
    """
    sent: list[str] = []
    rest: relay.Outcome | None = None
    for each in _asked_about(post, person, asked_at):
        for match_id in match_ids:
            each.match_id = match_id
            outcome = _pass_on(post, person, each)
            if isinstance(outcome, relay.Passed):
                sent.append(each.words or "")
            else:
                rest = outcome
        if isinstance(rest, relay.HeldBack):  # a conversation begins about it
            break
    return sent, rest


def asked_about(post: Post, person: Person, asked_at: datetime) -> list[str]:
    return [each.words or "" for each in _asked_about(post, person, asked_at)]


def take_back(post: Post, person: Person, asked_at: datetime) -> str | None:
    """The same words turn out to be for the line; None where none wait."""
    waiting = _asked_about(post, person, asked_at)
    for each in waiting:
        each.settled_at = post.now
    return "\n".join(each.words or "" for each in waiting) or None


def unanswered(post: Post, person: Person) -> list[str]:
    """The words of which it was asked for whom they are, and never said."""
    since = post.now - SENT_WITHIN[Why.WHOM]
    return [each.words or "" for each in kept.waiting(post.db, person.id, since, Why.WHOM)]


def _asked_about(post: Post, person: Person, asked_at: datetime) -> Sequence[Kept]:
    """What was kept before then, and never answered for, may be meant for somebody else."""
    return kept.waiting(post.db, person.id, asked_at, Why.WHOM)


def pass_on_kept_for(post: Post, person: Person, concern_id: int) -> str | None:
    """Pass on what was kept because of a concern, in order. Returns to whom; None: to nobody."""
    passed = None
    names = [*partners.called(post, person).values()]
    for each in kept.of_concern(post.db, concern_id):
        if ours(each.words or "", names).ours is not Ours.NOT:
            continue  # it may be of the partner, and is theirs to send
        outcome = _pass_on(post, person, each)
        if isinstance(outcome, relay.Passed):
            passed = outcome.partner
    return passed


def _waiting(post: Post, person: Person) -> Sequence[Kept]:
    found = kept.waiting(post.db, person.id, post.now - WEEK)
    return [each for each in found if each.at >= post.now - SENT_WITHIN[each.why]]


def _pass_on(post: Post, person: Person, each: Kept) -> relay.Outcome | None:
    """One message. It waits no longer, unless it is not clear for whom it is, or they can't have
    it yet."""
    words = each.words or ""
    if each.match_id is None and partners.named(post, person, words) is None:
        # Whoever is left, when one of those it may have been for has gone, is a guess.
        return relay.Unclear(words) if partners.active_of(post, person) else None
    outcome = relay.pass_on(post, person, words, Heading(match_id=each.match_id))
    match outcome:
        case relay.Passed() | relay.HeldBack() | relay.NotPassed("relay-over"):
            each.settled_at = post.now
    return outcome


def quoted(words: Sequence[str]) -> str:
    return "\n".join(f"\u201c{excerpt(each)}\u201d" for each in words)
