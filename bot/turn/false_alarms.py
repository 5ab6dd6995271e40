"""False alarms: what was kept from a partner for their sake goes on its way after all."""

from dataclasses import dataclass

from bot.post import Post
from bot.relay import relay
from bot.relay.kept import pass_on_kept_for
from flows.vocabulary import PersonStatus
from storage import kept, people
from storage.concerns import Concern, ConcernKind, has_grave
from storage.people import Person


@dataclass(frozen=True)
class PassedOn:
    """Whom it went to, or may go to if its writer still wants that."""

    partner: str
    is_offered: bool = False


def pass_on_kept(post: Post, person: Person, concern: Concern) -> PassedOn | None:
    """Pass on, in order, what was kept while the concern was open, and tell its writer.

    Of a safeguarding concern it is only offered: it may be about the one who would read it. None:
    nothing was kept, or somebody has to look at another concern first.
    """
    can_write = person.status is not PersonStatus.BLOCKED and people.address_of(post.db, person.id)
    if not can_write or has_grave(post.db, person.id):
        return None
    partner, waits = relay.partner_of(post, person), kept.of_concern(post.db, concern.id)
    if partner is None or not waits:
        return None
    if concern.kind is not ConcernKind.SAFEGUARDING:
        passed = pass_on_kept_for(post, person, concern.id)
        if passed is not None:
            post.tell(person, "false-alarm-passed", {"partner": passed})
            return PassedOn(passed)
    for each in waits:
        each.at = post.now  # SEND finds it from now on
    post.tell(person, "false-alarm-offered", {"partner": partner})
    return PassedOn(partner, is_offered=True)
