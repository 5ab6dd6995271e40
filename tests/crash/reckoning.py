"""What became of every message, by the stand-ins' own records and by the database."""

from collections import Counter
from dataclasses import dataclass, field

from sqlmodel import Session, func, select

from bot.messages import LETTER
from bot.simulator.twilio import Phone
from bot.simulator.updates import FIRST_UPDATE_ID
from flows.vocabulary import Channel
from storage import concerns, people
from storage.concerns import ConcernKind
from storage.inbox import Inbox, InboxStatus
from storage.outbox import Outbox, OutboxStatus
from storage.people import Address
from storage.timers import Timer
from tests.crash.load import Load

_OWED = (OutboxStatus.CANCELLED, OutboxStatus.FAILED)  # these alone are not


@dataclass
class Reckoning:
    """Counts, and in `faults` a line for each thing that should not be."""

    messages_in: int = 0
    handled_once: int = 0
    replies_owed: int = 0
    delivered: int = 0
    twice_on_telegram: int = 0
    twice_by_sms: int = 0
    doves_owed: int = 0  # on Telegram, under each letter that went on its way
    doves_seen: int = 0
    lost: int = 0
    faults: list[str] = field(default_factory=list)


def count_handled(db: Session) -> int:
    done = select(func.count()).select_from(Inbox).where(Inbox.status == InboxStatus.DONE)
    return db.exec(done).one()


def reckon(db: Session, load: Load) -> Reckoning:
    found = Reckoning()
    _what_came_in(db, load, found)
    _what_went_out(db, load, found)
    _what_was_heard(load, found)
    _what_was_shown(db, load, found)
    _what_was_flagged(db, load, found)
    return found


def _what_came_in(db: Session, load: Load, found: Reckoning) -> None:
    """Each message is one row, and done. Telegram's ids are the update ids, which have no gaps."""
    texted = {text.sid for text in load.line.twilio.texts.values() if text.inbound}
    updates = range(FIRST_UPDATE_ID, load.line.telegram.updates.next_id)
    said = {(Channel.SMS, sid) for sid in texted} | {
        (Channel.TELEGRAM, str(update)) for update in updates
    }
    rows = db.exec(select(Inbox.channel, Inbox.provider_id, Inbox.status)).all()
    done = [(channel, id_) for channel, id_, status in rows if status is InboxStatus.DONE]
    found.messages_in = len(said)
    found.handled_once = len(said & set(done))
    for missing in said - set(done):
        found.lost += 1
        found.faults.append(f"not handled: {missing}")
    if len(done) != len(set(done)) or set(done) - said:
        found.faults.append("handled more than was said")


def _what_went_out(db: Session, load: Load, found: Reckoning) -> None:
    """Everything queued is on its phone: once by SMS, and on Telegram once for each attempt."""
    letters = db.exec(
        select(Outbox, Address).join(Address, Address.id == Outbox.address_id)  # type: ignore[arg-type]
    ).all()
    by_phone: dict[tuple[Channel, str], list[Outbox]] = {}
    for letter, to in letters:
        by_phone.setdefault((to.channel, to.value), []).append(letter)
    for person in load.people.values():
        channel = Channel.SMS if isinstance(person, Phone) else Channel.TELEGRAM
        owed: Counter[str] = Counter()
        attempts: Counter[str] = Counter()
        for letter in by_phone.get((channel, person.address), []):
            read = LETTER.validate_json(letter.body or "")
            if read.reacts_to is not None:
                continue  # put on a message that is there already: no message of its own arrives
            words = read.text
            if letter.status not in _OWED:
                owed[words] += 1
            else:
                found.faults.append(f"{letter.status}: {letter.trouble}")
            attempts[words] += letter.attempts
        for words, times in owed.items():
            if times > 1 and _is_relayed(words, person.name, load):
                found.handled_once -= times - 1
                found.faults.append(f"handled {times} times: {words!r} to {person.name}")
        heard = Counter(message.text for message in person.received)
        found.replies_owed += owed.total()
        found.delivered += (owed & heard).total()
        for words in owed - heard:
            found.lost += 1
            found.faults.append(f"never reached {person.name}: {words!r}")
        again = heard - owed
        if channel is Channel.SMS:
            found.twice_by_sms += again.total()
        else:
            found.twice_on_telegram += again.total()
        for words in heard - attempts:
            found.faults.append(f"more often than it was sent, to {person.name}: {words!r}")


def _is_relayed(words: str, reader: str, load: Load) -> bool:
    """Whether it is one of the sayings, each of which a pair's half says once."""
    sender, _, saying = words.partition(": ")
    return saying in load.said.get((sender, reader), ())


def _what_was_heard(load: Load, found: Reckoning) -> None:
    """Each reader heard each of the sender's messages, and in the order they were said."""
    for (sender, reader), said in load.said.items():
        beginning = f"{sender}: "
        heard = [
            message.text.removeprefix(beginning)
            for message in load.people[reader].received
            if message.text.startswith(beginning)
        ]
        first = list(dict.fromkeys(heard))
        for words in set(said) - set(first):
            found.lost += 1
            found.faults.append(f"{reader} never heard from {sender}: {words!r}")
        if first != [words for words in said if words in first]:
            found.faults.append(f"{reader} heard {sender} out of order")


def _what_was_shown(db: Session, load: Load, found: Reckoning) -> None:
    """Each letter from Telegram has its dove, unless Telegram would not have it just then: it is
    worth no second try, but none may be forgotten."""
    taken: dict[tuple[str, str], OutboxStatus] = {}
    rows = select(Outbox, Address).join(Address, Address.id == Outbox.address_id)  # type: ignore[arg-type]
    for letter, to in db.exec(rows.where(Outbox.channel == Channel.TELEGRAM)).all():
        read = LETTER.validate_json(letter.body or "")
        if read.reacts_to is not None:
            taken[to.value, read.reacts_to] = letter.status
    for (sender, _), said in load.said.items():
        writer = load.people[sender]
        if isinstance(writer, Phone):
            continue
        for message in (each for each in writer.sent if each.text in said):
            found.doves_owed += 1
            status, is_seen = taken.get((writer.address, message.id)), "line" in message.reactions
            found.doves_seen += is_seen
            if status is None or (status is OutboxStatus.SENT and not is_seen):
                found.lost += 1
                found.faults.append(f"no dove under {message.text!r} of {sender}: {status}")


def _what_was_flagged(db: Session, load: Load, found: Reckoning) -> None:
    """Everyone in crisis has one concern, and its calls to the team are set."""
    for person in load.in_crisis:
        channel = Channel.SMS if isinstance(person, Phone) else Channel.TELEGRAM
        address = people.find_address(db, channel, person.address)
        opened = concerns.open_of(db, address.person_id) if address else []
        flagged = [each for each in opened if each.kind is ConcernKind.CRISIS]
        calls = (
            select(func.count())
            .select_from(Timer)
            .where(
                Timer.person_id == (address.person_id if address else 0),
                Timer.action == "alert_all",
            )
        )
        if len(flagged) != 1 or not db.exec(calls).one():
            found.lost += 1
            found.faults.append(f"{person.name} was in crisis: {len(flagged)} concerns")
