"""Someone needs to talk now, and whoever on duty says yes first talks with them for an hour."""

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import MatchStatus
from tests.e2e.test_matching import statuses
from tests.line import ON_SQLITE, Line


async def on_duty(*mentors: TelegramChat | Phone) -> None:
    for mentor in mentors:
        mentor.says("FREE 1 hour")
        await mentor.hears("We may ask you from")


async def test_the_first_yes_has_the_hour_and_the_others_are_thanked(
    line: Line, asha: TelegramChat, mo: TelegramChat
) -> None:
    kay = line.kay
    line.joined(asha)
    line.mentors(mo, kay)
    await on_duty(mo, kay)
    asha.says("I need to talk to someone right now")
    await asha.hears("We're asking the mentors who are on duty")
    for mentor in (mo, kay):
        assert "Asha" not in (await mentor.hears("Someone would like to talk now")).text
    kay.says("yes")
    await asha.hears("You and Kay can talk now, for an hour")
    await mo.hears("Thank you for being there")
    mo.presses("Yes, now")
    await mo.hears("That button is from an earlier question")
    asha.says("it rained all day")
    await kay.hears("Asha: it rained all day")
    kay.says("that sounds hard")
    await asha.hears("Kay: that sounds hard")
    line.time_passes(minutes=50)
    for phone in (asha, kay):
        await phone.hears("have 10 minutes left")
    line.time_passes(minutes=10)
    for phone in (asha, kay):
        await phone.hears("is over. Thank you both")
    asha.says("how was your week?")
    await asha.hears("What would you like to do?")
    assert sorted(statuses(line)) == [MatchStatus.ENDED, MatchStatus.WITHDRAWN]


@ON_SQLITE
async def test_none_in_ten_minutes_and_they_hear_of_helplines_and_of_when_someone_is_free(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.joined(ben)
    ben.says("TALK NOW")
    assert "A mentor is free" not in (await ben.hears("Samaritans, free, day or night")).text
    line.comes(hour=12)
    mo.says("FREE")
    await mo.hears("We only ask you then")
    mo.presses("This evening, 6 to 10")
    await mo.hears("6pm to")
    ben.says("talk now")
    assert "6pm" in (await ben.hears("A mentor is free from")).text
    line.comes(hour=19)
    ben.says("I need someone to talk to right now")
    await ben.hears("We're asking the mentors who are on duty")
    await mo.hears("Someone would like to talk now")
    line.time_passes(minutes=10)
    assert "999" in (await ben.hears("nobody can talk just now")).text
    await mo.hears("Thank you for being there")

    # A red flag comes first: nobody is asked.
    ben.says("I need to talk to someone, I want to kill myself tonight")
    await ben.hears("116 123")
    await ben.hears("Are you safe right now?")
    await line.settles()
    assert sum("Someone would like to talk" in said.text for said in mo.received) == 1
