"""The relay as flows know it: whom one person writes to, and what waits to be passed on."""

from bot.post import PartOfWorld
from bot.relay import partners, relay
from flows.vocabulary import (
    MatchStatus,
)
from flows.world import Partner, Sending
from storage import conversations, matches


class RelayWorld(PartOfWorld):
    """Part of `flows.world.World`."""

    def partners(self) -> tuple[Partner, ...]:
        active = partners.active_of(self._post, self._person)
        return tuple(partners.partner_in(self._post, self._person, match) for match in active)

    def known_partners(self) -> tuple[Partner, ...]:
        known = partners.met_lately(self._post, self._person)
        return tuple(partners.partner_in(self._post, self._person, each) for each in known)

    def matched_with(self) -> tuple[Partner, ...]:
        standing = matches.with_status(
            self._post.db, self._person.id, MatchStatus.ACTIVE, MatchStatus.PAUSED
        )
        return tuple(partners.partner_in(self._post, self._person, match) for match in standing)

    def pass_on_to(self, partner_id: int) -> Sending:
        return relay.pass_on_to(self._post, self._person, self._address, partner_id)

    def talk_to(self, partner_id: int) -> None:
        partners.switch(self._post, self._person, partner_id)

    def set_nights(self, wants: bool) -> None:
        self._person.talks_at_night = wants

    def has_rest(self) -> bool:
        return self._rest() is not None

    def send_rest(self) -> None:
        rest = self._rest()
        if rest is not None:
            relay.send_rest(self._post, self._person, self._address, rest)

    def _rest(self) -> str | None:
        held = conversations.open_of(self._post.db, self._person.id)
        words = held.held if held is not None else None
        return relay.rest_of(self._post, self._person, words) if words else None
