"""What every channel does to text: make it storable, and cut it to a provider's limit."""

import re
import unicodedata

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

    A piece ends with a paragraph where it can, else with a sentence, else with a word, and never
    within what is read as one character: a family, a flag, a letter with its accents.
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
    whole = longest
    while whole and is_one_character(text, whole):
        whole -= 1
    return whole or longest


# The rules of UAX #29 that matter to people's letters. What joins on to the letter before it is
# not told by its category alone: skin tones, the tags of Wales's flag, Thai and Korean vowels.
_JOINS_ON = re.compile(
    "[\u200c\u200d\u0e33\u0eb3\u1160-\u11ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_FLAG_HALF = re.compile("[\U0001f1e6-\U0001f1ff]")
# It makes one shape of the consonants on either side, in Punjabi, Bengali and their like.
_VIRAMA = re.compile("[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0d4d]\u200d?\\Z")


def is_one_character(text: str, at: int) -> bool:
    """Whether a cut at `at` would part what is read as one character (a grapheme cluster)."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii():
        return before == "\r" and after == "\n"
    if unicodedata.category(after).startswith("M") or _JOINS_ON.match(after):
        return not before.isspace()
    if before == "\u200d" and unicodedata.category(after) == "So":
        return True
    if _FLAG_HALF.match(after):
        start = at
        while start and _FLAG_HALF.match(text[start - 1]):
            start -= 1
        return (at - start) % 2 == 1
    return _VIRAMA.search(text, 0, at) is not None and unicodedata.category(after) == "Lo"
