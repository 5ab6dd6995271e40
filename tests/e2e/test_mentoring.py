"""From asking for a mentor to talking with one: offer, answer, introduction, relay."""

from sqlmodel import select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import MatchStatus
from storage import people
from storage.matches import Match
from tests.line import Line, alongside, answers


async def asks_for_a_mentor(line: Line) -> None:
    """Ben asks, and Priya says yes to the match that is proposed."""
    line.joined(line.ben)
    line.ben.says("MENU")
    wishes = {
        "1 Find a mentor": "1", "Is that OK": "yes", "find you a mentor": "yes",
        "Which languages": "english", "Who would you rather": "don't mind",
        "When do you like": "skip",
    }  # fmt: skip
    await answers(line.ben, wishes, until="We have someone in mind")
    await line.priya.hears("Match 1 proposed")
    line.priya.says("APPROVE 1")


async def test_a_mentor_accepts_and_both_are_introduced(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    await asks_for_a_mentor(line)
    offer = await mo.hears("Can you take them on?")
    assert "Ben" not in offer.text
    mo.presses("Yes, I'd like to")
    await mo.hears("We'll ask them now")
    await ben.hears("Shall we put you in touch?")
    ben.says("yes please")
    await ben.hears("You and Mo can talk now")
    await mo.hears("Ben said yes")
    await ben.hears("Which day suits you?")
    ben.says("never")
    await ben.hears("no check-ins")

    ben.says("Hi Mo, nice to meet you")
    assert (await mo.hears("nice to meet")).text == "Ben: Hi Mo, nice to meet you"
    mo.says("Hello Ben, good to meet you")
    assert (await ben.hears("good to meet")).text == "Mo: Hello Ben, good to meet you"


async def test_a_mentor_who_declines_is_thanked_and_another_is_asked(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    await asks_for_a_mentor(line)
    await mo.hears("Can you take them on?")
    mo.presses("Not this time")
    await mo.hears("Why not this time?")
    mo.presses("Too busy just now")
    await line.until(lambda db: db.exec(select(Match.status)).all() == [MatchStatus.DECLINED])


async def test_a_mentor_who_never_answers_is_nudged_and_then_let_off(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    await asks_for_a_mentor(line)
    await mo.hears("Can you take them on?")
    old = mo.received[-1]
    line.time_passes(days=1)
    await mo.hears("A gentle nudge")
    await mo.hears("Can you take them on?")
    line.time_passes(days=2)
    await mo.hears("so we've asked someone else")
    mo.presses("Yes, I'd like to", old)
    await mo.hears("That button is from an earlier question")
    assert line.look(lambda db: db.exec(select(Match.status)).one()) is MatchStatus.EXPIRED


async def test_a_person_who_would_rather_have_someone_else_is_kind_to_the_mentor(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    await asks_for_a_mentor(line)
    await mo.hears("Can you take them on?")
    mo.says("yes I would like to")
    await ben.hears("Shall we put you in touch?")
    ben.says("no")
    await ben.hears("look for someone else")
    await mo.hears("This time they would like someone else")


async def test_an_operator_sees_who_offered_to_be_a_mentor(line: Line, ben: Phone) -> None:
    line.joined(ben)
    ben.says("I'd like to offer to be a mentor")
    await ben.hears("Would you like to offer")
    ben.says("yes")
    await ben.hears("list of people who'd like to help")
    listed = await alongside(line, "mentors", "list")
    assert f"{line.person(ben).id}\tinterested\tBen" in listed


async def test_a_mentor_answers_the_one_they_reply_to_and_else_the_latest(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    line.introduced(asha, mo)
    ben.says("Ben here")
    from_ben = await mo.hears("Ben here")
    asha.says("Asha here")
    await mo.hears("Asha here")
    mo.says("For Ben", reply_to=from_ben)
    await ben.hears("Mo: For Ben")
    asha.says("still here")
    await mo.hears("still here")
    mo.says("For whoever wrote last")
    await asha.hears("Mo: For whoever wrote last")
    await line.settles()
    assert not any("For Ben" in said.text for said in asha.received)
    assert not any("whoever" in said.text for said in ben.received)


async def test_two_people_never_see_each_others_numbers(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    ben.says("Morning Mo")
    await mo.hears("Morning Mo")
    mo.says("Morning Ben")
    await ben.hears("Morning Ben")
    assert not any(ben.number in said.text for said in mo.received)
    assert not any(mo.address in said.text for said in ben.received)


async def test_words_that_look_like_markup_arrive_as_they_were_written(
    line: Line, asha: TelegramChat, mo: TelegramChat
) -> None:
    line.introduced(asha, mo)
    words = "*so* <b>cold</b> _today_ [brr](snow) & `well` {name} \\n"
    asha.says(words)
    assert (await mo.hears("cold")).text == f"Asha: {words}"


async def test_what_is_too_long_for_one_message_arrives_in_pieces_that_end_with_sentences(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    mo.says("Here is how it went. " * 190)  # 3,990 characters: one message on Telegram
    first = await ben.hears("Mo: Here is how")
    await line.settles()
    pieces = [text.text for text in ben.received]
    assert len(pieces) > 1
    assert all(piece.endswith("went.") for piece in pieces)
    assert " ".join(pieces) == f"Mo: {'Here is how it went. ' * 190}".strip()
    assert first.segments <= 11


async def test_with_the_name_before_it_the_longest_telegram_message_arrives_as_two(
    line: Line, asha: TelegramChat, mo: TelegramChat
) -> None:
    line.introduced(asha, mo)
    words = "The bus was late again. " * 170 + "And wet, too."
    asha.says(words)
    await mo.hears("Asha: The bus")
    await mo.hears("And wet, too.")
    assert " ".join(said.text for said in mo.received) == f"Asha: {words}"


async def test_what_looks_like_no_answer_is_held_and_sent_on_request(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    ben.says("MENU")
    await ben.hears("4 Offer to be a mentor")
    ben.says("4")
    await ben.hears("Would you like to offer?")
    ben.says("Did you see the match last night")
    await ben.hears("To send it to Mo, reply SEND")
    ben.says("SEND")
    await ben.hears("We've passed it on to Mo")
    assert (await mo.hears("the match last night")).text.startswith("Ben: Did you see")
    ben.says("no")
    await ben.hears("Thank you for thinking about it")


async def test_a_message_to_someone_who_has_left_is_not_lost_in_silence(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    mo.blocks()
    ben.says("Good evening Mo")
    await ben.hears("Mo is taking a break")
    await line.settles()
    assert line.look(lambda db: people.address_of(db, line.person(mo).id)) is None
