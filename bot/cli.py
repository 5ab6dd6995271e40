"""The command line: `alongside …`, for operators."""

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from sqlmodel import Session

from bot.logs import log_plainly
from bot.settings import Settings, SettingsError, read_settings
from flows.vocabulary import CheckLevel

if TYPE_CHECKING:
    from bot.post import Post
    from storage.matches import Match
    from storage.people import Person

_LONGEST_CHECK = timedelta(days=3653)  # a year mistyped by a digit is refused

app = typer.Typer(help=__doc__, no_args_is_help=True, pretty_exceptions_enable=False)
db = typer.Typer(help="The database.", no_args_is_help=True)
mentors = typer.Typer(help="Mentors: who offered, and who is approved.", no_args_is_help=True)
matches = typer.Typer(help="Matches: the plan, and a coordinator's yes.", no_args_is_help=True)
inbox = typer.Typer(help="What arrived.", no_args_is_help=True)
directory = typer.Typer(help="Local groups and services.", no_args_is_help=True)
people = typer.Typer(help="People: what is held about them.", no_args_is_help=True)
keys = typer.Typer(help="The keys that seal what is held.", no_args_is_help=True)
for name, commands in {
    "db": db, "mentors": mentors, "matches": matches, "inbox": inbox, "directory": directory,
    "people": people, "keys": keys,
}.items():  # fmt: skip
    app.add_typer(commands, name=name)

_PERSON = "The number from `alongside people list`."
_PASSES = 3  # over everything: the line may seal with the old key until it is restarted


@contextmanager
def _plain_errors() -> Iterator[None]:
    """What an operator can put right is said in a line, without a traceback."""
    from bot.matchmaking import Forbidden
    from bot.service import PortInUse
    from storage.database import DatabaseUnreachable
    from storage.migrations import NewerDatabase
    from storage.sealing import SealError

    try:
        yield
    except (
        SettingsError, DatabaseUnreachable, NewerDatabase, PortInUse, SealError, Forbidden,
    ) as error:  # fmt: skip
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


_Number = Annotated[int, typer.Argument(help="The number from `alongside mentors list`.")]
_Day = Annotated[datetime, typer.Option(formats=["%Y-%m-%d"])]
_DayIfAny = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@mentors.command("list")
def mentors_list() -> None:
    """Everyone who said that they would like to help, and how far along each is."""
    from flows.vocabulary import MentorStatus
    from storage import mentors as stored

    with _plain_errors(), _open(read_settings()) as session:
        for mentor, person in stored.with_status(session, *MentorStatus):
            checks = mentor.check_level.value if mentor.check_level else "checks"
            typer.echo(
                f"{person.id}\t{mentor.status.value}\t{person.name or '-'}"
                f"\tsince {mentor.offered_at:%Y-%m-%d}"
                f"\t{checks} until {mentor.checks_until or '-'}"
                f"\ttrained until {mentor.trained_until or '-'}"
            )


@mentors.command("check")
def mentors_check(person: _Number, level: Annotated[CheckLevel, typer.Option()],
                  date: _Day, until: _Day) -> None:  # fmt: skip
    """Record the checks that you have seen: level and dates. The certificate is never kept."""
    from bot.mentoring import record_checks

    now = datetime.now(UTC)
    if not date.date() <= now.date() < until.date() < (now + _LONGEST_CHECK).date():
        typer.echo(
            "alongside: --date is a day gone by; --until one in the next ten years", err=True
        )
        raise typer.Exit(2)
    with _plain_errors(), _posting() as post:
        if record_checks(post, person, level, date.date(), until.date()) is None:
            raise _not_offered(person)
    typer.echo(f"Person {person}: {level.value} checks, in date until {until:%Y-%m-%d}.")


@mentors.command("approve")
def mentors_approve(
    person: _Number, checks_until: _DayIfAny = None, trained_until: _DayIfAny = None
) -> None:
    """Approve a mentor. Without dates, given here or recorded, you vouch for a year."""
    from bot.mentoring import approve

    with _plain_errors(), _posting() as post:
        mentor = approve(
            post, person,
            checks_until=checks_until.date() if checks_until else None,
            trained_until=trained_until.date() if trained_until else None,
        )  # fmt: skip
        if mentor is None:
            raise _not_offered(person)
        typer.echo(f"Person {person} is approved, and {mentor.status.value} as a mentor.")
        typer.echo(
            f"Checks until {mentor.checks_until}, trained until {mentor.trained_until or '-'}."
        )


def _not_offered(person: int) -> typer.Exit:
    typer.echo(
        f"alongside: person {person} has not offered to be a mentor, or has not joined", err=True
    )
    return typer.Exit(1)


@contextmanager
def _posting() -> Iterator["Post"]:
    """A post whose letters the running line sends."""
    from bot.post import Post
    from bot.service import COMPOSERS

    settings = read_settings()
    with _open(settings) as session:
        yield Post(session, COMPOSERS, datetime.now(UTC), rules=settings.rules)


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
    from bot.matchmaking import approve

    _decide(match, approve)


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

    _decide(match, lambda post, found: change(post, found, mentor))


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


@people.command("list")
def people_list() -> None:
    """Everyone the line knows: number, where they stand, name."""
    from storage import people as stored

    with _plain_errors(), _open(read_settings()) as session:
        for person in stored.everyone(session):
            typer.echo(f"{person.id}\t{person.status.value}\t{person.name or '-'}")


@people.command("coordinator")
def people_coordinator(
    person: Annotated[int, typer.Argument(help=_PERSON)],
    no_longer: Annotated[bool, typer.Option("--no-longer", help="Take it back.")] = False,
) -> None:
    """Make someone a coordinator: they get alerts, and can take concerns and say yes to matches."""

    def mark(_: "Post", found: "Person") -> None:
        found.is_coordinator = not no_longer
        found.on_duty = False

    _mark(person, mark)


@people.command("block")
def people_block(
    person: Annotated[int, typer.Argument(help=_PERSON)],
    no_longer: Annotated[bool, typer.Option("--no-longer", help="Take it back.")] = False,
) -> None:
    """Block someone: what they write is kept and goes to nobody. A red flag is still answered."""
    from bot import relay
    from flows.vocabulary import PersonStatus

    def mark(post: "Post", found: "Person") -> None:
        joined = PersonStatus.JOINED if found.joined_at else PersonStatus.NEW
        found.status = joined if no_longer else PersonStatus.BLOCKED
        (relay.resume if no_longer else relay.pause)(post, found)

    _mark(person, mark)


def _mark(person_id: int, mark: Callable[["Post", "Person"], None]) -> None:
    from bot.post import Post
    from bot.service import COMPOSERS
    from storage import people as stored

    with _plain_errors(), _open(read_settings()) as session:
        try:
            found = stored.get(session, person_id)
        except LookupError:
            typer.echo(f"alongside: there is no person {person_id}", err=True)
            raise typer.Exit(1) from None
        mark(Post(session, COMPOSERS, datetime.now(UTC)), found)
        typer.echo(f"Person {person_id}: done.")


@people.command("move")
def people_move(
    newcomer: Annotated[int, typer.Argument(help="Who wrote from the new number.")],
    person: Annotated[int, typer.Argument(help="Who they are, as you have made sure.")],
) -> None:
    """A lost phone or a new number: it becomes the person's, and their old one is forgotten."""
    from bot.linking import move
    from bot.post import Post
    from bot.service import COMPOSERS
    from storage import people as stored

    with _plain_errors(), _open(read_settings()) as session:
        post = Post(session, COMPOSERS, datetime.now(UTC))
        try:
            moved = move(post, stored.get(session, newcomer), stored.get(session, person))
        except LookupError as error:
            typer.echo(f"alongside: there is {error}", err=True)
            raise typer.Exit(1) from None
        if not moved:
            typer.echo(f"alongside: person {newcomer} has joined, or person {person} has gone: "
                       "no address was moved", err=True)  # fmt: skip
            raise typer.Exit(1)
        typer.echo(f"Person {newcomer} is person {person} now, and has been told.")


@people.command("export")
def people_export(person: Annotated[int, typer.Argument(help=_PERSON)]) -> None:
    """Print everything held about a person, as JSON.

    It also holds what others told the team about them: look that over before you pass it on.
    """
    from pydantic_core import to_json

    from storage.holdings import held

    with _plain_errors(), _open(read_settings()) as session:
        _person(session, person)
        typer.echo(to_json(held(session, person, by_team=True), indent=2).decode())


@people.command("erase")
def people_erase(
    person: Annotated[int, typer.Argument(help=_PERSON)],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
) -> None:
    """Delete what is held about a person, as DELETE ME does, and tell them so."""
    from bot.erasing import erase_for_them
    from bot.post import Post
    from bot.service import COMPOSERS

    if not yes:
        typer.confirm(f"Delete what is held about person {person}, for good?", abort=True)
    with _plain_errors():
        settings = read_settings()
        with _open(settings) as session:
            post = Post(session, COMPOSERS, datetime.now(UTC), rules=settings.rules)
            kept = erase_for_them(post, _person(session, person))
        typer.echo(f"Person {person} is erased.")
        if kept is not None:
            typer.echo(f"What they told the team about someone at risk is kept until {kept}.")


def _person(session: Session, person_id: int) -> "Person":
    from flows.vocabulary import PersonStatus
    from storage.people import Person

    person = session.get(Person, person_id)
    if person is None or person.status is PersonStatus.ERASED:
        typer.echo(f"alongside: there is no person {person_id}", err=True)
        raise typer.Exit(1)
    return person


@keys.command("rotate")
def keys_rotate() -> None:
    """Seal everything anew with the first key of SECRET_KEY, while the line runs.

    First put the new key before the old one (SECRET_KEY=new,old) and restart the line.
    """
    from bot.service import open_database
    from storage import rotation

    with _plain_errors():
        database = open_database(read_settings())
        try:
            for _ in range(_PASSES):
                changed = 0
                for name, so_far in rotation.rotate(database.session):
                    typer.echo(f"{name}: {so_far}")
                    changed += so_far
                if not changed:
                    typer.echo("Everything is sealed with the first key. The others can go.")
                    return
        finally:
            database.close()
    typer.echo("alongside: the line still seals with an older key: restart it, then try again")
    raise typer.Exit(1)


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
