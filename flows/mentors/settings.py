"""A mentor's own settings: a pause, how many people, when, about what, with whom, and leaving."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from enum import StrEnum
from itertools import count

from flows.matches import likeness
from flows.mentors.applying import can_speak_to
from flows.questions import choice, choices, free_text, scale, yes_no
from flows.relay.screening import Found, screen
from flows.talk import Talk
from flows.vocabulary import ConsentKind, FlowName, GenderWish, MentorStatus, TalkTime

MOST_PEOPLE = 5  # at once: with more, support gets thin and supporters tire
INTRODUCTION_LENGTH = 200  # characters: it has to fit two SMS with what goes around it


class Setting(StrEnum):
    """What a mentor may change."""

    PAUSE = "pause"
    RESUME = "resume"
    CAPACITY = "capacity"
    TIMES = "times"
    TOPICS = "topics"
    COMFORT = "comfort"
    LIKENESS = "likeness"
    INTRODUCTION = "introduction"
    FREE = "free"
    LEAVE = "leave"


async def mentor_settings(talk: Talk) -> FlowName | None:
    """One setting, changed."""
    standing = await talk.look("standing", talk.world.mentoring.standing)
    if standing is None or not standing.has_applied:
        await talk.say("mentor-settings-not-yet")
        return None
    fitting = {MentorStatus.ACTIVE: Setting.PAUSE, MentorStatus.PAUSED: Setting.RESUME}
    among = [
        setting
        for setting in Setting
        if setting not in fitting.values() or setting is fitting.get(standing.status)
    ]
    setting = await talk.ask("setting", choice("mentor-settings", Setting, only=among))
    if setting is Setting.FREE:
        return FlowName.BEING_FREE
    await _CHANGES[setting](talk)
    return None


async def mentor_pausing(talk: Talk) -> FlowName | None:
    """PAUSE: nobody new for now."""
    return await _if(talk, MentorStatus.ACTIVE, _pause)


async def mentor_resuming(talk: Talk) -> FlowName | None:
    """RESUME: new people again."""
    return await _if(talk, MentorStatus.PAUSED, _resume)


async def _if(talk: Talk, status: MentorStatus, change: "Change") -> FlowName | None:
    standing = await talk.look("standing", talk.world.mentoring.standing)
    if standing is not None and standing.status is status:
        await change(talk)
        return None
    await talk.say("mentor-settings-nothing")
    return None


async def _pause(talk: Talk) -> None:
    await talk.do("paused", talk.world.mentoring.pause)
    await talk.say("mentor-settings-paused")


async def _resume(talk: Talk) -> None:
    if ConsentKind.HEALTH not in await talk.look("agreed", talk.world.agreed):
        await talk.say("mentor-settings-no-health")
        return
    await talk.do("resumed", talk.world.mentoring.resume)
    await talk.say("mentor-settings-resumed")


async def _capacity(talk: Talk) -> None:
    people = await talk.ask("capacity", scale("mentor-settings-capacity", 1, MOST_PEOPLE))
    await talk.do("set", talk.world.mentoring.set_capacity, people)
    await talk.say("mentor-settings-saved")


async def _times(talk: Talk) -> None:
    me = await talk.look("me", talk.world.me)
    times = await talk.ask("times", choices("mentoring-times", TalkTime))
    await talk.do("saved", talk.world.save_profile, replace(me.profile, times=times))
    await talk.say("mentor-settings-saved")


async def _topics(talk: Talk) -> None:
    me = await talk.look("me", talk.world.me)
    profile = await can_speak_to(talk, me.profile)
    await talk.do("saved", talk.world.save_profile, profile)
    await talk.say("mentor-settings-saved")


async def _comfort(talk: Talk) -> None:
    me = await talk.look("me", talk.world.me)
    wish = await talk.ask("whom", choice("mentor-settings-comfort", GenderWish))
    any_type = await talk.ask("any type", yes_no("mentor-settings-any-type"))
    profile = replace(me.profile, gender_wish=wish, waives_type=any_type)
    await talk.do("saved", talk.world.save_profile, profile)
    await talk.say("mentor-settings-saved")


async def _likeness(talk: Talk) -> None:
    me = await talk.look("me", talk.world.me)
    profile = await likeness.of_mentor(talk, me.profile)
    await talk.do("saved", talk.world.save_profile, profile)
    await talk.say("mentor-settings-saved")


async def _introduction(talk: Talk) -> None:
    """In their own words, which go to people they have not met: so nothing that identifies."""
    for attempt in count(1):
        asked = free_text("mentor-settings-introduction", INTRODUCTION_LENGTH)
        words = await talk.ask(f"introduction {attempt}", asked)
        if screen(words).label is Found.OK:
            break
        await talk.say("mentor-settings-introduction-held")
    await talk.do("introduced", talk.world.mentoring.introduce, words)
    await talk.say("mentor-settings-saved")


async def _leave(talk: Talk) -> None:
    if not await talk.ask("sure", yes_no("mentor-settings-leave")):
        await talk.say("mentor-settings-stays")
        return
    await talk.do("left", talk.world.mentoring.leave)
    await talk.say("mentor-settings-left")


Change = Callable[[Talk], Awaitable[None]]

_CHANGES: dict[Setting, Change] = {
    Setting.PAUSE: _pause,
    Setting.RESUME: _resume,
    Setting.CAPACITY: _capacity,
    Setting.TIMES: _times,
    Setting.TOPICS: _topics,
    Setting.COMFORT: _comfort,
    Setting.LIKENESS: _likeness,
    Setting.INTRODUCTION: _introduction,
    Setting.LEAVE: _leave,
}
