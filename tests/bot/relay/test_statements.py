"""What a relayed message costs does not grow with the number of people that someone talks with."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from bot.inbox import take_turns
from bot.messages import ARRIVED, Kind
from flows.vocabulary import Channel
from storage.database import Database
from tests.talking import Line, Phone

NAMES = ("Asha", "Ben", "Priya", "Charlie", "Dee")


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """Every statement that is sent to the database meanwhile."""
    sent: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        sent.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


def with_partners(line: Line, channel: Channel, count: int) -> tuple[Phone, Phone]:
    """A mentor with so many people, and the first of these."""
    address = f"10{count}" if channel is Channel.TELEGRAM else f"+44770090010{count}"
    mo = line.mentor("Mo", channel, address)
    everyone = [
        line.member(name, Channel.TELEGRAM, f"20{count}{place}")
        for place, name in enumerate(NAMES[:count])
    ]
    for person in everyone:
        line.introduces(person, mo)
    return mo, everyone[0]


def turn(line: Line, phone: Phone, words: str) -> list[str]:
    """What one turn, and nothing else, sends to the database."""
    arrived = ARRIVED.validate_python(
        {
            "channel": phone.channel, "sender": phone.address, "kind": Kind.TEXT, "text": words,
            "provider_id": f"{phone.channel}-{next(line.ids)}",
        }
    )  # fmt: skip
    line.write_down(arrived)
    with statements(line.database) as sent, line.database.session() as db:
        assert take_turns(db, line.now, line.rules) == 1
    line.settle()
    return sent


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize(
    ("by_mentor", "words"),
    [
        (True, "that sounds wet"),
        (True, "Asha: that sounds wet"),
        (True, "what did your mentor say?"),
        (False, "it rained"),
    ],
)
def test_a_letter_takes_as_many_statements_with_five_partners_as_with_one(
    database: Database, channel: Channel, by_mentor: bool, words: str
) -> None:
    line = Line(database)
    took = {}
    for count in (1, 3, 5):
        mo, asha = with_partners(line, channel, count)
        asha.says("it rained all day")  # so that it is clear whom Mo answers
        writer = mo if by_mentor else asha
        turn(line, writer, words)
        took[count] = turn(line, writer, f"{words} today")
    assert len(took[1]) == len(took[3]) == len(took[5]), "\n".join(took[5])


@pytest.mark.parametrize("words", ["well done", "send", "menu", "Asha: how does it go with you"])
def test_and_so_does_asking_for_whom_it_is(database: Database, words: str) -> None:
    line = Line(database)
    took = {}
    for count in (2, 5):
        mo, _ = with_partners(line, Channel.SMS, count)
        mo.says("how is everyone")
        mo.hears("Who was that for?")
        took[count] = turn(line, mo, words)
    assert len(took[2]) == len(took[5]), "\n".join(took[5])
