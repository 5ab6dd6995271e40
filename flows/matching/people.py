"""Those whom matching brings together, as it sees them: no name, no number, no free text."""

from dataclasses import dataclass
from datetime import date, datetime

from flows.matching.fit import Preference
from flows.vocabulary import (
    AgeBand,
    Diabetes,
    Ethnicity,
    Faith,
    Gender,
    GenderWish,
    Language,
    LifeStage,
    Need,
    Role,
    TalkStyle,
    TalkTime,
    Technology,
)

Place = tuple[float, float]
"""Latitude and longitude in degrees, already rounded to about a kilometre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a person and a mentor both say of themselves. Whatever was not said is left empty."""

    id: int
    adult: bool
    diabetes: Diabetes
    languages: tuple[Language, ...]
    """First the one they would rather talk in."""
    waives_type: bool = False
    """They are glad to talk with someone who has another type of diabetes."""
    role: Role = Role.LIVING_WITH_DIABETES
    gender: Gender = Gender.NOT_SAID
    gender_wish: GenderWish = GenderWish.ANY
    age_band: AgeBand | None = None
    life_stages: frozenset[LifeStage] = frozenset()
    technology: frozenset[Technology] = frozenset()
    times: frozenset[TalkTime] = frozenset()
    style: TalkStyle | None = None
    place: Place | None = None
    in_person: bool = False
    """They would like to meet. Distance counts only when both would."""
    blocked: frozenset[int] = frozenset()
    """Ids of those they have blocked, or whom a coordinator keeps away from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker(Profile):
    """A person who asks for a mentor."""

    waiting_since: datetime
    """Aware. Someone whose mentor left keeps the day they first asked."""
    needs: frozenset[Need] = frozenset()
    missed: frozenset[Preference] = frozenset()
    """What they said was wrong with an earlier match: it counts twice."""
    ethnicity_wish: Ethnicity | None = None
    faith_wish: Faith | None = None
    declined: frozenset[int] = frozenset()
    """Mentors with whom an offer came to nothing: either said no."""
    unanswered: frozenset[int] = frozenset()
    """Mentors who were asked about them lately and did not answer: that is not a no for good."""
    parted: frozenset[int] = frozenset()
    """Mentors they have talked with, except where both would gladly do so again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Profile):
    """A mentor, as someone who might be asked."""

    active: bool
    """Approved by a coordinator, and neither paused nor gone."""
    trained_until: date | None
    """The last day their training counts; None: not finished."""
    checks_until: date | None
    """The last day their checks count; None: none recorded."""
    capacity: int = 3
    load: int = 0
    """People they have now, counting those they have been offered."""
    comfortable_with: frozenset[Need] = frozenset()
    ethnicity: Ethnicity | None = None
    faith: Faith | None = None
    mentored_by: frozenset[int] = frozenset()
    """Their own mentors' ids, where a mentor is also someone's mentee."""

    @property
    def room(self) -> int:
        """How many more people they can take on."""
        return self.capacity - self.load if self.load < self.capacity else 0
