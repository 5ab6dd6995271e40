"""A mentor's life: interest, application, lessons, a coordinator's yes, care, and leaving."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.mentors.standing import approve, record_checks
from bot.post import Post
from flows.mentors.training import VERSION
from flows.vocabulary import (
    Channel,
    CheckLevel,
    Ending,
    Lesson,
    MatchStatus,
    MentorStatus,
    PersonStatus,
)
from storage import concerns, matches, mentors, people, timers
from storage.concerns import Concern, ConcernKind
from storage.mentors import LessonRead, Mentor, MentorAnswer
from storage.sealing import Keyring, use
from tests.talking import Line, Phone

APPLICATION = (
    ("type of diabetes", "type 2"),
    ("talk about with someone", "food"),
    ("used yourself", "a sensor"),
    ("your life like", "working"),
    ("Which languages", "english"),
    ("Which are you", "man"),
    ("When could you talk", "evenings"),
)
LESSONS = (
    ("Listening.", "how they feel"),
    ("Boundaries.", "only on here"),
    ("private.", "it's private"),
    ("Keeping people safe.", "tell our team"),
    ("No advice on medicines.", "ask your care team"),
    ("Endings.", "tell them and the team"),
)
KEY = "k" * 32
NEXT_YEAR = str((datetime.now(UTC) + timedelta(days=300)).date())


@pytest.fixture
def mo(line: Line) -> Phone:
    """An approved mentor, as the programme makes one."""
    mo = line.member("Mo", Channel.TELEGRAM, "1003")
    has_applied(line, mo)
    approves(line, mo)
    mo.hears("you're now a mentor")
    return mo


def approves(line: Line, mentor: Phone, **until: date) -> Mentor | None:
    with line.database.session() as db:
        done = approve(Post(db, line.now, rules=line.rules), mentor.person_id, **until)
    line.settle()
    return done


def checks(line: Line, mentor: Phone, until: date) -> None:
    with line.database.session() as db:
        post = Post(db, line.now, rules=line.rules)
        record_checks(post, mentor.person_id, CheckLevel.ENHANCED, line.now.date(), until)


def standing(line: Line, phone: Phone) -> MentorStatus | None:
    with line.database.session() as db:
        mentor = mentors.get(db, phone.person_id)
        return mentor and mentor.status


def answers(phone: Phone, *conversation: tuple[str, str]) -> None:
    for question, answer in conversation:
        phone.hears(question)
        phone.says(answer)


def applies(phone: Phone) -> None:
    phone.says("I'd like to be a mentor")
    phone.says("yes")
    answers(phone, *APPLICATION)


def seeks(phone: Phone) -> None:
    phone.says("menu")
    phone.presses("Find a mentor")
    phone.says("english")
    phone.presses("I don't mind")
    phone.says("skip")
    phone.says("no")


def has_applied(line: Line, phone: Phone) -> None:
    with line.database.session() as db:
        mentor = Mentor(person_id=phone.person_id, status=MentorStatus.APPLIED, offered_at=line.now)
        db.add(mentor)


def begins_lessons(line: Line, phone: Phone) -> None:
    has_applied(line, phone)
    phone.says("training")


def changes(phone: Phone, setting: str) -> None:
    phone.says("menu")
    phone.says("me as a mentor")
    phone.says(setting)


# Interest and application


def test_interest_takes_two_messages(line: Line, ben: Phone) -> None:
    ben.says("I'd like to be a mentor")
    ben.hears("Would you like to become one?")
    ben.says("yes")
    ben.hears("on our list")
    assert standing(line, ben) is MentorStatus.INTERESTED


def test_a_stranger_who_would_help_is_on_the_list_and_joins_after(line: Line) -> None:
    charlie = line.phone("Charlie", Channel.SMS, "+447700900109")
    charlie.says("I want to volunteer as a mentor")
    charlie.hears("Would you like to become one?")
    charlie.says("yes")
    charlie.hears("on our list", "happy for us to message you?")
    assert standing(line, charlie) is MentorStatus.INTERESTED
    assert approves(line, charlie) is None
    for answer in ("yes", "yes", "Charlie", "no", "skip"):
        charlie.says(answer)
    charlie.hears("You're in", "know a little about diabetes")
    charlie.says("yes")
    charlie.hears("type of diabetes do you know")


def test_saying_no_leaves_no_trace(line: Line, ben: Phone) -> None:
    ben.says("I'd like to be a mentor")
    ben.says("no")
    ben.hears("Thank you for thinking about it")
    assert standing(line, ben) is None


def test_an_application_broken_off_is_taken_up_where_it_was(line: Line, ben: Phone) -> None:
    ben.says("I'd like to be a mentor")
    ben.says("yes")
    ben.says("type 2")
    ben.says("stop")
    ben.says("start")
    ben.news()
    ben.says("I'd like to be a mentor")
    assert "Would you like to become one" not in ben.hears("type of diabetes do you know")


def test_an_application_reaches_the_team(line: Line, ben: Phone, priya: Phone) -> None:
    applies(ben)
    ben.hears("Thank you, Ben", "six short lessons")
    priya.hears("Ben has offered")
    assert standing(line, ben) is MentorStatus.APPLIED
    ben.says("yes")
    ben.hears("6 short lessons", "Listening.")


# Training


def test_lessons_are_read_and_recorded_and_the_team_is_told(
    line: Line, ben: Phone, priya: Phone
) -> None:
    begins_lessons(line, ben)
    answers(ben, *LESSONS)
    ben.hears("You've finished the lessons", "Our team will now")
    priya.hears("Ben", "has finished the mentor training")
    with line.database.session() as db:
        read = db.exec(select(LessonRead).where(LessonRead.person_id == ben.person_id)).all()
        assert [(each.lesson, each.version, each.at) for each in read] == [
            (lesson, VERSION, line.now) for lesson in Lesson
        ]
        mentor = mentors.get(db, ben.person_id)
        assert mentor is not None
        assert mentor.trained_until == (line.now + timedelta(days=365)).date()
    assert standing(line, ben) is MentorStatus.APPLIED


@pytest.mark.parametrize("dress", ["{}", "{}.", "no {}", "option {}", "#{}", "number {} please"])
def test_lessons_are_answered_by_their_numbers(line: Line, ben: Phone, dress: str) -> None:
    """One answer holds "first", which was taken for the first line: nobody got past it by SMS."""
    begins_lessons(line, ben)
    places = (2, 3, 1, 3, 2, 1)
    answers(
        ben,
        *((topic, dress.format(place)) for (topic, _), place in zip(LESSONS, places, strict=True)),
    )
    ben.hears("You've finished the lessons")


def test_a_wrong_answer_is_explained_kindly_and_asked_again(line: Line, ben: Phone) -> None:
    begins_lessons(line, ben)
    ben.hears("Listening.")
    ben.says("1")
    ben.hears("they need to feel heard", "What do you do first?")
    ben.says("3")
    ben.hears("they need to feel heard", "What do you do first?")
    ben.says("2")
    ben.hears("That's right", "Boundaries.")


def test_lessons_go_on_where_they_were_weeks_later(line: Line, ben: Phone) -> None:
    begins_lessons(line, ben)
    answers(ben, *LESSONS[:2])
    assert standing(line, ben) is MentorStatus.TRAINING
    line.moves_on(days=20)
    ben.news()
    ben.says("training")
    assert "Boundaries." not in ben.hears("4 short lessons", "Keeping things private.")


def test_who_is_approved_in_the_middle_of_the_lessons_becomes_active_at_their_end(
    line: Line, ben: Phone
) -> None:
    begins_lessons(line, ben)
    answers(ben, *LESSONS[:3])
    approves(line, ben)
    ben.hears("our team said yes")
    assert standing(line, ben) is MentorStatus.APPROVED
    for _, answer in LESSONS[3:]:
        ben.says(answer)
    assert "Our team will now" not in ben.hears("you're now a mentor", "finished the lessons")
    assert standing(line, ben) is MentorStatus.ACTIVE


def test_the_lessons_are_read_anew_each_year(line: Line, mo: Phone) -> None:
    mo.says("training")
    answers(mo, *LESSONS)
    mo.hears("finished the lessons")
    mo.says("training")
    mo.hears("You've done all the lessons")
    line.moves_on(days=358)
    mo.hears("Your mentor lessons count until")
    mo.says("training")
    mo.hears("6 short lessons")
    assert standing(line, mo) is MentorStatus.ACTIVE


def test_lessons_are_for_those_who_offer(line: Line, asha: Phone, ben: Phone) -> None:
    mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(asha, mo)
    asha.says("training")
    mo.hears("training")


# Approval, and what runs out


def test_a_coordinator_alone_vouches_for_a_year_but_not_over_recorded_dates(
    line: Line, ben: Phone
) -> None:
    has_applied(line, ben)
    until = line.now.date() + timedelta(days=100)
    checks(line, ben, until)
    approved = approves(line, ben)
    assert approved is not None
    assert approved.check_level is CheckLevel.ENHANCED
    assert approved.checks_until == until
    assert approved.trained_until == line.now.date() + timedelta(days=365)
    assert standing(line, ben) is MentorStatus.ACTIVE


def test_nobody_is_approved_who_has_not_offered_or_has_been_erased(line: Line, ben: Phone) -> None:
    assert approves(line, ben) is None
    has_applied(line, ben)
    with line.database.session() as db:
        ben.person(db).status = PersonStatus.UNDER_AGE
    assert approves(line, ben) is None


def test_checks_about_to_lapse_are_reminded_of_three_times_and_then_nobody_is_matched(
    line: Line, mo: Phone, priya: Phone, asha: Phone
) -> None:
    checks(line, mo, line.now.date() + timedelta(days=61))
    for days in (1, 30, 23):
        line.moves_on(days=days)
        mo.hears("Your mentor checks run out on")
        priya.hears("The checks of Mo")
        mo.says("7")  # the monthly check-in may be open
        mo.says("no")
        mo.news()
    line.moves_on(days=8)
    mo.hears("checks have run out")
    priya.hears("no new matches")
    seeks(asha)
    asha.hears("We don't have the right person for you just yet")


def test_new_dates_silence_the_reminders_of_the_old(line: Line, mo: Phone) -> None:
    checks(line, mo, line.now.date() + timedelta(days=31))
    checks(line, mo, line.now.date() + timedelta(days=300))
    line.moves_on(days=2)
    mo.hears_nothing()


# A mentor's own settings


def test_a_pause_takes_nobody_new_until_it_is_over(line: Line, mo: Phone, asha: Phone) -> None:
    mo.says("pause")
    mo.hears("We won't ask you about anyone new")
    seeks(asha)
    asha.hears("We don't have the right person for you just yet")
    mo.hears_nothing()
    mo.says("resume")
    mo.hears("Welcome back!", "Someone would like a mentor like you")


def test_pausing_in_the_middle_of_an_offer_lets_the_person_go_and_is_no_refusal(
    line: Line, mo: Phone, asha: Phone
) -> None:
    seeks(asha)
    mo.hears("Someone would like a mentor like you")
    mo.says("pause")
    mo.hears("We won't ask you")
    mo.says("resume")
    mo.hears("Someone would like a mentor like you")


def test_capacity_is_three_and_five_at_most(line: Line, mo: Phone) -> None:
    changes(mo, "how many people")
    mo.hears("From 1 to 5")
    mo.says("6")
    mo.hears("1 to 5")
    mo.says("5")
    mo.hears("saved that")
    with line.database.session() as db:
        mentor = mentors.get(db, mo.person_id)
        assert mentor is not None
        assert mentor.capacity == 5


def test_whom_and_what_they_can_speak_to(line: Line, mo: Phone) -> None:
    changes(mo, "who i talk with")
    mo.says("women")
    mo.says("no")
    changes(mo, "when i can talk")
    mo.says("weekends")
    changes(mo, "what i can talk about")
    for _, answer in APPLICATION[:5]:
        mo.says(answer)
    mo.hears("saved that")
    with line.database.session() as db:
        profile = mo.person(db).profile
    assert (profile.gender_wish, profile.times) == ("woman", ("weekends",))
    assert (profile.diabetes, profile.technology) == ("type2", ("cgm",))


def test_an_introduction_that_gives_a_number_is_not_kept(line: Line, mo: Phone) -> None:
    changes(mo, "my introduction")
    mo.says("I love walking, ring me on 07700 900123")
    mo.hears("We can't use that", "Say a few words")
    mo.says("I love walking and I have had type 2 for ten years")
    mo.hears("saved that")
    with line.database.session() as db:
        mentor = mentors.get(db, mo.person_id)
        assert mentor is not None
        assert mentor.introduction == "I love walking and I have had type 2 for ten years"


def test_when_a_mentor_leaves_their_people_are_told_and_found_someone_first(
    line: Line, mo: Phone, asha: Phone, ben: Phone, priya: Phone
) -> None:
    with line.database.session() as db:
        ben.person(db).seeks_since = line.now - timedelta(days=50)
    line.introduces(asha, mo)
    changes(mo, "stop being a mentor")
    mo.says("yes")
    mo.hears("Thank you for all you gave")
    asha.hears("Mo has stopped being a mentor", "You did nothing wrong", "you come first")
    priya.hears("Mo", "has stopped being a mentor")
    with line.database.session() as db:
        assert [each.id for each in people.seeking(db)] == [asha.person_id, ben.person_id]
        (match,) = matches.ever(db, asha.person_id)
        assert (match.status, match.ending) == (MatchStatus.ENDED, Ending.MENTOR_LEFT)
    assert standing(line, mo) is MentorStatus.LEFT
    mo.says("I'd like to be a mentor")
    mo.hears("Would you like to become one")
    mo.says("yes")
    assert standing(line, mo) is MentorStatus.INTERESTED


def test_a_mentor_who_leaves_keeps_their_own_mentor(line: Line, mo: Phone, asha: Phone) -> None:
    sam = line.mentor("Sam", Channel.TELEGRAM, "1006")
    line.introduces(mo, sam)
    changes(mo, "stop being a mentor")
    mo.says("yes")
    sam.hears_nothing()
    mo.news()
    mo.says("thanks for being there")
    sam.hears("thanks for being there")


# Care for mentors


def test_once_a_month_a_mentor_is_asked_how_they_find_it(
    line: Line, mo: Phone, priya: Phone
) -> None:
    line.moves_on(days=30)
    mo.hears("How are you finding it")
    mo.says("8")
    mo.says("yes")
    mo.says("I learn a lot from it")
    mo.hears("send PERSON")
    priya.hears_nothing()
    with line.database.session() as db:
        (answer,) = db.exec(select(MentorAnswer)).all()
        assert (answer.score, answer.words) == (8, "I learn a lot from it")
    line.moves_on(days=30)
    mo.hears("How are you finding it")


def test_a_low_answer_is_shown_to_a_coordinator_and_one_is_offered(
    line: Line, mo: Phone, priya: Phone
) -> None:
    line.moves_on(days=30)
    mo.says("3")
    mo.says("no")
    mo.hears("Would you like someone on our team to write to you?")
    priya.hears("Mentor needs support", "3 of 10")
    mo.says("yes")
    mo.hears("Someone on our team will write to you here")
    priya.hears("Person wanted")


def test_many_concerns_about_their_people_are_shown_to_a_coordinator(
    line: Line, mo: Phone, asha: Phone, priya: Phone
) -> None:
    line.introduces(asha, mo)
    with line.database.session() as db:
        for kind in (ConcernKind.HELD_BACK, ConcernKind.PERSON_WANTED, ConcernKind.CLINICAL_ADVICE):
            db.add(Concern(person_id=asha.person_id, kind=kind, opened_at=line.now))
    line.moves_on(days=30)
    priya.hears("Mentor needs support", "3 concerns")
    with line.database.session() as db:
        assert [each.kind for each in concerns.open_of(db, mo.person_id)] == [
            ConcernKind.MENTOR_SUPPORT
        ]


def test_a_mentor_in_trouble_is_not_asked_until_someone_has_looked(line: Line, mo: Phone) -> None:
    with line.database.session() as db:
        db.add(Concern(person_id=mo.person_id, kind=ConcernKind.CRISIS, opened_at=line.now))
    line.moves_on(days=30)
    assert "finding it" not in mo.news()


def test_the_first_person_and_half_a_year_are_thanked_for(
    line: Line, mo: Phone, asha: Phone
) -> None:
    seeks(asha)
    mo.says("yes")
    asha.says("yes")
    mo.hears("the first person you're here for")
    line.moves_on(days=183)
    mo.hears("for six months now")
    with line.database.session() as db:
        due = select(timers.Timer.due_at).where(
            timers.Timer.action == "mentor_thanks",
            timers.Timer.status == timers.TimerStatus.WAITING,
        )
        assert db.exec(due.order_by(col(timers.Timer.id))).one() == line.now + timedelta(days=182)


# The coordinator's commands


def test_a_coordinator_records_checks_approves_and_sees_how_far_along_everyone_is(
    line: Line, database_url: str
) -> None:
    use(Keyring([KEY]))
    ben = line.member("Ben", Channel.SMS, "+447700900101")
    has_applied(line, ben)
    number = str(ben.person_id)
    environment = {"SECRET_KEY": KEY, "DATABASE_URL": database_url}

    def alongside(*command: str) -> Result:
        return CliRunner().invoke(app, ["mentors", *command], env=environment)

    wrong = alongside(
        "check", number, "--level", "basic", "--date", "2020-01-01", "--until", "2200-01-01"
    )
    assert wrong.exit_code == 2
    unknown = alongside(
        "check", "77", "--level", "basic", "--date", "2020-01-01", "--until", NEXT_YEAR
    )
    assert unknown.exit_code == 1, unknown.output
    alongside("check", number, "--level", "enhanced", "--date", "2020-01-01", "--until", NEXT_YEAR)
    approved = alongside("approve", number, "--trained-until", NEXT_YEAR)
    assert "active as a mentor" in approved.output
    assert f"Checks until {NEXT_YEAR}, trained until {NEXT_YEAR}" in approved.output
    assert f"{number}\tactive\tBen" in alongside("list").output
