"""`python -m bot.cli`, which is `alongside`."""

from bot.cli import app

app()
