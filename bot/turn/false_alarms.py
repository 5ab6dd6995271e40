"""False alarms: what was kept from a partner for their sake goes on its way after all."""

from dataclasses import dataclass

from bot.post import Post
from bot.relay import relay
from bot.relay.kept import pass_on_kept_for_false_alarms
from flows.vocabulary import PersonStatus
from storage import kept, people
from storage.concerns import Concern, has_grave
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
    partner = relay.partner_of(post, person)
    if partner is None or not kept.of_concerns(post.db, [concern.id]):
        return None
    passed, stays = pass_on_kept_for_false_alarms(post, person)
    if passed is not None:
        post.tell(person, "false-alarm-passed", {"partner": passed})
    if stays:
        for each in stays:
            each.at = post.now  # SEND finds it from now on
        post.tell(person, "false-alarm-offered", {"partner": partner})
    return PassedOn(passed or partner, is_offered=passed is None)
