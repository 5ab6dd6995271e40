"""The words of the line: Fluent texts, one `.ftl` a language, and how they are put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

from flows.vocabulary import Channel, Language

Argument = str | int | float | date | datetime

HERE = Path(__file__).parent


class MissingText(LookupError):
    """A text that the program needs is in no language's file."""


@cache
def _bundle(language: Language) -> FluentBundle | None:
    files = sorted(HERE.glob(f"{language.value}*.ftl"))
    if not files:
        return None
    # The isolation marks that Fluent puts around arguments are not in GSM-7: one of them would
    # turn a text of 160 characters into one of 70, at more than twice the price.
    bundle = FluentBundle([f"{language.value}-GB", language.value], use_isolating=False)
    for file in files:
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


@dataclass(frozen=True)
class Wording:
    """The words as one person reads them: in their language, on their channel."""

    language: Language = Language.ENGLISH
    channel: Channel = Channel.TELEGRAM

    def text(self, message: str, args: Mapping[str, Argument] | None = None) -> str:
        """The text with this id, or one of its attributes (`joining-diabetes.type1`).

        A text that the person's language lacks is given in English. Raises MissingText when
        English lacks it too, or lacks an argument that the text needs.
        """
        for language in dict.fromkeys((self.language, Language.ENGLISH)):
            bundle = _bundle(language)
            if bundle is None:
                continue
            pattern = _pattern(bundle, message)
            if pattern is None:
                continue
            given = {"channel": self.channel.value, **(args or {})}
            text, errors = bundle.format_pattern(pattern, given)
            if errors:
                raise MissingText(f"{message}: {errors[0]}")
            return str(text)
        raise MissingText(message)

    def label(self, prompt: str, option: str) -> str:
        """What an option of a question is called."""
        return self.text(f"{prompt}.{option}")


def _pattern(bundle: FluentBundle, message: str) -> Pattern | None:
    name, _, attribute = message.partition(".")
    if not bundle.has_message(name):
        return None
    found = bundle.get_message(name)
    return found.attributes.get(attribute) if attribute else found.value
