"""What flows may ask about a person's own life as a mentor, and do to it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from flows.profile import Profile
from flows.vocabulary import Lesson, MentorStatus


@dataclass(frozen=True)
class Standing:
    """Where a mentor stands, as they may know it."""

    status: MentorStatus
    capacity: int
    trained_until: date | None = None

    @property
    def has_applied(self) -> bool:
        return self.status not in (MentorStatus.INTERESTED, MentorStatus.LEFT)


class MentorWorld(Protocol):
    """Facts and effects, each in the turn's own transaction."""

    def standing(self) -> Standing | None:
        """Where they stand as a mentor; None for someone who never offered."""

    def be_interested(self) -> None:
        """They would like to help: they are on the programme's list from now."""

    def apply(self, profile: Profile) -> None:
        """They apply, with what they could speak to: a coordinator is told."""

    def lessons_read(self, version: str) -> tuple[Lesson, ...]:
        """What they have read of this version of the lessons, in the course they are in."""

    def begin_training(self) -> None:
        """They begin the lessons, or go on with them."""

    def read_lesson(self, lesson: Lesson, version: str) -> None:
        """Record that they read a lesson and answered its question."""

    def finish_training(self) -> date:
        """They have read every lesson. Returns the day until which that counts."""

    def pause(self) -> None:
        """They take nobody new for now. Whom they talk with already, they go on with."""

    def resume(self) -> None:
        """They take new people again."""

    def set_capacity(self, people: int) -> None:
        """How many people they would have at once."""

    def introduce(self, words: str) -> None:
        """Keep their few words about themselves, for people who are asked about them."""

    def leave(self) -> None:
        """They stop being a mentor: their people are told, and found someone else first."""

    def record_checkin(self, score: int, words: str | None) -> None:
        """Keep how they find it, 0 to 10, and words if any. A low score is shown to the team."""
