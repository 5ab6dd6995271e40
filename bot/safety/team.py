"""The team: the coordinators who can be reached, and telling them."""

import re
from collections.abc import Mapping, Sequence

from bot.post import Post
from flows.reading.plain import folded
from flows.words import Argument
from storage import people
from storage.people import Person


def team(post: Post, *, but: int | None = None, on_duty: bool = True) -> Sequence[Person]:
    """The coordinators on duty, or all, who can be written to.

    `but` is the person it is about: a coordinator is not who to tell of themselves.
    """
    return [
        each
        for each in people.coordinators(post.db, on_duty=on_duty)
        if each.id != but and people.address_of(post.db, each.id) is not None
    ]


def named_in(post: Post, words: str, *, but: int) -> Person | None:
    """The coordinator whom the words name, if they name one; of several, the first."""
    said = folded(words)
    found = {
        place.start(): each
        for each in people.coordinators(post.db, on_duty=False)
        if each.id != but
        and each.name
        and (place := re.search(rf"(?<!\w){re.escape(folded(each.name))}(?!\w)", said))
    }
    return found[min(found)] if found else None


def tell_team(
    post: Post, message: str, args: Mapping[str, Argument], *, urgent: bool = False
) -> None:
    """Write to every coordinator on duty; with nobody on duty, if it is urgent, to all of them."""
    told = team(post)
    if not told and urgent:
        told = team(post, on_duty=False)
    for coordinator in told:
        post.tell(coordinator, message, args, urgent=urgent)
