"""Text speak written out, so that rules and weights see each word one way."""

import re

from flows.reading.plain import plain

_SPELT_OUT = {
    "u": "you", "ur": "your", "yr": "your", "ya": "you", "yous": "you", "r": "are",
    "pls": "please", "plz": "please", "plse": "please", "msg": "message", "msgs": "messages",
    "msging": "messaging", "msgin": "messaging", "mssg": "message", "txt": "text",
    "txts": "texts", "txting": "texting", "txtin": "texting", "textin": "texting",
    "wot": "what", "wat": "what", "wots": "whats", "wats": "whats", "any1": "anyone",
    "some1": "someone", "sum1": "someone", "sumone": "someone", "smbdy": "somebody",
    "no1": "nobody", "2": "to", "4": "for", "w": "with", "wiv": "with", "n": "and",
    "b4": "before", "2day": "today", "2nite": "tonight", "tonite": "tonight",
    "tmrw": "tomorrow", "tomoz": "tomorrow", "cud": "could", "wud": "would", "shud": "should",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "gimme": "give me",
    "cos": "because", "abt": "about", "thx": "thanks", "grp": "group", "grps": "groups",
    "info": "information", "appt": "appointment", "wk": "week", "wks": "weeks",
    "convo": "conversation", "ths": "this", "fone": "phone", "ppl": "people", "hav": "have",
    "dnt": "dont", "d": "the", "da": "the", "checkin": "check in", "checkins": "check ins",
    "nite": "night", "ive": "i have", "id": "i would", "im": "i am", "ill": "i will",
    "cant": "can not", "dont": "do not", "isnt": "is not", "arent": "are not",
    "wont": "will not", "doesnt": "does not", "didnt": "did not", "wasnt": "was not",
    "havent": "have not", "whats": "what is", "whos": "who is", "wheres": "where is",
    "hows": "how is", "its": "it is", "hes": "he is", "shes": "she is", "theyre": "they are",
    "youre": "you are", "weve": "we have", "youve": "you have", "lets": "let us",
    "thats": "that is", "theres": "there is",
}  # fmt: skip
_WORD = re.compile(r"[?!.,]|[^\s?!.,;:()\[\]\"…/|*_~]+")


def spelt_out(text: str) -> list[str]:
    """The words of `text` and its full stops, lower case, without apostrophes or hyphens."""
    said = plain(text).lower().replace("'", "").replace("-", " ")
    return " ".join(_SPELT_OUT.get(word, word) for word in _WORD.findall(said)).split()
