"""What the demo starts with: a sample directory, a mentor and a coordinator."""

import tomllib
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from bot.mentors.standing import VALID_FOR
from bot.simulator.cast import MO, PRIYA
from flows.profile import Profile
from flows.vocabulary import Channel, Diabetes, Language, MentorStatus, Need, PersonStatus
from storage import directory, people
from storage.directory import Service
from storage.mentors import Mentor
from storage.people import Person

SERVICES = Path(__file__).with_name("sample_directory.toml")


def load_directory(db: Session) -> int:
    """Add the sample services, unless they are there. Returns how many were added."""
    known = {service.name for service in directory.all_services(db)}
    with SERVICES.open("rb") as file:
        fresh = [each for each in tomllib.load(file)["service"] if each["name"] not in known]
    db.add_all(Service(**each, is_sample=True) for each in fresh)
    return len(fresh)


def seed_demo(db: Session, now: datetime, timezone: str) -> None:
    """Mo, a mentor, and Priya, a coordinator on duty; once."""
    load_directory(db)
    mo = _person(db, MO.telegram_id, "Mo", now, timezone)
    if db.get(Mentor, mo.id) is None:
        mo.set_profile(
            Profile(diabetes=Diabetes.TYPE2, waives_type=True, needs=tuple(Need),
                    languages=(Language.ENGLISH, Language.URDU))
        )  # fmt: skip
        until = (now + VALID_FOR).date()
        db.add(
            Mentor(
                person_id=mo.id, status=MentorStatus.ACTIVE, offered_at=now, approved_at=now,
                checks_until=until, trained_until=until,
            )
        )  # fmt: skip
    priya = _person(db, PRIYA.telegram_id, "Priya", now, timezone)
    priya.is_coordinator = priya.on_duty = True


def _person(
    db: Session, telegram_id: int | None, name: str, now: datetime, timezone: str
) -> Person:
    address = people.arrive(
        db, Channel.TELEGRAM, str(telegram_id), now, language=Language.ENGLISH, timezone=timezone
    )
    person = people.get(db, address.person_id)
    person.name, person.status, person.joined_at = name, PersonStatus.JOINED, now
    return person
