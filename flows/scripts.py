"""Which of the line's languages a message is written in, where its script says so."""

from flows.vocabulary import Language

# One language of the line for each script: Arabic letters are read as Urdu, not Arabic.
_SCRIPTS = (
    ("\u0600", "\u06ff", Language.URDU),
    ("\u0980", "\u09ff", Language.BENGALI),
    ("\u0a00", "\u0a7f", Language.PUNJABI),
)


def language_of(text: str) -> Language | None:
    """The language whose script most letters are in; None for Latin letters, or none at all."""
    letters = [each for each in text if each.isalpha()]
    for first, last, language in _SCRIPTS:
        if sum(first <= each <= last for each in letters) * 2 > len(letters):
            return language
    return None
