"""What every channel does to text: make it storable, and cut it to a provider's limit."""

import re

PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
SENTENCE_END = re.compile(r"[.!?…。۔।][\"'”’)\]]*(?=\s)|\n")
WORD_END = re.compile(r"\S(?=\s)")


def legible(text: str) -> str:
    """The text without what no database or provider takes: NULs go, lone surrogates become �."""
    text = text.replace("\0", "")
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, in which an emoji is two: how Telegram counts, and UCS-2 texts."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, limit: int) -> tuple[str, ...]:
    """The text in pieces of at most `limit` UTF-16 units; blanks where it is cut are dropped.

    A piece ends with a paragraph where it can, else with a sentence, else with a word.
    """
    pieces = []
    rest = text.strip()
    while utf16_length(rest) > limit:
        end = _end_of_piece(rest, limit)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return (*pieces, rest)


def _end_of_piece(text: str, limit: int) -> int:
    # "ignore" drops the half of a surrogate pair that the limit may leave at the end.
    longest = len(text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore"))
    for ending in (PARAGRAPH_END, SENTENCE_END, WORD_END):
        # The endings look one character ahead, so the search goes one past the longest piece.
        ends = [found.end() for found in ending.finditer(text, 0, longest + 1)]
        fitting = [end for end in ends if longest // 2 <= end <= longest]
        if fitting:
            return fitting[-1]
    return longest
