"""What Twilio could not bring while the line was down: it gives up within 15 seconds, and keeps a
list."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog

from bot.channels.sms.adapter import SmsChannel
from bot.messages import Arrived, Receipt

log = structlog.get_logger()

LOOK_EVERY = 300.0  # seconds: a text whose webhook failed while the line was up is found so late
TRY_AGAIN = 1.0  # seconds


async def make_up(
    sms: SmsChannel,
    since: Callable[[], Awaitable[datetime | None]],
    receive_missed: Callable[[Sequence[Arrived]], Awaitable[int]],
    missed_receipts: Callable[[Sequence[Receipt]], Awaitable[None]],
    made_up: asyncio.Event,
) -> None:
    """Hand over texts and receipts that Twilio may not have brought, until cancelled.

    `since` is from when on to look, or None for not at all. `receive_missed` drops what had come,
    and returns how many had not. `made_up` is set when that was done for the first time.
    """
    while True:
        try:
            start = await since()
            missed = await receive_missed(await sms.texts_since(start)) if start else 0
            if missed:
                log.warning("missed_texts_made_up_for", texts=missed)
            made_up.set()
            if start:
                await missed_receipts(await sms.receipts_since(start))
        except Exception as error:  # Nothing that goes wrong once may end the line's hearing.
            log.warning("missed_texts_not_looked_for", error=type(error).__name__)
            await asyncio.sleep(TRY_AGAIN)
        else:
            await asyncio.sleep(LOOK_EVERY)
