"""Whom words are for: decided as a value, from what was said and how its writer stands.

Somebody who talks with a partner writes to two sides through one window: to the partner, and to the
line. A letter that the line keeps, and a complaint that reaches the one complained of, are the two
ways to fail, and so, with a partner to write to:

- words that show for whom they are (a Reply, an answer to "for whom?") are for them;
- a whole sentence that asks us to stop asks that, whatever was open;
- what answers the open question by all its words is its answer, as long as the question lives, but
  for a yes or no when the partner has spoken since: it may be to either, and the writer is asked;
- a number that answers what we asked is its answer for three days, though the question has lapsed;
- a question about the partner, the line or the team never yields to the relay: within the hour what
  is said to it is its answer, or it is asked again, unless it may be a letter that crossed with it;
  later, what may be meant for it is asked about;
- within the hour of another question what has an answer in it is one, unless it speaks to somebody;
- a letter that begins by calling the partner goes to them, unless it complains of them;
- what asks something of the line, plainly, is for the line; near a match's planned end so is what
  asks to carry on;
- where it may be either, the words are kept and their writer is asked;
- what is said of the partner within minutes of such an answer may go on from there, and is asked
  about;
- everything else is a letter, and goes at once.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from flows.commands.intents import intent
from flows.commands.phrases import Intent
from flows.commands.wishes import Ours, Wish, asks_to_carry_on, ours
from flows.questions import LATER, Question, Said, Unclear
from flows.reading import replies
from flows.reading.options import is_option
from flows.reading.plain import folded
from flows.reading.text import listed
from flows.reading.text import words as typed
from flows.relay.addressing import (
    calls,
    greets,
    has_someone,
    names_only,
    speaks_of,
    speaks_to,
    tells_of,
)
from flows.talk import Flow
from flows.vocabulary import FlowName, Language
from flows.words import Wording

JUST_NOW = timedelta(hours=1)  # a question asked so lately is read generously
GOES_ON = timedelta(minutes=10)  # after an answer, what more is said of the same may belong to it
LATE = timedelta(days=3)  # after such a silence an answer is asked for again, not guessed
FEW = 8  # words: what is longer, and reads as an answer, is more than one
SENTENCE = 3  # words
BARE = 3  # words: so few that are an answer are nothing else
POLITE = 5  # words, where they begin with a yes or a no

_NUMBER = re.compile(r"\d[\d.,/]*(?: (?:or|to) \d[\d.,/]*)?")
_OF_THEIRS = re.compile(r"\s*(?:and |so |oh |well )?(?:our|my) (?!mentor)\w+", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<!\w)(?:he|she|him|his|her|hers|hes|shes)(?!\w)", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_OUTRIGHT = re.compile(r"(?:y|n|yes|no|yep|yeah|yup|ye|aye|nope|nah|not|number|option|\d)\b", re.I)
_ANSWERS = (
    "yes", "agree", "no", "not", "filler", "skip", "done", "all", "both", "one", "pointing",
    "number-sign", "numbers", "ordinals", "last-one",
)  # fmt: skip
# A whole sentence that asks us to stop has one of these, in whatever language: "whoever runs this,
# thank you" only reads like one.
_STOPS = re.compile(
    r"stop|unsub|cancel|quit|leave|remove|delete|enough|no more|any ?more|never|don'?t|dont|do not"
    r"|opt|off|away|alone|end|finish|block|rather not|not (?:want|wish|interested)|[^\x00-\x7f]"
    r"|band|ruk|przesta|koniec|nie|paid|peidi|dim|bas\b|mat\b|nahi|chup",
)
_TO_ANOTHER = re.compile(r"\s*(?:do|did|would|shall) (?:you|u|we|i)(?!\w)", re.IGNORECASE)
# Words around a name that only point at it: "its for asha of course".
_POINTING = {
    "that", "thats", "that's", "it", "its", "it's", "was", "is", "for", "to", "of", "course",
    "obviously", "please", "pls", "meant", "mean", "sorry",
}  # fmt: skip
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
    if isinstance(answer, Unclear) and answer.hint == LATER:
        return Fit.PLAINLY  # it says when they will answer, and nothing else
    if isinstance(answer, Unclear) and answer.hint not in _NEARLY:
        # A number by itself was meant for an answer too, though the question has no such one.
        return Fit.PLAINLY if _NUMBER.fullmatch(" ".join(said)) else Fit.NOT
    options = question.options(wording)
    is_option_of_ours = any(answer == option.value for option in options)
    if question.takes_any_words and answer is not None and not is_option_of_ours:
        return Fit.ANY_WORDS
    labels = [typed(option.label) for option in options]
    if said in labels or " ".join(said) in question.other_names(wording):
        return Fit.PLAINLY
    if speaks_to(words) or words.rstrip().endswith("?"):
        return Fit.LOOSELY
    if not labels:
        return Fit.PLAINLY if len(said) <= BARE else Fit.LOOSELY
    known = _answering(wording.language).union(*labels)
    said = [word for word in said if word not in _POINTING] or said  # "its for asha of course"
    is_all = all(word.isdecimal() or _is_of(word, known) for word in said)
    is_led = replies.sense(said[0], wording) is not None  # "yes that's fine thank you"
    return Fit.PLAINLY if is_all and len(said) <= (POLITE if is_led else BARE) else Fit.LOOSELY


@cache
def _answering(language: Language) -> frozenset[str]:
    """The words that a yes, a no, a choice and their politeness are made of."""
    phrases = frozenset[str]().union(*(listed(language, name) for name in _ANSWERS))
    return frozenset(word for phrase in phrases for word in phrase.split())


def _is_of(word: str, known: frozenset[str]) -> bool:
    """Whether it is a known word, or is short for one: "weds"."""
    short = word.removesuffix("s")
    return word in known or (len(short) > 2 and any(each.startswith(short) for each in known))


@dataclass(frozen=True)
class Open:
    """The question that is open: of which flow, how long ago it was asked, how the words fit it.

    `has_options`: there are answers to choose from; `is_option`: the words are one of them as we
    wrote it, or its number.
    """

    flow: Flow
    age: timedelta
    fit: Fit
    is_yes_no: bool = False
    has_options: bool = False
    is_option: bool = False

    @property
    def has_lapsed(self) -> bool:
        return self.flow.lapses is not None and self.age > self.flow.lapses


def as_read(
    flow: Flow,
    question: Question[object],
    age: timedelta,
    words: str,
    wording: Wording,
    before: str = "",
) -> Open:
    """The open question of a flow, with these words read as its answer."""
    options = question.options(wording)
    return Open(
        flow,
        age,
        fit_of(question, words, wording, before),
        is_yes_no=question.is_yes_no,
        has_options=bool(options),
        is_option=is_option(words, [label for _, label in options], wording),
    )


@dataclass(frozen=True)
class Standing:
    """How someone stands when they write.

    `partners` are the names of those they can write to now. `shown`: what they wrote on, or
    answered, shows that it is for one of these; `named`: it begins by naming one.
    `partner_spoke`: one of these has written since the open question was asked. `has_told`: they
    answered us about the partner, the line or the team just now (`GOES_ON`). `ends_soon`: the
    planned end of their match, when we ask whether they would carry on, is less than a week away.
    `with_team`: a coordinator wrote to them within the hour, and it may as well be for the team.
    """

    partners: tuple[str, ...] = ()
    question: Open | None = None
    shown: bool = False
    named: bool = False
    partner_spoke: bool = False
    has_told: bool = False
    ends_soon: bool = False
    has_joined: bool = True
    with_team: bool = False


class To(Enum):
    """Where words go."""

    ANSWER = auto()  # to the open question
    AGAIN = auto()  # the question is asked again: they were no answer, and meant to be one
    RESUME = auto()  # it is asked again after long: nothing is guessed
    LETTER = auto()  # to the partner
    WHOM = auto()  # nowhere yet: their writer is asked
    LINE = auto()  # to the line, for the wish that they hold
    CARRY_ON = auto()  # to the line: they would like their match to go on
    LEAVE = auto()  # whether we shall stop is asked
    ELSE = auto()  # nothing was asked, and there is nobody to write to


class Route(NamedTuple):
    """Where words go; `wish` is what they want of the line. `closes`: the open question is over."""

    to: To
    wish: Wish | None = None
    closes: bool = False


def route(words: str, standing: Standing) -> Route:
    """Whom these words are for. They are neither a command nor a red flag."""
    question = standing.question
    if standing.shown and (standing.partners or question is None):
        return Route(To.LETTER)  # to one who has left, too: they hear that it can't go there
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
    if flow.urgent:
        return _unasked(words, standing)
    is_called = greets(words) or calls(words, standing.partners)
    if flow.name is FlowName.WHOM and names_only(words, standing.partners):
        return Route(To.ANSWER)
    if standing.named and (is_called or not flow.about_us):
        return _unasked(words, standing)
    if question.fit is Fit.PLAINLY:
        return _plainly(words, standing, question)
    if question.age > LATE or question.has_lapsed:
        return _unasked(words, standing)
    if flow.about_us:
        return _about_us(words, standing, question)
    if question.age > JUST_NOW or (flow.we_began and standing.partner_spoke):
        return _unasked(words, standing)
    return _just_asked(words, standing, question)


def _plainly(words: str, standing: Standing, question: Open) -> Route:
    """An answer by all its words, though a yes may be one to two questions."""
    is_yes_no = question.is_yes_no or replies.sense(words, Wording()) in ("yes", "no")
    if question.age > LATE and question.has_lapsed:
        return _unasked(words, standing)
    if question.age > LATE and is_yes_no:
        return Route(To.RESUME)
    is_outright = question.is_option or not question.has_options or _OUTRIGHT.match(words.strip())
    is_vague = is_yes_no and not is_outright
    if question.flow.about_us and question.age > JUST_NOW and is_vague:
        return Route(To.WHOM)  # "brilliant", said to whoever they were talking with
    if question.flow.certain and not question.has_lapsed:
        return Route(To.ANSWER)
    if not question.has_lapsed:
        return Route(To.WHOM if is_yes_no and standing.partner_spoke else To.ANSWER)
    # What came back late: a number is still the check-in's, a yes may be to anything.
    if question.flow.we_began and not is_yes_no:
        return Route(To.ANSWER)
    return _unasked(words, standing) if standing.partner_spoke else Route(To.WHOM)


def _about_us(words: str, standing: Standing, question: Open) -> Route:
    """The question is of the partner, of the line, or to the team: no answer to it is a letter."""
    if question.age > JUST_NOW:
        is_meant = standing.named or question.fit is Fit.LOOSELY
        is_meant = is_meant or (question.flow.to_team and not speaks_to(words))
        is_meant = is_meant or (question.fit is Fit.ANY_WORDS and not question.has_options)
        if is_meant or speaks_of(words, standing.partners):
            return Route(To.WHOM)
        return _unasked(words, standing)
    is_told = question.fit is Fit.ANY_WORDS and not question.has_options
    if is_told and not greets(words):
        return Route(To.ANSWER)
    if speaks_to(words) or standing.named:
        return Route(To.WHOM)
    found = ours(words, standing.partners)
    if not is_told and found.ours is Ours.PLAINLY:
        return Route(To.LINE, found.wish)
    if question.fit is Fit.LOOSELY:
        return Route(To.ANSWER)
    # An answer to the partner, or a whole letter, may have crossed with the question.
    is_long = standing.partner_spoke or len(words.split()) > FEW
    if is_long and not speaks_of(words, standing.partners):
        return Route(To.WHOM)
    return Route(To.AGAIN if question.fit is Fit.NOT else To.ANSWER)


def _just_asked(words: str, standing: Standing, question: Open) -> Route:
    """Within the hour: what may be an answer is read generously."""
    flow, fit = question.flow, question.fit
    if flow.name is FlowName.WHOM:  # only a name, or its number, says for whom the words were
        return _unasked(words, standing)
    found = ours(words, standing.partners)
    if found.ours is Ours.PLAINLY:
        return Route(To.LINE, found.wish)
    is_to_someone, is_few = speaks_to(words), len(words.split()) <= FEW // 2
    if fit is Fit.ANY_WORDS:
        return Route(To.WHOM if is_to_someone else To.ANSWER)
    if fit is Fit.LOOSELY and not is_to_someone:
        # "no health problems this week" is no answer to what we asked out of the blue.
        is_chat = (flow.we_began and question.is_yes_no) or (not flow.insists and not is_few)
        if not flow.we_began and len(words.split()) > FEW and _DIGITS.search(words):
            return Route(To.WHOM)  # "the match finished 2 1": numbers in a whole letter
        return _unasked(words, standing) if is_chat else Route(To.ANSWER)
    if flow.we_began or not flow.insists or is_to_someone or len(words.split()) > FEW:
        return _unasked(words, standing)
    return Route(To.WHOM, found.wish)


def _unasked(words: str, standing: Standing) -> Route:
    """As if nothing were being asked."""
    if not standing.partners:
        return Route(To.ELSE)
    found = ours(words, standing.partners)
    is_called = standing.named and (greets(words) or calls(words, standing.partners))
    if standing.with_team and not is_called:
        return Route(To.WHOM, found.wish)
    if standing.named:  # whoever begins with a partner's name may still be speaking of them
        is_of_them = found.wish in (Wish.COMPLAINT, Wish.CHANGE)
        if is_of_them and tells_of(words, standing.partners):
            return Route(To.WHOM, found.wish)
        return Route(To.LETTER)
    if standing.ends_soon and asks_to_carry_on(words, standing.partners):
        return Route(To.CARRY_ON)
    match found.ours:
        case Ours.PLAINLY:
            return Route(To.LINE, found.wish)
        case Ours.MAYBE:
            return Route(To.WHOM, found.wish)
        case Ours.NOT:
            goes_on = standing.has_told and _goes_on(words, standing)
            return Route(To.WHOM if goes_on else To.LETTER)


def _goes_on(words: str, standing: Standing) -> bool:
    """Whether it says more of the partner to us: "and she never replies". Who begins with somebody
    of their own, "our Liam passed his test", tells the partner of them."""
    is_of_them = speaks_of(words, standing.partners)
    return is_of_them and (_OF_THEIRS.match(words) is None or _names(words, standing.partners))


def _names(words: str, partners: tuple[str, ...]) -> bool:
    return has_someone(words, partners) and speaks_of(_PRONOUN.sub("", words), partners)


def _asks_to_stop(words: str, standing: Standing) -> bool:
    """A whole sentence that asks us to stop is that even where any words would be an answer."""
    question = standing.question
    if not standing.has_joined or standing.named:
        return False
    if question is not None and question.fit is Fit.PLAINLY:
        return False
    if _TO_ANOTHER.match(words) or not _STOPS.search(folded(words)):
        return False
    is_sentence = len(words.split()) >= SENTENCE
    if not (is_sentence or question is None) or intent(words) is not Intent.STOP:
        return False
    # "I don't want to text with Mo any more" is for us, but does not ask us to stop.
    return not standing.partners or ours(words, standing.partners).ours is not Ours.PLAINLY
