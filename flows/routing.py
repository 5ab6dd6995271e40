"""Whom words are for: decided as a value, from what was said and how its writer stands.

Somebody who talks with a partner writes to two sides through one window: to the partner, and to the
line. A letter that the line keeps, and a complaint that reaches the one complained of, are the two
ways to fail, and so, with a partner to write to:

- what answers the open question plainly is its answer, as long as the question lives;
- a question about the partner, the line or the team never yields to the relay;
- what asks something of the line, plainly, is for the line;
- where it may be either, the words are kept and their writer is asked;
- everything else is a letter, and goes at once.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import NamedTuple

from flows.commands.intents import intent
from flows.commands.phrases import Intent
from flows.commands.wishes import Ours, Wish, ours
from flows.questions import Question, Said, Unclear
from flows.reading.text import words as typed
from flows.relay.addressing import speaks_of, speaks_to
from flows.talk import Flow
from flows.words import Wording

JUST_NOW = timedelta(hours=1)  # a question asked so lately is read generously
LATE = timedelta(days=3)  # after such a silence an answer is asked for again, not guessed
FEW = 8  # words: what is longer, and reads as an answer, is more than one
SENTENCE = 3  # words
BARE = 3  # words: so few that are an answer are nothing else

_NUMBER = re.compile(r"\d[\d.,/]*(?: (?:or|to) \d[\d.,/]*)?")
# Hints that something was understood: it was meant for an answer, and the question says what more.
_NEARLY = {
    "unclear-choices-most", "unclear-day-early", "unclear-day-late", "unclear-name-long",
    "unclear-text-long", "unclear-time-half",
}  # fmt: skip


class Fit(Enum):
    """How words read as an answer to the open question."""

    NOT = auto()
    LOOSELY = auto()  # the answer is among them
    PLAINLY = auto()  # they are the answer, and nothing else
    ANY_WORDS = auto()  # the question takes whatever is said


def fit_of(question: Question[object], words: str, wording: Wording, before: str = "") -> Fit:
    """How what someone typed reads as an answer. `before` is their last message, as in `Said`."""
    answer = question.read(Said(words, before=before), wording)
    said = typed(words)
    if isinstance(answer, Unclear) and answer.hint not in _NEARLY:
        # A number by itself was meant for an answer too, though the question has no such one.
        return Fit.PLAINLY if _NUMBER.fullmatch(" ".join(said)) else Fit.NOT
    if question.takes_any_words and answer is not None:
        return Fit.ANY_WORDS
    labels = [typed(option.label) for option in question.options(wording)]
    is_bare = len(said) <= BARE and not speaks_to(words)
    return Fit.PLAINLY if said in labels or is_bare else Fit.LOOSELY


@dataclass(frozen=True)
class Open:
    """The question that is open: of which flow, how long ago it was asked, how the words fit it."""

    flow: Flow
    age: timedelta
    fit: Fit
    is_yes_no: bool = False

    @property
    def has_lapsed(self) -> bool:
        return self.flow.lapses is not None and self.age > self.flow.lapses


@dataclass(frozen=True)
class Standing:
    """How someone stands when they write.

    `partners` are the names of those they can write to now. `shown`: what they wrote on, or
    answered, shows that it is for one of these; `named`: it begins by naming one.
    `partner_spoke`: one of these has written since the open question was asked.
    """

    partners: tuple[str, ...] = ()
    question: Open | None = None
    shown: bool = False
    named: bool = False
    partner_spoke: bool = False
    has_joined: bool = True


class To(Enum):
    """Where words go."""

    ANSWER = auto()  # to the open question
    AGAIN = auto()  # the question is asked again: they were no answer, and meant to be one
    RESUME = auto()  # it is asked again after long: nothing is guessed
    LETTER = auto()  # to the partner
    WHOM = auto()  # nowhere yet: their writer is asked
    LINE = auto()  # to the line, for the wish that they hold
    LEAVE = auto()  # whether we shall stop is asked
    ELSE = auto()  # nothing was asked, and there is nobody to write to


class Route(NamedTuple):
    """Where words go; `wish` is what they want of the line. `closes`: the open question is over."""

    to: To
    wish: Wish | None = None
    closes: bool = False


def route(words: str, standing: Standing) -> Route:
    """Whom these words are for. They are neither a command nor a red flag."""
    if standing.shown and standing.partners:
        return Route(To.LETTER)
    question = standing.question
    if _asks_to_stop(words, standing):
        return Route(To.LEAVE)
    if question is None:
        return _unasked(words, standing)
    if standing.partners:
        return _with_partner(words, standing, question)
    return _alone(words, standing, question)


def _alone(words: str, standing: Standing, question: Open) -> Route:
    """With nobody to write to, what is said is nearly always an answer."""
    flow = question.flow
    if flow.urgent:
        return _unasked(words, standing)
    if question.has_lapsed and question.fit is not Fit.PLAINLY:
        return _unasked(words, standing)._replace(closes=True)
    if question.age > LATE:
        return Route(To.RESUME)
    if question.fit is not Fit.NOT:
        return Route(To.ANSWER)
    if flow.insists:
        return Route(To.AGAIN)
    return _unasked(words, standing)._replace(closes=True)


def _with_partner(words: str, standing: Standing, question: Open) -> Route:
    flow = question.flow
    if flow.urgent or question.age > LATE:
        return _unasked(words, standing)
    if standing.named:
        return _unasked(words, standing)
    if question.fit is Fit.PLAINLY:
        return _plainly(standing, question)
    if question.has_lapsed:
        return _unasked(words, standing)
    if flow.about_us:
        return _about_us(words, standing, question)
    if question.age > JUST_NOW or (flow.ours and standing.partner_spoke):
        return _unasked(words, standing)
    is_few = len(words.split()) <= FEW
    if question.fit is Fit.LOOSELY and (is_few or not speaks_to(words)):
        return Route(To.ANSWER)
    if question.fit is Fit.ANY_WORDS:
        return Route(To.WHOM if speaks_to(words) else To.ANSWER)
    if flow.ours or not flow.insists or speaks_to(words) or not is_few:
        return _unasked(words, standing)
    found = ours(words, standing.partners)
    return Route(To.LINE, found.wish) if found.ours is Ours.PLAINLY else Route(To.WHOM)


def _plainly(standing: Standing, question: Open) -> Route:
    flow = question.flow
    if question.has_lapsed:
        return Route(To.ANSWER if flow.ours else To.WHOM)
    # "yes", when both we and the partner have asked something: neither can be taken for the other.
    both_asked = flow.ours and standing.partner_spoke and question.is_yes_no
    return Route(To.WHOM if both_asked else To.ANSWER)


def _about_us(words: str, standing: Standing, question: Open) -> Route:
    """The question is of the partner, of the line, or to the team: no answer to it is a letter."""
    if question.age <= JUST_NOW:
        if question.fit is Fit.NOT:
            return Route(To.WHOM if speaks_to(words) else To.AGAIN)
        return Route(To.ANSWER)
    if question.fit is Fit.ANY_WORDS or question.fit is Fit.LOOSELY:
        return Route(To.WHOM)
    return Route(To.WHOM) if speaks_of(words, standing.partners) else _unasked(words, standing)


def _unasked(words: str, standing: Standing) -> Route:
    """As if nothing were being asked."""
    if not standing.partners:
        return Route(To.ELSE)
    found = ours(words, standing.partners)
    if standing.named:  # whoever begins with a partner's name may still be speaking of them
        is_of_them = found.wish in (Wish.COMPLAINT, Wish.CHANGE)
        return Route(To.WHOM, found.wish) if is_of_them else Route(To.LETTER)
    match found.ours:
        case Ours.PLAINLY:
            return Route(To.LINE, found.wish)
        case Ours.MAYBE:
            return Route(To.WHOM, found.wish)
        case Ours.NOT:
            return Route(To.LETTER)


def _asks_to_stop(words: str, standing: Standing) -> bool:
    """A whole sentence that asks us to stop is that even where any words would be an answer."""
    question = standing.question
    if not standing.has_joined or standing.named:
        return False
    if question is not None and question.fit is Fit.PLAINLY:
        return False
    is_sentence = len(words.split()) >= SENTENCE
    return (is_sentence or question is None) and intent(words) is Intent.STOP
