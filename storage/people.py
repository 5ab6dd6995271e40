"""People, and the addresses they write from."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import UniqueConstraint, bindparam, func, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, select

from flows.profile import Profile
from flows.vocabulary import Channel, Language, PersonStatus
from storage.columns import Moment, Word
from storage.sealing import Sealed, keys

_PROFILE = TypeAdapter(Profile)


class Person(SQLModel, table=True):
    """Someone who has written to the line, whatever they are to it."""

    id: int = Field(default=None, primary_key=True)
    status: PersonStatus = Field(default=PersonStatus.NEW, sa_type=Word(PersonStatus))
    name: str | None = Field(default=None, sa_type=Sealed)
    profile_json: str | None = Field(default=None, sa_type=Sealed)
    language: Language = Field(default=Language.ENGLISH, sa_type=Word(Language))
    timezone: str = "Europe/London"
    is_coordinator: bool = False
    on_duty: bool = False  # a coordinator who takes alerts now
    created_at: datetime = Field(sa_type=Moment)
    joined_at: datetime | None = Field(default=None, sa_type=Moment)
    seeks_since: datetime | None = Field(default=None, sa_type=Moment)  # asked for a mentor

    talks_at_night: bool = False  # their words may come, and go, from 22:00 to 08:00
    talking_to: int | None = None  # the match they switched to, while they go on using it
    talking_at: datetime | None = Field(default=None, sa_type=Moment)
    with_team_until: datetime | None = Field(default=None, sa_type=Moment)  # what they write is its
    slowed_at: datetime | None = Field(default=None, sa_type=Moment)  # told of a flood
    erased_at: datetime | None = Field(default=None, sa_type=Moment)
    # Taken for a child: since when, and where they stood before, should it turn out to be a slip.
    turned_away_at: datetime | None = Field(default=None, sa_type=Moment)
    status_before: PersonStatus | None = Field(default=None, sa_type=Word(PersonStatus))
    # A coordinator pressed Reply: until when what they write next goes out in which concern.
    answering: int | None = None
    answering_until: datetime | None = Field(default=None, sa_type=Moment)

    @property
    def profile(self) -> Profile:
        return _PROFILE.validate_json(self.profile_json) if self.profile_json else Profile()

    def set_profile(self, profile: Profile) -> None:
        self.profile_json = _PROFILE.dump_json(profile).decode()

    def is_with_team(self, now: datetime) -> bool:
        """Whether somebody on the team is talking with them, or has just been asked for."""
        return self.with_team_until is not None and now < self.with_team_until

    @property
    def called(self) -> str:
        """What others call them; a number until they have given a name."""
        return self.name or f"Person {self.id}"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class Address(SQLModel, table=True):
    """A Telegram chat or a phone number, sealed; found again by the keyed hash of its value."""

    __table_args__ = (UniqueConstraint("channel", "lookup"),)

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    channel: Channel = Field(sa_type=Word(Channel))
    value: str = Field(sa_type=Sealed)
    lookup: str
    opted_out_at: datetime | None = Field(default=None, sa_type=Moment)
    gone_at: datetime | None = Field(default=None, sa_type=Moment)  # it can't be reached any more
    used_at: datetime = Field(sa_type=Moment)  # when it was last written from


def arrive(
    db: Session, channel: Channel, value: str, now: datetime, *, language: Language, timezone: str
) -> Address:
    """The address that wrote, and the person behind it: both new if nobody knows them."""
    known = find_address(db, channel, value)
    if known is not None:
        return known
    person = Person(language=language, timezone=timezone, created_at=now)
    try:
        with db.begin_nested():
            db.add(person)
            db.flush()
            address = Address(
                person_id=person.id, channel=channel, value=value,
                lookup=keys().lookup(named(channel, value)), used_at=now,
            )  # fmt: skip
            db.add(address)
    except IntegrityError:
        # Their next message came at the same moment, by another thread or process.
        known = find_address(db, channel, value)
        if known is None:
            raise
        return known
    return address


def add_newcomers(
    db: Session, addresses: Sequence[tuple[Channel, str]], now: datetime, *, language: Language,
    timezone: str,
) -> dict[tuple[Channel, str], Person]:  # fmt: skip
    """New people, each behind an address that nobody is known by: written in two statements.

    Raises IntegrityError, and the transaction is over, where one of them arrived meanwhile.
    """
    newcomers = {each: Person(language=language, timezone=timezone, created_at=now)
                 for each in addresses}  # fmt: skip
    db.add_all(newcomers.values())
    db.flush()
    db.add_all(
        Address(
            person_id=person.id, channel=channel, value=value,
            lookup=keys().lookup(named(channel, value)), used_at=now,
        )
        for (channel, value), person in newcomers.items()
    )  # fmt: skip
    db.flush()
    return newcomers


def named(channel: Channel, value: str) -> str:
    """What an address is hashed as, to be found again."""
    return f"{channel.value}:{value}"


def find_address(db: Session, channel: Channel, value: str) -> Address | None:
    return find_addresses(db, [(channel, value)]).get((channel, value))


_BY_LOOKUP = select(Address).where(
    col(Address.channel).in_(list(Channel)),
    col(Address.lookup).in_(bindparam("lookups", expanding=True)),
)


def find_addresses(
    db: Session, written_from: Iterable[tuple[Channel, str]]
) -> dict[tuple[Channel, str], Address]:
    """Those of these channels' addresses that are known."""
    lookups = {lookup: each for each in written_from for lookup in keys().lookups(named(*each))}
    found = db.exec(_BY_LOOKUP, params={"lookups": list(lookups)})
    return {lookups[address.lookup]: address for address in found}


def try_keys(db: Session) -> None:
    """Open one address that is stored, if any is. Raises SealError when the keys in use don't."""
    db.exec(select(Address.value).order_by(col(Address.id).desc()).limit(1)).first()


def get(db: Session, person_id: int) -> Person:
    """Raises LookupError when there is no such person."""
    person = db.get(Person, person_id)
    if person is None:
        raise LookupError(f"no person {person_id}")
    return person


def has_joined(db: Session, person_id: int) -> bool:
    person = db.get(Person, person_id)
    return person is not None and person.status is PersonStatus.JOINED


def find(db: Session, person_id: int) -> Person | None:
    return db.get(Person, person_id)


def everyone(db: Session) -> Sequence[Person]:
    """All who are not erased, in the order in which they first wrote."""
    return db.exec(
        select(Person).where(Person.status != PersonStatus.ERASED).order_by(col(Person.id))
    ).all()


def last_erased(db: Session) -> datetime | None:
    """When someone was erased last."""
    return db.exec(select(func.max(Person.erased_at))).one()


def claim(db: Session, person_id: int) -> Person:
    """The person, with nobody else taking a turn for them until this transaction ends."""
    return db.exec(select(Person).where(Person.id == person_id).with_for_update()).one()


_USABLE = (
    select(Address)
    .where(
        Address.person_id == bindparam("person_id"),
        col(Address.opted_out_at).is_(None),
        col(Address.gone_at).is_(None),
    )
    .order_by(col(Address.used_at).desc(), col(Address.id).desc())
)


def usable_addresses(db: Session, person_id: int) -> Sequence[Address]:
    """The addresses a person may be written to at, the one they used last first."""
    return db.exec(_USABLE, params={"person_id": person_id}).all()


def address_of(db: Session, person_id: int) -> Address | None:
    """Where to write to a person: of the addresses that may be, the one they used last."""
    return db.exec(_USABLE, params={"person_id": person_id}).first()


def address_owed(db: Session, person_id: int) -> Address | None:
    """Where they wrote from after they had opted out there: the one used last."""
    return db.exec(
        select(Address)
        .where(
            Address.person_id == person_id,
            col(Address.gone_at).is_(None),
            col(Address.used_at) > col(Address.opted_out_at),
        )
        .order_by(col(Address.used_at).desc())
    ).first()


def seeking(db: Session) -> Sequence[Person]:
    """Those who wait for a mentor, longest first."""
    return db.exec(
        select(Person)
        .where(col(Person.seeks_since).is_not(None), Person.status == PersonStatus.JOINED)
        .order_by(col(Person.seeks_since), col(Person.id))
    ).all()


def address(db: Session, address_id: int | None) -> Address | None:
    """The address of this number, if there is one."""
    return None if address_id is None else db.get(Address, address_id)


def addresses_of(db: Session, person_id: int) -> Sequence[Address]:
    return db.exec(select(Address).where(Address.person_id == person_id)).all()


def heard_from(db: Session, addresses: Iterable[Address], now: datetime) -> None:
    """They wrote, so they are there."""
    for address in addresses:
        address.used_at = now
        address.gone_at = None
    db.flush()


def mark_gone(db: Session, address_id: int, now: datetime) -> None:
    db.exec(update(Address).where(col(Address.id) == address_id).values(gone_at=now))


def mark_opted_out(db: Session, address_id: int, now: datetime) -> None:
    """Record an opt-out. A second one changes nothing: the first date stands."""
    db.exec(
        update(Address)
        .where(col(Address.id) == address_id, col(Address.opted_out_at).is_(None))
        .values(opted_out_at=now)
    )


def coordinators(db: Session, *, on_duty: bool = True) -> Sequence[Person]:
    found = select(Person).where(col(Person.is_coordinator).is_(True)).order_by(col(Person.id))
    return db.exec(found.where(col(Person.on_duty).is_(True)) if on_duty else found).all()
