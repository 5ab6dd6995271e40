"""Erasing: a person is forgotten; and the other rights they have over what is held of them."""

from datetime import date, timedelta

from bot.matches.endings import part
from bot.post import Post
from bot.safety.team import tell_team
from flows.matches.events import Event
from flows.vocabulary import Action, ConsentKind, MentorStatus
from flows.words import Argument, Wording
from storage import consents, data_links, mentors, people, timers
from storage.concerns import ConcernStatus
from storage.people import Address, Person
from storage.rights import erasure

LINK_OPENS = timedelta(minutes=15)
LOOK_AGAIN_AFTER = timedelta(minutes=1)
FAREWELL_MAY_TAKE = timedelta(hours=1)


def send_link(post: Post, person: Person, address: Address) -> bool:
    """Send a link to all that is held about a person. False: this line has no pages.

    It goes to where they asked from, if they opted out there too: it is their right, and an answer.
    """
    if not post.rules.public_url:
        tell_team(post, "team-wants-data", {"person": str(person.id)})
        return False
    token = data_links.make(post.db, person.id, post.now + LINK_OPENS)
    args: dict[str, Argument] = {
        "link": f"{post.rules.public_url}/data/{token}",
        "minutes": int(LINK_OPENS.total_seconds() // 60),
    }
    text = Wording(person.language, address.channel).text("my-data-link", args)
    post.queue(address, post.compose(address, text))
    return True


def kept_until(post: Post, person: Person) -> date | None:
    """The last day on which words of theirs would be kept, were they erased; None: none would."""
    kept = erasure.kept_concerns(post.db, person.id)
    at_the_latest = post.now + post.rules.concern_retention
    ends = [concern.kept_until or at_the_latest for concern in kept]
    return max(ends).astimezone(person.zone).date() if ends else None


def erase(post: Post, person: Person) -> None:
    """Forget a person now; a minute later, when they have been told so, their address too.

    The team is told when someone may still be at risk: within the hour nobody can write to them.
    """
    for concern in erasure.kept_concerns(post.db, person.id):
        if concern.person_id == person.id and concern.status is not ConcernStatus.CLOSED:
            args = {"person": str(person.id), "concern": str(concern.id)}
            tell_team(post, "team-erased", args, urgent=True)
    part(post, person, Event.ERASED)
    erasure.erase(
        post.db, person, post.now,
        kept_until=post.now + post.rules.concern_retention, message=post.inbox_id,
    )  # fmt: skip
    timers.set_timer(post.db, person.id, Action.FORGET, post.now + LOOK_AGAIN_AFTER)


def erase_for_them(post: Post, person: Person) -> date | None:
    """What DELETE ME does, at an operator's hand. Returns until when words are kept, if any are."""
    kept, address = kept_until(post, person), people.address_of(post.db, person.id)
    erase(post, person)
    if address is not None:
        text = Wording(person.language, address.channel).text("erasing-done")
        post.queue(address, post.compose(address, text))
    return kept


def forget(post: Post, person: Person) -> None:
    """Forget an erased person's address, unless their farewell is still on its way to it."""
    if person.erased_at is None:
        return
    if erasure.is_owed(post.db, person.id) and post.now - person.erased_at < FAREWELL_MAY_TAKE:
        timers.set_timer(post.db, person.id, Action.FORGET, post.now + LOOK_AGAIN_AFTER)
    else:
        erasure.forget(post.db, person.id)


def withdraw(post: Post, person: Person, kind: ConsentKind) -> None:
    """A consent is taken back. Without health details nobody can be matched, so matches end."""
    consents.withdraw(post.db, person.id, kind, post.now)
    if kind is not ConsentKind.HEALTH:
        return
    part(post, person, Event.HEALTH_WITHDRAWN)
    person.set_profile(person.profile.without_health())
    person.seeks_since = None
    for action in (Action.SEEK, Action.STILL_LOOKING):
        timers.cancel(post.db, person.id, action)
    mentor = mentors.get(post.db, person.id)
    if mentor is not None and mentor.status is MentorStatus.ACTIVE:
        mentor.status = MentorStatus.PAUSED
