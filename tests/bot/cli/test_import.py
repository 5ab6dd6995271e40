"""A programme's people taken on from its spreadsheet, by the command, beside a running line."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel, func, select
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.matches.candidates import rules_broken
from bot.post import Post
from flows.people.spreadsheet import COLUMNS
from flows.profile import Profile
from flows.questions import Place
from flows.vocabulary import Channel, ConsentKind, Diabetes, Language, MentorStatus, PersonStatus
from storage import consents, conversations, mentors, people
from storage.checkins import Checkin
from storage.database import Database
from storage.mentors import LessonRead
from storage.outbox import Outbox
from storage.people import Person
from storage.sealing import Keyring, use
from tests.people import join, make_mentor
from tests.talking import NOON, Line

pytestmark = pytest.mark.each_database

KEY = "o" * 32
CHECKED = date(2029, 5, 1)
ASHA = "telegram,1001,Asha,mentee,type2,food;feelings,GL1,en,joined"
BEN = "sms,07700 900101,Ben,mentee,at_risk,,,cy;pl,joined"
MO = "telegram,1003,Mo,mentor,type2,food,,en,approved"
PRIYA = "telegram,1004,Priya,coordinator,,,,,joined"


@pytest.fixture(autouse=True)
def _key() -> Iterator[None]:
    use(Keyring([KEY]))
    yield
    use(Keyring([KEY]))


def take_on(database: Database, folder: Path, *rows: str, **settings: str) -> Result:
    file = folder / "people.csv"
    file.write_text("\n".join([",".join(COLUMNS), *rows]), "utf-8")
    return alongside(database, "people", "import", str(file), **settings)


def alongside(database: Database, *arguments: str, **settings: str) -> Result:
    url = database.url.render_as_string(hide_password=False)
    environment = {"DATABASE_URL": url, "SECRET_KEY": KEY, **settings}
    ended = CliRunner().invoke(app, arguments, env=environment)
    use(Keyring([KEY]))
    return ended


def ids(ended: Result) -> dict[str, int]:
    pairs = [line.split("\t") for line in ended.stdout.splitlines()]
    return {address: int(number) for address, number in pairs}


def count(db: Session, table: type[SQLModel]) -> int:
    return db.exec(select(func.count()).select_from(table)).one()


def test_everyone_is_taken_on_and_nobody_hears_of_it(database: Database, tmp_path: Path) -> None:
    ended = take_on(database, tmp_path, ASHA, BEN, MO, PRIYA)
    assert (ended.exit_code, ended.stderr) == (0, "")
    numbers = ids(ended)
    assert list(numbers) == ["1001", "07700 900101", "1003", "1004"]
    with database.session() as db:
        asha, ben, mo, priya = (people.get(db, number) for number in numbers.values())
        assert asha.status is PersonStatus.JOINED
        assert (asha.name, asha.profile.diabetes) == ("Asha", Diabetes.TYPE2)
        assert asha.profile.place == Place("GL1")
        assert asha.seeks_since is None
        assert (ben.profile.diabetes, ben.language) == (Diabetes.AT_RISK, Language.WELSH)
        ben_at = people.address_of(db, ben.id)
        assert ben_at is not None
        assert ben_at.value == "+447700900101"
        for person in (asha, ben, mo, priya):
            assert consents.standing(db, person.id) == {ConsentKind.LINE, ConsentKind.HEALTH}
            assert conversations.open_of(db, person.id) is None
        assert people.coordinators(db) == [priya]
        mentor = mentors.get(db, mo.id)
        assert mentor is not None
        assert (mentor.status, mentor.capacity) == (MentorStatus.ACTIVE, 3)
        assert count(db, LessonRead) == 6
        assert rules_broken(Post(db, NOON), asha, mo.id) == ()
        assert (count(db, Outbox), count(db, Checkin)) == (0, 0)

    Line(database).settle()
    with database.session() as db:
        assert count(db, Outbox) == 0


def test_a_row_that_cannot_be_read_is_named_and_the_others_are_taken_on(
    database: Database, tmp_path: Path
) -> None:
    ended = take_on(
        database, tmp_path, ASHA.replace("type2", "type7"), "", BEN,
        MO.replace("telegram,1003", "sms,+447700900199"),
        TWILIO_ACCOUNT_SID="AC1", TWILIO_AUTH_TOKEN="t", TWILIO_NUMBER="+447700900199",
        PUBLIC_URL="https://line.example",
    )  # fmt: skip
    assert ended.exit_code == 1
    assert list(ids(ended)) == ["07700 900101"]
    first, second = ended.stderr.splitlines()
    assert first.startswith("line 2: diabetes: “type7” is not one of type1")
    assert second == "line 5: address: the line's own number"


def test_the_same_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    before = take_on(database, tmp_path, ASHA, BEN, MO, PRIYA)
    with database.session() as db:
        people.coordinators(db)[0].on_duty = False
    after = take_on(database, tmp_path, ASHA, BEN, MO, PRIYA)
    assert (after.exit_code, after.stdout) == (0, before.stdout)
    with database.session() as db:
        assert count(db, Person) == 4
        assert count(db, LessonRead) == 6
        assert people.coordinators(db) == []  # she went off duty herself


def test_whoever_is_known_keeps_what_they_said_and_the_rest_is_filled_in(
    database: Database, tmp_path: Path
) -> None:
    with database.session() as db:
        said = Profile(diabetes=Diabetes.TYPE1)
        asha = join(db, Channel.TELEGRAM, "1001", "Ash", NOON, profile=said).id
        ben = join(db, Channel.SMS, "+447700900101", "Ben", NOON)
        consents.withdraw(db, ben.id, ConsentKind.HEALTH, NOON)
    numbers = ids(take_on(database, tmp_path, ASHA, BEN))
    assert numbers == {"1001": asha, "07700 900101": ben.id}
    with database.session() as db:
        person = people.get(db, asha)
        assert (person.name, person.profile.diabetes) == ("Ash", Diabetes.TYPE1)
        assert person.profile.place == Place("GL1")
        assert [need.value for need in person.profile.needs] == ["food", "feelings"]
        # He took his consent back: a sheet does not give it for him, nor tell of his health.
        assert consents.standing(db, ben.id) == {ConsentKind.LINE}
        assert people.get(db, ben.id).profile.diabetes is Diabetes.NOT_SURE


def test_whoever_was_just_being_asked_to_join_has_joined(
    database: Database, tmp_path: Path
) -> None:
    line = Line(database)
    ben = line.phone("Ben", Channel.SMS, "+447700900101")
    ben.says("hello")
    ben.hears("Alongside")
    assert ids(take_on(database, tmp_path, BEN)) == {"07700 900101": ben.person_id}
    with database.session() as db:
        assert conversations.open_of(db, ben.person_id) is None
        assert ben.person(db).status is PersonStatus.JOINED
    line.settle()
    ben.hears_nothing()
    ben.says("menu")
    ben.hears("1")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (PersonStatus.LEFT, "has left the line"),
        (PersonStatus.BLOCKED, "is blocked"),
        (PersonStatus.UNDER_AGE, "under 18"),
    ],
)
def test_whoever_left_or_was_turned_away_stays_so(
    database: Database, tmp_path: Path, status: PersonStatus, reason: str
) -> None:
    with database.session() as db:
        join(db, Channel.TELEGRAM, "1001", "Asha", NOON).status = status
    ended = take_on(database, tmp_path, ASHA)
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert reason in ended.stderr
    with database.session() as db:
        assert [person.status for person in people.everyone(db)] == [status]


def test_a_mentor_who_left_is_not_made_one_again(database: Database, tmp_path: Path) -> None:
    with database.session() as db:
        mo = join(db, Channel.TELEGRAM, "1003", "Mo", NOON)
        make_mentor(db, mo, NOON)
        mentors.with_status(db, MentorStatus.ACTIVE)[0][0].status = MentorStatus.LEFT
    ended = take_on(database, tmp_path, MO)
    assert ended.exit_code == 1
    assert "has left as a mentor" in ended.stderr


def test_a_mentor_half_through_the_lessons_is_approved_and_checks_seen_stand(
    database: Database, tmp_path: Path
) -> None:
    with database.session() as db:
        mo = join(db, Channel.TELEGRAM, "1003", "Mo", NOON)
        make_mentor(db, mo, NOON)
        (mentor, _), *_ = mentors.with_status(db, MentorStatus.ACTIVE)
        mentor.status, mentor.trained_until = MentorStatus.TRAINING, None
        mentor.checks_until = CHECKED
    assert take_on(database, tmp_path, MO).exit_code == 0
    with database.session() as db:
        (mentor, _), *_ = mentors.with_status(db, MentorStatus.ACTIVE)
        assert mentor.checks_until == CHECKED
        assert mentor.trained_until is not None


def test_someone_erased_comes_back_as_someone_new(database: Database, tmp_path: Path) -> None:
    first = ids(take_on(database, tmp_path, ASHA))["1001"]
    assert alongside(database, "people", "erase", str(first), "--yes").exit_code == 0
    assert ids(take_on(database, tmp_path, ASHA))["1001"] != first


def test_people_who_write_while_they_are_taken_on_are_not_two(
    database: Database, tmp_path: Path
) -> None:
    rows = [f"telegram,{5000 + each},Asha,mentee,type2,food,GL1,en,joined" for each in range(200)]

    def write(each: int) -> None:
        with database.session() as db:
            people.arrive(
                db, Channel.TELEGRAM, str(each), NOON,
                language=Language.ENGLISH, timezone="Europe/London",
            )  # fmt: skip

    with ThreadPoolExecutor(2) as pool:
        done = pool.map(write, range(5199, 4999, -1))
        ended = take_on(database, tmp_path, *rows)
        list(done)
    assert (ended.exit_code, ended.stderr) == (0, "")
    with database.session() as db:
        everyone = people.everyone(db)
        assert len(everyone) == 200
        assert {person.status for person in everyone} == {PersonStatus.JOINED}


def test_a_file_that_is_not_there_or_is_none_is_said_in_a_line(
    database: Database, tmp_path: Path
) -> None:
    missing = alongside(database, "people", "import", str(tmp_path / "none.csv"))
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "No such file" in missing.stderr
    (tmp_path / "people.xlsx").write_bytes(b"PK\x03\x04")
    workbook = alongside(database, "people", "import", str(tmp_path / "people.xlsx"))
    assert workbook.exit_code == 2
    assert "save it from the spreadsheet as CSV" in workbook.stderr
