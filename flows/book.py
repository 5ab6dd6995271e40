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

BOOK = {
    flow.name: flow
    for flow in (
        Flow("asked_first", asked_first),
        Flow("being_free", being_free, insists=False),
        Flow("carrying_on", carrying_on),
        Flow("checkin", checkin),
        Flow("checkin_choosing", checkin_choosing, yields=True),
        Flow("consenting", consenting, insists=False),
        Flow("consenting_health", consenting_health),
        Flow("erasing", erasing, insists=False, is_right=True),
        Flow("ending_early", ending_early, insists=False),
        Flow("finding", finding),
        Flow("held_contact", held_contact, insists=False),
        Flow("held_money", held_money, insists=False),
        Flow("inviting", inviting, insists=False),
        Flow("joining", joining),
        Flow("keeping_safe", keeping_safe, urgent=True),
        Flow("keeping_them_safe", keeping_them_safe, urgent=True),
        Flow("leaving", leaving, insists=False),
        Flow("looking_back", looking_back),
        Flow("meeting", meeting),
        Flow("mentor_feedback", mentor_feedback),
        Flow("midpoint", midpoint, insists=False),
        Flow("mentor_checkin", mentor_checkin),
        Flow("mentor_pausing", mentor_pausing),
        Flow("mentor_resuming", mentor_resuming),
        Flow("mentor_settings", mentor_settings),
        Flow("mentoring", mentoring),
        Flow("menu", menu, insists=False),
        Flow("my_data", my_data, insists=False, is_right=True),
        Flow("nights", nights, insists=False),
        Flow("offering", offering),
        Flow("raising", raising, to_team=True),
        Flow("seeking", seeking),
        Flow("signposting", signposting, yields=True),
        Flow("training", training),
        Flow("talk_now", talk_now),
        Flow("talk_now_offer", talk_now_offer, insists=False),
        Flow("talking_to", talking_to, insists=False),
        Flow("whom", whom, insists=False),
    )
}
# What is asked in these is owed to someone's safety: no opt-out ends it.
URGENT = tuple(name for name, flow in BOOK.items() if flow.urgent)
