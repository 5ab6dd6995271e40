"""`alongside mentors …`"""

from datetime import UTC, datetime, timedelta
from typing import Annotated, NoReturn

import typer

from bot.cli.common import plain_errors, post, refuse, session
from flows.vocabulary import CheckLevel, MentorStatus

_LONGEST_CHECK = timedelta(days=3653)  # a year mistyped by a digit is refused

_Number = Annotated[int, typer.Argument(help="The number from `alongside mentors list`.")]
_Day = Annotated[datetime, typer.Option(formats=["%Y-%m-%d"])]
_DayIfAny = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]

app = typer.Typer(help="Mentors: who offered, and who is approved.", no_args_is_help=True)


@app.command("list")
def list_all() -> None:
    """Everyone who said that they would like to help, and how far along each is."""
    from storage import mentors

    with plain_errors(), session() as db:
        for mentor, person in mentors.with_status(db, *MentorStatus):
            checks = mentor.check_level.value if mentor.check_level else "checks"
            typer.echo(
                f"{person.id}\t{mentor.status.value}\t{person.name or '-'}"
                f"\tsince {mentor.offered_at:%Y-%m-%d}"
                f"\t{checks} until {mentor.checks_until or '-'}"
                f"\ttrained until {mentor.trained_until or '-'}"
            )


@app.command()
def check(person: _Number, level: Annotated[CheckLevel, typer.Option()],
          date: _Day, until: _Day) -> None:  # fmt: skip
    """Record the checks that you have seen: level and dates. The certificate is never kept."""
    from bot.mentors.standing import record_checks

    now = datetime.now(UTC)
    if not date.date() <= now.date() < until.date() < (now + _LONGEST_CHECK).date():
        refuse("--date is a day gone by; --until one in the next ten years", 2)
    with plain_errors(), post() as posting:
        if record_checks(posting, person, level, date.date(), until.date()) is None:
            _not_offered(person)
    typer.echo(f"Person {person}: {level.value} checks, in date until {until:%Y-%m-%d}.")


@app.command()
def approve(
    person: _Number, checks_until: _DayIfAny = None, trained_until: _DayIfAny = None
) -> None:
    """Approve a mentor. Without dates, given here or recorded, you vouch for a year."""
    from bot.mentors import standing

    with plain_errors(), post() as posting:
        mentor = standing.approve(
            posting, person,
            checks_until=checks_until.date() if checks_until else None,
            trained_until=trained_until.date() if trained_until else None,
        )  # fmt: skip
        if mentor is None:
            _not_offered(person)
        typer.echo(f"Person {person} is approved, and {mentor.status.value} as a mentor.")
        typer.echo(
            f"Checks until {mentor.checks_until}, trained until {mentor.trained_until or '-'}."
        )


def _not_offered(person: int) -> NoReturn:
    refuse(f"person {person} has not offered to be a mentor, or has not joined")
