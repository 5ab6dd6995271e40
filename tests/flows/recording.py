"""Records answer logs of the flows: `python -m tests.flows.recording`.

Each flow is talked through until every option of every question, and every kind of thing that the
world may tell it, has been met. `logs/<flow>.<version>.jsonl` holds one conversation a line. Once a
version is released its file is never changed: people are in the middle of such conversations.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import wraps
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from flows.book import BOOK
from flows.profile import Profile
from flows.questions import Partial, Place, Question, Said, Unclear
from flows.questions.choosing import DONE
from flows.talk import Entry, Flow, Log, advance
from flows.vocabulary import Need
from flows.words import Wording
from flows.world import MentorWorld, World

LOGS = Path(__file__).parent / "logs"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ABOUT = 1
ASHA = Wording()

SAYINGS = ("Asha", "GL1", "half past 10 am")
SAMPLES: dict[object, Sequence[object]] = {
    NoneType: [None],
    bool: [True, False],
    int: [1],
    float: [1.5],
    str: ["Mo"],
    date: [date(2027, 11, 22)],
    datetime: [datetime(2026, 11, 23, 10, 0, tzinfo=UTC)],
    Profile: [Profile(needs=(Need.FOOD,), place=Place("GL1"))],
}


@dataclass(frozen=True)
class Conversation:
    """One from its beginning to its end; `then` is the flow that it went on to."""

    log: Log
    then: str | None

    def to_json(self) -> str:
        return json.dumps({"log": self.log, "then": self.then}, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> "Conversation":
        told = json.loads(line)
        return cls(tuple(Entry(*entry) for entry in told["log"]), told["then"])


class Way:
    """A way through a flow: which branch is taken at each fork.

    Where none is given it is the first; at the same fork again the next, so that loops end.
    """

    def __init__(self, branches: Sequence[int]) -> None:
        self.branches = list(branches)
        self.forks: list[tuple[str, int]] = []  # those met: the name, and how many branches

    def take(self, fork: str, among: Sequence[Any]) -> Any:
        if len(self.branches) == len(self.forks):
            self.branches.append(self.forks.count((fork, len(among))) % len(among))
        self.forks.append((fork, len(among)))
        return among[self.branches[len(self.forks) - 1]]


class AnyWorld:
    """A world that tells whatever the way says, of what it could tell."""

    def __init__(self, way: Way, kind: type = World) -> None:
        self._way = way
        self._kind = kind

    @property
    def mentoring(self) -> "AnyWorld":
        return AnyWorld(self._way, MentorWorld)

    def __getattr__(self, name: str) -> Callable[..., object]:
        asked = getattr(self._kind, name)
        told = get_type_hints(asked)["return"]

        @wraps(asked)
        def tell(*_: object) -> object:
            return self._way.take(name, possible(told))

        return tell


def possible(shape: Any) -> Sequence[object]:
    """Values of a type, enough for a flow to go each of its ways."""
    if shape in SAMPLES:
        return SAMPLES[shape]
    parts = get_args(shape)
    if isinstance(shape, UnionType):
        return [value for part in parts for value in possible(part)]
    if parts and parts[-1] is Ellipsis:
        values = possible(parts[0])
        several = values[:2] if is_dataclass(parts[0]) else values
        return [tuple(several), *((value,) for value in values[:2]), ()]
    if parts:
        return [tuple(possible(part)[0] for part in parts)]
    if isinstance(shape, type) and issubclass(shape, StrEnum):
        return list(shape)
    if is_dataclass(shape):
        return list(_objects(shape))
    raise TypeError(f"no sample of {shape}")


def _objects(shape: Any) -> Iterator[object]:
    """Objects that differ from the first in one field; two of them where they have an id."""
    hints = get_type_hints(shape)
    values = {field.name: possible(hints[field.name]) for field in fields(shape)}
    first = shape(**{name: those[0] for name, those in values.items()})
    yield first
    if "id" in values:
        yield replace(first, id=2, name="Ben")
    for name, those in values.items():
        for value in those[1:]:
            yield replace(first, **{name: value})


def answers(question: Question[object]) -> Sequence[Said]:
    """What may be said to it: every option; where there is none, words that it can read."""
    options = question.options(ASHA)
    if not options:
        told = [Said(text) for text in SAYINGS]
        return [said for said in told if not isinstance(question.read(said, ASHA), Unclear)][:1]
    pressed = [Said(pressed=value) for value, _ in options]
    return [
        Said(pressed=DONE, chosen=(said.pressed or "",))
        if isinstance(question.read(said, ASHA), Partial)
        else said
        for said in pressed
    ]


def conversation(flow: Flow, way: Way) -> Conversation | None:
    """One to its end; None where it asks for one of nothing, which the line never lets it."""
    world: Any = AnyWorld(way)
    step = advance(flow, world, ASHA, (), now=NOW, about=ABOUT)
    while step.question is not None:
        among = answers(step.question)
        if not among:
            return None
        said = way.take(step.question.prompt, among)
        step = advance(
            flow, world, ASHA, step.log, now=NOW, about=ABOUT, said=said, asking=step.asking
        )
    return Conversation(step.log, step.then)


def conversations(flow: Flow) -> Iterator[Conversation]:
    """Conversations that between them take each branch of each fork."""
    taken: set[tuple[str, int]] = set()
    ways: list[tuple[int, ...]] = [()]
    for branches in ways:
        way = Way(branches)
        if (found := conversation(flow, way)) is not None:
            yield found
        for place, (fork, size) in enumerate(way.forks):
            for branch in range(size):
                if (fork, branch) not in taken:
                    taken.add((fork, branch))
                    ways.append((*way.branches[:place], branch))


def file_of(flow: Flow, version: int) -> Path:
    return LOGS / f"{flow.name}.{version}.jsonl"


def main() -> None:
    for flow in BOOK.values():
        lines = dict.fromkeys(each.to_json() for each in conversations(flow))
        file_of(flow, flow.version).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    LOGS.mkdir(exist_ok=True)
    main()
