"""The relay as flows know it: whom one person writes to, and what waits to be passed on."""

from bot.post import PartOfWorld
from bot.relay import kept, partners, relay
from bot.safety.concerns import take_what_is_said
from flows.commands.beginnings import BY_WISH
from flows.commands.wishes import Wish, ours
from flows.talk import WAITING
from flows.vocabulary import MatchStatus
from flows.world import Partner, Sending
from storage import conversations, matches
from storage.conversations import waiting_of


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

    def words_asked_about(self) -> str:
        asked = conversations.open_of(self._post.db, self._person.id)
        since = self._post.now if asked is None else asked.began_at
        return kept.quoted(kept.asked_about(self._post, self._person, since))

    def pass_on_to(self, partner_ids: list[int]) -> Sending:
        known = partners.met_lately(self._post, self._person)
        to = [each.id for each in known if each.other(self._person.id) in partner_ids]
        asked = conversations.open_of(self._post.db, self._person.id)
        if not to or asked is None:
            self._post.tell(self._person, "held-nothing")
            return Sending(passed=False)
        sent, stopped = kept.send_to(self._post, self._person, to, asked.began_at)
        for each in stopped:
            if isinstance(each, relay.NotPassed):
                self._post.tell(self._person, each.message, {"partner": each.partner})
        held = kept.held_in(stopped)
        if held is not None:
            asked.about, asked.held = held.match_id, held.words  # for the flow that says why
            return Sending(passed=bool(sent), then=held.flow, to=tuple(sent))
        if not sent and not stopped:
            self._post.tell(self._person, "held-nothing")
        before = kept.unanswered(self._post, self._person)
        more = kept.quoted(before) if before and not stopped else None
        return Sending(passed=bool(sent), more=more, to=tuple(sent))

    def take_for_us(self) -> str | None:
        asked = conversations.open_of(self._post.db, self._person.id)
        words = None if asked is None else kept.take_back(self._post, self._person, asked.began_at)
        if asked is None or words is None:
            return None
        if self._person.is_with_team(self._post.now):
            take_what_is_said(self._post, self._person, words)
            return WAITING
        asked.held = words  # for the flow that it begins, or the question that waits
        found = ours(words, [each.name for each in self.partners()])
        if found.wish in (Wish.TEAM, Wish.LINE):
            return found.wish.value
        if found.wish is not None:
            return BY_WISH[found.wish].value
        return WAITING if self._is_something_asked() else None

    def _is_something_asked(self) -> bool:
        """Whether a question waited while it was asked for whom the words are."""
        waiting = waiting_of(self._post.db, self._person.id, self._post.now)
        return next(waiting, None) is not None

    def words_kept(self) -> str | None:
        begun = conversations.open_of(self._post.db, self._person.id)
        return None if begun is None else begun.held

    def talk_to(self, partner_id: int) -> None:
        partners.switch(self._post, self._person, partner_id)

    def set_nights(self, wants: bool) -> None:
        self._person.talks_at_night = wants

    def has_rest(self) -> bool:
        return self._rest() is not None

    def send_rest(self) -> bool:
        held = conversations.open_of(self._post.db, self._person.id)
        rest = self._rest()
        if rest is None or held is None or not relay.send_rest(self._post, self._person, rest):
            return False
        kept.send_rest_to_others(self._post, self._person, held.held or "", rest)
        return True

    def _rest(self) -> str | None:
        held = conversations.open_of(self._post.db, self._person.id)
        words = held.held if held is not None else None
        return relay.rest_of(self._post, self._person, words) if words else None
