"""Matches as flows know them: one person's, in one turn's transaction."""

from datetime import datetime
from enum import StrEnum

from bot.matches import endings, matchmaking, meeting, talk_now
from bot.post import PartOfWorld
from bot.relay import partners
from bot.safety.team import tell_team
from flows.matches.life import MET
from flows.matches.looking_back import Going
from flows.relay.excerpts import excerpt
from flows.vocabulary import (
    Asked,
    Decline,
    EndedFor,
    Free,
    MatchStatus,
)
from flows.world import Someone
from storage import matches, mentors, people
from storage.feedback import Feedback
from storage.matches import Match


class MatchesWorld(PartOfWorld):
    """Part of `flows.world.World`."""

    def seek_mentor(self) -> bool:
        self._person.seeks_since = self._person.seeks_since or self._post.now
        return matchmaking.seek(self._post, self._person)

    def resting_mentor(self) -> str | None:
        match = matches.live_as_mentee(self._post.db, self._person.id)
        if match is None or match.status is not MatchStatus.PAUSED:
            return None
        return partners.partner_in(self._post, self._person, match).name

    def offered(self, match_id: int) -> Someone | None:
        match = matches.get(self._post.db, match_id)
        if match.mentor_id != self._person.id or match.status is not MatchStatus.OFFERED:
            return None
        return self._someone(match, match.mentee_id)

    def answer_offer(self, match_id: int, accepts: bool, why: Decline | None) -> bool:
        return matchmaking.answer_offer(self._post, match_id, self._person.id, accepts, why)

    def ask_seeker(self, match_id: int, words: str) -> bool:
        return matchmaking.ask_seeker(self._post, match_id, self._person.id, words)

    def question_for_me(self, match_id: int) -> str | None:
        match = matches.get(self._post.db, match_id)
        stands = match.mentee_id == self._person.id and match.status is MatchStatus.OFFERED
        return match.question if stands else None

    def answer_question(self, match_id: int, words: str) -> bool:
        return matchmaking.answer_question(self._post, match_id, self._person.id, words)

    def proposed_mentor(self, match_id: int) -> Someone | None:
        match = matches.get(self._post.db, match_id)
        if match.mentee_id != self._person.id or match.status is not MatchStatus.ACCEPTED:
            return None
        return self._someone(match, match.mentor_id)

    def answer_mentor(self, match_id: int, accepts: bool) -> bool:
        return matchmaking.answer_mentor(self._post, match_id, self._person.id, accepts)

    def _someone(self, match: Match, person_id: int) -> Someone:
        mentor = mentors.get(self._post.db, person_id) if person_id == match.mentor_id else None
        return Someone(
            needs=people.get(self._post.db, person_id).profile.needs,
            reasons=tuple((key, tuple(shared)) for key, shared in match.reasons),
            introduction=mentor.introduction if mentor else None,
            asked=match.question is not None,
            answer=match.answer if person_id == match.mentee_id else None,
        )

    def partner_in(self, match_id: int) -> str | None:
        match = matches.get(self._post.db, match_id)
        if match.status is not MatchStatus.ACTIVE:
            return None
        return partners.partner_in(self._post, self._person, match).name

    def wish_to_meet(self, partner_id: int) -> bool:
        for match in partners.active_of(self._post, self._person):
            if match.other(self._person.id) == partner_id:
                return meeting.wish(self._post, match, self._person)
        return False

    def agree_to_meet(self, match_id: int) -> None:
        meeting.wish(self._post, matches.get(self._post.db, match_id), self._person)

    def decline_to_meet(self, match_id: int) -> None:
        meeting.decline(self._post, matches.get(self._post.db, match_id), self._person)

    def record_midpoint(self, match_id: int, going: str) -> None:
        is_word = going in set(Going)
        self._post.db.add(
            Feedback(
                match_id=match_id,
                person_id=self._person.id,
                midway=going if is_word else None,
                words=None if is_word else going,
                given_at=self._post.now,
            )
        )
        args = {"name": self._person.called, "match": str(match_id)}
        if going == Going.NOT:
            tell_team(self._post, "team-midpoint", args)
        elif not is_word:
            tell_team(self._post, "team-midpoint-words", {**args, "words": excerpt(going)})

    def record_feedback(
        self,
        match_id: int,
        helped: int,
        experience: StrEnum | None,
        words: str | None,
        following: StrEnum | None,
    ) -> None:
        self._post.db.add(
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
            endings.go_on(self._post, matches.get(self._post.db, match_id), following.value)

    def carry_on(self, match_id: int, agreed: bool) -> None:
        endings.carry_on(self._post, matches.get(self._post.db, match_id), agreed=agreed)

    def end_match(self, partner_id: int, change: bool, why: str) -> None:
        coded = EndedFor(why) if why in set(EndedFor) else EndedFor.NOT_SAID
        for match, partner in matches.pairs(self._post.db, self._person.id):
            if partner.id == partner_id:
                endings.end_early(self._post, self._person, match, change=change, why=coded)
                if coded != why:  # in their own words, which are sealed where feedback is
                    self._keep_reason(match.id, why)

    def _keep_reason(self, match_id: int, words: str) -> None:
        self._post.db.add(
            Feedback(
                match_id=match_id,
                person_id=self._person.id,
                words=words,
                given_at=self._post.now,
            )
        )
        args = {"name": self._person.called, "words": excerpt(words)}
        tell_team(self._post, "team-change-words", args)

    def talks_with_nobody(self) -> bool:
        return not matches.with_status(self._post.db, self._person.id, *MET)

    def ask_to_talk(self) -> Asked:
        return talk_now.ask(self._post, self._person)

    def is_talk_offered(self, match_id: int) -> bool:
        return talk_now.is_offered(self._post, match_id, self._person.id)

    def answer_talk(self, match_id: int, accepts: bool) -> bool:
        return talk_now.answer(self._post, match_id, self._person.id, accepts)

    def be_free(self, when: Free) -> tuple[datetime, datetime] | None:
        return talk_now.set_duty(self._post, self._person, when)
