"""A mentor's own life as flows know it, in one turn's transaction."""

from datetime import date, timedelta

from bot.matches import life
from bot.matches.life import announce_room
from bot.mentors.standing import VALID_FOR, activate, watch
from bot.post import Post
from bot.safety.concerns import raise_concern
from bot.safety.team import tell_team
from flows.matches.events import Event
from flows.mentors.checkin import LOW
from flows.profile import Profile
from flows.vocabulary import Lesson, MentorStatus
from flows.world import Standing
from storage import matches, mentors
from storage.concerns import ConcernKind
from storage.mentors import LessonRead, Mentor, MentorAnswer
from storage.people import Person

COURSE = timedelta(days=90)  # lessons that were left for longer are read anew


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
            activate(self._post, mentor, self._person)
        elif mentor.status is MentorStatus.TRAINING:
            mentor.status = MentorStatus.APPLIED
        watch(self._post, mentor)
        announce_room(self._post, self._person.id)
        args = {"name": self._person.called, "person": str(self._person.id)}
        tell_team(self._post, "team-mentor-trained", args)
        return until

    def pause(self) -> None:
        """Whoever was about to be introduced is looked for elsewhere."""
        self._mentor.status = MentorStatus.PAUSED
        for match in matches.live_as_mentor(self._post.db, self._person.id):
            life.happens(self._post, match, Event.MENTOR_PAUSED)

    def resume(self) -> None:
        self._mentor.status = MentorStatus.ACTIVE
        announce_room(self._post, self._person.id)

    def set_capacity(self, people: int) -> None:
        self._mentor.capacity = people
        announce_room(self._post, self._person.id)

    def introduce(self, words: str) -> None:
        self._mentor.introduction = words

    def leave(self) -> None:
        """Their people wait before everyone else: they have waited once already."""
        mentor = self._mentor
        mentor.status = MentorStatus.LEFT
        mentor.free_from = mentor.free_until = None
        for match in matches.live_as_mentor(self._post.db, self._person.id):
            life.happens(self._post, match, Event.MENTOR_LEFT)
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
