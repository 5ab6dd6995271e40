"""What a text costs to send: the GSM 7-bit alphabet, and segments.

Alphabet and segment sizes: 3GPP TS 23.038, section 6.2.1, and TS 23.040. One character outside
the alphabet turns the whole text into UCS-2: 70 characters to a segment rather than 160.
"""

import re
import unicodedata

ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")  # each sent as an escape and a septet

WHOLE, PART = 160, 153  # septets in a text of one segment, and in one of several
UCS2_WHOLE, UCS2_PART = 70, 67  # the same in UTF-16 units

# No accent is ever dropped, and no letter replaced by one like it: Siân and Łukasz are people's
# names, and a text at twice the price is cheaper than a name got wrong. Nor are fractions: 1½
# units must not become 11/2.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•‣◦▪●", "-"),
        **dict.fromkeys("\t\v\f\u00a0\u1680\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("\u0085\u2028\u2029", "\n"),
        # Soft hyphen, zero width space, word joiner, byte order mark: seen by nobody. The joiners
        # U+200C and U+200D stay, since Urdu and Bengali are spelt with them.
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
        "…": "...",
    }
)
_LINE_END = re.compile(r"\r\n?")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def normalise(text: str) -> str:
    """The text with typographic quotes, dashes, dots, bullets and blanks as GSM-7 has them."""
    text = _CONTROLS.sub("", _LINE_END.sub("\n", text))
    text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    # Once more, since what was invisible may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", text)


def is_gsm7(text: str) -> bool:
    return all(character in ALPHABET or character in EXTENSION for character in text)


def segments(text: str) -> int:
    """How many SMS segments the text is sent in, and charged as."""
    return len(parts(text))


def parts(text: str) -> list[str]:
    """The text as it is cut into segments: never within an escape or a surrogate pair."""
    if is_gsm7(text):
        whole, part = WHOLE, PART
        sizes = [2 if character in EXTENSION else 1 for character in text]
    else:
        whole, part = UCS2_WHOLE, UCS2_PART
        sizes = [2 if character > "\uffff" else 1 for character in text]
    if sum(sizes) <= whole:
        return [text]
    cut, used, start = [], 0, 0
    for index, size in enumerate(sizes):
        if used + size > part:
            cut.append(text[start:index])
            used, start = 0, index
        used += size
    return [*cut, text[start:]]
