"""Sending by SMS, to the stand-in for Twilio and to servers that fail."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from structlog.typing import EventDict

from bot.channels.sms.adapter import SmsChannel
from bot.channels.sms.client import make_client
from bot.messages import ChannelAdapter, Fate, Kind, Letter, SendError
from bot.settings import Settings
from bot.simulator.misbehaviour import Misbehaviour
from bot.simulator.serving import free_port, serving
from bot.simulator.twilio import TwilioSimulator
from tests.bot.channels.wire import answering, response

BEN, LINE, OTHER_LINE = "+447700900101", "+447700900000", "+447700900001"
PUBLIC_URL = "https://line.example.org"
HELLO = Letter("Hello Ben")


@asynccontextmanager
async def channel_at(url: str, **changes: str) -> AsyncIterator[SmsChannel]:
    simulator = TwilioSimulator(public_url=PUBLIC_URL)
    wanted = {
        "twilio_account_sid": simulator.account_sid,
        "twilio_auth_token": simulator.auth_token,
        "twilio_number": LINE,
        "twilio_numbers": OTHER_LINE,
        "twilio_api_url": url,
        "public_url": PUBLIC_URL,
    }
    settings = Settings(_env_file=None, **(wanted | changes))  # type: ignore[arg-type]  # pydantic casts them
    channel = SmsChannel(make_client(settings), settings)
    try:
        yield channel
    finally:
        await channel.close()


@pytest.fixture
def twilio() -> TwilioSimulator:
    # Receipts go to a port where nobody listens: the webhooks are tested on their own.
    return TwilioSimulator(
        numbers=(LINE, OTHER_LINE),
        public_url=PUBLIC_URL,
        service_url=f"http://127.0.0.1:{free_port()}",
    )


@pytest.fixture
async def url(twilio: TwilioSimulator) -> AsyncIterator[str]:
    async with serving(twilio.app) as url:
        yield url
        await twilio.close()


@pytest.fixture
async def channel(url: str) -> AsyncIterator[ChannelAdapter]:
    async with channel_at(url) as channel:
        yield channel


async def failure(channel: ChannelAdapter, letter: Letter = HELLO, to: str = BEN) -> SendError:
    with pytest.raises(SendError) as caught:
        await channel.send(to, letter)
    return caught.value


async def test_a_text_arrives_and_is_counted_in_segments(
    twilio: TwilioSimulator, channel: ChannelAdapter
) -> None:
    (letter,) = channel.manners.compose("It’s a long one. " * 12)
    sent = await channel.send(BEN, letter)
    text = twilio.texts[sent.provider_id]
    assert (text.sender, text.to, text.body) == (LINE, BEN, letter.text)
    assert text.callback == f"{PUBLIC_URL}/webhooks/twilio/status"
    assert sent.segments == text.segments == 2


async def test_a_person_is_answered_from_the_number_they_wrote_to(
    twilio: TwilioSimulator, channel: ChannelAdapter
) -> None:
    sent = await channel.send(BEN, Letter("Hello", sent_from=OTHER_LINE))
    assert twilio.texts[sent.provider_id].sender == OTHER_LINE


async def test_an_opt_out_held_by_twilio_is_told_apart(
    twilio: TwilioSimulator, channel: ChannelAdapter
) -> None:
    twilio.phone(BEN).opted_out_of.add(LINE)
    assert (await failure(channel)).fate is Fate.OPTED_OUT


@pytest.mark.parametrize("number", ["+44", "+441452000000", "Ben"])
async def test_a_number_no_text_can_reach_is_gone(channel: ChannelAdapter, number: str) -> None:
    assert (await failure(channel, to=number)).fate is Fate.GONE


async def test_a_text_twilio_cannot_take_is_refused(channel: ChannelAdapter) -> None:
    assert (await failure(channel, Letter(" "))).fate is Fate.REFUSED
    assert (await failure(channel, Letter("x" * 1601))).fate is Fate.REFUSED
    assert (await failure(channel, Letter("", edits="SM1"))).fate is Fate.REFUSED


async def test_a_set_up_of_ours_that_is_wrong_loses_nothing_and_is_told_loudly(
    channel: ChannelAdapter, url: str, logged: list[EventDict]
) -> None:
    assert (await failure(channel, Letter("Hello", sent_from="+447700900999"))).fate is Fate.LATER
    async with channel_at(url, twilio_auth_token="0" * 32) as wrong:
        assert (await failure(wrong)).fate is Fate.LATER
    assert [entry["log_level"] for entry in logged] == ["critical", "critical"]
    assert "4477" not in json.dumps(logged)


def twilio_error(status: str, code: int) -> bytes:
    return response(
        status, json.dumps({"code": code, "message": "-", "more_info": "-", "status": status[:3]})
    )


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        (twilio_error("429 Too Many Requests", 20429), Fate.LATER),
        (twilio_error("400 Bad Request", 21611), Fate.LATER),
        (twilio_error("400 Bad Request", 21408), Fate.GONE),
        (twilio_error("400 Bad Request", 21999), Fate.REFUSED),
        (twilio_error("500 Internal Server Error", 20500), Fate.UNKNOWN),
        (response("503 Service Unavailable", "<html>"), Fate.UNKNOWN),
        (response("201 Created", "<html>"), Fate.UNKNOWN),
        (response("201 Created", "{}"), Fate.UNKNOWN),
        (b"HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{", Fate.UNKNOWN),
        (b"", Fate.UNKNOWN),
    ],
    ids=("429", "full", "country", "other", "500", "503", "html", "no-sid", "cut-short", "hung-up"),
)
async def test_what_twilio_answers_decides_what_becomes_of_the_text(
    answer: bytes, fate: Fate
) -> None:
    async with answering(answer) as url, channel_at(url) as channel:
        assert (await failure(channel)).fate is fate


async def test_no_answer_in_time_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.sms.client.TIMEOUT", 0.05)
    async with answering(None) as url, channel_at(url) as channel:
        assert (await failure(channel)).fate is Fate.UNKNOWN


async def test_nothing_was_sent_where_nobody_listens() -> None:
    async with channel_at(f"http://127.0.0.1:{free_port()}") as channel:
        assert (await failure(channel)).fate is Fate.LATER
        with pytest.raises(SendError) as caught:
            await channel.find_sent(BEN, HELLO, datetime.now(UTC), known=())
        assert caught.value.fate is Fate.UNKNOWN
        assert "can't be asked" in (await channel.problems())[0]


async def test_a_text_sent_before_the_answer_was_lost_is_found(
    twilio: TwilioSimulator, channel: ChannelAdapter
) -> None:
    since = twilio.now()
    twilio.misbehaviour = Misbehaviour(drop_after=1)
    assert (await failure(channel)).fate is Fate.UNKNOWN
    twilio.misbehaviour = Misbehaviour()
    (sid,) = twilio.texts
    found = await channel.find_sent(BEN, HELLO, since, known=())
    assert found is not None
    assert found == (sid, 1)
    assert await channel.find_sent(BEN, Letter("Goodbye"), since, known=()) is None
    assert await channel.find_sent(BEN, HELLO, since, known={sid}) is None
    assert await channel.find_sent("+447700900102", HELLO, since, known=()) is None
    assert await channel.find_sent(BEN, HELLO, since + timedelta(hours=1), known=()) is None


async def test_of_two_texts_alike_the_older_is_found_first(
    twilio: TwilioSimulator, channel: ChannelAdapter
) -> None:
    since = twilio.now()
    first, second = [await channel.send(BEN, HELLO) for _ in range(2)]
    assert await channel.find_sent(BEN, HELLO, since, known=()) == first
    assert await channel.find_sent(BEN, HELLO, since, known=[first.provider_id]) == second


async def test_a_set_up_that_is_right_has_no_problems(channel: ChannelAdapter) -> None:
    assert await channel.problems() == []


async def test_each_thing_that_is_wrong_is_named(url: str) -> None:
    async with channel_at(url, twilio_auth_token="0" * 32) as channel:
        (problem,) = await channel.problems()
        assert "TWILIO_AUTH_TOKEN" in problem
    async with channel_at(url, public_url="https://elsewhere.example.org") as channel:
        problems = await channel.problems()
        assert len(problems) == 2
        assert all("https://elsewhere.example.org/webhooks/twilio/sms" in p for p in problems)
    async with channel_at(url, twilio_number="+447700900999", twilio_numbers="") as channel:
        (problem,) = await channel.problems()
        assert "TWILIO_NUMBER" in problem


async def test_what_was_texted_to_us_is_found_in_twilios_list(
    channel: SmsChannel, twilio: TwilioSimulator
) -> None:
    since = datetime.now(UTC).replace(microsecond=0)
    ben = twilio.phone(BEN, "Ben")
    ben.says("hello")
    ben.says("look", to=OTHER_LINE, media=[("https://example.org/1.jpg", "image/jpeg")])
    await channel.send(BEN, HELLO)
    found = await channel.texts_since(since)
    assert [(each.kind, each.sender, each.text, each.to) for each in found] == [
        (Kind.TEXT, BEN, "hello", LINE),
        (Kind.TEXT, BEN, "look", OTHER_LINE),
    ]
    assert {each.provider_id for each in found} <= twilio.texts.keys()
    (receipt,) = await channel.receipts_since(since)
    assert (twilio.texts[receipt.provider_id].body, receipt.status) == ("Hello Ben", "delivered")
    assert await channel.texts_since(since + timedelta(hours=1)) == []


async def test_a_text_is_never_reacted_to(channel: SmsChannel, twilio: TwilioSimulator) -> None:
    with pytest.raises(SendError) as caught:
        await channel.send(BEN, Letter("👍", reacts_to="SM1"))
    assert caught.value.fate is Fate.REFUSED
    assert not twilio.texts
