"""The reactions that bots may set, as strict as Telegram is about them.

https://core.telegram.org/bots/api#reactiontypeemoji
"""

from bot.simulator.updates import Refused

_ONE_SIGN = (
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕"
    "😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡"
)
_JOINED = ("❤\u200d🔥", "👨\u200d💻", "🤷\u200d♂", "🤷\u200d♀")
FREE = frozenset((*_ONE_SIGN, *_JOINED))


def read_reaction(given: object) -> str:
    """The emoji that is to stand on a message; "" where any is to be taken away."""
    if given is None:
        return ""
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise Refused(400, "Bad Request: can't parse reaction types JSON object")
    if len(given) > 1:
        raise Refused(400, "Bad Request: REACTIONS_TOO_MANY")
    for each in given:
        emoji = str(each.get("emoji", ""))
        if each.get("type") != "emoji" or emoji.replace("\ufe0f", "") not in FREE:
            raise Refused(400, "Bad Request: REACTION_INVALID")
        return emoji
    return ""
