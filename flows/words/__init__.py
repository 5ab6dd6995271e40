"""The words of the line: Fluent texts by language, and how they are put together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

from flows.vocabulary import Channel, Language

HERE = Path(__file__).parent

LONGEST_PART = 2500  # characters that Fluent fills in; what people wrote may be longer
_SPACES = re.compile(" +")  # that an empty choice leaves between two words


@dataclass(frozen=True)
class Listed:
    """Texts to be read as a list: "food, feelings and work"."""

    messages: tuple[str, ...]


Argument = str | int | float | date | Listed


class MissingText(LookupError):
    """A text that the program needs is in no language's file."""


@cache
def _bundle(language: Language) -> FluentBundle | None:
    files = sorted(HERE.glob(f"{language.value}*.ftl"))
    if not files:
        return None
    # The isolation marks that Fluent puts around arguments are not in GSM-7: one of them would
    # turn a text of 160 characters into one of 70, at more than twice the price.
    bundle = FluentBundle([_locale(language), language.value], use_isolating=False)
    for file in files:
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def _locale(language: Language) -> str:
    return "en-GB" if language is Language.ENGLISH else language.value


@dataclass(frozen=True)
class Wording:
    """The words as one person reads them: in their language, on their channel."""

    language: Language = Language.ENGLISH
    channel: Channel = Channel.TELEGRAM

    def text(self, message: str, args: Mapping[str, Argument] | None = None) -> str:
        """The text with this id, or one of its attributes (`joining-diabetes.type1`).

        A text that the person's language lacks is given in English. Raises MissingText when
        English lacks it too, or when an argument that it needs is not given.
        """
        for language in dict.fromkeys((self.language, Language.ENGLISH)):
            bundle = _bundle(language)
            pattern = _pattern(bundle, message) if bundle else None
            if bundle is None or pattern is None:
                continue
            given = {name: self._plain(value) for name, value in (args or {}).items()}
            long = {
                f"\ue000{name}\ue001": (name, value)
                for name, value in given.items()
                if isinstance(value, str) and len(value) > LONGEST_PART
            }
            given |= {name: mark for mark, (name, _) in long.items()}
            text, errors = bundle.format_pattern(pattern, {**given, "channel": self.channel.value})
            if errors:
                raise MissingText(f"{message}: {errors[0]}")
            tidy = "\n".join(_SPACES.sub(" ", line).strip() for line in str(text).splitlines())
            for mark, (_, value) in long.items():
                tidy = tidy.replace(mark, value)
            return tidy
        raise MissingText(message)

    def has(self, message: str) -> bool:
        """Whether there is a text with this id, in this language or in English."""
        bundles = (_bundle(self.language), _bundle(Language.ENGLISH))
        return any(bundle and _pattern(bundle, message) is not None for bundle in bundles)

    def _plain(self, value: Argument) -> str | int | float:
        locale = _locale(self.language).replace("-", "_")
        if isinstance(value, Listed):
            labels = [self.text(message) for message in value.messages]
            return format_list(labels, locale=locale) if labels else "none"
        if isinstance(value, datetime):
            hour = "h:mma" if value.minute else "ha"  # 7:30pm, 10am, as the NHS writes them
            pattern = f"EEEE d MMMM, {hour}"
            return format_datetime(value, pattern, tzinfo=value.tzinfo, locale=locale)
        if isinstance(value, date):
            return format_date(value, "d MMMM y", locale=locale)
        return value


def _pattern(bundle: FluentBundle, message: str) -> Pattern | None:
    name, _, attribute = message.partition(".")
    if not bundle.has_message(name):
        return None
    found = bundle.get_message(name)
    return found.attributes.get(attribute) if attribute else found.value
