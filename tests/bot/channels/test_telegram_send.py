"""Sending on Telegram, to the stand-in and to servers that fail."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from structlog.typing import EventDict
from telegram import Bot

from bot.channels.telegram.adapter import TelegramChannel, answer_press, leave
from bot.channels.telegram.setup import COMMANDS, set_commands, set_webhook
from bot.messages import Button, ChannelAdapter, Fate, Letter, SendError
from bot.metrics import UNANSWERED_PRESSES
from bot.settings import Settings
from bot.simulator.serving import free_port, serving
from bot.simulator.telegram import TelegramSimulator
from tests.bot.channels.wire import answering, bot_at, response

ASHA, BOOK_CLUB, NOBODY = 1001, -500, 9999
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
HELLO = Letter("Hello")


@pytest.fixture
def telegram() -> TelegramSimulator:
    simulator = TelegramSimulator()
    simulator.person(ASHA, "Asha", started=True)
    simulator.group(BOOK_CLUB, "Book club")
    return simulator


@pytest.fixture
async def bot(telegram: TelegramSimulator) -> AsyncIterator[Bot]:
    async with serving(telegram.app) as url, bot_at(url, telegram.token) as bot:
        yield bot
    await telegram.close()


@pytest.fixture
def channel(bot: Bot) -> ChannelAdapter:
    return TelegramChannel(bot)


async def failure(channel: ChannelAdapter, letter: Letter = HELLO, to: int = ASHA) -> SendError:
    with pytest.raises(SendError) as caught:
        await channel.send(str(to), letter)
    return caught.value


async def test_a_reaction_stands_on_their_message_and_sends_nothing(
    telegram: TelegramSimulator, channel: ChannelAdapter
) -> None:
    asha = telegram.chat(ASHA)
    said = asha.says("I walked to the shop and back")
    for emoji in ("👍", "❤️"):  # a phone's heart has a mark that Telegram's has not
        sent = await channel.send(str(ASHA), Letter(emoji, reacts_to=said.id))
        again = await channel.send(str(ASHA), Letter(emoji, reacts_to=said.id))
        assert sent == again
        assert sent.provider_id != said.id
    assert said.reactions == {"line": "❤"}
    assert asha.received == []


@pytest.mark.parametrize(
    ("emoji", "message"), [("👍", "99"), ("🧇", "1"), ("ok", "1"), ("", "1"), ("👍", "SM1")]
)
async def test_a_reaction_that_cannot_be_set_is_refused_and_no_more(
    telegram: TelegramSimulator, channel: ChannelAdapter, emoji: str, message: str
) -> None:
    telegram.chat(ASHA).says("hello")
    failed = await failure(channel, Letter(emoji, reacts_to=message))
    assert failed.fate is Fate.REFUSED


async def test_a_reaction_is_not_waited_for_but_who_blocked_us_is_gone(
    telegram: TelegramSimulator, channel: ChannelAdapter
) -> None:
    asha = telegram.chat(ASHA)
    reaction = Letter("👍", reacts_to=asha.says("hello").id)
    busy = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 90",
            "parameters": {"retry_after": 90}}  # fmt: skip
    broken = {"ok": False, "error_code": 502, "description": "Bad Gateway"}
    for answer in (
        response("429 Too Many Requests", json.dumps(busy)),
        response("502 Bad Gateway", json.dumps(broken)),
    ):
        async with answering(answer) as url, bot_at(url, telegram.token) as bot:
            failed = await failure(TelegramChannel(bot), reaction)
        assert (failed.fate, failed.retry_after) == (Fate.REFUSED, None)
    asha.blocks()
    assert (await failure(channel, reaction)).fate is Fate.GONE


async def test_a_letter_arrives_as_written_and_is_never_markup(
    telegram: TelegramSimulator, channel: ChannelAdapter
) -> None:
    text = "*Hello* <b>Asha</b> [click](https://example.org) _x"
    sent = await channel.send(str(ASHA), Letter(text, (Button("Yes", "q:yes"),), silent=True))
    heard = telegram.chat(ASHA).received[-1]
    assert (heard.id, heard.text, heard.silent) == (sent.provider_id, text, True)
    assert [button.data for row in heard.buttons for button in row] == ["q:yes"]
    assert sent.segments == 0


async def test_a_reply_quotes_what_it_answers_if_that_is_still_there(
    telegram: TelegramSimulator, channel: ChannelAdapter
) -> None:
    asked = telegram.chat(ASHA).says("How do I start?")
    await channel.send(str(ASHA), Letter("Like this", reply_to=asked.id))
    await channel.send(str(ASHA), Letter("Or like this", reply_to="987654"))
    assert [heard.reply_to for heard in telegram.chat(ASHA).received] == [asked.id, None]


async def test_an_edit_takes_the_buttons_away_and_doing_it_again_is_no_failure(
    telegram: TelegramSimulator, channel: ChannelAdapter
) -> None:
    sent = await channel.send(str(ASHA), Letter("Do you agree?", (Button("Yes", "q:yes"),)))
    for _ in range(2):
        assert await channel.send(str(ASHA), Letter("", edits=sent.provider_id)) == sent
    assert telegram.chat(ASHA).received[-1].buttons == ()
    assert len(telegram.chat(ASHA).received) == 1


async def test_an_edit_of_a_message_that_is_gone_is_no_failure(channel: ChannelAdapter) -> None:
    assert (await channel.send(str(ASHA), Letter("", edits="5"))).provider_id == "5"


@pytest.mark.parametrize("standing", ["blocked", "deactivated", "new"])
async def test_who_blocked_the_bot_or_left_telegram_is_gone(
    telegram: TelegramSimulator, channel: ChannelAdapter, standing: str
) -> None:
    telegram.chat(ASHA).standing = standing  # type: ignore[assignment]  # one of the literals
    assert (await failure(channel)).fate is Fate.GONE


async def test_a_chat_that_never_was_is_gone(channel: ChannelAdapter) -> None:
    assert (await failure(channel, to=NOBODY)).fate is Fate.GONE


async def test_a_letter_telegram_cannot_take_is_refused(channel: ChannelAdapter) -> None:
    assert (await failure(channel, Letter(" "))).fate is Fate.REFUSED
    assert (await failure(channel, Letter("x" * 5000))).fate is Fate.REFUSED


async def test_too_many_messages_wait_as_long_as_telegram_says() -> None:
    telegram = TelegramSimulator(paced=True)
    telegram.person(ASHA, "Asha", started=True)
    async with serving(telegram.app) as url, bot_at(url, telegram.token) as bot:
        channel = TelegramChannel(bot)
        for _ in range(3):
            await channel.send(str(ASHA), HELLO)
        error = await failure(channel)
    assert (error.fate, error.retry_after) == (Fate.LATER, 1.0)


async def test_a_refused_token_loses_nothing_and_is_told_loudly(
    telegram: TelegramSimulator, logged: list[EventDict]
) -> None:
    async with serving(telegram.app) as url, bot_at(url, "8:wrong") as bot:
        channel = TelegramChannel(bot)
        assert (await failure(channel)).fate is Fate.LATER
        assert await channel.problems() == [
            "TELEGRAM_BOT_TOKEN is refused: copy it again from @BotFather."
        ]
    assert logged[-1]["log_level"] == "critical"
    assert "wrong" not in json.dumps(logged)


async def test_nothing_was_sent_where_nobody_listens() -> None:
    async with bot_at(f"http://127.0.0.1:{free_port()}") as bot:
        assert (await failure(TelegramChannel(bot))).fate is Fate.LATER
        assert "can't be reached" in (await TelegramChannel(bot).problems())[0]


@pytest.mark.parametrize(
    "answer",
    [
        response("500 Internal Server Error", '{"ok":false,"error_code":500,"description":"E"}'),
        response("502 Bad Gateway", "<html>Bad Gateway</html>"),
        response("200 OK", "<html>not the Bot API</html>"),
        response("200 OK", '{"ok":true,"result":{}}'),
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{",
        b"",
    ],
    ids=["500", "502", "not-json", "no-message", "cut-short", "hung-up"],
)
async def test_what_may_have_been_sent_is_unknown(answer: bytes) -> None:
    async with answering(answer) as url, bot_at(url) as bot:
        assert (await failure(TelegramChannel(bot))).fate is Fate.UNKNOWN


async def test_no_answer_in_time_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.client.READ_SECONDS", 0.05)
    async with answering(None) as url, bot_at(url) as bot:
        assert (await failure(TelegramChannel(bot))).fate is Fate.UNKNOWN


async def test_telegram_keeps_no_record_so_a_lost_letter_goes_again(
    channel: ChannelAdapter,
) -> None:
    with pytest.raises(SendError) as caught:
        await channel.find_sent(str(ASHA), HELLO, NOW, known=())
    assert caught.value.fate is Fate.LATER


async def test_a_press_is_answered_and_a_late_answer_is_only_counted(
    telegram: TelegramSimulator, channel: ChannelAdapter, bot: Bot
) -> None:
    await channel.send(str(ASHA), Letter("Do you agree?", (Button("Yes", "q:yes"),)))
    telegram.chat(ASHA).presses("Yes")
    (update,) = await bot.get_updates()
    press_id = update.api_kwargs["raw"]["callback_query"]["id"]
    await answer_press(bot, press_id)
    assert telegram.unanswered_presses == 0
    before = UNANSWERED_PRESSES._value.get()
    await answer_press(bot, press_id)
    assert UNANSWERED_PRESSES._value.get() == before + 1


async def test_a_set_up_that_is_right_has_no_problems(channel: ChannelAdapter) -> None:
    assert await channel.problems() == []


async def test_a_group_is_told_and_left(telegram: TelegramSimulator, bot: Bot) -> None:
    await leave(bot, str(BOOK_CLUB), "This line is private.")
    await leave(bot, str(BOOK_CLUB), "This line is private.")
    assert [heard.text for heard in telegram.chat(BOOK_CLUB).received] == ["This line is private."]
    assert telegram.chat(BOOK_CLUB).standing == "left"


async def test_the_commands_are_named(telegram: TelegramSimulator, bot: Bot) -> None:
    await set_commands(bot)
    assert tuple(name for name, _ in telegram.commands[""]) == COMMANDS


async def test_the_webhook_is_set_with_its_secret_and_keeps_what_waits(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    public_url = f"http://127.0.0.1:{free_port()}"
    telegram.chat(ASHA).says("Hello?")
    settings = Settings(_env_file=None, public_url=public_url, telegram_webhook_secret="a-secret_1")
    await set_webhook(bot, settings)
    webhook = telegram.updates.webhook
    assert webhook is not None
    assert (webhook.url, webhook.secret) == (f"{public_url}/webhooks/telegram", "a-secret_1")
    assert len(telegram.updates.pending) == 1
    telegram.updates.last_error = "Connection refused"
    assert "PUBLIC_URL" in (await TelegramChannel(bot).problems())[0]
