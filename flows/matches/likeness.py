"""Likeness: what makes someone feel that the other has been there too. All of it may be skipped.

Peers for Progress, on choosing peer supporters: age, culture and life circumstances count beside
lived experience. Ethnicity and faith are asked of a person only where they wish for it.
"""

from dataclasses import replace
from enum import StrEnum

from flows.profile import Profile
from flows.questions import choice, choices, optional, yes_no
from flows.talk import Talk
from flows.vocabulary import (
    AgeBand,
    Diabetes,
    Ethnicity,
    Faith,
    Gender,
    LifeStage,
    TalkStyle,
    Technology,
)


class Shared(StrEnum):
    """What a person would like a mentor to share with them."""

    BACKGROUND = "background"
    FAITH = "faith"
    BOTH = "both"
    NO_MATTER = "no_matter"


async def wishes(talk: Talk, profile: Profile) -> Profile:
    """Of someone who looks for a mentor."""
    technology = await talk.ask("technology", optional(choices("likeness-technology", Technology)))
    age = await talk.ask("age", optional(choice("likeness-age", AgeBand)))
    life = await talk.ask("life stages", optional(choices("mentoring-life-stages", LifeStage)))
    gender = await talk.ask("gender", optional(choice("mentoring-gender", Gender)))
    style = await talk.ask("style", optional(choice("likeness-style", TalkStyle)))
    waives = profile.waives_type
    if profile.diabetes not in (Diabetes.NOT_SURE, Diabetes.AT_RISK):  # these meet every type
        waives = await talk.ask("any type", yes_no("likeness-any-type"))
    shared = await talk.ask("shared", optional(choice("likeness-shared", Shared)))
    ethnicity, faith = profile.ethnicity, profile.faith
    if shared in (Shared.BACKGROUND, Shared.BOTH):
        ethnicity = await talk.ask("ethnicity", optional(choice("likeness-ethnicity", Ethnicity)))
    if shared in (Shared.FAITH, Shared.BOTH):
        faith = await talk.ask("faith", optional(choice("likeness-faith", Faith)))
    return replace(
        profile, technology=technology or (), age_band=age, life_stages=life or (),
        gender=gender or Gender.NOT_SAID, style=style, waives_type=waives,
        ethnicity=ethnicity, wants_same_ethnicity=shared in (Shared.BACKGROUND, Shared.BOTH),
        faith=faith, wants_same_faith=shared in (Shared.FAITH, Shared.BOTH),
    )  # fmt: skip


async def of_mentor(talk: Talk, profile: Profile) -> Profile:
    """Of a mentor: some people ask for one who shares these with them."""
    age = await talk.ask("age", optional(choice("likeness-age", AgeBand)))
    style = await talk.ask("style", optional(choice("likeness-style", TalkStyle)))
    ethnicity = await talk.ask("ethnicity", optional(choice("likeness-ethnicity", Ethnicity)))
    faith = await talk.ask("faith", optional(choice("likeness-faith", Faith)))
    return replace(profile, age_band=age, style=style, ethnicity=ethnicity, faith=faith)
