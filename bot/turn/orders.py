"""Duty: what coordinators do from their own phone: take concerns, read them, answer, close."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversations.conversations import Conversations
from bot.matches import matchmaking
from bot.matches.candidates import best_plan
from bot.messages import Kind
from bot.post import Post
from bot.safety import concerns
from bot.safety.team import team
from bot.turn.context import DONE, PASS, Step, Turn
from flows.matching.reasons import in_the_way, in_words
from flows.vocabulary import MatchStatus
from flows.words import Wording
from storage import concerns as stored
from storage import matches, people
from storage.concerns import Concern, ConcernStatus
from storage.matches import Match
from storage.people import Person

_ORDER = re.compile(
    r"\s*(ack|show|say|tell|close|approve|hold|refuse)\s*#?(\d{1,9})\b[\s:,.]*(.*)",
    re.IGNORECASE | re.DOTALL,
)


_MATCH_ORDERS: dict[str, Callable[[Post, Match], bool]] = {
    "approve": matchmaking.approve,
    "hold": matchmaking.hold,
    "refuse": matchmaking.refuse,
}


@dataclass(frozen=True)
class Order:
    """What a coordinator asks: the word, the number of what it is about, and what follows."""

    word: str
    number: int | None = None
    words: str = ""


def order(text: str) -> Order | None:
    """The order that a coordinator's message is, if it is one: "ACK 7", "say 7 are you home?"."""
    plain = text.strip().strip(".!/").casefold()
    if plain in ("on", "off", "concerns", "matches", "duty"):
        return Order(plain)
    found = _ORDER.fullmatch(text.strip())
    if found is None:
        return None
    return Order(found[1].casefold(), int(found[2]), found[3].strip())


class Duty:
    """A coordinator's orders, in one turn."""

    def __init__(self, post: Post, coordinator: Person, conversations: Conversations) -> None:
        self._post = post
        self._coordinator = coordinator
        self._say = conversations.say

    def obey(self, order: Order) -> None:
        if order.number is None:
            self._without_number(order.word)
        elif order.word in _MATCH_ORDERS:
            self._about_match(order.word, order.number)
        else:
            self._about_concern(order, order.number)

    def _about_concern(self, order: Order, number: int) -> None:
        concern = stored.find(self._post.db, number)
        if concern is None or concern.person_id == self._coordinator.id:
            self._say("duty-unknown")  # nobody looks into what is said of themselves
            return
        does: dict[str, Callable[[Concern, str], None]] = {
            "ack": self._ack,
            "show": self._show,
            "say": self._answer,
            "tell": self._tell,
            "close": self._close,
        }
        does[order.word](concern, order.words)

    def _without_number(self, word: str) -> None:
        if word == "concerns":
            self._list()
        elif word == "matches":
            self._list_matches()
        elif word == "duty":
            self._say("duty-help")
        else:
            self._coordinator.on_duty = word == "on"
            self._say(f"duty-{word}")
            if word == "on":
                self._list()  # what nobody has taken meanwhile
            elif not team(self._post):
                self._say("duty-nobody")

    def _list(self) -> None:
        standing = [
            each
            for each in stored.all_open(self._post.db)
            if each.person_id != self._coordinator.id
        ]
        if not standing:
            self._say("duty-none")
        wording = Wording(self._coordinator.language)
        for concern in standing[:10]:
            self._say(
                "duty-line", concern=str(concern.id), person=str(concern.person_id),
                kind=wording.text(f"alert-{concern.kind.value}"),
                taken="yes" if concern.status is ConcernStatus.ACKNOWLEDGED else "no",
            )  # fmt: skip

    def _about_match(self, word: str, number: int) -> None:
        match = matches.find(self._post.db, number)
        done = match is not None and _MATCH_ORDERS[word](self._post, match)
        self._say("duty-match-done" if done else "duty-match-late", match=str(number))

    def _list_matches(self) -> None:
        proposed = matches.all_with_status(self._post.db, MatchStatus.PROPOSED, MatchStatus.HELD)
        if not proposed:
            self._say("duty-match-none")
        wording = Wording(self._coordinator.language)
        for match in proposed[:10]:
            self._say(
                "duty-match-line", match=str(match.id),
                mentee=people.get(self._post.db, match.mentee_id).called,
                mentor=people.get(self._post.db, match.mentor_id).called,
                held="yes" if match.status is MatchStatus.HELD else "no",
                reasons=in_words(wording, match.reasons, matchmaking.TOLD),
            )  # fmt: skip
        # Those who wait and have nobody, with what keeps each mentor from them.
        waiting = {each.id: each for each in matchmaking.waiting(self._post)}
        for alone in best_plan(self._post, [*waiting.values()]).unmatched[:5] if waiting else ():
            person = waiting[alone.seeker]
            since = (person.seeks_since or self._post.now).astimezone(self._post.rules.zone)
            self._say(
                "duty-match-alone", mentee=person.called, since=since.date(),
                mentors=alone.mentors, why=in_the_way(wording, alone.broken) or "none",
            )  # fmt: skip

    def _ack(self, concern: Concern, _: str) -> None:
        taken = concerns.take(self._post, concern, self._coordinator)
        self._say("duty-ack" if taken else "duty-ack-late", concern=str(concern.id))

    def _show(self, concern: Concern, _: str) -> None:
        person = people.get(self._post.db, concern.person_id)
        by = "nobody"
        if concern.raised_by not in (None, person.id):
            by = people.get(self._post.db, concern.raised_by).called
        self._say(
            "duty-show", concern=str(concern.id), name=person.called, by=by,
            said=concern.said or "-", why=concern.why or "-",
        )  # fmt: skip

    def _answer(self, concern: Concern, words: str) -> None:
        """Write to whoever wrote to us. What is meant for one who raised a concern must never
        reach the one whom it is about by a slip."""
        self._write(concern, concern.raised_by or concern.person_id, words)

    def _tell(self, concern: Concern, words: str) -> None:
        """Write to the one whom it is about."""
        self._write(concern, concern.person_id, words)

    def _write(self, concern: Concern, person_id: int, words: str) -> None:
        """Whoever writes first has taken it, and reads what comes back."""
        if not words:
            self._say("duty-say-what", concern=str(concern.id))
            return
        concerns.take(self._post, concern, self._coordinator)
        person = people.get(self._post.db, person_id)
        told = concerns.say(self._post, person, words)
        self._say("duty-said" if told else "duty-not-said", name=person.called)

    def _close(self, concern: Concern, words: str) -> None:
        if not words:
            self._say("duty-close-how", concern=str(concern.id))
            return
        if concern.status is not ConcernStatus.CLOSED:
            concerns.close(self._post, concern, words)
        self._say("duty-closed", concern=str(concern.id))


def follow_order(turn: Turn) -> Step:
    """What a coordinator asks, typed or pressed."""
    if not turn.person.is_coordinator:
        return PASS
    if turn.arrived.kind is Kind.PRESS:
        asked = order((turn.arrived.pressed or "").removeprefix("="))
    else:
        asked = order(turn.words) if turn.is_words else None
    if asked is None:
        return PASS
    Duty(turn.post, turn.person, turn.conversations).obey(asked)
    return DONE
