"""`alongside keys …`"""

import typer

from bot.cli.common import database, plain_errors, refuse

_PASSES = 3  # over everything: the line may seal with the old key until it is restarted

app = typer.Typer(help="The keys that seal what is held.", no_args_is_help=True)


@app.command()
def rotate() -> None:
    """Seal everything anew with the first key of SECRET_KEY, while the line runs.

    First put the new key before the old one (SECRET_KEY=new,old) and restart the line.
    """
    from storage import rotation

    with plain_errors(), database() as opened:
        for _ in range(_PASSES):
            changed = 0
            for name, so_far in rotation.rotate(opened.session):
                typer.echo(f"{name}: {so_far}")
                changed += so_far
            if not changed:
                typer.echo("Everything is sealed with the first key. The others can go.")
                return
    refuse("the line still seals with an older key: restart it, then try again")
