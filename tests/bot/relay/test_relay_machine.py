"""Whatever happens, and in whatever order: words reach the one they were for, and nobody else."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from bot.matches import endings, matchmaking
from bot.messages import LETTER
from bot.post import Post
from bot.relay.partners import called
from bot.rules import Rules
from flows.commands.intents import Intent, intent
from flows.relay.screening import Found, screen
from flows.safety.triage import Risk, triage
from flows.vocabulary import Channel, EndedFor, MatchKind, MatchStatus, Side
from storage import inbox, matches, mentors
from storage.database import Database
from storage.matches import Match
from storage.mentors import Mentor
from storage.outbox import Outbox
from storage.people import Person
from storage.timers import Timer, TimerStatus
from tests.talking import Line

MEALS = ("soup", "stew", "toast", "salad", "rice", "beans", "fish", "eggs")
PLACES = ("park", "garden", "beach", "market", "library", "church", "river", "hill")
POOL = ("+447700900001", "+447700900002")
EXAMPLES = int(os.environ.get("ALONGSIDE_EXAMPLES", "5"))  # of 40 events; by hand, many more
WORDS = ("yes", "no", "1", "2", "stop", "start", "talk now", "free 1 hour", "talk", "send")


def sentences() -> Iterator[str]:
    """Words that are each written once, and that nothing in the line takes for something else."""
    for first, second, place in product(MEALS, MEALS, PLACES):
        words = f"we had {first} and {second} by the {place}"
        harmless = screen(words).label is Found.OK and triage(words).label is Risk.NONE
        if harmless and intent(words) is Intent.GREETING_OR_OTHER:
            yield words


class Talking:
    """Four people and two mentors, one of whom has a mentor too. Two have the same name."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.line = Line(
            Database(f"sqlite:///{file}"), rules=Rules(matches_need_yes=False, numbers=POOL)
        )
        mo, kay, asha, ben, sam, other_sam = self.everyone = [
            self.line.mentor("Mo", Channel.TELEGRAM, "1003"),
            self.line.mentor("Kay", Channel.SMS, "+447700900105"),
            self.line.member("Asha", Channel.TELEGRAM, "1001"),
            self.line.member("Ben", Channel.SMS, "+447700900101"),
            self.line.member("Sam", Channel.SMS, "+447700900111"),
            self.line.member("Sam", Channel.TELEGRAM, "1012"),
        ]
        for mentee, mentor in ((asha, mo), (sam, mo), (other_sam, mo), (mo, kay), (ben, kay)):
            self.line.introduces(mentee, mentor)
        self.sentences = sentences()
        self.written: dict[str, tuple[int, int | None]] = {}  # by whom, and for whom if they said
        self.checked = 0

    # What may happen

    def writes(self, who: int, _: int) -> None:
        self.everyone[who].says(self._words(who, None))

    def writes_by_name(self, who: int, place: int) -> None:
        with self.line.database.session() as db:
            person = db.get_one(Person, self.everyone[who].person_id)
            names = list(called(Post(db, self.line.now), person).items())
        if names:
            partner_id, name = names[place % len(names)]
            self.everyone[who].says(f"{name}: {self._words(who, partner_id)}")

    def replies(self, who: int, place: int) -> None:
        """On Telegram to a message, by SMS to the number it came from."""
        phone = self.everyone[who]
        relayed = [
            each for each in phone.received[-1 - place :] if self._sender(each[0]) is not None
        ]
        if not relayed:
            return
        message_id, letter = relayed[0]
        if phone.channel is Channel.TELEGRAM:
            phone.says(self._words(who, self._sender(message_id)), on_message=message_id)
        elif letter.sent_from:
            phone.says(self._words(who, None), to=letter.sent_from)

    def sends(self, who: int, place: int) -> None:
        self.everyone[who].says(WORDS[place % len(WORDS)])

    def looks_for_a_mentor(self, who: int, _: int) -> None:
        with self.line.database.session() as db:
            person = db.get_one(Person, self.everyone[who].person_id)
            person.seeks_since = person.seeks_since or self.line.now
            matchmaking.seek(Post(db, self.line.now, rules=self.line.rules), person)
        self.line.settle()

    def time_passes(self, _: int, place: int) -> None:
        minutes = (1, 9, 11, 70, 9 * 60, 25 * 60, 4 * 24 * 60)[place % 7]
        self.line.now += timedelta(minutes=minutes)
        self.line.settle()

    def ends_it(self, who: int, place: int) -> None:
        with self.line.database.session() as db:
            post = Post(db, self.line.now, rules=self.line.rules)
            person = db.get_one(Person, self.everyone[who].person_id)
            active = matches.with_status(db, person.id, MatchStatus.ACTIVE)
            if active:
                match = active[place % len(active)]
                changes = place % 2 == 0 and match.side(person.id) is Side.MENTEE
                endings.end_early(post, person, match, change=changes, why=EndedFor.TIMES)
        self.line.settle()

    def leaves_or_returns(self, who: int, place: int) -> None:
        self.everyone[who].says("start" if place % 2 else "stop")

    def is_erased(self, who: int, place: int) -> None:
        """Seldom, or soon nobody is left. Whoever writes from there afterwards is someone new."""
        if place == 0:
            self.everyone[who].says("delete me")
            self.everyone[who].says("yes")

    def restarts(self, _: int, __: int) -> None:
        self.line.database.close()
        self.line.database = Database(f"sqlite:///{self.file}")

    # What must hold

    def check(self) -> None:
        self.words_reach_only_those_they_were_for()
        self.nobody_has_more_than_they_can()
        self.nothing_went_wrong_inside()
        self.a_talk_of_an_hour_has_an_end()

    def words_reach_only_those_they_were_for(self) -> None:
        with self.line.database.session() as db:
            fresh = db.exec(select(Outbox).where(col(Outbox.id) > self.checked)).all()
            for row in fresh:
                self.checked = max(self.checked, row.id)
                text = LETTER.validate_json(row.body).text if row.body else ""
                told = self.line.phones.get(row.address_id)
                for words, (author, meant_for) in self.written.items():
                    if words in text and (told is None or told.person_id != author):
                        self._check(db, row, author, meant_for)

    def _check(self, db: Session, row: Outbox, author: int, meant_for: int | None) -> None:
        assert row.match_id is not None
        match = db.get_one(Match, row.match_id)
        assert row.sender_id == author
        assert row.person_id == match.other(author)
        assert match.status is MatchStatus.ACTIVE
        assert meant_for in (None, row.person_id)

    def nobody_has_more_than_they_can(self) -> None:
        with self.line.database.session() as db:
            for mentor_id, load in mentors.loads(db).items():
                assert load <= db.get_one(Mentor, mentor_id).capacity
            for phone in self.everyone:
                active = matches.with_status(db, phone.person_id, MatchStatus.ACTIVE)
                assert sum(match.kind is MatchKind.TALK_NOW for match in active) <= 1

    def nothing_went_wrong_inside(self) -> None:
        with self.line.database.session() as db:
            assert [row.trouble for row in inbox.all_failed(db)] == []
            failed = select(Timer).where(Timer.status == TimerStatus.FAILED)
            assert [timer.trouble for timer in db.exec(failed)] == []

    def a_talk_of_an_hour_has_an_end(self) -> None:
        with self.line.database.session() as db:
            for match in matches.all_with_status(db, MatchStatus.ACTIVE, MatchStatus.PAUSED):
                if match.kind is MatchKind.TALK_NOW:
                    assert match.ends_at is not None
                    assert match.ends_at > self.line.now

    def _words(self, who: int, partner_id: int | None) -> str:
        words = next(self.sentences)
        self.written[words] = (self.everyone[who].person_id, partner_id)
        return words

    def _sender(self, message_id: str) -> int | None:
        with self.line.database.session() as db:
            return db.get_one(Outbox, int(message_id)).sender_id


# Words are written most often; the rest is what may come between.
EVENTS = (
    *(Talking.writes, Talking.writes_by_name, Talking.replies) * 3,
    *(Talking.sends, Talking.time_passes) * 2,
    Talking.ends_it,
    Talking.leaves_or_returns,
    Talking.looks_for_a_mentor,
    Talking.is_erased,
    Talking.restarts,
)
RANDOM = st.tuples(st.sampled_from(EVENTS), st.integers(0, 5), st.integers(0, 9))


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(st.lists(RANDOM, min_size=40, max_size=40))
def test_words_reach_the_one_they_were_for_whatever_happens(
    migrated_file: Path,
    tmp_path: Path,
    events: list[tuple[Callable[[Talking, int, int], None], int, int]],
) -> None:
    file = tmp_path / "alongside.db"
    shutil.copy(migrated_file, file)
    talking = Talking(file)
    try:
        for happens, who, place in events:
            happens(talking, who, place)
            talking.check()
    finally:
        talking.line.database.close()
        for each in tmp_path.iterdir():
            each.unlink()
