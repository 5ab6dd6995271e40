"""Kept words: what was not passed on, until its writer says whom it is for, or sends it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.post import Post
from bot.relay import relay
from bot.relay.partners import Heading
from flows.relay.excerpts import excerpt
from storage import kept
from storage.kept import Kept, Why
from storage.people import Address, Person

SENT_WITHIN = timedelta(days=7)
TAKEN_BACK_WITHIN = timedelta(hours=1)  # what we took to be for us: later it is no slip of ours


def send(
    post: Post, person: Person, address: Address
) -> tuple[dict[str, list[str]], relay.Outcome | None]:
    """Pass on all that was kept, in order. Returns what went to whom, by their name, and what
    became of the first that could not go, which then waits with those after it."""
    sent: dict[str, list[str]] = {}
    for each in _waiting(post, person):
        outcome = _pass_on(post, person, address, each)
        if not isinstance(outcome, relay.Passed):
            return sent, outcome
        sent.setdefault(outcome.partner, []).append(each.words or "")
    return sent, None


def send_to(
    post: Post, person: Person, address: Address, match_id: int
) -> tuple[list[str], relay.Outcome | None]:
    """The same for the words of which it was asked for whom they are: they are for this one."""
    sent: list[str] = []
    for each in kept.waiting(post.db, person.id, post.now - SENT_WITHIN, Why.WHOM):
        each.match_id = match_id
        outcome = _pass_on(post, person, address, each)
        if not isinstance(outcome, relay.Passed):
            return sent, outcome
        sent.append(each.words or "")
    return sent, None


def pass_on_kept_for(post: Post, person: Person, address: Address, concern_id: int) -> str | None:
    """Pass on what was kept because of a concern, in order. Returns to whom; None: to nobody."""
    passed = None
    for each in kept.of_concern(post.db, concern_id):
        outcome = _pass_on(post, person, address, each)
        if isinstance(outcome, relay.Passed):
            passed = outcome.partner
    return passed


def _waiting(post: Post, person: Person) -> Sequence[Kept]:
    since = post.now - TAKEN_BACK_WITHIN
    return [
        each
        for each in kept.waiting(post.db, person.id, post.now - SENT_WITHIN)
        if each.why is not Why.OURS or each.at >= since
    ]


def _pass_on(post: Post, person: Person, address: Address, each: Kept) -> relay.Outcome | None:
    """One message. It waits no longer, unless it is still not clear for whom it is."""
    heading = Heading(match_id=each.match_id)
    outcome = relay.pass_on(post, person, address, each.words or "", heading)
    if outcome is not None and not isinstance(outcome, relay.Unclear):
        each.settled_at = post.now
    return outcome


def ours(post: Post, person: Person) -> str | None:
    """The words that turn out to be for the line; None where none wait."""
    waiting = kept.waiting(post.db, person.id, post.now - SENT_WITHIN, Why.WHOM)
    kept.settle(post.db, person.id, post.now, Why.WHOM)
    return "\n".join(each.words or "" for each in waiting) or None


def quoted(words: Sequence[str]) -> str:
    return "\n".join(f"\u201c{excerpt(each)}\u201d" for each in words)
