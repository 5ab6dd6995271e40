"""The relay: what one of a match writes, passed on to the other and to nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.channels.manners import MANNERS
from bot.messages import ARRIVED
from bot.post import Post
from bot.relay.partners import (
    UNMARKED,
    Heading,
    Meant,
    active_of,
    assign_number,
    called_by,
    meant,
    switched_to,
    talk_to,
)
from bot.safety.concerns import raise_concern
from flows.relay.nights import morning
from flows.relay.screening import Found, screen, without
from flows.vocabulary import FlowName, MatchKind, MatchStatus, PersonStatus
from flows.words import Wording
from storage import conversations, inbox, matches, outbox, people
from storage.concerns import ConcernKind
from storage.matches import Match
from storage.people import Address, Person

REPEATED = 3  # messages held back before a coordinator is shown who sends them
LAST_HOUR = timedelta(hours=1)
PIECES = 30  # messages of the last hour that a number may be spread over
AWAKE = timedelta(hours=1)  # someone who wrote so lately is up, and gets the answer at once


@dataclass(frozen=True)
class Passed:
    """The words are on their way to this partner. `says_so`: it was we who took them for theirs."""

    partner: str
    match: Match
    says_so: bool = False


@dataclass(frozen=True)
class HeldBack:
    """The words hold what must not pass; `flow` is the conversation that says so."""

    flow: FlowName
    match_id: int
    words: str


@dataclass(frozen=True)
class NotPassed:
    """They can't have it; `message` is the text that says why."""

    message: str
    partner: str


@dataclass(frozen=True)
class Unclear:
    """The words may be meant for one of several: they have to be asked for whom."""

    words: str


Outcome = Passed | HeldBack | NotPassed | Unclear


def pass_on(
    post: Post,
    person: Person,
    words: str,
    heading: Heading = UNMARKED,
    *,
    forwarded: bool = False,
    earlier: Sequence[str] | None = None,
    not_before: datetime | None = None,
) -> Outcome | None:
    """Pass the words on, unless they give away contact details or ask for money.

    This is the one way from person to person, so nothing passes unscreened. `earlier` are the
    sender's messages of the last hour, for a number sent in pieces; None: they are looked up.
    None: there is nobody to talk with.
    """
    to = meant(post, person, words, heading)
    if to is None or person.status is PersonStatus.BLOCKED:
        return None
    match, words = to.match, to.words
    if match is None:
        return Unclear(words)
    partner = called_by(post, person, people.get(post.db, match.other(person.id)))
    if match.status is not MatchStatus.ACTIVE:
        is_over = match.status is not MatchStatus.PAUSED
        return NotPassed("relay-over" if is_over else "relay-paused", partner)
    if not words:
        talk_to(post, person, match)
        return NotPassed("talking-to", partner)
    if forwarded:
        _count_held(post, person, match, "forwarded")
        return NotPassed("held-forwarded", partner)
    found = screen(words, _said_lately(post, person) if earlier is None else earlier).label
    if found is not Found.OK:
        _count_held(post, person, match, found.value)
        flow = FlowName.HELD_MONEY if found is Found.MONEY else FlowName.HELD_CONTACT
        return HeldBack(flow, match.id, words)
    is_new = not to.is_certain and match.id != _latest(post, person)
    if not _deliver(post, match, person, words, not_before):
        return NotPassed("relay-unreachable", partner)
    return Passed(partner, match, says_so=is_new)


def tell_mentor_of_advice(post: Post, person: Person, match: Match) -> None:
    """What a mentee asks about a dose or a result is for their care team, and no load of hers."""
    if match.mentee_id == person.id:
        mentor = people.get(post.db, match.mentor_id)
        args = {"partner": called_by(post, mentor, person)}
        post.tell(mentor, "advice-for-care-team", args, match_id=match.id)


def rest_of(post: Post, person: Person, words: str) -> str | None:
    """What may be sent of words that were held back; None where nothing worth it is left."""
    rest = without(words)
    if rest is None or screen(rest, _said_lately(post, person)).label is not Found.OK:
        return None
    return rest


def _said_lately(post: Post, person: Person) -> list[str]:
    since = post.now - LAST_HOUR
    lately = inbox.recent(post.db, person.id, post.inbox_id or 0, since, PIECES)
    return [ARRIVED.validate_json(body).text for _, body in lately]


def send_rest(post: Post, person: Person, rest: str) -> bool:
    """Pass on what is left of words that were held back, to the one they were for. False: it can't
    go there any more."""
    held = conversations.open_of(post.db, person.id)
    heading = Heading(match_id=held.about if held is not None else None)
    return isinstance(pass_on(post, person, rest, heading), Passed)


def _latest(post: Post, person: Person) -> int | None:
    """The match in which they wrote last."""
    spoken = [match for match in active_of(post, person) if match.spoke_at(person.id)]
    latest = max(spoken, key=lambda match: match.spoke_at(person.id) or post.now, default=None)
    return None if latest is None else latest.id


def _deliver(
    post: Post, match: Match, sender: Person, words: str, not_before: datetime | None
) -> bool:
    """Queue the words for the other one. False: they can't be reached."""
    receiver = people.get(post.db, match.other(sender.id))
    address = people.address_of(post.db, receiver.id)
    if address is None:
        return False
    number, text = _from_their_number(post, match, sender, receiver, address, words)
    letters = [replace(each, sent_from=number) for each in post.compose(address, text)]
    night = None if _may_ring(post, match, sender, receiver) else morning(post.now, receiver.zone)
    if night is not None and MANNERS[address.channel].can_be_silent:
        letters = [replace(each, silent=True) for each in letters]
    elif night is not None:
        not_before = night
        if not outbox.waits_for_morning(post.db, match.id, sender.id, post.now):
            post.tell(sender, "relay-morning", {"partner": called_by(post, sender, receiver)})
    post.queue(address, letters, match_id=match.id, sender_id=sender.id, not_before=not_before)
    match.spoke(sender.id, post.now)
    outbox.wake(post.db, match.id, sender.id, post.now)
    if sender.talking_to == match.id:
        sender.talking_at = post.now
    return True


def _from_their_number(
    post: Post, match: Match, sender: Person, receiver: Person, address: Address, words: str
) -> tuple[str | None, str]:
    """The number to send from, and the words under the sender's name where it does not tell."""
    name = called_by(post, receiver, sender)
    wording = Wording(receiver.language, address.channel)
    if MANNERS[address.channel].has_own_numbers:
        had = match.number_for(receiver.id)
        number = assign_number(post, match, receiver)
        if number is not None:
            if number != had:
                text = wording.text("relay-own-number", {"partner": name})
                first = [replace(each, sent_from=number) for each in post.compose(address, text)]
                post.queue(address, first)
            return number, words
    switched = switched_to(post, receiver, active_of(post, receiver))
    if switched is not None and switched.id != match.id:
        other = called_by(post, receiver, people.get(post.db, switched.other(receiver.id)))
        name = wording.text("relay-aside", {"name": name, "partner": other})
    return None, f"{name}: {words}"


def _may_ring(post: Post, match: Match, sender: Person, receiver: Person) -> bool:
    """Whether it may ring at night: both chose so, they are in a talk, or it answers them."""
    if sender.talks_at_night and receiver.talks_at_night:
        return True
    spoke = match.spoke_at(receiver.id)
    is_up = spoke is not None and post.now - spoke < AWAKE
    return is_up or match.kind is MatchKind.TALK_NOW


def _count_held(post: Post, person: Person, match: Match, what: str) -> None:
    """One who keeps trying is shown to a coordinator."""
    if match.mentee_id == person.id:
        match.held_from_mentee += 1
        times = match.held_from_mentee
    else:
        match.held_from_mentor += 1
        times = match.held_from_mentor
    if times % REPEATED == 0:
        why = f"{times} messages held back in match {match.id}, the last for: {what}"
        raise_concern(post, person, ConcernKind.HELD_BACK, why=why)


def partner_of(post: Post, person: Person) -> str | None:
    """The name of the one whom this person would now be writing to; "them" if it may be several."""
    return name_of(post, person, meant(post, person, "", UNMARKED))


def name_of(post: Post, person: Person, to: Meant | None) -> str | None:
    """The name of the one for whom a message is; "them" if it may be several, None for nobody."""
    if to is None:
        return None
    if to.match is None:
        return Wording(person.language).text("relay-them")
    return called_by(post, person, people.get(post.db, to.match.other(person.id)))


def to_resting(post: Post, person: Person) -> NotPassed | None:
    """What to say to words that were meant for the only one they talk with, who is on a break."""
    resting = matches.with_status(post.db, person.id, MatchStatus.PAUSED)
    if len(resting) != 1:
        return None
    partner = people.get(post.db, resting[0].other(person.id))
    return NotPassed("relay-paused", called_by(post, person, partner))


def may_be_blocked(post: Post, person: Person, number: str | None) -> bool:
    """Whether a number that a pair has to itself may still be stopped, now that they came back at
    another: the carriers keep an opt-out for each number apart, and only a START there ends it."""
    own = {
        match.number_for(person.id)
        for match in matches.with_status(post.db, person.id, MatchStatus.ACTIVE)
    }
    return bool(own & {*post.rules.numbers} - {number})
