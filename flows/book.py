"""The book of flows: every conversation the line can have, by name."""

from flows.checkin import checkin, checkin_choosing
from flows.finding import finding
from flows.joining import joining
from flows.meeting import meeting, offering
from flows.mentoring import mentoring
from flows.menu import menu
from flows.signposting import signposting
from flows.talk import Flow

BOOK = {
    flow.name: flow
    for flow in (
        Flow("checkin", checkin),
        Flow("checkin_choosing", checkin_choosing),
        Flow("finding", finding),
        Flow("joining", joining),
        Flow("meeting", meeting),
        Flow("mentoring", mentoring),
        Flow("menu", menu, insists=False),
        Flow("offering", offering),
        Flow("signposting", signposting),
    )
}
