"""Matches: a mentee and a mentor, from the plan to the ending."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, Index, or_, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from flows.vocabulary import MatchStatus
from storage.columns import Moment, Word
from storage.sealing import Sealed

LIVE = (
    MatchStatus.PROPOSED,
    MatchStatus.HELD,
    MatchStatus.OFFERED,
    MatchStatus.ACCEPTED,
    MatchStatus.ACTIVE,
    MatchStatus.PAUSED,
)
_LIVE = text("status in ('proposed', 'held', 'offered', 'accepted', 'active', 'paused')")


class Match(SQLModel, table=True):
    """Two people. `version` goes up at each step, so that late answers and timers are known."""

    __table_args__ = (
        Index(
            "one_live_match_a_mentee", "mentee_id", unique=True,
            sqlite_where=_LIVE, postgresql_where=_LIVE,
        ),
        Index(
            "live_matches_of_mentor", "mentor_id", sqlite_where=_LIVE, postgresql_where=_LIVE
        ),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    mentee_id: int = Field(foreign_key="person.id", index=True)
    mentor_id: int = Field(foreign_key="person.id", index=True)
    status: MatchStatus = Field(sa_type=Word(MatchStatus))
    version: int = 1
    score: float = 0
    reasons: list[tuple[str, list[str]]] = Field(default_factory=list, sa_type=JSON)
    began_at: datetime = Field(sa_type=Moment)
    offered_at: datetime | None = Field(default=None, sa_type=Moment)
    introduced_at: datetime | None = Field(default=None, sa_type=Moment)
    last_word_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    ending: str | None = None
    declined_for: str | None = None  # why the mentor said no
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
    rows = db.exec(
        select(Match.mentee_id, Match.mentor_id).where(col(Match.status).in_(LIVE))
    ).all()
    return dict(rows)


def needs_declined(db: Session, mentor_id: int, why: str) -> Sequence[list[str]]:
    """The needs of each person that a mentor said no to for this reason."""
    declined = select(Match).where(Match.mentor_id == mentor_id, Match.declined_for == why)
    return [match.needs for match in db.exec(declined).all()]


def all_with_status(db: Session, *statuses: MatchStatus) -> Sequence[Match]:
    return db.exec(
        select(Match).where(col(Match.status).in_(statuses)).order_by(col(Match.id))
    ).all()


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
    return moved.rowcount == 1


def with_status(db: Session, person_id: int, *statuses: MatchStatus) -> Sequence[Match]:
    """A person's matches on either side, the one with the latest word first."""
    return db.exec(
        select(Match)
        .where(
            or_(col(Match.mentee_id) == person_id, col(Match.mentor_id) == person_id),
            col(Match.status).in_(statuses),
        )
        .order_by(col(Match.last_word_at).desc().nulls_last(), col(Match.id))
    ).all()


def ever(db: Session, person_id: int) -> Sequence[Match]:
    """All of a person's matches, on either side, whatever became of them."""
    return with_status(db, person_id, *MatchStatus)


def live_as_mentee(db: Session, person_id: int) -> Match | None:
    return db.exec(
        select(Match).where(Match.mentee_id == person_id, col(Match.status).in_(LIVE))
    ).first()


def live_as_mentor(db: Session, person_id: int) -> Sequence[Match]:
    return db.exec(
        select(Match).where(Match.mentor_id == person_id, col(Match.status).in_(LIVE))
    ).all()


def earlier_pairs(db: Session, mentee_id: int) -> Sequence[Match]:
    """A mentee's matches that are over, whatever became of them."""
    return db.exec(
        select(Match).where(Match.mentee_id == mentee_id, ~col(Match.status).in_(LIVE))
    ).all()
