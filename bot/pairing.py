"""Pairing: the matcher's view of who waits and who could help, read from the store."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from sqlmodel import Session

from bot.post import Post
from flows.matching_people import Candidate, Seeker
from flows.meeting import Decline
from flows.profile import Profile
from flows.vocabulary import (
    AgeBand,
    Diabetes,
    Gender,
    GenderWish,
    Language,
    LifeStage,
    MatchStatus,
    MentorStatus,
    Need,
    Role,
    TalkStyle,
    TalkTime,
    Technology,
)
from storage import matches, mentors, people
from storage.mentors import Mentor
from storage.people import Person

if TYPE_CHECKING:
    from flows.matching import Plan

TWICE = 2  # times a mentor says that a need is not theirs, before they are asked for it no more


def best_plan(post: Post, waiting: Sequence[Person]) -> "Plan":
    """The best pairs for these people, over every active mentor and within the weights."""
    # The solver and its arrays take 40 MB and half a second to load: only a process that
    # matches someone pays for them.
    from flows.matching import plan

    return plan(
        [seeker(post, person) for person in waiting],
        candidates(post),
        post.now.astimezone(post.rules.zone),
        post.rules.weights,
        held=matches.pairs_held(post.db),
    )


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
    earlier = matches.earlier_pairs(post.db, person.id)
    return Seeker(
        **_shared(person, profile),
        waiting_since=person.seeks_since or post.now,
        needs=frozenset(profile.needs),
        ethnicity_wish=profile.ethnicity if profile.wants_same_ethnicity else None,
        faith_wish=profile.faith if profile.wants_same_faith else None,
        # One that was withdrawn because someone left or paused was nobody's no.
        declined=frozenset(
            m.mentor_id for m in earlier if m.status is not MatchStatus.ENDED and not m.ending
        ),
        parted=frozenset(m.mentor_id for m in earlier if m.status is MatchStatus.ENDED),
    )


def candidates(post: Post) -> list[Candidate]:
    """Every active mentor who is not resting."""
    loads = mentors.loads(post.db)
    mentored_by = matches.mentors_by_mentee(post.db)
    found = mentors.with_status(post.db, MentorStatus.ACTIVE)
    return [
        candidate(post.db, mentor, person, loads.get(person.id, 0), mentored_by.get(person.id))
        for mentor, person in found
        if mentor.rests_until is None or mentor.rests_until <= post.now
    ]


def candidate_by_id(post: Post, person_id: int) -> Candidate | None:
    """One mentor, whatever their standing; None for someone who never offered."""
    mentor = mentors.get(post.db, person_id)
    if mentor is None:
        return None
    load = mentors.loads(post.db).get(person_id, 0)
    mentored_by = matches.mentors_by_mentee(post.db).get(person_id)
    return candidate(post.db, mentor, people.get(post.db, person_id), load, mentored_by)


def candidate(
    db: Session, mentor: Mentor, person: Person, load: int, mentored_by: int | None
) -> Candidate:
    """A mentor, as someone who might be asked."""
    profile = person.profile
    return Candidate(
        **_shared(person, profile),
        active=mentor.status is MentorStatus.ACTIVE,
        trained_until=mentor.trained_until,
        checks_until=mentor.checks_until,
        capacity=mentor.capacity,
        load=load,
        comfortable_with=frozenset(profile.needs) - _not_theirs(db, person.id),
        ethnicity=profile.ethnicity,
        faith=profile.faith,
        mentored_by=frozenset(() if mentored_by is None else (mentored_by,)),
    )


def _not_theirs(db: Session, mentor_id: int) -> frozenset[Need]:
    """What their declines have taught: needs that they said, twice, are not for them."""
    said = Counter(
        Need(need)
        for needs in matches.needs_declined(db, mentor_id, Decline.NOT_FOR_ME.value)
        for need in needs
    )
    return frozenset(need for need, times in said.items() if times >= TWICE)
