"""A programme's people, taken on from its spreadsheet beside the running line."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.mentors.standing import vouch_for
from bot.post import Post
from flows.book import URGENT
from flows.people.joining import CONSENT_VERSION
from flows.people.spreadsheet import Entry, Misread, SheetRole
from flows.profile import Profile
from flows.questions import Place
from flows.vocabulary import Channel, ConsentKind, Diabetes, Language, PersonStatus
from storage import consents, conversations, people
from storage.people import Person

_AGREED = (ConsentKind.LINE, ConsentKind.HEALTH)
_WHY_NOT = {
    PersonStatus.LEFT: "has left the line: they may come back by themselves",
    PersonStatus.BLOCKED: "is blocked",
    PersonStatus.UNDER_AGE: "told us that they are under 18",
}

Taken = tuple[Entry, int]
"""Whom a row is of, and the number they have here."""


def take_on(
    post: Post, entries: Sequence[Entry], ours: Collection[str] = ()
) -> list[Taken | Misread]:
    """Take these people on, as joined long ago: nobody is told, and nothing is asked.

    An address that is known keeps its person, and what they said themselves: only what is empty is
    filled in. Someone who has left stays away, whatever the sheet says; and `ours`, the numbers
    that the line writes from, are nobody's. To be called in a short transaction. Raises
    IntegrityError where one of them wrote in the same moment: once more, and they are known.
    """
    addresses = {_of(entry) for entry in entries if entry.address not in ours}
    known = people.find_addresses(post.db, addresses)
    newcomers = people.add_newcomers(
        post.db, [_of(each) for each in entries if _of(each) in addresses - known.keys()], post.now,
        language=Language.ENGLISH, timezone=post.rules.zone.key,
    )  # fmt: skip
    done: list[Taken | Misread] = []
    for entry in entries:
        if entry.address in ours:
            done.append(Misread(entry.line, "address: the line's own number"))
        elif (newcomer := newcomers.get(_of(entry))) is not None:
            consents.give_first(post.db, newcomer.id, _AGREED, CONSENT_VERSION, post.now)
            _join(post, newcomer, entry)
            done.append(_in_their_role(post, newcomer, entry))
        else:
            # No turn of theirs is taken meanwhile.
            person = people.claim(post.db, known[_of(entry)].person_id)
            done.append(_take_on_known(post, person, entry))
    return done


def _of(entry: Entry) -> tuple[Channel, str]:
    return entry.channel, entry.address


def _take_on_known(post: Post, person: Person, entry: Entry) -> Taken | Misread:
    if person.status in _WHY_NOT:
        return Misread(entry.line, f"person {person.id} {_WHY_NOT[person.status]}")
    if person.status is PersonStatus.NEW:
        # They may have been asked something on their way in: it needs no answer any more.
        conversations.end_all(post.db, person.id, but=URGENT)
        for kind in _AGREED:
            consents.give(post.db, person.id, kind, CONSENT_VERSION, post.now)
        _join(post, person, entry)
    else:
        _fill_in(post, person, entry)
    return _in_their_role(post, person, entry)


def _in_their_role(post: Post, person: Person, entry: Entry) -> Taken | Misread:
    if entry.role is SheetRole.COORDINATOR and not person.is_coordinator:
        person.is_coordinator = person.on_duty = True
    if entry.role is SheetRole.MENTOR and vouch_for(post, person) is None:
        return Misread(entry.line, f"person {person.id} has left as a mentor")
    return entry, person.id


def _join(post: Post, person: Person, entry: Entry) -> None:
    person.name = person.name or entry.name
    person.status, person.joined_at = PersonStatus.JOINED, post.now
    person.set_profile(
        Profile(
            diabetes=entry.diabetes, needs=entry.needs, place=entry.place, languages=entry.languages
        )
    )
    if Language.ENGLISH not in entry.languages:
        person.language = entry.languages[0]


def _fill_in(post: Post, person: Person, entry: Entry) -> None:
    """Of their health only what they agreed to, when they joined, that we keep."""
    person.name = person.name or entry.name
    profile = known = person.profile
    if known.place == Place():
        profile = replace(profile, place=entry.place)
    if ConsentKind.HEALTH in consents.standing(post.db, person.id):
        if known.diabetes is Diabetes.NOT_SURE:
            profile = replace(profile, diabetes=entry.diabetes)
        profile = replace(profile, needs=known.needs or entry.needs)
    if profile != known:
        person.set_profile(profile)
