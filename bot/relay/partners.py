"""Partners: whom a person talks with, what each is called, and whom a message is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.post import Post
from flows.relay.addressing import (
    LATELY,
    Exchange,
    addressed,
    called_in,
    is_to_all,
    last_speaker,
    mentions,
)
from flows.vocabulary import MatchKind, MatchStatus, PersonStatus
from flows.world import Partner
from storage import matches, outbox, people
from storage.matches import LIVE, Match
from storage.people import Person

EVER = datetime.min.replace(tzinfo=UTC)
REMEMBERED = timedelta(days=30)  # how long someone may still be written to by name, out of habit


@dataclass(frozen=True)
class Heading:
    """What a message shows, besides its words, of whom it is for."""

    on_message: str | None = None  # provider id of the message that it answers
    number: str | None = None  # which of our numbers it was sent to
    match_id: int | None = None  # they were asked, and said


UNMARKED = Heading()


@dataclass(frozen=True)
class Meant:
    """The match that a message is for, which may be over; None where that is not clear."""

    match: Match | None
    words: str
    is_certain: bool = True  # they said so, one way or another


def called(post: Post, person: Person) -> dict[int, str]:
    """What this person knows each of their partners as, by the partner's id.

    Of two by the same name the second is "Sam 2", and stays so when the first is long gone.
    """
    names: dict[int, str] = {}
    for _, other in matches.pairs(post.db, person.id):
        if other.id not in names:
            taken = {name.casefold() for name in names.values()}
            names[other.id] = _distinct(other.called, taken)
    return names


def _distinct(name: str, taken: set[str]) -> str:
    distinct, place = name, 1
    while distinct.casefold() in taken:
        place += 1
        distinct = f"{name} {place}"
    return distinct


def called_by(post: Post, person: Person, partner: Person) -> str:
    """What this person knows that partner as."""
    return called(post, person).get(partner.id, partner.called)


def partner_in(post: Post, person: Person, match: Match) -> Partner:
    """The other one of a match, as this person knows them."""
    other = match.other(person.id)
    name = called(post, person).get(other) or people.get(post.db, other).called
    return Partner(other, name, is_mentor=other == match.mentor_id)


def active_of(post: Post, person: Person) -> Sequence[Match]:
    """Those whom a person can write to now."""
    active = [
        match
        for match, _ in matches.pairs(post.db, person.id)
        if match.status is MatchStatus.ACTIVE
    ]
    return sorted(active, key=lambda match: match.last_word_at or EVER, reverse=True)


def meant(post: Post, person: Person, words: str, heading: Heading) -> Meant | None:
    """Whom the message is for. None: there is nobody."""
    shown = shown_by(post, person, heading)
    if shown is not None:
        return Meant(shown, words)
    active = active_of(post, person)
    if not active:
        return None
    by_name = named(post, person, words)
    if by_name is not None:
        return by_name
    if _calls_one_who_was_erased(post, person, active, words):
        return Meant(None, words)
    if len(active) == 1:
        return Meant(active[0], words)
    switched = switched_to(post, person, active)
    likely = switched or _spoke_last(post, person, active)
    if likely is None or is_to_all(words) or _names_another(post, person, active, likely, words):
        return Meant(None, words)
    return Meant(likely, words, is_certain=switched is not None)


def _calls_one_who_was_erased(
    post: Post, person: Person, active: Sequence[Match], words: str
) -> bool:
    """Whether it calls somebody who is not among those they write to, while one of whom we have
    forgotten the name left lately: "Asha, are you ok?" is not for whoever is left."""
    called = called_in(words)
    if called is None:
        return False
    names = called_of(post, person, active)
    if any(called.casefold() == name.split(" ")[0].casefold() for name in names):
        return False
    lately = [match for match in met_lately(post, person) if match not in active]
    others = [people.get(post.db, match.other(person.id)) for match in lately]
    return any(other.status is PersonStatus.ERASED for other in others)


def called_of(post: Post, person: Person, active: Sequence[Match]) -> list[str]:
    names = called(post, person)
    return [names[match.other(person.id)] for match in active]


def shown_by(post: Post, person: Person, heading: Heading) -> Match | None:
    """The match that is certain before a word is read: by number, by thread, or by asking."""
    if heading.match_id is not None:
        return matches.get(post.db, heading.match_id)
    if heading.number in post.rules.numbers:
        for match, _ in reversed(matches.pairs(post.db, person.id)):
            if match.number_for(person.id) == heading.number:
                return match
    if heading.on_message is None:
        return None
    letter = outbox.had_by(post.db, person.id, heading.on_message)
    if letter is None or letter.match_id is None:
        return None
    return matches.get(post.db, letter.match_id)


def named(post: Post, person: Person, words: str) -> Meant | None:
    """Whom the words begin by naming. Those who have just left are known by name too, or what
    was meant for them would go to somebody else."""
    known = met_lately(post, person)
    if len(known) == 1:
        return None
    names = called(post, person)
    found = addressed(words, [names[match.other(person.id)] for match in known])
    if found is None:
        return None
    return Meant(None if found.place is None else known[found.place], found.words)


def met_lately(post: Post, person: Person) -> Sequence[Match]:
    """The latest match with each partner whom they may have in mind."""
    latest: dict[int, Match] = {}
    for match, _ in matches.pairs(post.db, person.id):
        lasts = match.status in LIVE
        if lasts or (match.ended_at is not None and post.now - match.ended_at < REMEMBERED):
            latest[match.other(person.id)] = match
    return list(latest.values())


def _spoke_last(post: Post, person: Person, active: Sequence[Match]) -> Match | None:
    exchanges = [
        Exchange(match.spoke_at(match.other(person.id)), match.spoke_at(person.id))
        for match in active
    ]
    place = last_speaker(exchanges, post.now)
    return None if place is None else active[place]


def _names_another(
    post: Post, person: Person, active: Sequence[Match], likely: Match, words: str
) -> bool:
    """Whether the words name somebody other than the one they would go to."""
    names = called(post, person)
    named = mentions(words, [names[match.other(person.id)] for match in active])
    return bool(named) and [active[place] for place in named] != [likely]


def spoke_since(post: Post, person: Person, since: datetime) -> bool:
    """Whether one of those they talk with has written to them since then."""
    spoken = (match.spoke_at(match.other(person.id)) for match in active_of(post, person))
    return any(at is not None and at > since for at in spoken)


def talk_to(post: Post, person: Person, match: Match) -> None:
    """Switch: what they write without a name goes to this one."""
    person.talking_to, person.talking_at = match.id, post.now


def switch(post: Post, person: Person, partner_id: int) -> None:
    """The same, by whom it is."""
    for match in active_of(post, person):
        if match.other(person.id) == partner_id:
            talk_to(post, person, match)


def switched_to(post: Post, person: Person, active: Sequence[Match]) -> Match | None:
    """Whom they switched to, unless they have not written since long; in an hour's talk, that."""
    for match in active:
        if match.kind is MatchKind.TALK_NOW:
            return match
    if person.talking_at is None or post.now - person.talking_at >= LATELY:
        return None
    return next((match for match in active if match.id == person.talking_to), None)


def assign_number(post: Post, match: Match, person: Person) -> str | None:
    """The number from which this person hears the other one alone; None: the pool has no more.

    A number that was another's goes to someone new only when there is no fresh one, the one
    longest unused first: on the phone it may still be saved under the earlier name.
    """
    pool = post.rules.numbers
    if match.number_for(person.id) in pool:
        return match.number_for(person.id)
    last_used = dict.fromkeys(pool, 0)
    for each, _ in matches.pairs(post.db, person.id):
        number = each.number_for(person.id)
        if number in last_used:
            if each.status in LIVE:
                del last_used[number]
            else:
                last_used[number] = each.id
    if not last_used:
        return None
    number = min(last_used, key=lambda each: last_used[each])
    match.set_number(person.id, number)
    return number
