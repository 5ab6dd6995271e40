"""Meeting: a mentor is asked about someone, then the person about the mentor; both say yes."""

from enum import StrEnum

from flows.matching.reasons import shared
from flows.questions import Question, choice, free_text, yes_no_in_time
from flows.talk import FlowError, Talk
from flows.vocabulary import Decline, FlowName
from flows.words import Listed
from flows.world import Someone

QUESTION_LENGTH = 300  # characters: it has to fit two SMS with what goes around it
SHOWN = 3  # reasons: an SMS has room for no more


class OfferAnswer(StrEnum):
    """What a mentor may say to an offer."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


async def offering(talk: Talk) -> FlowName | None:
    """To the mentor: what someone needs, and nothing that says who they are."""
    match_id = _match(talk)
    someone = await talk.look("someone", talk.world.offered, match_id)
    if someone is None:
        return None
    if someone.answer is not None:
        await talk.say("offering-their-answer", words=someone.answer)
    # One question may be asked first: once it was, there are two answers left.
    answer = await talk.ask("answer", _offer(someone, can_ask=not someone.asked))
    if answer is OfferAnswer.ASK:
        words = await talk.ask("question", free_text("offering-question", QUESTION_LENGTH))
        if await talk.do("asked", talk.world.ask_seeker, match_id, words):
            await talk.say("offering-question-sent")
            return None
        await talk.say("offering-question-not-sent")
        answer = await talk.ask("answer without", _offer(someone, can_ask=False))
    why = None
    if answer is OfferAnswer.NO:
        why = await talk.ask("why", choice("offering-why-not", Decline))
    accepts = answer is OfferAnswer.YES
    if not await talk.do("answered", talk.world.answer_offer, match_id, accepts, why):
        await talk.say("offering-too-late")
    else:
        await talk.say("offering-accepted" if accepts else "offering-declined")
    return None


async def asked_first(talk: Talk) -> FlowName | None:
    """To the person: one question from someone who may become their mentor."""
    match_id = _match(talk)
    question = await talk.look("question", talk.world.question_for_me, match_id)
    if question is None:
        return None
    asking = free_text("asked-first", QUESTION_LENGTH, words=question)
    words = await talk.ask("answer", asking)
    passed = await talk.do("answered", talk.world.answer_question, match_id, words)
    await talk.say("asked-first-thanks" if passed else "asked-first-not-sent")
    return None


async def meeting(talk: Talk) -> FlowName | None:
    """To the person: who said yes to them."""
    match_id = _match(talk)
    mentor = await talk.look("mentor", talk.world.proposed_mentor, match_id)
    if mentor is None:
        return None
    if mentor.introduction:
        await talk.say("meeting-introduction", words=mentor.introduction)
    accepts = await talk.ask(
        "accepts", yes_no_in_time("meeting", reasons=shared(mentor.reasons, SHOWN))
    )
    if not await talk.do("answered", talk.world.answer_mentor, match_id, accepts):
        await talk.say("meeting-too-late")
    elif not accepts:
        await talk.say("meeting-declined")
    return None


def _match(talk: Talk) -> int:
    if talk.about is None:
        raise FlowError("an offer about no match")
    return talk.about


def _offer(someone: Someone, *, can_ask: bool) -> Question[OfferAnswer]:
    answers = list(OfferAnswer) if can_ask else [OfferAnswer.YES, OfferAnswer.NO]
    needs = Listed(tuple(f"label-{need.value}" for need in someone.needs))
    reasons = shared(someone.reasons, SHOWN)
    return choice("offering", OfferAnswer, only=answers, needs=needs, reasons=reasons)
