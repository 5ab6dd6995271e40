"""Orders: what coordinators do from their own phone: take concerns, read them, answer, close."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from bot.matches import matchmaking
from bot.matches.candidates import best_plan
from bot.messages import Button, Kind
from bot.post import Post
from bot.relay import partners, relay
from bot.safety import concerns
from bot.safety.alerts import buttons_for
from bot.safety.team import team
from bot.turn import age
from bot.turn.context import DONE, PASS, Step, Turn
from bot.turn.false_alarms import pass_on_kept
from flows.commands.commands import Command, command
from flows.commands.orders import (
    FALSE_ALARM,
    InHand,
    Lacks,
    NearMiss,
    Order,
    OrderWord,
    is_false_alarm,
    order,
    pressed,
)
from flows.matching.reasons import in_the_way, in_words
from flows.routing import Fit
from flows.vocabulary import FlowName, MatchStatus, PersonStatus
from flows.words import Argument, Wording
from storage import concerns as stored
from storage import matches, outbox, people
from storage.concerns import Concern, ConcernKind, ConcernStatus
from storage.matches import Match

LATELY = timedelta(hours=1)  # after closing, in which one may still write to them
REPLY_WITHIN = timedelta(minutes=10)  # of pressing Reply

_MATCH_ORDERS: dict[OrderWord, Callable[[Post, Match], bool]] = {
    OrderWord.APPROVE: matchmaking.approve,
    OrderWord.HOLD: matchmaking.hold,
    OrderWord.REFUSE: matchmaking.refuse,
}


def read(turn: Turn) -> Order | NearMiss | None:
    """What a coordinator's message is, if it is an order or nearly one."""
    if not turn.is_words or not turn.person.is_coordinator:
        return None
    if command(turn.words) is Command.START and turn.address.opted_out_at is None:
        return Order(OrderWord.HELP)
    found = order(turn.words, _in_hand(turn))
    is_letter = not isinstance(found, Order) or found.word in (OrderWord.SAY, OrderWord.TELL)
    return None if is_letter and turn.is_to_partner else found


def guide_coordinator(turn: Turn) -> Step:
    """Say what was probably meant by what was nearly an order, unless it answers a question.

    What may have been for a partner is kept, to be sent after all.
    """
    near = read(turn)
    answers = turn.question is not None and turn.question.fit in (Fit.PLAINLY, Fit.LOOSELY)
    if not isinstance(near, NearMiss) or answers:
        return PASS
    Duty(turn).guide(near)
    turn.offer_to_send()
    return DONE


def follow_order(turn: Turn) -> Step:
    """What a coordinator asks, typed or pressed."""
    if turn.arrived.kind is Kind.PRESS:
        is_theirs = turn.person.is_coordinator
        asked: Order | NearMiss | None = pressed(turn.arrived.pressed or "") if is_theirs else None
    else:
        asked = read(turn)
    if not isinstance(asked, Order):
        return PASS
    Duty(turn).obey(asked)
    return DONE


def _in_hand(turn: Turn) -> InHand:
    me = turn.person.id
    standing = [each for each in stored.all_open(turn.db) if each.person_id != me]
    untaken = [each for each in standing if each.status is ConcernStatus.OPEN]
    taken = stored.taken_by(turn.db, me, turn.now - LATELY)
    return InHand(
        open=frozenset(each.id for each in standing),
        untaken=frozenset(each.id for each in untaken),
        theirs=frozenset(each.id for each in taken if each.person_id != me),
        answering=_answering(turn),
        has_partners=bool(partners.active_of(turn.post, turn.person)),
    )


def _answering(turn: Turn) -> int | None:
    """The concern whose letter this message replies to, by its thread or by a button before it."""
    if turn.arrived.on_message is not None:
        letter = outbox.had_by(turn.db, turn.person.id, turn.arrived.on_message)
        concern = stored.find(turn.db, letter.concern_id if letter is not None else None)
    else:
        until = turn.person.answering_until
        is_late = until is None or turn.now >= until
        concern = None if is_late else stored.find(turn.db, turn.person.answering)
    if concern is None or turn.person.id in (concern.person_id, concern.raised_by):
        return None  # as anyone's words are to the team
    return concern.id


class Duty:
    """A coordinator's orders, in one turn."""

    def __init__(self, turn: Turn) -> None:
        self._post = turn.post
        self._coordinator = turn.person
        self._address = turn.address
        self._conversations = turn.conversations

    def obey(self, order: Order) -> None:
        if order.number is None:
            self._without_number(order.word)
        elif order.word in _MATCH_ORDERS:
            self._about_match(order.word, order.number)
        elif order.word is OrderWord.ADULT:
            self._adult(order.number, order.words)
        else:
            self._about_concern(order, order.number)

    def guide(self, near: NearMiss) -> None:
        """Name what she probably meant; nothing is done."""
        example = 3 if near.word in _MATCH_ORDERS else 7
        number = example if near.number is None else near.number
        args: dict[str, Argument] = {"concern": str(number)}
        message = f"duty-near-{near.lacks.value}"
        if near.lacks is Lacks.WORDS:
            args["meant"] = near.word.value
        elif near.lacks is Lacks.WORD and near.word is OrderWord.HELP:
            message = "duty-help"
            args["own"] = self._has_own_menu()
        else:
            args["meant"] = self._example(near, number)
        if near.lacks is Lacks.NUMBER and near.word in _MATCH_ORDERS:
            message = "duty-near-match"
        self._say(message, args)

    def _example(self, near: NearMiss, number: int) -> str:
        word, wording = near.word, Wording(self._coordinator.language)
        if word in (OrderWord.ON, OrderWord.OFF, OrderWord.CONCERNS, OrderWord.MATCHES):
            return word.value.upper()
        longer = {
            OrderWord.CLOSE: "duty-closing",
            OrderWord.SAY: "duty-saying",
            OrderWord.TELL: "duty-telling",
        }
        if word in longer and near.lacks is not Lacks.SENSE:
            return wording.text(longer[word], {"concern": str(number)})
        return f"{word.value.upper()} {number}"

    def _say(
        self,
        message: str,
        args: Mapping[str, Argument] | None = None,
        *,
        about: Concern | None = None,
        buttons: Sequence[Button] = (),
    ) -> None:
        """Answer where they wrote from. A reply to what is said `about` a concern is about it."""
        text = self._conversations.wording.text(message, args)
        letters = self._post.compose(self._address, text, orders=buttons)
        concern_id = about.id if about is not None else None
        self._post.queue(self._address, letters, concern_id=concern_id)

    def _about(self, message: str, concern: Concern, **args: Argument) -> None:
        self._say(message, {"concern": str(concern.id), **args}, about=concern)

    def _about_concern(self, order: Order, number: int) -> None:
        concern = stored.take_hold(self._post.db, number)
        if concern is None or concern.person_id == self._coordinator.id:
            self._say("duty-unknown")  # nobody looks into what is said of themselves
            return
        does: dict[OrderWord, Callable[[Concern, str], None]] = {
            OrderWord.ACK: self._ack,
            OrderWord.SHOW: self._show,
            OrderWord.SAY: self._answer,
            OrderWord.TELL: self._tell,
            OrderWord.CLOSE: self._close,
            OrderWord.REPLY: self._reply,
        }
        does[order.word](concern, order.words)

    def _without_number(self, word: OrderWord) -> None:
        match word:
            case OrderWord.CONCERNS:
                self._list()
            case OrderWord.MATCHES:
                self._list_matches()
            case OrderWord.ON | OrderWord.OFF:
                self._set_duty(word)
            case OrderWord.OWN_MENU:
                self._own_menu()
            case _:
                self.help()

    def help(self) -> None:
        """All that they can send; and the way to the menu that they have like anyone."""
        own = self._has_own_menu()
        button = Button(self._conversations.wording.text("duty-own-menu"), "=menu me")
        self._say("duty-help", {"own": own}, buttons=[button] if own == "yes" else ())

    def _has_own_menu(self) -> str:
        is_person = self._coordinator.status in (PersonStatus.JOINED, PersonStatus.NEW)
        return "yes" if is_person else "no"

    def _own_menu(self) -> None:
        is_new = self._coordinator.status is PersonStatus.NEW
        self._conversations.begin(FlowName.JOINING if is_new else FlowName.MENU)

    def _set_duty(self, word: OrderWord) -> None:
        self._coordinator.on_duty = word is OrderWord.ON
        self._say(f"duty-{word.value}")
        if word is OrderWord.ON:
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
            self._about(
                "duty-line", concern, person=str(concern.person_id),
                kind=wording.text(f"alert-{concern.kind.value}"),
                taken="yes" if concern.status is ConcernStatus.ACKNOWLEDGED else "no",
            )  # fmt: skip

    def _about_match(self, word: OrderWord, number: int) -> None:
        match = matches.find(self._post.db, number)
        done = match is not None and _MATCH_ORDERS[word](self._post, match)
        self._say("duty-match-done" if done else "duty-match-late", {"match": str(number)})

    def _list_matches(self) -> None:
        proposed = matches.all_with_status(self._post.db, MatchStatus.PROPOSED, MatchStatus.HELD)
        if not proposed:
            self._say("duty-match-none")
        wording = Wording(self._coordinator.language)
        for match in proposed[:10]:
            args: dict[str, Argument] = {
                "match": str(match.id),
                "mentee": people.get(self._post.db, match.mentee_id).called,
                "mentor": people.get(self._post.db, match.mentor_id).called,
                "held": "yes" if match.status is MatchStatus.HELD else "no",
                "reasons": in_words(wording, match.reasons, matchmaking.TOLD),
            }
            self._say("duty-match-line", args)
        # Those who wait and have nobody, with what keeps each mentor from them.
        waiting = {each.id: each for each in matchmaking.waiting(self._post)}
        for alone in best_plan(self._post, [*waiting.values()]).unmatched[:5] if waiting else ():
            person = waiting[alone.seeker]
            since = (person.seeks_since or self._post.now).astimezone(self._post.rules.zone)
            args = {
                "mentee": person.called,
                "since": since.date(),
                "mentors": alone.mentors,
                "why": in_the_way(wording, alone.broken) or "none",
            }
            self._say("duty-match-alone", args)

    def _ack(self, concern: Concern, _: str) -> None:
        taken = concerns.take(self._post, concern, self._coordinator)
        self._about("duty-ack" if taken else "duty-ack-late", concern)

    def _show(self, concern: Concern, _: str) -> None:
        person = people.get(self._post.db, concern.person_id)
        by = "nobody"
        if concern.raised_by not in (None, person.id):
            by = people.get(self._post.db, concern.raised_by).called
        args = {
            "concern": str(concern.id),
            "name": person.called,
            "by": by,
            "said": concern.said or "-",
            "why": concern.why or "-",
        }
        is_open = concern.status is ConcernStatus.OPEN
        orders = ("reply", "ack") if is_open else ("reply",)
        buttons = buttons_for(self._coordinator, concern, *orders)
        self._say("duty-show", args, about=concern, buttons=buttons)

    def _reply(self, concern: Concern, _: str) -> None:
        """What they write next answers whoever wrote to us."""
        self._coordinator.answering = concern.id
        self._coordinator.answering_until = self._post.now + REPLY_WITHIN
        name = people.get(self._post.db, _writer(concern)).called
        self._about("duty-reply-next", concern, name=name)

    def _answer(self, concern: Concern, words: str) -> None:
        """Write to whoever wrote to us. What is meant for one who raised a concern must never
        reach the one whom it is about by a slip."""
        self._write(concern, _writer(concern), words)

    def _tell(self, concern: Concern, words: str) -> None:
        """Write to the one whom it is about."""
        self._write(concern, concern.person_id, words)

    def _write(self, concern: Concern, person_id: int, words: str) -> None:
        """Whoever writes first has taken it, and reads what comes back."""
        self._coordinator.answering = self._coordinator.answering_until = None
        concerns.take(self._post, concern, self._coordinator)
        person = people.get(self._post.db, person_id)
        is_out = people.address_of(self._post.db, person_id) is None
        told = concerns.say(self._post, person, words, concern)
        message = "duty-not-said" if not told else "duty-said-owed" if is_out else "duty-said"
        self._about(message, concern, name=person.called)

    def _close(self, concern: Concern, words: str) -> None:
        is_false = is_false_alarm(words)
        person = people.get(self._post.db, concern.person_id)
        was_in_talk = person.is_with_team(self._post.now)
        if concern.status is not ConcernStatus.CLOSED:
            concerns.close(self._post, concern, words)
        elif is_false and not concern.is_false:
            concerns.call_false(self._post, concern, words)
        self._about("duty-cleared" if is_false else "duty-closed", concern)
        partner = relay.partner_of(self._post, person)
        if was_in_talk and person.with_team_until is None and partner is not None:
            self._post.tell(person, "team-talk-over", {"partner": partner})
        if is_false:
            passed = pass_on_kept(self._post, person, concern)
            if passed is not None:
                message = "duty-cleared-offered" if passed.is_offered else "duty-cleared-passed"
                self._about(message, concern, partner=passed.partner)

    def _adult(self, number: int, because: str) -> None:
        """The number is a concern's; or else, for whoever has only that, the person's."""
        concern = stored.find(self._post.db, number)
        person = people.find(self._post.db, number if concern is None else concern.person_id)
        if concern is not None and (person is None or person.status is not PersonStatus.UNDER_AGE):
            person = people.find(self._post.db, number)
        is_own = person is not None and person.id == self._coordinator.id
        if person is None or is_own or not age.undo_child(self._post, person):
            self._say("duty-not-adult")
            return
        for each in stored.open_of(self._post.db, person.id):
            if each.kind is ConcernKind.UNDER_AGE:
                concerns.close(self._post, each, f"{FALSE_ALARM}: is an adult. {because}".strip())
        self._say("duty-adult", {"name": person.called})


def _writer(concern: Concern) -> int:
    """Who wrote to us in it: whoever raised it, or the one whom it is about."""
    return concern.raised_by or concern.person_id
