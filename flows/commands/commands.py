"""The words that always work, whatever is being asked: exact and alone."""

import re
from enum import Enum, auto
from typing import NamedTuple

from flows.reading.plain import alone


class Command(Enum):
    """What a word does. YES comes back from an opt-out, and else is an answer like any other."""

    STOP = auto()
    STOP_ALL = auto()  # on every channel
    START = auto()
    YES = auto()
    HELP = auto()
    MENU = auto()
    BACK = auto()
    PERSON = auto()
    CONCERN = auto()
    CHANGE = auto()
    TRAINING = auto()
    PAUSE = auto()
    RESUME = auto()
    SEND = auto()
    MY_DATA = auto()
    DELETE_ME = auto()
    CONSENT = auto()
    NO_HEALTH = auto()
    NO_RESEARCH = auto()
    NO_STORIES = auto()
    TALK_NOW = auto()
    MEET = auto()


# STOP, START and HELP with their like are the carriers' (CTIA) and Twilio's: on SMS Twilio acts
# on the same words by itself, so a word missing here would be blocked there and not known to us.
_WORDS = {
    **dict.fromkeys(
        ("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"),
        Command.STOP,
    ),
    "stop all": Command.STOP_ALL,
    **dict.fromkeys(("start", "unstop"), Command.START),
    "yes": Command.YES,
    **dict.fromkeys(("help", "info"), Command.HELP),
    **dict.fromkeys(("menu", "main menu", "menu please", "menu pls"), Command.MENU),
    "back": Command.BACK,
    "person": Command.PERSON,
    "concern": Command.CONCERN,
    "change": Command.CHANGE,
    "training": Command.TRAINING,
    "pause": Command.PAUSE,
    "resume": Command.RESUME,
    "send": Command.SEND,
    **dict.fromkeys(("my data", "mydata"), Command.MY_DATA),
    **dict.fromkeys(("delete me", "deleteme"), Command.DELETE_ME),
    "consent": Command.CONSENT,
    "no health": Command.NO_HEALTH,
    "no research": Command.NO_RESEARCH,
    "no stories": Command.NO_STORIES,
    **dict.fromkeys(("talk now", "talknow"), Command.TALK_NOW),
    **dict.fromkeys(("meet", "meet up"), Command.MEET),
}


_LONGEST = 100  # characters: what is longer is no word of ours


def command(text: str) -> Command | None:
    """The command that a whole message is, if it is one: "STOP", "/stop", "Stop." """
    return _WORDS.get(_alone(text))


def _alone(text: str) -> str:
    """What was typed, without what a phone's keyboard adds around it."""
    return alone(text, also=".!/") if len(text) <= _LONGEST else ""


class RequestWord(Enum):
    """What a word asks for that something may follow, such as a name or a code."""

    TALK_TO = auto()  # one of several people: "talk to Ben"
    NIGHTS = auto()  # on, or off
    FREE = auto()  # a mentor, for those who want to talk now: "free 1 hour"
    LINK = auto()  # this phone with another: alone it gives a code


class Request(NamedTuple):
    """The word, and what followed it: in lower case, and empty where nothing did."""

    word: RequestWord
    words: str


_REQUESTS = {
    RequestWord.TALK_TO: re.compile(r"talk(?: to\b)?(?: ?(.{1,60}))?"),
    RequestWord.NIGHTS: re.compile(r"nights(?: (on|off))?"),
    RequestWord.FREE: re.compile(
        r"free(?: (?:for )?((?:1|one|an) hour|(?:this )?evening|tonight|off))?"
    ),
    RequestWord.LINK: re.compile(r"link(?: (\d{3}) ?(\d{3}))?"),
}


def request(text: str) -> Request | None:
    """The request that a whole message is, if it is one: "LINK 123456", "/nights on"."""
    said = _alone(text)
    for word, pattern in _REQUESTS.items():
        found = pattern.fullmatch(said)
        if found is not None:
            return Request(word, "".join(each for each in found.groups() if each))
    return None
