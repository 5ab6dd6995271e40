"""Tending a match: from its first week, through its silences, to an ending that was planned.

Contact fades in every trial of peer support, so silence, change and ending are ordinary paths
here, each with a next step and a date (VA trial and RAPSID: see docs/safety/hazard-log.md).
"""

from datetime import datetime, timedelta

from bot.post import Post
from bot.relay.partners import called_by
from flows.matches.calendar import FIRST_WEEK, LAPSE, MIDWAY, PLANNED, QUIET, SOON
from flows.matches.looking_back import Next
from flows.vocabulary import Action, EndedFor, Ending, MatchKind, MatchStatus
from storage import matches, people, timers
from storage.matches import Match
from storage.people import Person


def begin(post: Post, match: Match) -> None:
    """Two people were introduced, or carry on: set what will be asked of them, and when."""
    for person_id in (match.mentee_id, match.mentor_id):
        _set(post, person_id, Action.FIRST_WEEK, FIRST_WEEK, match)
        _set(post, person_id, Action.MIDWAY, MIDWAY, match)
        _set(post, person_id, Action.ENDING_SOON, SOON, match)
    _set(post, match.mentor_id, Action.QUIET, QUIET, match)
    _set(post, match.mentee_id, Action.ENDING, PLANNED, match)


def _set(post: Post, person_id: int, action: Action, after: timedelta, match: Match) -> None:
    timers.set_timer(post.db, person_id, action, post.now + after, match.id)


def end(post: Post, match: Match, ending: Ending, why: EndedFor | None = None) -> bool:
    """End a match that is going on. False when it already has ended."""
    ended = matches.move(
        post.db, match, MatchStatus.ENDED, expected=[MatchStatus.ACTIVE, MatchStatus.PAUSED],
        ended_at=post.now, ending=ending, ended_for=why,
    )  # fmt: skip
    if ended and match.kind is MatchKind.LASTING:
        has_room(post, match.mentor_id)
        timers.set_timer(post.db, match.mentor_id, Action.MENTOR_FEEDBACK, post.now, match.id)
    return ended


def end_as_planned(post: Post, match: Match) -> None:
    """The planned ending: both are thanked."""
    if end(post, match, Ending.PLANNED):
        tell_both(post, match, "match-ended")


def tell_both(post: Post, match: Match, message: str) -> None:
    """The same to both, each with what they call the other."""
    mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
    post.tell(mentee, message, {"partner": called_by(post, mentee, mentor)})
    post.tell(mentor, message, {"partner": called_by(post, mentor, mentee)})


def end_early(post: Post, person: Person, match: Match, *, change: bool, why: EndedFor) -> None:
    """One of them ends it. If it was the mentor, or a change, the person is found another."""
    by_mentor = person.id == match.mentor_id
    if not end(post, match, Ending.CHANGED if change else Ending.EARLY, why):
        if not by_mentor and not change:
            person.seeks_since = None  # the mentor was first, and another was being looked for
        return
    seeks = match.kind is MatchKind.LASTING and (change or by_mentor)
    other = people.get(post.db, match.other(person.id))
    told = "yes" if seeks and by_mentor else "no"
    args = {"partner": called_by(post, other, person), "seeks": told}
    post.tell(other, "match-ended-early", args, waits=True)
    if seeks:
        seek_again(post, match)


def seek_again(post: Post, match: Match) -> None:
    """The mentee is found another mentor, before others: they keep the day they first asked."""
    mentee = people.get(post.db, match.mentee_id)
    mentee.seeks_since = match.waiting_since or match.began_at
    timers.set_timer(post.db, mentee.id, Action.SEEK, post.now)


def seek_first(post: Post, match: Match) -> None:
    """The same before everyone else: their mentor has left or is silent, and they waited once."""
    waiting = [each.seeks_since for each in people.seeking(post.db) if each.seeks_since]
    first = min((match.began_at, *waiting)) - timedelta(seconds=1)
    seek_again(post, match)
    people.get(post.db, match.mentee_id).seeks_since = first


def go_on(post: Post, match: Match, following: str) -> None:
    """What the person would like after the look back: the mentor is asked, or it ends here."""
    if following == Next.CARRY_ON.value:
        timers.set_timer(post.db, match.mentor_id, Action.CARRYING_ON, post.now, match.id)
        lapse_later(post, match)
    else:
        end_as_planned(post, match)


def carry_on(post: Post, match: Match, *, agreed: bool) -> None:
    """The mentor's answer to carrying on: both are told, and the next ending is planned."""
    if not agreed:
        end_as_planned(post, match)
        return
    if match.status is not MatchStatus.ACTIVE:
        return  # it ended meanwhile, of which both have been told
    timers.cancel(post.db, match.mentee_id, Action.ENDING_LAPSED, match.id)
    tell_both(post, match, "carries-on")
    for person_id in (match.mentee_id, match.mentor_id):
        _set(post, person_id, Action.ENDING_SOON, SOON, match)
    _set(post, match.mentee_id, Action.ENDING, PLANNED, match)


def lapse_later(post: Post, match: Match) -> None:
    """From now on one of them has a week to answer, or it ends as planned."""
    timers.cancel(post.db, match.mentee_id, Action.ENDING_LAPSED, match.id)
    _set(post, match.mentee_id, Action.ENDING_LAPSED, LAPSE, match)


def has_room(post: Post, mentor_id: int, at: datetime | None = None) -> None:
    """A mentor can take someone on, from now or from later: those who wait are looked at before
    anyone new is."""
    timers.set_timer(post.db, mentor_id, Action.HAS_ROOM, at or post.now)
