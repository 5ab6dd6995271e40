"""A person as flows know them: who they are, what they agreed to, and leaving."""

from datetime import date

from bot.matches.endings import part
from bot.messages import ARRIVED
from bot.people import erasure
from bot.people.opt_out import leave
from bot.post import PartOfWorld
from bot.safety import concerns
from bot.safety.team import tell_team
from flows.book import URGENT
from flows.matches.events import Event
from flows.profile import Profile
from flows.reading.wrong_person import WrongPerson
from flows.vocabulary import (
    ConsentKind,
    FlowName,
    Language,
    PersonStatus,
)
from storage import consents, conversations, inbox, people
from storage.concerns import ConcernKind


class PeopleWorld(PartOfWorld):
    """Part of `flows.world.World`."""

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
        consents.give(self._post.db, self._person.id, kind, version, self._post.now)

    def withdraw(self, kind: ConsentKind) -> None:
        erasure.withdraw(self._post, self._person, kind)

    def agreed(self) -> tuple[ConsentKind, ...]:
        standing = consents.standing(self._post.db, self._person.id)
        return tuple(kind for kind in ConsentKind if kind in standing)

    def was_invited(self) -> bool:
        return conversations.was_ever_in(self._post.db, self._person.id, FlowName.INVITING)

    def send_data_link(self) -> bool:
        return erasure.send_link(self._post, self._person, self._address)

    def kept_if_erased(self) -> date | None:
        return erasure.kept_until(self._post, self._person)

    def erase(self) -> None:
        erasure.erase(self._post, self._person)

    def turn_away_child(self, words: str = "") -> None:
        person = self._person
        if person.status is not PersonStatus.UNDER_AGE:
            person.status_before, person.turned_away_at = person.status, self._post.now
        person.status = PersonStatus.UNDER_AGE
        conversations.end_all(self._post.db, person.id, but=URGENT)
        part(self._post, person, Event.UNDER_AGE)
        said = words or self._wrote()
        why = "" if said else "pressed No where we asked if they are 18"
        concerns.raise_concern(self._post, person, ConcernKind.UNDER_AGE, said, why)

    def _wrote(self) -> str:
        """The words of the message whose turn this is."""
        row = inbox.find(self._post.db, self._post.inbox_id)
        return ARRIVED.validate_json(row.body).text if row is not None and row.body else ""

    def end_contact(self, ending: WrongPerson) -> None:
        """At every address where one has died; at this one, where it is somebody else's."""
        if ending is WrongPerson.DECEASED:
            for other in people.addresses_of(self._post.db, self._person.id):
                if other.id != self._address.id:
                    people.mark_opted_out(self._post.db, other.id, self._post.now)
        leave(self._post, self._person, self._address, message=f"ending-{ending.value}")
        args = {"person": str(self._person.id)}
        tell_team(self._post, f"team-{ending.value}", args, urgent=True)

    def leave(self) -> None:
        leave(self._post, self._person, self._address)
