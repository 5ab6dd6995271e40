"""No name, number or sentence can be read off the disk, the log or the metrics."""

import httpx
from sqlalchemy import text
from sqlmodel import Session, select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from storage.conversations import Conversation, ConversationStatus
from storage.inbox import Inbox
from storage.tables import SCHEMA
from tests.line import Line, found_in, troubles

QUILLONIA, ZEBEDEE = 918273645, "+447700900787"
SAID = (
    "My marmalade numbers went up on Thursday",
    "The heron on our canal cheers me up",
    "Ring me on 07700 900 787 about the heron",
    "I want to kill myself in the lighthouse",
    "The lighthouse keeper was rude to me",
    "This gazebo sentence breaks the turn",
)


async def test_no_name_number_or_sentence_is_left_in_the_open(
    line: Line, mo: TelegramChat, priya: TelegramChat
) -> None:
    quillonia = line.telegram.person(QUILLONIA, "Quillonia")
    zebedee = line.twilio.phone(ZEBEDEE, "Zebedee")
    await joins(quillonia)
    line.introduced(zebedee, mo)

    zebedee.says(SAID[0])
    await mo.hears("marmalade")
    mo.says(SAID[1])
    await zebedee.hears("heron")
    zebedee.says(SAID[2])
    await zebedee.hears("I haven't sent that")
    zebedee.says(SAID[3])
    await zebedee.hears("116 123")
    await priya.hears("CRISIS")
    mo.says("CONCERN")
    await mo.hears("Who is this about")
    mo.presses("Zebedee")
    await mo.hears("What is it about")
    mo.presses("How someone has behaved")
    await mo.hears("in your own words")
    mo.says(SAID[4])
    await mo.hears("Thank you for telling us")
    quillonia.says("my data")
    link = (await quillonia.hears("/data/")).text
    token = link.partition("/data/")[2].split()[0]
    line.look(breaks)
    quillonia.says(SAID[5])
    await quillonia.hears("something went wrong")
    await line.settles()
    line.expected_troubles = line.look(troubles)
    assert len(line.expected_troubles) == 1
    told = line.look(lambda db: db.exec(select(Inbox.trouble)).all())
    assert "gazebo" in str(told)  # it can be read by whoever has the key

    async with httpx.AsyncClient(trust_env=False) as web:
        metrics = (await web.get(f"{line.service.url}/metrics")).content
    places = {
        "the database": line.on_disk() if line.database.is_sqlite else line.look(raw),
        "the log": line.service.log.read_bytes(),
        "the metrics": metrics,
    }
    if line.database.is_sqlite:  # that a search of it finds anything at all
        assert found_in(line.on_disk(), ["CREATE TABLE outbox"])
    needles = [
        "Quillonia", "Zebedee", str(QUILLONIA), ZEBEDEE, ZEBEDEE[3:], "marmalade", "heron",
        "lighthouse", "gazebo", *SAID, token, line.environment["TELEGRAM_BOT_TOKEN"],
        line.environment["TWILIO_AUTH_TOKEN"],
    ]  # fmt: skip
    found = [
        (place, needle)
        for place, held in places.items()
        for needle in needles
        for spelt in (needle.encode(), needle.encode("utf-16-le"), needle.encode().hex().encode())
        if spelt.lower() in held.lower()
    ]
    assert found == []


async def joins(quillonia: TelegramChat) -> None:
    quillonia.says("/start")
    for question, label in (
        ("happy for us to message you", "Yes, that's fine"), ("18 or over", "Yes"),
    ):  # fmt: skip
        await quillonia.hears(question)
        quillonia.presses(label)
    await quillonia.hears("What name")
    quillonia.says("Quillonia")
    await quillonia.hears("Is that OK")


def breaks(db: Session) -> None:
    """What a person answered can't be read any more, as if a program had written it wrongly."""
    for conversation in db.exec(
        select(Conversation).where(Conversation.status == ConversationStatus.OPEN)
    ):
        conversation.log_json = f"{SAID[5]}, and so does its log"


def raw(db: Session) -> bytes:
    """Every row as PostgreSQL writes it, each byte of what is sealed as two hex digits."""
    rows = [
        row
        for table in SCHEMA.sorted_tables
        for row in db.execute(text(f'SELECT t::text FROM "{table.name}" t')).scalars()  # noqa: S608
    ]
    return "\n".join(rows).encode()


async def test_an_answer_for_the_page_comes_over_the_web_and_a_deleted_person_is_new(
    line: Line, ben: Phone
) -> None:
    line.joined(ben)
    ben.says("MY DATA")
    link = (await ben.hears("/data/")).text
    url = next(word for word in link.split() if "/data/" in word)
    async with httpx.AsyncClient(trust_env=False) as web:
        assert "Show my data" in (await web.get(url)).text
        assert "Ben" in (await web.post(url)).text
        assert (await web.post(url)).status_code == 200  # for fifteen minutes
        line.time_passes(minutes=16)
        assert (await web.post(url)).status_code == 410
    ben.says("delete me")
    await ben.hears("Shall we delete everything")
    ben.says("yes")
    await ben.hears("It's done")
    ben.says("hello")
    await ben.hears("happy for us to message you")
