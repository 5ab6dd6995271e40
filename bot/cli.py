"""The command line: `alongside …`, for operators."""

import asyncio
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from sqlmodel import Session

from bot.logs import log_plainly
from bot.settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from bot.post import Post
    from storage.matches import Match

app = typer.Typer(help=__doc__, no_args_is_help=True, pretty_exceptions_enable=False)
db = typer.Typer(help="The database.", no_args_is_help=True)
mentors = typer.Typer(help="Mentors: who offered, and who is approved.", no_args_is_help=True)
matches = typer.Typer(help="Matches: the plan, and a coordinator's yes.", no_args_is_help=True)
inbox = typer.Typer(help="What arrived.", no_args_is_help=True)
directory = typer.Typer(help="Local groups and services.", no_args_is_help=True)
for name, commands in {
    "db": db, "mentors": mentors, "matches": matches, "inbox": inbox, "directory": directory,
}.items():  # fmt: skip
    app.add_typer(commands, name=name)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """What an operator can put right is said in a line, without a traceback."""
    from bot.service import PortInUse
    from storage.database import DatabaseUnreachable
    from storage.migrations import NewerDatabase

    try:
        yield
    except (SettingsError, DatabaseUnreachable, NewerDatabase, PortInUse) as error:
        typer.echo(f"alongside: {error}", err=True)
        raise typer.Exit(2) from None


@app.command()
def run(
    only: Annotated[
        str, typer.Option(help="Parts to run, separated by commas: web, worker, clock.")
    ] = "",
) -> None:
    """Run the line."""
    from bot.service import Part, Service

    log_plainly()
    with _plain_errors():
        settings = read_settings()
        parts = [part.strip() for part in only.split(",") if part.strip()]
        unknown = set(parts) - set(Part)
        if unknown:
            raise SettingsError(f"--only: no such part: {', '.join(sorted(unknown))}")
        asyncio.run(Service(settings, [Part(part) for part in parts] or tuple(Part)).run())


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where to look for a free port from.")] = 8000,
) -> None:
    """Try the line on a page of phones: no token, account or network needed."""
    from bot.simulator.demo import run_demo

    log_plainly()
    run_demo(port)


@app.command()
def doctor() -> None:
    """Check the settings, the database and the channels, and say how to mend what is wrong."""
    from bot.doctor import examine

    with _plain_errors():
        problems = asyncio.run(examine(read_settings()))
    for problem in problems:
        typer.echo(f"- {problem}")
    typer.echo("Everything is in order." if not problems else f"{len(problems)} to put right.")
    raise typer.Exit(1 if problems else 0)


@app.command()
def triage() -> None:
    """Label messages, one a line on standard input: crisis, medical, safeguarding …"""
    from flows.safety import triage

    def label(text: str) -> dict[str, object]:
        found = triage(text)
        return {"label": found.label.value, "why": list(found.why)}

    _each_line(label)


@app.command()
def screen() -> None:
    """Label relayed messages, one a line on standard input: contact, money or ok."""
    from flows.screening import screen

    def label(text: str) -> dict[str, object]:
        found = screen(text)
        return {"label": found.label.value, "why": list(found.why)}

    _each_line(label)


@app.command()
def intent() -> None:
    """Label free text, one message a line on standard input, by what the person wants."""
    from flows.intents import intent

    _each_line(lambda text: {"label": intent(text).value})


@app.command()
def place() -> None:
    """Read the postcode district in each line of standard input."""
    from flows.places import outcode

    _each_line(lambda text: {"outcode": outcode(text)})


def _each_line(label: Callable[[str], dict[str, object]]) -> None:
    """One JSON object a line out for each line in, at once, so that it can be a live filter."""
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        typer.echo(json.dumps(label(text), ensure_ascii=False))
        sys.stdout.flush()


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to this program's tables. `alongside run` does so at start too."""
    from bot.service import open_database
    from storage import migrations

    with _plain_errors():
        database = open_database(read_settings())
        typer.echo(f"The database is at version {migrations.version(database.engine)}.")
        database.close()


@mentors.command("list")
def mentors_list() -> None:
    """Everyone who offered to be a mentor."""
    from flows.vocabulary import MentorStatus
    from storage import mentors as stored

    with _plain_errors(), _open(read_settings()) as session:
        for mentor, person in stored.with_status(session, *MentorStatus):
            typer.echo(f"{person.id}\t{mentor.status.value}\t{person.name or '-'}")


@mentors.command("approve")
def mentors_approve(
    person: Annotated[int, typer.Argument(help="The number from `alongside mentors list`.")],
) -> None:
    """Approve a mentor: their checks and training are in order for a year."""
    from bot.matchmaking import approve
    from bot.post import Post
    from bot.service import COMPOSERS

    with _plain_errors(), _open(read_settings()) as session:
        if not approve(Post(session, COMPOSERS, datetime.now(UTC)), person):
            typer.echo(f"alongside: person {person} has not offered to be a mentor", err=True)
            raise typer.Exit(1)
        typer.echo(f"Person {person} is a mentor now, and has been told.")


@matches.command("plan")
def matches_plan() -> None:
    """Propose the best plan over everyone who waits, and say why some have nobody."""
    from bot.matchmaking import plan_everyone
    from bot.post import Post
    from bot.service import COMPOSERS

    with _plain_errors():
        settings = read_settings()
        with _open(settings) as session:
            plan = plan_everyone(Post(session, COMPOSERS, datetime.now(UTC), rules=settings.rules))
    for pair in plan.pairs:
        shared = "; ".join(f"{r.about.value}: {', '.join(r.shared)}" for r in pair.fit.reasons)
        typer.echo(f"{pair.seeker} with {pair.mentor}\t{pair.fit.score:.2f}\t{shared}")
    for alone in plan.unmatched:
        rules = ", ".join(f"{rule.value} {count}" for rule, count in alone.broken.items())
        why = f"{alone.suitable} would suit and are full" if alone.suitable else rules
        typer.echo(f"{alone.seeker} has nobody: of {alone.mentors} mentors, {why or 'none'}")


@matches.command("list")
def matches_list() -> None:
    """Matches that wait for a coordinator's yes."""
    from flows.vocabulary import MatchStatus
    from storage import matches as stored

    with _plain_errors(), _open(read_settings()) as session:
        for match in stored.all_with_status(session, MatchStatus.PROPOSED, MatchStatus.HELD):
            shared = "; ".join(f"{key}: {', '.join(words)}" for key, words in match.reasons)
            typer.echo(
                f"{match.id}\t{match.status.value}\t{match.mentee_id} with {match.mentor_id}"
                f"\t{match.score:.2f}\t{shared}"
            )


@matches.command("approve")
def matches_approve(match: int) -> None:
    """Say yes to a proposed match: the mentor is asked."""
    from bot.matchmaking import offer

    _decide(match, offer)


@matches.command("hold")
def matches_hold(match: int) -> None:
    """Keep a proposed match back for now."""
    from bot.matchmaking import hold

    _decide(match, hold)


@matches.command("refuse")
def matches_refuse(match: int) -> None:
    """Say no to a proposed pair: they are not proposed again, and both are planned for anew."""
    from bot.matchmaking import refuse

    _decide(match, refuse)


@matches.command("change")
def matches_change(
    match: int, mentor: Annotated[int, typer.Argument(help="The mentor's number.")]
) -> None:
    """Give a proposed match another mentor, if no hard rule forbids it."""
    from bot.matchmaking import change

    _decide(
        match, lambda post, found: not (broken := change(post, found, mentor)) or _refused(broken)
    )


def _refused(rules: Sequence[str]) -> bool:
    typer.echo(f"alongside: not possible: {', '.join(rules)}", err=True)
    raise typer.Exit(1)


def _decide(match_id: int, decide: Callable[["Post", "Match"], bool]) -> None:
    from bot.post import Post
    from bot.service import COMPOSERS
    from storage.matches import Match

    with _plain_errors():
        settings = read_settings()
        with _open(settings) as session:
            match = session.get(Match, match_id)
            post = Post(session, COMPOSERS, datetime.now(UTC), rules=settings.rules)
            if match is None or not decide(post, match):
                typer.echo(f"alongside: match {match_id} does not wait for that", err=True)
                raise typer.Exit(1)
            typer.echo(f"Match {match_id}: done.")


@directory.command("sample")
def directory_sample() -> None:
    """Load the sample directory: made-up services, each plainly marked as such."""
    from bot.sample import load_directory

    with _plain_errors(), _open(read_settings()) as session:
        typer.echo(f"{load_directory(session)} sample services loaded.")


@inbox.command("failed")
def inbox_failed() -> None:
    """Messages whose turn failed, each with its traceback. They hold what people wrote."""
    from storage import inbox as stored

    with _plain_errors(), _open(read_settings()) as session:
        for row in stored.all_failed(session):
            typer.echo(f"message {row.id} of person {row.person_id} at {row.arrived_at:%c}")
            typer.echo(row.trouble or "")


@contextmanager
def _open(settings: Settings) -> Iterator[Session]:
    from bot.service import open_database

    database = open_database(settings)
    try:
        with database.session() as session:
            yield session
    finally:
        database.close()


if __name__ == "__main__":
    app()
