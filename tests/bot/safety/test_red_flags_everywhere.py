"""Each red flag, on each channel, in each state that someone may be in: the help comes first, the
team is told, and their answer to whether they are safe is heard."""

from collections.abc import Callable

import pytest

from flows.vocabulary import Channel, PersonStatus
from storage.database import Database
from tests.talking import NOON, Line, Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

FLAGS = {
    "crisis": ("I want to kill myself tonight", "116 123", "CRISIS"),
    "medical": ("my chest is crushing and my left arm has gone numb", "999", "MEDICAL"),
    "safeguarding": ("my husband hit me again and locked me in", "0808 2000 247", "SAFEGUARDING"),
    "advice": ("how many units of insulin should i take for 15 mmol", "can't advise", "Advice"),
}
ADDRESSES = {Channel.TELEGRAM: "1001", Channel.SMS: "+447700900101"}

Begin = Callable[[Line, Channel], Phone]


def member(line: Line, channel: Channel) -> Phone:
    return line.member("Asha", channel, ADDRESSES[channel])


def newcomer(line: Line, channel: Channel) -> Phone:
    return line.phone("Asha", channel, ADDRESSES[channel])


def being_asked(line: Line, channel: Channel) -> Phone:
    asha = newcomer(line, channel)
    asha.says("hello")
    asha.hears("Are you happy for us to message you?")
    return asha


def talking_with_a_mentor(line: Line, channel: Channel) -> Phone:
    asha = member(line, channel)
    line.introduces(asha, line.mentor("Mo", Channel.TELEGRAM, "1003"))
    return asha


def in_a_check_in(line: Line, channel: Channel) -> Phone:
    asha = member(line, channel)
    for said in ("menu", "check-ins", "tuesday", "10am"):
        asha.says(said)
    line.moves_on(days=1)
    asha.hears("How has your week been")
    return asha


def opted_out(line: Line, channel: Channel) -> Phone:
    asha = member(line, channel)
    asha.says("STOP")
    return asha


def at_night(line: Line, channel: Channel) -> Phone:
    line.now = NOON.replace(hour=23)
    return member(line, channel)


def erased(line: Line, channel: Channel) -> Phone:
    asha = member(line, channel)
    asha.says("DELETE ME")
    asha.says("yes")
    line.moves_on(hours=2)
    return newcomer(line, channel)


def under_18(line: Line, channel: Channel) -> Phone:
    asha = member(line, channel)
    asha.says("im 15")
    asha.hears("Childline")
    return asha


def blocked(line: Line, channel: Channel) -> Phone:
    asha = member(line, channel)
    with line.database.session() as db:
        asha.person(db).status = PersonStatus.BLOCKED
    return asha


STATES: list[Begin] = [
    member, newcomer, being_asked, talking_with_a_mentor, in_a_check_in, opted_out, at_night,
    erased, under_18, blocked,
]  # fmt: skip


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("begin", STATES)
def test_is_answered_first_and_told_to_the_team_and_a_no_is_heard(
    database: Database, begin: Begin, channel: Channel, flag: str
) -> None:
    line = Line(database)
    asha = begin(line, channel)
    priya = line.coordinator("Priya", Channel.TELEGRAM, "1004")
    words, help_line, alert = FLAGS[flag]
    asha.news()
    asha.says(words)
    first, *rest = asha.news().splitlines()
    assert help_line in first
    priya.hears(alert)
    if flag != "advice":
        assert any("Someone on our team has been told" in said for said in rest)
        assert any("Are you safe right now?" in said for said in rest)
    if flag == "crisis":
        asha.says("no")
        asha.hears("Please call 999 now")
        priya.hears("NOT safe")
