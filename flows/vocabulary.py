"""The field's words as types.

The values are what the database holds and what the console and the texts are keyed by, so a
value is never changed once released: add a new one, and migrate the old.
"""

from enum import StrEnum


class Role(StrEnum):
    """Whose diabetes brings a person to the line: their own, or that of someone they care for."""

    LIVING_WITH_DIABETES = "living_with_diabetes"
    CARER = "carer"


class Diabetes(StrEnum):
    """The type a person says they live with (a carer: the type of the one they care for)."""

    TYPE1 = "type1"
    TYPE2 = "type2"
    GESTATIONAL = "gestational"
    OTHER = "other"
    NOT_SURE = "not_sure"
    AT_RISK = "at_risk"  # of type 2, and told so; last, so that the others keep their numbers


class Need(StrEnum):
    """What would help; for a mentor, what they are comfortable talking about."""

    NEW_DIAGNOSIS = "new_diagnosis"
    FOOD = "food"
    MOVING_MORE = "moving_more"
    FEELINGS = "feelings"
    TECHNOLOGY = "technology"
    COMPLICATIONS = "complications"
    WORK_AND_FAMILY = "work_and_family"
    PREGNANCY = "pregnancy"


class Technology(StrEnum):
    """What a person uses day to day. NONE is an answer, not something two people share."""

    PUMP = "pump"
    CGM = "cgm"
    INJECTIONS = "injections"
    NONE = "none"


class AgeBand(StrEnum):
    """Age in bands, youngest first: all that matching needs, so no date of birth is asked for."""

    FROM_18 = "18_24"
    FROM_25 = "25_34"
    FROM_35 = "35_44"
    FROM_45 = "45_54"
    FROM_55 = "55_64"
    FROM_65 = "65_74"
    FROM_75 = "75_over"


class LifeStage(StrEnum):
    """What fills a person's days. More than one may be true."""

    STUDENT = "student"
    WORKING = "working"
    NOT_WORKING = "not_working"
    PARENT = "parent"
    PREGNANT = "pregnant"
    CARER = "carer"
    RETIRED = "retired"


class Gender(StrEnum):
    """Gender as a person gives it. Asked only so that a stated wish can be met."""

    WOMAN = "woman"
    MAN = "man"
    ANOTHER_WAY = "another_way"
    NOT_SAID = "not_said"


class GenderWish(StrEnum):
    """Whom a person asks to talk with. A wish other than ANY is a requirement."""

    ANY = "any"
    WOMAN = "woman"
    MAN = "man"


class Ethnicity(StrEnum):
    """The five high-level groups of the 2021 Census of England and Wales (ONS).

    Only ever what a person chose for themselves, and only ever used when someone asks for it.
    """

    ASIAN = "asian"
    BLACK = "black"
    MIXED = "mixed"
    WHITE = "white"
    OTHER = "other"


class Faith(StrEnum):
    """The answers to the religion question of the 2021 Census (ONS); used as Ethnicity is."""

    NONE = "none"
    BUDDHIST = "buddhist"
    CHRISTIAN = "christian"
    HINDU = "hindu"
    JEWISH = "jewish"
    MUSLIM = "muslim"
    SIKH = "sikh"
    OTHER = "other"


class Language(StrEnum):
    """Languages people can be matched in, by ISO 639-1 code. Not all have texts of their own."""

    ENGLISH = "en"
    WELSH = "cy"
    POLISH = "pl"
    URDU = "ur"
    PUNJABI = "pa"
    BENGALI = "bn"


class TalkTime(StrEnum):
    """When a person likes to talk, on their own clock."""

    MORNINGS = "mornings"
    AFTERNOONS = "afternoons"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"


class TalkStyle(StrEnum):
    """How a person likes to talk. PLENTY: back and forth; A_LITTLE: a few words now and then."""

    PLENTY = "plenty"
    A_LITTLE = "a_little"


class Channel(StrEnum):
    """How a person reaches the line."""

    TELEGRAM = "telegram"
    SMS = "sms"


class About(StrEnum):
    """What someone raises a concern about. Conduct rests the match at once."""

    SAFETY = "safety"
    CONDUCT = "conduct"
    OTHER = "other"


class PersonStatus(StrEnum):
    """Where a person stands with the line."""

    NEW = "new"  # has written, has not finished joining
    JOINED = "joined"
    LEFT = "left"  # opted out, or said goodbye: nothing is sent until they write again
    BLOCKED = "blocked"  # by a coordinator
    UNDER_AGE = "under_age"
    ERASED = "erased"


class MentorStatus(StrEnum):
    """A mentor's life. Only ACTIVE mentors are matched."""

    INTERESTED = "interested"  # said that they would like to help
    APPLIED = "applied"
    TRAINING = "training"  # has begun the lessons, and not finished them
    APPROVED = "approved"  # by a coordinator; the lessons are not finished yet
    ACTIVE = "active"
    PAUSED = "paused"  # by themselves: nobody new for now
    LEFT = "left"


class CheckLevel(StrEnum):
    """How far a mentor was checked: the levels of the Disclosure and Barring Service, or none.

    Which one a programme needs is its own to decide. The certificate is never kept.
    """

    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"
    NONE = "none"


class Lesson(StrEnum):
    """What mentors are trained in, in the order in which they read it."""

    LISTENING = "listening"
    BOUNDARIES = "boundaries"
    CONFIDENTIALITY = "confidentiality"
    SAFEGUARDING = "safeguarding"
    NO_MEDICATION_ADVICE = "no_medication_advice"
    ENDINGS = "endings"


class Side(StrEnum):
    """The two of a match."""

    MENTEE = "mentee"
    MENTOR = "mentor"

    @property
    def other(self) -> "Side":
        return Side.MENTOR if self is Side.MENTEE else Side.MENTEE


class MatchStatus(StrEnum):
    """A match from the plan to its ending."""

    PROPOSED = "proposed"  # planned, waiting for the coordinator's yes
    HELD = "held"  # the coordinator keeps it back
    OFFERED = "offered"  # the mentor has been asked
    ACCEPTED = "accepted"  # the mentor said yes; the person has been asked
    ACTIVE = "active"  # both said yes and were introduced
    PAUSED = "paused"
    ENDED = "ended"
    DECLINED = "declined"  # by either
    EXPIRED = "expired"  # no answer in time
    WITHDRAWN = "withdrawn"  # taken back before both said yes


class Ending(StrEnum):
    """Why a match is over, or was taken back before the two had met."""

    PLANNED = "planned"  # at its date, or when they had looked back
    CHANGED = "changed"  # the person asked for someone else
    EARLY = "early"  # one of them stopped before the planned end
    TALK_NOW = "talk_now"  # the hour was over
    LEFT = "left"  # opted out or gone, and not come back
    ERASED = "erased"
    UNDER_AGE = "under_age"
    HEALTH_WITHDRAWN = "health_withdrawn"  # nobody is matched without health details
    MENTOR_PAUSED = "mentor_paused"  # nobody new for now: those they had not met yet
    MENTOR_LEFT = "mentor_left"  # is a mentor no more
    MENTOR_SILENT = "mentor_silent"
    OFFER_MISSED = "offer_missed"  # the mentor did not answer in time
    MEETING_MISSED = "meeting_missed"  # the person did not
    BY_TEAM = "by_team"  # by someone on the team, by hand


class EndedFor(StrEnum):
    """What a person would have different when a match ends early, so that the next suits better."""

    EXPERIENCE = "experience"
    TIMES = "times"
    STYLE = "style"
    NOT_SAID = "not_said"


class RestsFor(StrEnum):
    """Why a match rests until a coordinator decides, whoever comes back."""

    CONCERN = "concern"  # about how one of them behaved
    UNDER_AGE = "under_age"


class Decline(StrEnum):
    """Why a mentor says no. Each teaches the matcher something; none is held against anyone."""

    BUSY = "busy"  # they rest for two weeks
    NOT_FOR_ME = "not_for_me"  # said twice of a need, they are asked for it no more
    OTHER = "other"


class MatchKind(StrEnum):
    """What two people were put in touch for."""

    LASTING = "lasting"  # a mentor of one's own, for months
    TALK_NOW = "talk_now"  # one conversation of an hour, with whoever is on duty


class Free(StrEnum):
    """When a mentor is free for those who want to talk now."""

    HOUR = "hour"
    EVENING = "evening"
    OFF = "off"


class Asked(StrEnum):
    """What came of asking for someone to talk to now."""

    ASKING = "asking"
    ALREADY = "already"  # they are talking, or mentors are being asked
    NOBODY = "nobody"


class ConsentKind(StrEnum):
    """What a person agrees to, each asked, recorded and withdrawn by itself (UK GDPR Art 7)."""

    LINE = "line"  # to be written to
    HEALTH = "health"  # to keep and use what they say of their health (Art 9(2)(a))
    RESEARCH = "research"  # to count in what is learned
    STORIES = "stories"  # to have their story shared


class FlowName(StrEnum):
    """Every conversation, as it is stored: a name is never used again for another."""

    ASKED_FIRST = "asked_first"
    BEING_FREE = "being_free"
    CARRYING_ON = "carrying_on"
    CHECKIN = "checkin"
    CHECKIN_CHOOSING = "checkin_choosing"
    CONSENTING = "consenting"
    CONSENTING_HEALTH = "consenting_health"
    ENDING_EARLY = "ending_early"
    ERASING = "erasing"
    FINDING = "finding"
    HEALTH_WITHDRAWING = "health_withdrawing"
    HELD_CONTACT = "held_contact"
    HELD_MONEY = "held_money"
    INVITING = "inviting"
    JOINING = "joining"
    KEEPING_SAFE = "keeping_safe"
    KEEPING_THEM_SAFE = "keeping_them_safe"
    LEAVING = "leaving"
    LOOKING_BACK = "looking_back"
    MEETING = "meeting"
    MENTOR_CHECKIN = "mentor_checkin"
    MENTOR_FEEDBACK = "mentor_feedback"
    MENTOR_PAUSING = "mentor_pausing"
    MENTOR_RESUMING = "mentor_resuming"
    MENTOR_SETTINGS = "mentor_settings"
    MENTORING = "mentoring"
    MENU = "menu"
    MIDPOINT = "midpoint"
    MY_DATA = "my_data"
    NIGHTS = "nights"
    OFFERING = "offering"
    RAISING = "raising"
    SEEKING = "seeking"
    SIGNPOSTING = "signposting"
    TALK_NOW = "talk_now"
    TALK_NOW_OFFER = "talk_now_offer"
    TALKING_TO = "talking_to"
    TRAINING = "training"
    WHOM = "whom"
    WRONG_NUMBER = "wrong_number"
    DECEASED = "deceased"
    MOVING = "moving"
    CHECKING_SAFE = "checking_safe"
    MEET = "meet"
    MEET_ASKED = "meet_asked"


def flow_named(stored: str | None) -> FlowName | None:
    """The flow that a stored name is of; None where there is none, or none any more."""
    return FlowName(stored) if stored in set(FlowName) else None


class Action(StrEnum):
    """What a timer sets off, as it is stored."""

    ALERT_ALL = "alert_all"
    ALERT_NEXT = "alert_next"
    ASKED_FIRST = "asked_first"
    CARRYING_ON = "carrying_on"
    CHECKIN = "checkin"
    CHECKS_LAPSE = "checks_lapse"
    CONCERN_REMINDER = "concern_reminder"
    ENDING = "ending"
    ENDING_LAPSED = "ending_lapsed"
    ENDING_SOON = "ending_soon"
    FIRST_WEEK = "first_week"
    FORGET = "forget"
    HAS_ROOM = "has_room"
    MATCH_WAITS = "match_waits"
    MEET_ASKED = "meet_asked"
    MEETING = "meeting"
    MEETING_LAPSED = "meeting_lapsed"
    MEETING_NUDGE = "meeting_nudge"
    MENTOR_CHECKIN = "mentor_checkin"
    MENTOR_FEEDBACK = "mentor_feedback"
    MENTOR_THANKS = "mentor_thanks"
    MIDWAY = "midway"
    OFFER_EXPIRED = "offer_expired"
    OFFER_NUDGE = "offer_nudge"
    OFFERING = "offering"
    QUIET = "quiet"
    RESUME = "resume"
    SEEK = "seek"
    STILL_GONE = "still_gone"
    STILL_LOOKING = "still_looking"
    TALK_NOW_ENDING = "talk_now_ending"
    TALK_NOW_OFFER = "talk_now_offer"
    TALK_NOW_OVER = "talk_now_over"
    TALK_NOW_WAITED = "talk_now_waited"
    TRAINING_LAPSE = "training_lapse"
    UNDELIVERED = "undelivered"
    UNREACHABLE = "unreachable"
