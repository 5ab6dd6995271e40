"""Check-ins: choosing when to be asked, and being asked."""

import re
from datetime import time
from enum import StrEnum

from flows.questions import choice, free_text, optional, scale, time_of_day
from flows.reading.plain import folded
from flows.talk import Talk
from flows.vocabulary import FlowName

LOW_WEEK = 3  # 0 to 3 of 10: the answer offers help at once


_STOPS = re.compile(
    r"\b(?:stop|turn off|switch off|no more|cancel|end|discontinue|drop|leave off"
    r"|(?:don'?t|do not|no longer) (?:want|need|ask|send)|rather not|too many|nuisance)\b"
    r"(?!.{0,40}\b(?:instead|rather than|different|another day|change)\b)"
)


class Day(StrEnum):
    """A day to be asked on, or none."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    NEVER = "never"

    @property
    def weekday(self) -> int:
        """Monday is 0."""
        return list(Day).index(self)


async def checkin_choosing(talk: Talk) -> FlowName | None:
    """On which day, and at what time, shall we ask how they are? Or not at all, if they said so."""
    wish = await talk.look("wish", talk.world.words_kept)
    stops = wish is not None and _STOPS.search(folded(wish)) is not None
    day = Day.NEVER if stops else await talk.ask("day", choice("checkin-day", Day))
    if day is Day.NEVER:
        await talk.do("stopped", talk.world.stop_checkin)
        await talk.say("checkin-never")
        return None
    at: time = await talk.ask("time", time_of_day("checkin-time"))
    first = await talk.do("set", talk.world.set_checkin, day.weekday, at)
    await talk.say("checkin-set", first=first)
    return None


async def checkin(talk: Talk) -> FlowName | None:
    """The check-in itself, at the time they chose."""
    me = await talk.look("me", talk.world.me)
    week = await talk.ask("week", scale("checkin-week", 0, 10, name=me.name))
    words = None
    if me.partner is None:
        # With a mentor to write to, their next words are as likely meant for the mentor.
        words = await talk.ask("words", optional(free_text("checkin-words")))
    await talk.do("recorded", talk.world.record_checkin, week, words)
    if week > LOW_WEEK:
        await talk.say("checkin-thanks")
        return None if await talk.look("invited", talk.world.was_invited) else FlowName.INVITING
    await talk.say("checkin-low", partner=me.partner or "none")
    return None
