"""The replay: a conversation picks up where it was, whatever happened in between."""

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from flows.questions import Option, Partial, Place, Said, choice, choices, free_text, pick, yes_no
from flows.talk import (
    DuplicateKey,
    Entry,
    Flow,
    FlowError,
    Line,
    Log,
    NoWayBack,
    Script,
    Step,
    Talk,
    advance,
    back,
)
from flows.vocabulary import Diabetes, Need
from flows.words import Wording

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ASHA = Wording()


@dataclass(frozen=True)
class Group:
    name: str
    meets: time
    place: Place


@dataclass
class Town:
    """A world that counts what it is asked for and told to do."""

    groups: tuple[Group, ...] = (Group("Walkers", time(10), Place("GL5")),)
    calls: list[str] = field(default_factory=list)

    def groups_near(self, place: Place) -> tuple[Group, ...]:
        self.calls.append("groups")
        return self.groups

    def save(self, *facts: object) -> int:
        self.calls.append("save")
        return len(self.calls)


class Chat:
    """One person's conversation as the turn would keep it: between messages, only the log."""

    def __init__(self, script: Script, world: Any = None) -> None:
        self.flow = Flow("chat", script)
        self.world = world or Town()
        self.log: Log = ()
        self.asking: str | None = None
        self.chosen: tuple[str, ...] = ()

    def send(self, text: str | None = None, *, pressed: str | None = None) -> Step:
        said = None
        if text is not None or pressed is not None:
            said = Said(text or "", pressed=pressed, chosen=self.chosen)
        return self.keep(
            advance(self.flow, self.world, ASHA, self.log, now=NOW, said=said, asking=self.asking)
        )

    def keep(self, step: Step) -> Step:
        self.log, self.asking = step.log, step.asking
        self.chosen = step.partial.chosen if step.partial else ()
        return step

    def back(self) -> Step:
        self.log, self.asking = back(self.log), None
        return self.send()


def messages(step: Step) -> list[str]:
    return [line.message for line in step.lines]


async def joining(talk: Talk) -> str | None:
    await talk.say("joining-welcome")
    if not await talk.ask("consent", yes_no("joining-consent")):
        await talk.say("joining-declined")
        return None
    diabetes = await talk.ask("diabetes", choice("joining-diabetes", Diabetes))
    needs = await talk.ask("needs", choices("joining-needs", Need))
    await talk.do("saved", talk.world.save, diabetes, needs)
    await talk.say("joining-done", name="Asha")
    await talk.ask("more", free_text("checkin-words"))
    return "menu"


def test_a_conversation_is_asked_answered_and_ended() -> None:
    asha = Chat(joining)
    assert messages(asha.send()) == ["joining-welcome", "joining-consent"]
    assert messages(asha.send("yeah go on")) == ["joining-diabetes"]
    assert messages(asha.send("t2")) == ["joining-needs"]
    assert messages(asha.send("1 and 3")) == ["joining-done", "checkin-words"]
    end = asha.send("that is all")
    assert (end.asking, end.question, end.then, end.lines) == (None, None, "menu", ())


def test_each_run_starts_from_the_log_alone_and_does_nothing_twice() -> None:
    asha = Chat(joining)
    for text in (None, "yes", "type 1", "food"):
        step = asha.send(text)
    for _ in range(3):
        step = advance(asha.flow, asha.world, ASHA, asha.log, now=NOW)
        assert messages(step) == ["checkin-words"]
        assert step.log == asha.log
    assert asha.world.calls == ["save"]


def test_the_open_question_comes_with_its_line() -> None:
    step = Chat(joining).send()
    assert step.asking == "consent"
    assert step.lines[-1] == Line("joining-consent", {}, step.question)


def test_an_unclear_answer_changes_nothing() -> None:
    asha = Chat(joining)
    before = asha.send()
    step = asha.send("hmm")
    assert step.unclear is not None
    assert step.unclear.hint == "unclear-yes-no"
    assert (step.log, step.lines, step.asking) == (before.log, (), "consent")


def test_a_tick_leaves_the_log_alone_until_done() -> None:
    asha = Chat(joining)
    for text in (None, "yes", "type 1"):
        before = asha.send(text)
    step = asha.send(pressed="food")
    assert step.partial == Partial(("food",))
    assert (step.log, step.lines, step.unclear, step.asking) == (before.log, (), None, "needs")
    asha.send(pressed="feelings")
    step = asha.send(pressed="done")
    assert step.partial is None
    assert Entry("ask", "needs", ["food", "feelings"]) in step.log


def test_back_forgets_the_last_answer_and_asks_again() -> None:
    asha = Chat(joining)
    for text in (None, "yes", "type 1"):
        asha.send(text)
    assert messages(asha.back()) == ["joining-diabetes"]
    assert messages(asha.send("type 2")) == ["joining-needs"]
    assert Entry("ask", "diabetes", "type2") in asha.log


def test_back_never_goes_behind_what_was_done() -> None:
    asha = Chat(joining)
    with pytest.raises(NoWayBack):
        back(asha.log)
    for text in (None, "yes", "type 1", "food"):
        asha.send(text)
    with pytest.raises(NoWayBack):
        asha.back()


def test_a_question_inserted_by_a_deploy_is_asked_and_nothing_is_said_again() -> None:
    async def longer(talk: Talk) -> None:
        await talk.say("joining-welcome")
        await talk.ask("adult", yes_no("joining-adult"))
        await talk.ask("consent", yes_no("joining-consent"))
        await talk.ask("diabetes", choice("joining-diabetes", Diabetes))

    asha = Chat(joining)
    for text in (None, "yes"):
        asha.send(text)
    asha.flow = Flow("chat", longer, version=2)
    step = asha.send("type 2")  # to the question about diabetes, which now comes later
    assert messages(step) == ["joining-adult"]
    assert step.unclear is None
    assert messages(asha.send("yes")) == ["joining-diabetes"]


def test_an_answer_is_not_taken_for_a_question_that_was_not_asked() -> None:
    step = advance(Flow("f", joining), Town(), ASHA, (), now=NOW, said=Said("yes"), asking="other")
    assert step.asking == "consent"
    assert step.unclear is None
    assert messages(step) == ["joining-welcome", "joining-consent"]


def test_a_stored_answer_that_no_longer_fits_is_asked_again() -> None:
    asha = Chat(joining)
    asha.log = (Entry("ask", "consent", True), Entry("ask", "diabetes", "type9"))
    step = asha.send()
    assert step.asking == "diabetes"
    assert Entry("ask", "diabetes", "type9") not in step.log
    asha.send("type 1")
    assert Entry("ask", "diabetes", "type1") in asha.log


def test_an_option_that_is_gone_is_asked_again() -> None:
    async def picking(talk: Talk) -> None:
        groups: list[Group] = talk.world.groups
        await talk.ask("group", pick("joining-name", [Option(g.name, g.name) for g in groups]))
        await talk.ask("words", free_text("checkin-words"))

    ben = Chat(picking)
    for text in (None, "walkers"):
        step = ben.send(text)
    assert step.asking == "words"
    ben.world.groups = (Group("Cooks", time(18), Place("GL1")),)
    assert ben.send("hello").asking == "group"


def test_a_key_used_twice_in_a_run_is_refused() -> None:
    async def twice(talk: Talk) -> None:
        await talk.ask("same", yes_no("joining-consent"))
        await talk.ask("same", yes_no("joining-adult"))

    asha = Chat(twice)
    asha.send()
    with pytest.raises(DuplicateKey):
        asha.send("yes")


def test_a_loop_with_stable_ids_survives_a_list_that_changes() -> None:
    async def meeting(talk: Talk) -> None:
        for group in talk.world.groups:
            await talk.ask(f"going to {group.name}", yes_no("joining-health", name=group.name))
            await talk.say("joining-declined")

    walkers, cooks = (Group(name, time(9), Place()) for name in ("Walkers", "Cooks"))
    ben = Chat(meeting, Town((walkers,)))
    ben.send()
    ben.world.groups = (cooks, walkers)
    assert ben.send("yes").asking == "going to Cooks"
    assert ben.send("no").asking == "going to Walkers"
    end = ben.send("yes")
    assert end.asking is None
    assert [entry.value for entry in end.log if entry.kind == "ask"] == [False, True]


def test_the_same_words_are_said_each_time_round_a_loop_and_never_again() -> None:
    async def rounds(talk: Talk) -> None:
        for round_ in ("first", "second"):
            await talk.say("joining-welcome")
            await talk.ask(round_, yes_no("joining-consent"))

    asha = Chat(rounds)
    assert messages(asha.send()) == ["joining-welcome", "joining-consent"]
    assert messages(asha.send("yes")) == ["joining-welcome", "joining-consent"]
    assert asha.send("yes").lines == ()


def test_what_was_looked_up_is_as_it_was_and_of_its_type() -> None:
    seen: list[tuple[Group, ...]] = []

    async def looking(talk: Talk) -> None:
        groups = await talk.look("near", talk.world.groups_near, Place("GL5"))
        seen.append(groups)
        await talk.ask("words", free_text("checkin-words"))

    ben = Chat(looking)
    ben.send()
    ben.world.groups = ()
    ben.send("thanks")
    assert seen == [seen[0], seen[0]]
    assert seen[1] == (Group("Walkers", time(10), Place("GL5")),)
    assert ben.world.calls == ["groups"]
    assert ben.log[0].value == [
        {"name": "Walkers", "meets": "10:00:00", "place": {"outcode": "GL5", "position": None}}
    ]


def test_a_fact_of_another_shape_is_looked_up_again_and_a_deed_is_not_done_again() -> None:
    async def both(talk: Talk) -> None:
        await talk.look("near", talk.world.groups_near, Place())
        await talk.do("saved", talk.world.save)

    town = Town()
    old = (Entry("look", "near", [{"called": "Walkers"}]), Entry("do", "saved", 3))
    step = advance(Flow("f", both), town, ASHA, old, now=NOW)
    assert town.calls == ["groups"]
    assert {entry.key for entry in step.log} == {"near", "saved"}


def test_the_flow_is_closed_at_every_question() -> None:
    left: list[str] = []

    async def careless(talk: Talk) -> None:
        try:
            await talk.ask("consent", yes_no("joining-consent"))
        finally:
            left.append("left")

    Chat(careless).send()
    assert left == ["left"]


def test_a_flow_awaits_nothing_but_its_talk() -> None:
    class Elsewhere:
        def __await__(self) -> Any:
            yield "a future of someone else's"

    async def straying(talk: Talk) -> None:
        await Elsewhere()

    with pytest.raises(FlowError):
        Chat(straying).send()


def test_what_the_world_raises_is_raised_and_nothing_is_kept() -> None:
    async def failing(talk: Talk) -> None:
        await talk.do("saved", talk.world.fail)

    class Storm(Town):
        def fail(self) -> None:
            raise RuntimeError("the disk is full")

    asha = Chat(failing, Storm())
    with pytest.raises(RuntimeError, match="disk"):
        asha.send()
    assert asha.log == ()


@pytest.mark.parametrize(("version", "can"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_flow_replays_the_versions_it_says_it_can(version: int, can: bool) -> None:
    assert Flow("f", joining, version=3, oldest=2).can_replay(version) is can


def test_a_log_survives_json() -> None:
    asha = Chat(joining)
    for text in (None, "yes", "type 1", "food"):
        asha.send(text)
    logs = TypeAdapter(Log)
    assert logs.validate_json(logs.dump_json(asha.log)) == asha.log


REVEALED: dict[str, str] = {
    'choice("p", Diabetes)': "flows.vocabulary.Diabetes",
    'choices("p", Need)': "tuple[flows.vocabulary.Need, ...]",
    'pick("p", [])': "str",
    'yes_no("p", name="Ash")': "bool",
    'scale("p", 0, 10)': "int",
    'number("p", 2, 30)': "float",
    'day("p", today=talk.now.date())': "datetime.date",
    'time_of_day("p")': "datetime.time",
    'name("p")': "str",
    'place("p")': "flows.questions.question.Place",
    'free_text("p", 500)': "str",
    'optional(choice("p", Diabetes))': "flows.vocabulary.Diabetes | None",
}


def test_the_type_checker_knows_what_each_answer_is(tmp_path: Path) -> None:
    flow = tmp_path / "flow.py"
    asks = [f'    reveal_type(await talk.ask("{n}", {ask}))' for n, ask in enumerate(REVEALED)]
    flow.write_text(
        "from flows.questions import *\n"
        "from flows.talk import Talk\n"
        "from flows.vocabulary import Diabetes, Need\n"
        "async def flow(talk: Talk) -> None:\n" + "\n".join(asks) + "\n"
    )
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(flow)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    revealed = [line.split("is ")[1].strip('"') for line in checked.stdout.splitlines()]
    assert revealed == list(REVEALED.values()), checked.stdout + checked.stderr
