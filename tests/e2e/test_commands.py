"""The words that always work, and what happens when nothing is being asked."""

import pytest

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import PersonStatus
from storage import timers
from tests.line import Line, answers

# By SMS Twilio says it, and lets nothing of ours through after the word STOP.
STOPPED = {TelegramChat: "You won't get any more messages", Phone: "successfully been unsubscribed"}


@pytest.fixture(params=["telegram", "sms"])
def someone(request: pytest.FixtureRequest, line: Line) -> TelegramChat | Phone:
    """Asha on Telegram, and Ben by text: whatever is tested holds for both."""
    return line.asha if request.param == "telegram" else line.ben


async def test_menu_and_help_work_in_the_middle_of_a_question(
    line: Line, someone: TelegramChat | Phone
) -> None:
    line.joined(someone)
    someone.says("MENU")
    await someone.hears("What would you like to do?")
    someone.says("weekly check ins")
    await someone.hears("Which day suits you?")
    someone.says("help")
    await someone.hears("In an emergency call 999")
    someone.says("Menu.")
    await someone.hears("What would you like to do?")


async def test_back_changes_an_answer_but_not_what_was_done(someone: TelegramChat | Phone) -> None:
    someone.says("hello")
    await someone.hears("happy for us to message you")
    someone.says("back")
    await someone.hears("nothing to go back to")
    someone.says("yes")
    await someone.hears("18 or over")
    someone.says("yes")
    await someone.hears("What name")
    someone.says("Back")
    await someone.hears("18 or over")
    someone.says("BACK")
    await someone.hears("happy for us to message you")


async def test_stop_is_confirmed_and_start_brings_someone_back(
    line: Line, someone: TelegramChat | Phone
) -> None:
    line.joined(someone)
    someone.says("STOP")
    await someone.hears(STOPPED[type(someone)])
    await line.settles()
    assert line.person(someone).status is PersonStatus.LEFT

    someone.says("START")
    await someone.hears("Welcome back")
    assert line.person(someone).status is PersonStatus.JOINED
    someone.says("MENU")
    await someone.hears("What would you like to do?")


async def test_nothing_is_sent_after_stop(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    ben.says("Stop")
    await ben.hears(STOPPED[Phone])
    await mo.hears("Ben is taking a break")
    mo.says("Are you all right Ben?")
    await line.settles()
    assert not any("all right" in text.text for text in ben.received)
    ben.says("START")
    await ben.hears("Welcome back")
    await mo.hears("Ben is back")
    mo.says("Good to see you")
    await ben.hears("Mo: Good to see you")


async def test_telegrams_own_commands_are_told_to_telegram_and_understood(
    line: Line, asha: TelegramChat
) -> None:
    line.joined(asha)
    told = {name for name, _ in line.telegram.commands[""]}
    assert told >= {"menu", "help", "back", "stop", "start"}
    asha.says("/menu")
    await asha.hears("What would you like to do?")
    asha.says("/help")
    await asha.hears("In an emergency call 999")


async def test_someone_who_asks_for_a_person_is_told_when_and_so_is_the_coordinator(
    line: Line, ben: Phone, priya: TelegramChat
) -> None:
    line.joined(ben)
    ben.says("PERSON")
    await ben.hears("Someone on our team will write to you here")
    await priya.hears(f"erson {line.person(ben).id}")


async def test_the_third_answer_that_cannot_be_read_offers_a_way_out(ben: Phone) -> None:
    ben.says("hello")
    replies = {"message you?": "yes", "18 or over": "yes", "What name": "Ben", "Is that OK": "yes"}
    await answers(ben, replies, until="Who are you here for?")
    ben.says("the wrong bus")
    await ben.hears("not sure which one you mean")
    ben.says("green bus")
    await ben.hears("not sure which one you mean")
    ben.says("red bus")
    await ben.hears("To ask someone on our team to write to you, send PERSON")
    ben.says("someone I care for")
    await ben.hears("What type")


async def test_a_local_service_is_found_by_postcode(line: Line, ben: Phone) -> None:
    line.joined(ben)
    ben.says("is there anything near me?")
    await ben.hears("Roughly where are you?")
    ben.says("GL1")
    found = await ben.hears("Here is what we found")
    assert "Quayside Walk and Talk" in found.text
    ben.says("quayside")
    told = await ben.hears("(a made-up example)")
    assert "01632 960101" in told.text


async def test_a_local_service_is_found_by_a_shared_location(
    line: Line, asha: TelegramChat
) -> None:
    line.joined(asha)
    asha.says("/menu")
    await asha.hears("What would you like to do?")
    asha.presses("Find something near me")
    await asha.hears("Roughly where are you?")
    asha.shares_location(51.8651, -2.2462)
    found = await asha.hears("Here is what we found")
    asha.presses(found.buttons[0][0].text)
    await asha.hears("(a made-up example)")
    place = line.person(asha).profile.place
    assert place.position is None, "only looked for, not kept"


async def test_after_stop_only_what_they_write_is_answered(line: Line, asha: TelegramChat) -> None:
    line.joined(asha)
    asha.says("/stop")
    await asha.hears(STOPPED[TelegramChat])
    asha.says("MENU")
    await asha.hears("stopped our messages here")
    line.look(lambda db: timers.set_timer(db, line.person(asha).id, "seek", line.clock.now()))
    await line.settles()
    assert len(asha.received) == 2
