"""The book of flows: every conversation the line can have, by name."""

from flows.checkin import checkin, checkin_choosing
from flows.consenting import consenting, consenting_health, inviting
from flows.erasing import erasing
from flows.finding import finding
from flows.holding import held_contact, held_money
from flows.joining import joining
from flows.keeping_safe import keeping_safe
from flows.leaving import leaving
from flows.meeting import asked_first, meeting, offering
from flows.mentoring import mentoring
from flows.menu import menu
from flows.my_data import my_data
from flows.raising import raising
from flows.signposting import signposting
from flows.talk import Flow

BOOK = {
    flow.name: flow
    for flow in (
        Flow("asked_first", asked_first),
        Flow("checkin", checkin),
        Flow("checkin_choosing", checkin_choosing),
        Flow("consenting", consenting, insists=False),
        Flow("consenting_health", consenting_health),
        Flow("erasing", erasing, insists=False, is_right=True),
        Flow("finding", finding),
        Flow("held_contact", held_contact, insists=False),
        Flow("held_money", held_money, insists=False),
        Flow("inviting", inviting, insists=False),
        Flow("joining", joining),
        Flow("keeping_safe", keeping_safe, insists=False, urgent=True),
        Flow("leaving", leaving, insists=False),
        Flow("meeting", meeting),
        Flow("mentoring", mentoring),
        Flow("menu", menu, insists=False),
        Flow("my_data", my_data, insists=False, is_right=True),
        Flow("offering", offering),
        Flow("raising", raising, to_team=True),
        Flow("signposting", signposting),
    )
}
