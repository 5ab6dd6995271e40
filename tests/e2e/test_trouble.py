"""When the providers refuse, fail, or answer twice: each kind of trouble is met in its own way."""

from sqlmodel import Session, select

from bot.simulator.misbehaviour import Misbehaviour
from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import PersonStatus
from storage import people
from storage.conversations import Conversation
from storage.inbox import Inbox
from storage.outbox import Outbox, OutboxStatus
from tests.line import Line, alongside, count, troubles


async def test_who_deleted_their_account_is_not_written_to_again_and_the_other_is_told(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    line.introduced(asha, ben)
    asha.deactivates()
    ben.says("Good morning Asha")
    await ben.hears("Asha is taking a break")
    await ben.hears("didn't reach Asha")
    assert line.person(asha).status is PersonStatus.LEFT
    assert line.look(lambda db: people.address_of(db, line.person(asha).id)) is None


async def test_a_chat_that_telegram_does_not_find_is_gone(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    line.introduced(asha, ben)
    del line.telegram.chats[asha.id]
    ben.says("Hello Asha")
    await ben.hears("didn't reach Asha")


async def test_what_telegram_failed_to_do_is_done_when_it_is_well_again(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    line.introduced(asha, ben)
    line.telegram.misbehaviour.fail = 1.0
    ben.says("The sun is out")
    await line.until(tried_twice)
    assert asha.received == []
    line.telegram.misbehaviour.fail = 0.0
    await asha.hears("Ben: The sun is out")
    await line.settles()
    assert len(asha.received) == 1


async def test_what_twilio_failed_to_do_is_done_when_it_is_well_again(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    line.introduced(asha, ben)
    line.twilio.misbehaviour.fail = 1.0
    asha.says("The sun is out")
    await line.until(is_unknown)
    line.twilio.misbehaviour.fail = 0.0
    await ben.hears("Asha: The sun is out")


async def test_a_text_that_twilio_sent_and_did_not_own_up_to_is_not_sent_twice(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    line.introduced(asha, ben)
    line.twilio.misbehaviour.drop_after = 1.0
    asha.says("Porridge for breakfast")
    await ben.hears("Porridge")
    await line.until(is_unknown)
    line.twilio.misbehaviour.drop_after = 0.0
    await line.settles()
    line.twilio.misbehaviour.fail_after = 1.0
    asha.says("Soup for lunch")
    await ben.hears("Soup")
    await line.until(is_unknown)
    line.twilio.misbehaviour.fail_after = 0.0
    asha.says("Curry for tea")
    await ben.hears("Curry")
    await line.settles()
    assert [text.text for text in ben.received] == [
        "Asha: Porridge for breakfast", "Asha: Soup for lunch", "Asha: Curry for tea",
    ]  # fmt: skip


async def test_someone_whose_opt_out_only_the_carrier_knows_of_has_left(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    ben.opted_out_of.add(line.twilio.numbers[0])
    mo.says("Hello Ben")
    await mo.hears("Ben is taking a break")
    await mo.hears("didn't reach Ben")
    assert line.person(ben).status is PersonStatus.LEFT
    ben.says("START")
    await ben.hears("Welcome back")
    await mo.hears("Ben is back")


async def test_a_text_that_never_reached_the_phone_is_told_to_its_sender(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    ben.trouble = 30003  # the phone is off
    mo.says("Hello Ben")
    await mo.hears("didn't reach Ben")
    assert line.person(ben).status is PersonStatus.JOINED


async def test_delivery_receipts_are_kept(line: Line, ben: Phone) -> None:
    line.joined(ben)
    ben.says("MENU")
    await ben.hears("What would you like to do?")
    await line.until(lambda db: db.exec(select(Outbox.delivered_at)).one())
    letter = line.look(lambda db: db.exec(select(Outbox)).one())
    assert (letter.receipt, letter.segments) == ("delivered", ben.received[0].segments)


async def test_a_receipt_that_overtakes_twilios_own_answer_is_kept(line: Line, ben: Phone) -> None:
    line.joined(ben)
    line.twilio.misbehaviour.become(Misbehaviour(slow=1.0, delay=0.5))
    ben.says("MENU")
    await ben.hears("What would you like to do?")
    await line.until(lambda db: db.exec(select(Outbox.delivered_at)).one())


async def test_what_is_brought_twice_is_answered_once(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    line.introduced(asha, ben)
    line.telegram.misbehaviour.twice = line.twilio.misbehaviour.twice = 1.0
    asha.says("Said once")
    await ben.hears("Asha: Said once")
    ben.says("Texted once")
    await asha.hears("Ben: Texted once")
    await line.settles()
    assert (len(asha.received), len(ben.received)) == (1, 1)
    assert line.look(count(Inbox)) == 2


async def test_one_who_cannot_be_reached_holds_up_nobody_else(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    line.joined(asha)
    line.twilio.misbehaviour.drop_after = 1.0
    mo.says("Hello Ben")
    await line.until(is_unknown)
    asha.says("/menu")
    await asha.hears("What would you like to do?")
    assert line.look(is_unknown), "Ben's letter is still in the balance"


async def test_a_turn_that_fails_is_owned_up_to_and_blocks_nothing(
    line: Line, ben: Phone, priya: TelegramChat
) -> None:
    line.joined(ben)
    ben.says("MENU")
    await ben.hears("What would you like to do?")
    line.look(spoil_every_log)
    ben.says("3")
    ben.says("MENU")
    await ben.hears("something went wrong on our side")
    await ben.hears("What would you like to do?")
    await priya.hears(f"person {line.person(ben).id} could not be handled")
    assert "ValidationError" in await alongside(line, "inbox", "failed")
    line.expected_troubles = line.look(troubles)
    assert len(line.expected_troubles) == 1


def spoil_every_log(db: Session) -> None:
    for conversation in db.exec(select(Conversation)):
        conversation.log_json = "{"
        db.add(conversation)


def is_unknown(db: Session) -> bool:
    return OutboxStatus.UNKNOWN in db.exec(select(Outbox.status)).all()


def tried_twice(db: Session) -> bool:
    return any(attempts > 1 for attempts in db.exec(select(Outbox.attempts)))


async def test_the_team_hears_that_the_carrier_lets_nothing_through_to_someone_in_danger(
    line: Line, ben: Phone, priya: TelegramChat
) -> None:
    line.joined(ben)
    ben.says("I want to kill myself tonight")
    await ben.hears("116 123")
    await priya.hears("CRISIS 1")
    priya.presses("I'll take it")
    await priya.hears("You've taken concern 1")
    ben.opted_out_of.add(line.twilio.numbers[0])
    priya.says("SAY 1 Are you at home?")
    await priya.hears("has opted out, and has an open concern (1)")
    assert line.person(ben).status is PersonStatus.LEFT
