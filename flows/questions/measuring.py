"""Questions whose answers are numbers, days and times."""

from dataclasses import dataclass
from datetime import date, time

from babel.dates import format_date
from pydantic import JsonValue

from flows.questions.question import Misfit, Option, Question, Said, Unclear, restored
from flows.reading import days, numbers
from flows.reading.times import times_meant
from flows.vocabulary import Channel
from flows.words import Argument, Wording


@dataclass(frozen=True)
class _Scale(Question[int]):
    low: int
    high: int

    def options(self, wording: Wording, chosen: tuple[str, ...] = ()) -> tuple[Option, ...]:
        if wording.channel is Channel.SMS:
            return ()  # numbered lines would give every number a second number
        return tuple(Option(str(each), str(each)) for each in range(self.low, self.high + 1))

    def read(self, said: Said, wording: Wording) -> int | Unclear:
        value = numbers.number(said.pressed or said.text, wording, out_of=self.high)
        if value is None and said.pressed is None:
            value = numbers.among_words(said.text)
        if value is None or not value.is_integer() or not self.low <= value <= self.high:
            return Unclear("unclear-scale", {"low": self.low, "high": self.high})
        return int(value)

    def restore(self, stored: JsonValue) -> int:
        value = restored(int, stored)
        if not self.low <= value <= self.high:
            raise Misfit(value)
        return value


def scale(prompt: str, low: int, high: int, **args: Argument) -> Question[int]:
    """A whole number from `low` to `high`, both included: "7", "7/10", "8ish"."""
    return _Scale(prompt, args, low, high)


@dataclass(frozen=True)
class _Number(Question[float]):
    low: float
    high: float
    unit: str

    def read(self, said: Said, wording: Wording) -> float | Unclear:
        value = numbers.number(said.text, wording, unit=self.unit)
        if value is None or not self.low <= value <= self.high:
            return Unclear("unclear-number", {"low": self.low, "high": self.high})
        return value

    def restore(self, stored: JsonValue) -> float:
        value = restored(float, stored)
        if not self.low <= value <= self.high:
            raise Misfit(value)
        return value


def number(
    prompt: str, low: float, high: float, *, unit: str = "", **args: Argument
) -> Question[float]:
    """A number from `low` to `high`, both included, that `unit` may follow."""
    return _Number(prompt, args, low, high, unit)


@dataclass(frozen=True)
class _Day(Question[date]):
    today: date
    earliest: date | None
    latest: date | None

    def read(self, said: Said, wording: Wording) -> date | Unclear:
        past = self.latest is not None and self.latest <= self.today
        answer = days.day(said.text, self.today, wording, past=past)
        if answer is None:
            return Unclear("unclear-day")
        if self.earliest and answer < self.earliest:
            return Unclear("unclear-day-early", {"earliest": _written(self.earliest, wording)})
        if self.latest and answer > self.latest:
            return Unclear("unclear-day-late", {"latest": _written(self.latest, wording)})
        return answer

    def restore(self, stored: JsonValue) -> date:
        return restored(date, stored)


def day(
    prompt: str,
    *,
    today: date,
    earliest: date | None = None,
    latest: date | None = None,
    **args: Argument,
) -> Question[date]:
    """A day, by its date or from `today`: "tomorrow", "next Tuesday", "3rd of May".

    A day without a year is the next one, or the last one when `latest` is not in the future.
    What was answered still fits after time has passed: the bounds are for the reading only.
    """
    return _Day(prompt, args, today, earliest, latest)


def _written(day: date, wording: Wording) -> str:
    return format_date(day, "d MMMM y", locale=wording.language.value)


@dataclass(frozen=True)
class _TimeOfDay(Question[time]):
    def read(self, said: Said, wording: Wording) -> time | Unclear:
        # "half seven", and asked which half of the day: "evening".
        match times_meant(said.text, wording) or times_meant(f"{said.before} {said.text}", wording):
            case (answer,):
                return answer
            case (morning, _):
                typed = f"{morning:%I:%M}".lstrip("0").removesuffix(":00")
                return Unclear("unclear-time-half", {"time": typed})
        return Unclear("unclear-time")

    def restore(self, stored: JsonValue) -> time:
        return restored(time, stored)


def time_of_day(prompt: str, **args: Argument) -> Question[time]:
    """A time on the person's own clock, to the minute."""
    return _TimeOfDay(prompt, args)
