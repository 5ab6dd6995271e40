"""`alongside inbox …`"""

import typer

from bot.cli.common import plain_errors, session

app = typer.Typer(help="What arrived.", no_args_is_help=True)


@app.command()
def failed() -> None:
    """Messages whose turn failed, each with its traceback. They hold what people wrote."""
    from storage import inbox

    with plain_errors(), session() as db:
        for row in inbox.all_failed(db):
            typer.echo(f"message {row.id} of person {row.person_id} at {row.arrived_at:%c}")
            typer.echo(row.trouble or "")
