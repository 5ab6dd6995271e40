"""Requests: the words that something may follow, and what they do."""

from bot.matches import talk_now
from bot.people import links
from bot.relay import partners
from bot.turn.context import DONE, PASS, Step, Turn
from flows.commands.commands import RequestWord, request
from flows.relay.addressing import addressed
from flows.vocabulary import FlowName, Free, MentorStatus, PersonStatus
from storage import mentors

_WHEN = {
    **dict.fromkeys(("1 hour", "one hour", "an hour"), Free.HOUR),
    **dict.fromkeys(("evening", "this evening", "tonight"), Free.EVENING),
    "off": Free.OFF,
}


def grant_request(turn: Turn) -> Step:
    """Do what was asked for; where from this person these are words like any other, pass."""
    asked = request(turn.words) if turn.is_words else None
    if asked is None or turn.address.opted_out_at is not None:
        return PASS
    match asked.word:
        case RequestWord.TALK_TO:
            done = _talk_to(turn, asked.words)
        case RequestWord.LINK:
            done = _link(turn, asked.words)
        case RequestWord.FREE:
            done = _free(turn, asked.words)
        case RequestWord.NIGHTS:
            done = _nights(turn, asked.words)
    return DONE if done else PASS


def _link(turn: Turn, code: str) -> bool:
    reply = links.link(turn.post, turn.person, turn.address, code)
    if reply is None:
        return False
    turn.say(reply.message, code=reply.code)
    return True


def _talk_to(turn: Turn, words: str) -> bool:
    active = partners.active_of(turn.post, turn.person)
    if len(active) < 2:
        return False
    found = addressed(f"{words}:", turn.partners) if words else None
    if found is not None and found.place is not None:
        partners.talk_to(turn.post, turn.person, active[found.place])
        turn.say("talking-to", partner=turn.partners[found.place])
        return True
    if words and found is None:
        return False  # "talk to me", and the like
    turn.conversations.begin(FlowName.TALKING_TO)
    return True


def _free(turn: Turn, words: str) -> bool:
    mentor = mentors.get(turn.db, turn.person.id)
    if mentor is None or mentor.status is not MentorStatus.ACTIVE:
        return False
    if not words:
        turn.conversations.begin(FlowName.BEING_FREE)
        return True
    free = talk_now.set_duty(turn.post, turn.person, _WHEN[words])
    if free is None:
        turn.say("being-free-off")
    else:
        turn.say("being-free-on", begins=free[0], ends=free[1])
    return True


def _nights(turn: Turn, words: str) -> bool:
    if turn.person.status is not PersonStatus.JOINED:
        return False
    if not words:
        turn.conversations.begin(FlowName.NIGHTS)
        return True
    turn.person.talks_at_night = words == "on"
    turn.say(f"nights-{words}")
    return True
