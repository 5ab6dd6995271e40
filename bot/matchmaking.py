"""Matchmaking: from a person who asks for a mentor to two people introduced.

A match is proposed, gets a coordinator's yes (unless the operator does without), is offered to
the mentor, and then to the person. Every step moves the match on by its version, so that two
answers at once, or one that comes late, change nothing.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from bot import tending
from bot.mentoring import thank_for_introduction
from bot.pairing import best_plan
from bot.post import Post
from flows.matching_fit import Fit
from flows.meeting import Decline
from flows.screening import Found, screen
from flows.vocabulary import MatchStatus
from flows.words import Argument, Listed
from storage import matches, mentors, people, timers
from storage.matches import Match
from storage.people import Person

if TYPE_CHECKING:
    from flows.matching import Plan

NUDGE_AFTER = timedelta(days=1)
EXPIRES_AFTER = timedelta(days=3)
LOOK_AGAIN_AFTER = timedelta(days=1)
TELL_AGAIN_AFTER = timedelta(days=7)
REST = timedelta(days=14)  # for a mentor who is too busy just now

_PLANNED = (MatchStatus.PROPOSED, MatchStatus.HELD)


def seek(post: Post, person: Person) -> bool:
    """Look for a mentor for someone who waits, and propose the one who suits best.

    False: nobody suits today. It is looked at again tomorrow, and they hear once a week.
    """
    if person.seeks_since is None or matches.live_as_mentee(post.db, person.id):
        return False
    pairs = best_plan(post, [person]).pairs
    if pairs:
        propose(post, person.id, pairs[0].mentor, pairs[0].fit)
        return True
    timers.cancel(post.db, person.id, "seek")
    timers.set_timer(post.db, person.id, "seek", post.now + LOOK_AGAIN_AFTER)
    if not timers.is_waiting(post.db, person.id, "still_looking"):
        timers.set_timer(post.db, person.id, "still_looking", post.now + TELL_AGAIN_AFTER)
    return False


def plan_everyone(post: Post) -> "Plan":
    """Propose the best plan over everyone who waits and has nobody proposed yet."""
    waiting = [
        person
        for person in people.seeking(post.db)
        if matches.live_as_mentee(post.db, person.id) is None
    ]
    plan = best_plan(post, waiting)
    for pair in plan.pairs:
        propose(post, pair.seeker, pair.mentor, pair.fit)
    return plan


def propose(post: Post, mentee_id: int, mentor_id: int, fit: Fit) -> Match:
    """Write down a proposed match, and ask a coordinator, or the mentor at once."""
    needs = people.get(post.db, mentee_id).profile.needs
    match = Match(
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        status=MatchStatus.PROPOSED,
        score=fit.score,
        reasons=[(reason.key, list(reason.shared)) for reason in fit.reasons],
        needs=[need.value for need in needs],
        began_at=post.now,
    )
    post.db.add(match)
    post.db.flush()
    if post.rules.matches_need_yes:
        _ask_team(post, match)
    else:
        offer(post, match)
    return match


def _ask_team(post: Post, match: Match) -> None:
    shared = Listed(tuple(f"label-{word}" for _, words in match.reasons for word in words)[:4])
    for coordinator in people.coordinators(post.db):
        args: dict[str, Argument] = {
            "match": str(match.id),
            "mentee": people.get(post.db, match.mentee_id).called,
            "mentor": people.get(post.db, match.mentor_id).called,
            "reasons": shared,
        }
        post.tell(coordinator, "team-match", args)


def offer(post: Post, match: Match) -> bool:
    """Ask the mentor. False when the match has moved on meanwhile."""
    if not matches.move(
        post.db, match, MatchStatus.OFFERED, expected=_PLANNED, offered_at=post.now
    ):
        return False
    _ask_mentor(post, match)
    return True


def _ask_mentor(post: Post, match: Match) -> None:
    for action, after in (
        ("offering", timedelta()),
        ("offer_nudge", NUDGE_AFTER),
        ("offer_expired", EXPIRES_AFTER),
    ):
        timers.set_timer(
            post.db, match.mentor_id, action, post.now + after, match.id, match.version
        )


def hold(post: Post, match: Match) -> bool:
    """A coordinator keeps a proposed match back."""
    return matches.move(post.db, match, MatchStatus.HELD, expected=[MatchStatus.PROPOSED])


def refuse(post: Post, match: Match) -> bool:
    """A coordinator says no to a proposed pair: they are not proposed again, and both go on."""
    if not matches.move(
        post.db, match, MatchStatus.WITHDRAWN, expected=_PLANNED, ended_at=post.now
    ):
        return False
    matches.hold_pair(post.db, match.mentee_id, match.mentor_id, post.now)
    timers.set_timer(post.db, match.mentee_id, "seek", post.now)
    return True


def ask_seeker(post: Post, match_id: int, mentor_id: int, words: str) -> bool:
    """Pass on a mentor's one question. False: it is too late, was asked, or can't be passed on."""
    match = matches.get(post.db, match_id)
    stands = match.mentor_id == mentor_id and match.status is MatchStatus.OFFERED
    if not stands or match.question is not None or screen(words).label is not Found.OK:
        return False
    match.question = words
    timers.set_timer(post.db, match.mentee_id, "asked_first", post.now, match.id, match.version)
    return True


def answer_question(post: Post, match_id: int, mentee_id: int, words: str) -> None:
    """Pass the answer back with the offer, unless that is settled by now."""
    match = matches.get(post.db, match_id)
    if match.mentee_id != mentee_id or match.status is not MatchStatus.OFFERED:
        return
    match.answer = words if screen(words).label is Found.OK else None
    timers.set_timer(post.db, match.mentor_id, "offering", post.now, match.id, match.version)


def answer_offer(
    post: Post, match_id: int, mentor_id: int, accepts: bool, why: str | None = None
) -> bool:
    """The mentor's answer. False when the offer no longer stands."""
    match = matches.get(post.db, match_id)
    if match.mentor_id != mentor_id:
        return False
    to = MatchStatus.ACCEPTED if accepts else MatchStatus.DECLINED
    if not matches.move(post.db, match, to, expected=[MatchStatus.OFFERED], declined_for=why):
        return False
    if accepts:
        timers.set_timer(post.db, match.mentee_id, "meeting", post.now, match.id, match.version)
        return True
    mentor = mentors.get(post.db, mentor_id)
    if mentor is not None and why == Decline.BUSY.value:
        mentor.rests_until = post.now + REST
    timers.set_timer(post.db, match.mentee_id, "seek", post.now)
    return True


def expire_offer(post: Post, match: Match) -> bool:
    """Nobody answered in time: the next mentor is asked. False when the offer is settled."""
    if not matches.move(post.db, match, MatchStatus.EXPIRED, expected=[MatchStatus.OFFERED]):
        return False
    timers.set_timer(post.db, match.mentee_id, "seek", post.now)
    return True


def answer_mentor(post: Post, match_id: int, mentee_id: int, accepts: bool) -> bool:
    """The person's answer: yes introduces both. False when it came too late."""
    match = matches.get(post.db, match_id)
    if match.mentee_id != mentee_id:
        return False
    if accepts:
        return _introduce(post, match)
    if not matches.move(post.db, match, MatchStatus.DECLINED, expected=[MatchStatus.ACCEPTED]):
        return False
    post.tell(people.get(post.db, match.mentor_id), "mentee-said-no")
    timers.set_timer(post.db, mentee_id, "seek", post.now)
    return True


def _introduce(post: Post, match: Match) -> bool:
    if not matches.move(
        post.db, match, MatchStatus.ACTIVE, expected=[MatchStatus.ACCEPTED],
        introduced_at=post.now, last_word_at=post.now,
    ):  # fmt: skip
        return False
    mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
    mentee.seeks_since = None
    tending.begin(post, match)
    thank_for_introduction(post, mentor)
    post.tell(mentee, "introduced-mentee", {"partner": mentor.called})
    post.tell(mentor, "introduced-mentor", {"partner": mentee.called})
    return True


def change(post: Post, match: Match, mentor_id: int) -> Sequence[str]:
    """A coordinator chooses another mentor for a proposed match.

    Returns the hard rules that forbid it (then nothing has changed), or nothing.
    """
    from bot.pairing import candidate_by_id, seeker
    from flows.matching import suits, why_not

    person = people.get(post.db, match.mentee_id)
    asked = candidate_by_id(post, mentor_id)
    if asked is None:
        return ["not_active"]
    who = seeker(post, person)
    broken = why_not(who, asked, post.now.astimezone(post.rules.zone).date())
    if broken:
        return [rule.value for rule in broken]
    if matches.move(post.db, match, MatchStatus.WITHDRAWN, expected=_PLANNED, ended_at=post.now):
        propose(post, person.id, mentor_id, suits(who, asked, post.rules.weights))
    return []
