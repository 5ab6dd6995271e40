"""The line itself: to run it, to try it, and to ask what is wrong with it."""

from typing import Annotated

import typer

from bot.cli.common import plain_errors

app = typer.Typer()


@app.command()
def run(
    only: Annotated[
        str, typer.Option(help="Parts to run, separated by commas: web, worker, clock.")
    ] = "",
) -> None:
    """Run the line."""
    import asyncio

    from bot.line import Part, PortInUse, Service
    from bot.logs import log_plainly
    from bot.settings import SettingsError, read_settings

    log_plainly()
    with plain_errors(PortInUse):
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
    from bot.logs import log_plainly
    from bot.simulator.demo import run_demo

    log_plainly()
    run_demo(port)


@app.command()
def doctor() -> None:
    """Check the settings, the database and the channels, and say how to mend what is wrong."""
    import asyncio

    from bot.doctor import examine, is_running
    from bot.settings import read_settings

    with plain_errors():
        settings = read_settings()
        problems = asyncio.run(examine(settings))
        tried = not settings.public_url or asyncio.run(is_running(settings))
    for problem in problems:
        typer.echo(f"- {problem}")
    if not tried:
        typer.echo("The line is not running here: ask again when it is, to have PUBLIC_URL tried.")
    typer.echo("Everything is in order." if not problems else f"{len(problems)} to put right.")
    raise typer.Exit(1 if problems else 0)
