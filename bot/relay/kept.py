"""Kept words: what was not passed on, until its writer says whom it is for, or sends it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.post import Post
from bot.relay import partners, relay
from bot.relay.partners import Heading
from flows.commands.wishes import Ours, ours
from flows.relay.excerpts import excerpt
from storage import concerns, kept
from storage.kept import Kept, Why
from storage.people import Person

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
# How long SEND is for words that were kept for this reason.
SENT_WITHIN = {
    Why.WHOM: WEEK,
    Why.MACHINE: WEEK,
    Why.OURS: HOUR,  # later it is no slip of ours
    Why.DANGER: DAY,
    Why.DISCLOSURE: HOUR,
}
TO_TEAM = (Why.DANGER, Why.DISCLOSURE)  # what the team was told, and the partner need not hear


@dataclass
class Sent:
    """What became of the words that waited: what went to whom, by their name; whether of some it is
    not clear for whom they are, or there is nobody for them now; and what became of the first that
    can't go. All but what went wait on."""

    to: dict[str, list[str]] = field(default_factory=dict)
    is_unclear: bool = False
    waits: bool = False
    stopped: relay.HeldBack | relay.NotPassed | None = None


def send(post: Post, person: Person) -> Sent:
    """Pass on what a SEND is for now, in order. Of what is not clear it has to be asked."""
    sent = Sent()
    for each in to_send(post, person):
        match _pass_on(post, person, each):
            case relay.Passed(partner):
                sent.to.setdefault(partner, []).append(each.words or "")
            case relay.Unclear() if not sent.is_unclear:
                each.why, each.at = Why.WHOM, post.now  # it is asked of this one now
                sent.is_unclear = True
            case relay.Unclear():
                pass  # of one at a time
            case relay.HeldBack() as held:  # a conversation begins about it
                each.settled_at = post.now
                sent.stopped = held
                return sent
            case relay.NotPassed() as not_passed:
                sent.stopped = sent.stopped or not_passed
            case None:
                sent.waits = True
    return sent


def to_send(post: Post, person: Person) -> Sequence[Kept]:
    """What a SEND is for now.

    What the team was told goes with a SEND that comes right after it, and with no other: it may be
    of the partner, and whoever sends a question about walking groups means that alone.
    """
    found = kept.waiting(post.db, person.id, post.now - WEEK)
    found = [each for each in found if each.at >= post.now - SENT_WITHIN[each.why]]
    latest = max(found, key=lambda each: (each.at, each.id), default=None)
    if latest is not None and latest.why in TO_TEAM:
        about = latest.concern_id
        return [each for each in found if each.why in TO_TEAM and each.concern_id == about]
    return [each for each in found if each.why not in TO_TEAM]


def send_to(
    post: Post, person: Person, match_ids: Sequence[int], asked_at: datetime
) -> tuple[dict[str, list[str]], list[relay.Outcome | None]]:
    """Pass on the words of which it was asked, at that time, for whom they are: for these.

    Returns what went to whom, by their name, and what became of the rest, which waits on.
    """
    sent: dict[str, list[str]] = {}
    stopped: list[relay.Outcome | None] = []
    for each in _one_for_each(post, person, match_ids, asked_at):
        outcome = _pass_on(post, person, each)
        if isinstance(outcome, relay.Passed):
            sent.setdefault(outcome.partner, []).append(each.words or "")
            continue
        # A conversation begins about the first that is held back.
        if isinstance(outcome, relay.HeldBack) and held_in(stopped) is None:
            each.settled_at = post.now
        stopped.append(outcome)
    return sent, stopped


def held_in(outcomes: Sequence[relay.Outcome | None]) -> relay.HeldBack | None:
    """The first of these outcomes that was held back."""
    return next((each for each in outcomes if isinstance(each, relay.HeldBack)), None)


def _one_for_each(
    post: Post, person: Person, match_ids: Sequence[int], asked_at: datetime
) -> list[Kept]:
    """Each of several has words of their own, which wait where the others' can go."""
    asked = _asked_about(post, person, asked_at)
    if len(match_ids) == 1:
        for each in asked:
            each.match_id = match_ids[0]
        return list(asked)
    copies = []
    for each in asked:
        each.settled_at = post.now
        for match_id in match_ids:
            words = each.words or ""
            copies.append(
                kept.keep(post.db, person.id, words, Why.WHOM, post.now, match_id=match_id)
            )
    return copies


def send_rest_to_others(post: Post, person: Person, words: str, rest: str) -> None:
    """What was held back of words for several was for the others of them, too."""
    since = post.now - SENT_WITHIN[Why.WHOM]
    for each in kept.waiting(post.db, person.id, since, Why.WHOM):
        if each.match_id is not None and each.words == words:
            outcome = relay.pass_on(post, person, rest, Heading(match_id=each.match_id))
            if isinstance(outcome, relay.Passed):
                each.settled_at = post.now


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


def pass_on_kept_for_false_alarms(post: Post, person: Person) -> tuple[str | None, list[Kept]]:
    """Pass on, in order, what was kept because of concerns that turned out to be none.

    Returns to whom it went, and what stays for its writer to send: it may be of the partner, or
    hold what must not pass.
    """
    passed, stays = None, []
    names = [*partners.called(post, person).values()]
    for each in kept.of_concerns(post.db, concerns.false_of(post.db, person.id)):
        outcome = None
        if each.why is not Why.DISCLOSURE and ours(each.words or "", names).ours is Ours.NOT:
            outcome = _pass_on(post, person, each)
        if isinstance(outcome, relay.Passed):
            passed = outcome.partner
        else:
            stays.append(each)
    return passed, stays


def _pass_on(post: Post, person: Person, each: Kept) -> relay.Outcome | None:
    """One message. It waits no longer once it went, or whoever it was for has gone for good."""
    words = each.words or ""
    if each.match_id is None and partners.named(post, person, words) is None:
        # Whoever is left, when one of those it may have been for has gone, is a guess.
        return relay.Unclear(words) if partners.active_of(post, person) else None
    outcome = relay.pass_on(post, person, words, Heading(match_id=each.match_id))
    match outcome:
        case relay.Passed() | relay.NotPassed("relay-over"):
            each.settled_at = post.now
    return outcome


def quoted(words: Sequence[str]) -> str:
    return "\n".join(f"\u201c{excerpt(each)}\u201d" for each in words)
