"""A person as flows know them: who they are, what they agreed to, and leaving."""

from datetime import date

from bot.matches.departures import part_from
from bot.messages import ARRIVED
from bot.people import erasure
from bot.people.opt_out import leave
from bot.post import PartOfWorld
from bot.relay import relay
from bot.safety import concerns
from flows.book import URGENT
from flows.profile import Profile
from flows.vocabulary import (
    ConsentKind,
    FlowName,
    Language,
    PersonStatus,
)
from storage import consents, conversations, inbox, matches
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
        for match in matches.with_status(self._post.db, person.id, *matches.NOT_MET):
            part_from(self._post, person, match, message="match-over", ending="under 18")
        relay.pause(self._post, person, ending="under 18")
        said = words or self._wrote()
        why = "" if said else "pressed No where we asked if they are 18"
        concerns.raise_concern(self._post, person, ConcernKind.UNDER_AGE, said, why)

    def _wrote(self) -> str:
        """The words of the message whose turn this is."""
        row = inbox.find(self._post.db, self._post.inbox_id)
        return ARRIVED.validate_json(row.body).text if row is not None and row.body else ""

    def leave(self) -> None:
        leave(self._post, self._person, self._address)
