"""What each kind of timer sets off. Firing one is a turn: all of it commits, or none."""

from collections.abc import Callable
from datetime import timedelta

from bot import mentoring_timers, talk_now_timers, tending_timers
from bot.checkins import next_checkin
from bot.conversations.questions import ask, conversing
from bot.matches import matchmaking
from bot.people import erasure
from bot.people.opt_out import gone, stay_gone
from bot.post import Post
from bot.relay.partners import called_by
from bot.safety import concerns
from flows.book import BOOK
from flows.vocabulary import MatchStatus, PersonStatus
from storage import conversations, matches, outbox, people, timers
from storage.checkins import Checkin
from storage.concerns import Concern
from storage.outbox import Outbox
from storage.people import Person
from storage.timers import Timer

BUSY = timedelta(minutes=10)  # someone who answered so lately is not asked something else
WAIT = timedelta(minutes=10)
HELD = timedelta(hours=1)  # before someone with an open concern is tried again


def fire(post: Post, timer: Timer, person: Person) -> None:
    """Do what the timer is for, unless what it is about has moved on. Raises what goes wrong."""
    _ACTIONS[timer.action](post, timer, person)


def _wait(post: Post, timer: Timer, person: Person) -> bool:
    """Whether someone has to look at a concern first. The timer is then set for later."""
    if not concerns.is_open(post, person):
        return False
    timers.set_timer(post.db, person.id, timer.action, post.now + HELD, timer.about, timer.version)
    return True


def _offering(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.OFFERED) and not _wait(post, timer, person):
        ask(post, person, "offering", timer.about)


def _meeting(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.ACCEPTED) and not _wait(post, timer, person):
        ask(post, person, "meeting", timer.about)


def _asked_first(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.OFFERED) and not _wait(post, timer, person):
        ask(post, person, "asked_first", timer.about)


def _still_looking(post: Post, timer: Timer, person: Person) -> None:
    """Once a week, to someone for whom there is nobody yet, whoever may be being asked."""
    if person.seeks_since is None or person.status is not PersonStatus.JOINED:
        return
    if _wait(post, timer, person):
        return
    match = matches.live_as_mentee(post.db, person.id)
    if match is None or match.status is not MatchStatus.ACCEPTED:  # else they are being asked
        post.tell(person, "still-looking")
    timers.set_timer(post.db, person.id, "still_looking", post.now + matchmaking.TELL_AGAIN_AFTER)


def _stands(post: Post, timer: Timer, *statuses: MatchStatus) -> bool:
    if timer.about is None:
        return False
    match = matches.get(post.db, timer.about)
    return match.version == timer.version and match.status in statuses


def _match_waits(post: Post, timer: Timer, person: Person) -> None:
    """No coordinator has decided: someone waits for it."""
    if timer.about is not None and _stands(post, timer, MatchStatus.PROPOSED, MatchStatus.HELD):
        matchmaking.ask_team(post, matches.get(post.db, timer.about))


def _offer_nudge(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.OFFERED) and not _wait(post, timer, person):
        post.tell(person, "offer-nudge")
        ask(post, person, "offering", timer.about)


def _meeting_nudge(post: Post, timer: Timer, person: Person) -> None:
    if _stands(post, timer, MatchStatus.ACCEPTED) and not _wait(post, timer, person):
        post.tell(person, "meeting-nudge")
        ask(post, person, "meeting", timer.about)


def _meeting_lapsed(post: Post, timer: Timer, person: Person) -> None:
    stands = _stands(post, timer, MatchStatus.ACCEPTED)
    if timer.about is not None and stands and not _wait(post, timer, person):
        matchmaking.lapse_meeting(post, matches.get(post.db, timer.about))


def _offer_expired(post: Post, timer: Timer, person: Person) -> None:
    if timer.about is not None and _stands(post, timer, MatchStatus.OFFERED):
        matchmaking.expire_offer(post, matches.get(post.db, timer.about))


def _seek(post: Post, timer: Timer, person: Person) -> None:
    if person.status is PersonStatus.JOINED:
        matchmaking.seek(post, person)


def _has_room(post: Post, timer: Timer, person: Person) -> None:
    matchmaking.fill(post, person.id)


def _checkin(post: Post, timer: Timer, person: Person) -> None:
    """Ask how they are, and set the next time, whatever becomes of this one."""
    checkin = post.db.get(Checkin, timer.about)
    if checkin is None or not checkin.active or checkin.version != timer.version:
        return
    if person.status is not PersonStatus.JOINED or _wait(post, timer, person):
        return
    asked = conversations.open_of(post.db, person.id)
    if asked is not None and BOOK[asked.flow].insists and post.now - asked.touched_at < BUSY:
        timers.set_timer(
            post.db, person.id, "checkin", post.now + WAIT, checkin.id, checkin.version
        )
        return
    due = next_checkin(checkin, post.now, person.zone)
    timers.set_timer(post.db, person.id, "checkin", due, checkin.id, checkin.version)
    ask(post, person, "checkin", checkin.id)


def _undelivered(post: Post, timer: Timer, person: Person) -> None:
    """What they wrote is lost: they are told when it was, so that they know which. Once, if it
    went in pieces."""
    letter = post.db.get(Outbox, timer.about)
    if letter is not None and outbox.is_first_lost(post.db, letter):
        partner = called_by(post, person, people.get(post.db, letter.person_id))
        when = letter.queued_at.astimezone(person.zone)
        post.tell(person, "relay-undelivered", {"partner": partner, "when": when})


def _unreachable(post: Post, timer: Timer, person: Person) -> None:
    gone(post, person)


def _still_gone(post: Post, timer: Timer, person: Person) -> None:
    stay_gone(post, person)


def _alert_next(post: Post, timer: Timer, person: Person) -> None:
    concern = _untaken(post, timer)
    if concern is not None:
        concerns.alert_next(post, concern)


def _alert_all(post: Post, timer: Timer, person: Person) -> None:
    concern = _untaken(post, timer)
    if concern is not None:
        concerns.alert_all(post, concern)


def _untaken(post: Post, timer: Timer) -> Concern | None:
    concern = post.db.get(Concern, timer.about)
    return concern if concern is not None and concern.version == timer.version else None


def _concern_reminder(post: Post, timer: Timer, person: Person) -> None:
    """Taken two days ago and not closed: what we started for them still waits."""
    concern = _untaken(post, timer)
    if concern is not None and concern.acknowledged_by is not None:
        taker = people.get(post.db, concern.acknowledged_by)
        post.tell(taker, "duty-still-open", {"concern": str(concern.id)})


def _resume(post: Post, timer: Timer, person: Person) -> None:
    """A concern was closed: what waited goes on, if nothing else is being asked."""
    address = people.address_of(post.db, person.id)
    if address is None or concerns.is_open(post, person):
        return
    talking = conversing(post, person, address)
    if talking.open() is None:
        talking.resume_latest()


def _forget(post: Post, timer: Timer, person: Person) -> None:
    erasure.forget(post, person)


_ACTIONS: dict[str, Callable[[Post, Timer, Person], None]] = {
    **mentoring_timers.ACTIONS,
    **talk_now_timers.ACTIONS,
    **tending_timers.ACTIONS,
    "alert_all": _alert_all,
    "alert_next": _alert_next,
    "asked_first": _asked_first,
    "checkin": _checkin,
    "concern_reminder": _concern_reminder,
    "forget": _forget,
    "has_room": _has_room,
    "match_waits": _match_waits,
    "meeting": _meeting,
    "meeting_lapsed": _meeting_lapsed,
    "meeting_nudge": _meeting_nudge,
    "offer_expired": _offer_expired,
    "offer_nudge": _offer_nudge,
    "offering": _offering,
    "resume": _resume,
    "seek": _seek,
    "still_gone": _still_gone,
    "still_looking": _still_looking,
    "undelivered": _undelivered,
    "unreachable": _unreachable,
}
