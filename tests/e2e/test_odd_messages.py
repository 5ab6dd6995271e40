"""What is not words, what is pressed too late, and what comes from a group."""

from sqlmodel import select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from storage.inbox import Inbox
from tests.line import Line, answers, count


async def test_what_is_not_words_gets_a_kind_answer(line: Line, asha: TelegramChat) -> None:
    line.joined(asha)
    for kind in ("photo", "voice", "sticker", "video", "document"):
        asha.sends(kind)
        await asha.hears("We can only read words here")
    asha.shares_contact("+447700900123")
    await asha.hears("We don't pass on contact cards")
    asha.shares_location(51.8, -2.2)
    await asha.hears("We only use where you are when")


async def test_a_picture_message_gets_a_kind_answer(line: Line, ben: Phone) -> None:
    line.joined(ben)
    ben.says("", media=[("https://api.twilio.com/media/1", "image/jpeg")])
    await ben.hears("We can only read words here")


async def test_nothing_that_is_not_words_reaches_the_other_one(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    mo.sends("photo")
    mo.shares_contact("+447700900123")
    mo.shares_location(51.8, -2.2)
    await mo.hears("We only use where you are when")
    await line.settles()
    assert ben.received == []


async def test_a_reaction_is_kept_and_answered_with_nothing(line: Line, asha: TelegramChat) -> None:
    line.joined(asha)
    asha.says("/menu")
    menu = await asha.hears("What would you like to do?")
    asha.reacts(menu, "👍")
    asha.reacts(menu, "")
    asha.says("/help")
    assert "In an emergency" in (await asha.hears()).text
    bodies = line.look(lambda db: [row.body for row in db.exec(select(Inbox))])
    assert sum('"reaction"' in (body or "") for body in bodies) == 2


async def test_a_changed_message_is_noted_and_not_passed_on_again(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    said = mo.says("See you Tuesday")
    await ben.hears("See you Tuesday")
    mo.edits(said, "See you Wednesday")
    await mo.hears("We saw you changed a message")
    await line.settles()
    assert [text.text for text in ben.received] == ["Mo: See you Tuesday"]


async def test_a_button_of_an_earlier_question_gets_a_kind_word(
    line: Line, asha: TelegramChat
) -> None:
    line.joined(asha)
    asha.says("/menu")
    menu = await asha.hears("What would you like to do?")
    asha.presses("Weekly check-ins")
    await asha.hears("Which day suits you?")
    asha.presses("Offer to be a mentor", menu)
    await asha.hears("That button is from an earlier question. Here's what we're asking now")
    await asha.hears("Which day suits you?")
    asha.presses("No check-ins")
    await asha.hears("no check-ins")
    asha.presses("Weekly check-ins", menu)
    await asha.hears("That button is from an earlier question. Send MENU")
    await asha.until(lambda: line.telegram.unanswered_presses == 0 or None)


async def test_a_button_pressed_twice_in_a_hurry_answers_once(
    line: Line, asha: TelegramChat
) -> None:
    line.joined(asha)
    asha.says("/menu")
    await asha.hears("What would you like to do?")
    asha.presses("Weekly check-ins")
    asha.presses("Weekly check-ins")
    await asha.hears("Which day suits you?")
    await asha.hears("That button is from an earlier question")
    await asha.hears("Which day suits you?")


async def test_ticks_come_and_go_on_the_buttons_themselves(asha: TelegramChat) -> None:
    asha.says("/start")
    replies = {"message you?": "yes", "18 or over": "yes", "What name": "Asha", "Is that OK": "yes",
               "Who are you here for": "me", "What type": "type 2"}  # fmt: skip
    needs = await answers(asha, replies, until="help you most")

    async def ticked(edits: int) -> list[str]:
        await asha.until(lambda: needs.edits == edits or None)
        return [button.text for row in needs.buttons for button in row if "✓" in button.text]

    asha.presses("Food")
    assert await ticked(1) == ["✓ Food"]
    asha.presses("How I feel")
    assert await ticked(2) == ["✓ Food", "✓ How I feel"]
    asha.presses("✓ Food")
    assert await ticked(3) == ["✓ How I feel"]
    asha.presses("Done")
    await asha.hears("Roughly where")


async def test_in_a_group_the_line_says_it_is_private_and_leaves(line: Line) -> None:
    group = line.telegram.group(-100500, "Diabetes friends")
    group.says("hello bot, my name is Dee")
    await group.hears("private line")
    await group.until(lambda: group.standing == "left" or None)
    kept = line.look(lambda db: [row.body or "" for row in db.exec(select(Inbox))])
    assert len(kept) == 1
    assert "Dee" not in kept[0]
    assert line.look(count(Inbox)) == 1


async def test_someone_who_blocks_the_bot_is_left_in_peace_and_may_come_back(
    line: Line, asha: TelegramChat, mo: TelegramChat
) -> None:
    line.introduced(asha, mo)
    asha.blocks()
    await mo.hears("Asha is taking a break")
    mo.says("Missing you")
    await line.settles()
    asha.unblocks()
    asha.says("/start")
    await asha.hears("Welcome back")
    await mo.hears("Asha is back")
