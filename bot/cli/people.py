"""`alongside people …`"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import pieces, plain_errors, post, refuse, session
from flows.vocabulary import PersonStatus

if TYPE_CHECKING:
    from sqlmodel import Session

    from storage.people import Person

_AT_ONCE = 25  # people taken on in one commit, of which the running line waits for one

_Number = Annotated[int, typer.Argument(help="The number from `alongside people list`.")]
_NoLonger = Annotated[bool, typer.Option("--no-longer", help="Take it back.")]

app = typer.Typer(help="People: what is held about them.", no_args_is_help=True)


@app.command("list")
def list_all() -> None:
    """Everyone the line knows: number, where they stand, name."""
    from storage import people

    with plain_errors(), session() as db:
        for person in people.everyone(db):
            typer.echo(f"{person.id}\t{person.status.value}\t{person.name or '-'}")


@app.command("import")
def import_people(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", show_default=False)],
) -> None:
    """Take on a programme's people from a CSV file. Nobody is written to.

    Its first line is channel,address,name,role,diabetes,needs,place,languages,status. The address
    is a chat's id (telegram) or a phone number (sms); the role mentee, mentor or coordinator; the
    status joined, or approved for a mentor. Needs and languages are separated by ;

    Prints ADDRESS<TAB>NUMBER for each person. A row that can't be read is named by its line, the
    others are taken on, and the exit code is 1. May be run again, and while the line runs.
    """
    from bot.people.spreadsheet import take_on
    from flows.people.spreadsheet import Entry, Misread, NotASheet, read_sheet

    try:
        sheet = read_sheet(file.read_bytes())
    except OSError as error:
        refuse(f"{file}: {error.strerror}", 2)
    except NotASheet as error:
        refuse(f"{file}: {error}", 2)
    for column in sheet.unread:
        typer.echo(f"column {column!r}: not read", err=True)
    misread = [row for row in sheet.rows if isinstance(row, Misread)]
    entries = [row for row in sheet.rows if isinstance(row, Entry)]
    with plain_errors(), pieces() as work:
        for first in range(0, len(entries), _AT_ONCE):
            some = entries[first : first + _AT_ONCE]
            ours = work.settings.sms_numbers
            for each in work.do(partial(take_on, entries=some, ours=ours)):
                if isinstance(each, Misread):
                    misread.append(each)
                else:
                    typer.echo(f"{each[0].typed}\t{each[1]}")
    for row in sorted(misread, key=lambda row: row.line):
        typer.echo(f"line {row.line}: {row.why}", err=True)
    if misread:
        raise typer.Exit(1)


@app.command()
def coordinator(person: _Number, no_longer: _NoLonger = False) -> None:
    """Make someone a coordinator: they get alerts, and can take concerns and say yes to matches.

    A mentor may be one too. For whoever is one already, nothing changes.
    """
    with plain_errors(), session() as db:
        found = _known(db, person)
        if found.is_coordinator is no_longer:
            found.is_coordinator, found.on_duty = not no_longer, False
    typer.echo(f"Person {person}: done.")


@app.command()
def block(person: _Number, no_longer: _NoLonger = False) -> None:
    """Block someone: what they write is kept and goes to nobody. A red flag is still answered."""
    from bot.matches import breaks

    with plain_errors(), post() as posting:
        found = _known(posting.db, person)
        joined = PersonStatus.JOINED if found.joined_at else PersonStatus.NEW
        found.status = joined if no_longer else PersonStatus.BLOCKED
        (breaks.resume if no_longer else breaks.pause)(posting, found)
    typer.echo(f"Person {person}: done.")


@app.command()
def move(
    newcomer: Annotated[int, typer.Argument(help="Who wrote from the new number.")],
    person: Annotated[int, typer.Argument(help="Who they are, as you have made sure.")],
) -> None:
    """A lost phone or a new number: it becomes the person's, and their old one is forgotten."""
    from bot.people import links

    with plain_errors(), post() as posting:
        if not links.move(posting, _known(posting.db, newcomer), _known(posting.db, person)):
            refuse(f"person {newcomer} has joined, or person {person} has gone: "
                   "no address was moved")  # fmt: skip
    typer.echo(f"Person {newcomer} is person {person} now, and has been told.")


@app.command()
def export(person: _Number) -> None:
    """Print everything held about a person, as JSON.

    It also holds what others told the team about them: look that over before you pass it on.
    """
    from pydantic_core import to_json

    from storage.rights.holdings import held

    with plain_errors(), session() as db:
        _not_erased(db, person)
        typer.echo(to_json(held(db, person, by_team=True), indent=2).decode())


@app.command()
def erase(
    person: _Number,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether you are sure.")] = False,
) -> None:
    """Delete what is held about a person, as DELETE ME does, and tell them so."""
    from bot.people.erasure import erase_for_them

    if not yes:
        typer.confirm(f"Delete what is held about person {person}, for good?", abort=True)
    with plain_errors(), post() as posting:
        kept = erase_for_them(posting, _not_erased(posting.db, person))
    typer.echo(f"Person {person} is erased.")
    if kept is not None:
        typer.echo(f"What they told the team about someone at risk is kept until {kept}.")


def _known(db: "Session", number: int) -> "Person":
    from storage.people import Person

    return db.get(Person, number) or refuse(f"there is no person {number}")


def _not_erased(db: "Session", number: int) -> "Person":
    person = _known(db, number)
    if person.status is PersonStatus.ERASED:
        refuse(f"there is no person {number}")
    return person
