"""What each kind of timer sets off. Firing one is a turn: all of it commits, or none."""

from collections.abc import Callable
from datetime import timedelta

from bot import matchmaking, relay
from bot.checkins import next_checkin
from bot.conversing import Conversing
from bot.matchmaking import called
from bot.post import Post
from bot.world import PersonWorld
from flows.book import BOOK
from flows.vocabulary import MatchStatus, PersonStatus
from storage import conversations, matches, people, timers
from storage.checkins import Checkin
from storage.outbox import Outbox
from storage.people import Person
from storage.timers import Timer

BUSY = timedelta(minutes=10)  # someone who answered so lately is not asked something else
WAIT = timedelta(minutes=10)


def fire(post: Post, timer: Timer, person: Person) -> None:
    """Do what the timer is for, unless what it is about has moved on. Raises what goes wrong."""
    _ACTIONS[timer.action](post, timer, person)


def _begin(post: Post, person: Person, flow: str, about: int | None) -> None:
    address = people.address_of(post.db, person.id)
    if address is not None:
        Conversing(post, PersonWorld(post, person), person, address).begin(flow, about)


def _offering(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.OFFERED):
        _begin(post, person, "offering", timer.about)


def _meeting(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.ACCEPTED):
        _begin(post, person, "meeting", timer.about)


def _stands(post: Post, timer: Timer, status: MatchStatus) -> bool:
    if timer.about is None:
        return False
    match = matches.get(post.db, timer.about)
    return (match.version, match.status) == (timer.version, status)


def _offer_nudge(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.OFFERED):
        post.tell(person, "offer-nudge")
        _begin(post, person, "offering", timer.about)


def _offer_expired(post: Post, timer: Timer, person: Person) -> None:
    if timer.about is None or not _stands(post, timer, MatchStatus.OFFERED):
        return
    match = matches.get(post.db, timer.about)
    if matchmaking.expire_offer(post, match):
        conversations.end_about(post.db, person.id, "offering", match.id)
        post.tell(person, "offer-expired-mentor")


def _seek(post: Post, timer: Timer, person: Person) -> None:
    if person.status is PersonStatus.JOINED:
        matchmaking.seek(post, person)


def _checkin(post: Post, timer: Timer, person: Person) -> None:
    """Ask how they are, and set the next time, whatever becomes of this one."""
    checkin = post.db.get(Checkin, timer.about)
    if checkin is None or not checkin.active or checkin.version != timer.version:
        return
    if person.status is not PersonStatus.JOINED:
        return
    asked = conversations.open_of(post.db, person.id)
    if asked is not None and BOOK[asked.flow].insists and post.now - asked.touched_at < BUSY:
        timers.set_timer(
            post.db, person.id, "checkin", post.now + WAIT, checkin.id, checkin.version
        )
        return
    due = next_checkin(checkin, post.now, person.zone)
    timers.set_timer(post.db, person.id, "checkin", due, checkin.id, checkin.version)
    _begin(post, person, "checkin", checkin.id)


def _undelivered(post: Post, timer: Timer, person: Person) -> None:
    letter = post.db.get(Outbox, timer.about)
    if letter is not None:
        other = people.get(post.db, letter.person_id)
        post.tell(person, "relay-undelivered", {"partner": called(other)})


def _unreachable(post: Post, timer: Timer, person: Person) -> None:
    """Their last address is gone, or opted out at the carrier: they have left."""
    if people.address_of(post.db, person.id) is None and person.status is PersonStatus.JOINED:
        person.status = PersonStatus.LEFT
        conversations.end_all(post.db, person.id)
        relay.pause(post, person)


_ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    "checkin": _checkin,
    "meeting": _meeting,
    "offer_expired": _offer_expired,
    "offer_nudge": _offer_nudge,
    "offering": _offering,
    "seek": _seek,
    "undelivered": _undelivered,
    "unreachable": _unreachable,
}
