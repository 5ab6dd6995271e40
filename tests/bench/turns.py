"""Durable turns a second, beside two ways of answering the same updates with PTB.

Ours goes from an update's JSON to its replies queued, committed to the disk. The yardstick, PTB's
`Application`, echoes and keeps nothing; the other keeps conversations in a pickle, written at
each update. Rounds are interleaved, so that whatever else the machine does slows them alike.
"""

import asyncio
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.request import BaseRequest, RequestData

from tests.bench import store
from tests.bench.figures import Row, Stopwatch
from tests.bench.line import Line


def bench(quick: bool) -> list[Row]:
    rows = _on("SQLite", store.sqlite(), quick)
    try:
        return rows + _on("PostgreSQL", store.postgresql(), quick)
    except store.NoServer as error:
        return [*rows, Row("durable turns on PostgreSQL", f"not measured: {error}")]


def _on(kind: str, place: AbstractContextManager[str], quick: bool) -> list[Row]:
    rounds, regulars = (2, 200) if quick else (9, 1_000)
    with place as url, store.opened(url, regulars) as database, TemporaryDirectory() as folder:
        line = Line(database, regulars)
        updates, ours, echoing, pickling = asyncio.run(_rounds(line, Path(folder), rounds))
    return [
        Row(f"durable turns on {kind}", f"{updates / median(ours):,.0f} a second"),
        Row("  beside PTB's bare echo", _ratio(echoing, ours, updates), "0.25 or more"),
        Row("  beside PTB's pickled conversations", _ratio(pickling, ours, updates)),
    ]


def _ratio(theirs: Sequence[float], ours: Sequence[float], updates: int) -> str:
    ratio = median(a / b for a, b in zip(theirs, ours, strict=True))
    return f"{ratio:.2f} times its {updates / median(theirs):,.0f}"


async def _rounds(
    line: Line, folder: Path, rounds: int
) -> tuple[int, list[float], list[float], list[float]]:
    """How many updates each round had, and the seconds that each of the three took for them."""
    pickle = PicklePersistence(folder / "conversations.pickle", update_interval=1e9)
    echo, conversations = ApplicationBuilder(), ApplicationBuilder().persistence(pickle)
    took = []
    async with (
        _application(echo, MessageHandler(filters.TEXT, _echo)) as echoing,
        _application(conversations, _CONVERSATION) as pickling,
    ):
        for _ in range(rounds + 1):
            updates = line.sitting()
            took.append((await line.take(updates), await _answer(echoing, updates),
                         await _answer(pickling, updates)))  # fmt: skip
    await line.check()
    ours, bare, pickled = (list(each) for each in zip(*took[1:], strict=True))  # warm by then
    return len(updates), ours, bare, pickled


class _Stubbed(BaseRequest):
    """The Bot API, answering at once with words made beforehand."""

    read_timeout = 5.0
    ME = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"A","username":"a_bot"}}'
    SENT = (
        b'{"ok":true,"result":{"message_id":7,"date":1795300000,"text":"hello",'
        b'"chat":{"id":1001,"type":"private","first_name":"Asha"}}}'
    )

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: object,
        **__: object,
    ) -> tuple[int, bytes]:
        return 200, self.ME if url.endswith("getMe") else self.SENT


AnApplication = Application[Any, Any, Any, Any, Any, Any]  # PTB's types of what nobody here keeps


def _application(builder: Any, handler: BaseHandler[Update, Any, Any]) -> AnApplication:
    application = builder.token("1:a-token").request(_Stubbed()).updater(None).build()
    application.add_handler(handler)
    return application


async def _answer(application: AnApplication, updates: Sequence[str]) -> float:
    with Stopwatch() as watch:
        for each in updates:
            await application.process_update(Update.de_json(json.loads(each), application.bot))
            if application.persistence is not None:
                await application.update_persistence()
    return watch.seconds


async def _echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


async def _keep(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    context.user_data["said"] = update.message.text
    await update.message.reply_text("And then?")
    return 0


_CONVERSATION = ConversationHandler(
    entry_points=[MessageHandler(filters.TEXT, _keep)],
    states={0: [MessageHandler(filters.TEXT, _keep)]},
    fallbacks=[],
    name="joining",
    persistent=True,
)
