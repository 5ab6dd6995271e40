"""The small language in which people's wordings are written down, made into patterns.

`wishes.toml` says what its signs mean. Patterns are for text of one sentence a line, where each
word has one space behind it: so a word is never part of another, and one may be left out with its
space.
"""

import re
from collections.abc import Mapping, Sequence

_NOTHING = r"(?!)"
_AGAIN = "{0,6}"  # times that what may be repeated is looked for
_SOME = r"(?:\S+ ){0,4}?"


class Wordings:
    """Makes patterns of phrases; `pieces` are the phrases that `{name}` may be."""

    def __init__(self, pieces: Mapping[str, Sequence[str]], words: Mapping[str, str]) -> None:
        self._words = words
        self._pieces: dict[str, str] = {}
        for name, phrases in pieces.items():  # in order: a piece is of those before it
            self._pieces[name] = self._any(phrases)
        self._start = rf"^(?:{self._pieces['opener']}){_AGAIN}"
        self._end = rf"(?=(?:{self._pieces['closer']}){_AGAIN}$)"

    def anywhere(self, phrases: Sequence[str]) -> re.Pattern[str]:
        """Finds any of the phrases in one of the sentences of a text."""
        return re.compile(rf"(?:^|(?<= )){self._any(phrases)}", re.MULTILINE)

    def whole(self, phrases: Sequence[str]) -> re.Pattern[str]:
        """Matches a text that is one of the phrases, and no more."""
        return re.compile(rf"{self._any(phrases)}(?:{self._pieces['closer']}){_AGAIN}")

    def _any(self, phrases: Sequence[str]) -> str:
        told = [re.sub(r"\|\s+", "|", phrase).split() for phrase in phrases]
        return self._tree(told) if told else _NOTHING

    def _tree(self, phrases: Sequence[Sequence[str]]) -> str:
        """Any of the phrases: what several begin with is written, and looked for, only once."""
        branches: dict[str, list[Sequence[str]]] = {}
        for first, *rest in phrases:
            branches.setdefault(first, []).append(rest)
        made = [
            self._sign(first) + ("" if not all(rests) else self._tree(rests))
            for first, rests in branches.items()
        ]
        return f"(?:{'|'.join(made)})"

    def _sign(self, sign: str) -> str:
        if sign == "..":
            return _SOME
        if sign == "^":
            return self._start
        if sign.startswith("!"):
            return f"(?!{self._choice(sign[1:])})"
        if sign.endswith("?"):
            return f"(?:{self._choice(sign[:-1])})?"
        if sign.endswith("*"):
            return f"(?:{self._choice(sign[:-1])}){_AGAIN}"
        return self._choice(sign)

    def _choice(self, sign: str) -> str:
        if sign.startswith("/"):  # a pattern, whose bars are its own
            return f"(?:{sign.strip('/')}) "
        return f"(?:{'|'.join(map(self._one, sign.split('|')))})"

    def _one(self, word: str) -> str:
        if word == "$":
            return self._end
        if word.startswith("{"):
            return self._pieces[word.strip("{}")]
        return re.escape(self._words.get(word, word.replace("_", " "))).replace(r"\ ", " ") + " "
