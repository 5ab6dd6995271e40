"""What Twilio's refusals mean for a message. Codes: https://www.twilio.com/docs/api/errors"""

import aiohttp
import structlog
from twilio.base.exceptions import (  # type: ignore[import-untyped]  # it ships no types
    TwilioRestException,
    TwilioServiceException,
)

from bot.messages import Fate, SendError

log = structlog.get_logger()

OPTED_OUT = 21610

# Nothing sent from our numbers will ever reach this one.
GONE = {
    21211,  # not a phone number
    21214,  # can't be reached
    21217,  # not a phone number, as it seems
    21408,  # in a country that the account may not send to
    21612,  # not reachable from the number that we send from
    21614,  # not a mobile
    21635,  # a landline
}

# Ours to put right: the message is as good as it was, and waits.
SETUP = {
    20003,  # the account or its token is refused
    20005,  # the account is not active
    21603,  # no number to send from
    21606,  # the number that we send from is not ours, or can't send texts
    21609,  # the address for delivery receipts is no address
    21659,  # the number that we send from is not Twilio's
    21660,  # the number that we send from is another account's
}

BUSY = {
    20429,  # too many requests
    21611,  # the number that we send from has a full queue
    63038,  # the account's daily limit
}


def send_error(error: Exception) -> SendError:
    """The failed send, as the outbox reads it."""
    match error:
        case TwilioRestException() | TwilioServiceException():
            return _refused(error.status, error.code or error.status)
        case aiohttp.ClientConnectorError():
            return SendError(Fate.LATER, type(error).__name__)
        case _:
            return SendError(Fate.UNKNOWN, type(error).__name__)


def _refused(status: int, code: int) -> SendError:
    reason = f"{status}, Twilio code {code}"
    if status >= 500:
        # No proof that nothing was sent: Twilio's own list will tell.
        return SendError(Fate.UNKNOWN, reason)
    if status == 429 or code in BUSY:
        return SendError(Fate.LATER, reason)
    if status in (401, 403, 404) or code in SETUP:
        log.critical("twilio_setup_refused", code=code, do="run doctor")
        return SendError(Fate.LATER, reason)
    if code == OPTED_OUT:
        return SendError(Fate.OPTED_OUT, reason)
    return SendError(Fate.GONE if code in GONE else Fate.REFUSED, reason)
