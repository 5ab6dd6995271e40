"""What flows may ask of the world, and do to it: see `bot/conversations/world.py`."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from flows.profile import Profile
from flows.questions import Place
from flows.reading.wrong_person import WrongPerson
from flows.vocabulary import (
    About,
    Asked,
    ConsentKind,
    Decline,
    Free,
    Lesson,
    MentorStatus,
    Need,
)


@dataclass(frozen=True)
class Me:
    """What a flow may know of the person it talks with."""

    name: str
    profile: Profile
    has_joined: bool = True
    is_mentor: bool = False
    has_checkin: bool = False
    partner: str | None = None  # the name of the one they are matched with


@dataclass(frozen=True)
class Nearby:
    """A service as a person is told about it. `km` is None where the distance is not known."""

    id: int
    name: str
    summary: str
    contact: str
    km: float | None = None
    is_sample: bool = False


@dataclass(frozen=True)
class Someone:
    """The other side of a match that is not made yet: what matters, and nothing that identifies.

    `reasons` are ids of texts, with what is shared as the text's argument.
    """

    needs: tuple[Need, ...]
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    introduction: str | None = None  # a mentor's few words about themselves
    asked: bool = False  # the mentor has asked their one question
    answer: str | None = None  # what the person answered to it


@dataclass(frozen=True)
class Partner:
    """Someone a person is matched with."""

    id: int
    name: str
    is_mentor: bool = False  # theirs; otherwise they are the mentor


@dataclass(frozen=True)
class Sending:
    """What became of words that waited; `then` is the conversation that says why not.

    `more` quotes what was kept before, and never answered for; `to` are the names of those to whom
    some of it went.
    """

    passed: bool
    then: str | None = None
    more: str | None = None
    to: tuple[str, ...] = ()


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


class World(Protocol):
    """Facts and effects, each in the turn's own transaction."""

    @property
    def mentoring(self) -> MentorWorld:
        """Their own life as a mentor."""

    def me(self) -> Me:
        """The person, as they are now."""

    def join(self, name: str, profile: Profile) -> None:
        """Keep what they said of themselves; they have joined."""

    def save_profile(self, profile: Profile) -> None:
        """Keep a changed profile."""

    def consent(self, kind: ConsentKind, version: str) -> None:
        """Record what they agreed to, in which version of the words."""

    def withdraw(self, kind: ConsentKind) -> None:
        """Record that they take a consent back, and do what follows from it."""

    def agreed(self) -> tuple[ConsentKind, ...]:
        """What they agree to now."""

    def was_invited(self) -> bool:
        """Whether they have been asked about research and stories."""

    def send_data_link(self) -> bool:
        """Send them a link to all that is held about them. False when the line has no pages."""

    def kept_if_erased(self) -> date | None:
        """Until when words of theirs would have to be kept; None when none would."""

    def erase(self) -> None:
        """Forget them, but for what has to be kept."""

    def turn_away_child(self, words: str = "") -> None:
        """They are under 18: a coordinator is told in what words, and they are not matched.

        Where no words are given, they are those of the message that is being answered.
        """

    def seek_mentor(self) -> bool:
        """Look for a mentor. True when there is someone in mind, False when nobody suits yet."""

    def resting_mentor(self) -> str | None:
        """The name of their mentor, where the two are taking a break."""

    def offered(self, match_id: int) -> Someone | None:
        """Whom a mentor is offered; None when the offer no longer stands."""

    def answer_offer(self, match_id: int, accepts: bool, why: Decline | None) -> bool:
        """The mentor's answer, and why if it is no. False when it came too late."""

    def ask_seeker(self, match_id: int, words: str) -> bool:
        """Pass on a mentor's one question. False when it can't be passed on."""

    def question_for_me(self, match_id: int) -> str | None:
        """What a mentor asks before they answer; None when that no longer stands."""

    def answer_question(self, match_id: int, words: str) -> bool:
        """Pass the person's answer back, with the offer. False when it can't be passed on."""

    def proposed_mentor(self, match_id: int) -> Someone | None:
        """Who said yes to a person; None when that no longer stands."""

    def answer_mentor(self, match_id: int, accepts: bool) -> bool:
        """The person's answer: yes introduces them both. False when it came too late."""

    def set_checkin(self, weekday: int, at: time) -> datetime:
        """Ask how they are each week, Monday being 0. Returns the first time, in their zone."""

    def stop_checkin(self) -> None:
        """Ask no more."""

    def record_checkin(self, week: int, words: str | None) -> None:
        """Keep a check-in's answers: the week from 0 to 10, and words if there are any."""

    def services_near(self, place: Place, needs: tuple[Need, ...]) -> tuple[Nearby, ...]:
        """Groups and services that fit, nearest first; a few, never a page."""

    def signpost(self, service_id: int) -> None:
        """Record that they were told about a service."""

    def want_person(self) -> None:
        """They want to hear from someone on the team."""

    def tell_team(self, message: str) -> None:
        """Tell the coordinators on duty, with the number that stands for this person."""

    def team_on_duty(self) -> bool:
        """Whether a coordinator is on duty now."""

    def not_safe(self) -> None:
        """They say that they are not safe: everyone on the team is called."""

    def leave(self) -> None:
        """They want no more messages here: confirm it, and send none."""

    def partners(self) -> tuple[Partner, ...]:
        """Whom they can write to now."""

    def known_partners(self) -> tuple[Partner, ...]:
        """Whom they talk with, or talked with until lately."""

    def matched_with(self) -> tuple[Partner, ...]:
        """Whom they are matched with, those who are taking a break too."""

    def talks_with_nobody(self) -> bool:
        """Whether no match of theirs goes on or rests: then what they do ends none."""

    def words_asked_about(self) -> str:
        """The words of which it is asked whom they are for, quoted."""

    def pass_on_to(self, partner_ids: list[int]) -> Sending:
        """Pass on the words that waited for them to say whom they are for."""

    def take_for_us(self) -> str | None:
        """The words that waited are for the line. Returns the conversation that they ask for, the
        wish where it needs none, or that they answer what is being asked."""

    def words_kept(self) -> str | None:
        """The words that this conversation began with, where it began with some."""

    def end_contact(self, ending: WrongPerson) -> None:
        """We write to the wrong person, or to one who has died: contact ends here."""

    def talk_to(self, partner_id: int) -> None:
        """What they write without a name goes to this partner from now on."""

    def set_nights(self, wants: bool) -> None:
        """Whether words may come to them, and go from them, at night."""

    def ask_to_talk(self) -> Asked:
        """Ask the mentors on duty for a conversation now. Nobody: they have been told."""

    def is_talk_offered(self, match_id: int) -> bool:
        """Whether a mentor is still being asked to talk with someone now."""

    def answer_talk(self, match_id: int, accepts: bool) -> bool:
        """A mentor's answer to that. False when it came too late."""

    def be_free(self, when: Free) -> tuple[datetime, datetime] | None:
        """A mentor is free for those who want to talk now: from when until when, or not."""

    def raise_concern(self, partner_id: int | None, what: About, words: str) -> None:
        """Open a concern about a partner, or about themselves (None). Conduct rests the match."""

    def raise_about_team(self, words: str) -> bool:
        """Open a concern about someone on the team, kept from whoever it names. False: there is
        nobody else on the team to look at it."""

    def has_rest(self) -> bool:
        """Whether what was held back has a part that may be passed on."""

    def send_rest(self) -> bool | None:
        """Pass on what was held back, less what held it. False: it can't go. (None stands in what
        earlier releases wrote down.)"""

    def partner_in(self, match_id: int) -> str | None:
        """The name of the other in a match of theirs that goes on; None when it does not."""

    def wish_to_meet(self, partner_id: int) -> bool:
        """They would like to meet this partner, who is asked. True: the partner would, too."""

    def agree_to_meet(self, match_id: int) -> None:
        """They would like to meet, as the other would: the team agrees a place and a time."""

    def decline_to_meet(self, match_id: int) -> None:
        """They would rather not meet: the other is told kindly."""

    def record_midpoint(self, match_id: int, going: str) -> None:
        """Keep how it is going, half way: one of `Going`, or in their own words."""

    def record_feedback(
        self,
        match_id: int,
        helped: int,
        experience: StrEnum | None,
        words: str | None,
        following: StrEnum | None,
    ) -> None:
        """Keep what they made of a match, and set off what they would like next."""

    def carry_on(self, match_id: int, agreed: bool) -> None:
        """The mentor's answer to carrying on."""

    def end_match(self, partner_id: int, change: bool, why: str) -> None:
        """End the match with this partner now; with a change, look for another mentor.

        `why` is one of `EndedFor`, or in their own words.
        """
