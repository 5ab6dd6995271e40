"""Safety as flows know it: the team, and what is raised with it."""

from datetime import timedelta

from bot.matches import breaks
from bot.post import PartOfWorld
from bot.safety import concerns
from bot.safety.team import named_in, team, tell_team
from flows.vocabulary import About
from storage import people
from storage.concerns import ConcernKind

_RAISED_AS = {
    About.SAFETY: ConcernKind.SAFEGUARDING,
    About.CONDUCT: ConcernKind.CONDUCT,
    About.OTHER: ConcernKind.PERSON_WANTED,
}


SAYS_WHY = timedelta(minutes=10)  # after asking for a person: what they write is for that person


class SafetyWorld(PartOfWorld):
    """Part of `flows.world.World`."""

    def want_person(self) -> None:
        concerns.raise_concern(self._post, self._person, ConcernKind.PERSON_WANTED)
        until = self._post.now + SAYS_WHY
        if self._person.with_team_until is None or self._person.with_team_until < until:
            self._person.with_team_until = until

    def tell_team(self, message: str) -> None:
        tell_team(self._post, message, {"person": str(self._person.id)})

    def team_on_duty(self) -> bool:
        return bool(team(self._post, but=self._person.id))

    def not_safe(self) -> None:
        concerns.not_safe(self._post, self._person)

    def raise_concern(self, partner_id: int | None, what: About, words: str) -> None:
        """The first of them to be told of a partner's conduct is the team, never the partner."""
        about = self._person if partner_id is None else people.get(self._post.db, partner_id)
        why = "" if partner_id is None else f"raised by person {self._person.id}"
        concerns.raise_concern(
            self._post, about, _RAISED_AS[what], words, why, raised_by=self._person.id
        )
        if what is About.CONDUCT and partner_id is not None:
            breaks.rest(self._post, self._person.id, partner_id)

    def raise_about_team(self, words: str) -> bool:
        """It is about whoever is named, from whom a concern about themselves is kept."""
        me = self._person.id
        named = named_in(self._post, words, but=me)
        about = self._person if named is None else named
        if not [each for each in team(self._post, but=about.id, on_duty=False) if each.id != me]:
            return False
        why = "about the team" if named is None else f"about the team, from person {me}"
        concerns.raise_concern(self._post, about, ConcernKind.CONDUCT, words, why, raised_by=me)
        return True
