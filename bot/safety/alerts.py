"""Alerts: what coordinators read of a concern, with the buttons to take it, read it and reply."""

from collections.abc import Iterable

from bot.channels.manners import MANNERS
from bot.messages import Button
from bot.post import Post
from flows.relay.excerpts import excerpt
from flows.words import Argument, Wording
from storage import people
from storage.concerns import Concern, ConcernKind, ConcernStatus
from storage.people import Person

QUOTED = 300  # characters of what they wrote: enough to judge by; SHOW has it all
SHORTEST = 40
HEAVIEST = 2  # segments of a text


def alert(
    post: Post,
    concern: Concern,
    told: Iterable[Person],
    message: str = "team-alert",
    *,
    said: str | None = None,
    bystander: bool = False,
    whole: bool = False,
) -> None:
    """Tell coordinators of a concern, quoting what was said: by default, what it holds."""
    said = " ".join((concern.said or "" if said is None else said).split())
    for coordinator in told:
        args: dict[str, Argument] = {
            "kind": Wording(coordinator.language).text(f"alert-{concern.kind.value}"),
            "worded": "yes" if concern.kind is ConcernKind.UNDER_AGE else "no",  # "Under 18, …"
            "concern": str(concern.id),
            "person": str(concern.person_id),
            "why": f"{concern.why}." if concern.why else "",
            "bystander": "yes" if bystander else "no",
            "quoted": "yes" if said else "no",
        }
        args["said"] = said if whole else _fitting(post, coordinator, message, args, said)
        buttons = buttons_for(coordinator, concern, "ack", "show", "reply")
        post.tell(
            coordinator, message, args, urgent=True, orders=buttons,
            concern_id=concern.id,
        )  # fmt: skip


def wrote_again(
    post: Post, concern: Concern, author: Person, told: Iterable[Person], said: str
) -> None:
    """Bring coordinators what someone wrote, all of it, so that it can be answered at once."""
    is_taken = concern.status is not ConcernStatus.OPEN
    args = {
        "name": author.called,
        "concern": str(concern.id),
        "said": said,
        "taken": "yes" if is_taken else "no",
    }
    orders = ("reply",) if is_taken else ("reply", "ack")
    for coordinator in told:
        post.tell(
            coordinator, "team-wrote-again" if said else "team-asked-again", args,
            urgent=True, orders=buttons_for(coordinator, concern, *orders),
            concern_id=concern.id,
        )  # fmt: skip


def buttons_for(coordinator: Person, concern: Concern, *orders: str) -> list[Button]:
    """Buttons for orders about a concern."""
    wording = Wording(coordinator.language)
    return [Button(wording.text(f"alert-{order}"), f"={order} {concern.id}") for order in orders]


def _fitting(
    post: Post, coordinator: Person, message: str, args: dict[str, Argument], said: str
) -> str:
    """As much of what was said as may be quoted; by SMS, as goes into two segments."""
    address = people.address_of(post.db, coordinator.id)
    if address is None:
        return ""  # nor will they be told
    wording, manners = Wording(coordinator.language, address.channel), MANNERS[address.channel]
    for most in range(QUOTED, SHORTEST, -20):
        quoted = excerpt(said, most)
        letters = manners.compose(wording.text(message, {**args, "said": quoted}))
        if sum(map(manners.weight, letters)) <= HEAVIEST:
            return quoted
    return excerpt(said, SHORTEST)
