"""A steady load of conversations, worded so that each message can be told from every other."""

import asyncio
from collections.abc import Iterator
from itertools import count, product
from random import Random

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from tests.line import Line

PAIRS = 14
PAUSE = (2.2, 6.0)  # seconds between one person's messages: faster is taken for a flood
PATIENCE = 240.0  # seconds that someone who joins waits for an answer

_COLOURS = ("red", "blue", "green", "yellow", "brown", "grey", "white", "black", "golden", "tawny")
_BIRDS = ("robin", "heron", "magpie", "sparrow", "gull", "crow", "finch", "swan", "duck", "goose",
          "wren", "owl", "thrush", "lark", "kite", "rook")  # fmt: skip

Person = TelegramChat | Phone


def sayings() -> Iterator[str]:
    """Different things to say, 160 of them, none of which a person could mind."""
    for bird, colour in product(_BIRDS, _COLOURS):
        yield f"Saw a {colour} {bird} by the pond"


class Load:
    """Pairs who talk through the relay, and people who join, until told to stop."""

    def __init__(self, line: Line, seed: int) -> None:
        self.line = line
        self.said: dict[tuple[str, str], list[str]] = {}  # by sender's name and reader's
        self._dice = Random(seed)  # noqa: S311 -- repeatable is the point
        self._numbers = count(100)
        self._pairs = [self._introduce(number) for number in range(PAIRS)]
        self._readers: dict[str, Person] = {}
        self.in_crisis: list[Person] = []
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def people(self) -> dict[str, Person]:
        return self._readers

    def start(self) -> None:
        for one, other in self._pairs:
            self._readers |= {one.name: one, other.name: other}
            self._tasks += [
                asyncio.create_task(self._talk(one, other)),
                asyncio.create_task(self._talk(other, one)),
            ]
        self._tasks += [asyncio.create_task(self._keep_joining(sms)) for sms in (True, False)]
        self._tasks.append(asyncio.create_task(self._keep_crying_out()))

    async def stop(self) -> list[str]:
        """Nobody says anything more, once those who were joining are through: or why not."""
        self._stopping.set()
        ended = await asyncio.gather(*self._tasks, return_exceptions=True)
        return [str(each) for each in ended if each is not None]

    def _introduce(self, number: int) -> tuple[Person, Person]:
        """Every kind of pair: by text and on Telegram, both by text, both on Telegram."""
        mentee = self._meet(f"Mentee {number}", sms=number % 3 != 0)
        mentor = self._meet(f"Mentor {number}", sms=number % 4 == 1)
        self.line.introduced(mentee, mentor)
        return mentee, mentor

    def _meet(self, name: str, *, sms: bool) -> Person:
        number = next(self._numbers)
        if sms:
            return self.line.twilio.phone(f"+447700900{number}", name)
        return self.line.telegram.person(5000 + number, name)

    async def _talk(self, sender: Person, reader: Person) -> None:
        said = self.said[sender.name, reader.name] = []
        for words in sayings():
            await asyncio.sleep(self._dice.uniform(*PAUSE))
            if self._stopping.is_set():
                return
            sender.says(words)
            said.append(words)

    async def _keep_joining(self, sms: bool) -> None:
        while not self._stopping.is_set():
            newcomer = self._meet(f"Newcomer {len(self._readers)}", sms=sms)
            self._readers[newcomer.name] = newcomer
            newcomer.says("hello")
            for question, answer in (
                ("happy for us to message you", "yes"), ("18 or over", "yes"),
                ("What name", "Robin"), ("Is that OK", "yes"), ("Who are you here for", "1"),
                ("What type", "type 2"), ("help you most", "food"), ("Roughly where", "GL1"),
            ):  # fmt: skip
                await newcomer.hears(question, within=PATIENCE)
                newcomer.says(answer)
            await newcomer.hears("All done, Robin", within=PATIENCE)

    async def _keep_crying_out(self) -> None:
        """Strangers in danger, one after the other: a kill may fall between flag and alert."""
        while not self._stopping.is_set():
            stranger = self._meet(f"Stranger {len(self._readers)}", sms=self._dice.random() < 0.5)
            self._readers[stranger.name] = stranger
            stranger.says("I want to kill myself tonight")
            self.in_crisis.append(stranger)
            await stranger.hears("116 123", within=PATIENCE)
            await asyncio.sleep(self._dice.uniform(*PAUSE))
