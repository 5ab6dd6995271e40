"""People are in the middle of conversations when the program changes: their logs replay."""

import pytest

from flows.book import BOOK
from flows.talk import Flow, Log, Step, advance
from tests.flows.recording import ABOUT, ASHA, NOW, AnyWorld, Conversation, Way, file_of

VERSIONS = [
    pytest.param(flow, version, id=f"{flow.name} {version}")
    for flow in BOOK.values()
    for version in range(flow.oldest, flow.version + 1)
]


def at_each_question(told: list[Conversation]) -> list[tuple[Log, str]]:
    """Each log as it was when a question was asked, with the question's key; each once."""
    found = {
        repr(each.log[:place]): (each.log[:place], entry.key)
        for each in told
        for place, entry in enumerate(each.log)
        if entry.kind == "ask"
    }
    return list(found.values())


def replayed(flow: Flow, log: Log) -> Step:
    world = AnyWorld(Way(()))
    return advance(flow, world, ASHA, log, now=NOW, about=ABOUT)  # type: ignore[arg-type]


@pytest.mark.parametrize(("flow", "version"), VERSIONS)
def test_the_logs_of_a_version_replay(flow: Flow, version: int) -> None:
    """Of the version that there is, in every detail: a flow that changed needs a new version in
    flows/book.py. Of an older one nothing that was told is asked, looked up or done again."""
    file = file_of(flow, version)
    assert file.exists(), f"to make {file.name}: python -m tests.flows.recording"
    told = [Conversation.from_json(line) for line in file.read_text("utf-8").splitlines()]
    for log, key in at_each_question(told):
        step = replayed(flow, log)
        assert [entry for entry in log if entry not in step.log] == []
        assert version < flow.version or (step.log, step.asking) == (log, key)
    for each in told:
        step = replayed(flow, each.log)
        assert [entry for entry in each.log if entry not in step.log] == []
        now = (step.log, step.lines, step.then)
        assert version < flow.version or now == (each.log, (), each.then)
