"""Joining, from the first word to the end, on both channels."""

from sqlmodel import select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import ConsentKind, Diabetes, Need, PersonStatus, Role
from storage.concerns import Concern, ConcernKind
from storage.consents import Consent
from tests.line import Line


async def test_asha_joins_on_telegram_by_pressing_buttons(line: Line, asha: TelegramChat) -> None:
    asha.says("/start")
    await asha.hears("not a medical service")
    await asha.hears("happy for us to message you")
    asha.presses("Yes, that's fine")
    await asha.hears("18 or over")
    asha.presses("Yes")
    await asha.hears("What name")
    asha.says("I'm Asha")
    await asha.hears("Nice to meet you, Asha")
    asha.presses("Yes")
    await asha.hears("Who are you here for")
    asha.presses("Me, I have diabetes")
    await asha.hears("What type")
    asha.presses("Type 2")
    needs = await asha.hears("help you most")
    asha.presses("Food")
    await asha.until(lambda: needs.edits == 1 or None)
    asha.presses("How I feel")
    await asha.until(lambda: needs.edits == 2 or None)
    asha.presses("Done")
    await asha.hears("Roughly where")
    assert [[button.text for button in row] for row in asha.keyboard] == [
        ["Share where I am"], ["Skip"],
    ]  # fmt: skip
    asha.shares_location(51.8651, -2.2462)
    await asha.hears("All done, Asha")
    await asha.hears("find you a mentor")

    joined = line.person(asha)
    assert joined.status is PersonStatus.JOINED
    profile = joined.profile
    assert (profile.role, profile.diabetes) == (Role.LIVING_WITH_DIABETES, Diabetes.TYPE2)
    assert profile.needs == (Need.FOOD, Need.FEELINGS)
    assert profile.place.position == (51.87, -2.25)
    given = line.look(lambda db: db.exec(select(Consent.kind, Consent.version)).all())
    assert given == [(ConsentKind.LINE, "2026-11"), (ConsentKind.HEALTH, "2026-11")]


async def test_ben_joins_by_text_as_people_really_type(line: Line, ben: Phone) -> None:
    ben.says("hello?")
    await ben.hears("happy for us to message you")
    ben.says("yeah go on")
    await ben.hears("18 or over")
    ben.says("yes I'm 54")
    await ben.hears("What name")
    ben.says("its Ben")
    await ben.hears("Nice to meet you, Ben")
    ben.says("ok")
    await ben.hears("1 Me, I have diabetes")
    ben.says("the first one")
    await ben.hears("2 Type 2")
    ben.says("2")
    await ben.hears("1 Being newly diagnosed")
    ben.says("2 and 4")
    await ben.hears("Roughly where")
    ben.says("gl1 2ab")
    await ben.hears("All done, Ben")

    profile = line.person(ben).profile
    assert (profile.diabetes, profile.place.outcode) == (Diabetes.TYPE2, "GL1")
    assert profile.needs == (Need.FOOD, Need.FEELINGS)
    assert all(text.segments <= 2 for text in ben.received)


async def test_a_carer_is_asked_about_the_one_they_care_for(line: Line, ben: Phone) -> None:
    ben.says("hi")
    for question, answer in (
        ("happy for us to message you", "yes"), ("18 or over", "yes"), ("What name", "Ben"),
        ("Is that OK", "yes"), ("Who are you here for", "2"), ("do they have", "type 1"),
        ("help you most", "how i feel"), ("Roughly where", "skip"),
    ):  # fmt: skip
        await ben.hears(question)
        ben.says(answer)
    await ben.hears("All done, Ben")
    assert line.person(ben).profile.role is Role.CARER


async def test_someone_under_18_is_given_childline_and_the_coordinator_is_told(
    line: Line, asha: TelegramChat, priya: TelegramChat
) -> None:
    asha.says("/start")
    await asha.hears("happy for us to message you")
    asha.presses("Yes, that's fine")
    await asha.hears("18 or over")
    asha.presses("No")
    await asha.hears("0800 1111")
    await priya.hears("nder 18")
    assert line.look(lambda db: db.exec(select(Concern.kind)).one()) is ConcernKind.UNDER_AGE

    asha.says("hello again")
    await asha.hears("Childline")


async def test_who_declines_is_not_kept_talking_and_may_come_back(ben: Phone) -> None:
    ben.says("hello")
    await ben.hears("happy for us to message you")
    ben.says("no thanks")
    await ben.hears("We won't message you")
    ben.says("hello")
    await ben.hears("happy for us to message you")


async def test_without_a_word_on_health_someone_joins_and_finds_the_menu(ben: Phone) -> None:
    ben.says("hi")
    for question, answer in (
        ("happy for us to message you", "yes"), ("18 or over", "yes"), ("What name", "Ben"),
        ("Is that OK", "no"), ("Roughly where", "skip"),
    ):  # fmt: skip
        await ben.hears(question)
        ben.says(answer)
    await ben.hears("All done, Ben")
    await ben.hears("What would you like to do?")
