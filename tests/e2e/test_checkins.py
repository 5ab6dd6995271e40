"""The weekly check-in: set, asked when its time comes, answered and kept."""

from sqlmodel import select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from storage.checkins import CheckinAnswer
from tests.line import Line


async def sets_a_checkin(ben: Phone | TelegramChat) -> None:
    ben.says("MENU")
    await ben.hears("What would you like to do?")
    ben.says("weekly check-ins")
    await ben.hears("Which day suits you?")
    ben.says("tues")
    await ben.hears("What time is best?")
    ben.says("half past 6 in the evening")
    first = await ben.hears("The first time is")
    assert "Tuesday" in first.text


async def test_it_comes_when_its_time_comes_and_the_answer_is_kept(line: Line, ben: Phone) -> None:
    line.joined(ben)
    await sets_a_checkin(ben)
    for week in ("7/10", "8ish"):
        line.time_passes(days=7)
        await ben.hears("How has your week been")
        ben.says(week)
        await ben.hears("Would you like to say a bit more?")
        ben.says("Slept well at last")
        await ben.hears("Thank you for telling us")
    kept = line.look(lambda db: db.exec(select(CheckinAnswer.week, CheckinAnswer.words)).all())
    assert kept == [(7, "Slept well at last"), (8, "Slept well at last")]


async def test_a_hard_week_is_met_with_help(line: Line, asha: TelegramChat) -> None:
    line.joined(asha)
    await sets_a_checkin(asha)
    line.time_passes(days=7)
    await asha.hears("How has your week been")
    asha.says("2")
    await asha.hears("Would you like to say a bit more?")
    asha.says("skip")
    await asha.hears("116 123")


async def test_weeks_of_silence_are_one_question_and_not_many(line: Line, ben: Phone) -> None:
    line.joined(ben)
    await sets_a_checkin(ben)
    line.time_passes(days=28)
    await ben.hears("How has your week been")
    await line.settles()
    asked = [text for text in ben.received if "How has your week been" in text.text]
    assert len(asked) == 1


async def test_an_answer_after_days_of_silence_is_asked_for_again(line: Line, ben: Phone) -> None:
    line.joined(ben)
    await sets_a_checkin(ben)
    line.time_passes(days=7)
    await ben.hears("How has your week been")
    line.time_passes(days=4)
    ben.says("6")
    await ben.hears("Welcome back. Here's where we were")
    await ben.hears("How has your week been")
    ben.says("6")
    await ben.hears("a bit more")
