"""The book of flows: every conversation the line can have, by name."""

from datetime import timedelta

from flows.checkins.checkin import checkin, checkin_choosing
from flows.commands.menu import menu
from flows.directory.signposting import signposting
from flows.matches.ending_early import ending_early
from flows.matches.looking_back import carrying_on, looking_back, mentor_feedback, midpoint
from flows.matches.meet import meet, meet_asked
from flows.matches.offering import asked_first, meeting, offering
from flows.matches.seeking import finding, seeking
from flows.matches.talk_now import being_free, talk_now, talk_now_offer
from flows.mentors.applying import mentoring
from flows.mentors.checkin import mentor_checkin
from flows.mentors.settings import mentor_pausing, mentor_resuming, mentor_settings
from flows.mentors.training import training
from flows.people.consenting import (
    consenting,
    consenting_health,
    health_withdrawing,
    inviting,
)
from flows.people.erasing import erasing
from flows.people.joining import joining
from flows.people.leaving import leaving
from flows.people.moving import moving
from flows.people.my_data import my_data
from flows.people.wrong_person import deceased, wrong_number
from flows.relay.held_back import held_contact, held_money
from flows.relay.nights import nights
from flows.relay.whom import talking_to, whom
from flows.safety.checking import checking_safe
from flows.safety.keeping_safe import keeping_safe, keeping_them_safe
from flows.safety.raising import raising
from flows.talk import Flow
from flows.vocabulary import FlowName

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

BOOK: dict[str, Flow] = {
    flow.name: flow
    for flow in (
        Flow(FlowName.ASKED_FIRST, asked_first, we_began=True, about_us=True),
        Flow(FlowName.BEING_FREE, being_free, insists=False, lapses=HOUR),
        Flow(FlowName.CARRYING_ON, carrying_on, we_began=True, about_us=True),
        Flow(FlowName.CHECKIN, checkin, we_began=True, lapses=DAY),
        Flow(FlowName.CHECKIN_CHOOSING, checkin_choosing, version=2, lapses=DAY),
        Flow(FlowName.CONSENTING, consenting, version=2, insists=False, about_us=True, lapses=HOUR),
        Flow(FlowName.CONSENTING_HEALTH, consenting_health, about_us=True, lapses=DAY),
        Flow(FlowName.ERASING, erasing, insists=False, about_us=True, lapses=HOUR, is_right=True),
        Flow(
            FlowName.ENDING_EARLY, ending_early, version=2, insists=False, about_us=True, lapses=DAY
        ),
        Flow(FlowName.FINDING, finding, lapses=DAY),
        Flow(
            FlowName.HEALTH_WITHDRAWING,
            health_withdrawing,
            insists=False,
            about_us=True,
            lapses=HOUR,
            is_right=True,
        ),
        Flow(FlowName.HELD_CONTACT, held_contact, insists=False, lapses=HOUR),
        Flow(FlowName.HELD_MONEY, held_money, insists=False, lapses=HOUR),
        Flow(FlowName.INVITING, inviting, insists=False, we_began=True, lapses=DAY),
        Flow(FlowName.JOINING, joining),
        Flow(FlowName.KEEPING_SAFE, keeping_safe, urgent=True),
        Flow(FlowName.KEEPING_THEM_SAFE, keeping_them_safe, urgent=True),
        Flow(FlowName.LEAVING, leaving, insists=False, about_us=True, lapses=HOUR),
        Flow(FlowName.LOOKING_BACK, looking_back, we_began=True, about_us=True),
        Flow(FlowName.MEET, meet, insists=False, lapses=HOUR),
        Flow(FlowName.MEET_ASKED, meet_asked, we_began=True, about_us=True, lapses=3 * DAY),
        Flow(FlowName.MEETING, meeting, we_began=True, about_us=True),
        Flow(
            FlowName.MENTOR_FEEDBACK, mentor_feedback, we_began=True, about_us=True, lapses=3 * DAY
        ),
        Flow(
            FlowName.MIDPOINT,
            midpoint,
            version=2,
            insists=False,
            we_began=True,
            about_us=True,
            lapses=DAY,
        ),
        Flow(FlowName.MENTOR_CHECKIN, mentor_checkin, we_began=True, about_us=True, lapses=DAY),
        Flow(FlowName.MENTOR_PAUSING, mentor_pausing, about_us=True, lapses=DAY),
        Flow(FlowName.MENTOR_RESUMING, mentor_resuming, about_us=True, lapses=DAY),
        Flow(FlowName.MENTOR_SETTINGS, mentor_settings, lapses=DAY),
        Flow(FlowName.MENTORING, mentoring),
        Flow(FlowName.MENU, menu, insists=False, lapses=HOUR),
        Flow(FlowName.MY_DATA, my_data, insists=False, lapses=HOUR, is_right=True),
        Flow(FlowName.NIGHTS, nights, insists=False, lapses=HOUR),
        Flow(FlowName.OFFERING, offering, we_began=True, about_us=True),
        Flow(FlowName.RAISING, raising, version=2, about_us=True, lapses=DAY, to_team=True),
        Flow(FlowName.SEEKING, seeking, lapses=DAY),
        Flow(FlowName.SIGNPOSTING, signposting, lapses=DAY),
        Flow(FlowName.TRAINING, training),
        Flow(FlowName.TALK_NOW, talk_now, lapses=HOUR),
        Flow(
            FlowName.TALK_NOW_OFFER,
            talk_now_offer,
            insists=False,
            we_began=True,
            about_us=True,
            lapses=HOUR,
        ),
        Flow(FlowName.TALKING_TO, talking_to, insists=False, lapses=HOUR),
        Flow(
            FlowName.CHECKING_SAFE,
            checking_safe,
            insists=False,  # what is no answer is the letter that they were writing
            we_began=True,
            certain=True,
            lapses=DAY,
        ),
        Flow(FlowName.DECEASED, deceased, about_us=True, lapses=DAY),
        Flow(FlowName.MOVING, moving, lapses=DAY),
        Flow(FlowName.WRONG_NUMBER, wrong_number, about_us=True, lapses=DAY),
        Flow(FlowName.WHOM, whom, version=3, insists=False, lapses=DAY),
    )
}
# What is asked in these is owed to someone's safety: no opt-out ends it.
URGENT = tuple(name for name, flow in BOOK.items() if flow.urgent)
