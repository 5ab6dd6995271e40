"""Both providers on one port, and what the service needs to know to use them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from bot.simulator import cast
from bot.simulator.chat import Chat
from bot.simulator.misbehaviour import Misbehaviour
from bot.simulator.serving import HOST, free_port, serving
from bot.simulator.telegram import TelegramSimulator
from bot.simulator.twilio import TwilioSimulator


class StandIns:
    """Telegram at `/telegram` and Twilio at `/twilio`, served while the `async with` lasts.

    `url` is where they are, and `service_url` where the service is that they talk to.
    """

    def __init__(
        self,
        service_url: str,
        *,
        port: int = 0,
        public_url: str | None = None,
        numbers: Sequence[str] = (cast.LINE_NUMBER,),
        paced: bool = False,
        retry_inbound: bool = True,
        seed: int = 0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.port = port or free_port()
        self.url = f"http://{HOST}:{self.port}"
        self.public_url = public_url or service_url
        self.watchers: list[Callable[[Chat], None]] = []
        self.telegram = TelegramSimulator(
            paced=paced, misbehaviour=Misbehaviour(seed=seed), now=now, on_change=self._changed
        )
        self.twilio = TwilioSimulator(
            numbers=numbers,
            public_url=self.public_url,
            service_url=service_url,
            paced=paced,
            retry_inbound=retry_inbound,
            misbehaviour=Misbehaviour(seed=seed + 1),
            now=now,
            on_change=self._changed,
        )
        self.routes: list[BaseRoute] = [
            Mount("/telegram", self.telegram.app),
            Mount("/twilio", self.twilio.app),
        ]

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which the service talks to these instead of the real ones."""
        return {
            "PUBLIC_URL": self.public_url,
            "TELEGRAM_BOT_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": f"{self.url}/telegram",
            "TWILIO_ACCOUNT_SID": self.twilio.account_sid,
            "TWILIO_AUTH_TOKEN": self.twilio.auth_token,
            "TWILIO_NUMBER": self.twilio.numbers[0],
            "TWILIO_NUMBERS": ",".join(self.twilio.numbers),
            "TWILIO_API_URL": f"{self.url}/twilio",
        }

    async def __aenter__(self) -> Self:
        self._serving = serving(Starlette(routes=self.routes), self.port)
        await self._serving.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.telegram.close()
        await self.twilio.close()
        await self._serving.__aexit__(kind, error, traceback)

    def _changed(self, chat: Chat) -> None:
        for watch in self.watchers:
            watch(chat)
