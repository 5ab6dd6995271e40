"""Age: undoing that someone was taken for a child."""

from datetime import timedelta

from bot.conversations.questions import conversations_of
from bot.matches import breaks
from bot.matches.life import announce_room
from bot.post import Post
from bot.safety import concerns
from flows.talk import Entry, Log
from flows.vocabulary import Action, FlowName, MatchStatus, PersonStatus, RestsFor
from storage import concerns as stored
from storage import conversations, matches, mentors, people, timers
from storage.concerns import ConcernKind
from storage.people import Person

A_SLIP = timedelta(minutes=10)  # within which they may take it back themselves


def may_take_back(post: Post, person: Person) -> bool:
    """Whether it is so short a time ago that it may have been a slip of the thumb."""
    at = person.turned_away_at
    return person.status is PersonStatus.UNDER_AGE and at is not None and post.now - at < A_SLIP


def take_back(post: Post, person: Person, words: str) -> None:
    """They say that it was a slip. The team is told, for it may not have been one."""
    for concern in stored.open_of(post.db, person.id):
        if concern.kind is ConcernKind.UNDER_AGE:
            concerns.add(post, concern, f"Takes it back: {words}")
    undo_child(post, person, asks_again=True)


def undo_child(post: Post, person: Person, *, asks_again: bool = False) -> bool:
    """They are an adult after all: they stand where they stood, and are told so kindly.

    Joining goes on where it stopped; where that was at their age, it is asked again, unless that
    is settled. Matches that rested for it go on. False: nobody took them for a child.
    """
    if person.status is not PersonStatus.UNDER_AGE:
        return False
    joined = PersonStatus.NEW if person.joined_at is None else PersonStatus.JOINED
    person.status = person.status_before or joined
    person.status_before = person.turned_away_at = None
    address = people.address_of(post.db, person.id)
    if address is None and person.status in (PersonStatus.NEW, PersonStatus.JOINED):
        person.status = PersonStatus.LEFT
    for match in matches.with_status(post.db, person.id, MatchStatus.PAUSED):
        if match.rests_for is RestsFor.UNDER_AGE:
            match.rests_for = None
    post.db.flush()
    post.tell(person, "age-undone")
    breaks.resume(post, person)
    if person.seeks_since is not None:
        timers.set_timer(post.db, person.id, Action.SEEK, post.now)
    if mentors.get(post.db, person.id) is not None:
        announce_room(post, person.id)
    if person.status is PersonStatus.NEW:
        _join_after_all(post, person, asks_again=asks_again)
    return True


def _join_after_all(post: Post, person: Person, *, asks_again: bool) -> None:
    address = people.address_of(post.db, person.id)
    if address is None:
        return
    talking = conversations_of(post, person, address)
    joining = conversations.latest_in(post.db, person.id, FlowName.JOINING)
    log = _before_age(joining.log, asks_again=asks_again) if joining is not None else None
    if joining is None or log is None:
        talking.begin(FlowName.JOINING)
        return
    joining.set_log(log)
    joining.asking = None
    talking.take_up(joining)
    talking.show(joining)


def _before_age(log: Log, *, asks_again: bool) -> Log | None:
    """The log of joining without what made a child of them. None: it begins anew."""
    answers = {entry.key: entry.value for entry in log if entry.kind == "ask"}
    if answers.get("consent") is not True:
        return None
    said_no = ("adult", "turned away", "joining-under-age")
    kept = tuple(entry for entry in log if entry.key not in said_no)
    if asks_again and answers.get("adult") is not True:
        return kept
    return (*kept, Entry("ask", "adult", True))
