"""A mentor's life on either channel: interest, lessons, the team's yes, care, what runs out."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from flows.vocabulary import Lesson, MentorStatus
from storage import mentors
from storage.mentors import LessonRead, Mentor
from tests.line import ON_SQLITE, Line, answers, operator

Chat = TelegramChat | Phone

JOINING = {
    "happy for us to message you": "yes", "18 or over": "yes", "What name": "Ben",
    "we need to keep a little about diabetes": "no", "Roughly where": "skip",
}  # fmt: skip
APPLICATION = {
    "know a little about diabetes and you": "yes", "type of diabetes do you know": "type 2",
    "talk about with someone": "food", "used yourself": "a sensor", "your life like": "working",
    "Which languages": "english", "Which are you": "a man", "When could you talk": "evenings",
}  # fmt: skip
LESSONS = {
    "can't face testing": "how they feel", "own number, to chat more": "only on here",
    "who you were writing to": "that it's private", "scared of a person at home": "tell our team",
    "insulin you would take": "ask your care team", "can't go on": "tell them and the team",
}  # fmt: skip


def mentor(line: Line, chat: Chat) -> Mentor:
    return line.look(lambda db: mentors.get(db, line.person(chat).id) or Mentor())


@ON_SQLITE
@pytest.mark.parametrize("channel", ["telegram", "sms"])
async def test_from_interest_in_two_messages_to_the_last_reminder(
    line: Line, priya: TelegramChat, channel: str
) -> None:
    ben: Chat = line.ben
    if channel == "telegram":
        ben = line.telegram.person(1009, "Ben")
    ben.says("I'd like to be a mentor")
    await ben.hears("Would you like to become one?")
    ben.says("yes")
    await ben.hears("on our list of people who'd like to help")
    assert "interested\t-" in operator(line, "mentors", "list")

    await answers(ben, JOINING, until="You're in")
    await answers(ben, APPLICATION, until="Shall we start?")
    await priya.hears("Ben has offered to be a mentor")
    ben.says("yes, start now")
    two = dict(list(LESSONS.items())[:2])
    await answers(ben, two, until="Keeping things private")
    assert mentor(line, ben).status is MentorStatus.TRAINING
    line.time_passes(days=20)
    ben.says("TRAINING")
    await ben.hears("4 short lessons")
    await answers(ben, LESSONS, until="Our team will now do the last checks")
    await priya.hears("has finished the mentor training")
    read = line.look(lambda db: db.exec(select(LessonRead.lesson).order_by(col(LessonRead.id))))
    assert list(read) == list(Lesson)

    number = str(line.person(ben).id)
    today = line.clock.now().date()
    dates = ("--date", "2026-01-05", "--until", str(today + timedelta(days=61)))
    operator(line, "mentors", "check", number, "--level", "enhanced", *dates)
    operator(line, "mentors", "approve", number)
    await ben.hears("you're now a mentor")
    ben.says("PAUSE")
    await ben.hears("We won't ask you about anyone new")
    ben.says("RESUME")
    await ben.hears("Welcome back!")
    ben.says("MENU")
    await answers(
        ben, {"like to do?": "you as a mentor", "like to change about": "how many people"},
        until="From 1 to 5",
    )  # fmt: skip
    ben.says("5")
    await ben.hears("saved that")
    assert mentor(line, ben).capacity == 5

    line.time_passes(days=1)
    await ben.hears("Your mentor checks run out on")  # in 60 days
    line.time_passes(days=30)
    await ben.hears("How are you finding it as a mentor")
    await ben.hears("Your mentor checks run out on")
    ben.says("3")
    await ben.hears("say more about it?")
    ben.says("no")
    await priya.hears("Mentor needs support")
    await ben.hears("someone on our team to write to you?")
    ben.says("yes")
    await priya.hears("Person wanted")
    line.time_passes(days=23)
    await ben.hears("Your mentor checks run out on")
    line.time_passes(days=8)
    await ben.hears("Your mentor checks have run out, so we won't ask you about anyone new")
    await priya.hears("have run out: no new matches")
    line.time_passes(days=130)
    await ben.hears("You've been a mentor for six months now")
