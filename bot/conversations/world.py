"""The world as flows know it, over storage: one person's, in one turn's transaction."""

from datetime import date, datetime, time
from enum import StrEnum

from bot.matches import life, matchmaking, talk_now
from bot.matches.departures import part_from
from bot.mentors.standing import Mentoring
from bot.people import erasure
from bot.people.opt_out import leave
from bot.post import Post
from bot.relay import partners, relay
from bot.safety import concerns
from bot.safety.team import team, tell_team
from flows.book import URGENT
from flows.directory.nearest import nearest
from flows.matches.looking_back import Going
from flows.profile import Profile
from flows.questions import Place
from flows.vocabulary import (
    About,
    Action,
    Asked,
    ConsentKind,
    FlowName,
    Free,
    Language,
    MatchKind,
    MatchStatus,
    MentorStatus,
    Need,
    PersonStatus,
)
from flows.world import Me, Nearby, Partner, Sending, Someone
from storage import checkins, consents, conversations, directory, matches, mentors, people, timers
from storage.checkins import Checkin, CheckinAnswer
from storage.concerns import ConcernKind
from storage.directory import Signpost
from storage.feedback import Feedback
from storage.matches import Match
from storage.people import Address, Person

_RAISED_AS = {
    About.SAFETY: ConcernKind.SAFEGUARDING,
    About.CONDUCT: ConcernKind.CONDUCT,
    About.OTHER: ConcernKind.PERSON_WANTED,
}
NEARBY = 4  # services told about at a time: what two SMS segments hold


class PersonWorld:
    """Implements `flows.world.World` for one person."""

    def __init__(self, post: Post, person: Person, address: Address) -> None:
        self._post = post
        self._db = post.db
        self._person = person
        self._address = address
        self.mentoring = Mentoring(post, person)

    def me(self) -> Me:
        mentor = mentors.get(self._db, self._person.id)
        checkin = checkins.of(self._db, self._person.id)
        active = matches.with_status(self._db, self._person.id, MatchStatus.ACTIVE)
        own = [
            match.mentor_id
            for match in active
            if match.mentee_id == self._person.id and match.kind is MatchKind.LASTING
        ]
        return Me(
            name=self._person.called,
            profile=self._person.profile,
            has_joined=self._person.status is PersonStatus.JOINED,
            is_mentor=mentor is not None and mentor.status is not MentorStatus.LEFT,
            has_checkin=checkin is not None and checkin.active,
            partner=self._called(own[0]) if own else None,
        )

    def _called(self, person_id: int) -> str:
        return people.get(self._db, person_id).called

    def join(self, name: str, profile: Profile) -> None:
        self._person.name = name
        self._person.set_profile(profile)
        self._person.status = PersonStatus.JOINED
        self._person.joined_at = self._person.joined_at or self._post.now

    def save_profile(self, profile: Profile) -> None:
        self._person.set_profile(profile)
        if Language.ENGLISH not in profile.languages:
            self._person.language = profile.languages[0]

    def consent(self, kind: ConsentKind, version: str) -> None:
        consents.give(self._db, self._person.id, kind, version, self._post.now)

    def withdraw(self, kind: ConsentKind) -> None:
        erasure.withdraw(self._post, self._person, kind)

    def agreed(self) -> tuple[ConsentKind, ...]:
        standing = consents.standing(self._db, self._person.id)
        return tuple(kind for kind in ConsentKind if kind in standing)

    def was_invited(self) -> bool:
        return conversations.was_ever_in(self._db, self._person.id, FlowName.INVITING)

    def send_data_link(self) -> bool:
        return erasure.send_link(self._post, self._person, self._address)

    def kept_if_erased(self) -> date | None:
        return erasure.kept_until(self._post, self._person)

    def erase(self) -> None:
        erasure.erase(self._post, self._person)

    def turn_away_child(self) -> None:
        self._person.status = PersonStatus.UNDER_AGE
        self._person.seeks_since = None
        conversations.end_all(self._db, self._person.id, but=URGENT)
        for match in matches.with_status(self._db, self._person.id, *matches.NOT_MET):
            part_from(self._post, self._person, match, message="match-over", ending="under 18")
        relay.pause(self._post, self._person, ending="under 18")
        concerns.raise_concern(self._post, self._person, ConcernKind.UNDER_AGE)

    def seek_mentor(self) -> bool:
        self._person.seeks_since = self._person.seeks_since or self._post.now
        return matchmaking.seek(self._post, self._person)

    def resting_mentor(self) -> str | None:
        match = matches.live_as_mentee(self._db, self._person.id)
        if match is None or match.status is not MatchStatus.PAUSED:
            return None
        return self._partner(match).name

    def offered(self, match_id: int) -> Someone | None:
        match = matches.get(self._db, match_id)
        if match.mentor_id != self._person.id or match.status is not MatchStatus.OFFERED:
            return None
        return self._someone(match, match.mentee_id)

    def answer_offer(self, match_id: int, accepts: bool, why: StrEnum | None) -> bool:
        reason = None if why is None else why.value
        return matchmaking.answer_offer(self._post, match_id, self._person.id, accepts, reason)

    def ask_seeker(self, match_id: int, words: str) -> bool:
        return matchmaking.ask_seeker(self._post, match_id, self._person.id, words)

    def question_for_me(self, match_id: int) -> str | None:
        match = matches.get(self._db, match_id)
        stands = match.mentee_id == self._person.id and match.status is MatchStatus.OFFERED
        return match.question if stands else None

    def answer_question(self, match_id: int, words: str) -> bool:
        return matchmaking.answer_question(self._post, match_id, self._person.id, words)

    def proposed_mentor(self, match_id: int) -> Someone | None:
        match = matches.get(self._db, match_id)
        if match.mentee_id != self._person.id or match.status is not MatchStatus.ACCEPTED:
            return None
        return self._someone(match, match.mentor_id)

    def answer_mentor(self, match_id: int, accepts: bool) -> bool:
        return matchmaking.answer_mentor(self._post, match_id, self._person.id, accepts)

    def _someone(self, match: Match, person_id: int) -> Someone:
        mentor = mentors.get(self._db, person_id) if person_id == match.mentor_id else None
        return Someone(
            needs=people.get(self._db, person_id).profile.needs,
            reasons=tuple((key, tuple(shared)) for key, shared in match.reasons),
            introduction=mentor.introduction if mentor else None,
            asked=match.question is not None,
            answer=match.answer if person_id == match.mentee_id else None,
        )

    def set_checkin(self, weekday: int, at: time) -> datetime:
        checkin = checkins.of(self._db, self._person.id) or Checkin(
            person_id=self._person.id, weekday=weekday, at="", version=0
        )
        checkin.weekday, checkin.at = weekday, f"{at:%H:%M}"
        checkin.active, checkin.version = True, checkin.version + 1
        self._db.add(checkin)
        self._db.flush()
        due = checkin.due_after(self._post.now, self._person.zone)
        timers.set_timer(
            self._db, self._person.id, Action.CHECKIN, due, checkin.id, checkin.version
        )
        return due

    def stop_checkin(self) -> None:
        checkin = checkins.of(self._db, self._person.id)
        if checkin is not None:
            checkin.active, checkin.version = False, checkin.version + 1

    def record_checkin(self, week: int, words: str | None) -> None:
        self._db.add(
            CheckinAnswer(
                person_id=self._person.id, week=week, words=words, answered_at=self._post.now
            )
        )

    def services_near(self, place: Place, needs: tuple[Need, ...]) -> tuple[Nearby, ...]:
        known = directory.all_services(self._db)
        return nearest(known, place, needs)[:NEARBY]

    def signpost(self, service_id: int) -> None:
        self._db.add(Signpost(person_id=self._person.id, service_id=service_id, at=self._post.now))

    def want_person(self) -> None:
        concerns.raise_concern(self._post, self._person, ConcernKind.PERSON_WANTED)

    def tell_team(self, message: str) -> None:
        tell_team(self._post, message, {"person": str(self._person.id)})

    def team_on_duty(self) -> bool:
        return bool(team(self._post, but=self._person.id))

    def not_safe(self) -> None:
        concerns.not_safe(self._post, self._person)

    def leave(self) -> None:
        leave(self._post, self._person, self._address)

    def partners(self) -> tuple[Partner, ...]:
        active = partners.active_of(self._post, self._person)
        return tuple(self._partner(match) for match in active)

    def known_partners(self) -> tuple[Partner, ...]:
        return tuple(self._partner(each) for each in partners.met_lately(self._post, self._person))

    def matched_with(self) -> tuple[Partner, ...]:
        standing = matches.with_status(
            self._db, self._person.id, MatchStatus.ACTIVE, MatchStatus.PAUSED
        )
        return tuple(self._partner(match) for match in standing)

    def pass_on_to(self, partner_id: int) -> Sending:
        return relay.pass_on_to(self._post, self._person, self._address, partner_id)

    def talk_to(self, partner_id: int) -> None:
        partners.switch(self._post, self._person, partner_id)

    def set_nights(self, wants: bool) -> None:
        self._person.talks_at_night = wants

    def ask_to_talk(self) -> Asked:
        return talk_now.ask(self._post, self._person)

    def is_talk_offered(self, match_id: int) -> bool:
        return talk_now.is_offered(self._post, match_id, self._person.id)

    def answer_talk(self, match_id: int, accepts: bool) -> bool:
        return talk_now.answer(self._post, match_id, self._person.id, accepts)

    def be_free(self, when: Free) -> tuple[datetime, datetime] | None:
        return talk_now.set_duty(self._post, self._person, when)

    def _partner(self, match: Match) -> Partner:
        other = match.other(self._person.id)
        name = partners.called(self._post, self._person).get(other) or self._called(other)
        return Partner(other, name, is_mentor=other == match.mentor_id)

    def raise_concern(self, partner_id: int | None, what: About, words: str) -> None:
        """The first of them to be told of a partner's conduct is the team, never the partner."""
        about = self._person if partner_id is None else people.get(self._db, partner_id)
        why = "" if partner_id is None else f"raised by person {self._person.id}"
        concerns.raise_concern(
            self._post, about, _RAISED_AS[what], words, why, raised_by=self._person.id
        )
        if what is About.CONDUCT and partner_id is not None:
            relay.rest(self._post, self._person.id, partner_id)

    def has_rest(self) -> bool:
        return self._rest() is not None

    def send_rest(self) -> None:
        rest = self._rest()
        if rest is not None:
            relay.send_rest(self._post, self._person, self._address, rest)

    def _rest(self) -> str | None:
        held = conversations.open_of(self._db, self._person.id)
        words = held.held if held is not None else None
        return relay.rest_of(self._post, self._person, words) if words else None

    def partner_in(self, match_id: int) -> str | None:
        match = matches.get(self._db, match_id)
        return self._partner(match).name if match.status is MatchStatus.ACTIVE else None

    def record_midpoint(self, match_id: int, going: StrEnum) -> None:
        self._db.add(
            Feedback(
                match_id=match_id,
                person_id=self._person.id,
                midway=going.value,
                given_at=self._post.now,
            )
        )
        if going is Going.NOT:
            args = {"name": self._person.called, "match": str(match_id)}
            tell_team(self._post, "team-midpoint", args)

    def record_feedback(
        self,
        match_id: int,
        helped: int,
        experience: StrEnum | None,
        words: str | None,
        following: StrEnum | None,
    ) -> None:
        self._db.add(
            Feedback(
                match_id=match_id,
                person_id=self._person.id,
                helped=helped,
                experience=experience and experience.value,
                words=words,
                following=following and following.value,
                given_at=self._post.now,
            )
        )
        if following is not None:
            life.go_on(self._post, matches.get(self._db, match_id), following.value)

    def carry_on(self, match_id: int, agreed: bool) -> None:
        life.carry_on(self._post, matches.get(self._db, match_id), agreed=agreed)

    def end_match(self, partner_id: int, change: bool, why: StrEnum) -> None:
        for match in matches.introduced(self._db, self._person.id):
            if match.other(self._person.id) == partner_id:
                life.end_early(self._post, self._person, match, change=change, why=why.value)
