"""False alarms: what was kept from a partner for their sake goes on its way after all."""

from dataclasses import dataclass

from bot.conversations.questions import conversing
from bot.post import Post
from bot.relay import relay
from bot.safety import concerns
from flows.book import URGENT
from storage import conversations, people
from storage.concerns import Concern, ConcernKind
from storage.people import Person


@dataclass(frozen=True)
class PassedOn:
    """Whom it went to, or may go to if its writer still wants that."""

    partner: str
    is_offered: bool = False


HOLDING = ("holding", *URGENT)  # the conversations that keep words which a red flag held back


def pass_on_kept(post: Post, person: Person, concern: Concern) -> PassedOn | None:
    """Pass on, in order, what was kept while the concern was open, and tell its writer.

    Of a safeguarding concern it is only offered: it may be about the one who would read it. None:
    nothing was kept, or somebody has to look at another concern first.
    """
    address = people.address_of(post.db, person.id)
    if address is None or concerns.is_open(post, person):
        return None
    kept = [
        each
        for each in conversations.held_since(post.db, person.id, concern.opened_at)
        if each.flow in HOLDING
    ]
    partner = relay.partner_of(post, person)
    if not kept or partner is None:
        return None
    passed: relay.Passed | None = None
    if concern.kind is not ConcernKind.SAFEGUARDING:
        for each in kept:
            outcome = relay.pass_on(post, person, address, each.held or "")
            if isinstance(outcome, relay.Passed):
                each.held, passed = None, outcome
    if passed is not None:
        post.tell(person, "false-alarm-passed", {"partner": passed.partner})
        return PassedOn(passed.partner)
    kept[-1].touched_at = post.now  # SEND is for what was kept lately
    conversing(post, person, address).say("false-alarm-offered", partner=partner)
    return PassedOn(partner, is_offered=True)
