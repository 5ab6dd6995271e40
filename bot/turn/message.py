"""Hearing: one message, whom it is from, and what is known of both while its turn is taken."""

from datetime import datetime, timedelta
from functools import cached_property

from sqlmodel import Session

from bot.conversations.conversations import Conversing
from bot.conversations.world import PersonWorld
from bot.messages import ARRIVED, Arrived, Kind
from bot.post import Post
from bot.relay import partners
from bot.relay.partners import Heading
from flows.book import BOOK
from flows.talk import Flow
from flows.vocabulary import PersonStatus
from storage.conversations import Conversation
from storage.inbox import Waiting, recent
from storage.people import Address, Person

LAST_HOUR = timedelta(hours=1)
MANY = 30  # messages from one person within MINUTE: a flood
MINUTE = timedelta(minutes=1)
SENTENCE = 3  # words
SAME = 6  # times the same words in a row: another program, answering ours


class Hearing:
    """What every step of a turn goes by. Nothing here decides what becomes of the message."""

    def __init__(self, row: Waiting, post: Post) -> None:
        self.post = post
        self.db: Session = post.db
        self.now: datetime = post.now
        self.person: Person = row.person
        self.address: Address = row.address
        self.arrived: Arrived = ARRIVED.validate_json(row.body)
        self.words = self.arrived.text
        self.advised = False  # to ask their care team: an answer, so that no menu follows
        self.waiting = ""  # what they wrote before, and have not said for whom
        self.heading = Heading(self.arrived.on_message, self.arrived.to)
        self.world = PersonWorld(post, row.person, row.address)
        pressed_on = self.arrived.on_message if self.arrived.kind is Kind.PRESS else None
        self.conversing = Conversing(
            post, self.world, row.person, row.address, pressed_on=pressed_on
        )
        self._row_id = row.id

    @cached_property
    def _lately(self) -> list[tuple[datetime, str]]:
        since = self.now - LAST_HOUR
        found = recent(self.db, self.person.id, self._row_id, since, MANY)
        return [(at, ARRIVED.validate_json(body).text) for at, body in found]

    @cached_property
    def texts(self) -> list[str]:
        """What they wrote in the last hour, oldest first."""
        return [text for _, text in self._lately]

    @property
    def floods(self) -> bool:
        return len(self._lately) == MANY and self._lately[0][0] > self.now - MINUTE

    @property
    def is_words(self) -> bool:
        return self.arrived.kind in (Kind.TEXT, Kind.COMMAND)

    @property
    def has_joined(self) -> bool:
        return self.person.status is PersonStatus.JOINED

    @property
    def is_opted_out(self) -> bool:
        """Whether they opted out here, and are not answering what they have a right to ask."""
        if self.address.opted_out_at is None:
            return False
        asked_in = flow_of(self.conversing.open())
        return asked_in is None or not asked_in.is_right

    @property
    def is_with_team(self) -> bool:
        """Whether a coordinator wrote to them within the hour, or they to one since."""
        until = self.person.with_team_until
        return until is not None and self.now < until

    @property
    def is_to_partner(self) -> bool:
        """Whether it is certain before a word is read that they write to a partner, not to us."""
        return partners.shown_by(self.post, self.person, self.address, self.heading) is not None

    def is_option(self, conversation: Conversation | None) -> bool:
        """Whether they typed an option's own label: our words, which say nothing of their state."""
        return conversation is not None and self.conversing.offers(conversation, self.words)

    def is_loop(self) -> bool:
        """Another program answers ours with the same words: it gets no more answers."""
        if len(self.texts) < SAME or set(self.texts[-SAME:]) != {self.words}:
            return False
        if len(self.words.split()) < SENTENCE and partners.active_of(self.post, self.person):
            return False  # "ok", to a mentor who has much to say
        if self.texts[-SAME - 1 : -SAME] != [self.words]:
            self.world.tell_team("team-loop")
        return True


def flow_of(conversation: Conversation | None) -> Flow | None:
    """A conversation's flow, where the program still has it."""
    return None if conversation is None else BOOK.get(conversation.flow)
