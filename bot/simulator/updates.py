"""The Bot API's queue of updates: polled for, or brought to a webhook."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from bot.simulator.courier import Courier
from bot.simulator.misbehaviour import Misbehaviour

Json = dict[str, object]

# Telegram sends these three only to bots that ask for them by name.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_UPDATE_ID = 100_000_001
FIRST_RETRY = 0.1
SLOWEST_RETRY = 2.0


class Refused(Exception):
    """What the Bot API answers instead of a result."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


@dataclass(frozen=True)
class Webhook:
    """Where updates are brought, and the secret that goes with them."""

    url: str
    secret: str = ""
    max_connections: int = 40


@dataclass(frozen=True)
class Pending:
    """An update on its way, and whom to tell once the service has it."""

    update: Json
    on_taken: Callable[[], None]


class Updates:
    """Every update not yet acknowledged, oldest first. `polled` is set while a poll waits.

    `next_id` is the id that the next update will have.
    """

    def __init__(self, courier: Courier, misbehaviour: Misbehaviour) -> None:
        self.pending: dict[int, Pending] = {}
        self.allowed: frozenset[str] | None = None
        self.webhook: Webhook | None = None
        self.last_error = ""
        self._courier = courier
        self._misbehaviour = misbehaviour
        self.next_id = FIRST_UPDATE_ID
        self._arrival = asyncio.Event()
        self._poller: object = None
        self.polled = asyncio.Event()

    def add(
        self,
        kind: str,
        content: Json,
        chat_id: int,
        on_taken: Callable[[], None] = lambda: None,
    ) -> None:
        """Queue an update, unless the bot has not asked for that kind."""
        if kind in ON_REQUEST if self.allowed is None else kind not in self.allowed:
            return
        update_id = self.next_id
        self.next_id += 1
        self.pending[update_id] = Pending({"update_id": update_id, kind: content}, on_taken)
        if self.webhook is not None:
            self._bring(self.webhook, update_id, chat_id)
        self._wake()

    def allow(self, kinds: list[str] | None) -> None:
        """None leaves the choice as it was; an empty list goes back to the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    async def poll(self, offset: int, limit: int, patience: float) -> list[Json]:
        """Forget what is below `offset`, then up to `limit` updates, waiting `patience` seconds.

        As with Telegram, a second poller ends the first one's wait with 409.
        """
        if self.webhook is not None:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        me = self._poller = object()
        self.polled.set()
        self._wake()
        if offset < 0:
            offset = self.next_id + offset
        while self.pending and (oldest := next(iter(self.pending))) < offset:
            self._taken(oldest)
        try:
            async with asyncio.timeout(patience):
                while not self.pending and self._poller is me:
                    await self._arrival.wait()
        except TimeoutError:
            pass
        if self._poller is not me:
            raise Refused(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        self.polled.clear()
        batch = [pending.update for pending in islice(self.pending.values(), limit)]
        if batch and self._misbehaviour.happens("twice"):
            batch.append(batch[-1])
        return batch

    def set_webhook(self, webhook: Webhook, drop_pending: bool) -> None:
        if not re.fullmatch(r"https?://\S+", webhook.url):
            raise Refused(400, "Bad Request: bad webhook: URL scheme is not supported")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", webhook.secret):
            raise Refused(400, "Bad Request: secret token contains unallowed characters")
        self.delete_webhook(drop_pending)
        self.webhook = webhook
        self._poller = None
        self._wake()
        for update_id in self.pending:
            self._bring(webhook, update_id, chat_id=0)

    def delete_webhook(self, drop_pending: bool) -> None:
        self.webhook = None
        self.last_error = ""
        if drop_pending:
            self.pending.clear()

    def close(self) -> None:
        """End any wait, so that a server that is stopping need not sit it out."""
        self._poller = None
        self._wake()

    def _taken(self, update_id: int) -> None:
        if pending := self.pending.pop(update_id, None):
            pending.on_taken()

    def _wake(self) -> None:
        self._arrival.set()
        self._arrival = asyncio.Event()

    def _bring(self, webhook: Webhook, update_id: int, chat_id: int) -> None:
        async def errand() -> None:
            if update_id not in self.pending:
                return
            # ASCII escapes, as Telegram sends them, carry what UTF-8 could not.
            body = json.dumps(self.pending[update_id].update).encode("ascii")
            headers = {"content-type": "application/json"}
            if webhook.secret:
                headers["x-telegram-bot-api-secret-token"] = webhook.secret
            retry = FIRST_RETRY
            twice = self._misbehaviour.happens("twice")
            while self.webhook is webhook and update_id in self.pending:
                status = await self._courier.post(webhook.url, body=body, headers=headers)
                if status is not None and 200 <= status < 300:
                    if not twice:
                        self._taken(update_id)
                        return
                    twice = False
                    continue
                self.last_error = _webhook_error(status)
                await asyncio.sleep(retry)
                retry = min(SLOWEST_RETRY, retry * 2)

        self._courier.run(("telegram", chat_id), errand)


def _webhook_error(status: int | None) -> str:
    if status is None:
        return "Connection refused"
    return f"Wrong response from the webhook: {status}"
