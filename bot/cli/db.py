"""`alongside db …`"""

import typer

from bot.cli.common import database, plain_errors

app = typer.Typer(help="The database.", no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """Bring the database to this program's tables. `alongside run` does so at start too."""
    from storage import migrations

    with plain_errors(), database() as opened:
        typer.echo(f"The database is at version {migrations.version(opened.engine)}.")
