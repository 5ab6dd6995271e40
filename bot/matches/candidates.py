"""Candidates: the matcher's view of who waits and who could help, read from the store."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypedDict

from bot.post import Post
from flows.matching.earlier import Earlier, declined, missed, parted, unanswered
from flows.matching.fit import Fit, Rule
from flows.matching.people import Candidate, Seeker
from flows.profile import Profile
from flows.vocabulary import (
    AgeBand,
    Decline,
    Diabetes,
    Gender,
    GenderWish,
    Language,
    LifeStage,
    MentorStatus,
    Need,
    PersonStatus,
    Role,
    TalkStyle,
    TalkTime,
    Technology,
)
from storage import concerns, matches, mentors, people
from storage.concerns import ConcernKind
from storage.matches import Match
from storage.mentors import Mentor
from storage.people import Person

if TYPE_CHECKING:
    from flows.matching.plan import Plan

TWICE = 2  # times a mentor says that a need is not theirs, before they are asked for it no more


def best_plan(post: Post, waiting: Sequence[Person], among: int | None = None) -> "Plan":
    """The best pairs for these people, over every active mentor (or one) and within the weights."""
    # The solver and its arrays take 40 MB and half a second to load: only a process that
    # matches someone pays for them.
    from flows.matching.plan import plan

    return plan(
        [seeker(post, person) for person in waiting],
        candidates(post, among),
        post.now.astimezone(post.rules.zone),
        post.rules.weights,
        held=matches.pairs_held(post.db),
    )


def rules_broken(post: Post, person: Person, mentor_id: int) -> Sequence[Rule]:
    """The hard rules that forbid this pair today, where someone has chosen it.

    A mentor who let an offer pass may be chosen all the same: who chooses may have rung them.
    """
    from flows.matching.plan import why_not

    asked = candidate_by_id(post, mentor_id)
    if asked is None:
        return (Rule.NOT_ACTIVE,)
    held = (person.id, mentor_id) in matches.pairs_held(post.db)
    today = post.now.astimezone(post.rules.zone).date()
    broken = why_not(seeker(post, person), asked, today)
    return (
        *((Rule.HELD,) if held else ()),
        *(rule for rule in broken if rule is not Rule.NOT_ANSWERED),
    )


def fit_of(post: Post, person: Person, mentor_id: int) -> Fit:
    """How well this mentor suits this person. Raises LookupError for someone who never offered."""
    from flows.matching.plan import suits

    asked = candidate_by_id(post, mentor_id)
    if asked is None:
        raise LookupError(f"person {mentor_id} is no mentor")
    return suits(seeker(post, person), asked, post.rules.weights)


class _Shared(TypedDict):
    id: int
    adult: bool
    diabetes: Diabetes
    languages: tuple[Language, ...]
    waives_type: bool
    role: Role
    gender: Gender
    gender_wish: GenderWish
    age_band: AgeBand | None
    life_stages: frozenset[LifeStage]
    technology: frozenset[Technology]
    times: frozenset[TalkTime]
    style: TalkStyle | None
    place: tuple[float, float] | None
    in_person: bool


def _shared(person: Person, profile: Profile) -> _Shared:
    """What is read the same way of both sides."""
    return _Shared(
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
    )


def seeker(post: Post, person: Person) -> Seeker:
    """Someone who asks for a mentor."""
    profile = person.profile
    earlier = [_as_earlier(match) for match in matches.earlier_pairs(post.db, person.id)]
    return Seeker(
        **_shared(person, profile),
        waiting_since=person.seeks_since or post.now,
        needs=frozenset(profile.needs),
        missed=missed(earlier),
        ethnicity_wish=profile.ethnicity if profile.wants_same_ethnicity else None,
        faith_wish=profile.faith if profile.wants_same_faith else None,
        declined=declined(earlier),
        unanswered=unanswered(earlier, post.now),
        parted=parted(earlier),
    )


def _as_earlier(match: Match) -> Earlier:
    return Earlier(
        match.mentor_id,
        match.status,
        match.ended_at or match.offered_at or match.began_at,
        match.ending,
        match.ended_for,
        match.declined_for,
    )


def candidates(post: Post, among: int | None = None) -> list[Candidate]:
    """Every active mentor who is there, and is not resting; or that one alone."""
    found = mentors.with_status(post.db, MentorStatus.ACTIVE)
    as_candidate = reader(post)
    return [
        as_candidate(mentor, person)
        for mentor, person in found
        if among in (None, person.id)
        and person.status is PersonStatus.JOINED
        and (mentor.rests_until is None or mentor.rests_until <= post.now)
    ]


def candidate_by_id(post: Post, person_id: int) -> Candidate | None:
    """One mentor, whatever their standing; None for someone who never offered."""
    mentor = mentors.get(post.db, person_id)
    return None if mentor is None else reader(post)(mentor, people.get(post.db, person_id))


def reader(post: Post) -> Callable[[Mentor, Person], Candidate]:
    """Reads mentors as people who might be asked. What all of them need is read once, here."""
    loads = mentors.loads(post.db)
    mentored_by = matches.mentors_by_mentee(post.db)
    not_theirs = _not_theirs(post)
    looked_into = concerns.subjects(post.db, ConcernKind.CONDUCT)

    def read(mentor: Mentor, person: Person) -> Candidate:
        profile = person.profile
        return Candidate(
            **_shared(person, profile),
            active=mentor.status is MentorStatus.ACTIVE and person.id not in looked_into,
            trained_until=mentor.trained_until,
            checks_until=mentor.checks_until,
            capacity=mentor.capacity,
            load=loads.get(person.id, 0),
            comfortable_with=frozenset(profile.needs) - not_theirs.get(person.id, frozenset()),
            ethnicity=profile.ethnicity,
            faith=profile.faith,
            mentored_by=frozenset({mentored_by[person.id]} if person.id in mentored_by else ()),
        )

    return read


def _not_theirs(post: Post) -> dict[int, frozenset[Need]]:
    """What declines have taught: for each mentor the needs that they said, twice, aren't theirs."""
    said = Counter(
        (mentor_id, Need(need))
        for mentor_id, needs in matches.needs_declined(post.db, Decline.NOT_FOR_ME)
        for need in needs
    )
    taught: dict[int, frozenset[Need]] = {}
    for (mentor_id, need), times in said.items():
        if times >= TWICE:
            taught[mentor_id] = taught.get(mentor_id, frozenset()) | {need}
    return taught
