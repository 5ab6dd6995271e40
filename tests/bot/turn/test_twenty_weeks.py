"""Twenty weeks of two pairs, and of all that the line asks meanwhile: every letter is counted.

What somebody writes to the other arrives word for word, once and in order, whatever was asked and
not answered before it; or they are asked whom it is for, and then it arrives. What answers the line
is its answer, and reaches nobody else.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import cycle
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from bot.matches import life, matchmaking
from bot.post import Post
from flows.book import BOOK
from flows.matches.life import BEGINNING
from flows.vocabulary import Action, Channel
from storage import conversations, matches, people, timers
from storage.checkins import CheckinAnswer
from storage.conversations import Conversation
from storage.database import Database
from tests.letters import LETTERS, REPLIES, harmless
from tests.people import LONDON
from tests.talking import Line, Phone

WEEKS = 20
HOURS = (10, 12, 19)  # the line asks on the hour, and people write a few minutes later
JUST_AFTER = timedelta(minutes=5)
LATELY = timedelta(minutes=10)
OFTEN = 0.12  # of these moments: three letters a week each, besides those just after a question
REPLIES_IN = 0.15  # of the moments at which the other has just written
SILENTLY = 0.97  # of all letters, so many pass without a word from the line

ASKED_IF_SAFE = 0.02  # of all letters, at most so many

WHOM = ("Is that for", "Who was that for")
# What nobody is told who writes all along.
NEVER = (
    "Welcome back", "It has been quiet", "hasn't heard back", "hasn't answered", "There's nothing",
)  # fmt: skip


@dataclass
class Letters:
    """What one person writes to the other, and what became of it."""

    writer: Phone
    reader: Phone
    choice: Random
    sent: list[str] = field(default_factory=list)
    asked_about: list[str] = field(default_factory=list)
    not_silent: list[str] = field(default_factory=list)  # what was heard to a letter besides

    def __post_init__(self) -> None:
        pool = harmless()
        self.choice.shuffle(pool)
        self.pool: Iterator[str] = cycle(pool)
        self.ways = cycle(
            (self.reader.name, "1", self.reader.name.lower(), f"for {self.reader.name}")
        )

    @property
    def arrived(self) -> list[str]:
        """All that the reader has had of theirs, as it stands on the phone."""
        heading = f"{self.writer.name}: "
        texts = (letter.text for _, letter in self.reader.received)
        return [text.removeprefix(heading) for text in texts if text.startswith(heading)]

    def write(self, words: str) -> None:
        """Write a letter; where it is asked whom it is for, say so."""
        self.writer.news()
        self.writer.says(words)
        self.sent.append(words)
        heard = self.writer.news()
        if any(each in heard for each in WHOM):
            self.asked_about.append(words)
            self.writer.says(next(self.ways))
            self.writer.hears(f"on its way to {self.reader.name}")
        elif heard:
            self.not_silent.append(f"{words!r} → {heard!r}")


class Weeks:
    """The line, the two pairs, and what they write."""

    def __init__(self, database: Database) -> None:
        self.line = line = Line(database)
        self.begun = line.now
        self.chance = Random(20)  # noqa: S311 -- the same weeks each time
        self.asha = line.member("Asha", Channel.TELEGRAM, "1001")
        self.mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
        self.ben = line.member("Ben", Channel.SMS, "+447700900101")
        self.kay = line.mentor("Kay", Channel.SMS, "+447700900105")
        self.pairs = ((self.asha, self.mo), (self.ben, self.kay))
        for place, (mentee, mentor) in enumerate(self.pairs, 1):
            line.introduces(mentee, mentor)
            with database.session() as db:
                life.plan(self.post(db), matches.get(db, place), BEGINNING)
                monthly = line.now + timedelta(days=30)
                timers.set_timer(db, mentor.person_id, Action.MENTOR_CHECKIN, monthly)
        self.letters = {
            writer.name: Letters(writer, reader, self.chance)
            for one, other in self.pairs
            for writer, reader in ((one, other), (other, one))
        }
        self.wrote_at: dict[str, datetime] = {}

    def post(self, db: Session) -> Post:
        return Post(db, self.line.now, rules=self.line.rules)

    def asked(self, phone: Phone) -> Conversation | None:
        with self.line.database.session() as db:
            return conversations.open_of(db, phone.person_id)

    def writes(self, phone: Phone) -> None:
        """A letter; or, where the other has just written, a word that would mean nothing alone."""
        letters = self.letters[phone.name]
        asked = self.asked(phone)
        theirs = self.wrote_at.get(letters.reader.name)
        replies = theirs is not None and (asked is None or theirs > asked.touched_at)
        bare = replies and self.chance.random() < REPLIES_IN
        words = self.chance.choice(REPLIES) if bare else next(letters.pool)
        if asked is not None and self.is_just_asked(asked):
            while BOOK[asked.flow].we_began and re.search(r"\d", words):
                words = next(letters.pool)  # a number, to who has just asked for one, is for them
            if BOOK[asked.flow].about_us:
                # Whoever was asked a minute ago how it goes with Mo, and tells Mo of the dog.
                words = f"{self.chance.choice(('', 'Hi '))}{letters.reader.name}, {words}"
        letters.write(words)
        self.wrote_at[phone.name] = self.line.now

    def answers(self, phone: Phone, words: str, *heard: str) -> None:
        """Words for the line: it does something with them, and the other hears nothing."""
        reader = self.letters[phone.name].reader
        reader.news()
        phone.news()
        phone.says(words)
        phone.hears(*heard)
        reader.hears_nothing()

    def heard(self) -> dict[str, list[str]]:
        """What came to each, by name."""
        phones = {name: letters.writer for name, letters in self.letters.items()}
        return {
            name: [letter.text for _, letter in phone.received] for name, phone in phones.items()
        }

    def is_just_asked(self, asked: Conversation) -> bool:
        return self.line.now - asked.touched_at < LATELY

    def comes(self, day: int, hour: int) -> None:
        """The clock goes on to this hour of that day, where people live."""
        there = self.begun.astimezone(ZoneInfo(LONDON)) + timedelta(days=day)
        self.line.now = there.replace(hour=hour, minute=0).astimezone(UTC)
        with self.line.database.session() as db:
            due = timers.next_due(db)
        if due is not None and due <= self.line.now:
            self.line.settle()

    def everyone_writes(self, *, silent: Sequence[Phone]) -> None:
        """A few minutes later: whoever has just been asked something, and of the others some."""
        self.line.now += JUST_AFTER
        for letters in self.letters.values():
            has_news = letters.writer.heard < len(letters.writer.received)
            asked = self.asked(letters.writer) if has_news else None
            answers = asked is not None and self.is_just_asked(asked)
            if letters.writer not in silent and (answers or self.chance.random() < OFTEN):
                self.writes(letters.writer)


def choose_checkins(weeks: Weeks) -> None:
    """By buttons and by numbers; "10ish" is a time where a time is asked for."""
    weeks.answers(weeks.asha, "menu", "Weekly check-ins")
    weeks.asha.presses("Weekly check-ins")
    weeks.asha.presses("Friday")
    weeks.answers(weeks.asha, "7 in the evening", "We'll ask how you are once a week")
    weeks.answers(weeks.ben, "menu", "2 Weekly check-ins")
    weeks.answers(weeks.ben, "2", "Which day suits you?")
    weeks.answers(weeks.ben, "sunday", "What time is best?")
    weeks.answers(weeks.ben, "10ish", "The first time is")


def seek(weeks: Weeks) -> None:
    """Someone else looks for a mentor: Mo or Kay is asked, and does not answer."""
    line = weeks.line
    dee = line.member("Dee", Channel.SMS, "+447700900107")
    with line.database.session() as db:
        person = people.get(db, dee.person_id)
        person.seeks_since = line.now
        matchmaking.seek(weeks.post(db), person)
    line.settle()


def look_back(weeks: Weeks) -> None:
    """The day after they were asked, both would like to carry on."""
    for phone in (weeks.asha, weeks.ben):
        weeks.answers(phone, "8", "Overall")
        weeks.answers(phone, "1", "a bit more about why")
        weeks.answers(phone, "skip", "What would you like next?")
        phone.says("carry on talking")
        phone.hears("and let you know")
    weeks.mo.presses("Yes, gladly")
    weeks.kay.says("yes")
    for phone in (weeks.asha, weeks.ben, weeks.mo, weeks.kay):
        phone.hears("carry on talking")


def opens_menu(name: str) -> Callable[[Weeks], None]:
    """And leaves it."""
    return lambda weeks: weeks.answers(weeks.letters[name].writer, "MENU", "What would you like")


def answers_checkin(name: str, words: str) -> Callable[[Weeks], None]:
    """An hour after it was asked."""
    return lambda weeks: weeks.answers(weeks.letters[name].writer, words, "Thank you for telling")


def looks_for_something_near(weeks: Weeks) -> None:
    """The first of the menu; where they live is asked, and not answered."""
    weeks.answers(weeks.ben, "menu", "1 Find something near me")
    weeks.answers(weeks.ben, "1", "Roughly where are you?")


# Day and hour, with what happens then. The line's own questions come besides: a check-in each
# week, the mentor's each month, prompts in the first week, the middle, the planned end.
EVENTS: dict[tuple[int, int], Callable[[Weeks], None]] = {
    (0, 12): choose_checkins,
    (9, 12): opens_menu("Asha"),
    (18, 20): answers_checkin("Asha", "7"),
    (20, 11): answers_checkin("Ben", "6 x"),
    (23, 15): opens_menu("Kay"),
    (30, 12): looks_for_something_near,
    (40, 10): opens_menu("Ben"),
    (45, 12): seek,
    (61, 19): opens_menu("Mo"),
    (90, 12): opens_menu("Asha"),
    (113, 13): look_back,
}
AWAY = range(75, 95)  # days on which Ben and Kay do not write

# Some words of each of the line's own questions and prompts, which came and were mostly left.
ASKED = {
    name: (
        "A good way to begin", "about half way", "about a week left", "What would you like to do?",
        *theirs,
    )
    for name, theirs in {
        "Asha": ("How has your week been", "let's look back"),
        "Ben": ("How has your week been", "let's look back", "Roughly where are you?"),
        "Mo": ("How is it going with Asha", "would like to carry on", "Can you take them on?"),
        "Kay": ("How is it going with Ben", "would like to carry on"),
    }.items()
}  # fmt: skip


@pytest.fixture
def weeks(database: Database) -> Weeks:
    lived = Weeks(database)
    moments = {(day, hour) for day in range(WEEKS * 7) for hour in HOURS}
    for day, hour in sorted(moments | EVENTS.keys()):
        if (day, hour) < (0, 12):
            continue
        lived.comes(day, hour)
        if (day, hour) in EVENTS:
            EVENTS[day, hour](lived)
        if hour in HOURS:
            lived.everyone_writes(silent=(lived.ben, lived.kay) if day in AWAY else ())
    return lived


def test_every_letter_of_twenty_weeks_arrives(weeks: Weeks) -> None:
    everyone = weeks.letters.values()
    for letters in everyone:
        assert letters.arrived == letters.sent  # word for word, in order, and nothing else
    not_silent = [heard for letters in everyone for heard in letters.not_silent]
    # Triage takes an ordinary letter for what may be danger now and then: it goes on all the same.
    asked_if_safe = [heard for heard in not_silent if "That sounds like a lot" in heard]
    assert [heard for heard in not_silent if heard not in asked_if_safe] == []
    written = sum(len(letters.sent) for letters in everyone)
    assert len(asked_if_safe) <= ASKED_IF_SAFE * written, asked_if_safe
    sent = sum(len(letters.sent) for letters in everyone)
    asked = [words for letters in everyone for words in letters.asked_about]
    assert sent > 12 * WEEKS
    assert len(asked) <= (1 - SILENTLY) * sent, asked

    # The line asked all that it asks meanwhile, and nobody who writes was told that they do not.
    heard = {name: "\n".join(texts) for name, texts in weeks.heard().items()}
    for name, words in ASKED.items():
        assert [each for each in words if each not in heard[name]] == []
    for name in ("Asha", "Mo"):
        assert [each for each in NEVER if each in heard[name]] == []
    away = {each for name in ("Ben", "Kay") for each in NEVER if each in heard[name]}
    # For they had not written for three weeks, whoever of them wrote last.
    assert away
    assert away <= {"It has been quiet", "hasn't heard back", "hasn't answered"}
    with weeks.line.database.session() as db:
        assert db.exec(select(CheckinAnswer.week).order_by(col(CheckinAnswer.id))).all() == [7, 6]


def test_few_of_the_letters_are_feared() -> None:
    feared = set(LETTERS) - set(harmless())
    assert len(feared) <= 0.05 * len(LETTERS), feared
