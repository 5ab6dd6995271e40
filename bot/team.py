"""The team: telling the coordinators on duty."""

from collections.abc import Mapping

from bot.post import Post
from flows.words import Argument
from storage import people
from storage.outbox import Priority


def tell_team(
    post: Post,
    message: str,
    args: Mapping[str, Argument],
    *,
    priority: Priority = Priority.SAFETY,
) -> int:
    """Write to every coordinator on duty. Returns how many can be reached."""
    return sum(
        post.tell(coordinator, message, args, priority=priority)
        for coordinator in people.coordinators(post.db)
    )
