"""From asking for a mentor to being put in touch: the plan, the offer, both yeses, what fails."""

from dataclasses import replace
from pathlib import Path

from sqlmodel import col, select
from typer.testing import CliRunner

from bot.cli import app
from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import Language, MatchStatus, Need
from storage import people
from storage.matches import Match
from tests.line import ON_SQLITE, Line, answers, operator

Chat = TelegramChat | Phone

WISHES = {
    "What would you like to do?": "find a mentor",
    "Which languages": "english", "Who would you rather": "I don't mind",
    "When do you like": "skip", "ask a few more things": "no",
}  # fmt: skip


async def asks(person: Chat, until: str = "We have someone in mind") -> None:
    """They ask for a mentor, and are told that somebody is asked, or that nobody suits."""
    person.says("MENU")
    await answers(person, WISHES, until)
    await person.hears("Which day suits you?")
    person.says("never")
    await person.hears("no check-ins")


def needs(line: Line, *chats: Chat, **profile: object) -> None:
    for chat in chats:
        person_id = line.person(chat).id
        line.look(
            lambda db, id_=person_id: people.get(db, id_).set_profile(  # type: ignore[misc]
                replace(people.get(db, id_).profile, **profile)
            )
        )


def statuses(line: Line) -> list[MatchStatus]:
    return line.look(lambda db: list(db.exec(select(Match.status).order_by(col(Match.id)))))


@ON_SQLITE
async def test_a_coordinator_says_yes_and_so_do_both_on_any_two_channels(
    line: Line, pair: tuple[Chat, Chat], priya: TelegramChat
) -> None:
    mentee, mentor = pair
    needs(line, mentee, mentor, needs=(Need.FOOD,))
    await asks(mentee)
    proposed = await priya.hears(f"Match 1 proposed: {mentee.name} with {mentor.name}")
    assert "food" in proposed.text
    priya.says("APPROVE 1")
    offer = await mentor.hears("They'd like to talk about: food.")
    mentor.says("ask them something first")
    await mentor.hears("Just one question")
    mentor.says("What do you like to cook?")
    await mentor.hears("We've asked them")
    await mentee.hears("may become your mentor asks: What do you like to cook?")
    mentee.says("Mostly soup")
    await mentee.hears("passed that on")
    await mentor.hears("they answered: Mostly soup")
    again = await mentor.hears("Can you take them on?")
    assert "something first" not in again.text
    mentor.says("yes")
    await mentor.hears("We'll ask them now")
    meeting = await mentee.hears("Shall we put you in touch?")
    mentee.says("yes")
    await mentee.hears(f"You and {mentor.name} can talk now")
    await mentor.hears("the first person you're here for")
    await mentor.hears(f"{mentee.name} said yes")
    assert mentee.name not in offer.text + again.text
    assert mentor.name not in meeting.text

    mentee.says("how was your week?")
    assert (await mentor.hears("your week?")).text == f"{mentee.name}: how was your week?"
    mentor.says("it rained all day")
    assert (await mentee.hears("rained")).text == f"{mentor.name}: it rained all day"
    for reader, other in ((mentee, mentor), (mentor, mentee)):
        assert not any(other.address in said.text for said in reader.received)


@ON_SQLITE
async def test_a_no_is_for_a_reason_silence_is_nudged_and_the_next_mentor_is_asked(
    line: Line, asha: TelegramChat, mo: TelegramChat, priya: TelegramChat
) -> None:
    kay = line.kay
    line.joined(asha)
    line.mentors(mo)
    await asks(asha)
    await priya.hears("Match 1 proposed")
    priya.says("HOLD 1")
    await priya.hears("Done: match 1")
    priya.says("MATCHES")
    await priya.hears("1: Asha with Mo, held")
    priya.says("APPROVE 1")
    await mo.hears("Can you take them on?")
    mo.presses("Not this time")
    await mo.hears("Why not this time?")
    mo.presses("Too busy just now")
    await mo.hears("We'll ask someone else")
    line.mentors(mo, kay)
    line.time_passes(days=1)
    await priya.hears("Match 2 proposed: Asha with Kay")  # Mo rests
    priya.says("APPROVE 2")
    await kay.hears("1 Yes, I'd like to")
    line.time_passes(days=1)
    await kay.hears("A gentle nudge")
    line.time_passes(days=2)
    await kay.hears("so we'll look for someone else")
    kay.says("yes")
    await line.settles()
    assert statuses(line) == [MatchStatus.DECLINED, MatchStatus.EXPIRED]
    line.time_passes(days=5)
    await asha.hears("You haven't been forgotten. Meanwhile there may be a group near you")
    line.time_passes(days=7)
    await priya.hears("Match 3 proposed: Asha with Mo")  # who has rested
    priya.says("REFUSE 3")
    await priya.hears("Done: match 3")
    assert statuses(line)[2] is MatchStatus.WITHDRAWN


@ON_SQLITE
async def test_when_nobody_suits_they_are_told_and_the_team_sees_which_rule_it_is(
    line: Line, ben: Phone, mo: TelegramChat, priya: TelegramChat
) -> None:
    line.joined(ben)
    needs(line, mo, languages=(Language.POLISH,))
    await asks(ben, until="We don't have the right person for you just yet")
    assert "another language 1" in operator(line, "matches", "plan")
    priya.says("MATCHES")
    await priya.hears("Ben waits since")
    line.time_passes(days=7)
    await ben.hears("You haven't been forgotten. Meanwhile there may be a group near you")

    needs(line, mo, languages=(Language.ENGLISH,))
    line.joined(line.kay)
    line.mentors(mo, line.kay)
    assert "Ben" not in operator(line, "matches", "plan")
    await priya.hears("Match 1 proposed: Ben with")
    found = line.look(lambda db: db.exec(select(Match)).one())
    other = next(each for each in (mo, line.kay) if line.person(each).id != found.mentor_id)
    assert "Match 1: done" in operator(line, "matches", "change", "1", str(line.person(other).id))
    await priya.hears(f"Match 2 proposed: Ben with {other.name}")
    priya.says("APPROVE 2")
    await other.hears("Can you take them on?")
    other.says("yes")
    await ben.hears("Shall we put you in touch?")
    ben.says("no, someone else")
    await ben.hears("We'll look for someone else for you")
    await other.hears("This time they would like someone else")
    await priya.hears("Match 3 proposed: Ben with")


async def test_answers_that_come_at_once_too_late_or_from_both_sides_settle_one_thing(
    line: Line, asha: TelegramChat, ben: Phone, mo: TelegramChat, priya: TelegramChat
) -> None:
    line.joined(asha, ben)
    await asks(ben)
    await priya.hears("Match 1 proposed")
    priya.says("APPROVE 1")
    priya.says("APPROVE 1")
    await priya.hears("Match 1 has moved on since")
    offer = await mo.hears("Can you take them on?")
    mo.presses("Yes, I'd like to", offer)
    mo.presses("Yes, I'd like to", offer)
    mo.presses("Not this time", offer)
    await ben.hears("Shall we put you in touch?")
    ben.says("yes")
    ben.says("yes")
    await mo.hears("Ben said yes")
    await line.settles()
    assert statuses(line) == [MatchStatus.ACTIVE]
    assert sum("can talk now" in said.text for said in ben.received) == 1

    await asks(asha)
    priya.says("APPROVE 2")
    late = await mo.hears("Can you take them on?")
    line.time_passes(days=3)
    await mo.hears("so we'll look for someone else")
    mo.presses("Yes, I'd like to", late)
    await mo.hears("That button is from an earlier question")
    assert statuses(line)[1] is MatchStatus.EXPIRED

    for one in (ben, mo):
        one.says("CHANGE")
        await one.hears("nobody is to blame")
    ben.says("just stop here")
    mo.says("just stop here")
    await ben.hears("Your chats with Mo have ended")
    await mo.hears("Your chats with Ben have ended")
    await line.settles()
    assert statuses(line)[0] is MatchStatus.ENDED
    assert len(statuses(line)) == 2


@ON_SQLITE
async def test_a_mentor_has_a_mentor_and_neither_has_the_other_nor_someone_they_parted_from(
    line: Line, asha: TelegramChat, mo: TelegramChat, priya: TelegramChat
) -> None:
    kay = line.kay
    line.mentors(mo, kay)
    line.introduced(mo, kay)  # Kay is Mo's mentor
    line.introduced(asha, mo)
    asha.says("how was your week?")
    await mo.hears("Asha: how was your week?")
    kay.says("how are you getting on?")
    await mo.hears("Kay: how are you getting on?")
    mo.says("Kay: Not bad")
    await kay.hears("Mo: Not bad")
    await asks(
        kay, until="We don't have the right person for you just yet"
    )  # Mo alone is left, whose mentor she is

    asha.says("CHANGE")
    await asha.hears("nobody is to blame")
    asha.presses("Someone else")
    await asha.hears("What should be different next time?")
    asha.presses("Someone free when I am")
    await asha.hears("looking for someone else for you now")
    await mo.hears("no one is to blame")
    proposed = await priya.hears("proposed: Asha with")
    assert "with Kay" in proposed.text
    priya.says("REFUSE 3")
    await priya.hears("Done: match 3")
    plan = operator(line, "matches", "plan")
    assert f"{line.person(asha).id} has nobody: of 2 mentors" in plan
    assert "talked before 1" in plan


async def test_a_weights_file_that_is_wrong_stops_the_line_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text("ages = 3")
    settings = {"MATCHING_WEIGHTS": str(file), "SECRET_KEY": "k" * 32, "TELEGRAM_BOT_TOKEN": "1:a"}
    done = CliRunner().invoke(app, ["matches", "plan"], env=settings)
    assert done.exit_code == 2
    assert f"MATCHING_WEIGHTS: {file}: weight 'ages': not one of age," in done.output
