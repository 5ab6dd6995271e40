"""What passes between two people arrives as it was written, whatever it looks like."""

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from tests.line import Line


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
    await ben.hears("3 Offer to be a mentor")
    ben.says("3")
    await ben.hears("Would you like to become one?")
    ben.says("maybe when my knee is better")
    await ben.hears("Is that for Mo, or for us?")
    ben.says("SEND")
    await ben.hears("We've passed this on to Mo")
    assert (await mo.hears("my knee")).text.startswith("Ben: maybe when")
    ben.says("no")
    await ben.hears("Thank you for thinking about it")
