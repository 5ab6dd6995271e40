"""People that a test begins with: joined, mentors, introduced, stored as the line does it."""

from datetime import date, datetime

from sqlmodel import Session

from flows.people.joining import CONSENT_VERSION
from flows.profile import Profile
from flows.vocabulary import Channel, ConsentKind, Language, MatchStatus, MentorStatus, PersonStatus
from storage import consents, people
from storage.matches import Match
from storage.mentors import Mentor
from storage.people import Person

LONDON = "Europe/London"


def join(
    db: Session,
    channel: Channel,
    address: str,
    name: str,
    now: datetime,
    *,
    profile: Profile | None = None,
    timezone: str = LONDON,
) -> Person:
    """Someone who has joined."""
    arrived = people.arrive(db, channel, address, now, language=Language.ENGLISH, timezone=timezone)
    person = people.get(db, arrived.person_id)
    person.name, person.status, person.joined_at = name, PersonStatus.JOINED, now
    person.set_profile(profile or Profile())
    for kind in (ConsentKind.LINE, ConsentKind.HEALTH):
        consents.give(db, person.id, kind, CONSENT_VERSION, now)
    db.flush()
    return person


def make_mentor(db: Session, person: Person, now: datetime) -> None:
    """Approve them, with checks and training that never run out."""
    db.add(
        Mentor(
            person_id=person.id, status=MentorStatus.ACTIVE, offered_at=now, approved_at=now,
            checks_until=date.max, trained_until=date.max,
        )
    )  # fmt: skip


def make_coordinator(person: Person) -> None:
    person.is_coordinator = person.on_duty = True


def introduce(db: Session, mentee: Person, mentor: Person, now: datetime) -> Match:
    """Both said yes: what either writes goes to the other."""
    match = Match(
        mentee_id=mentee.id, mentor_id=mentor.id, status=MatchStatus.ACTIVE, began_at=now,
        introduced_at=now, last_word_at=now,
    )  # fmt: skip
    db.add(match)
    db.flush()
    return match
