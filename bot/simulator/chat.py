"""What was said on one phone, in the order it was seen there, and a way to wait for more."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeVar

Found = TypeVar("Found")

PATIENCE = 20.0  # seconds that a phone is watched: a loaded machine is slow


@dataclass(frozen=True)
class Button:
    """One button: `data` goes back to the line when it is pressed; `asks` is what it shares."""

    text: str
    data: str = ""
    url: str = ""
    asks: str = ""


Side = Literal["line", "person"]
Rows = tuple[tuple[Button, ...], ...]


@dataclass
class Message:
    """One bubble on a phone. `line` is the number or bot at the other end of it."""

    id: str
    text: str
    at: datetime
    from_line: bool
    line: str = ""
    kind: str = "text"
    buttons: Rows = ()
    silent: bool = False
    reply_to: str | None = None
    edits: int = 0
    reactions: dict[Side, str] = field(default_factory=dict)  # the emoji that each put on it
    deleted: bool = False
    status: str = "sent"
    segments: int = 1


class Chat:
    """A person's phone: everything said on it, by them and by the line."""

    def __init__(self, address: str, name: str, on_change: Callable[["Chat"], None]) -> None:
        self.address = address
        self.name = name
        self.messages: list[Message] = []
        self._on_change = on_change
        self._change = asyncio.Event()
        self._heard = 0

    @property
    def received(self) -> list[Message]:
        """What the line said here, in order; deleted messages are left out."""
        return [m for m in self.messages if m.from_line and not m.deleted]

    @property
    def sent(self) -> list[Message]:
        """What the person said here, in order."""
        return [m for m in self.messages if not m.from_line]

    def message(self, message_id: str) -> Message | None:
        """The message with that id, unless it never was or has been deleted."""
        for message in reversed(self.messages):
            if message.id == message_id and not message.deleted:
                return message
        return None

    def add(self, message: Message) -> Message:
        self.messages.append(message)
        self.changed()
        return message

    def changed(self) -> None:
        """Wake whoever waits for something on this phone."""
        self._change.set()
        self._change = asyncio.Event()
        self._on_change(self)

    async def until(self, look: Callable[[], Found | None], within: float = PATIENCE) -> Found:
        """What `look` finds, tried now and at each change here. TimeoutError when it never does."""
        async with asyncio.timeout(within):
            while (found := look()) is None:
                await self._change.wait()
        return found

    async def hears(self, words: str = "", within: float = PATIENCE) -> Message:
        """The next message from the line that holds `words` and was not heard before.

        Each message is heard once, so that the same words said twice are two messages.
        Raises TimeoutError that tells what was heard instead.
        """
        try:
            index, message = await self.until(lambda: next(self._unheard(words), None), within)
        except TimeoutError:
            instead = [m.text for _, m in self._unheard("")]
            raise TimeoutError(f"{self.name} never heard {words!r}, but {instead}") from None
        self._heard = index + 1
        return message

    def _unheard(self, words: str) -> Iterator[tuple[int, Message]]:
        for index in range(self._heard, len(self.messages)):
            message = self.messages[index]
            if message.from_line and not message.deleted and words in message.text:
                yield index, message
