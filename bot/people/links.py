"""Links: one person's phone and Telegram, and the number they have instead of a lost one."""

from datetime import timedelta
from typing import NamedTuple

from bot.messages import ARRIVED
from bot.post import Post
from bot.safety.concerns import raise_concern
from flows.commands.commands import RequestWord, request
from flows.vocabulary import PersonStatus
from flows.words import Wording
from storage import data_links, inbox, link_codes, people
from storage.concerns import ConcernKind
from storage.people import Address, Person
from storage.rights import merging

LASTS = timedelta(minutes=15)
TRIES = 5  # codes in an hour: a million of them can't be guessed at that pace
HOUR = timedelta(hours=1)
LATELY = 50  # messages looked through for earlier tries

_MAY = (PersonStatus.NEW, PersonStatus.JOINED)


class Reply(NamedTuple):
    """What to say to whoever asks to link, and the code where they get one."""

    message: str
    code: str = ""


def link(post: Post, person: Person, address: Address, code: str) -> Reply | None:
    """Give a code; or with one, make whoever has it and whoever sends it the same person.

    None: from someone who is neither new nor joined these are words like any other.
    """
    if person.status not in _MAY:
        return None
    if not code:
        code = link_codes.make(post.db, person.id, post.now, post.now + LASTS)
        return Reply("link-code", code)
    if _tries(post, person) >= TRIES:
        return Reply("link-tries")
    return Reply(_use(code, post, person))


def _tries(post: Post, person: Person) -> int:
    """Codes that they sent within the hour, before this one."""
    before = post.inbox_id or 0
    lately = inbox.recent(post.db, person.id, before, post.now - HOUR, LATELY)
    asked = [request(ARRIVED.validate_json(body).text) for _, body in lately]
    return sum(
        each is not None and each.word is RequestWord.LINK and bool(each.words) for each in asked
    )


def _use(code: str, post: Post, person: Person) -> str:
    owner_id = link_codes.spend(post.db, code, post.now)
    owner = None if owner_id is None else people.get(post.db, owner_id)
    if owner is None or owner.status not in _MAY:
        return "link-wrong"
    if owner.id == person.id:
        return "link-same"
    if PersonStatus.NEW not in (owner.status, person.status):
        # Two histories, each with its own consents and perhaps its own match: people look first.
        why = f"asks to be one with person {owner.id}"
        raise_concern(post, person, ConcernKind.PERSON_WANTED, why=why)
        return "link-both-joined"
    newcomer, known = (person, owner) if person.status is PersonStatus.NEW else (owner, person)
    earlier = people.usable_addresses(post.db, owner.id)
    merging.merge(post.db, newcomer, known, post.now)
    for other in earlier:
        # Whoever had a phone in their hands for a minute must not go unnoticed.
        text = Wording(known.language, other.channel).text("link-told")
        post.queue(other, post.compose(other, text))
    return "link-done"


def move(post: Post, newcomer: Person, known: Person) -> bool:
    """A coordinator is sure that a new number is someone known: their old one is forgotten.

    False: the one who wrote from it has joined as somebody else, or nobody is known.
    """
    if newcomer.status is not PersonStatus.NEW or known.status not in (*_MAY, PersonStatus.LEFT):
        return False
    channels = {each.channel for each in people.addresses_of(post.db, newcomer.id)}
    for address in people.addresses_of(post.db, known.id):
        if address.channel in channels:
            merging.forget_address(post.db, address)
    # Whoever has the old phone in their hands may have asked for these.
    link_codes.void(post.db, known.id, post.now)
    data_links.void(post.db, known.id, post.now)
    merging.merge(post.db, newcomer, known, post.now)
    post.tell(known, "link-moved", {"name": known.called})
    return True
