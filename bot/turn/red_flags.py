"""Red flags: what is answered to one, and who is told."""

import re
from dataclasses import replace

from bot.post import Post
from bot.safety import concerns
from bot.turn.context import DONE, PASS, Step, Turn
from flows.commands.wishes import GRAVE, ours
from flows.mentors.for_mentees import asks_for_mentee
from flows.reading.scripts import language_of
from flows.relay.addressing import is_letter, mentions
from flows.safety.triage import Triage
from flows.vocabulary import FlowName, PersonStatus
from storage.concerns import Concern, ConcernKind
from storage.kept import Why
from storage.people import Person

_MENTOR = re.compile(r"\bmentor", re.IGNORECASE)


def answer(turn: Turn, found: Triage, *, to_team: bool) -> None:
    """Answer a red flag: the right help first and alone, then whether they are safe.

    Where they were writing to the team just then (`to_team`), that goes on after the first answer.

    The concern that tells the team is opened in the same transaction, so no crash can keep one
    and lose the other.
    """
    person = turn.person
    # It is answered in the language it was written in.
    person.language = language_of(turn.words) or person.language
    again = concerns.in_hand(turn.post, person, ConcernKind(found.label.value)) is not None
    concern = note(turn.post, person, found, turn.words)
    turn.say("safety-again" if again else text(found), urgent=True)
    if person.status is PersonStatus.UNDER_AGE and not again:
        turn.say("safety-under-age", urgent=True)
    if to_team:
        return
    if not again:
        asks = FlowName.KEEPING_THEM_SAFE if found.bystander else FlowName.KEEPING_SAFE
        turn.conversations.begin(asks, concern.id)
    keep_from_partner(turn, concern)


def advise(turn: Turn, found: Triage) -> Step:
    """Say whom a question of medicines, doses or results is for: to whoever asks the line, always;
    of what goes on to a partner once a day, since two people who talk of diabetes talk of doses.

    A mentor who asks for their mentee is told what the training says, and it goes to nobody.
    """
    turn.person.language = language_of(turn.words) or turn.person.language
    turn.is_advised_anew = concerns.claim_advice(
        turn.post, turn.person, turn.words, "; ".join(found.why), bystander=found.bystander
    )
    is_for_mentee = turn.world.me().is_mentor and _asks_for_mentee(turn)
    if is_for_mentee or turn.is_advised_anew or turn.partner is None:
        # Of a mentor's tablets nobody asks on a third one's behalf.
        asks = text(replace(found, bystander=found.bystander and turn.partner is None))
        turn.say("advice-for-mentee" if is_for_mentee else asks, urgent=True)
    if is_for_mentee:
        turn.offer_to_send()
        return DONE
    return PASS  # who or what is being spoken to still hears it


def _asks_for_mentee(turn: Turn) -> bool:
    """Whether it is asked of the line, for one of their mentees: "can Ben stop his metformin?"."""
    is_named = bool(mentions(turn.words, turn.partners)) and not is_letter(
        turn.words, turn.partners
    )
    return asks_for_mentee(turn.words) or is_named


def note(post: Post, person: Person, found: Triage, words: str) -> Concern:
    """Tell the team of a red flag."""
    kind, why = ConcernKind(found.label.value), "; ".join(found.why)
    return concerns.raise_concern(post, person, kind, words, why, bystander=found.bystander)


def text(found: Triage) -> str:
    """The first answer."""
    return f"safety-{found.label.value}{'-bystander' if found.bystander else ''}"


def keep_from_partner(turn: Turn, concern: Concern | None, *, says_so: bool = True) -> None:
    """A mentor is not who has to carry this; but the words are theirs to send if they wish."""
    if turn.partner is None or turn.person.status is PersonStatus.BLOCKED:
        return
    if concern is None and not says_so:
        return  # in a talk with the team: it has gone where it was to go
    is_disclosure = concern is None or concern.kind is ConcernKind.SAFEGUARDING
    if is_disclosure and _is_of_partner(turn):
        if says_so:  # nothing offers to send it to the one of whom it tells
            turn.say("safety-kept", urgent=True, partner=turn.partner)
        return
    why = Why.DISCLOSURE if is_disclosure else Why.DANGER
    turn.keep(why, None if concern is None else concern.id)
    if says_so:
        within = "hour" if is_disclosure else "day"
        turn.say("safety-not-passed-on", urgent=True, partner=turn.partner, within=within)


def _is_of_partner(turn: Turn) -> bool:
    """Whether it may tell of the partner: by name, as "my mentor", or as a complaint does."""
    is_named = bool(mentions(turn.words, turn.partners)) or _MENTOR.search(turn.words) is not None
    return is_named or ours(turn.words, turn.partners).wish in GRAVE
