"""What is erased leaves the disk; what is kept fades in time; a changed key reseals it all."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, text, type_coerce
from sqlmodel import Session, col, select

from flows.talk import Entry
from flows.vocabulary import Channel, MentorStatus, PersonStatus
from storage import data_links, inbox, matches, people, rotation
from storage.checkins import CheckinAnswer
from storage.concerns import Concern, ConcernKind, ConcernStatus
from storage.conversations import Conversation, ConversationStatus
from storage.database import Database
from storage.inbox import Inbox, InboxStatus, Received
from storage.mentors import Mentor
from storage.outbox import Outbox, OutboxStatus
from storage.people import Address, Person
from storage.rights import erasure, retention
from storage.rights.holdings import held, tables_of_people
from storage.sealing import Keyring, use
from storage.tables import SCHEMA
from tests.conftest import A_KEY
from tests.people import introduce, join, make_mentor

pytestmark = pytest.mark.each_database

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SIX_YEARS = timedelta(days=6 * 365)
ANOTHER_KEY = "another key for tests, of 32 or more"


def write(db: Session, person: Person, number: int, at: datetime = NOW) -> None:
    """A message from a person, an answer to it, and a conversation that has ended."""
    (address,) = people.addresses_of(db, person.id)
    said = '{"text": "I am Asha of the long sentences", "kind": "text"}'
    received = Received(address.channel, f"{person.id}-{number}", address, said)
    inbox.write_down(db, [received], at)
    for row in db.exec(select(Inbox).where(Inbox.provider_id == f"{person.id}-{number}")):
        row.status, row.trouble = InboxStatus.DONE, "ValueError: Asha"
    db.add(
        Outbox(
            person_id=person.id, address_id=address.id, channel=address.channel,
            body='{"text": "Thank you, Asha"}', status=OutboxStatus.SENT, not_before=at,
            queued_at=at, provider_id=f"SM{number}",
        )
    )  # fmt: skip
    conversation = Conversation(
        person_id=person.id, flow="joining", version=1, status=ConversationStatus.ENDED,
        held="Asha", began_at=at, touched_at=at,
    )  # fmt: skip
    conversation.set_log((Entry("ask", "name", "Asha"),))
    db.add(conversation)
    db.add(CheckinAnswer(person_id=person.id, week=4, words="Asha slept", answered_at=at))
    db.flush()


@pytest.fixture
def asha_id(database: Database) -> int:
    with database.session() as db:
        asha = join(db, Channel.TELEGRAM, "100100100100", "Asha", NOW)
        mo = join(db, Channel.TELEGRAM, "1003", "Mo", NOW)
        make_mentor(db, mo, NOW)
        introduce(db, asha, mo, NOW)
        for number in range(3):
            write(db, asha, number)
        for kind in (ConcernKind.SAFEGUARDING, ConcernKind.PERSON_WANTED):
            db.add(
                Concern(
                    person_id=asha.id, kind=kind, said="Asha: he hurts me", why="he hurts",
                    opened_at=NOW,
                )
            )  # fmt: skip
        return asha.id


def erase(database: Database, person_id: int) -> None:
    with database.session() as db:
        erasure.erase(db, people.get(db, person_id), NOW, kept_until=NOW + SIX_YEARS)


def sealed_values(db: Session, person_id: int) -> Iterator[bytes]:
    """The ciphertext of everything that is held of a person, as it is on the disk."""
    person = SCHEMA.tables["person"]
    for table, says_of_whom in [(person, [person.c.id]), *tables_of_people()]:
        for column in rotation.sealed_columns(table):
            for whose in says_of_whom:
                found = db.execute(
                    select(type_coerce(column, LargeBinary)).where(
                        whose == person_id, column.is_not(None)
                    )
                ).scalars()
                yield from map(bytes, found)


def on_disk(database: Database) -> bytes:
    file = Path(database.url.database or "")
    log = file.with_name(file.name + "-wal")
    return file.read_bytes() + (log.read_bytes() if log.exists() else b"")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_neither_the_file_nor_its_log_holds_what_was_erased(
    database: Database, asha_id: int
) -> None:
    with database.session() as db:
        sealed = set(sealed_values(db, asha_id))
        kept = {
            bytes(value)
            for row in db.execute(
                select(
                    type_coerce(col(Concern.said), LargeBinary),
                    type_coerce(col(Concern.why), LargeBinary),
                ).where(Concern.kind == ConcernKind.SAFEGUARDING)
            )
            for value in row
        }
        address = {
            bytes(v) for v in db.execute(text("SELECT value FROM address WHERE id = 1")).scalars()
        }
        (lookup,) = db.exec(select(Address.lookup).where(Address.person_id == asha_id))
    assert len(sealed) > 15
    before = on_disk(database)
    assert all(value in before for value in sealed)
    assert lookup.encode() in before

    erase(database, asha_id)
    after = on_disk(database)
    assert {value for value in sealed if value in after} == kept | address
    assert lookup.encode() not in after

    with database.session() as db:
        erasure.forget(db, asha_id)
    after = on_disk(database)
    assert {value for value in sealed if value in after} == kept
    assert b"SM0" not in after


def test_counts_are_kept_without_the_person(database: Database, asha_id: int) -> None:
    erase(database, asha_id)
    with database.session() as db:
        erasure.forget(db, asha_id)
        person = people.get(db, asha_id)
        assert (person.status, person.joined_at) == (PersonStatus.ERASED, NOW)
        assert len(db.exec(select(Inbox)).all()) == 3
        assert [answer.week for answer in db.exec(select(CheckinAnswer))] == [4, 4, 4]
        holdings = held(db, asha_id, by_team=True)
        assert "Asha" not in str({**holdings, "concern": []})
        assert "1001001" not in str(holdings)
        assert [each.get("said") for each in holdings["concern"]] == ["Asha: he hurts me", None]


def test_another_s_letters_and_logs_keep_neither_their_name_nor_their_words(
    database: Database, asha_id: int
) -> None:
    with database.session() as db:
        mo = db.exec(select(Person).where(Person.id != asha_id)).one()
        write(db, mo, 9)
        (address,) = people.addresses_of(db, mo.id)
        passed_on = db.exec(select(Outbox).where(Outbox.person_id == mo.id)).one()
        passed_on.sender_id = asha_id
        db.add(
            Outbox(
                person_id=mo.id, address_id=address.id, channel=address.channel,
                body='{"text": "Ashanti said yes."}', status=OutboxStatus.SENT, not_before=NOW,
                queued_at=NOW,
            )
        )  # fmt: skip
    erase(database, asha_id)
    with database.session() as db:
        told = db.exec(
            select(Outbox.body).where(Outbox.person_id == mo.id).order_by(col(Outbox.id))
        ).all()
        assert told == [None, '{"text": "Ashanti said yes."}']
        logs = db.exec(select(Conversation.log_json).where(Conversation.person_id == mo.id)).all()
        assert logs == [None]


def test_what_the_team_was_told_of_someone_without_a_name_goes_too(database: Database) -> None:
    def letter(to: int, text: str) -> Outbox:
        return Outbox(
            person_id=priya.id, address_id=to, channel=Channel.TELEGRAM, body=text,
            status=OutboxStatus.SENT, not_before=NOW, queued_at=NOW,
        )  # fmt: skip

    with database.session() as db:
        stranger = join(db, Channel.SMS, "+447700900101", "", NOW)
        priya = join(db, Channel.TELEGRAM, "1004", "Priya", NOW)
        priya.is_coordinator = True
        (address,) = people.addresses_of(db, priya.id)
        of_them = letter(address.id, f"CRISIS 1: person {stranger.id}. speaks of tablets.")
        shown = letter(address.id, f"Concern 1, Person {stranger.id}. They wrote: goodbye")
        of_another = letter(address.id, f"CRISIS 2: person {stranger.id}7.")
        db.add_all([of_them, shown, of_another])
    erase(database, stranger.id)
    with database.session() as db:
        bodies = db.exec(select(Outbox.body).order_by(col(Outbox.id))).all()
        assert [body is None for body in bodies] == [True, True, False]


def test_every_table_that_says_something_of_a_person_says_of_whom() -> None:
    """A sealed column that no erasure reaches would outlive the person it is about."""
    reached = {table.name for table, _ in tables_of_people()} | {"person"}
    assert {table.name for table in rotation.sealed_tables()} <= reached


def test_what_was_written_fades_in_its_time_and_its_number_stays(
    database: Database, asha_id: int
) -> None:
    later = NOW + timedelta(days=91)
    with database.session() as db:
        write(db, people.get(db, asha_id), 7, at=later)
        closed, opened = db.exec(select(Concern).order_by(col(Concern.id))).all()
        closed.status, closed.kept_until = ConcernStatus.CLOSED, later
        opened.kept_until = later
        (address,) = people.addresses_of(db, asha_id)
        waiting = Received(Channel.TELEGRAM, "old, and waiting", address, "{}")
        assert inbox.write_down(db, [waiting], NOW) == [True]
    steps = []
    while True:
        with database.session() as db:
            steps.append(retention.fade(db, later, NOW + timedelta(days=1), most=2))
        if not steps[-1]:
            break
    assert steps == [9, 4, 0]
    with database.session() as db:
        bodies = db.exec(select(Inbox.body).order_by(col(Inbox.id))).all()
        assert [body is None for body in bodies] == [True, True, True, False, False]
        assert [row.trouble is None for row in db.exec(select(Inbox).order_by(col(Inbox.id)))][
            :3
        ] == [True] * 3
        assert len(db.exec(select(Outbox).where(col(Outbox.body).is_not(None))).all()) == 1
        assert [answer.words for answer in db.exec(select(CheckinAnswer))].count(None) == 3
        assert [answer.week for answer in db.exec(select(CheckinAnswer))] == [4] * 4
        assert [
            concern.said is None for concern in db.exec(select(Concern).order_by(col(Concern.id)))
        ] == [True, False]
        assert people.get(db, asha_id).name == "Asha"


def test_a_link_opens_until_its_time_and_the_file_has_a_token_of_its_own(
    database: Database, asha_id: int
) -> None:
    with database.session() as db:
        token = data_links.make(db, asha_id, NOW + timedelta(minutes=15))
        of_file = data_links.file_token(token)
        late = NOW + timedelta(minutes=15)
        for opens, right, wrong in (
            (data_links.whose, token, of_file),
            (data_links.whose_file, of_file, token),
        ):
            assert [opens(db, right, NOW) for _ in range(2)] == [asha_id, asha_id]
            assert opens(db, right, late) is None
            assert opens(db, wrong, NOW) is None


def test_a_new_key_seals_everything_anew_and_the_old_one_can_go(
    database: Database, asha_id: int
) -> None:
    use(Keyring([ANOTHER_KEY, A_KEY]))
    changed = dict(rotation.rotate(database.session))
    assert changed["inbox"] == 3
    assert changed["lookups"] == 2
    assert not any(dict(rotation.rotate(database.session)).values())
    use(Keyring([ANOTHER_KEY]))
    with database.session() as db:
        found = people.find_address(db, Channel.TELEGRAM, "100100100100")
        assert found is not None
        assert found.person_id == asha_id
        assert "I am Asha" in str(held(db, asha_id))


def test_what_the_line_seals_meanwhile_is_left_as_it_is(database: Database, asha_id: int) -> None:
    use(Keyring([ANOTHER_KEY, A_KEY]))
    table = SCHEMA.tables["person"]
    with database.session() as db:
        people.get(db, asha_id).name = "Asha Devi"
    with database.session() as db:
        reach = rotation.reseal(db, table=table, after=0, most=1)
        assert reach == (1, asha_id)  # her profile was the old key's
        assert rotation.reseal(db, table=table, after=asha_id, most=10).last is None
    use(Keyring([ANOTHER_KEY]))
    with database.session() as db:
        assert people.get(db, asha_id).name == "Asha Devi"


def test_an_erased_mentor_s_checks_are_forgotten(database: Database) -> None:
    with database.session() as db:
        mo = join(db, Channel.TELEGRAM, "1003", "Mo", NOW)
        make_mentor(db, mo, NOW)
    erase(database, mo.id)
    with database.session() as db:
        mentor = db.get_one(Mentor, mo.id)
        assert (mentor.status, mentor.checks_until) == (MentorStatus.LEFT, None)
        assert matches.ever(db, mo.id) == []
