"""Phone numbers in E.164."""

import phonenumbers

HOME = "GB"  # where a number without a country code is
SHORTEST = 7  # digits after the country code: those with fewer are short codes


def e164(number: str) -> str | None:
    """The number in E.164; None for a short code, or a name in place of a number.

    Possible is enough: whether a number has been given out is for the network to say.
    """
    if any(character.isalpha() for character in number):
        return None
    try:
        parsed = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return None
    digits = phonenumbers.national_significant_number(parsed)
    if len(digits) < SHORTEST or not phonenumbers.is_possible_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
