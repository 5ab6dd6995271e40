"""The stand-in for Telegram, used by the real python-telegram-bot."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.simulator.serving import serving
from bot.simulator.telegram import TelegramSimulator

ASHA, MO, NOBODY = 1001, 1003, 9999
YES_NO = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Yes", callback_data="y"),
            InlineKeyboardButton("No", callback_data="n"),
        ]
    ]
)


def bot_at(url: str, token: str) -> Bot:
    """Without certificates, which take longer to load than most of these tests to run."""
    plain = {"verify": False}
    return Bot(
        token,
        base_url=f"{url}/bot",
        request=HTTPXRequest(httpx_kwargs=plain, connection_pool_size=64),
        get_updates_request=HTTPXRequest(httpx_kwargs=plain),
    )


@asynccontextmanager
async def bot_for(telegram: TelegramSimulator) -> AsyncIterator[Bot]:
    async with serving(telegram.app) as url:
        async with bot_at(url, telegram.token) as bot:
            yield bot
        await telegram.close()


@pytest.fixture(autouse=True)
def _waits_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this python-telegram-bot warns each time that Telegram says to wait."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def telegram() -> TelegramSimulator:
    simulator = TelegramSimulator()
    simulator.person(ASHA, "Asha", started=True)
    simulator.person(MO, "Mo")
    return simulator


@pytest.fixture
async def bot(telegram: TelegramSimulator) -> AsyncIterator[Bot]:
    async with bot_for(telegram) as bot:
        yield bot


async def test_an_echo_bot_answers_asha(telegram: TelegramSimulator, bot: Bot) -> None:
    asha = telegram.chat(ASHA)
    asha.says("/start mentor")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message
    assert update.message.text == "/start mentor"
    assert update.message.entities[0].type == "bot_command"
    assert update.message.from_user
    assert update.message.from_user.first_name == "Asha"
    await bot.send_message(ASHA, "hello Asha", disable_notification=True)
    assert (await asha.hears("hello")).silent


async def test_an_update_stays_until_the_offset_passes_it(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    asha = telegram.chat(ASHA)
    asha.says("one")
    asha.says("two")
    first, second = await bot.get_updates()
    assert [u.update_id for u in await bot.get_updates()] == [first.update_id, second.update_id]
    assert await bot.get_updates(offset=first.update_id + 1) == (second,)
    assert await bot.get_updates(offset=second.update_id + 1) == ()


async def test_a_long_poll_ends_when_something_is_said(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.updates.polled.wait()
    telegram.chat(ASHA).says("hello")
    (update,) = await asyncio.wait_for(poll, 5)
    assert update.message


async def test_a_second_poller_ends_the_first(telegram: TelegramSimulator, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.updates.polled.wait()
    async with bot_at(bot.base_url.split("/bot")[0], telegram.token) as second:
        assert await second.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_kinds_that_were_not_asked_for_are_not_kept(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    await bot.get_updates(allowed_updates=["message"])
    telegram.chat(ASHA).blocks()
    telegram.chat(ASHA).unblocks()
    telegram.chat(ASHA).says("still here")
    (update,) = await bot.get_updates()
    assert update.message


async def test_a_press_reaches_the_bot_and_is_answered_once(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    asha = telegram.chat(ASHA)
    sent = await bot.send_message(ASHA, "Shall we?", reply_markup=YES_NO)
    asha.presses("Yes")
    (update,) = await bot.get_updates()
    press = update.callback_query
    assert press
    assert press.data == "y"
    assert press.message
    assert press.message.message_id == sent.message_id
    await press.answer("Lovely")
    assert asha.notices == ["Lovely"]
    with pytest.raises(BadRequest, match="Query is too old"):
        await press.answer()


async def test_an_edit_replaces_the_text_and_takes_the_buttons_away(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    sent = await bot.send_message(ASHA, "Shall we?", reply_markup=YES_NO)
    await bot.edit_message_text("You said yes", ASHA, sent.message_id)
    (message,) = telegram.chat(ASHA).received
    assert (message.text, message.buttons, message.edits) == ("You said yes", (), 1)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(ASHA, sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("?", ASHA, 777)


async def test_a_deleted_message_is_gone(telegram: TelegramSimulator, bot: Bot) -> None:
    sent = await bot.send_message(ASHA, "oops")
    assert await bot.delete_message(ASHA, sent.message_id)
    assert telegram.chat(ASHA).received == []


async def test_a_place_can_be_asked_for_and_shared(telegram: TelegramSimulator, bot: Bot) -> None:
    asha = telegram.chat(ASHA)
    keyboard = ReplyKeyboardMarkup([[KeyboardButton("Share", request_location=True)], ["Skip"]])
    await bot.send_message(ASHA, "Where are you?", reply_markup=keyboard)
    assert asha.keyboard[0][0].asks == "location"
    asha.shares_location(51.86, -2.24)
    asha.presses("Skip")
    place, skip = await bot.get_updates()
    assert place.message
    assert place.message.location
    assert place.message.location.latitude == 51.86
    assert skip.message
    assert skip.message.text == "Skip"


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "video", "document"])
async def test_what_is_not_words_arrives_too(
    telegram: TelegramSimulator, bot: Bot, kind: str
) -> None:
    telegram.chat(ASHA).sends(kind)
    (update,) = await bot.get_updates()
    assert update.message
    assert getattr(update.message, kind)


async def test_edits_contacts_groups_and_unknown_kinds_arrive(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    asha = telegram.chat(ASHA)
    asha.edits(asha.says("helo"), "hello")
    asha.shares_contact("+447700900102")
    group = telegram.group(-100200, "Family")
    group.says("hi all")
    telegram.deliver("some_new_kind", {"id": 1})
    _, edited, contact, in_group, _ = await bot.get_updates()
    assert edited.edited_message
    assert edited.edited_message.text == "hello"
    assert contact.message
    assert contact.message.contact
    assert in_group.message
    assert in_group.message.chat.type == "group"
    await bot.leave_chat(-100200)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(-100200, "hello?")


async def test_a_reply_quotes_what_it_answers(telegram: TelegramSimulator, bot: Bot) -> None:
    asha = telegram.chat(ASHA)
    question = await bot.send_message(ASHA, "How are you?")
    asha.says("fine", reply_to=asha.received[0])
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.reply_to_message
    assert update.message.reply_to_message.message_id == question.message_id
    await bot.send_message(ASHA, "good", reply_to_message_id=update.message.message_id)
    assert asha.received[-1].reply_to == asha.sent[0].id
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ASHA, "good", reply_to_message_id=777)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (" \n ", "Message text is empty"),
        ("a" * 4097, "Message is too long"),
        ("\N{GRINNING FACE}" * 2049, "Message is too long"),
    ],
)
async def test_texts_that_telegram_refuses(bot: Bot, text: str, error: str) -> None:
    with pytest.raises(BadRequest, match=error):
        await bot.send_message(ASHA, text)


async def test_the_longest_text_passes(bot: Bot) -> None:
    assert (await bot.send_message(ASHA, "a" * 4096)).text == "a" * 4096


async def test_callback_data_is_counted_in_bytes(bot: Bot) -> None:
    def button(data: str) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data=data)]])

    await bot.send_message(ASHA, "x", reply_markup=button("a" * 64))
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(ASHA, "x", reply_markup=button("é" * 33))


async def test_markup_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(ASHA, "<b>hello</b>", parse_mode="HTML")


async def test_people_the_bot_may_not_write_to(telegram: TelegramSimulator, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(NOBODY, "hello")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(MO, "hello")
    telegram.chat(ASHA).blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ASHA, "hello")
    telegram.chat(ASHA).deactivates()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ASHA, "hello")


async def test_a_wrong_token_is_unauthorized(telegram: TelegramSimulator) -> None:
    async with serving(telegram.app) as url:
        stranger = bot_at(url, "700100200:wrong")
        with pytest.raises(InvalidToken):
            await stranger.initialize()
        await stranger.shutdown()


async def test_commands_are_kept_by_language(telegram: TelegramSimulator, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("menu", "What I can do")])
    await bot.set_my_commands([BotCommand("menu", "میں کیا کر سکتا ہوں")], language_code="ur")
    assert telegram.commands[""] == [("menu", "What I can do")]
    assert set(telegram.commands) == {"", "ur"}
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Menu!", "What I can do")])


async def test_a_fast_bot_is_told_to_wait() -> None:
    telegram = TelegramSimulator(paced=True)
    telegram.person(ASHA, "Asha", started=True)
    telegram.person(MO, "Mo", started=True)
    async with bot_for(telegram) as bot:
        with pytest.raises(RetryAfter) as refused:
            await asyncio.gather(*[bot.send_message(ASHA, f"message {n}") for n in range(6)])
        assert refused.value.retry_after == timedelta(seconds=1)
        await bot.send_message(MO, "others go on")


async def test_the_overall_pace_is_thirty_a_second() -> None:
    telegram = TelegramSimulator(paced=True)
    for user_id in range(1, 61):
        telegram.person(user_id, f"Person {user_id}", started=True)
    async with bot_for(telegram) as bot:
        sends = [bot.send_message(user_id, "hello") for user_id in range(1, 61)]
        results = await asyncio.gather(*sends, return_exceptions=True)
    assert any(isinstance(result, RetryAfter) for result in results)


@pytest.mark.parametrize(
    ("mishap", "done"), [("fail", False), ("fail_after", True), ("drop_after", True)]
)
async def test_misbehaviour_on_request(
    telegram: TelegramSimulator, bot: Bot, mishap: str, done: bool
) -> None:
    setattr(telegram.misbehaviour, mishap, 1.0)
    with pytest.raises(NetworkError):
        await bot.send_message(ASHA, "hello")
    assert bool(telegram.chat(ASHA).received) is done


async def test_a_slow_answer_times_out_though_it_was_sent(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    telegram.misbehaviour.slow = 1.0
    telegram.misbehaviour.delay = 0.2
    with pytest.raises(TimedOut):
        await bot.send_message(ASHA, "hello", read_timeout=0.05)
    await telegram.chat(ASHA).hears("hello")


async def test_misbehaviour_is_set_over_http(telegram: TelegramSimulator) -> None:
    async with serving(telegram.app) as url, httpx.AsyncClient() as client:
        answer = await client.post(f"{url}/misbehave", json={"fail": 0.25})
        assert answer.json()["fail"] == 0.25
        assert telegram.misbehaviour.fail == 0.25
        for wrong in ({"fail": 2}, {"explode": 1}, [1]):
            assert (await client.post(f"{url}/misbehave", json=wrong)).status_code == 400


class Service:
    """A webhook that is out of order for the first `refusals` requests."""

    def __init__(self, refusals: int = 0) -> None:
        self.refusals = refusals
        self.updates: asyncio.Queue[Update] = asyncio.Queue()
        self.secrets: set[str | None] = set()
        self.app = Starlette(routes=[Route("/webhooks/telegram", self.receive, methods=["POST"])])

    async def receive(self, request: Request) -> Response:
        self.secrets.add(request.headers.get("x-telegram-bot-api-secret-token"))
        if self.refusals:
            self.refusals -= 1
            return Response(status_code=503)
        self.updates.put_nowait(Update.de_json(await request.json()))
        return Response()

    async def told(self) -> str | None:
        update = await asyncio.wait_for(self.updates.get(), 5)
        return update.message.text if update.message else None


async def test_a_webhook_gets_updates_in_order_with_the_secret_until_it_answers(
    telegram: TelegramSimulator, bot: Bot
) -> None:
    service = Service(refusals=2)
    telegram.chat(ASHA).says("before")
    async with serving(service.app) as url:
        await bot.set_webhook(f"{url}/webhooks/telegram", secret_token="s3cret")
        assert await service.told() == "before"
        telegram.chat(ASHA).says("one")
        telegram.chat(ASHA).says("two")
        assert [await service.told(), await service.told()] == ["one", "two"]
        assert service.secrets == {"s3cret"}
        with pytest.raises(Conflict, match="webhook is active"):
            await bot.get_updates()
        assert (await bot.get_webhook_info()).url.endswith("/webhooks/telegram")
        await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_updates_can_be_brought_twice(telegram: TelegramSimulator, bot: Bot) -> None:
    telegram.misbehaviour.twice = 1.0
    telegram.chat(ASHA).says("hello")
    first, again = await bot.get_updates()
    assert first == again


async def test_hears_tells_what_was_said_instead(telegram: TelegramSimulator, bot: Bot) -> None:
    await bot.send_message(ASHA, "goodbye")
    with pytest.raises(TimeoutError, match="Asha never heard 'hello', but \\['goodbye'\\]"):
        await telegram.chat(ASHA).hears("hello", within=0.01)


async def test_a_bot_reacts_with_one_free_emoji_to_a_message_that_is_there() -> None:
    telegram = TelegramSimulator()
    asha = telegram.person(ASHA, "Asha")
    said = asha.says("hello")
    async with bot_for(telegram) as bot:
        await bot.set_message_reaction(ASHA, int(said.id), "🔥")
        assert said.reactions == {"line": "🔥"}
        await bot.set_message_reaction(ASHA, int(said.id))
        assert said.reactions == {"line": ""}
        for message, emoji, why in (
            (99, "🔥", "message to react not found"),
            (int(said.id), "5368324170671202286", "REACTION_INVALID"),
            (int(said.id), ["🔥", "👍"], "REACTIONS_TOO_MANY"),
        ):
            with pytest.raises(BadRequest, match=f"(?i){why}"):
                await bot.set_message_reaction(ASHA, message, emoji)
        with pytest.raises(BadRequest, match=r"(?i)chat not found"):
            await bot.set_message_reaction(NOBODY, int(said.id), "🔥")


async def test_a_persons_reaction_comes_to_a_bot_that_asked_for_it() -> None:
    telegram = TelegramSimulator()
    asha = telegram.person(ASHA, "Asha", started=True)
    async with bot_for(telegram) as bot:
        await bot.send_message(ASHA, "hello")
        asha.reacts(asha.received[-1], "👍")
        assert await bot.get_updates(allowed_updates=["message", "message_reaction"]) == ()
        asha.reacts(asha.received[-1], "❤")
        (update,) = await bot.get_updates()
    assert update.message_reaction is not None
    assert [each.emoji for each in update.message_reaction.new_reaction] == ["❤"]  # type: ignore[union-attr]
    assert [each.emoji for each in update.message_reaction.old_reaction] == ["👍"]  # type: ignore[union-attr]
