"""The team: telling the coordinators on duty, and opening concerns for them to look at."""

from collections.abc import Mapping

from bot.post import Post
from flows.words import Argument
from storage import people
from storage.concerns import Concern, ConcernKind
from storage.outbox import Priority
from storage.people import Person


def tell_team(post: Post, message: str, args: Mapping[str, Argument]) -> int:
    """Write to every coordinator on duty. Returns how many can be reached."""
    return sum(
        post.tell(coordinator, message, args, priority=Priority.SAFETY)
        for coordinator in people.coordinators(post.db)
    )


def raise_concern(post: Post, person: Person, kind: ConcernKind, message: str, said: str) -> None:
    """Open a concern about a person and tell the team, in one transaction."""
    concern = Concern(person_id=person.id, kind=kind, said=said or None, opened_at=post.now)
    post.db.add(concern)
    tell_team(post, message, {"person": str(person.id)})
