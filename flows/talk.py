"""Talk: how a conversation is written as a script, and the replay that makes it durable.

A flow is a coroutine over a `Talk`. It asks, says, looks and does; what came back is kept in a
`Log`. On the next message the flow is run again from the top, the log hands back what it holds,
and the flow stops at the first question without an answer. So nothing of a conversation lives
in memory: it survives a restart, a deploy, weeks of silence and a change of channel.

Nothing here waits or touches the world. `advance` drives the coroutine with `send`.
"""

from collections.abc import Callable, Coroutine, Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from inspect import unwrap
from types import coroutine
from typing import Literal, NamedTuple, ParamSpec, TypeVar, get_type_hints

from pydantic import JsonValue, TypeAdapter, ValidationError

from flows.questions import Misfit, Partial, Question, Said, Unclear
from flows.vocabulary import FlowName
from flows.words import Argument, Wording
from flows.world import World

P = ParamSpec("P")
T = TypeVar("T")

Kind = Literal["ask", "say", "look", "do"]


class Entry(NamedTuple):
    """One thing that happened in a conversation: its kind, its key, and what came back."""

    kind: Kind
    key: str
    value: JsonValue


Log = tuple[Entry, ...]

WAITING = "waiting"
"""What a flow goes on to where the words that it held answer the question that waits."""


class FlowError(Exception):
    """A flow is written wrongly: a mistake of ours, never of the person in it."""


class DuplicateKey(FlowError):
    """A key was used twice in one run, so that an answer could be handed to the wrong question."""


class NoWayBack(Exception):
    """BACK would undo something that was done, and what was done stays done."""


@dataclass(frozen=True)
class Line:
    """One message to the person: the text's id and arguments, and the question it asks, if any."""

    message: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    question: Question[object] | None = None


@dataclass(frozen=True)
class Step:
    """What one run of a flow came to.

    `asking` is the key of the question now open; None when the flow has ended, and then
    `then` may name the flow to go on with. `unclear` is set when the message could not be read
    as an answer to the open question, `partial` when it ticked one of several: nothing else has
    changed.
    """

    log: Log
    lines: tuple[Line, ...]
    asking: str | None
    question: Question[object] | None
    then: str | None = None
    unclear: Unclear | None = None
    partial: Partial | None = None


class _Asking(NamedTuple):
    key: str
    question: Question[object]


@coroutine
def _wait_for_answer(asking: _Asking) -> Generator[_Asking, None, None]:
    yield asking


@cache
def _shape(function: Callable[..., object]) -> TypeAdapter[object]:
    """How what a World function returns is written to JSON and read back as the same type."""
    return TypeAdapter(get_type_hints(unwrap(function)).get("return", object))


def _shape_of(fact: Callable[..., object]) -> TypeAdapter[object]:
    return _shape(getattr(fact, "__func__", fact))


class Talk:
    """What a flow holds: the conversation so far, and what it may say, ask, look up and do.

    `now` is when the conversation began, `about` the row it is about (a match, a check-in),
    or None. Both are the same at every replay.
    """

    def __init__(
        self,
        world: World,
        wording: Wording,
        log: Log,
        *,
        now: datetime,
        about: int | None = None,
        said: Said | None = None,
        asking: str | None = None,
    ) -> None:
        self.world = world
        self.now = now
        self.about = about
        self._wording = wording
        self._stored = {(entry.kind, entry.key): entry.value for entry in log}
        self._log = list(log)
        self._said = said
        self._asking = asking
        self._used: set[tuple[str, str]] = set()
        self._times_said: dict[str, int] = {}
        self.lines: list[Line] = []
        self.unclear: Unclear | None = None
        self.partial: Partial | None = None

    async def say(self, message: str, **args: Argument) -> None:
        """Say it once, however often the flow is run again."""
        time = self._times_said[message] = self._times_said.get(message, 0) + 1
        key = message if time == 1 else f"{message}~{time}"
        if ("say", key) not in self._stored:
            self._record("say", key, None)
            self.lines.append(Line(message, args))

    def word(self, message: str) -> str:
        """A text in the person's language, to be part of a question: an option's label."""
        return self._wording.text(message)

    async def ask(self, key: str, question: Question[T]) -> T:
        """The answer, as the question's own type. The flow rests here until there is one."""
        self._use("ask", key)
        if ("ask", key) in self._stored:
            try:
                return question.restore(self._stored["ask", key])
            except Misfit:
                self._forget("ask", key)
        said, self._said = self._said, None
        if said is not None and key == self._asking:
            answer = question.read(said, self._wording)
            if isinstance(answer, Unclear):
                self.unclear = answer
            elif isinstance(answer, Partial):
                self.partial = answer
            else:
                self._record("ask", key, question.store(answer))
                return answer
        await _wait_for_answer(_Asking(key, question))
        raise FlowError(f"the question {key!r} was left open, and the flow went on")

    async def look(self, key: str, fact: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """A fact as it was when it was first looked up: later runs see the same one."""
        return self._once("look", key, fact, *args, **kwargs)

    async def do(self, key: str, effect: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it once. What was done stays done, and BACK does not go behind it."""
        return self._once("do", key, effect, *args, **kwargs)

    def _once(
        self, kind: Kind, key: str, call: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        self._use(kind, key)
        shape: TypeAdapter[T] = _shape_of(call)  # type: ignore[assignment]  # T is call's return
        if (kind, key) in self._stored:
            try:
                return shape.validate_python(self._stored[kind, key])
            except ValidationError:
                if kind == "do":
                    raise
                self._forget(kind, key)
        value = call(*args, **kwargs)
        self._record(kind, key, shape.dump_python(value, mode="json"))
        return value

    def _use(self, kind: Kind, key: str) -> None:
        if (kind, key) in self._used:
            raise DuplicateKey(f"{kind} {key!r} twice in one run")
        self._used.add((kind, key))

    def _record(self, kind: Kind, key: str, value: JsonValue) -> None:
        self._log.append(Entry(kind, key, value))

    def _forget(self, kind: Kind, key: str) -> None:
        del self._stored[kind, key]
        self._log = [entry for entry in self._log if (entry.kind, entry.key) != (kind, key)]


Script = Callable[[Talk], Coroutine[object, None, str | None]]


@dataclass(frozen=True)
class Flow:
    """A conversation of the line: its script, and the versions of its log that it can replay.

    One that does not insist is ended by a message that is no answer to it. `lapses`: how long after
    it was asked words are no more taken for its answer, and it is not asked again. One that is
    `ours` we began ourselves, so that whoever writes next may not have it in mind. One that is
    `about_us` asks about a partner, about the line, or to the team: no answer to it may reach a
    partner. A plain answer to one that is `certain` is its own, whoever else has asked something
    meanwhile. What an urgent one says goes before anything else that is queued, and it is for
    everyone: for those who opted out or are blocked, too. One that is to the team is how people
    tell it something: a red flag in an answer is answered, and the answer is kept. One that is a
    right goes on with someone who has opted out: it answers what they ask.
    """

    name: FlowName
    script: Script
    version: int = 1
    oldest: int = 1
    insists: bool = True
    lapses: timedelta | None = None
    we_began: bool = False
    about_us: bool = False
    certain: bool = False
    urgent: bool = False
    to_team: bool = False
    is_right: bool = False

    def can_replay(self, version: int) -> bool:
        return self.oldest <= version <= self.version


def advance(
    flow: Flow,
    world: World,
    wording: Wording,
    log: Log,
    *,
    now: datetime,
    about: int | None = None,
    said: Said | None = None,
    asking: str | None = None,
) -> Step:
    """Run the flow from the top to its next open question, or to its end.

    `said` is the person's message, and `asking` the key of the question that they were asked:
    if a deploy has put another question before it, theirs is not taken for its answer.
    `now` is when the conversation began. Raises what the world's functions raise.
    """
    talk = Talk(world, wording, log, now=now, about=about, said=said, asking=asking)
    script = flow.script(talk)
    try:
        opened = script.send(None)
    except StopIteration as end:
        return Step(tuple(talk._log), tuple(talk.lines), None, None, then=end.value)
    finally:
        script.close()
    if not isinstance(opened, _Asking):
        raise FlowError(f"{flow.name} awaited something that is not of its talk")
    key, question = opened
    if talk.unclear is None and talk.partial is None:
        talk.lines.append(Line(question.prompt, question.args, question))
    log, lines = tuple(talk._log), tuple(talk.lines)
    return Step(log, lines, key, question, unclear=talk.unclear, partial=talk.partial)


def back(log: Log) -> Log:
    """The log without its last answer and all that followed from it.

    Raises NoWayBack where there is no answer to forget, or something was done since.
    """
    for place in range(len(log) - 1, -1, -1):
        if log[place].kind == "do":
            break
        if log[place].kind == "ask":
            return log[:place]
    raise NoWayBack
