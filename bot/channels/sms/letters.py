"""Letters for SMS: plain text, its options numbered."""

from collections.abc import Sequence

from bot.channels.sms.gsm7 import normalise, segments
from bot.channels.text import legible, split, utf16_length
from bot.messages import Button, Letter, Manners

BODY_LIMIT = 1600  # https://www.twilio.com/docs/api/errors/21617


def compose(
    text: str,
    buttons: Sequence[Button] = (),
    *,
    orders: Sequence[Button] = (),
    asks_position: bool = False,
) -> tuple[Letter, ...]:
    """The text as letters of at most 1,600 characters, the buttons as numbered lines at the end.

    A number would be read as the answer to a question, so orders have to be typed in words. A phone
    can't share its position by SMS, so nothing offers it.
    """
    *before, last = split(normalise(legible(text)), BODY_LIMIT)
    options = [f"{number} {button.label}" for number, button in enumerate(buttons, start=1)]
    numbered = normalise(legible("\n".join(options)))
    whole = f"{last}\n{numbered}" if options else last
    if utf16_length(whole) <= BODY_LIMIT:
        return tuple(Letter(piece) for piece in (*before, whole))
    return tuple(Letter(piece) for piece in (*before, last, *split(numbered, BODY_LIMIT)))


SMS = Manners(
    compose=compose,
    weight=lambda letter: segments(letter.text),
    can_be_silent=False,
    has_own_numbers=True,
)
