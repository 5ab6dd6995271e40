"""Safety as flows know it: the team, and what is raised with it."""

from bot.matches import breaks
from bot.post import PartOfWorld
from bot.safety import concerns
from bot.safety.team import team, tell_team
from flows.vocabulary import (
    About,
)
from storage import people
from storage.concerns import ConcernKind

_RAISED_AS = {
    About.SAFETY: ConcernKind.SAFEGUARDING,
    About.CONDUCT: ConcernKind.CONDUCT,
    About.OTHER: ConcernKind.PERSON_WANTED,
}


class SafetyWorld(PartOfWorld):
    """Part of `flows.world.World`."""

    def want_person(self) -> None:
        concerns.raise_concern(self._post, self._person, ConcernKind.PERSON_WANTED)

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
