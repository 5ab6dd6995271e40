"""Text made plain: the one way, from which every reader starts and adds only what is its own.

Phones put an accent where an apostrophe was meant, curl it, hide marks between letters and add a
line of their own; people dress letters up, or space them out so that nobody shall read them. What
is mended here is mended for every reader at once, so that none hears what another does not. Text
as plain keyboards type it (ASCII, with none of that) comes back as it was.
"""

import re
import unicodedata

# Also as old phones and careless gateways send them: in another code page, or cut to one byte.
_APOSTROPHES = dict.fromkeys("`´‘’‛′ʹʼʽˈꞌ՚＇\x91\x92\x18\x19", "'")
_QUOTES = dict.fromkeys("“”„‟″‶〝〞«»＂\x93\x94\x1c\x1d", '"')
_HYPHENS = dict.fromkeys("\u2010\u2011\u2212\x96", "-")
# Drawn as letters, and not known to Unicode as such: squared, circled on black, small capitals.
_DRAWN = {
    chr(first + place): chr(ord("A") + place) for first in (0x1F150, 0x1F170) for place in range(26)
} | dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡıƒ", "abcdefghijklmnoprstuvwyzagif", strict=True))
_ONE_FOR_ONE = str.maketrans(
    _APOSTROPHES | _QUOTES | _HYPHENS | _DRAWN | {"\u2028": "\n", "\u2029": "\n"}
)

# Marks over, under, around and through letters, as a keycap has; and those among them that spell
# names from Lagos to Hanoi, of which no language puts three on one letter.
_ANY_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = re.compile(f"(?![\u0300-\u0304\u0306-\u030c\u0323-\u0328\u0331]){_ANY_MARK}")
_ALONE = re.compile(_ANY_MARK)
_HEAPED = re.compile(f"{_ANY_MARK}{{3,}}")
# What takes no room and is no format character: fillers, styles of emoji, an attachment's place.
_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_JOINERS = "\u200c\u200d"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

# Letters of other alphabets that look like Latin ones, put among them by a keyboard or by design.
_LIKE = dict(
    zip(
        "авсԁеһіјкӏморԛѕтуѵԝхьёїгп" "АВСЕНІЈКМОРЅТУХҮԀ" "αοριυκντχγηωε" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "abcdehijklmopqstyvwxbeirn" "ABCEHIJKMOPSTYXYD" "aopiukvtxynwe" "ABEZHIKMNOPTYX",
        strict=True,
    )
)  # fmt: skip
_OTHER_ALPHABETS = re.compile("[\u0370-\u052f]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

# A line that the phone adds, with no word after it that is not a device's: what someone writes on
# the same line is theirs. Its capital keeps "this was sent from my phone" a person's own words.
_DEVICE = (
    r"(?:i?Phone|i?Pad|Samsung|Galaxy|Huawei|Android|BlackBerry|Xperia|Pixel|Nokia|Mail|Outlook"
    r"|Gmail|Yahoo|Tapatalk|mobile|phone|smartphone|tablet|device)"
)
_MODEL = (
    rf"(?: (?:{_DEVICE}|Pro|Max|Plus|Mini|mini|Ultra|SE|FE|XR|XS|Air|Note|Edge|Fold|Flip|Lite"
    r"|Windows|iOS|Vodafone|EE|Three|[A-Z]{0,2}\d{1,4}[A-Za-z]{0,2}|on|for|using|via|with)){0,6}"
)
_SIGNATURE = re.compile(
    r"(?<!\s)\s+(?:--+\s*)?(?:"
    rf"Sent (?:from|via|using|with) (?:my )?(?:[A-Z]\w* ){{0,3}}{_DEVICE}\b{_MODEL}"
    r"(?:[,;.]? ?(?:[Pp]lease )?(?:[Ee]xcuse|[Ff]orgive) (?:any |the |my )?[a-z]+"
    r"(?: (?:and|or) [a-z]+)?)?"
    r"|Get (?:the )?[A-Z]\w+ (?:app )?for (?:iOS|Android|iPhone)"
    rf"|Wysłane z (?:(?:mojego|telefonu|smartfona|tabletu|urządzenia) ){{0,3}}[\w’']+{_MODEL}"
    rf"|Anfonwyd o(?:[’']m|[’'] ?fy| fy)? [\w’']+{_MODEL}"
    r")\.?\s*\Z"
)

# One character at a time: "S T O P", "h  e  l  p", "i ' m  1 5"; or parted by marks: "S.T.O.P".
_SPACED = re.compile(
    r"(?<![^\s\"])(?<![@.] )[a-zA-Z\d'](?:\s{1,3}[a-zA-Z\d']){2,}(?=[.!?\"\s]*\Z|\s(?! ?[@.]))"
)
_DOTTED = re.compile(r"(?<![\w@])([a-zA-Z])([.*_~-])[a-zA-Z](?:\2[a-zA-Z]){2,}(?![\w@]|\2\d)")
# Letters that are words in text speak: "y r u" is three of them.
_WORDS_OF_ONE_LETTER = frozenset("abcdikmnoruwxy")
_SHORTEST_SPELT = 4  # characters, where nothing else is said
_SHORTEST_WITHIN = 3


_GROWN = 200  # characters that a text may gain, and as many again as it has


def plain(text: str) -> str:
    """The text with its letters made plain. Case, line breaks, accents and emoji stay.

    Never raises, also for lone surrogates and characters that are not assigned.
    """
    shown = _CONTROL.sub("", text.translate(_ONE_FOR_ONE))
    if not shown.isascii():
        parted = unicodedata.normalize("NFKD", _visible(shown))
        if _HEAPED.search(parted):
            parted = re.sub(_ANY_MARK, "", parted)
        shown = _MARKS.sub("", unicodedata.normalize("NFKC", parted))
        shown = shown[: _GROWN + 2 * len(text)]  # one "ﷺ" is eighteen letters
        if _OTHER_ALPHABETS.search(shown):
            shown = _WORD.sub(_in_latin, shown)
    shown = _SPACED.sub(_together, _DOTTED.sub(_without_marks, shown))
    return without_signature(shown)


def without_signature(text: str) -> str:
    """The text less the line that a phone adds to it."""
    return _SIGNATURE.sub("", text)


def folded(text: str) -> str:
    """The plain text in one case, with one blank between its words."""
    return " ".join(plain(text).casefold().split())


def alone(text: str, also: str = "") -> str:
    """The folded text without what stands around the whole: quotes, emoji and the marks `also`."""
    said = folded(text)
    first, last = 0, len(said)
    while first < last and _is_around(said[first], also):
        first += 1
    while first < last and _is_around(said[last - 1], also):
        last -= 1
    return said[first:last]


def as_typed(text: str, rest: str) -> str:
    """The end of `text`, as it was typed, that reads as `rest`, which is an end of its plain text.

    What is passed on to somebody is their words, and not what was read in them.
    """
    if plain(text) == text:
        return rest
    for at in range(min(len(text), _LONGEST_START) + 1):
        # A look at the beginning first: a long text is not made plain a hundred times.
        begins = plain(text[at : at + _LOOK])[:_ENOUGH] == rest[:_ENOUGH]
        if begins and plain(text[at:]) == rest:
            return text[at:]
    return rest


_LOOK, _ENOUGH = 240, 24  # characters
_LONGEST_START = 120  # characters that may be cut off: a name, a greeting


def _visible(text: str) -> str:
    """Without characters that are not seen; joiners stay inside the words that need them."""
    return "".join(
        char
        for at, char in enumerate(text)
        if char.isascii()
        or (_joins(text, at) if char in _JOINERS else char not in _SKIN_TONES and _shows(char))
    )


def is_seen(text: str) -> bool:
    """Whether anything of it can be seen: neither blanks, nor joiners, nor marks on no letter."""
    return any(not char.isspace() and _shows(char) and not _ALONE.fullmatch(char) for char in text)


def _shows(char: str) -> bool:
    return char not in _EMPTY and not unicodedata.category(char).startswith("C")


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between letters of a script that is spelt with it."""
    return 0 < at < len(text) - 1 and all(
        "\u0600" <= text[beside] <= "\u0fff" or "\ua8e0" <= text[beside] <= "\ua8ff"
        for beside in (at - 1, at + 1)
    )


def _in_latin(word: re.Match[str]) -> str:
    letters = "".join(_LIKE.get(char, char) for char in word[0])
    is_mixed = re.search("[a-zA-Z]", word[0]) and not _OTHER_ALPHABETS.search(letters)
    return letters if is_mixed else word[0]


def _without_marks(spelt: re.Match[str]) -> str:
    letters = spelt[0].replace(spelt[2], "")
    return letters if len(set(letters.casefold())) > 1 else spelt[0]


def _together(spelt: re.Match[str]) -> str:
    """The letters in one word, or in several where wider gaps part them."""
    run = spelt[0]
    is_all = run == spelt.string.strip('" \n\t.!?')
    letters = [char for char in run.casefold() if char.isalpha() or char == "'"]
    if is_all:
        is_spelt = len(run.split()) >= _SHORTEST_SPELT and len(letters) >= _SHORTEST_WITHIN
    else:
        telling = {char for char in letters if char not in _WORDS_OF_ONE_LETTER}
        is_spelt = len(letters) == len(run.split()) and len(telling) > 1
    if not is_spelt or len(set(letters)) == 1:
        return run
    gaps = re.findall(r"\s+", run)
    narrow = min(map(len, gaps))
    words = re.split(rf"\s{{{narrow + 1},}}", run)
    joined = " ".join("".join(word.split()) for word in words)
    return re.sub(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])", " ", joined)


def _is_around(char: str, also: str) -> bool:
    return char in "\"' " or char in also or is_emoji(char)


def is_emoji(char: str) -> bool:
    """Whether a character is a picture, and neither a letter nor a mark of writing."""
    return char > "\u2000" and unicodedata.category(char) == "So"
