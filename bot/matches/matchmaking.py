"""Matchmaking: from a person who asks for a mentor to two people introduced.

A match is proposed, gets a coordinator's yes (unless the operator does without), is offered to
the mentor, and then to the person. Every step moves the match on by its version, so that two
answers at once, or one that comes late, change nothing.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.matches import life
from bot.matches.candidates import best_plan, fit_of, rules_broken
from bot.matches.life import has_room
from bot.mentors.standing import thank_for_introduction
from bot.post import Post
from bot.safety.team import tell_team
from flows.matches.calendar import (
    ANSWERED_WITHIN,
    BUSY_FOR,
    EXPIRES_AFTER,
    LOOK_AGAIN_AFTER,
    MEETING_LAPSES_AFTER,
    NUDGE_AFTER,
    SPARED,
    TEAM_AGAIN_AFTER,
    TELL_AGAIN_AFTER,
)
from flows.matching.fit import Fit, Rule
from flows.matching.reasons import in_words
from flows.relay.screening import Found, screen
from flows.vocabulary import Action, Decline, Ending, FlowName, MatchStatus
from flows.words import Wording
from storage import conversations, matches, mentors, people, timers
from storage.matches import Match
from storage.outbox import Priority
from storage.people import Person

if TYPE_CHECKING:
    from flows.matching.plan import Plan

TOLD = 5  # reasons, to coordinators

_PLANNED = (MatchStatus.PROPOSED, MatchStatus.HELD)


class Forbidden(Exception):
    """Two people may not be matched; the message names the hard rules that forbid it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__(f"not possible: {', '.join(rule.value for rule in rules)}")
        self.rules = rules


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
    match = Match(
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        status=MatchStatus.PROPOSED,
        score=fit.score,
        reasons=[(reason.key, list(reason.shared)) for reason in fit.reasons],
        needs=[need.value for need in mentee.profile.needs],
        began_at=post.now,
        waiting_since=mentee.seeks_since,
    )
    post.db.add(match)
    post.db.flush()
    if post.rules.matches_need_yes:
        ask_team(post, match)
    else:
        offer(post, match)
    return True


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
        priority=Priority.REPLY,
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
    if broken - {Rule.FULL} and matches.move(  # full: this very match takes the last place
        post.db, match, MatchStatus.WITHDRAWN, expected=_PLANNED, ended_at=post.now
    ):
        _look_on(post, match)
        return False
    return offer(post, match)


def offer(post: Post, match: Match) -> bool:
    """Ask the mentor. False when the match has moved on meanwhile."""
    if not matches.move(
        post.db, match, MatchStatus.OFFERED, expected=_PLANNED, offered_at=post.now
    ):
        return False
    _ask_mentor(post, match)
    return True


def _ask_mentor(post: Post, match: Match, after: timedelta = timedelta()) -> None:
    for action, later in (
        (Action.OFFERING, timedelta()),
        (Action.OFFER_NUDGE, NUDGE_AFTER),
        (Action.OFFER_EXPIRED, EXPIRES_AFTER),
    ):
        timers.set_timer(
            post.db, match.mentor_id, action, post.now + after + later, match.id, match.version
        )


def hold(post: Post, match: Match) -> bool:
    """A coordinator keeps a proposed match back for now: they are asked about it again."""
    if not matches.move(post.db, match, MatchStatus.HELD, expected=[MatchStatus.PROPOSED]):
        return False
    _ask_team_again(post, match)
    return True


def refuse(post: Post, match: Match) -> bool:
    """A coordinator says no to a proposed pair: they are not proposed again, and both go on."""
    if not matches.move(
        post.db, match, MatchStatus.WITHDRAWN, expected=_PLANNED, ended_at=post.now
    ):
        return False
    matches.hold_pair(post.db, match.mentee_id, match.mentor_id, post.now)
    _look_on(post, match)
    return True


def _look_on(post: Post, match: Match, spared: timedelta = timedelta()) -> None:
    """It came to nothing: another mentor is looked for, and the mentor has room again."""
    timers.set_timer(post.db, match.mentee_id, Action.SEEK, post.now)
    has_room(post, match.mentor_id, at=post.now + spared)


def ask_seeker(post: Post, match_id: int, mentor_id: int, words: str) -> bool:
    """Pass on a mentor's one question. False: it is too late, was asked, or can't be passed on."""
    match = matches.get(post.db, match_id)
    if match.mentor_id != mentor_id or match.question is not None:
        return False
    if screen(words).label is not Found.OK or not matches.move(
        post.db, match, MatchStatus.OFFERED, expected=[MatchStatus.OFFERED], question=words
    ):
        return False
    timers.set_timer(
        post.db, match.mentee_id, Action.ASKED_FIRST, post.now, match.id, match.version
    )
    _ask_mentor(post, match, after=ANSWERED_WITHIN)
    return True


def answer_question(post: Post, match_id: int, mentee_id: int, words: str) -> bool:
    """Pass the answer back with the offer. False: it is settled by now, or can't be passed on."""
    match = matches.get(post.db, match_id)
    if match.mentee_id != mentee_id:
        return False
    answer = words if screen(words).label is Found.OK else None
    if not matches.move(
        post.db, match, MatchStatus.OFFERED, expected=[MatchStatus.OFFERED], answer=answer
    ):
        return False
    _ask_mentor(post, match)
    return answer is not None


def answer_offer(
    post: Post, match_id: int, mentor_id: int, accepts: bool, why: Decline | None = None
) -> bool:
    """The mentor's answer. False when the offer no longer stands."""
    match = matches.get(post.db, match_id)
    if match.mentor_id != mentor_id:
        return False
    to = MatchStatus.ACCEPTED if accepts else MatchStatus.DECLINED
    if not matches.move(post.db, match, to, expected=[MatchStatus.OFFERED], declined_for=why):
        return False
    conversations.end_about(post.db, match.mentee_id, FlowName.ASKED_FIRST, match.id)
    if accepts:
        for action, after in (
            (Action.MEETING, timedelta()),
            (Action.MEETING_NUDGE, NUDGE_AFTER),
            (Action.MEETING_LAPSED, MEETING_LAPSES_AFTER),
        ):
            timers.set_timer(
                post.db, match.mentee_id, action, post.now + after, match.id, match.version
            )
        return True
    mentor = mentors.get(post.db, mentor_id)
    if mentor is not None and why is Decline.BUSY:
        mentor.rests_until = post.now + BUSY_FOR
        has_room(post, mentor_id, at=mentor.rests_until)
    _look_on(post, match, SPARED)
    return True


def expire_offer(post: Post, match: Match) -> bool:
    """The mentor did not answer in time: another is looked for. False when the offer is settled."""
    if not matches.move(post.db, match, MatchStatus.EXPIRED, expected=[MatchStatus.OFFERED],
        ended_at=post.now, ending=Ending.OFFER_MISSED,
    ):  # fmt: skip
        return False
    conversations.end_about(post.db, match.mentor_id, FlowName.OFFERING, match.id)
    conversations.end_about(post.db, match.mentee_id, FlowName.ASKED_FIRST, match.id)
    post.tell(people.get(post.db, match.mentor_id), "offer-expired-mentor", waits=True)
    _look_on(post, match, SPARED)
    return True


def lapse_meeting(post: Post, match: Match) -> None:
    """The person never answered: the mentor is free for others, and they may ask again."""
    if not matches.move(post.db, match, MatchStatus.EXPIRED, expected=[MatchStatus.ACCEPTED],
        ended_at=post.now, ending=Ending.MEETING_MISSED,
    ):  # fmt: skip
        return
    conversations.end_about(post.db, match.mentee_id, FlowName.MEETING, match.id)
    mentee = people.get(post.db, match.mentee_id)
    mentee.seeks_since = None
    post.tell(mentee, "meeting-lapsed")
    post.tell(people.get(post.db, match.mentor_id), "offer-withdrawn")
    has_room(post, match.mentor_id)


def answer_mentor(post: Post, match_id: int, mentee_id: int, accepts: bool) -> bool:
    """The person's answer: yes introduces both. False when it came too late."""
    match = matches.get(post.db, match_id)
    if match.mentee_id != mentee_id:
        return False
    if accepts:
        return _introduce(post, match)
    if not matches.move(post.db, match, MatchStatus.DECLINED, expected=[MatchStatus.ACCEPTED]):
        return False
    post.tell(people.get(post.db, match.mentor_id), "mentee-said-no", waits=True)
    _look_on(post, match)
    return True


def _introduce(post: Post, match: Match) -> bool:
    if not matches.move(
        post.db, match, MatchStatus.ACTIVE, expected=[MatchStatus.ACCEPTED],
        introduced_at=post.now, last_word_at=post.now,
    ):  # fmt: skip
        return False
    mentee, mentor = people.get(post.db, match.mentee_id), people.get(post.db, match.mentor_id)
    mentee.seeks_since = None
    life.begin(post, match)
    thank_for_introduction(post, mentor)
    post.tell(mentee, "introduced-mentee", {"partner": mentor.called})
    post.tell(mentor, "introduced-mentor", {"partner": mentee.called})
    return True


def change(post: Post, match: Match, mentor_id: int) -> bool:
    """A coordinator chooses another mentor for a proposed match. False: it has moved on.

    Raises Forbidden, and changes nothing, where hard rules forbid the pair.
    """
    person = people.get(post.db, match.mentee_id)
    broken = rules_broken(post, person, mentor_id)
    if broken:
        raise Forbidden(broken)
    fit = fit_of(post, person, mentor_id)
    if not matches.move(
        post.db, match, MatchStatus.WITHDRAWN, expected=_PLANNED, ended_at=post.now
    ):
        return False
    if not propose(post, person.id, mentor_id, fit):
        raise Forbidden((Rule.FULL,))  # their last place was taken a moment ago
    has_room(post, match.mentor_id)
    return True
