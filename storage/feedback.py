"""Feedback: what each of two people made of their match."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.columns import Moment
from storage.sealing import Sealed


class Feedback(SQLModel, table=True):
    """One person's answers at the middle or the end of a match. `helped` is 0 to 10.

    `experience` is an answer of the Friends and Family Test, and only ever a mentee's.
    """

    id: int = Field(default=None, primary_key=True)
    match_id: int = Field(foreign_key="match.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    midway: str | None = None
    helped: int | None = None
    experience: str | None = None
    words: str | None = Field(default=None, sa_type=Sealed)
    following: str | None = None
    given_at: datetime = Field(sa_type=Moment)
