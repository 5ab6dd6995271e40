"""Twenty weeks over the wires: what the line asked and nobody answered takes no letter."""

import re
from datetime import timedelta
from itertools import cycle

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from tests.letters import harmless
from tests.line import ON_SQLITE, Line

Chat = TelegramChat | Phone

WEEKS = 20
NEVER = ("Welcome back", "It has been quiet", "didn't get that", "I took that as for us")


async def choose_checkins(chat: Chat, day: str, time: str) -> None:
    chat.says("menu")
    await chat.hears("What would you like to do?")
    chat.says("weekly check-ins")
    await chat.hears("Which day suits you?")
    chat.says(day)
    await chat.hears("What time is best?")
    chat.says(time)
    await chat.hears("The first time is")


async def look_back(mentee: Chat, mentor: Chat) -> None:
    for asked, answer in (
        ("How much has it helped you", "8"), ("how was your experience", "very good"),
        ("a bit more about why", "skip"), ("What would you like next?", "carry on talking"),
    ):  # fmt: skip
        await mentee.hears(asked)
        mentee.says(answer)
    await mentor.hears("would like to carry on talking")
    if isinstance(mentor, TelegramChat):
        mentor.presses("Yes, gladly")
    else:
        mentor.says("1")
    await mentee.hears("carry on talking")


def arrived(writer: Chat, reader: Chat) -> list[str]:
    heading = f"{writer.name}: "
    texts = [said.text for said in reader.received]
    return [text.removeprefix(heading) for text in texts if text.startswith(heading)]


@ON_SQLITE
async def test_every_letter_of_two_pairs_arrives(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    kay = line.kay
    pairs: tuple[tuple[Chat, Chat], ...] = ((asha, mo), (ben, kay))
    for mentee, mentor in pairs:
        line.begins(mentee, mentor)
    await choose_checkins(asha, "monday", "10 in the morning")
    await choose_checkins(ben, "monday", "10ish")
    # A letter a week from one of each pair: some a few minutes after the check-in, some days after.
    moments = cycle(({"minutes": 3}, {"days": 2}, {"hours": 5}, {"days": 1}))
    # A number, to who has just been asked for one, would be an answer.
    letters = cycle(words for words in harmless() if not re.search(r"\d", words))
    sent: dict[str, list[str]] = {chat.name: [] for pair in pairs for chat in pair}
    begun, has_looked_back = line.clock.now(), False
    for week in range(WEEKS):
        line.comes(10)
        writers = [(one, other) if week % 2 else (other, one) for one, other in pairs]
        if week % 5 == 4:
            for chat, _ in writers:
                chat.says("MENU")
                await chat.hears("What would you like to do?")
        after = next(moments)
        line.time_passes(**after)
        await line.settles()
        if not has_looked_back and line.clock.now() - begun > timedelta(weeks=16):
            has_looked_back = True
            for mentee, mentor in pairs:
                await look_back(mentee, mentor)
        for writer, reader in writers:
            words = next(letters)
            sent[writer.name].append(words)
            writer.says(words)
            await reader.hears(words)
        line.time_passes(days=6 - after.get("days", 0))
    assert has_looked_back
    for one, other in pairs:
        assert arrived(one, other) == sent[one.name]
        assert arrived(other, one) == sent[other.name]
        for said in (*one.received, *other.received):
            assert not any(each in said.text for each in NEVER), said.text
    assert sum(map(len, sent.values())) == WEEKS * len(pairs)
