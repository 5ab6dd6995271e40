"""Whom words are for, over the wires: the line keeps what is its own, and hears whom it asks."""

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from tests.line import ON_SQLITE, Line

Chat = TelegramChat | Phone

FOR_LINE = {
    "I want to make a complaint": "Who is this about?",
    "can I change my mentor please": "What would you like instead",
    "stop the check ins": "no check-ins",
    "any groups near me": "Roughly where are you?",
    "is this a bot": "the automatic part",
    "can I speak to someone on your team": "Someone on our team will write",
}
EITHER = "groups?"


def answer(chat: Chat, label: str, number: str) -> None:
    """By a button, or by a number."""
    if isinstance(chat, TelegramChat):
        chat.presses(label)
    else:
        chat.says(number)


@ON_SQLITE
async def test_what_is_for_the_line_stays_there(line: Line, pair: tuple[Chat, Chat]) -> None:
    mentee, mentor = pair
    line.introduced(mentee, mentor)
    for words, heard in FOR_LINE.items():
        line.time_passes(days=2)
        mentee.says(words)
        await mentee.hears(heard)
    await line.settles()
    assert not any(words in said.text for words in FOR_LINE for said in mentor.received)


@ON_SQLITE
async def test_whoever_is_asked_for_whom_it_is_is_heard(
    line: Line, pair: tuple[Chat, Chat]
) -> None:
    mentee, mentor = pair
    line.introduced(mentee, mentor)

    async def is_asked() -> None:
        line.time_passes(days=2)
        mentee.says(EITHER)
        await mentee.hears(f"Is that for {mentor.name}, or for us?")

    for_mentor = (
        lambda: answer(mentee, mentor.name, "1"),
        lambda: mentee.says(mentor.name.lower()),
        lambda: mentee.says("1"),
    )
    for_us = (
        lambda: answer(mentee, "For us", "2"),
        lambda: mentee.says("us"),
        lambda: mentee.says("2"),
    )
    for say in for_mentor:
        await is_asked()
        say()
        await mentee.hears(f"on its way to {mentor.name}")
        await mentor.hears(EITHER)
    for say in for_us:
        await is_asked()
        say()
        await mentee.hears("Then it stays with us")
    await is_asked()
    mentee.says("SEND")
    assert EITHER in (await mentee.hears(f"We've passed this on to {mentor.name}")).text
    await mentor.hears(EITHER)
    await line.settles()
    arrived = [said.text for said in mentor.received].count(f"{mentee.name}: {EITHER}")
    assert arrived == len(for_mentor) + 1
