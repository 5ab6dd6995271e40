"""The timers of finding someone a mentor: offers, their nudges and ends, and looking again."""

from collections.abc import Callable

from bot.conversations.questions import ask
from bot.matches import life, matchmaking
from bot.post import Post
from bot.timers.guards import put_off, stands
from flows.matches.calendar import TELL_AGAIN_AFTER
from flows.matches.events import Event
from flows.vocabulary import Action, FlowName, MatchStatus, PersonStatus
from storage import matches, timers
from storage.people import Person
from storage.timers import Timer


def _offering(post: Post, timer: Timer, person: Person) -> None:
    if stands(post, timer, MatchStatus.OFFERED) and not put_off(post, timer, person):
        ask(post, person, FlowName.OFFERING, timer.about)


def _meeting(post: Post, timer: Timer, person: Person) -> None:
    if stands(post, timer, MatchStatus.ACCEPTED) and not put_off(post, timer, person):
        ask(post, person, FlowName.MEETING, timer.about)


def _asked_first(post: Post, timer: Timer, person: Person) -> None:
    if stands(post, timer, MatchStatus.OFFERED) and not put_off(post, timer, person):
        ask(post, person, FlowName.ASKED_FIRST, timer.about)


def _still_looking(post: Post, timer: Timer, person: Person) -> None:
    """Once a week, to someone for whom there is nobody yet, whoever may be being asked."""
    if person.seeks_since is None or person.status is not PersonStatus.JOINED:
        return
    if put_off(post, timer, person):
        return
    match = matches.live_as_mentee(post.db, person.id)
    if match is None or match.status is not MatchStatus.ACCEPTED:  # else they are being asked
        post.tell(person, "still-looking")
    timers.set_timer(post.db, person.id, Action.STILL_LOOKING, post.now + TELL_AGAIN_AFTER)


def _match_waits(post: Post, timer: Timer, person: Person) -> None:
    """No coordinator has decided: someone waits for it."""
    if timer.about is not None and stands(post, timer, MatchStatus.PROPOSED, MatchStatus.HELD):
        matchmaking.ask_team(post, matches.get(post.db, timer.about))


def _offer_nudge(post: Post, timer: Timer, person: Person) -> None:
    if stands(post, timer, MatchStatus.OFFERED) and not put_off(post, timer, person):
        post.tell(person, "offer-nudge")
        ask(post, person, FlowName.OFFERING, timer.about)


def _meeting_nudge(post: Post, timer: Timer, person: Person) -> None:
    if stands(post, timer, MatchStatus.ACCEPTED) and not put_off(post, timer, person):
        post.tell(person, "meeting-nudge")
        ask(post, person, FlowName.MEETING, timer.about)


def _meeting_lapsed(post: Post, timer: Timer, person: Person) -> None:
    if timer.about is None or not stands(post, timer, MatchStatus.ACCEPTED):
        return
    if not put_off(post, timer, person):
        life.happens(post, matches.get(post.db, timer.about), Event.LAPSED)


def _offer_expired(post: Post, timer: Timer, person: Person) -> None:
    if timer.about is not None and stands(post, timer, MatchStatus.OFFERED):
        life.happens(post, matches.get(post.db, timer.about), Event.EXPIRED)


def _seek(post: Post, timer: Timer, person: Person) -> None:
    if person.status is PersonStatus.JOINED:
        matchmaking.seek(post, person)


def _has_room(post: Post, timer: Timer, person: Person) -> None:
    matchmaking.fill(post, person.id)


ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    Action.ASKED_FIRST: _asked_first,
    Action.HAS_ROOM: _has_room,
    Action.MATCH_WAITS: _match_waits,
    Action.MEETING: _meeting,
    Action.MEETING_LAPSED: _meeting_lapsed,
    Action.MEETING_NUDGE: _meeting_nudge,
    Action.OFFER_EXPIRED: _offer_expired,
    Action.OFFER_NUDGE: _offer_nudge,
    Action.OFFERING: _offering,
    Action.SEEK: _seek,
    Action.STILL_LOOKING: _still_looking,
}
