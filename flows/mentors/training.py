"""Training: six short lessons in the chat, each with a question.

Communication, boundaries, confidentiality, safeguarding, no medication advice and endings are
what peer supporters are trained in (Peers for Progress). The words are in `en.mentors.ftl`.
"""

from enum import StrEnum
from itertools import count

from flows.questions import choice
from flows.talk import Talk
from flows.vocabulary import FlowName, Lesson, MentorStatus

VERSION = "2026-11"  # of the lessons: what was read of another version is read again


class Answer(StrEnum):
    """One of the three answers to a lesson's question."""

    A = "a"
    B = "b"
    C = "c"


_RIGHT = {
    Lesson.LISTENING: Answer.B,
    Lesson.BOUNDARIES: Answer.C,
    Lesson.CONFIDENTIALITY: Answer.A,
    Lesson.SAFEGUARDING: Answer.C,
    Lesson.NO_MEDICATION_ADVICE: Answer.B,
    Lesson.ENDINGS: Answer.A,
}


async def training(talk: Talk) -> FlowName | None:
    """Every lesson that they have not read yet; then they are trained for a year."""
    mentor = talk.world.mentoring
    standing = await talk.look("standing", mentor.standing)
    if standing is None or not standing.has_applied:
        await talk.say("training-offer-first")
        return FlowName.MENTORING
    read = await talk.look("read", mentor.lessons_read, VERSION)
    left = [lesson for lesson in Lesson if lesson not in read]
    if not left and standing.trained_until is not None:
        await talk.say("training-up-to-date", until=standing.trained_until)
        return None
    await talk.do("began", mentor.begin_training)
    await talk.say("training-begin", lessons=len(left))
    for lesson in left:
        await talk.say(f"training-{lesson}")
        await _understood(talk, lesson)
        await talk.do(f"read {lesson}", mentor.read_lesson, lesson, VERSION)
    until = await talk.do("finished", mentor.finish_training)
    await talk.say("training-done", until=until)
    now = await talk.look("standing now", mentor.standing)
    if now is not None and now.status is MentorStatus.APPLIED:
        await talk.say("training-team-next")
    return None


async def _understood(talk: Talk, lesson: Lesson) -> None:
    """Its question, until it is answered rightly. Nobody fails: what is right is explained."""
    for attempt in count(1):
        asked = choice(f"training-{lesson}-question", Answer)
        if await talk.ask(f"{lesson} {attempt}", asked) is _RIGHT[lesson]:
            await talk.say("training-right")
            return
        await talk.say(f"training-{lesson}-why")
