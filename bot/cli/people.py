"""`alongside people …`"""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import plain_errors, post, refuse, session
from flows.vocabulary import PersonStatus

if TYPE_CHECKING:
    from sqlmodel import Session

    from storage.people import Person

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


@app.command()
def coordinator(person: _Number, no_longer: _NoLonger = False) -> None:
    """Make someone a coordinator: they get alerts, and can take concerns and say yes to matches."""
    with plain_errors(), session() as db:
        found = _known(db, person)
        found.is_coordinator = not no_longer
        found.on_duty = False
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
