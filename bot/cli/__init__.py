"""The command line: `alongside …`, for operators.

A command imports what it does its work with itself, so that none waits for what it does not need:
`alongside place` takes a tenth of the time that loading Telegram, Twilio and a web server does.
"""

import typer

from bot.cli import db, directory, filters, inbox, keys, line, matches, mentors, people

app = typer.Typer(
    help="Alongside, for operators.", no_args_is_help=True, pretty_exceptions_enable=False
)
for room in (line, filters):
    app.add_typer(room.app)
for name, noun in {
    "db": db, "mentors": mentors, "matches": matches, "inbox": inbox, "directory": directory,
    "people": people, "keys": keys,
}.items():  # fmt: skip
    app.add_typer(noun.app, name=name)
