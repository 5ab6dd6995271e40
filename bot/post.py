"""The post: words to a person, in their language and for their channel, queued in a turn."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.channels.manners import MANNERS
from bot.messages import LETTER, Button, Letter
from bot.rules import DEFAULT, Rules
from flows.words import Argument, Wording
from storage import concerns, matches, outbox, people
from storage.outbox import Priority
from storage.people import Address, Person

WAITS = timedelta(days=365)  # if it is not released before: see `concerns.close`


class Post:
    """Queues letters in one transaction. Nothing leaves before that is committed."""

    def __init__(
        self,
        db: Session,
        now: datetime,
        inbox_id: int | None = None,
        rules: Rules = DEFAULT,
    ) -> None:
        self.rules = rules
        self.db = db
        matches.forget_pairs(db)
        self.now = now
        self.inbox_id = inbox_id

    def tell(
        self,
        person: Person,
        message: str,
        args: Mapping[str, Argument] | None = None,
        *,
        urgent: bool = False,
        match_id: int | None = None,
        orders: Sequence[Button] = (),
        owed: bool = False,
        waits: bool = False,
        concern_id: int | None = None,
    ) -> bool:
        """Queue a text for a person at the address they used last. False: they have none.

        `orders` are buttons that no question is behind. What is `owed` to someone's safety goes to
        one who opted out, too, and has written again since. What `waits` is news of what others
        did: not for someone whom the team has to look after first.
        """
        address = people.address_of(self.db, person.id)
        if address is None and owed:
            address = people.address_owed(self.db, person.id)
        if address is None:
            return False
        text = Wording(person.language, address.channel).text(message, args)
        letters = self.compose(address, text, orders=orders)
        later = self.now + WAITS if waits and concerns.has_grave(self.db, person.id) else None
        self.queue(
            address, letters, urgent=urgent, match_id=match_id, not_before=later,
            concern_id=concern_id,
        )  # fmt: skip
        return True

    def compose(
        self,
        address: Address,
        text: str,
        buttons: Sequence[Button] = (),
        *,
        orders: Sequence[Button] = (),
        asks_position: bool = False,
    ) -> tuple[Letter, ...]:
        return MANNERS[address.channel].compose(
            text, buttons, orders=orders, asks_position=asks_position
        )

    def queue(
        self,
        address: Address,
        letters: Sequence[Letter],
        *,
        urgent: bool = False,
        not_before: datetime | None = None,
        match_id: int | None = None,
        sender_id: int | None = None,
        concern_id: int | None = None,
    ) -> None:
        """Queue letters to an address. What is `urgent`, for someone's safety, goes first; what
        answers a message goes before what a timer or a command begins."""
        begun = Priority.BULK if self.inbox_id is None else Priority.REPLY
        outbox.queue(
            self.db,
            address,
            [LETTER.dump_json(letter).decode() for letter in letters],
            self.now,
            priority=Priority.SAFETY if urgent else begun,
            not_before=not_before,
            inbox_id=self.inbox_id,
            match_id=match_id,
            sender_id=sender_id,
            concern_id=concern_id,
        )


class PartOfWorld:
    """What each room's part of a person's world goes by: the turn, the person, where they are."""

    def __init__(self, post: Post, person: Person, address: Address) -> None:
        self._post = post
        self._person = person
        self._address = address
