"""Letters for Telegram."""

from collections.abc import Sequence

from bot.channels.text import legible, split
from bot.messages import Button, Letter, Manners

TEXT_LIMIT = 4096  # https://core.telegram.org/bots/api#sendmessage


def compose(
    text: str,
    buttons: Sequence[Button] = (),
    *,
    orders: Sequence[Button] = (),
    asks_position: bool = False,
) -> tuple[Letter, ...]:
    """The text as letters of at most 4,096 UTF-16 units; the buttons go under the last one."""
    *before, last = split(legible(text), TEXT_LIMIT)
    return (
        *(Letter(piece) for piece in before),
        Letter(last, (*buttons, *orders), asks_position=asks_position),
    )


TELEGRAM = Manners(compose=compose, weight=lambda _: 1, can_be_silent=True, has_own_numbers=False)
