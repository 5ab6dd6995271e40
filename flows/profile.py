"""What a person told the line about themselves: all that matching and signposting go by."""

from dataclasses import dataclass, field

from flows.questions import Place as Place
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


@dataclass(frozen=True)
class Profile:
    """A person in their own words. What they did not say stays empty, and is never guessed.

    For a mentor, `needs` is what they are comfortable talking about.
    """

    role: Role = Role.LIVING_WITH_DIABETES
    diabetes: Diabetes = Diabetes.NOT_SURE
    waives_type: bool = False
    needs: tuple[Need, ...] = ()
    technology: tuple[Technology, ...] = ()
    age_band: AgeBand | None = None
    life_stages: tuple[LifeStage, ...] = ()
    gender: Gender = Gender.NOT_SAID
    gender_wish: GenderWish = GenderWish.ANY
    ethnicity: Ethnicity | None = None
    wants_same_ethnicity: bool = False
    faith: Faith | None = None
    wants_same_faith: bool = False
    languages: tuple[Language, ...] = (Language.ENGLISH,)
    times: tuple[TalkTime, ...] = ()
    style: TalkStyle | None = None
    place: Place = field(default_factory=Place)
    in_person: bool = False

    def without_health(self) -> "Profile":
        """What is left when they take back their consent to health details (UK GDPR Art 9).

        Ethnicity and faith go too: they are as sensitive, and were told for the same end.
        """
        return Profile(
            age_band=self.age_band,
            life_stages=tuple(each for each in self.life_stages if each is not LifeStage.PREGNANT),
            gender=self.gender,
            gender_wish=self.gender_wish,
            languages=self.languages,
            times=self.times,
            style=self.style,
            place=self.place,
            in_person=self.in_person,
        )
