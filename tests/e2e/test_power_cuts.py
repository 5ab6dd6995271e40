"""The service is killed where it stands, and nothing is lost."""

import asyncio

import pytest
from sqlmodel import select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from storage.outbox import Outbox, OutboxStatus
from tests.line import PATIENCE, Line


async def test_a_conversation_goes_on_where_it_was(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    asha.says("/start")
    await asha.hears("happy for us to message you")
    ben.says("hello")
    await ben.hears("happy for us to message you")
    await line.cut_power()
    asha.presses("Yes, that's fine")
    ben.says("yes")
    await line.power_on()
    line.time_passes(minutes=2)  # another process could be sending it still, for a minute
    await asha.hears("18 or over")
    await ben.hears("18 or over")
    asha.presses("Yes")
    await asha.hears("What name")


async def test_a_text_that_twilio_gave_up_on_is_answered_when_the_line_is_back(
    line: Line, ben: Phone
) -> None:
    line.twilio.retry_inbound = False  # as Twilio is, where the number's webhook does not ask
    ben.says("hello")
    await ben.hears("happy for us to message you")
    await line.cut_power()
    text = ben.says("yes")
    async with asyncio.timeout(PATIENCE):
        while text.status != "lost":  # noqa: ASYNC110 -- the stand-in tells nobody
            await asyncio.sleep(0.02)
    await line.power_on()
    line.time_passes(minutes=2)  # another process could be sending it still, for a minute
    await ben.hears("18 or over")
    line.twilio.retry_inbound = True


@pytest.mark.parametrize("to", ["telegram", "sms"])
async def test_in_the_middle_of_a_send_nothing_is_lost_and_no_text_goes_twice(
    line: Line, asha: TelegramChat, ben: Phone, to: str
) -> None:
    sender, reader = (ben, asha) if to == "telegram" else (asha, ben)
    line.introduced(asha, ben)
    provider = line.telegram if to == "telegram" else line.twilio
    provider.misbehaviour.become(provider.misbehaviour.model_copy(update={"delay": 5, "slow": 1}))
    sender.says("Half way")
    await reader.hears("Half way")  # there, and its provider has not answered yet
    assert line.look(lambda db: db.exec(select(Outbox.status)).one()) is OutboxStatus.SENDING
    await line.cut_power()
    provider.misbehaviour.slow = 0.0
    sender.says("All the way")
    await line.power_on()
    line.time_passes(minutes=2)  # another process could be sending it still, for a minute
    await reader.hears("All the way")
    await line.settles()
    heard = [said.text.partition(": ")[2] for said in reader.received]
    if to == "sms":
        assert heard == ["Half way", "All the way"]
    else:
        # Telegram can't be asked what it has sent, so what is in doubt goes again.
        assert heard == ["Half way", "Half way", "All the way"]
