"""A match from its first week to what comes next; and how it ends before its time."""

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import MatchStatus
from storage import people
from tests.e2e.test_matching import statuses
from tests.line import ON_SQLITE, Line

Chat = TelegramChat | Phone


async def both_write(mentee: Chat, mentor: Chat, words: str) -> None:
    mentee.says(f"{words} here")
    await mentor.hears(f"{words} here")
    mentor.says(f"{words} there")
    await mentee.hears(f"{words} there")


@ON_SQLITE
async def test_from_the_first_week_to_the_look_back_and_on(
    line: Line, ben: Phone, mo: TelegramChat, priya: TelegramChat
) -> None:
    line.begins(ben, mo)
    line.time_passes(days=3)
    await ben.hears("How is it going with Mo? A good way to begin")
    await mo.hears("How is it going with Ben? A good way to begin")
    await both_write(ben, mo, "sunny")

    line.time_passes(days=10)
    await mo.hears("It has been quiet between you and Ben")
    line.time_passes(days=4)
    await ben.hears("It has been quiet between you and Mo")
    line.time_passes(days=4)
    await priya.hears("Match 1 (Ben with Mo) has been quiet for over two weeks")
    await both_write(ben, mo, "rainy")

    line.time_passes(days=35)
    for phone in (ben, mo):
        await phone.hears("Many pairs now write every two weeks or so")
        await phone.hears("are about half way")
        phone.says("It's going well")
        await phone.hears("Carry on just as you are")
    line.time_passes(weeks=7)
    await ben.hears("have about a week left")
    await mo.hears("have about a week left")
    line.time_passes(weeks=1)
    for asked, answer in (
        ("How much has it helped you", "8"), ("how was your experience", "very good"),
        ("a bit more about why", "It was good to be listened to"),
        ("What would you like next?", "carry on talking"),
    ):  # fmt: skip
        await ben.hears(asked)
        ben.says(answer)
    await mo.hears("Ben would like to carry on talking")
    mo.presses("Yes, gladly")
    await ben.hears("you and Mo carry on talking")
    line.time_passes(weeks=16)
    for asked, answer in (
        ("How much has it helped you", "9"), ("how was your experience", "good"),
        ("a bit more about why", "skip"), ("What would you like next?", "become a mentor myself"),
    ):  # fmt: skip
        await ben.hears(asked)
        ben.says(answer)
    await ben.hears("Would you like to become one?")
    await mo.hears("has come to an end")
    await mo.hears("How was it for you")
    mo.says("9")
    await mo.hears("better for mentors?")
    mo.says("SKIP")
    await mo.hears("What you gave made a difference")
    assert statuses(line) == [MatchStatus.ENDED]


@ON_SQLITE
async def test_ending_early_is_one_word_without_blame_and_the_next_one_is_found(
    line: Line, pair: tuple[Chat, Chat], priya: TelegramChat
) -> None:
    mentee, mentor = pair
    line.begins(mentee, mentor)
    mentor.says("CHANGE")
    asked = await mentor.hears("nobody is to blame. What would you like instead")
    assert "Someone else" not in asked.text
    mentor.says("stay as we are")
    await mentor.hears(f"pass it on to {mentee.name}")
    other = line.mo if mentor is line.kay else line.kay
    line.joined(other)
    line.mentors(mentor, other)
    mentee.says("change")
    await mentee.hears("nobody is to blame. What would you like instead")
    mentee.says("someone else")
    await mentee.hears("What should be different next time?")
    mentee.says("someone free when I am")
    await mentee.hears("we're looking for someone else for you now")
    assert "no one is to blame" in (await mentor.hears("has decided to stop here for now")).text
    await priya.hears(f"Match 2 proposed: {mentee.name} with {other.name}")
    mentee.says(f"{mentor.name}: one more thing")
    await mentee.hears("What would you like to do?")
    await line.settles()
    assert not any("one more thing" in said.text for said in mentor.received + other.received)


@ON_SQLITE
async def test_whose_mentor_leaves_or_is_silent_is_told_and_comes_first(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat, priya: TelegramChat
) -> None:
    line.mentors(mo, line.kay)
    line.begins(asha, mo)
    line.begins(ben, line.kay)
    ben.says("how was your week?")
    await line.kay.hears("how was your week?")
    mo.says("MENU")
    await mo.hears("What would you like to do?")
    mo.presses("Me as a mentor")
    await mo.hears("like to change about being a mentor")
    mo.presses("Stop being a mentor")
    await mo.hears("find each of them someone else")
    mo.presses("Yes, stop")
    await mo.hears("Thank you for all you gave")
    await asha.hears("Mo has stopped being a mentor")
    await priya.hears("Mo (person")
    await priya.hears("proposed: Asha with Kay")
    priya.says("REFUSE 3")

    line.time_passes(days=10)
    await line.kay.hears("Ben wrote to you and hasn't heard back")
    line.time_passes(days=4)
    await ben.hears("Kay hasn't answered for a while")
    line.time_passes(days=4)
    await priya.hears("Kay has not answered for over two weeks")
    line.time_passes(days=7)
    assert "you come first" in (await ben.hears("Kay hasn't been able to answer")).text
    await line.kay.hears("When you're ready, send RESUME")
    waiting = line.look(lambda db: [each.name for each in people.seeking(db)])
    assert waiting == ["Ben", "Asha"]
