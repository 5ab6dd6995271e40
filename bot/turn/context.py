"""The turn's context: one message, whom it is from, and what is known of both while it is taken."""

from datetime import datetime, timedelta
from enum import Enum, auto
from functools import cached_property

from sqlmodel import Session

from bot.conversations.conversations import Conversations
from bot.conversations.world import PersonWorld
from bot.messages import ARRIVED, Arrived, Kind
from bot.post import Post
from bot.relay import partners, relay
from bot.relay.partners import Heading, Meant
from flows.book import BOOK, URGENT
from flows.commands.wishes import asks_to_carry_on
from flows.matches.calendar import PLANNED, SOON
from flows.relay.addressing import has_someone, is_letter, speaks_of
from flows.routing import GOES_ON, Open, Route, Standing, route
from flows.safety.triage import Triage
from flows.talk import Flow
from flows.vocabulary import Action, MatchStatus, PersonStatus
from storage import concerns, kept, timers
from storage.concerns import ConcernKind
from storage.conversations import Conversation, has_told
from storage.inbox import Waiting, recent
from storage.kept import Why
from storage.people import Address, Person

LAST_HOUR = timedelta(hours=1)
MANY = 30  # messages from one person within MINUTE: a flood
MINUTE = timedelta(minutes=1)


class Step(Enum):
    """What a step of the turn came to."""

    DONE = auto()  # the message has been dealt with
    PASS = auto()  # it is for a later step


DONE, PASS = Step.DONE, Step.PASS


class Turn:
    """What every step goes by. Nothing here decides what becomes of the message."""

    def __init__(self, row: Waiting, post: Post) -> None:
        self.post = post
        self.db: Session = post.db
        self.now: datetime = post.now
        self.person: Person = row.person
        self.address: Address = row.address
        self.arrived: Arrived = ARRIVED.validate_json(row.body)
        self.words = self.arrived.text
        self.may_be: Triage | None = None  # danger, perhaps: they are asked when all else is done
        self.advised = False  # to ask their care team: an answer, so that no menu follows
        self.is_advised_anew = False  # and not within the last day: their mentor hears of it too
        self.heading = Heading(self.arrived.on_message, self.arrived.to)
        self.world = PersonWorld(post, row.person, row.address)
        pressed_on = self.arrived.on_message if self.arrived.kind is Kind.PRESS else None
        self.conversations = Conversations(
            post, self.world, row.person, row.address, pressed_on=pressed_on
        )
        self.say = self.conversations.say
        self._row_id = row.id

    @property
    def is_words(self) -> bool:
        return self.arrived.kind in (Kind.TEXT, Kind.COMMAND)

    @property
    def has_joined(self) -> bool:
        return self.person.status is PersonStatus.JOINED

    @cached_property
    def lately(self) -> list[tuple[datetime, Arrived]]:
        """What they wrote in the last hour, and when, oldest first."""
        since = self.now - LAST_HOUR
        found = recent(self.db, self.person.id, self._row_id, since, MANY)
        return [(at, ARRIVED.validate_json(body)) for at, body in found]

    @property
    def texts(self) -> list[str]:
        """What they wrote in the last hour, oldest first."""
        return [arrived.text for _, arrived in self.lately]

    @property
    def floods(self) -> bool:
        return len(self.lately) == MANY and self.lately[0][0] > self.now - MINUTE

    def claim_slowing(self) -> bool:
        """Take it on to say that they are slowed. False: it was said within the hour."""
        at = self.person.slowed_at
        if at is not None and self.now - at <= LAST_HOUR:
            return False
        self.person.slowed_at = self.now
        return True

    @property
    def is_opted_out(self) -> bool:
        """Whether they opted out here, and are not answering what they have a right to ask."""
        return self.address.opted_out_at is not None and not self.is_at_their_rights

    @property
    def is_at_their_rights(self) -> bool:
        """Whether they are asked about what anyone may have of us, whoever they are: to see or to
        delete what is held."""
        asked_in = flow_of(self.conversations.open())
        return asked_in is not None and asked_in.is_right

    @property
    def is_with_team(self) -> bool:
        """Whether a coordinator wrote to them within the hour, or they to one since."""
        return self.person.is_with_team(self.now)

    @property
    def is_asked_if_safe(self) -> bool:
        """Whether the open question is one of those about danger: "Are you safe right now?"."""
        conversation = self.conversations.open()
        return conversation is not None and conversation.flow in URGENT

    @cached_property
    def meant(self) -> Meant | None:
        """For whom the words would be as a letter. None: there is nobody."""
        return partners.meant(self.post, self.person, self.words, self.heading)

    @property
    def partner(self) -> str | None:
        """The name of that one, where they can write to them now; "them" if it may be several."""
        to = self.meant
        if to is not None and to.match is not None and to.match.status is not MatchStatus.ACTIVE:
            return None
        return relay.name_of(self.post, self.person, to)

    def keep(self, why: Why, concern_id: int | None = None) -> None:
        """Keep the words from whoever they would have gone to, until their writer sends them.

        Where it is being asked for whom they are, a guess is no answer to that.
        """
        to, words, match = self.meant, self.words, None
        if to is not None and to.match is None:
            words = to.words or words  # without a name that was not clear
        elif to is not None and (to.is_certain or why is not Why.WHOM):
            match = to.match
        kept.keep(
            self.db, self.person.id, words, why, self.now,
            match_id=None if match is None else match.id, concern_id=concern_id,
        )  # fmt: skip

    def offer_to_send(self) -> None:
        """Keep what may have been for a partner after all, and say how it reaches them."""
        if self.partner is not None:
            self.keep(Why.OURS)
            self.say("leaving-or-relay", partner=self.partner)

    @property
    def is_to_partner(self) -> bool:
        """Whether it is certain before a word is read that they write to a partner, not to us."""
        return partners.shown_by(self.post, self.person, self.heading) is not None

    @cached_property
    def partners(self) -> tuple[str, ...]:
        """The names of those they can write to now."""
        names = partners.called(self.post, self.person)
        active = partners.active_of(self.post, self.person)
        return tuple(names[match.other(self.person.id)] for match in active)

    @cached_property
    def question(self) -> Open | None:
        """The open question, and how the words read as its answer."""
        conversation = self.conversations.open()
        return None if conversation is None else self.conversations.reads(conversation, self.words)

    @cached_property
    def route(self) -> Route:
        """Whom the words are for."""
        return route(self.words, self._standing())

    def _standing(self) -> Standing:
        conversation = self.conversations.open()
        asked_at = None if conversation is None else conversation.touched_at
        return Standing(
            partners=self.partners,
            question=self.question,
            shown=self.is_to_partner,
            named=is_letter(self.words, self.partners),
            partner_spoke=asked_at is not None
            and partners.spoke_since(self.post, self.person, asked_at),
            has_told=self._has_told(),
            ends_soon=self._ends_soon(),
            has_joined=self.has_joined,
            with_team=self.is_with_team or self._may_be_of_a_disclosure(),
        )

    def _may_be_of_a_disclosure(self) -> bool:
        """Whether it speaks of somebody, from one who has told the team of harm: "did u tell him??"
        may be to us, and to the partner it would say that something was told."""
        if not has_someone(self.words, self.partners):
            return False
        told = concerns.open_of(self.db, self.person.id)
        return any(each.kind is ConcernKind.SAFEGUARDING for each in told)

    def _ends_soon(self) -> bool:
        """Looked up only for words to which it makes a difference."""
        if not asks_to_carry_on(self.words, self.partners):
            return False
        ending = timers.due(self.db, self.person.id, Action.ENDING)
        return ending is not None and ending - self.now <= PLANNED - SOON

    def _has_told(self) -> bool:
        """Looked up only for words to which it makes a difference."""
        since = self.now - GOES_ON
        return speaks_of(self.words, self.partners) and has_told(self.db, self.person.id, since)


def flow_of(conversation: Conversation | None) -> Flow | None:
    """A conversation's flow, where the program still has it."""
    return None if conversation is None else BOOK.get(conversation.flow)
