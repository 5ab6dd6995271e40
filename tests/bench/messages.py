"""What people write to the line in a bench: the same for every store, and as Telegram brings it.

Of ten people four talk with their mentor or mentee, three join, two use the menu and one writes
whatever comes to mind.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import count

JOINING = (
    "/start", "yes", "yes I'm 54", "Asha", "ok", "me", "type 2", "food and how I feel", "GL1",
)  # fmt: skip
MENU = ("MENU", "2", "1", "HELP", "menu", "3", "tuesday", "BACK", "thursday")
FREE = (
    "hello there", "is there a walking group near me", "1", "thanks so much", "not today",
    "what can you do for me", "HELP", "I'd like to change my check-in", "saturday",
)  # fmt: skip
RELAYED = (
    "Hi, how has your week been?",
    "Not bad thanks. I went for a walk on Tuesday and again today, the park is lovely now",
    "My levels were up a bit after the party but they came down again by the evening",
    "Did you manage to see the nurse about your feet?",
    "She was really kind and said to come back in three months",
    "I made the lentil soup that you told me about, it was a hit with everyone",
    "Work has been busy, so I often forget to take my lunch in with me",
    "I used to put a reminder by the kettle, it sounds daft but it helped",
    "That's a good idea, I'll try it. Speak soon!",
)
SCRIPTS = (RELAYED,) * 4 + (JOINING,) * 3 + (MENU,) * 2 + (FREE,)
LENGTH = len(RELAYED)

_ids = count(1)


def said(chat: int, text: str) -> str:
    """An update's JSON: somebody wrote this in their chat with the bot."""
    number = next(_ids)
    message: dict[str, object] = {
        "message_id": number,
        "from": {"id": chat, "is_bot": False, "first_name": "Asha", "language_code": "en"},
        "chat": {"id": chat, "first_name": "Asha", "type": "private"},
        "date": 1_795_300_000,
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return json.dumps({"update_id": number, "message": message})


def sitting(regulars: Sequence[int], strangers: Iterator[int]) -> list[str]:
    """Updates of people who all write at once, message by message; those who join are new.

    The regulars come in tens, the first four of each two introduced pairs.
    """
    people = [
        (next(strangers) if script is JOINING else chat, script)
        for at, chat in enumerate(regulars)
        for script in (SCRIPTS[at % len(SCRIPTS)],)
    ]
    return [said(chat, script[at]) for at in range(LENGTH) for chat, script in people]
