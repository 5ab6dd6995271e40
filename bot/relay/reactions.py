"""Reactions: the sign that words arrived, and what one of a match felt about the other's words."""

from datetime import timedelta

from sqlmodel import Session

from bot.messages import ARRIVED, LETTER, Letter
from bot.post import Post
from bot.relay.partners import active_of, called_by
from flows.reading.plain import plain
from flows.relay.excerpts import excerpt
from storage import inbox, outbox, people
from storage.outbox import Outbox, Priority
from storage.people import Person

CARRIED = "🕊"  # one that a partner hardly uses: a heart from us would read as one from them
LATELY = timedelta(days=30)  # a phone quotes what can still be scrolled to
TELLING = 8  # characters that a cut quotation has at least: "Asha:" begins everything of hers
MANY = 200  # letters looked through for the one that is quoted


def show_carried(db: Session, letter: Outbox) -> None:
    """Words are on their way: their writer sees so under them, where their channel can show it."""
    original = _original(db, letter)
    if original is not None and letter.sender_id is not None:
        _react(db, letter, original, CARRIED)


def pass_on(post: Post, person: Person, on_message: str | None, emoji: str) -> None:
    """An emoji that a person put on a message: to whoever wrote it."""
    if on_message is None:
        return
    letter = outbox.had_by(post.db, person.id, on_message)
    if letter is not None:
        tell(post, person, letter, emoji)


def quoted_in(post: Post, person: Person, quoted: str) -> Outbox | None:
    """What was written to them that a phone quotes: whole, or from its beginning where it is cut
    short."""
    said = plain(quoted).rstrip("\u2026. ")
    begins = None
    for letter in outbox.written_to(post.db, person.id, post.now - LATELY, MANY):
        whole = plain(LETTER.validate_json(letter.body or "").text)
        for text in (whole, whole.partition(": ")[2]):  # with the name that stands before it
            if said and text.rstrip(". ") == said:
                return letter
            if begins is None and len(said) >= TELLING and text.startswith(said):
                begins = letter
    return begins


def tell(post: Post, person: Person, letter: Outbox, emoji: str) -> None:
    """As a reaction to their own message; in words where there are no reactions."""
    going_on = [match.id for match in active_of(post, person)]
    if letter.sender_id is None or letter.match_id not in going_on:
        return
    original = _original(post.db, letter)
    if original is not None:
        _react(post.db, letter, original, emoji)
    elif emoji:
        sender = people.get(post.db, letter.sender_id)
        body = LETTER.validate_json(letter.body or "").text
        name = called_by(post, sender, person)
        words = excerpt(body.removeprefix(f"{called_by(post, person, sender)}: "))
        told = {"partner": name, "emoji": emoji, "words": words}
        post.tell(sender, "relay-reacted", told, match_id=letter.match_id)


def _original(db: Session, letter: Outbox) -> str | None:
    """The provider's id of the message that the letter passes on, where it can be reacted to."""
    row = inbox.find(db, letter.inbox_id)
    if row is None or row.body is None or row.person_id != letter.sender_id:
        return None
    return ARRIVED.validate_json(row.body).message_id


def _react(db: Session, letter: Outbox, message_id: str, emoji: str) -> None:
    row = inbox.find(db, letter.inbox_id)
    address = None if row is None else people.address(db, row.address_id)
    if address is None or address.opted_out_at is not None or address.gone_at is not None:
        return
    reaction = LETTER.dump_json(Letter(emoji, reacts_to=message_id)).decode()
    at = letter.sent_at or letter.queued_at
    outbox.queue(db, address, [reaction], at, priority=Priority.REPLY)
