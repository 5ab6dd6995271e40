"""A mentor's life: interest, application, training, a coordinator's yes, and their own choices."""

from datetime import date, datetime, time, timedelta

from bot.matches.departures import MET, part_from
from bot.matches.life import has_room, seek_first
from bot.post import Post
from bot.safety.concerns import raise_concern
from bot.safety.team import tell_team
from flows.mentors.checkin import LOW
from flows.profile import Profile
from flows.vocabulary import Action, CheckLevel, Lesson, MentorStatus, PersonStatus
from flows.world import Standing
from storage import matches, mentors, people, timers
from storage.concerns import ConcernKind
from storage.mentors import LessonRead, Mentor, MentorAnswer
from storage.people import Person

VALID_FOR = timedelta(days=365)  # training; and what a coordinator vouches for without dates
COURSE = timedelta(days=90)  # lessons that were left for longer are read anew
REMINDERS = (60, 30, 7)  # days before checks or training run out
MONTH = timedelta(days=30)
HALF_A_YEAR = timedelta(days=183)
MILESTONES = (1, 5, 10)  # people supported
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
            version=post.now.toordinal(),
        )  # fmt: skip
    if mentor.status is MentorStatus.TRAINING and trained_until is None:
        mentor.status = MentorStatus.APPROVED
        post.tell(person, "mentoring-approved-training", {"name": person.called})
    else:
        mentor.trained_until = trained_until or _vouched(mentor.trained_until, today)
        if mentor.status is not MentorStatus.PAUSED:
            _activate(post, mentor, person)
    _watch(post, mentor)
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
        _watch(post, mentor)
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
        _watch(post, mentor)
        has_room(post, person_id)
    return mentor


def _activate(post: Post, mentor: Mentor, person: Person) -> None:
    mentor.status = MentorStatus.ACTIVE
    post.tell(person, "mentoring-approved", {"name": person.called})
    watch_over(post, person.id)
    has_room(post, person.id)


def watch_over(post: Post, person_id: int) -> None:
    """A mentor is asked each month how they find it, from when they may have someone."""
    if not timers.is_waiting(post.db, person_id, Action.MENTOR_CHECKIN):
        timers.set_timer(post.db, person_id, Action.MENTOR_CHECKIN, post.now + MONTH)


def _watch(post: Post, mentor: Mentor) -> None:
    """Set what is said before checks and training run out, and on the first day without them.

    The version of each timer is the date that it is about: with another date it does nothing.
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
                timers.set_timer(post.db, mentor.person_id, action, due, version=until.toordinal())


def thank_for_introduction(post: Post, mentor: Person) -> None:
    """They have one more person: a word of thanks at the first, the fifth and the tenth."""
    count = mentors.people_supported(post.db, mentor.id)
    if count in MILESTONES:
        post.tell(
            mentor, "mentor-thanks-person", {"name": mentor.called, "count": count}, waits=True
        )


class Mentoring:
    """Implements `flows.world.MentorWorld` for one person."""

    def __init__(self, post: Post, person: Person) -> None:
        self._post = post
        self._person = person

    @property
    def _mentor(self) -> Mentor:
        """Raises LookupError for someone who never offered."""
        mentor = mentors.get(self._post.db, self._person.id)
        if mentor is None:
            raise LookupError(f"person {self._person.id} is no mentor")
        return mentor

    def standing(self) -> Standing | None:
        mentor = mentors.get(self._post.db, self._person.id)
        if mentor is None:
            return None
        return Standing(mentor.status, mentor.capacity, mentor.trained_until)

    def be_interested(self) -> None:
        mentor = mentors.get(self._post.db, self._person.id)
        if mentor is None:
            mentor = Mentor(
                person_id=self._person.id,
                status=MentorStatus.INTERESTED,
                offered_at=self._post.now,
            )
            self._post.db.add(mentor)
            self._post.db.flush()
        elif mentor.status is MentorStatus.LEFT:  # and comes back: a coordinator looks anew
            mentor.status, mentor.approved_at = MentorStatus.INTERESTED, None

    def apply(self, profile: Profile) -> None:
        self._person.set_profile(profile)
        self._mentor.status = MentorStatus.APPLIED
        tell_team(self._post, "team-mentor-offer", {"name": self._person.called})

    def lessons_read(self, version: str) -> tuple[Lesson, ...]:
        since = self._post.now - COURSE
        read = mentors.lessons_read(self._post.db, self._person.id, version, since)
        return tuple(lesson for lesson in Lesson if lesson in read)

    def begin_training(self) -> None:
        if self._mentor.status is MentorStatus.APPLIED:
            self._mentor.status = MentorStatus.TRAINING

    def read_lesson(self, lesson: Lesson, version: str) -> None:
        self._post.db.add(
            LessonRead(person_id=self._person.id, lesson=lesson, version=version, at=self._post.now)
        )

    def finish_training(self) -> date:
        mentor = self._mentor
        mentor.trained_until = until = (self._post.now + VALID_FOR).date()
        if mentor.status is MentorStatus.APPROVED:
            _activate(self._post, mentor, self._person)
        elif mentor.status is MentorStatus.TRAINING:
            mentor.status = MentorStatus.APPLIED
        _watch(self._post, mentor)
        has_room(self._post, self._person.id)
        args = {"name": self._person.called, "person": str(self._person.id)}
        tell_team(self._post, "team-mentor-trained", args)
        return until

    def pause(self) -> None:
        """Whoever was about to be introduced is looked for elsewhere."""
        self._mentor.status = MentorStatus.PAUSED
        for match in matches.live_as_mentor(self._post.db, self._person.id):
            if match.status not in MET:
                part_from(
                    self._post, self._person, match, message="mentor-left", ending="mentor_paused"
                )

    def resume(self) -> None:
        self._mentor.status = MentorStatus.ACTIVE
        has_room(self._post, self._person.id)

    def set_capacity(self, people: int) -> None:
        self._mentor.capacity = people
        has_room(self._post, self._person.id)

    def introduce(self, words: str) -> None:
        self._mentor.introduction = words

    def leave(self) -> None:
        """Their people wait before everyone else: they have waited once already."""
        mentor = self._mentor
        mentor.status = MentorStatus.LEFT
        mentor.free_from = mentor.free_until = None
        for match in matches.live_as_mentor(self._post.db, self._person.id):
            had_met = match.status in MET
            part_from(self._post, self._person, match, message="mentor-left", ending="mentor_left")
            if had_met:
                seek_first(self._post, match)
        args = {"name": self._person.called, "person": str(self._person.id)}
        tell_team(self._post, "team-mentor-left", args)

    def record_checkin(self, score: int, words: str | None) -> None:
        self._post.db.add(
            MentorAnswer(
                person_id=self._person.id, score=score, words=words, answered_at=self._post.now
            )
        )
        if score <= LOW:
            why = f"finds mentoring hard: {score} of 10"
            raise_concern(
                self._post, self._person, ConcernKind.MENTOR_SUPPORT, words or "", why=why
            )
