"""The line without its wires: what people write is handled, and what is queued is delivered.

Turns, timers and the outbox are the real ones, on a real database; only the providers are not
there. A test reads as a conversation: `asha.says("hello")`, then `asha.hears("welcome")`.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlmodel import Session

from bot.alarm import fire_due
from bot.inbox import take_turns
from bot.messages import ARRIVED, LETTER, Arrived, Kind, Letter
from bot.rules import Rules
from flows.vocabulary import Channel, Language
from storage import inbox, outbox, people
from storage.database import Database
from storage.inbox import Received
from storage.people import Person
from tests.people import LONDON, introduce, join, make_coordinator, make_mentor

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # a Monday
LEASE = timedelta(minutes=1)


class Line:
    """The line at a time of day that a test moves on."""

    def __init__(
        self, database: Database, now: datetime = NOON, rules: Rules | None = None
    ) -> None:
        self.database = database
        self.now = now
        self.rules = rules or Rules(matches_need_yes=False)
        self.phones: dict[int, Phone] = {}
        self.ids = count(1)

    def phone(self, name: str, channel: Channel, address: str) -> "Phone":
        """Someone who has not written to the line yet."""
        with self.database.session() as db:
            found = people.arrive(
                db, channel, address, self.now, language=Language.ENGLISH, timezone=LONDON
            )
            return self._phone(name, channel, address, found.id, found.person_id)

    def member(self, name: str, channel: Channel, address: str) -> "Phone":
        """Someone who has joined."""
        with self.database.session() as db:
            person = join(db, channel, address, name, self.now)
            found = people.find_address(db, channel, address)
            assert found is not None
            return self._phone(name, channel, address, found.id, person.id)

    def mentor(self, name: str, channel: Channel, address: str) -> "Phone":
        phone = self.member(name, channel, address)
        with self.database.session() as db:
            make_mentor(db, people.get(db, phone.person_id), self.now)
        return phone

    def coordinator(self, name: str, channel: Channel, address: str) -> "Phone":
        phone = self.member(name, channel, address)
        with self.database.session() as db:
            make_coordinator(people.get(db, phone.person_id))
        return phone

    def introduces(self, mentee: "Phone", mentor: "Phone") -> None:
        with self.database.session() as db:
            introduce(
                db, people.get(db, mentee.person_id), people.get(db, mentor.person_id), self.now
            )

    def _phone(
        self, name: str, channel: Channel, address: str, address_id: int, person_id: int
    ) -> "Phone":
        phone = Phone(self, name, channel, address, person_id)
        self.phones[address_id] = phone
        return phone

    def moves_on(self, **time: float) -> None:
        """Time passes: timers fire, and what waited for its time is delivered."""
        self.now += timedelta(**time)
        self.settle()

    def settle(self) -> None:
        """Everything that is waiting happens."""
        while self._handle() or self._fire() or self._deliver():
            pass

    def _handle(self) -> int:
        with self.database.session() as db:
            return take_turns(db, self.now, self.rules)

    def _fire(self) -> int:
        with self.database.session() as db:
            return fire_due(db, self.now, self.rules)

    def _deliver(self) -> int:
        with self.database.session() as db:
            rows = outbox.lease(db, list(Channel), self.now, self.now + LEASE, 100)
            for row, address in rows:
                letter = LETTER.validate_json(row.body or "")
                if address.id in self.phones:
                    self.phones[address.id].received.append((str(row.id), letter))
                outbox.sent(db, row.id, str(row.id), 1, self.now)
            return len(rows)

    def write_down(self, arrived: Arrived) -> None:
        """Keep what arrived, as the inbox does; nothing is handled yet."""
        with self.database.session() as db:
            address = people.arrive(
                db, arrived.channel, arrived.sender or "", self.now,
                language=Language.ENGLISH, timezone=LONDON,
            )  # fmt: skip
            body = ARRIVED.dump_json(arrived).decode()
            received = Received(arrived.channel, arrived.provider_id, address, body)
            inbox.write_down(db, [received], self.now)


@dataclass
class Phone:
    """One person's phone."""

    line: Line
    name: str
    channel: Channel
    address: str
    person_id: int
    received: list[tuple[str, Letter]] = field(default_factory=list)
    heard: int = 0

    def says(self, text: str, **how: object) -> None:
        """Write a text, and let everything follow from it."""
        self.sends(Kind.TEXT, text=text, **how)

    def presses(self, label: str) -> None:
        """Press the latest button with this label."""
        for message_id, letter in reversed(self.received):
            for button in letter.buttons:
                if button.label == label:
                    self.sends(Kind.PRESS, pressed=button.data, on_message=message_id)
                    return
        raise AssertionError(f"{self.name} has no button {label!r}")

    def sends(self, kind: Kind, **what: object) -> None:
        fields = {"channel": self.channel, "sender": self.address, "kind": kind, **what}
        fields["provider_id"] = f"{self.channel}-{next(self.line.ids)}"
        self.line.write_down(ARRIVED.validate_python(fields))
        self.line.settle()

    def hears(self, *words: str) -> str:
        """What came since it was last asked, which holds each of these words. Returns it all."""
        fresh = self.news()
        for each in words:
            assert each in fresh, f"{self.name} did not hear {each!r}, but:\n{fresh}"
        return fresh

    def hears_nothing(self) -> None:
        fresh = self.news()
        assert not fresh, f"{self.name} heard:\n{fresh}"

    def news(self) -> str:
        """What came since it was last asked, in order, with the buttons under it."""
        fresh = self.received[self.heard :]
        self.heard = len(self.received)
        return "\n".join(
            " ".join((letter.text, *(f"[{button.label}]" for button in letter.buttons)))
            for _, letter in fresh
        )

    def person(self, db: Session) -> Person:
        return people.get(db, self.person_id)
