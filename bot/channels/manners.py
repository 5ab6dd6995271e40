"""What each channel's letters are like."""

from bot.channels.sms.letters import SMS
from bot.channels.telegram.letters import TELEGRAM
from bot.messages import Manners
from flows.vocabulary import Channel

MANNERS: dict[Channel, Manners] = {Channel.TELEGRAM: TELEGRAM, Channel.SMS: SMS}
