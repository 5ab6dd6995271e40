"""Matchmaking: from a person who asks for a mentor to two people introduced.

A match is proposed, gets a coordinator's yes (unless the operator does without), is offered to
the mentor, and then to the person. Every step moves the match on by its version, so that two
answers at once, or one that comes late, change nothing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.matches import life
from bot.matches.candidates import best_plan, fit_of, rules_broken
from bot.matches.life import announce_room
from bot.mentors.standing import watch_over
from bot.post import Post
from bot.safety.team import tell_team
from flows.matches.calendar import (
    BUSY_FOR,
    LOOK_AGAIN_AFTER,
    TEAM_AGAIN_AFTER,
    TELL_AGAIN_AFTER,
)
from flows.matches.events import Event
from flows.matching.fit import Fit, Rule
from flows.matching.reasons import in_words
from flows.relay.screening import Found, screen
from flows.vocabulary import Action, Decline, MatchStatus, Side
from flows.words import Wording
from storage import matches, mentors, people, timers
from storage.matches import Match
from storage.people import Person

if TYPE_CHECKING:
    from flows.matching.plan import Plan

TOLD = 5  # reasons, to coordinators


class Forbidden(Exception):
    """Two people may not be matched; the message names the hard rules that forbid it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__(f"not possible: {', '.join(rule.value for rule in rules)}")
        self.rules = rules


class Unready(Exception):
    """Two people can't be introduced as things stand; the message says why."""


def seek(post: Post, person: Person) -> bool:
    """Look for a mentor for someone who waits, and propose the one who suits best.

    True: somebody is being asked. False: nobody suits today, and it is looked at again tomorrow.
    Whichever it is, they hear once a week until there is someone to meet.
    """
    if matches.live_as_mentee(post.db, person.id) is not None:
        return True
    if person.seeks_since is None:
        return False
    if not timers.is_waiting(post.db, person.id, Action.STILL_LOOKING):
        timers.set_timer(post.db, person.id, Action.STILL_LOOKING, post.now + TELL_AGAIN_AFTER)
    pairs = best_plan(post, [person]).pairs
    if pairs and propose(post, person.id, pairs[0].mentor, pairs[0].fit):
        return True
    timers.cancel(post.db, person.id, Action.SEEK)
    timers.set_timer(post.db, person.id, Action.SEEK, post.now + LOOK_AGAIN_AFTER)
    return False


def plan_everyone(post: Post) -> "Plan":
    """Propose the best plan over everyone who waits and has nobody proposed yet."""
    plan = best_plan(post, waiting(post))
    for pair in plan.pairs:
        propose(post, pair.seeker, pair.mentor, pair.fit)
    return plan


def waiting(post: Post) -> list[Person]:
    """Those who ask for a mentor and have nobody proposed, longest first."""
    return [
        person
        for person in people.seeking(post.db)
        if matches.live_as_mentee(post.db, person.id) is None
    ]


def fill(post: Post, mentor_id: int) -> None:
    """A mentor has room: propose those who wait and suit them best.

    Whoever comes later finds only what nobody who waits could use, so nobody is overtaken.
    """
    if those := waiting(post):
        for pair in best_plan(post, those, among=mentor_id).pairs:
            propose(post, pair.seeker, pair.mentor, pair.fit)


def propose(post: Post, mentee_id: int, mentor_id: int, fit: Fit) -> bool:
    """Write down a proposed match, and ask a coordinator, or the mentor at once.

    False: meanwhile the person has somebody, or the mentor's last place was taken. Both are
    locked before that is looked at, since two processes may plan for the same mentor at once.
    """
    mentee, mentor = people.claim(post.db, mentee_id), mentors.claim(post.db, mentor_id)
    is_full = mentors.loads(post.db).get(mentor_id, 0) >= mentor.capacity
    if is_full or matches.live_as_mentee(post.db, mentee_id) is not None:
        return False
    match = _write_down(post, mentee, mentor_id, fit, MatchStatus.PROPOSED)
    if post.rules.matches_need_yes:
        ask_team(post, match)
    else:
        offer(post, match)
    return True


def _write_down(post: Post, mentee: Person, mentor_id: int, fit: Fit, status: MatchStatus) -> Match:
    match = Match(
        mentee_id=mentee.id,
        mentor_id=mentor_id,
        status=status,
        score=fit.score,
        reasons=[(reason.key, list(reason.shared)) for reason in fit.reasons],
        needs=[need.value for need in mentee.profile.needs],
        began_at=post.now,
        waiting_since=mentee.seeks_since,
    )
    post.db.add(match)
    post.db.flush()
    return match


def ask_team(post: Post, match: Match) -> None:
    """Ask the coordinators for their yes; again every few days, until one has decided."""
    tell_team(
        post, "team-match",
        {
            "match": str(match.id),
            "mentee": people.get(post.db, match.mentee_id).called,
            "mentor": people.get(post.db, match.mentor_id).called,
            "reasons": in_words(Wording(), match.reasons, TOLD),
        },
    )  # fmt: skip
    _ask_team_again(post, match)


def _ask_team_again(post: Post, match: Match) -> None:
    timers.set_timer(
        post.db, match.mentee_id, Action.MATCH_WAITS, post.now + TEAM_AGAIN_AFTER, match.id,
        match.version,
    )  # fmt: skip


def approve(post: Post, match: Match) -> bool:
    """A coordinator's yes. False: it has moved on, or a rule has come to forbid it meanwhile.

    Checks may have lapsed since it was proposed, or wishes changed: then another is looked for.
    """
    broken = {*rules_broken(post, people.get(post.db, match.mentee_id), match.mentor_id)}
    if broken - {Rule.FULL} and life.happens(post, match, Event.FORBIDDEN):
        return False  # full: this very match takes the last place
    return offer(post, match)


def offer(post: Post, match: Match) -> bool:
    """Ask the mentor. False when the match has moved on meanwhile."""
    return life.happens(post, match, Event.APPROVED)


def hold(post: Post, match: Match) -> bool:
    """A coordinator keeps a proposed match back for now: they are asked about it again."""
    return life.happens(post, match, Event.HELD)


def refuse(post: Post, match: Match) -> bool:
    """A coordinator says no to a proposed pair: they are not proposed again, and both go on."""
    if not life.happens(post, match, Event.REFUSED):
        return False
    matches.hold_pair(post.db, match.mentee_id, match.mentor_id, post.now)
    return True


def ask_seeker(post: Post, match_id: int, mentor_id: int, words: str) -> bool:
    """Pass on a mentor's one question. False: it is too late, was asked, or can't be passed on."""
    match = matches.get(post.db, match_id)
    if match.mentor_id != mentor_id or match.question is not None:
        return False
    if screen(words).label is not Found.OK:
        return False
    return life.happens(post, match, Event.ASKED_FIRST, question=words)


def answer_question(post: Post, match_id: int, mentee_id: int, words: str) -> bool:
    """Pass the answer back with the offer. False: it is settled by now, or can't be passed on."""
    match = matches.get(post.db, match_id)
    if match.mentee_id != mentee_id:
        return False
    answer = words if screen(words).label is Found.OK else None
    return life.happens(post, match, Event.ANSWERED, answer=answer) and answer is not None


def answer_offer(
    post: Post, match_id: int, mentor_id: int, accepts: bool, why: Decline | None = None
) -> bool:
    """The mentor's answer. False when the offer no longer stands."""
    match = matches.get(post.db, match_id)
    if match.mentor_id != mentor_id:
        return False
    if accepts:
        return life.happens(post, match, Event.ACCEPTED)
    if not life.happens(post, match, Event.DECLINED, Side.MENTOR, declined_for=why):
        return False
    mentor = mentors.get(post.db, mentor_id)
    if mentor is not None and why is Decline.BUSY:
        mentor.rests_until = post.now + BUSY_FOR
        announce_room(post, mentor_id, at=mentor.rests_until)
    return True


def answer_mentor(post: Post, match_id: int, mentee_id: int, accepts: bool) -> bool:
    """The person's answer: yes introduces both. False when it came too late."""
    match = matches.get(post.db, match_id)
    if match.mentee_id != mentee_id:
        return False
    if accepts:
        return life.happens(post, match, Event.INTRODUCED)
    return life.happens(post, match, Event.DECLINED, Side.MENTEE)


def introduce(post: Post, mentee_id: int, mentor_id: int) -> Match:
    """People have chosen these two, and both know of it: they are introduced at once.

    Raises Unready, or Forbidden where a hard rule forbids the pair, and changes nothing.
    """
    for person_id in (mentee_id, mentor_id):
        if not people.has_joined(post.db, person_id):
            raise Unready(f"person {person_id} is not known, or has not joined")
        if people.address_of(post.db, person_id) is None:
            raise Unready(f"person {person_id} can't be written to")
    mentee = people.claim(post.db, mentee_id)
    if (standing := matches.live_as_mentee(post.db, mentee_id)) is not None:
        raise Unready(f"already matched: {standing.status.value} in match {standing.id}")
    if mentors.get(post.db, mentor_id) is None:
        raise Unready(f"person {mentor_id} is no mentor")
    mentors.claim(post.db, mentor_id)  # their last place may be given away at the same moment
    if broken := rules_broken(post, mentee, mentor_id):
        raise Forbidden(broken)
    fit = fit_of(post, mentee, mentor_id)
    match = _write_down(post, mentee, mentor_id, fit, MatchStatus.ACCEPTED)
    life.happens(post, match, Event.INTRODUCED)
    watch_over(post, mentor_id)
    return match


def change(post: Post, match: Match, mentor_id: int) -> bool:
    """A coordinator chooses another mentor for a proposed match. False: it has moved on.

    Raises Forbidden, and changes nothing, where hard rules forbid the pair.
    """
    person = people.get(post.db, match.mentee_id)
    broken = rules_broken(post, person, mentor_id)
    if broken:
        raise Forbidden(broken)
    fit = fit_of(post, person, mentor_id)
    if not life.happens(post, match, Event.REPLACED):
        return False
    if not propose(post, person.id, mentor_id, fit):
        raise Forbidden((Rule.FULL,))  # their last place was taken a moment ago
    return True
