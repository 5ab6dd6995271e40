"""The relay as flows know it: whom one person writes to, and what waits to be passed on."""

from bot.post import PartOfWorld
from bot.relay import kept, partners, relay
from flows.book import BEGINS
from flows.commands.wishes import ours
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
        match = next(
            (
                m
                for m in partners.active_of(self._post, self._person)
                if m.other(self._person.id) == partner_id
            ),
            None,
        )
        if match is None:
            self._post.tell(self._person, "held-nothing")
            return Sending(passed=False)
        sent, rest = kept.send_to(self._post, self._person, self._address, match.id)
        waiting = conversations.open_of(self._post.db, self._person.id)
        match rest:
            case relay.HeldBack(flow, match_id, words) if waiting is not None:
                waiting.about, waiting.held = match_id, words  # for the flow that says why
                return Sending(passed=False, then=flow)
            case relay.NotPassed(message, partner):
                self._post.tell(self._person, message, {"partner": partner})
        return Sending(passed=bool(sent))

    def words_for_us(self) -> str | None:
        words = kept.ours(self._post, self._person)
        waiting = conversations.open_of(self._post.db, self._person.id)
        if waiting is not None:
            waiting.held = words  # for the flow that it begins
        if words is None:
            return None
        found = ours(words, [each.name for each in self.partners()])
        begins = None if found.wish is None else BEGINS.get(found.wish)
        return None if begins is None else begins.value

    def words_kept(self) -> str | None:
        begun = conversations.open_of(self._post.db, self._person.id)
        return None if begun is None else begun.held

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
