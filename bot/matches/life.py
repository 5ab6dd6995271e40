"""A match's life: what `flows.matches.life` says of an event is done here, and nowhere else.

Each step moves the match on by its version, so that two answers at once, or one that comes late,
change nothing.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.mentors.thanks import thank_for_introduction
from bot.post import Post
from bot.relay.partners import called_by
from flows.matches.events import Event, Later, Search, Step
from flows.matches.life import MET, NOT_MET, OVER, step
from flows.vocabulary import Action, MatchStatus, Side
from flows.words import Argument
from storage import conversations, matches, outbox, people, timers
from storage.matches import Match
from storage.people import Person


def happens(
    post: Post, match: Match, event: Event, by: Side | None = None, **values: object
) -> bool:
    """Let something happen to a match: it moves on, the two are told, and timers are set.

    `by` is for what either of them may do; `values` are kept with the match. False, and nothing
    is done: it does not apply where the match stands, or another was first.
    """
    was = match.status
    said = step(was, event, by, match.kind)
    if said is None:
        return False
    kept = _kept(post, was, said) | values
    if not matches.move(post.db, match, said.status, expected=[was], **kept):
        return False
    if said.closes:
        conversations.end_all_about(post.db, said.closes, match.id)
    if said.withdraws:
        outbox.withdraw(post.db, match.id)
    for side, action in said.cancels:
        timers.cancel(post.db, match.of(side), action, match.id)
    plan(post, match, said.sets)
    if said.search is not None:
        _search(post, match, said.search)
    if said.room is not None:
        announce_room(post, match.mentor_id, at=post.now + said.room)
    if said.thanks:
        thank_for_introduction(post, people.get(post.db, match.mentor_id))
    _tell(post, match, said, names=was in MET or said.status in MET)
    return True


def _kept(post: Post, was: MatchStatus, said: Step) -> dict[str, object]:
    """What is kept with the match of when it happened, and why."""
    if said.status in OVER:
        return {"ended_at": post.now, "ending": said.ending}
    if said.rests_for is not None:
        return {"rests_for": said.rests_for}
    if said.status is MatchStatus.OFFERED and was is not MatchStatus.OFFERED:
        return {"offered_at": post.now}
    if said.status is MatchStatus.ACTIVE and was in NOT_MET:
        return {"introduced_at": post.now, "last_word_at": post.now}
    return {}


def plan(post: Post, match: Match, later: Iterable[Later]) -> None:
    """Set these timers. Until the two have met, each step does away with those of the one before:
    their guard is the match's version. Those of a match that goes on outlive its breaks."""
    version = match.version if match.status in NOT_MET else None
    for each in later:
        at = post.now + each.after
        timers.set_timer(post.db, match.of(each.of), each.action, at, match.id, version)


def _search(post: Post, match: Match, search: Search) -> None:
    """What becomes of the person's search. They keep the day on which they first asked."""
    mentee = people.get(post.db, match.mentee_id)
    if search is Search.ENDS:
        mentee.seeks_since = None
        return
    if search is Search.COMES_FIRST:
        waiting = [each.seeks_since for each in people.seeking(post.db) if each.seeks_since]
        mentee.seeks_since = min((match.began_at, *waiting)) - timedelta(seconds=1)
    elif search is Search.BEGINS_ANEW:
        mentee.seeks_since = match.waiting_since or match.began_at
    timers.set_timer(post.db, mentee.id, Action.SEEK, post.now)


def announce_room(post: Post, mentor_id: int, at: datetime | None = None) -> None:
    """A mentor can take someone on, from now or from later: those who wait are looked at before
    anyone new is."""
    timers.set_timer(post.db, mentor_id, Action.HAS_ROOM, at or post.now)


def _tell(post: Post, match: Match, said: Step, *, names: bool) -> None:
    """Tell them; by name only who has met. What says that it is over can be answered as being
    about this match, and is forgotten with it."""
    about = match.id if match.status in OVER else None
    finds_another = said.search in (Search.BEGINS_ANEW, Search.COMES_FIRST)
    for each in said.tells:
        reader = people.get(post.db, match.of(each.to))
        args: dict[str, Argument] = {}
        if names:
            seeks = finds_another and each.to is Side.MENTEE
            args = {"partner": partner_of(post, match, reader), "seeks": "yes" if seeks else "no"}
        post.tell(reader, each.message, args, match_id=about, waits=each.waits)


def partner_of(post: Post, match: Match, person: Person) -> str:
    """What this one of the two calls the other."""
    return called_by(post, person, people.get(post.db, match.other(person.id)))
