"""Reports that end contact at once: a wrong number, or a death."""

import re
from enum import StrEnum

from flows.reading.plain import folded


class Ending(StrEnum):
    """Why nothing more may be sent to an address."""

    WRONG_NUMBER = "wrong_number"
    DECEASED = "deceased"


_WRONG_NUMBER = re.compile(
    r"\bwrong (?:number|person|guy|man|woman|fella|lady)\b"
    r"|\b(?:not|isnt|isn't|aint|ain't) (?:my|their|his|her) number any ?more\b"
    r"|\b(?:no one|nobody|noone|no-one) (?:here )?(?:called|by that name|of that name)\b"
    r"|\bi'?ve (?:just )?(?:got|had) (?:given )?this (?:as a )?new number\b"
)

# Only words about the one who was written to: "my mum died" is someone's grief, and someone in
# grief must not be cut off.
_GONE = r"(?:died|passed away|passed on|has passed|is dead|is no longer with us|is no more)"
_DECEASED = re.compile(
    rf"\b(?:the )?(?:person|man|woman|lady|gentleman|one) you(?:'re| are| were)? "
    rf"(?:texting|messaging|writing to|trying to reach|want|after|looking for) "
    rf"(?:has |have )?{_GONE}\b"
    rf"|\bthis (?:is|was) (?:\w+'?s )?(?:his|her|their) "
    rf"(?:wife|husband|son|daughter|partner|mum|mother|dad|father|sister"
    rf"|brother|carer|widow|phone)\b.{{0,60}}\b(?:he|she|they)(?:'s| has| have)? {_GONE}\b",
    re.DOTALL,
)


def ending(text: str, name: str | None = None) -> Ending | None:
    """Whether the message says that its sender is not who we write to, or that they have died.

    `name` is what the person is called: "Asha passed away in May" then counts too.
    """
    said = folded(text[:600])
    if _DECEASED.search(said):
        return Ending.DECEASED
    if name and re.search(
        rf"\b{re.escape(name.casefold())}(?:'s| has| have)?(?: \w+)? {_GONE}\b", said
    ):
        return Ending.DECEASED
    return Ending.WRONG_NUMBER if _WRONG_NUMBER.search(said) else None
