"""With the team: what someone at risk writes, or whoever the team has in hand, goes to the team."""

from bot.messages import Kind
from bot.safety import concerns
from bot.turn import red_flags
from bot.turn.answers import ends
from bot.turn.message import LAST_HOUR, Hearing
from flows.book import URGENT
from flows.commands.intents import Intent, intent
from flows.questions import Said
from flows.vocabulary import PersonStatus
from storage.conversations import Conversation, ConversationStatus


def is_for_team(heard: Hearing) -> bool:
    """Whether it answers "are you safe?", or is for those on the team who have them in hand.

    Whoever opted out, is blocked or is under 18 is owed this like anyone else.
    """
    if heard.arrived.kind is Kind.PRESS:
        return _presses_whether_safe(heard)
    conversation = heard.conversing.open()
    if heard.arrived.kind is Kind.LOCATION:
        return _says_where(heard, conversation)
    if not heard.is_words or not _may_be_for_team(heard, conversation) or heard.is_to_partner:
        return False
    concern = concerns.in_talk(heard.post, heard.person)
    words = heard.words
    if concern is not None:
        concerns.add(heard.post, concern, words)  # "yes, with my sister": the team reads it all
    elif heard.is_with_team:
        concern = concerns.answers(heard.post, heard.person, words)
    else:
        return False
    if conversation is not None and heard.conversing.answer(conversation, Said(words)) is None:
        return True
    if intent(words) is Intent.STOP:
        return False
    if not heard.is_loop() and not ends(heard):
        # Somebody is talking with them: not every sentence is answered by a program as well.
        says_so = concerns.claim_note(heard.post, concern)
        if says_so:
            heard.conversing.say("safety-noted", urgent=True)
        red_flags.keep_from_partner(
            heard.post, heard.person, heard.conversing, words, says_so=says_so
        )
    return True


def _says_where(heard: Hearing, conversation: Conversation | None) -> bool:
    """Where someone at risk is, unless a question of ours was about places."""
    concern = concerns.gravest(heard.post, heard.person)
    asked_where = conversation is not None and conversation.flow not in URGENT
    if concern is None or heard.arrived.position is None or asked_where:
        return False
    latitude, longitude = heard.arrived.position
    concerns.add(heard.post, concern, f"is at {latitude}, {longitude}")
    heard.conversing.say("safety-noted", urgent=True)
    return True


def _may_be_for_team(heard: Hearing, conversation: Conversation | None) -> bool:
    if conversation is not None:
        if conversation.flow not in URGENT:
            return False
        if heard.now - conversation.touched_at < LAST_HOUR:
            return True
    cut_off = (PersonStatus.BLOCKED, PersonStatus.UNDER_AGE)
    is_cut_off = heard.address.opted_out_at is not None or heard.person.status in cut_off
    return is_cut_off or heard.is_with_team


def _presses_whether_safe(heard: Hearing) -> bool:
    """Their answer counts whenever it comes, and a no that follows a yes does, too."""
    number, _, rest = (heard.arrived.pressed or "").partition(".")
    conversation = heard.conversing.urgent(number)
    if conversation is None:
        return False
    pressed = rest.partition(".")[2]
    if conversation.status is not ConversationStatus.ENDED:
        heard.conversing.take_up(conversation)
        return heard.conversing.answer(conversation, Said(pressed=pressed)) is None
    if pressed != "no":
        return False
    heard.world.not_safe()
    heard.conversing.say(f"{conversation.flow.replace('_', '-')}-no", urgent=True)
    return True
