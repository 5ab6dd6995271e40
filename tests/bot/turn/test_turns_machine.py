"""Anything may arrive, in any order, at any time, and the line may be started again in between.

Whatever happens, no turn and no timer fails, every message that is owed a reply has one queued,
nobody is in two conversations, and MENU is always answered.
"""

import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import col, func, select

from bot.messages import ARRIVED, Arrived, Kind
from bot.turn.loops import SAME
from flows.questions import Position
from flows.vocabulary import Channel
from storage import people, timers
from storage.conversations import Conversation, ConversationStatus
from storage.database import Database
from storage.inbox import Inbox, InboxStatus
from storage.outbox import Outbox
from storage.timers import Timer, TimerStatus
from tests.talking import Line, Phone

PEOPLE = ("Asha", "Ben", "Mo", "Priya", "Dee")
# The other end is not listening, or says what next; an emoji on a message says nothing to us.
UNANSWERED = (Kind.BLOCKED, Kind.UNBLOCKED, Kind.REACTION)

COMMANDS = (
    "STOP", "START", "MENU", "HELP", "BACK", "PERSON", "SEND", "SKIP", "ON", "OFF", "CONCERNS",
    "ACK 1", "SHOW 1", "CLOSE 1 all well",
)  # fmt: skip
ANSWERS = (
    "yes", "no", "1", "2", "3", "4", "5", "1 and 3", "type 2", "english", "friday", "10am", "GL1",
    "hello", "Asha", "8", "thank you", "never", "find me a mentor", "something near me",
    "I'd like to be a mentor", "the green bus",
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from([*COMMANDS, *ANSWERS]),
    st.text(max_size=40),
)

JUMPS = st.sampled_from(
    [timedelta(seconds=1), timedelta(minutes=20), timedelta(days=1), timedelta(days=4),
     timedelta(weeks=1), timedelta(weeks=9)]
)  # fmt: skip


class AnyOrder(RuleBasedStateMachine):
    """People at their phones, and the line behind them."""

    migrated: Path  # an SQLite file with the tables in it, to copy

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "alongside.db"
        shutil.copy(self.migrated, self.file)
        self.line = Line(Database(f"sqlite:///{self.file}"))
        mo = self.line.mentor("Mo", Channel.TELEGRAM, "1003")
        ben = self.line.member("Ben", Channel.SMS, "+447700900101")
        self.line.introduces(ben, mo)
        self.line.mentor("Fay", Channel.TELEGRAM, "1006")
        self.phones: dict[str, Phone] = {
            "Mo": mo,
            "Ben": ben,
            "Asha": self.line.phone("Asha", Channel.TELEGRAM, "1001"),
            "Dee": self.line.phone("Dee", Channel.SMS, "+447700900102"),
            "Priya": self.line.coordinator("Priya", Channel.TELEGRAM, "1004"),
        }
        self.kept: list[Arrived] = []  # everything that ever arrived, to be brought again
        self.waiting: list[Arrived] = []  # what has not been written down yet

    def teardown(self) -> None:
        if hasattr(self, "line"):
            self.line.database.close()
            shutil.rmtree(self.folder)

    def arrives(self, phone: Phone, kind: Kind, **what: object) -> None:
        fields = {"channel": phone.channel, "sender": phone.address, "kind": kind, **what}
        fields["provider_id"] = f"{phone.channel}-{next(self.line.ids)}"
        self.waiting.append(ARRIVED.validate_python(fields))

    @rule(who=st.sampled_from(PEOPLE), words=WORDS)
    def says(self, who: str, words: str) -> None:
        self.arrives(self.phones[who], Kind.TEXT, text=words)

    @rule(who=st.sampled_from(PEOPLE), which=st.integers(0, 10**6))
    def presses_any_button_of_any_age(self, who: str, which: int) -> None:
        received = self.phones[who].received
        buttons = [(id_, button) for id_, letter in received for button in letter.buttons]
        if buttons:
            message_id, button = buttons[which % len(buttons)]
            self.arrives(self.phones[who], Kind.PRESS, pressed=button.data, on_message=message_id)

    @rule(who=st.sampled_from(PEOPLE), kind=st.sampled_from(list(Kind)), words=WORDS)
    def sends_something_else(self, who: str, kind: Kind, words: str) -> None:
        if kind in (Kind.GROUP, Kind.UNKNOWN):
            return  # nobody's
        self.arrives(
            self.phones[who], kind, text=words, position=Position(51.86, -2.25), pressed=words
        )

    @rule(which=st.integers(0, 10**6))
    def is_brought_again(self, which: int) -> None:
        if self.kept:
            self.waiting.append(self.kept[which % len(self.kept)])

    @rule(data=st.data())
    def all_of_it_is_handled(self, data: st.DataObject) -> None:
        """In any order: the providers promise none."""
        for arrived in data.draw(st.permutations(self.waiting)):
            self.line.write_down(arrived)
        self.kept += self.waiting
        self.waiting = []
        self.line.settle()

    @rule()
    def the_line_is_started_again(self) -> None:
        self.line.database.close()
        self.line.database = Database(f"sqlite:///{self.file}")

    @rule(jump=JUMPS)
    def time_passes(self, jump: timedelta) -> None:
        self.line.moves_on(seconds=jump.total_seconds())

    @rule(who=st.sampled_from(PEOPLE))
    def a_provider_says_they_are_gone(self, who: str) -> None:
        with self.line.database.session() as db:
            for address in people.addresses_of(db, self.phones[who].person_id):
                people.mark_gone(db, address.id, self.line.now)
            timers.set_timer(db, self.phones[who].person_id, "unreachable", self.line.now)
        self.line.settle()

    @rule(who=st.sampled_from(PEOPLE))
    def menu_is_always_answered(self, who: str) -> None:
        phone = self.phones[who]
        self.line.settle()
        phone.news()
        phone.says("MENU")
        assert phone.news()

    @invariant()
    def nothing_failed(self) -> None:
        if not hasattr(self, "line"):
            return
        with self.line.database.session() as db:
            failed = select(Inbox.trouble).where(Inbox.status == InboxStatus.FAILED)
            assert db.exec(failed).all() == []
            failed = select(Timer.trouble).where(Timer.status == TimerStatus.FAILED)
            assert db.exec(failed).all() == []

    @invariant()
    def nobody_is_owed_a_reply(self) -> None:
        if not hasattr(self, "line"):
            return
        with self.line.database.session() as db:
            answered = set(db.exec(select(Outbox.inbox_id)).all())
            done = select(Inbox.id, Inbox.person_id, Inbox.body).where(
                Inbox.status == InboxStatus.DONE
            )
            rows = [
                (id_, person, ARRIVED.validate_json(body or ""))
                for id_, person, body in db.exec(done).all()
            ]
        times = Counter((person, arrived.text) for _, person, arrived in rows)
        silent = [
            arrived
            for id_, person, arrived in rows
            if id_ not in answered
            and arrived.kind not in UNANSWERED
            # The same words again and again are taken for another program's.
            and times[person, arrived.text] <= SAME
        ]
        assert silent == []

    @invariant()
    def nobody_is_in_two_conversations(self) -> None:
        if not hasattr(self, "line"):
            return
        with self.line.database.session() as db:
            most = db.exec(
                select(func.count())
                .where(Conversation.status == ConversationStatus.OPEN)
                .group_by(col(Conversation.person_id))
            ).all()
        assert all(open_ones == 1 for open_ones in most)


def test_whatever_arrives_and_whenever(migrated_file: Path) -> None:
    AnyOrder.migrated = migrated_file
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
