"""Tending a match: from its first week, through its silences, to an ending that was planned.

Contact fades in every trial of peer support, so silence, change and ending are ordinary paths
here, each with a next step and a date (VA trial and RAPSID: see docs/safety/hazard-log.md).
"""

from datetime import timedelta

from bot.post import Post
from flows.looking_back import Next
from flows.vocabulary import MatchKind, MatchStatus
from storage import matches, people, timers
from storage.matches import Match
from storage.people import Person

FIRST_WEEK = timedelta(days=3)
QUIET = timedelta(days=10)
MIDWAY = timedelta(weeks=8)
SOON = timedelta(weeks=15)
PLANNED = timedelta(weeks=16)


def begin(post: Post, match: Match) -> None:
    """Two people were introduced, or carry on: set what will be asked of them, and when."""
    for person_id in (match.mentee_id, match.mentor_id):
        _set(post, person_id, "first_week", FIRST_WEEK, match)
        _set(post, person_id, "midway", MIDWAY, match)
        _set(post, person_id, "ending_soon", SOON, match)
    _set(post, match.mentor_id, "quiet", QUIET, match)
    _set(post, match.mentee_id, "ending", PLANNED, match)


def _set(post: Post, person_id: int, action: str, after: timedelta, match: Match) -> None:
    timers.set_timer(post.db, person_id, action, post.now + after, match.id)


def end(post: Post, match: Match, ending: str) -> bool:
    """End a match that is going on. False when it already has ended."""
    ended = matches.move(
        post.db, match, MatchStatus.ENDED, expected=[MatchStatus.ACTIVE, MatchStatus.PAUSED],
        ended_at=post.now, ending=ending,
    )  # fmt: skip
    if ended and match.kind is MatchKind.LASTING:
        timers.set_timer(post.db, match.mentor_id, "mentor_feedback", post.now, match.id)
    return ended


def end_as_planned(post: Post, match: Match, ending: str = "planned") -> None:
    """The planned ending: both are thanked."""
    if not end(post, match, ending):
        return
    mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
    post.tell(mentee, "match-ended", {"partner": mentor.called})
    post.tell(mentor, "match-ended", {"partner": mentee.called})


def end_early(post: Post, person: Person, match: Match, *, change: bool, why: str) -> None:
    """One of them ends it. The person, if it was the mentor's wish or a change, is found another."""
    if not end(post, match, f"{'changed' if change else 'early'}: {why}"):
        return
    other = people.get(post.db, match.other(person.id))
    left = person.id == match.mentor_id
    post.tell(
        other, "match-ended-early", {"partner": person.called, "seeks": "yes" if left else "no"}
    )
    if change or left:
        mentee = people.get(post.db, match.mentee_id)
        # They keep the day they first asked: someone whose match ended is found another first.
        mentee.seeks_since = min(match.began_at, mentee.seeks_since or post.now)
        timers.set_timer(post.db, mentee.id, "seek", post.now)


def go_on(post: Post, match: Match, following: str) -> None:
    """What the person would like after the look back: the mentor is asked, or it ends here."""
    if following == Next.CARRY_ON.value:
        timers.set_timer(post.db, match.mentor_id, "carrying_on", post.now, match.id)
    else:
        end_as_planned(post, match)


def carry_on(post: Post, match: Match, *, agreed: bool) -> None:
    """The mentor's answer to carrying on: both are told, and the next ending is planned."""
    mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
    if not agreed:
        end_as_planned(post, match)
        return
    post.tell(mentee, "carries-on", {"partner": mentor.called})
    post.tell(mentor, "carries-on", {"partner": mentee.called})
    _set(post, match.mentor_id, "quiet", QUIET, match)
    for person_id in (match.mentee_id, match.mentor_id):
        _set(post, person_id, "ending_soon", SOON, match)
    _set(post, match.mentee_id, "ending", PLANNED, match)
