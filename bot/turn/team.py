"""With the team: what someone at risk writes, or whoever the team has in hand, goes to the team."""

from bot.conversations.conversations import Pressed
from bot.messages import Kind
from bot.relay import partners
from bot.safety import concerns
from bot.turn import red_flags
from bot.turn.context import DONE, LAST_HOUR, PASS, Step, Turn
from bot.turn.loops import is_loop
from flows.book import URGENT
from flows.commands.intents import Intent, intent
from flows.questions import Said
from flows.relay.addressing import mentions
from flows.routing import Fit
from flows.vocabulary import PersonStatus
from storage.conversations import Conversation, ConversationStatus


def tell_team_who_have_them(turn: Turn) -> Step:
    """What answers "are you safe?", or is for those on the team who have them in hand.

    Whoever opted out, is blocked or is under 18 is owed this like anyone else.
    """
    return DONE if _tell(turn) else PASS


def _tell(turn: Turn) -> bool:
    if turn.arrived.kind is Kind.PRESS:
        return _take_press(turn)
    conversation = turn.conversations.open()
    if turn.arrived.kind is Kind.LOCATION:
        return _note_position(turn, conversation)
    if not turn.is_words or not _may_be_for_team(turn, conversation) or turn.is_to_partner:
        return False
    concern = concerns.in_talk(turn.post, turn.person)
    words = turn.words
    if _may_be_for_partner(turn):
        return False
    if concern is None and not turn.is_with_team:
        return False
    # "yes, with my sister": the team reads it all.
    concern = concerns.take_what_is_said(turn.post, turn.person, words)
    is_asked = conversation is not None and conversation.flow in URGENT
    if conversation is not None and is_asked and _is_answer(turn, conversation):
        return True
    if intent(words) is Intent.STOP:
        return False
    if not is_loop(turn):
        # Somebody is talking with them: not every sentence is answered by a program as well.
        says_so = concerns.claim_note(turn.post, concern)
        if says_so:
            turn.say("safety-noted", urgent=True)
        # What is said to somebody on the team goes to the partner only if its writer sends it.
        is_talking = concern.acknowledged_by is not None or turn.is_with_team
        red_flags.keep_from_partner(turn, None if is_talking else concern, says_so=says_so)
    return True


def _may_be_for_partner(turn: Turn) -> bool:
    """Whether, in a talk with the team, it names the partner, or answers what they have written
    since: they are asked for whom it is. Whoever is in danger is not asked."""
    if not turn.is_with_team or concerns.gravest(turn.post, turn.person) is not None:
        return False
    until = turn.person.with_team_until
    since = turn.now if until is None else until - LAST_HOUR
    is_named = bool(mentions(turn.words, turn.partners))
    return is_named or (bool(turn.partners) and partners.spoke_since(turn.post, turn.person, since))


def _is_answer(turn: Turn, conversation: Conversation) -> bool:
    return turn.conversations.answer(conversation, Said(turn.words)) is None


def _note_position(turn: Turn, conversation: Conversation | None) -> bool:
    """Where someone at risk is, unless a question of ours was about places."""
    concern = concerns.gravest(turn.post, turn.person)
    asked_where = conversation is not None and conversation.flow not in URGENT
    if concern is None or turn.arrived.position is None or asked_where:
        return False
    latitude, longitude = turn.arrived.position
    concerns.add(turn.post, concern, f"is at {latitude}, {longitude}")
    turn.say("safety-noted", urgent=True)
    return True


def _may_be_for_team(turn: Turn, conversation: Conversation | None) -> bool:
    if conversation is not None and conversation.flow not in URGENT:
        # What plainly answers another question is its answer; all else is said to whoever wrote.
        return turn.is_with_team and (turn.question is None or turn.question.fit is not Fit.PLAINLY)
    if conversation is not None and turn.now - conversation.touched_at < LAST_HOUR:
        return True
    cut_off = (PersonStatus.BLOCKED, PersonStatus.UNDER_AGE)
    is_cut_off = turn.address.opted_out_at is not None or turn.person.status in cut_off
    return is_cut_off or turn.is_with_team


def _take_press(turn: Turn) -> bool:
    """Their answer counts whenever it comes, and a no that follows a yes does, too."""
    number, _, pressed = Pressed.read(turn.arrived.pressed or "")
    conversation = turn.conversations.urgent(number)
    if conversation is None:
        return False
    if conversation.status is not ConversationStatus.ENDED:
        turn.conversations.take_up(conversation)
        return turn.conversations.answer(conversation, Said(pressed=pressed)) is None
    if pressed != "no":
        return False
    turn.world.not_safe()
    turn.say(f"{conversation.flow.replace('_', '-')}-no", urgent=True)
    return True
