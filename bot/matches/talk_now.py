"""Talk now: a conversation of an hour, with whichever mentor on duty says yes first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.matches import life
from bot.matches.candidates import reader, seeker
from bot.post import Post
from bot.relay.partners import active_of, called
from flows.matches.calendar import FIRST_YES_WITHIN, TALK_LASTS
from flows.matches.events import Event
from flows.matches.life import MET
from flows.matches.talk_now import times
from flows.matching.fit import Rule
from flows.vocabulary import Action, Asked, Free, MatchKind, MatchStatus, Side
from storage import concerns, matches, mentors, people, timers
from storage.matches import Match
from storage.people import Person


def ask(post: Post, person: Person) -> Asked:
    """Ask every mentor on duty whom no rule excludes. Nobody: the person has been told so."""
    if matches.talking_now(post.db, person.id) or matches.asked_now(post.db, person.id):
        return Asked.ALREADY
    found = _on_duty_for(post, person)
    for mentor_id in found:
        match = Match(
            mentee_id=person.id,
            mentor_id=mentor_id,
            kind=MatchKind.TALK_NOW,
            status=MatchStatus.OFFERED,
            began_at=post.now,
            offered_at=post.now,
        )
        post.db.add(match)
        post.db.flush()
        timers.set_timer(post.db, mentor_id, Action.TALK_NOW_OFFER, post.now, match.id)
    if not found:
        _nobody(post, person)
        return Asked.NOBODY
    timers.set_timer(post.db, person.id, Action.TALK_NOW_WAITED, post.now + FIRST_YES_WITHIN)
    return Asked.ASKING


def _on_duty_for(post: Post, person: Person) -> Sequence[int]:
    """The mentors on duty who may talk with someone. How many they have already does not matter."""
    # The matcher's arrays take 40 MB and half a second to load: only who asks it pays for them.
    from flows.matching.plan import why_not

    who, held = seeker(post, person), matches.pairs_held(post.db)
    today = post.now.astimezone(post.rules.zone).date()
    partners = {match.other(person.id) for match in matches.with_status(post.db, person.id,
                *MET)}  # fmt: skip
    as_candidate = reader(post)
    found = []
    for mentor in mentors.free(post.db, post.now):
        able = as_candidate(mentor, people.get(post.db, mentor.person_id))
        if (
            mentor.person_id not in partners
            and (person.id, mentor.person_id) not in held
            and matches.talking_now(post.db, mentor.person_id) is None
            and not concerns.has_grave(post.db, mentor.person_id)
            and people.address_of(post.db, mentor.person_id) is not None
            and not {*why_not(who, replace(able, load=0), today)} - {Rule.NOT_ANSWERED}
        ):
            found.append(mentor.person_id)
    return found


def is_offered(post: Post, match_id: int, mentor_id: int) -> bool:
    match = matches.get(post.db, match_id)
    return match.mentor_id == mentor_id and match.status is MatchStatus.OFFERED


def answer(post: Post, match_id: int, mentor_id: int, accepts: bool) -> bool:
    """A mentor's answer; the first yes begins the hour. False when it came too late."""
    match = matches.get(post.db, match_id)
    asked = matches.asked_now(post.db, match.mentee_id)
    if match.mentor_id != mentor_id or match not in asked:
        return False
    if not accepts:
        life.happens(post, match, Event.DECLINED, Side.MENTOR)
        if len(asked) == 1:
            give_up(post, people.get(post.db, match.mentee_id))
        return True
    if (
        matches.talking_now(post.db, mentor_id) is not None
        or people.address_of(post.db, match.mentee_id) is None
        or not _begin(post, match)
    ):
        return False
    for other in asked:
        if other.id != match.id:
            life.happens(post, other, Event.SETTLED)
    return True


def _begin(post: Post, match: Match) -> bool:
    if not life.happens(post, match, Event.ACCEPTED, ends_at=post.now + TALK_LASTS):
        return False
    timers.cancel(post.db, match.mentee_id, Action.TALK_NOW_WAITED)
    return True


def give_up(post: Post, person: Person) -> None:
    """Nobody said yes: the person is told so, and where else someone would listen."""
    timers.cancel(post.db, person.id, Action.TALK_NOW_WAITED)
    for offer in matches.asked_now(post.db, person.id):
        life.happens(post, offer, Event.EXPIRED)
    _nobody(post, person)


def _nobody(post: Post, person: Person) -> None:
    free = mentors.next_free(post.db, post.now)
    when = "none" if free is None else free.astimezone(person.zone)
    post.tell(person, "talk-now-nobody", {"when": when})


def warn(post: Post, match: Match, person: Person) -> None:
    """To each of the two, shortly before the hour is over."""
    if match.status is MatchStatus.ACTIVE:
        post.tell(person, "talk-now-ending", {"partner": life.partner_of(post, match, person)})


def over(post: Post, match: Match) -> None:
    """The hour is over. Whoever has somebody else to write to is told so: it goes there now."""
    if not life.happens(post, match, Event.HOUR_OVER):
        return
    for side in Side:
        person = people.get(post.db, match.of(side))
        names = called(post, person)
        others = [each.other(person.id) for each in active_of(post, person)]
        next_ = "none" if not others else names[others[0]] if len(others) == 1 else "several"
        partner = names[match.other(person.id)]
        post.tell(person, "talk-now-over", {"partner": partner, "next": next_})


def set_duty(post: Post, person: Person, when: Free) -> tuple[datetime, datetime] | None:
    """When a mentor is free for those who want to talk now, on their own clock. None: not."""
    mentor = mentors.get(post.db, person.id)
    if mentor is None:
        return None
    free = times(post.now.astimezone(person.zone), when)
    mentor.free_from, mentor.free_until = free or (None, None)
    return free
