"""Matches: a mentee and a mentor, from the plan to the ending."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, ColumnElement, Index, and_, bindparam, case, or_, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from flows.vocabulary import Decline, EndedFor, Ending, MatchKind, MatchStatus, RestsFor, Side
from storage.columns import Moment, Word
from storage.people import Person
from storage.sealing import Sealed

LIVE = (
    MatchStatus.PROPOSED,
    MatchStatus.HELD,
    MatchStatus.OFFERED,
    MatchStatus.ACCEPTED,
    MatchStatus.ACTIVE,
    MatchStatus.PAUSED,
)
NOT_MET = LIVE[:4]
_LIVE = text("status in ('proposed', 'held', 'offered', 'accepted', 'active', 'paused')")
_LIVE_LASTING = text(
    "kind = 'lasting' and status not in ('ended', 'declined', 'expired', 'withdrawn')"
)


class Match(SQLModel, table=True):
    """Two people. `version` goes up at each step, so that late answers and timers are known."""

    __table_args__ = (
        Index(
            "one_live_match_a_mentee", "mentee_id", unique=True,
            sqlite_where=_LIVE_LASTING, postgresql_where=_LIVE_LASTING,
        ),
        Index(
            "live_matches_of_mentor", "mentor_id", sqlite_where=_LIVE, postgresql_where=_LIVE
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    mentee_id: int = Field(foreign_key="person.id", index=True)
    mentor_id: int = Field(foreign_key="person.id", index=True)
    kind: MatchKind = Field(default=MatchKind.LASTING, sa_type=Word(MatchKind))
    status: MatchStatus = Field(sa_type=Word(MatchStatus))
    version: int = 1
    score: float = 0
    reasons: list[tuple[str, list[str]]] = Field(default_factory=list, sa_type=JSON)
    began_at: datetime = Field(sa_type=Moment)
    waiting_since: datetime | None = Field(default=None, sa_type=Moment)  # the mentee, till then
    offered_at: datetime | None = Field(default=None, sa_type=Moment)
    introduced_at: datetime | None = Field(default=None, sa_type=Moment)
    last_word_at: datetime | None = Field(default=None, sa_type=Moment)
    mentee_spoke_at: datetime | None = Field(default=None, sa_type=Moment)
    mentor_spoke_at: datetime | None = Field(default=None, sa_type=Moment)
    # Which of the pool's numbers is the other one's, on the phone of each who has an SMS side.
    mentee_number: str | None = None
    mentor_number: str | None = None
    # When each last said that they would like to meet the other in person.
    mentee_would_meet_at: datetime | None = Field(default=None, sa_type=Moment)
    mentor_would_meet_at: datetime | None = Field(default=None, sa_type=Moment)
    ends_at: datetime | None = Field(default=None, sa_type=Moment)  # of a conversation of an hour
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    ending: Ending | None = Field(default=None, sa_type=Word(Ending))
    ended_for: EndedFor | None = Field(default=None, sa_type=Word(EndedFor))
    rests_for: RestsFor | None = Field(default=None, sa_type=Word(RestsFor))  # the team decides
    declined_for: Decline | None = Field(default=None, sa_type=Word(Decline))  # by the mentor
    needs: list[str] = Field(default_factory=list, sa_type=JSON)  # of the mentee, when offered
    question: str | None = Field(default=None, sa_type=Sealed)  # the mentor's, before answering
    answer: str | None = Field(default=None, sa_type=Sealed)
    held_from_mentee: int = 0  # messages held back for contact details or money
    held_from_mentor: int = 0

    def other(self, person_id: int) -> int:
        """Whom this person talks with. Raises LookupError for anyone who is not of the match."""
        if person_id == self.mentee_id:
            return self.mentor_id
        if person_id == self.mentor_id:
            return self.mentee_id
        raise LookupError(f"person {person_id} is not in match {self.id}")

    def side(self, person_id: int) -> Side:
        """Which of the two this person is. Raises LookupError for anyone else."""
        return Side.MENTOR if self.other(person_id) == self.mentee_id else Side.MENTEE

    def of(self, side: Side) -> int:
        """The person on this side."""
        return self.mentee_id if side is Side.MENTEE else self.mentor_id

    def spoke_at(self, person_id: int) -> datetime | None:
        """When this one of the two last wrote to the other."""
        return self.mentee_spoke_at if person_id == self.mentee_id else self.mentor_spoke_at

    def spoke(self, person_id: int, now: datetime) -> None:
        """This one of the two writes to the other."""
        self.last_word_at = now
        if person_id == self.mentee_id:
            self.mentee_spoke_at = now
        else:
            self.mentor_spoke_at = now

    def would_meet(self, person_id: int, at: datetime | None) -> None:
        """This one of the two would like to meet the other; or would not (None)."""
        if person_id == self.mentee_id:
            self.mentee_would_meet_at = at
        else:
            self.mentor_would_meet_at = at

    def both_would_meet(self, since: datetime) -> bool:
        """Whether both have said so since then."""
        said = (self.mentee_would_meet_at, self.mentor_would_meet_at)
        return all(at is not None and at >= since for at in said)

    def number_for(self, person_id: int) -> str | None:
        """The number from which this one of the two hears the other, where it is their own."""
        return self.mentee_number if person_id == self.mentee_id else self.mentor_number

    def set_number(self, person_id: int, number: str) -> None:
        if person_id == self.mentee_id:
            self.mentee_number = number
        else:
            self.mentor_number = number


def _is_live_and_lasts() -> ColumnElement[bool]:
    return and_(col(Match.status).in_(LIVE), col(Match.kind) == MatchKind.LASTING)


class PairHeld(SQLModel, table=True):
    """A pair that a coordinator keeps apart."""

    mentee_id: int = Field(foreign_key="person.id", primary_key=True)
    mentor_id: int = Field(foreign_key="person.id", primary_key=True)
    held_at: datetime = Field(sa_type=Moment)


def pairs_held(db: Session) -> set[tuple[int, int]]:
    rows = db.exec(select(PairHeld.mentee_id, PairHeld.mentor_id)).all()
    return {(mentee, mentor) for mentee, mentor in rows}


def hold_pair(db: Session, mentee_id: int, mentor_id: int, now: datetime) -> None:
    if db.get(PairHeld, (mentee_id, mentor_id)) is None:
        db.add(PairHeld(mentee_id=mentee_id, mentor_id=mentor_id, held_at=now))


def mentors_by_mentee(db: Session) -> dict[int, int]:
    """Who mentors whom now: mentee to mentor."""
    rows = db.exec(select(Match.mentee_id, Match.mentor_id).where(_is_live_and_lasts())).all()
    return dict(rows)


def needs_declined(db: Session, why: Decline) -> Sequence[tuple[int, list[str]]]:
    """Mentors who said no to someone for this reason, each with that person's needs."""
    declined = db.exec(select(Match).where(Match.declined_for == why)).all()
    return [(match.mentor_id, match.needs) for match in declined]


def all_with_status(db: Session, *statuses: MatchStatus) -> Sequence[Match]:
    return db.exec(
        select(Match).where(col(Match.status).in_(statuses)).order_by(col(Match.id))
    ).all()


def find(db: Session, match_id: int | None) -> Match | None:
    """The match of this number, if there is one."""
    return None if match_id is None else db.get(Match, match_id)


def get(db: Session, match_id: int) -> Match:
    match = db.get(Match, match_id)
    if match is None:
        raise LookupError(f"no match {match_id}")
    return match


def move(
    db: Session, match: Match, to: MatchStatus, *, expected: Sequence[MatchStatus],
    **values: object,
) -> bool:  # fmt: skip
    """Take a match to its next status. False when someone else has moved it on meanwhile."""
    moved = db.exec(
        update(Match)
        .where(
            col(Match.id) == match.id,
            col(Match.version) == match.version,
            col(Match.status).in_(expected),
        )
        .values(status=to, version=match.version + 1, **values)
    )
    db.refresh(match)
    forget_pairs(db)
    return moved.rowcount == 1


_OF_PERSON = or_(
    col(Match.mentee_id) == bindparam("person_id"), col(Match.mentor_id) == bindparam("person_id")
)
_WITH_STATUS = (
    select(Match)
    .where(_OF_PERSON, col(Match.status).in_(bindparam("statuses", expanding=True)))
    .order_by(col(Match.last_word_at).desc().nulls_last(), col(Match.id))
)


def with_status(db: Session, person_id: int, *statuses: MatchStatus) -> Sequence[Match]:
    """A person's matches on either side, the one with the latest word first."""
    return db.exec(_WITH_STATUS, params={"person_id": person_id, "statuses": statuses}).all()


def ever(db: Session, person_id: int) -> Sequence[Match]:
    """All of a person's matches, on either side, whatever became of them."""
    return with_status(db, person_id, *MatchStatus)


def live_as_mentee(db: Session, person_id: int) -> Match | None:
    return db.exec(select(Match).where(Match.mentee_id == person_id, _is_live_and_lasts())).first()


def live_as_mentor(db: Session, person_id: int) -> Sequence[Match]:
    return db.exec(select(Match).where(Match.mentor_id == person_id, _is_live_and_lasts())).all()


def earlier_pairs(db: Session, mentee_id: int) -> Sequence[Match]:
    """A mentee's matches that are over, whatever became of them."""
    return db.exec(
        select(Match).where(
            Match.mentee_id == mentee_id,
            Match.kind == MatchKind.LASTING,
            ~col(Match.status).in_(LIVE),
        )
    ).all()


_INTRODUCED = (
    select(Match).where(_OF_PERSON, col(Match.introduced_at).is_not(None)).order_by(col(Match.id))
)


def introduced(db: Session, person_id: int) -> Sequence[Match]:
    """Every match in which a person has been put in touch with someone, on either side."""
    return db.exec(_INTRODUCED, params={"person_id": person_id}).all()


_PAIRS = "pairs of people in this turn"
_PARTNER = case(
    (col(Match.mentee_id) == bindparam("person_id"), col(Match.mentor_id)),
    else_=col(Match.mentee_id),
)
_WITH_PARTNER = (
    select(Match, Person)
    .join(Person, col(Person.id) == _PARTNER)
    .where(_OF_PERSON, col(Match.introduced_at).is_not(None))
    .order_by(col(Match.id))
)


def pairs(db: Session, person_id: int) -> Sequence[tuple[Match, Person]]:
    """Every match in which a person has been put in touch with someone, and with whom.

    Looked up once a turn: whoever has five partners costs no more than whoever has one.
    """
    known: dict[int, Sequence[tuple[Match, Person]]] = db.info.setdefault(_PAIRS, {})
    if person_id not in known:
        known[person_id] = db.exec(_WITH_PARTNER, params={"person_id": person_id}).all()
    return known[person_id]


def forget_pairs(db: Session) -> None:
    """Another turn begins, or a match has moved on: what was looked up may not stand."""
    db.info.pop(_PAIRS, None)


def asked_now(db: Session, mentee_id: int) -> Sequence[Match]:
    """The mentors who are being asked to talk with someone at once, locked: one may say yes."""
    return db.exec(
        select(Match)
        .where(
            Match.mentee_id == mentee_id,
            Match.kind == MatchKind.TALK_NOW,
            Match.status == MatchStatus.OFFERED,
        )
        .order_by(col(Match.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def talking_now(db: Session, person_id: int) -> Match | None:
    """The conversation of an hour that a person is in, on either side."""
    active = with_status(db, person_id, MatchStatus.ACTIVE, MatchStatus.PAUSED)
    return next((match for match in active if match.kind is MatchKind.TALK_NOW), None)
