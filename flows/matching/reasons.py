"""Reasons: why two people were matched, and why someone was not, in words."""

from collections.abc import Iterable, Mapping, Sequence

from flows.matching.fit import Rule
from flows.words import Listed, Wording

Reasons = Iterable[tuple[str, Sequence[str]]]
"""A text's id, such as `reason-age`, and what is shared: values of the vocabulary."""

_SAYS_LITTLE = ("living_with_diabetes", "en")  # nearly everyone here shares these
_SAID_BY_ITSELF = ("reason-age", "reason-room", "reason-near")


def shared(reasons: Reasons, most: int) -> Listed:
    """For the two themselves: what they share, the strongest first. Needs are told apart."""
    told: list[str] = []
    for key, words in reasons:
        if key == "reason-age":
            told.append("label-same_age")  # ages that are only near are not the same label
        elif key != "reason-needs":
            told += [f"label-{word}" for word in words[:2] if word not in _SAYS_LITTLE]
    return Listed(tuple(told[:most]))


def in_words(wording: Wording, reasons: Reasons, most: int | None = None) -> str:
    """For those who decide: "both type 1; about the same age; can talk about food"."""
    told = []
    for key, words in list(reasons)[:most]:
        labels = Listed(tuple(f"label-{word}" for word in words))
        told.append(wording.text(key, {} if key in _SAID_BY_ITSELF else {"shared": labels}))
    return "; ".join(told)


def in_the_way(wording: Wording, broken: Mapping[Rule, int]) -> str:
    """The rules that keep mentors from someone, and from how many: "full 2, another language 1"."""
    most_first = sorted(broken.items(), key=lambda each: -each[1])
    return ", ".join(f"{wording.text(f'rule-{rule.value}')} {count}" for rule, count in most_first)
