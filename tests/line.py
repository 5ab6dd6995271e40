"""The whole line to test on: the real service as a process, the stand-ins that it talks to over
HTTP, a clock that can be moved on, and its database to look into."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, SQLModel, func, select, text
from typer.testing import CliRunner

from bot.cli import app
from bot.directory.sample import seed_demo
from bot.matches import life
from bot.post import Post
from bot.simulator.cast import ASHA, BEN, LINE_NUMBER, MO, PRIYA
from bot.simulator.chat import Message
from bot.simulator.clock import MovableClock
from bot.simulator.misbehaviour import Misbehaviour
from bot.simulator.process import INHERITED, RUN, Service
from bot.simulator.serving import HOST, free_port
from bot.simulator.standins import StandIns
from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.matches.life import BEGINNING
from flows.vocabulary import Channel, MentorStatus
from storage import inbox, matches, mentors, outbox, timers
from storage.database import Database
from storage.people import Person
from storage.sealing import Keyring, use
from storage.tables import SCHEMA
from storage.timers import Timer, TimerStatus
from tests.people import LONDON, introduce, join, make_mentor

T = TypeVar("T")

A_KEY = "a key that the service and its tests share"
# A conversation that runs the same on either database need not run on both.
ON_SQLITE = pytest.mark.parametrize("running_line", ["sqlite"], indirect=True)
TELLING = 6  # characters: what is shorter may stand in a file of bytes by chance
PATIENCE = 30.0  # seconds: a loaded machine is slow, and nothing waits longer than it has to


class Line:
    """`run` holds the arguments of each process: one process by default, which is all of it.

    `paced`: the providers limit how fast they are written to. `settings` are added to those that
    the service needs.
    """

    def __init__(
        self,
        folder: Path,
        database_url: str,
        *,
        run: Sequence[Sequence[str]] = ((),),
        paced: bool = False,
        numbers: Sequence[str] = (LINE_NUMBER,),
        **settings: str,
    ) -> None:
        self.clock = MovableClock(folder / "clock")
        port = free_port()
        self.standins = StandIns(
            f"http://{HOST}:{port}", paced=paced, numbers=numbers, now=self.clock.now
        )
        self.telegram, self.twilio = self.standins.telegram, self.standins.twilio
        self.folder = folder
        self.environment = {
            **{name: os.environ[name] for name in INHERITED if name in os.environ},
            **self.standins.environment,
            "DATABASE_URL": database_url,
            "SECRET_KEY": A_KEY,
            "TIMEZONE": LONDON,
            "SMS_SETTLE_SECONDS": "0.5",
            "ALONGSIDE_CLOCK_FILE": str(self.clock.file),
            **settings,
        }
        ports = [port, *(free_port() for _ in run[1:])]
        self.processes = [
            Service(folder, self.environment, port=port, command=(*RUN, *arguments))
            for port, arguments in zip(ports, run, strict=True)
        ]
        self.service = self.processes[0]
        self.secrets: set[str] = set()  # what has been said by anyone on it, and by whom
        self._database_url = database_url

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Line"]:
        self.clock.move_on(0)
        self.clock.skip_the_night(ZoneInfo(LONDON))
        async with self.standins:
            for process in self.processes:
                await process.start()
            try:
                await self.service.wait_ready(PATIENCE * 2)
                self.database = Database(self._database_url)
                try:
                    yield self
                finally:
                    self.database.close()
            finally:
                await asyncio.gather(*(process.stop() for process in self.processes))

    def time_passes(self, **time: int) -> None:
        """So many days, hours or minutes."""
        self.clock.move_on(int(timedelta(**time).total_seconds()))

    def comes(self, hour: int) -> None:
        """The clock goes on to this hour, where people live."""
        there = self.clock.now().astimezone(ZoneInfo(LONDON))
        self.time_passes(minutes=(60 * (hour - there.hour) - there.minute) % (24 * 60))

    async def cut_power(self) -> None:
        """SIGKILL where it stands."""
        await self.service.kill()

    async def power_on(self) -> None:
        await self.service.start()
        await self.service.wait_ready(PATIENCE)

    def look(self, at: Callable[[Session], T]) -> T:
        """What is in the database now; what is changed there is committed."""
        with self.database.session() as db:
            return at(db)

    def person(self, chat: TelegramChat | Phone) -> Person:
        """Whoever calls themselves as the phone's owner is called."""
        return self.look(lambda db: next(p for p in db.exec(select(Person)) if p.name == chat.name))

    async def until(self, at: Callable[[Session], T | None], within: float = PATIENCE) -> T:
        """What is in the database, once it is there. TimeoutError when it never is."""
        async with asyncio.timeout(within):
            while not (found := await self.database.read(at)):  # noqa: ASYNC110 -- another process
                await asyncio.sleep(0.02)
        return found

    async def settles(self, within: float = PATIENCE) -> None:
        """Wait until everything said was heard, and everything owed was sent."""
        await self.until(self._has_settled, within)

    def _has_settled(self, db: Session) -> bool:
        due = timers.next_due(db)
        nothing_due = due is None or due > self.clock.now()
        under_way = inbox.count_waiting(db) + outbox.count_live(db)
        on_the_way = any(
            said.status not in ("delivered", "lost")
            for phone in self.twilio.phones.values()
            for said in phone.sent
        )
        heard = not self.telegram.updates.pending and not on_the_way
        return nothing_due and heard and not under_way

    async def begin_afresh(self) -> None:
        """Nobody but Mo, a mentor, and Priya, a coordinator; the sample directory; all is well."""
        use(Keyring([A_KEY]))
        self.expected_troubles: list[str] = []
        for simulator in (self.telegram, self.twilio):
            simulator.misbehaviour.become(Misbehaviour())
        await self.settles()
        self.clock.skip_the_night(ZoneInfo(LONDON))
        self._forget_everyone()
        self.look(lambda db: seed_demo(db, self.clock.now(), LONDON))
        self.telegram.chats.clear()
        self.twilio.phones.clear()
        self.twilio.texts.clear()
        self.mo = self.telegram.person(MO.telegram_id or 0, "Mo", started=True)
        self.priya = self.telegram.person(PRIYA.telegram_id or 0, "Priya", started=True)
        self.asha = self.telegram.person(ASHA.telegram_id or 0, "Asha")
        self.ben = self.twilio.phone(BEN.number or "", "Ben")
        self.kay = self.twilio.phone("+447700900105", "Kay")

    def _forget_everyone(self) -> None:
        """The service runs on, and its look at a table may cross ours: then once more."""
        for _ in range(20):
            try:
                self.look(_empty)
            except OperationalError:
                continue
            return
        raise RuntimeError("the tables could not be emptied beside the service")

    def in_the_open(self) -> set[str]:
        """What a test's people said, and their names and numbers, as far as the disk shows it."""
        chats = [*self.telegram.chats.values(), *self.twilio.phones.values()]
        secrets = {each for chat in chats for each in (chat.name, str(chat.address))}
        secrets |= {said.text for chat in chats for said in chat.messages if not said.from_line}
        secrets = {each for each in secrets if len(each) > TELLING}
        self.secrets |= secrets
        return found_in(self.on_disk(), secrets) if self.database.is_sqlite else set()

    def on_disk(self) -> bytes:
        """The database file, and all that lies beside it."""
        file = Path(self.database.url.database or "")
        return b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))

    def transcript(self) -> str:
        """What every phone shows, and the end of the service's log: for a test that fails."""
        chats = [*self.telegram.chats.values(), *self.twilio.phones.values()]
        lines = [
            f"{chat.name} {'<' if said.from_line else '>'} {said.text[:200]}"
            for chat in chats
            for said in chat.messages
        ]
        return "\n".join([*lines, self.service.last_words(10)])

    def joined(self, *chats: TelegramChat | Phone) -> None:
        """These have joined already, long ago."""
        for chat in chats:
            self.look(lambda db, chat=chat: self._person(db, chat))  # type: ignore[misc]

    def introduced(self, mentee: TelegramChat | Phone, mentor: TelegramChat | Phone) -> int:
        """These two have been put in touch already. Returns the match's id."""

        def meet(db: Session) -> int:
            to = self._person(db, mentor)
            if mentors.get(db, to.id) is None:
                make_mentor(db, to, self.clock.now())
            return introduce(db, self._person(db, mentee), to, self.clock.now()).id

        return self.look(meet)

    def begins(self, mentee: TelegramChat | Phone, mentor: TelegramChat | Phone) -> None:
        """These two are put in touch now, and all that follows is planned."""
        match_id = self.introduced(mentee, mentor)
        self.look(
            lambda db: life.plan(Post(db, self.clock.now()), matches.get(db, match_id), BEGINNING)
        )

    def mentors(self, *chats: TelegramChat | Phone) -> None:
        """These are approved mentors already, and nobody else is."""

        def make(db: Session) -> None:
            for mentor, _ in mentors.with_status(db, MentorStatus.ACTIVE):
                mentor.status = MentorStatus.PAUSED
            for chat in chats:
                person = self._person(db, chat)
                if (mentor := mentors.get(db, person.id)) is None:
                    make_mentor(db, person, self.clock.now())
                else:
                    mentor.status = MentorStatus.ACTIVE

        self.look(make)

    def _person(self, db: Session, chat: TelegramChat | Phone) -> Person:
        channel = Channel.SMS if isinstance(chat, Phone) else Channel.TELEGRAM
        if isinstance(chat, TelegramChat):
            chat.standing = "started"
        return join(db, channel, chat.address, chat.name, self.clock.now())


def found_in(held: bytes, secrets: Iterable[str]) -> set[str]:
    return {each for each in secrets if each.encode(errors="ignore") in held}


def troubles(db: Session) -> list[str]:
    """What went wrong inside, each as the last line of its traceback."""
    turns = [(row.trouble or "").strip().splitlines()[-1] for row in inbox.all_failed(db)]
    failed = select(Timer.trouble).where(Timer.status == TimerStatus.FAILED)
    return [*turns, *(trouble or "" for trouble in db.exec(failed))]


def _empty(db: Session) -> None:
    """Delete every row, those that others point to last."""
    tables = SCHEMA.sorted_tables
    if db.get_bind().dialect.name == "postgresql":
        # In one statement: the service may be about to add another.
        db.execute(text(f"TRUNCATE {', '.join(str(table) for table in tables)} RESTART IDENTITY"))
    else:
        for table in reversed(tables):
            db.execute(table.delete())


def count(table: type[SQLModel]) -> Callable[[Session], int]:
    return lambda db: db.exec(select(func.count()).select_from(table)).one()


async def answers(chat: TelegramChat | Phone, replies: Mapping[str, str], until: str) -> Message:
    """Answer each question as told by some words of it, until those words are heard."""
    while until not in (said := await chat.hears()).text:
        for question, reply in replies.items():
            if question in said.text:
                chat.says(reply)
    return said


async def alongside(line: Line, *arguments: str) -> str:
    """What the command prints, run beside the service with its settings."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli", *arguments,
        env=line.environment, cwd=line.folder, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    printed, _ = await process.communicate()
    assert process.returncode == 0, printed
    return printed.decode()


def operator(line: Line, *arguments: str) -> str:
    """What the same command prints, without a process of its own."""
    done = CliRunner().invoke(app, arguments, env=line.environment)
    assert done.exit_code == 0, done.output
    return done.output
