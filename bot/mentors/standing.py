"""A mentor's life: interest, application, training, a coordinator's yes, and their own choices."""

from datetime import date, datetime, time, timedelta

from bot.matches.life import announce_room
from bot.post import Post
from flows.vocabulary import Action, CheckLevel, Lesson, MentorStatus, PersonStatus
from storage import mentors, people, timers
from storage.mentors import LessonRead, Mentor
from storage.people import Person

VALID_FOR = timedelta(days=365)  # training; and what a coordinator vouches for without dates
REMINDERS = (60, 30, 7)  # days before checks or training run out
MONTH = timedelta(days=30)
HALF_A_YEAR = timedelta(days=183)
ELSEWHERE = "elsewhere"  # a lesson's version, where it was learned before and not in our words
NINE = time(9)  # in the operator's zone: when the office can do something about it


def approve(
    post: Post,
    person_id: int,
    *,
    checks_until: date | None = None,
    trained_until: date | None = None,
) -> Mentor | None:
    """A coordinator approves a mentor, who is told. None: they have not offered, or not joined.

    Where no date is given, nor one to come is recorded, the coordinator vouches for a year; only
    for checks that were recorded and have run out they can't. Someone in the middle of the lessons
    finishes them first.
    """
    mentor = mentors.get(post.db, person_id)
    if mentor is None or mentor.status is MentorStatus.LEFT:
        return None
    person = people.get(post.db, person_id)
    if person.status is not PersonStatus.JOINED:
        return None
    today = post.now.astimezone(post.rules.zone).date()
    recorded = mentor.checks_until if mentor.check_level else _vouched(mentor.checks_until, today)
    mentor.checks_until = checks_until or recorded
    if mentor.approved_at is None:
        mentor.approved_at = post.now
        timers.set_timer(
            post.db, person.id, Action.MENTOR_THANKS, post.now + HALF_A_YEAR,
            day=post.now.date(),
        )  # fmt: skip
    if mentor.status is MentorStatus.TRAINING and trained_until is None:
        mentor.status = MentorStatus.APPROVED
        post.tell(person, "mentoring-approved-training", {"name": person.called})
    else:
        mentor.trained_until = trained_until or _vouched(mentor.trained_until, today)
        if mentor.status is not MentorStatus.PAUSED:
            activate(post, mentor, person)
    watch(post, mentor)
    return mentor


def vouch_for(post: Post, person: Person) -> Mentor | None:
    """Someone who was a mentor before they came: lessons and checks were done elsewhere.

    They are active at once, for a year, and are told and asked nothing until they are introduced to
    someone. What stands already is kept. None: they have left as a mentor, which is their own to
    undo.
    """
    mentor = mentors.get(post.db, person.id)
    if mentor is None:
        mentor = Mentor(person_id=person.id, status=MentorStatus.ACTIVE, offered_at=post.now)
        post.db.add(mentor)
    if mentor.status is MentorStatus.LEFT:
        return None
    if mentor.status is not MentorStatus.PAUSED:
        mentor.status = MentorStatus.ACTIVE
    mentor.approved_at = mentor.approved_at or post.now
    until = post.now.astimezone(post.rules.zone).date() + VALID_FOR
    stood = mentor.checks_until, mentor.trained_until
    if mentor.trained_until is None:
        post.db.add_all(
            LessonRead(person_id=person.id, lesson=lesson, version=ELSEWHERE, at=post.now)
            for lesson in Lesson
        )
    mentor.checks_until = mentor.checks_until or until
    mentor.trained_until = mentor.trained_until or until
    if stood != (mentor.checks_until, mentor.trained_until):
        watch(post, mentor)
    return mentor


def _vouched(until: date | None, today: date) -> date:
    return until if until is not None and until >= today else today + VALID_FOR


def record_checks(
    post: Post, person_id: int, level: CheckLevel, on: date, until: date
) -> Mentor | None:
    """A coordinator has seen a mentor's checks: the level and the dates, never the certificate."""
    mentor = mentors.get(post.db, person_id)
    if mentor is not None:
        mentor.check_level, mentor.check_date, mentor.checks_until = level, on, until
        watch(post, mentor)
        announce_room(post, person_id)
    return mentor


def activate(post: Post, mentor: Mentor, person: Person) -> None:
    mentor.status = MentorStatus.ACTIVE
    post.tell(person, "mentoring-approved", {"name": person.called})
    watch_over(post, person.id)
    announce_room(post, person.id)


def watch_over(post: Post, person_id: int) -> None:
    """A mentor is asked each month how they find it, from when they may have someone."""
    if not timers.is_waiting(post.db, person_id, Action.MENTOR_CHECKIN):
        timers.set_timer(post.db, person_id, Action.MENTOR_CHECKIN, post.now + MONTH)


def watch(post: Post, mentor: Mentor) -> None:
    """Set what is said before checks and training run out, and on the first day without them.

    Each timer is for the date that it is about: with another date it does nothing.
    """
    for action, until in (
        (Action.CHECKS_LAPSE, mentor.checks_until),
        (Action.TRAINING_LAPSE, mentor.trained_until),
    ):
        timers.cancel(post.db, mentor.person_id, action)
        if until is None:
            continue
        for days in (*REMINDERS, -1):
            due = datetime.combine(until - timedelta(days=days), NINE, post.rules.zone)
            if due > post.now:
                timers.set_timer(post.db, mentor.person_id, action, due, day=until)
