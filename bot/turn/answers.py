"""Words: what someone typed that is neither a red flag nor a command."""

from bot.conversations.conversations import LATE
from bot.people.opt_out import leave
from bot.relay import partners, relay
from bot.safety.team import tell_team
from bot.turn.message import LAST_HOUR, MINUTE, SENTENCE, Hearing, flow_of
from bot.turn.wishes import WANTS, follow
from flows.book import URGENT
from flows.commands.intents import Intent, intent
from flows.questions import Said, Unclear
from flows.reading.ages import says_under_18
from flows.reading.endings import Ending, ending
from flows.vocabulary import FlowName, PersonStatus
from storage import people
from storage.conversations import Conversation


def take_words(heard: Hearing, conversation: Conversation | None) -> None:
    """An answer to the open question, a letter to a partner, or a wish: in this order."""
    words = heard.words
    if heard.is_loop() or ends(heard) or _is_child(heard):
        return
    wish = intent(words)
    stops = wish is Intent.STOP and heard.has_joined and not heard.is_option(conversation)
    # A whole sentence that asks us to stop is that even where any words would be an answer.
    if stops and len(words.split()) >= SENTENCE:
        _ask_to_leave(heard)
    elif conversation is not None and not heard.is_to_partner and _was_answer(heard, conversation):
        pass
    elif stops:
        _ask_to_leave(heard)
    elif not _is_passed_on(heard, wish):
        follow(heard, wish)


def _ask_to_leave(heard: Hearing) -> None:
    """It may have been meant for their mentor: then it can still be sent."""
    partner = relay.partner_of(heard.post, heard.person)
    heard.conversing.begin(FlowName.LEAVING, held=heard.words)
    if partner is not None:
        heard.conversing.say("leaving-or-relay", partner=partner)


def _was_answer(heard: Hearing, conversation: Conversation) -> bool:
    """Whether the words were for the open question, read or not."""
    if conversation.flow in URGENT:
        return False  # they leave it unanswered, and go on; its buttons still work
    if heard.now - conversation.touched_at > LATE:
        heard.conversing.resume(conversation, "resumed")
        return True
    flow = flow_of(conversation)
    if conversation.flow == FlowName.WHOM and partners.is_letter(
        heard.post, heard.person, heard.words
    ):
        unclear: Unclear | None = Unclear("unclear-choice")
    else:
        unclear = heard.conversing.answer(conversation, Said(heard.words))
    if unclear is None:
        return True
    partner = relay.partner_of(heard.post, heard.person)
    if flow is None or not flow.insists or (flow.yields and partner is not None):
        heard.conversing.end(conversation)
        if conversation.flow == FlowName.WHOM:
            heard.waiting = conversation.held or ""
        return False
    if partner is None and _is_lost(heard, conversation, intent(heard.words)):
        return True
    heard.conversing.ask_again(conversation, unclear, heard.words)
    if partner is not None and not flow.to_team:  # a concern about them is not for them
        heard.conversing.say("unclear-relay", partner=partner)
    return True


def _is_lost(heard: Hearing, conversation: Conversation, wish: Intent) -> bool:
    """Whether they asked for something instead of answering, and it has been seen to."""
    if wish is Intent.HELP:
        heard.conversing.say("help")
    elif wish is Intent.TALK_NOW and not heard.has_joined:
        heard.conversing.say("talk-now-after-joining")
    elif heard.has_joined and WANTS.get(wish, conversation.flow) != conversation.flow:
        heard.conversing.begin(WANTS[wish])
        return True
    else:
        return False
    heard.conversing.repeat(conversation)
    return True


def ends(heard: Hearing) -> bool:
    """A wrong number or a death: contact ends now, and a coordinator looks."""
    why = ending(heard.words, heard.person.name)
    if why is None:
        return False
    if why is Ending.DECEASED:
        for other in people.addresses_of(heard.db, heard.person.id):
            if other.id != heard.address.id:
                people.mark_opted_out(heard.db, other.id, heard.now)
    leave(heard.post, heard.person, heard.address, message=f"ending-{why.value}")
    args = {"person": str(heard.person.id)}
    tell_team(heard.post, f"team-{why.value}", args, or_all=True)
    return True


def _is_child(heard: Hearing) -> bool:
    """Adults only: a child is met kindly, given Childline, and told of to a coordinator."""
    if heard.person.status is PersonStatus.UNDER_AGE:
        heard.conversing.say("joining-under-age")
        return True
    if not says_under_18(heard.words):
        return False
    heard.world.turn_away_child(heard.words)
    heard.conversing.say("joining-under-age")
    return True


def _is_passed_on(heard: Hearing, wish: Intent) -> bool:
    """Whether there is somebody to pass the words on to. A flood is slowed, and none lost."""
    if heard.floods and (
        heard.person.slowed_at is None or heard.now - heard.person.slowed_at > LAST_HOUR
    ):
        heard.person.slowed_at = heard.now
        heard.conversing.say("flood")
    outcome = relay.pass_on(
        heard.post,
        heard.person,
        heard.address,
        heard.words,
        heard.heading,
        waiting=heard.waiting,
        forwarded=heard.arrived.forwarded,
        earlier=heard.texts,
        not_before=heard.now + MINUTE if heard.floods else None,
    )
    if outcome is None and wish is Intent.GREETING_OR_OTHER:
        outcome = relay.to_resting(heard.post, heard.person)
    if outcome is not None:
        relay.tell(heard.conversing, outcome)
    if (
        isinstance(outcome, relay.Passed)
        and wish is Intent.TALK_NOW
        and len(heard.words.split()) > SENTENCE
        and heard.world.me().partner is not None
    ):
        heard.conversing.say("talk-now-hint")  # their mentor may not see it for a while
    return outcome is not None or heard.floods
