"""What goes under a letter on Telegram: buttons, and how they are laid out."""

from collections.abc import Sequence

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.messages import Button, Letter
from flows.questions.choosing import DONE, SKIP
from flows.words import Wording

ROW_WIDTH = 24  # characters that a narrow phone shows side by side


def inline_keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(each.label, callback_data=each.data) for each in row]
            for row in _rows(buttons)
        ]
    )


def keyboard(letter: Letter) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove:
    """What goes under a letter.

    A message has one keyboard, and only the one in place of the phone's own can share a location:
    there, a press arrives as the words on the button. It stays until it is taken away.
    """
    if letter.asks_position:
        share = KeyboardButton(Wording().text("share-position"), request_location=True)
        rows = [[each.label for each in row] for row in _rows(letter.buttons)]
        return ReplyKeyboardMarkup([[share], *rows], resize_keyboard=True, one_time_keyboard=True)
    return inline_keyboard(letter.buttons) if letter.buttons else ReplyKeyboardRemove()


def _rows(buttons: Sequence[Button]) -> list[list[Button]]:
    """Short labels side by side, long ones each in a row of its own; and the way on by itself."""
    rows: list[list[Button]] = []
    room = 0
    for button in buttons:
        width = len(button.label) + 2
        if width > room or button.data.endswith((f".{DONE}", f".{SKIP}")):
            rows.append([])
            room = ROW_WIDTH
        rows[-1].append(button)
        room -= width
    return rows
