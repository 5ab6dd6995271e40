"""A tiny service for testing the page: it echoes, asks, and keeps what it has heard in a file.

It is run as the real one is, by its environment alone, and may be killed at any moment.
"""

import asyncio
import os
from pathlib import Path

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
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

HEARD = Path("heard.txt")
CHOICE = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Type 1", callback_data="1"),
            InlineKeyboardButton("Type 2", callback_data="2"),
        ],
        [InlineKeyboardButton("Something else", callback_data="3")],
    ]
)
WHERE = ReplyKeyboardMarkup([[KeyboardButton("Share my place", request_location=True)], ["Skip"]])


def remember(text: str) -> int:
    with HEARD.open("a") as heard:
        heard.write(text + "\n")
        heard.flush()
        os.fsync(heard.fileno())
    return len(HEARD.read_text().splitlines())


async def answer(bot: Bot, update: Update) -> None:
    chat = update.effective_chat
    if chat is None:
        return
    if update.callback_query:
        await update.callback_query.answer("Noted")
        await update.callback_query.edit_message_text(f"You chose {update.callback_query.data}.")
        await bot.send_message(chat.id, "Whereabouts are you?", reply_markup=WHERE)
    elif update.message and update.message.text == "/start":
        text = "Hello, and welcome. This line is run by people who live with diabetes."
        await bot.send_message(chat.id, text, disable_notification=True)
        await bot.send_message(chat.id, "Which type do you live with?", reply_markup=CHOICE)
    elif update.message:
        number = remember(update.message.text or "(something)")
        await bot.send_message(chat.id, f"{number}: {update.message.text}")


async def poll(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("menu", "What I can do"), BotCommand("stop", "Leave")])
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=10):
            await answer(bot, update)
            offset = update.update_id + 1


async def text_back(request: Request) -> Response:
    async with request.form() as form:
        sender, line, body = str(form["From"]), str(form["To"]), str(form["Body"])
    number = remember(body)
    account = os.environ["TWILIO_ACCOUNT_SID"]
    async with httpx.AsyncClient(auth=(account, os.environ["TWILIO_AUTH_TOKEN"])) as client:
        await client.post(
            f"{os.environ['TWILIO_API_URL']}/2010-04-01/Accounts/{account}/Messages.json",
            data={"To": sender, "From": line, "Body": f"{number}: {body}"},
        )
    return Response(status_code=204)


async def main() -> None:
    app = Starlette(
        routes=[
            Route("/readyz", lambda request: PlainTextResponse("ready")),
            Route("/webhooks/twilio/sms", text_back, methods=["POST"]),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, port=int(os.environ["PORT"])))
    base_url = os.environ["TELEGRAM_API_URL"] + "/bot"
    async with Bot(os.environ["TELEGRAM_BOT_TOKEN"], base_url=base_url) as bot:
        polling = asyncio.create_task(poll(bot))
        await server.serve()
        polling.cancel()


if __name__ == "__main__":
    asyncio.run(main())
