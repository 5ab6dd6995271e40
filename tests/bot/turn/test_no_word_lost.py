"""Whatever happens, and in whatever order: no word of anyone is lost, and none goes astray.

What somebody writes is passed on, or answered, or kept where SEND finds it; and it reaches nobody
but the one it was for. Each letter holds a word that is in no other, so that it is known again.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, func, select

from bot.conversations.questions import ask
from bot.matches import life
from bot.messages import LETTER
from bot.post import Post
from bot.relay.kept import to_send
from flows.matches.life import BEGINNING
from flows.vocabulary import Channel, FlowName, MatchStatus
from storage import conversations, inbox, kept, matches
from storage.concerns import Concern
from storage.conversations import Conversation
from storage.database import Database
from storage.inbox import Inbox
from storage.kept import Kept, Why
from storage.outbox import Outbox
from storage.people import Person
from storage.timers import Timer, TimerStatus
from tests.letters import LETTERS
from tests.talking import Line, Phone

EXAMPLES = int(os.environ.get("ALONGSIDE_EXAMPLES", "4"))  # of 40 events; by hand, many more

# What may be for the line, or for a partner, or for both.
FOR_EITHER = (
    "groups near me {}", "I want to complain about this {}", "my mentor never listens {}",
    "can I have someone else {}", "just checking in on you {}", "is this a bot {}", "9 {}",
    "yes {}", "no {}", "I've moved house {}", "stop messaging me so much {}",
    "how was the group {}", "{}", "I want to die {}", "my number is 07700 900123 {}", "hi {}",
)  # fmt: skip
ANSWERS = (
    "yes", "no", "1", "2", "3", "7", "9ish", "friday", "us", "for us", "menu", "send", "send",
    "back", "help", "person", "skip", "change", "thanks", "stop", "start", "start", "start",
    "nights on",
)  # fmt: skip
MAY_CHOOSE = ("yes", "no", "1", "2", "3", "7", "9ish", "friday")  # one of several people
ASKED = (
    FlowName.CHECKIN, FlowName.CHECKIN_CHOOSING, FlowName.INVITING, FlowName.MENU,
    FlowName.MIDPOINT, FlowName.LOOKING_BACK, FlowName.CARRYING_ON, FlowName.MENTOR_CHECKIN,
    FlowName.SIGNPOSTING,
)  # fmt: skip


def tokens() -> Iterator[str]:
    """Words that are in no other letter, and that nothing reads as anything."""
    for first, second, third in product(
        ("bra", "klo", "plu", "vro"), ("dif", "gop", "lek"), "aeiou"
    ):
        for last in ("n", "m", "x", "z"):
            yield f"{first}{second}{third}{last}"


@dataclass
class Written:
    """One letter. `readers`: whom it may go to."""

    author: int
    at: datetime
    readers: set[int]
    by: str
    went_to: list[int] = field(default_factory=list)


class Writing:
    """Three people and two mentors, one of whom has a mentor too."""

    def __init__(self, file: Path) -> None:
        self.line = Line(Database(f"sqlite:///{file}"))
        mo, kay, asha, ben, dee = self.everyone = [
            self.line.mentor("Mo", Channel.TELEGRAM, "1003"),
            self.line.mentor("Kay", Channel.SMS, "+447700900105"),
            self.line.member("Asha", Channel.TELEGRAM, "1001"),
            self.line.member("Ben", Channel.SMS, "+447700900101"),
            self.line.member("Dee", Channel.SMS, "+447700900107"),
        ]
        self.names = {phone.person_id: phone.name for phone in self.everyone}
        for place, pair in enumerate(((asha, mo), (dee, mo), (ben, kay), (mo, kay)), 1):
            self.line.introduces(*pair)
            with self.line.database.session() as db:
                life.plan(self.post(db), matches.get(db, place), BEGINNING)
        self.tokens = tokens()
        self.written: dict[str, Written] = {}
        self.seen = 0  # of the outbox

    def post(self, db: Session) -> Post:
        return Post(db, self.line.now, rules=self.line.rules)

    # What may happen

    def writes(self, who: int, which: int) -> None:
        words = LETTERS[(which * 31 + len(self.written) * 7) % len(LETTERS)]
        self._writes(who, f"{words} {{}}", self._partners(who))

    def writes_what_may_be_for_either(self, who: int, which: int) -> None:
        self._writes(who, FOR_EITHER[which % len(FOR_EITHER)], self._partners(who))

    def writes_by_name(self, who: int, which: int) -> None:
        partners = sorted(self._partners(who))
        if partners:
            reader = partners[which % len(partners)]
            words = LETTERS[which % len(LETTERS)]
            self._writes(who, f"{self.names[reader]}: {words} {{}}", {reader})

    def replies(self, who: int, which: int) -> None:
        phone = self.everyone[who]
        if phone.channel is not Channel.TELEGRAM:
            return
        with self.line.database.session() as db:
            relayed = db.exec(
                select(Outbox.provider_id, Outbox.sender_id)
                .where(Outbox.person_id == phone.person_id, col(Outbox.sender_id).is_not(None))
                .order_by(col(Outbox.id).desc())
                .limit(4)
            ).all()
        if relayed:
            message_id, sender = relayed[which % len(relayed)]
            words = (*FOR_EITHER, *LETTERS)[which % 40] + ("" if which % 40 < 16 else " {}")
            self._writes(who, words, {sender} if sender else set(), on_message=message_id)

    def answers(self, who: int, which: int) -> None:
        words = ANSWERS[which % len(ANSWERS)]
        if not (self._is_asked_for_whom(who) and words in MAY_CHOOSE):
            self.everyone[who].says(words)

    def sends(self, who: int, _: int) -> None:
        self.everyone[who].says("send")

    def all_write_to(self, who: int, which: int) -> None:
        """So that it is not clear whom they answer."""
        reader = self.everyone[who].person_id
        for place in range(len(self.everyone)):
            if reader in self._partners(place):
                words = LETTERS[(which + place) % len(LETTERS)]
                self._writes(place, f"{self.names[reader]}: {words} {{}}", {reader})
        self.writes(who, which)

    def _is_asked_for_whom(self, who: int) -> bool:
        with self.line.database.session() as db:
            asked = conversations.open_of(db, self.everyone[who].person_id)
        return asked is not None and asked.flow == FlowName.WHOM

    def says_for_whom(self, who: int, which: int) -> None:
        """The answer to the question for whom it is: of the words that it was asked of."""
        phone = self.everyone[who]
        with self.line.database.session() as db:
            asked = conversations.open_of(db, phone.person_id)
            if asked is None or asked.flow != FlowName.WHOM:
                return
            since = asked.began_at
            about = [
                token
                for row in kept.waiting(db, phone.person_id, since, Why.WHOM)
                for token in self.written
                if token in (row.words or "")
            ]
        partners = sorted(self._partners(who))
        if not partners:
            return
        reader = partners[which % len(partners)]
        for token in about:
            self.written[token].readers = {reader}
        phone.says(self.names[reader])

    def presses(self, who: int, which: int) -> None:
        phone = self.everyone[who]
        buttons = [button.label for _, letter in phone.received[-12:] for button in letter.buttons]
        partners = {self.names[each] for each in self._partners(who)}
        labels = [label for label in buttons if label not in partners]  # said above
        if labels and phone.channel is Channel.TELEGRAM:
            phone.presses(labels[which % len(labels)])

    def is_asked(self, who: int, which: int) -> None:
        flow = ASKED[which % len(ASKED)]
        with self.line.database.session() as db:
            person = db.get_one(Person, self.everyone[who].person_id)
            own = matches.with_status(db, person.id, MatchStatus.ACTIVE)
            if own and person.joined_at is not None:
                ask(self.post(db), person, flow, own[which % len(own)].id)
        self.line.settle()

    def time_passes(self, _: int, which: int) -> None:
        minutes = (1, 3, 11, 50, 70, 5 * 60, 25 * 60, 4 * 24 * 60, 9 * 24 * 60)[which % 9]
        self.line.moves_on(minutes=minutes)

    def ends_it(self, who: int, which: int) -> None:
        if which % 3 == 0:
            self.everyone[who].says("change")
            self.everyone[who].says("1")

    # What must hold

    def check(self) -> None:
        with self.line.database.session() as db:
            fresh = db.exec(
                select(Outbox).where(col(Outbox.id) > self.seen).order_by(col(Outbox.id))
            ).all()
            for row in fresh:
                self.seen = row.id
                text = LETTER.validate_json(row.body).text if row.body else ""
                for token, letter in self.written.items():
                    if token in text and row.person_id != letter.author:
                        assert row.sender_id == letter.author, f"{text!r} not by the relay"
                        assert row.person_id in letter.readers, f"{text!r} to a wrong one"
                        letter.went_to.append(row.person_id)
            for token, letter in self.written.items():
                assert len(letter.went_to) <= 1, f"{token} twice"
            self._nothing_went_wrong_inside(db)

    def _nothing_went_wrong_inside(self, db: Session) -> None:
        assert [row.trouble for row in inbox.all_failed(db)] == []
        failed = select(Timer).where(Timer.status == TimerStatus.FAILED)
        assert [timer.trouble for timer in db.exec(failed)] == []

    def everyone_sends_what_was_kept(self) -> None:
        """SEND finds all of it: it goes, or they are told why not, or it is theirs to say."""
        for who, phone in enumerate(self.everyone):
            phone.says("start")
            for _ in range(20):
                waiting = self._waiting(phone)
                if not waiting:
                    break
                phone.news()
                phone.says("send")
                heard = phone.news()
                self.check()
                assert "nothing waiting" not in heard, waiting
                if not ("passed this on" in heard or "for us?" in heard or "Who was that" in heard):
                    break  # they are told why it can't go
                self.says_for_whom(who, 0)
                self.check()

    def _waiting(self, phone: Phone) -> list[str]:
        """What SEND should find, where there is somebody to send it to."""
        with self.line.database.session() as db:
            person = db.get_one(Person, phone.person_id)
            if not matches.with_status(db, person.id, MatchStatus.ACTIVE):
                return []
            post = Post(db, self.line.now, rules=self.line.rules)
            return [row.words or "" for row in to_send(post, person)]

    def _writes(self, who: int, words: str, readers: set[int], **how: object) -> None:
        phone = self.everyone[who]
        token = next(self.tokens)
        with self.line.database.session() as db:
            asked = conversations.open_of(db, phone.person_id)
            was_asked = _place(asked)
        text = words.format(token)
        self.written[token] = Written(phone.person_id, self.line.now, readers, text)
        phone.says(text, **how)
        self.check()
        letter = self.written[token]
        with self.line.database.session() as db:
            row_id = inbox_id_of(db, phone.person_id)
            answered = select(Outbox.id).where(
                Outbox.inbox_id == row_id, Outbox.person_id == phone.person_id
            )
            has_moved = was_asked != _place(conversations.open_of(db, phone.person_id))
            held = [row for row in kept_of(db, phone.person_id) if token in (row.words or "")]
            if any(row.why is Why.WHOM and row.match_id is None for row in held):
                letter.readers = set()  # until they say for whom
            teams = select(Concern).where(Concern.person_id == phone.person_id)
            with_team = any(token in (each.said or "") for each in db.exec(teams))
            dealt_with = (
                letter.went_to or held or has_moved or with_team or db.exec(answered).first()
            )
        assert dealt_with, f"{phone.name}: {text!r} is lost"

    def _partners(self, who: int) -> set[int]:
        person_id = self.everyone[who].person_id
        with self.line.database.session() as db:
            active = matches.with_status(db, person_id, MatchStatus.ACTIVE)
            return {match.other(person_id) for match in active}


def _place(asked: Conversation | None) -> tuple[int, int] | None:
    """Where in which conversation someone is."""
    return None if asked is None else (asked.id, asked.serial)


def inbox_id_of(db: Session, person_id: int) -> int:
    """Of what they wrote last."""
    return db.exec(select(func.max(Inbox.id)).where(Inbox.person_id == person_id)).one()


def kept_of(db: Session, person_id: int) -> Sequence[Kept]:
    return db.exec(select(Kept).where(Kept.person_id == person_id)).all()


# Letters are written most often; the rest is what may come between.
EVENTS = (
    *(Writing.writes, Writing.writes_what_may_be_for_either) * 3,
    *(Writing.writes_by_name, Writing.replies, Writing.answers, Writing.says_for_whom) * 2,
    *(Writing.time_passes, Writing.is_asked, Writing.all_write_to, Writing.sends) * 2,
    Writing.presses,
    Writing.ends_it,
)
RANDOM = st.tuples(st.sampled_from(EVENTS), st.integers(0, 4), st.integers(0, 140))


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES < 20,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.lists(RANDOM, min_size=40, max_size=40))
def test_no_word_is_lost_and_none_goes_astray(
    migrated_file: Path,
    tmp_path: Path,
    events: list[tuple[Callable[[Writing, int, int], None], int, int]],
) -> None:
    file = tmp_path / "alongside.db"
    shutil.copy(migrated_file, file)
    writing = Writing(file)
    try:
        for happens, who, which in events:
            happens(writing, who, which)
            writing.check()
        writing.everyone_sends_what_was_kept()
    finally:
        writing.line.database.close()
        for each in tmp_path.iterdir():
            each.unlink()
