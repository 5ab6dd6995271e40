"""Filters: messages in on standard input, one a line; what the line makes of each out, as JSON."""

import json
import sys
from collections.abc import Callable

import typer

app = typer.Typer()


@app.command()
def triage() -> None:
    """Label messages, one a line on standard input: crisis, medical, safeguarding …, and
    whether that is plain."""
    from flows.safety.triage import triage

    def label(text: str) -> dict[str, object]:
        found = triage(text)
        return {"label": found.label.value, "plain": found.plain, "why": list(found.why)}

    _each_line(label)


@app.command()
def screen() -> None:
    """Label relayed messages, one a line on standard input: contact, money or ok."""
    from flows.relay.screening import screen

    def label(text: str) -> dict[str, object]:
        found = screen(text)
        return {"label": found.label.value, "why": list(found.why)}

    _each_line(label)


@app.command()
def intent() -> None:
    """Label free text, one message a line on standard input, by what the person wants."""
    from flows.commands.intents import intent

    _each_line(lambda text: {"label": intent(text).value})


@app.command()
def place() -> None:
    """Read the postcode district in each line of standard input."""
    from flows.reading.places import outcode

    _each_line(lambda text: {"outcode": outcode(text)})


def _each_line(label: Callable[[str], dict[str, object]]) -> None:
    """One JSON object a line out for each line in, at once, so that it can be a live filter."""
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        typer.echo(json.dumps(label(text), ensure_ascii=False))
        sys.stdout.flush()
