"""`alongside directory …`"""

import typer

from bot.cli.common import plain_errors, session

app = typer.Typer(help="Local groups and services.", no_args_is_help=True)


@app.command()
def sample() -> None:
    """Load the sample directory: made-up services, each plainly marked as such."""
    from bot.directory.sample import load_directory

    with plain_errors(), session() as db:
        typer.echo(f"{load_directory(db)} sample services loaded.")
