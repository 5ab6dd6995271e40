"""Which options a sentence speaks of: "food mostly, and how she feels" is food and feelings."""

from collections.abc import Iterator, Sequence

from flows.reading.text import listed
from flows.vocabulary import Language

SHORTEST = 3  # letters: "am" is morning where nothing else is said, and hardly in "I am"


def mentioned(
    said: Sequence[str], names: Sequence[frozenset[str]], language: Language
) -> dict[int, int]:
    """The places of the options that are named in it, each with how many words name it.

    Nothing where a word rules something out: "not food", "anything but food".
    """
    found: dict[int, int] = {}
    named: set[int] = set()
    for start, end, phrase in _phrases(said):
        if len(phrase) < SHORTEST:
            continue
        for place, called in enumerate(names):
            if phrase in called:
                found[place] = max(found.get(place, 0), end - start)
                named |= set(range(start, end))
    rest = {word for place, word in enumerate(said) if place not in named}
    return {} if rest & _ruling_out(language) else found


def most_plainly(found: dict[int, int]) -> tuple[int, int] | None:
    """The one option that is named in the most words, and their number."""
    most = max(found.values(), default=0)
    places = [place for place, length in found.items() if length == most]
    return (places[0], most) if len(places) == 1 else None


def _phrases(said: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for start in range(len(said)):
        for end in range(start + 1, min(start + 4, len(said)) + 1):
            yield start, end, " ".join(said[start:end])


def _ruling_out(language: Language) -> frozenset[str]:
    return frozenset().union(*(listed(language, name) for name in ("not", "no", "except")))
