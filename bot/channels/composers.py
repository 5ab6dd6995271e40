"""How each channel makes letters of a text."""

from bot.channels.sms import letters as sms_letters
from bot.channels.telegram import letters as telegram_letters
from bot.messages import Compose
from flows.vocabulary import Channel

COMPOSERS: dict[Channel, Compose] = {
    Channel.TELEGRAM: telegram_letters.compose,
    Channel.SMS: sms_letters.compose,
}
