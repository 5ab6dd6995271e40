"""Two people talk, on any two channels: who is meant, what passes, what does not, and when."""

from pathlib import Path

from sqlmodel import select

from bot.simulator.cast import LINE_NUMBER
from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import PersonStatus
from storage.people import Person
from tests.e2e.test_matching import asks
from tests.line import ON_SQLITE, Line, operator, troubles

Chat = TelegramChat | Phone

STOPPED = {TelegramChat: "You won't get any more messages", Phone: "successfully been unsubscribed"}
POOL = ("+447700900201", "+447700900202")


def not_words(chat: Chat) -> None:
    """A voice note, or a picture by MMS."""
    if isinstance(chat, Phone):
        chat.says("", media=[("https://api.twilio.com/media/1", "image/jpeg")])
    else:
        chat.sends("voice")


@ON_SQLITE
async def test_words_pass_and_nothing_else_and_stop_is_told_on_any_two_channels(
    line: Line, pair: tuple[Chat, Chat]
) -> None:
    mentee, mentor = pair
    line.introduced(mentee, mentor)
    for one, other in ((mentee, mentor), (mentor, mentee)):
        one.says("Lovely day")
        assert (await other.hears("Lovely day")).text == f"{one.name}: Lovely day"
        not_words(one)
        await one.hears("We can only read words here")
        one.says("ring me on 07700 900123")
        await one.hears("I haven't sent that")
        one.says("STOP")
        await one.hears(STOPPED[type(one)])
        await other.hears(f"{one.name} is taking a break from the line")
        other.says("Good evening")
        await other.hears(f"{one.name} can't talk just now, so I haven't passed that on")
        one.says("START")
        await one.hears("Welcome back")
        await other.hears(f"{one.name} is back")
        if isinstance(one, TelegramChat):
            one.blocks()
            await other.hears(f"{one.name} is taking a break from the line")
            one.unblocks()
            one.says("/start")
            await other.hears(f"{one.name} is back")
    await line.settles()
    assert not any("900123" in said.text for said in mentee.received + mentor.received)


@ON_SQLITE
async def test_a_mentor_by_sms_says_a_name_or_answers_who_spoke_last_and_is_asked_when_unclear(
    line: Line, asha: TelegramChat, ben: Phone
) -> None:
    kay = line.kay
    line.introduced(asha, kay)
    line.introduced(ben, kay)
    asha.says("Lovely day")
    await kay.hears("Asha: Lovely day")
    kay.says("It is")
    await asha.hears("Kay: It is")
    ben.says("it rained all day")
    await kay.hears("Ben: it rained all day")
    kay.says("that sounds hard")
    await ben.hears("Kay: that sounds hard")
    await kay.hears("I've passed that on to Ben")
    kay.says("asha how was the walk")
    await asha.hears("Kay: asha how was the walk")
    kay.says("BEN: and yours?")
    await ben.hears("Kay: and yours?")
    asha.says("Long")
    ben.says("Wet")
    await kay.hears("Long")
    await line.settles()
    kay.says("Well done")
    await kay.hears("Who was that for?")
    kay.says("ben")
    await ben.hears("Kay: Well done")
    await line.settles()
    assert [each.text for each in asha.received] == ["Kay: It is", "Kay: asha how was the walk"]


@ON_SQLITE
async def test_a_mentor_on_telegram_replies_to_a_message_or_switches(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(asha, mo)
    line.introduced(ben, mo)
    ben.says("it rained all day")
    from_ben = await mo.hears("rained")
    asha.says("Lovely day")
    await mo.hears("Lovely day")
    mo.says("that sounds hard", reply_to=from_ben)
    await ben.hears("Mo: that sounds hard")
    mo.says("/talk")
    await mo.hears("Who would you like to talk to?")
    mo.presses("Asha")
    await mo.hears("You're talking to Asha now")
    ben.says("Still wet")
    await mo.hears("Ben (you're talking to Asha): Still wet")
    mo.says("how was the walk")
    await asha.hears("Mo: how was the walk")
    await line.settles()
    assert [each.text for each in ben.received] == ["Mo: that sounds hard"]


@ON_SQLITE
async def test_at_night_telegram_makes_no_sound_and_texts_wait_unless_both_chose_otherwise(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    line.introduced(asha, line.kay)
    line.comes(hour=23)
    ben.says("can't sleep")
    assert (await mo.hears("can't sleep")).silent
    asha.says("Good night Kay")
    await asha.hears("It's night where Kay is, so they'll get this in the morning")
    asha.says("HELP")
    await asha.hears("In an emergency call 999")
    assert line.kay.received == []
    line.time_passes(hours=9)
    await line.kay.hears("Asha: Good night Kay")

    for one in (asha, line.kay):
        one.says("NIGHTS ON")
        await one.hears("messages will come at night as well")
    line.comes(hour=23)
    line.time_passes(hours=2)
    asha.says("Still up")
    await line.kay.hears("Asha: Still up")


@ON_SQLITE
async def test_one_person_has_two_phones_and_then_a_new_number(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    ben.says("LINK")
    code = (await ben.hears("Your code is")).text.split("Your code is ")[1][:6]
    on_telegram = line.telegram.person(1009, "Ben")
    on_telegram.says(f"LINK {code}")
    await on_telegram.hears("We now know that this is you as well")
    await ben.hears("link another phone or app with you, and we did")
    on_telegram.says("Morning from here")
    await mo.hears("Ben: Morning from here")
    mo.says("Morning")
    await on_telegram.hears("Mo: Morning")
    ben.says("and from here")
    await mo.hears("Ben: and from here")
    mo.says("And again")
    await ben.hears("Mo: And again")

    new = line.twilio.phone("+447700900109", "Newcomer")
    new.says("hello")
    await new.hears("happy for us to message you")
    known = line.person(ben).id
    newcomer = line.look(
        lambda db: db.exec(select(Person.id).where(Person.status == PersonStatus.NEW)).one()
    )
    operator(line, "people", "move", str(newcomer), str(known))
    await new.hears("We've forgotten your old number")
    heard = len(ben.received)
    mo.says("Is that your new phone?")
    await new.hears("Mo: Is that your new phone?")
    assert len(ben.received) == heard


async def test_each_pair_has_a_number_of_its_own_and_matches_go_out_by_themselves(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'alongside.db'}"
    settings = {"MATCHES_NEED_YES": "false"}
    numbers = (LINE_NUMBER, *POOL)
    async with Line(tmp_path, url, numbers=numbers, **settings).running() as line:
        await line.begin_afresh()
        asha, ben, kay = line.asha, line.ben, line.kay
        line.joined(asha)
        line.mentors(kay)
        line.introduced(ben, kay)
        await asks(asha)
        await kay.hears("Can you take them on?")  # and no coordinator was asked
        assert line.priya.received == []
        kay.says("yes")
        await asha.hears("Shall we put you in touch?")
        asha.presses("Yes please")
        await kay.hears("Asha said yes")

        asha.says("Lovely day")
        assert (await kay.hears("only for you and Asha")).line == POOL[0]
        assert (await kay.hears("Lovely day")).line == POOL[0]
        ben.says("it rained all day")
        assert (await kay.hears("it rained all day")).line == POOL[1]
        kay.says("It is", to=POOL[0])
        kay.says("that sounds hard", to=POOL[1])
        await asha.hears("Kay: It is")
        from_kay = await ben.hears("that sounds hard")
        assert from_kay.line == POOL[0]

        # STOP to any of the numbers is STOP, and START to any of them comes back.
        ben.says("STOP", to=from_kay.line)
        await ben.hears("successfully been unsubscribed")
        await kay.hears("Ben is taking a break")
        ben.says("START")
        await ben.hears("Welcome back")
        await ben.hears("send START to that number too")
        ben.says("START", to=from_kay.line)
        await kay.hears("Ben is back")
        kay.says("Good to have you back", to=POOL[1])
        await ben.hears("Good to have you back")
        ben.says("Good to be back")
        await kay.hears("Good to be back")
        assert line.look(troubles) == []
