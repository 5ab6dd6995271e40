"""Clients of ours on a real wire, and servers that fail in ways the stand-ins don't."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot

from bot.channels.telegram.client import close_bot, make_bot
from bot.settings import Settings

A_TOKEN = "7:token"


@asynccontextmanager
async def bot_at(url: str, token: str = A_TOKEN) -> AsyncIterator[Bot]:
    bot = make_bot(Settings(_env_file=None, telegram_bot_token=token, telegram_api_url=url))
    try:
        yield bot
    finally:
        await close_bot(bot)


@asynccontextmanager
async def answering(answer: bytes | None) -> AsyncIterator[str]:
    """A server that reads each request, writes these bytes, and hangs up; or keeps silent."""

    calls: list[asyncio.Task[None] | None] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        calls.append(asyncio.current_task())
        head = await reader.readuntil(b"\r\n\r\n")
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                await reader.readexactly(int(line.split(b":")[1]))
        if answer is None:
            await reader.read()
        else:
            writer.write(answer)
            await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await asyncio.gather(*(call for call in calls if call), return_exceptions=True)


def response(status: str, body: str) -> bytes:
    """A whole HTTP response, after which the connection closes."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode()
