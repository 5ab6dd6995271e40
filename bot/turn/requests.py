"""Requests: the words that something may follow, and what they do."""

from bot.conversations.conversations import Conversing
from bot.matches import talk_now
from bot.people import links
from bot.post import Post
from bot.relay import partners
from flows.commands.commands import Request, Wish
from flows.relay.addressing import addressed
from flows.vocabulary import FlowName, Free, MentorStatus, PersonStatus
from storage import mentors
from storage.people import Address, Person

_WHEN = {
    **dict.fromkeys(("1 hour", "one hour", "an hour"), Free.HOUR),
    **dict.fromkeys(("evening", "this evening", "tonight"), Free.EVENING),
    "off": Free.OFF,
}


def grant(
    asked: Request, post: Post, person: Person, address: Address, conversing: Conversing
) -> bool:
    """Do what was asked for. False: from this person these are words like any other."""
    match asked.wish:
        case Wish.TALK_TO:
            return _talk_to(asked.words, post, person, conversing)
        case Wish.LINK:
            return links.link(asked.words, post, person, address, conversing)
        case Wish.FREE:
            return _free(asked.words, post, person, conversing)
        case Wish.NIGHTS:
            return _nights(asked.words, person, conversing)


def _talk_to(words: str, post: Post, person: Person, conversing: Conversing) -> bool:
    active = partners.active_of(post, person)
    if len(active) < 2:
        return False
    names = partners.called(post, person)
    known = [names[match.other(person.id)] for match in active]
    found = addressed(f"{words}:", known) if words else None
    if found is not None and found.place is not None:
        partners.talk_to(post, person, active[found.place])
        conversing.say("talking-to", partner=known[found.place])
        return True
    if words and found is None:
        return False  # "talk to me", and the like
    conversing.begin(FlowName.TALKING_TO)
    return True


def _free(words: str, post: Post, person: Person, conversing: Conversing) -> bool:
    mentor = mentors.get(post.db, person.id)
    if mentor is None or mentor.status is not MentorStatus.ACTIVE:
        return False
    if not words:
        conversing.begin(FlowName.BEING_FREE)
        return True
    free = talk_now.set_duty(post, person, _WHEN[words])
    if free is None:
        conversing.say("being-free-off")
    else:
        conversing.say("being-free-on", begins=free[0], ends=free[1])
    return True


def _nights(words: str, person: Person, conversing: Conversing) -> bool:
    if person.status is not PersonStatus.JOINED:
        return False
    if not words:
        conversing.begin(FlowName.NIGHTS)
        return True
    person.talks_at_night = words == "on"
    conversing.say(f"nights-{words}")
    return True
