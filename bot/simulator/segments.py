"""How many SMS segments a text takes, counted as the networks do (3GPP TS 23.038)."""

GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_7_ESCAPED = frozenset("\f^{}\\[~]|€")


def count_segments(text: str) -> int:
    """At least 1. GSM-7: 160 characters alone, 153 in a part; otherwise UCS-2: 70, or 67."""
    if all(character in GSM_7 or character in GSM_7_ESCAPED for character in text):
        sizes = [2 if character in GSM_7_ESCAPED else 1 for character in text]
        alone, part = 160, 153
    else:
        sizes = [2 if character > "\uffff" else 1 for character in text]
        alone, part = 70, 67
    if sum(sizes) <= alone:
        return 1
    parts, room = 1, part
    for size in sizes:
        # Neither an escape pair nor a surrogate pair may straddle two parts.
        if size > room:
            parts, room = parts + 1, part
        room -= size
    return parts
