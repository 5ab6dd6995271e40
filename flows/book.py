"""The book of flows: every conversation the line can have, by name."""

from flows.checkins.checkin import checkin, checkin_choosing
from flows.commands.menu import menu
from flows.directory.signposting import signposting
from flows.matches.ending_early import ending_early
from flows.matches.looking_back import carrying_on, looking_back, mentor_feedback, midpoint
from flows.matches.offering import asked_first, meeting, offering
from flows.matches.seeking import finding, seeking
from flows.matches.talk_now import being_free, talk_now, talk_now_offer
from flows.mentors.applying import mentoring
from flows.mentors.checkin import mentor_checkin
from flows.mentors.settings import mentor_pausing, mentor_resuming, mentor_settings
from flows.mentors.training import training
from flows.people.consenting import consenting, consenting_health, inviting
from flows.people.erasing import erasing
from flows.people.joining import joining
from flows.people.leaving import leaving
from flows.people.my_data import my_data
from flows.relay.held_back import held_contact, held_money
from flows.relay.nights import nights
from flows.relay.whom import talking_to, whom
from flows.safety.keeping_safe import keeping_safe, keeping_them_safe
from flows.safety.raising import raising
from flows.talk import Flow
from flows.vocabulary import FlowName

BOOK: dict[str, Flow] = {
    flow.name: flow
    for flow in (
        Flow(FlowName.ASKED_FIRST, asked_first),
        Flow(FlowName.BEING_FREE, being_free, insists=False),
        Flow(FlowName.CARRYING_ON, carrying_on),
        Flow(FlowName.CHECKIN, checkin),
        Flow(FlowName.CHECKIN_CHOOSING, checkin_choosing, yields=True),
        Flow(FlowName.CONSENTING, consenting, insists=False),
        Flow(FlowName.CONSENTING_HEALTH, consenting_health),
        Flow(FlowName.ERASING, erasing, insists=False, is_right=True),
        Flow(FlowName.ENDING_EARLY, ending_early, insists=False),
        Flow(FlowName.FINDING, finding),
        Flow(FlowName.HELD_CONTACT, held_contact, insists=False),
        Flow(FlowName.HELD_MONEY, held_money, insists=False),
        Flow(FlowName.INVITING, inviting, insists=False),
        Flow(FlowName.JOINING, joining),
        Flow(FlowName.KEEPING_SAFE, keeping_safe, urgent=True),
        Flow(FlowName.KEEPING_THEM_SAFE, keeping_them_safe, urgent=True),
        Flow(FlowName.LEAVING, leaving, insists=False),
        Flow(FlowName.LOOKING_BACK, looking_back),
        Flow(FlowName.MEETING, meeting),
        Flow(FlowName.MENTOR_FEEDBACK, mentor_feedback),
        Flow(FlowName.MIDPOINT, midpoint, insists=False),
        Flow(FlowName.MENTOR_CHECKIN, mentor_checkin),
        Flow(FlowName.MENTOR_PAUSING, mentor_pausing),
        Flow(FlowName.MENTOR_RESUMING, mentor_resuming),
        Flow(FlowName.MENTOR_SETTINGS, mentor_settings),
        Flow(FlowName.MENTORING, mentoring),
        Flow(FlowName.MENU, menu, insists=False),
        Flow(FlowName.MY_DATA, my_data, insists=False, is_right=True),
        Flow(FlowName.NIGHTS, nights, insists=False),
        Flow(FlowName.OFFERING, offering),
        Flow(FlowName.RAISING, raising, version=2, to_team=True),
        Flow(FlowName.SEEKING, seeking),
        Flow(FlowName.SIGNPOSTING, signposting, yields=True),
        Flow(FlowName.TRAINING, training),
        Flow(FlowName.TALK_NOW, talk_now),
        Flow(FlowName.TALK_NOW_OFFER, talk_now_offer, insists=False),
        Flow(FlowName.TALKING_TO, talking_to, insists=False),
        Flow(FlowName.WHOM, whom, insists=False),
    )
}
# What is asked in these is owed to someone's safety: no opt-out ends it.
URGENT = tuple(name for name, flow in BOOK.items() if flow.urgent)
