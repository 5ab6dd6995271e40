"""Whatever happens, in whatever order: nobody is left without a next step that has a date."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.alarm import fire_due
from bot.matches import endings, matchmaking
from bot.people import erasure
from bot.people.opt_out import come_back, leave
from bot.post import Post
from bot.rules import Rules
from bot.timers.matches import ACTIONS
from flows.matches.looking_back import Next
from flows.vocabulary import Channel, Decline, EndedFor, MatchKind, MatchStatus, PersonStatus
from storage import matches, mentors, people
from storage.database import Database
from storage.matches import LIVE, Match
from storage.mentors import Mentor
from storage.people import Person
from storage.timers import Timer, TimerStatus
from tests.people import join, make_mentor
from tests.talking import NOON

NEXT_STEP = {
    MatchStatus.PROPOSED: ("match_waits",),
    MatchStatus.HELD: ("match_waits",),
    MatchStatus.OFFERED: ("offer_expired",),
    MatchStatus.ACCEPTED: ("meeting_lapsed",),
    MatchStatus.ACTIVE: tuple(ACTIONS),
    MatchStatus.PAUSED: tuple(ACTIONS),
}
MET = (MatchStatus.ACTIVE, MatchStatus.PAUSED)
EXAMPLES = int(os.environ.get("ALONGSIDE_EXAMPLES", "8"))  # of 20 to 30 events; by hand, many more


class House:
    """The line's store, and what may happen to it. `which` picks whom or what it happens to."""

    def __init__(self, file: Path, needs_yes: bool) -> None:
        self.url = f"sqlite:///{file}"
        self.database = Database(self.url)
        self.now = NOON
        self.rules = Rules(matches_need_yes=needs_yes)
        self.addresses = 0

    def happens(self, event: str, which: int) -> None:
        if event == "restarts":
            self.database.close()
            self.database = Database(self.url)
            return
        if event == "days pass":
            self.now += timedelta(days=1 + which % 9)
        with self.database.session() as db:
            EVENTS[event](self, Post(db, self.now, rules=self.rules), which)
        self.fires()

    def fires(self) -> None:
        fired = 1
        while fired:
            with self.database.session() as db:
                fired = fire_due(db, self.now, self.rules)

    def joins(self, post: Post, which: int) -> None:
        person = self._arrives(post)
        person.seeks_since = post.now
        matchmaking.seek(post, person)

    def mentor_joins(self, post: Post, which: int) -> None:
        person = self._arrives(post)
        make_mentor(post.db, person, post.now)
        mentors.claim(post.db, person.id).capacity = 1 + which % 2

    def _arrives(self, post: Post) -> Person:
        self.addresses += 1
        return join(post.db, Channel.TELEGRAM, str(self.addresses), "Asha", post.now)

    def team_decides(self, post: Post, which: int) -> None:
        if match := _one(post.db, which, MatchStatus.PROPOSED, MatchStatus.HELD):
            (matchmaking.offer, matchmaking.hold, matchmaking.refuse)[which % 3](post, match)

    def mentor_answers(self, post: Post, which: int) -> None:
        if match := _one(post.db, which, MatchStatus.OFFERED):
            if which % 4 == 3:
                matchmaking.ask_seeker(post, match.id, match.mentor_id, "What do you like to cook?")
            else:
                why = list(Decline)[which % 3]
                accepts = which % 2 == 0
                matchmaking.answer_offer(post, match.id, match.mentor_id, accepts, why)

    def person_answers(self, post: Post, which: int) -> None:
        if match := _one(post.db, which, MatchStatus.ACCEPTED):
            matchmaking.answer_mentor(post, match.id, match.mentee_id, accepts=which % 3 > 0)
        elif match := _one(post.db, which, MatchStatus.OFFERED):
            matchmaking.answer_question(post, match.id, match.mentee_id, "Mostly soup")

    def speaks(self, post: Post, which: int) -> None:
        if match := _one(post.db, which, MatchStatus.ACTIVE):
            match.spoke(match.mentee_id, post.now)

    def ends(self, post: Post, which: int) -> None:
        if match := _one(post.db, which, *MET):
            by = people.get(post.db, match.mentor_id if which % 3 == 0 else match.mentee_id)
            endings.end_early(post, by, match, change=which % 3 == 1, why=EndedFor.TIMES)

    def looks_back(self, post: Post, which: int) -> None:
        if match := _one(post.db, which, MatchStatus.ACTIVE):
            endings.go_on(post, match, list(Next)[which % 4].value)

    def carries_on(self, post: Post, which: int) -> None:
        if match := _one(post.db, which, *MET):
            endings.carry_on(post, match, agreed=which % 2 == 0)

    def opts_out(self, post: Post, which: int) -> None:
        if person := _someone(post.db, which, PersonStatus.JOINED):
            leave(post, person, *people.usable_addresses(post.db, person.id))

    def comes_back(self, post: Post, which: int) -> None:
        if person := _someone(post.db, which, PersonStatus.LEFT):
            (address,) = people.addresses_of(post.db, person.id)
            come_back(post, person, address)

    def is_erased(self, post: Post, which: int) -> None:
        if person := _someone(post.db, which, PersonStatus.JOINED):
            erasure.erase(post, person)

    def days_pass(self, post: Post, which: int) -> None:
        """The clock has moved on already; what is due then fires."""


EVENTS: dict[str, Callable[[House, Post, int], None]] = {
    "joins": House.joins,
    "mentor joins": House.mentor_joins,
    "team decides": House.team_decides,
    "mentor answers": House.mentor_answers,
    "person answers": House.person_answers,
    "speaks": House.speaks,
    "ends": House.ends,
    "looks back": House.looks_back,
    "carries on": House.carries_on,
    "opts out": House.opts_out,
    "comes back": House.comes_back,
    "is erased": House.is_erased,
    "days pass": House.days_pass,
}
OFTEN = ("team decides", "mentor answers", "person answers", "days pass")


def _one(db: Session, which: int, *statuses: MatchStatus) -> Match | None:
    found = matches.all_with_status(db, *statuses)
    return found[which % len(found)] if found else None


def _someone(db: Session, which: int, status: PersonStatus) -> Person | None:
    found = db.exec(select(Person).where(Person.status == status).order_by("id")).all()
    return found[which % len(found)] if found else None


def holds(db: Session) -> None:
    """No capacity is passed, nobody has two mentors, and everybody has a next step and a date."""
    assert db.exec(select(Timer).where(Timer.status == TimerStatus.FAILED)).all() == []
    waiting = db.exec(select(Timer).where(Timer.status == TimerStatus.WAITING)).all()
    loads = mentors.loads(db)
    for mentor in db.exec(select(Mentor)).all():
        assert loads.get(mentor.person_id, 0) <= mentor.capacity
    live = [each for each in matches.all_with_status(db, *LIVE) if each.kind is MatchKind.LASTING]
    mentees = {match.mentee_id for match in live}
    assert len(mentees) == len(live)
    for match in live:
        steps = [
            timer
            for timer in waiting
            if timer.about == match.id
            and timer.action in NEXT_STEP[match.status]
            and (match.status in MET or timer.version == match.version)
        ]
        assert steps, f"match {match.id}, {match.status.value}, waits for nothing"
    for person in people.seeking(db):
        looked_for = any((t.person_id, t.action) == (person.id, "seek") for t in waiting)
        assert person.id in mentees or looked_for, f"person {person.id} is in limbo"


@pytest.fixture
def new_file(tmp_path: Path, migrated_file: Path) -> Callable[[], Path]:
    """A database of its own for each run of events."""
    files: list[Path] = []

    def make() -> Path:
        files.append(tmp_path / f"{len(files)}.db")
        shutil.copy(migrated_file, files[-1])
        return files[-1]

    return make


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    needs_yes=st.booleans(),
    happening=st.lists(
        st.tuples(st.sampled_from([*EVENTS, *OFTEN, "restarts"]), st.integers(0, 11)),
        min_size=20,
        max_size=30,
    ),
)
def test_nobody_is_ever_in_limbo(
    new_file: Callable[[], Path], needs_yes: bool, happening: list[tuple[str, int]]
) -> None:
    house = House(new_file(), needs_yes)
    try:
        for event, which in [("mentor joins", 1), ("joins", 0), ("joins", 0), *happening]:
            house.happens(event, which)
            with house.database.session() as db:
                holds(db)
    finally:
        house.database.close()
