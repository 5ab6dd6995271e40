"""Matchmaking: from a person who asks for a mentor to two people introduced."""

from datetime import timedelta

from bot.post import Post
from flows.matching_people import Candidate, Seeker
from flows.vocabulary import MatchStatus, MentorStatus
from storage import matches, mentors, people, timers
from storage.matches import Match
from storage.mentors import Mentor
from storage.people import Person

NUDGE_AFTER = timedelta(days=1)
EXPIRES_AFTER = timedelta(days=3)
LOOK_AGAIN_AFTER = timedelta(days=1)
VALID_FOR = timedelta(days=365)  # checks and training, until they are recorded with dates


def approve(post: Post, person_id: int) -> bool:
    """A coordinator approves a mentor, who is told. False: they never offered."""
    mentor = mentors.get(post.db, person_id)
    if mentor is None:
        return False
    mentor.status, mentor.approved_at = MentorStatus.ACTIVE, post.now
    mentor.checks_until = mentor.trained_until = (post.now + VALID_FOR).date()
    person = people.get(post.db, person_id)
    post.tell(person, "mentoring-approved", {"name": called(person)})
    for waiting in people.seeking(post.db):
        timers.set_timer(post.db, waiting.id, "seek", post.now)
    return True


def seek(post: Post, person: Person) -> bool:
    """Look for a mentor for someone who waits, and ask the one who suits best.

    False: nobody suits today; it is looked at again tomorrow.
    """
    if person.seeks_since is None or matches.live_as_mentee(post.db, person.id):
        return False
    # The solver and its arrays take 40 MB and half a second to load: only the process that
    # first matches someone pays for them.
    from flows.matching import plan

    pairs = plan([_seeker(post, person)], _candidates(post), post.now).pairs
    if not pairs:
        timers.set_timer(post.db, person.id, "seek", post.now + LOOK_AGAIN_AFTER)
        return False
    match = Match(
        mentee_id=person.id,
        mentor_id=pairs[0].mentor,
        status=MatchStatus.OFFERED,
        score=pairs[0].fit.score,
        reasons=[(reason.key, list(reason.shared)) for reason in pairs[0].fit.reasons],
        began_at=post.now,
        offered_at=post.now,
    )
    post.db.add(match)
    post.db.flush()
    for action, after in (
        ("offering", timedelta()),
        ("offer_nudge", NUDGE_AFTER),
        ("offer_expired", EXPIRES_AFTER),
    ):
        timers.set_timer(
            post.db, match.mentor_id, action, post.now + after, match.id, match.version
        )
    return True


def answer_offer(post: Post, match_id: int, mentor_id: int, accepts: bool) -> bool:
    """The mentor's answer. False when the offer no longer stands."""
    match = matches.get(post.db, match_id)
    if match.mentor_id != mentor_id:
        return False
    to = MatchStatus.ACCEPTED if accepts else MatchStatus.DECLINED
    if not matches.move(post.db, match, to, expected=[MatchStatus.OFFERED]):
        return False
    if accepts:
        timers.set_timer(post.db, match.mentee_id, "meeting", post.now, match.id, match.version)
    else:
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
    mentor = people.get(post.db, match.mentor_id)
    if not accepts:
        if not matches.move(post.db, match, MatchStatus.DECLINED, expected=[MatchStatus.ACCEPTED]):
            return False
        post.tell(mentor, "mentee-said-no")
        timers.set_timer(post.db, mentee_id, "seek", post.now)
        return True
    if not matches.move(
        post.db, match, MatchStatus.ACTIVE, expected=[MatchStatus.ACCEPTED],
        introduced_at=post.now, last_word_at=post.now,
    ):  # fmt: skip
        return False
    mentee = people.get(post.db, mentee_id)
    mentee.seeks_since = None
    post.tell(mentee, "introduced-mentee", {"partner": called(mentor)})
    post.tell(mentor, "introduced-mentor", {"partner": called(mentee)})
    return True


def called(person: Person) -> str:
    """What others call a person."""
    return person.name or f"Person {person.id}"


def _seeker(post: Post, person: Person) -> Seeker:
    profile = person.profile
    earlier = matches.earlier_pairs(post.db, person.id)
    return Seeker(
        id=person.id,
        adult=True,  # nobody joins who is not
        diabetes=profile.diabetes,
        languages=profile.languages,
        waives_type=profile.waives_type,
        role=profile.role,
        gender=profile.gender,
        gender_wish=profile.gender_wish,
        age_band=profile.age_band,
        life_stages=frozenset(profile.life_stages),
        technology=frozenset(profile.technology),
        times=frozenset(profile.times),
        style=profile.style,
        place=profile.place.position,
        in_person=profile.in_person,
        waiting_since=person.seeks_since or post.now,
        needs=frozenset(profile.needs),
        ethnicity_wish=profile.ethnicity if profile.wants_same_ethnicity else None,
        faith_wish=profile.faith if profile.wants_same_faith else None,
        declined=frozenset(m.mentor_id for m in earlier if m.status is not MatchStatus.ENDED),
        parted=frozenset(m.mentor_id for m in earlier if m.status is MatchStatus.ENDED),
    )


def _candidates(post: Post) -> list[Candidate]:
    loads = mentors.loads(post.db)
    found = mentors.with_status(post.db, MentorStatus.ACTIVE)
    return [_candidate(post, mentor, person, loads.get(person.id, 0)) for mentor, person in found]


def _candidate(post: Post, mentor: Mentor, person: Person, load: int) -> Candidate:
    profile = person.profile
    own = matches.live_as_mentee(post.db, person.id)
    return Candidate(
        id=person.id,
        adult=True,  # nobody joins who is not
        diabetes=profile.diabetes,
        languages=profile.languages,
        waives_type=profile.waives_type,
        role=profile.role,
        gender=profile.gender,
        gender_wish=profile.gender_wish,
        age_band=profile.age_band,
        life_stages=frozenset(profile.life_stages),
        technology=frozenset(profile.technology),
        times=frozenset(profile.times),
        style=profile.style,
        place=profile.place.position,
        in_person=profile.in_person,
        active=mentor.status is MentorStatus.ACTIVE,
        trained_until=mentor.trained_until,
        checks_until=mentor.checks_until,
        capacity=mentor.capacity,
        load=load,
        comfortable_with=frozenset(profile.needs),
        ethnicity=profile.ethnicity,
        faith=profile.faith,
        mentored_by=frozenset({own.mentor_id} if own else ()),
    )
