"""Telegram: the Bot API through python-telegram-bot's `Bot`, without its framework."""

import os

# PTB reads this whenever it makes a RetryAfter: without it, each 429 also warns of the coming
# change from whole seconds to timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")
