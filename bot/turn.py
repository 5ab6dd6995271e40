"""The turn: one message, one person, one transaction.

What is decided, in this order: what kind of thing arrived; whether they have opted out; the
words that always work (STOP, START, HELP, MENU, BACK …); the open question; the relay; and
then what they seem to want. Everything that follows is written in the turn's transaction.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from bot import relay
from bot.conversing import LATE, Conversing
from bot.messages import ARRIVED, Arrived, Kind
from bot.post import Compose, Post
from bot.world import PersonWorld
from flows.book import BOOK
from flows.commands import Command, command
from flows.intents import Intent, intent
from flows.questions import Said
from flows.vocabulary import Channel, PersonStatus
from storage import conversations, outbox, people
from storage.conversations import Conversation
from storage.inbox import Waiting

_WANTS = {
    Intent.MENTOR: "finding",
    Intent.SERVICES: "signposting",
    Intent.CHECKIN_CHANGE: "checkin_choosing",
    Intent.VOLUNTEER: "mentoring",
}


def take_turn(
    db: Session, row: Waiting, now: datetime, composers: Mapping[Channel, Compose]
) -> None:
    """Handle one message. Raises whatever goes wrong: the caller undoes the turn."""
    _Turn(db, row, now, composers).take()


class _Turn:
    def __init__(
        self, db: Session, row: Waiting, now: datetime, composers: Mapping[Channel, Compose]
    ) -> None:
        self.db = db
        self.now = now
        self.person = row.person
        self.address = row.address
        self.arrived: Arrived = ARRIVED.validate_json(row.body)
        self.post = Post(db, composers, now, row.id)
        self.world = PersonWorld(self.post, row.person)
        pressed_on = self.arrived.on_message if self.arrived.kind is Kind.PRESS else None
        self.conversing = Conversing(
            self.post, self.world, row.person, row.address, pressed_on=pressed_on
        )

    def take(self) -> None:
        if self.arrived.kind is Kind.BLOCKED:
            people.mark_opted_out(self.db, self.address.id, self.now)
            return
        self.address.used_at = self.now
        self.address.gone_at = None  # they wrote: they are there
        if self.arrived.kind is Kind.UNBLOCKED:
            return  # Telegram's own /start follows, and says what they want
        said = command(self.arrived.text) if self._is_words else None
        if self.address.opted_out_at is not None:
            self._opted_out(said)
        elif said is not None:
            self._obey(said)
        else:
            self._answer_or_pass_on()

    @property
    def _is_words(self) -> bool:
        return self.arrived.kind in (Kind.TEXT, Kind.COMMAND)

    def _opted_out(self, said: Command | None) -> None:
        """Nothing is sent to someone who opted out, but an answer to what they write now."""
        if said in (Command.START, Command.YES):
            self.address.opted_out_at = None
            self._come_back()
        elif said is not Command.STOP:
            self.conversing.say("opted-out")

    def _come_back(self) -> None:
        if self.person.status is PersonStatus.LEFT:
            joined = self.person.joined_at is not None
            self.person.status = PersonStatus.JOINED if joined else PersonStatus.NEW
        relay.resume(self.post, self.person)
        if self.person.status is PersonStatus.NEW:
            self.conversing.begin("joining")
        else:
            self.conversing.say("started")

    def _obey(self, said: Command) -> None:
        match said:
            case Command.STOP:
                self._stop()
            case Command.HELP:
                self.conversing.say("help")
            case Command.BACK:
                self.conversing.go_back()
            case Command.PERSON:
                self.world.want_person()
                self.conversing.say("person-wanted")
            case Command.SEND:
                self._send_held()
            case Command.YES:
                self._answer_or_pass_on()
            case Command.MENU | Command.START:
                self._greet()

    def _stop(self) -> None:
        """The confirmation is queued first: once the opt-out is recorded nothing else may be."""
        outbox.cancel(self.db, self.person.id)
        self.conversing.say("stopped")
        people.mark_opted_out(self.db, self.address.id, self.now)
        self.db.flush()
        self.db.refresh(self.address)
        if people.address_of(self.db, self.person.id) is None:
            conversations.end_all(self.db, self.person.id)
            relay.pause(self.post, self.person)
            if self.person.status in (PersonStatus.NEW, PersonStatus.JOINED):
                self.person.status = PersonStatus.LEFT

    def _send_held(self) -> None:
        conversation = self.conversing.open()
        held = conversation.held if conversation else None
        if conversation is None or held is None:
            self.conversing.say("held-nothing")
            return
        partner = relay.pass_on(self.post, self.person, self.address, held, None)
        if partner is None:
            self.conversing.say("held-nothing")
            return
        conversation.held = None
        self.conversing.say("held-sent", partner=partner)

    def _greet(self) -> None:
        """Hello to someone new; the menu to anyone who has joined."""
        match self.person.status:
            case PersonStatus.JOINED:
                self.conversing.begin("menu")
            case PersonStatus.UNDER_AGE:
                self.conversing.say("joining-under-age")
            case PersonStatus.NEW:
                joining = self.conversing.open()
                if joining is None:
                    self.conversing.begin("joining")
                else:
                    self.conversing.show(joining)
            case PersonStatus.LEFT | PersonStatus.BLOCKED | PersonStatus.ERASED:
                pass

    def _answer_or_pass_on(self) -> None:
        arrived = self.arrived
        conversation = self.conversing.open()
        match arrived.kind:
            case Kind.PRESS:
                self._pressed(conversation)
            case Kind.LOCATION:
                if conversation is None or not self._answered(conversation):
                    self.conversing.say("position-thanks")
            case Kind.CONTACT:
                self.conversing.say("contact-not-passed")
            case Kind.EDITED:
                self.conversing.say("edited-noted")
            case Kind.MEDIA:
                self.conversing.say("only-words")
            case Kind.TEXT | Kind.COMMAND:
                self._words(conversation)
            case Kind.GROUP | Kind.UNKNOWN | Kind.BLOCKED | Kind.UNBLOCKED:
                pass

    def _pressed(self, conversation: Conversation | None) -> None:
        """A press answers the question that its button was under, and no other."""
        number, _, rest = (self.arrived.pressed or "").partition(".")
        serial, _, value = rest.partition(".")
        if (
            conversation is not None
            and (number, serial) == (str(conversation.id), str(conversation.serial))
            and self.conversing.answer(conversation, Said(pressed=value)) is None
        ):
            return
        self.conversing.say("press-outdated", asking="yes" if conversation else "no")
        if conversation is not None:
            self.conversing.show(conversation)

    def _answered(self, conversation: Conversation) -> bool:
        said = Said(self.arrived.text, position=self.arrived.position)
        return self.conversing.answer(conversation, said) is None

    def _words(self, conversation: Conversation | None) -> None:
        words = self.arrived.text
        if conversation is not None and self.now - conversation.touched_at > LATE:
            self.conversing.resume(conversation, "resumed")
            return
        if conversation is not None:
            unclear = self.conversing.answer(conversation, Said(words))
            if unclear is None:
                return
            if BOOK[conversation.flow].insists:
                self.conversing.ask_again(conversation, unclear, words)
                partner = relay.partner_of(self.post, self.person)
                if partner is not None:
                    self.conversing.say("unclear-relay", partner=partner)
                return
            self.conversing.end(conversation)
        if relay.pass_on(self.post, self.person, self.address, words, self.arrived.on_message):
            return
        self._wants(words)

    def _wants(self, words: str) -> None:
        if self.person.status is not PersonStatus.JOINED:
            self._greet()
            return
        wish = intent(words)
        if wish is Intent.HELP:
            self.conversing.say("help")
        elif wish in (Intent.TALK_NOW, Intent.COMPLAINT):
            self.world.want_person()
            self.conversing.say("person-wanted")
        else:
            self.conversing.begin(_WANTS.get(wish, "menu"))
