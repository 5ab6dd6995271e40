"""The words that always work, whatever is being asked: exact and alone."""

from enum import Enum, auto


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
    SEND = auto()
    MY_DATA = auto()
    DELETE_ME = auto()
    CONSENT = auto()
    NO_HEALTH = auto()
    NO_RESEARCH = auto()
    NO_STORIES = auto()


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
    "menu": Command.MENU,
    "back": Command.BACK,
    "person": Command.PERSON,
    "concern": Command.CONCERN,
    "send": Command.SEND,
    **dict.fromkeys(("my data", "mydata"), Command.MY_DATA),
    **dict.fromkeys(("delete me", "deleteme"), Command.DELETE_ME),
    "consent": Command.CONSENT,
    "no health": Command.NO_HEALTH,
    "no research": Command.NO_RESEARCH,
    "no stories": Command.NO_STORIES,
}


def command(text: str) -> Command | None:
    """The command that a whole message is, if it is one: "STOP", "/stop", "Stop." """
    return _WORDS.get(" ".join(text.split()).strip(".!/ ").casefold())
