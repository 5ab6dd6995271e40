"""What people type, made plain: one spelling for one word, whatever the keyboard.

`words("I cant b bothered 2nite!!")` and `words("i can't be bothered tonight")` differ only
in the marks. Every later step reads these words and nothing else, so what is mended here is
mended for all of them.
"""

import re
import unicodedata

from flows.reading.plain import plain

# Telegram's own limit: nothing a real channel carries is cut, and a 100 KB message costs no
# more than a long one. Both ends are kept, since what matters most is often said last.
LONGEST = 4096
MOST_WORDS = 1000

# Accents, and the joiners and vowel points of Urdu, which most people leave out.
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]+")
_FOLD = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss"}
    | {"ي": "ی", "ى": "ی", "ك": "ک", "ہ": "ه", "ۃ": "ه", "ة": "ه", "ھ": "ه"}
)
_SENTENCE_END = re.compile(r"(?<![.!?;।۔])[.!?;।۔]+\s+|\n+")
_WILL = re.compile(r"(?<=[a-z])'ll\b")
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")
_WORD = re.compile(
    r"2(?:nite|night|nyt|day|moro|morro|morrow|mrw|moz)\b"  # text speak that starts with a digit
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_](?:[^\s\d!-/:-@\[-`{-~¡-¿‐-⁞،؛؟۔।॥]|\d(?=[a-z]|\b))*"
    r"|[?%£]|[\u2600-\u27bf\U0001f300-\U0001faff]"
)

# Text speak, dialect and run-together words. Values may be several words.
_MEANS = {
    word: tuple(meaning.split())
    for meaning, spellings in {
        "you": "u yu ya ye yous youse yew",
        "your": "ur yr yer",
        "are": "r",
        "be": "b",
        "see": "c",
        "why": "y",
        "and": "n & nd",
        "to": "tae",
        "for": "fer",
        "before": "b4 bfor b4hand",
        "tonight": "2nite 2night 2nyt tonite tnite tonyt tonigt",
        "today": "2day tday 2dai",
        "tomorrow": "2moro 2morro 2morrow 2mrw 2moz tomoz tomorro tmrw tmw tomo tmoro tommorow",
        "great": "gr8",
        "mate": "m8 mukka",
        "late": "l8",
        "later": "l8r l8er",
        "wait": "w8",
        "hate": "h8",
        "someone": "sum1 some1 sumone sumbody somebody",
        "anyone": "any1 ne1 anybody",
        "no one": "no1 noone nobody nobdy naebody nubdy",
        "everyone": "every1 evry1 everybody",
        "something": "sumthin sumthing somethin summat smth summit sumat",
        "nothing": "nuthin nothin nowt nuffin nuffink nout",
        "anything": "anythin owt anyfink nething",
        "everything": "everythin evrythin evrything everyfing",
        "want to": "wanna wana wannae wunna",
        "going to": "gonna gunna gona gon gunny gonnae finna",
        "got to": "gotta gota",
        "have to": "hafta havta",
        "have": "hv hav av ave",
        "out of": "outta outa",
        "kind of": "kinda",
        "could": "cud cld",
        "would": "wud wld",
        "should": "shud shld shuld",
        "could have": "coulda couldve cudve cudda",
        "would have": "woulda wouldve wudve",
        "should have": "shoulda shouldve shudve",
        "cant": "cannae cannot canne carnt cnt cantt kant",
        "dont": "dinnae dinny dnt donot dunt doan dinna",
        "doesnt": "doesnae dusnt dosent dosnt doesent dozent",
        "isnt": "isnae isny aint int",
        "wasnt": "wasnae wasny",
        "wont": "willnae willny wilnae",
        "wouldnt": "wouldnae wudnt wouldny",
        "couldnt": "couldnae cudnt couldny",
        "havent": "havnt hasnae havenae hvnt avent",
        "didnt": "didnae didny didnit",
        "do not know": "dunno dunnae idk",
        "because": "cos cuz bc becos coz bcos becuz becoz bcuz becuase becouse",
        "please": "pls plz plse pleas pleease",
        "thanks": "thx thnx tx ta cheers thanx thankyou fanks",
        "about": "abt bout aboot",
        "with": "wiv wi wid",
        "without": "wivout",
        "this": "dis thiss",
        "that": "dat tht",
        "the": "da teh th thee",
        "them": "dem em um",
        "through": "thru",
        "though": "tho",
        "thought": "thort thot",
        "thoughts": "thorts thots",
        "people": "ppl peeps",
        "really": "rly rlly realy reali reely",
        "right now": "rn",
        "to be honest": "tbh",
        "i am not going to lie": "ngl",
        "i do not care": "idc idgaf",
        "in my opinion": "imo imho",
        "message": "msg",
        "text": "txt",
        "been": "bn",
        "what": "wat wot wht whit",
        "when": "wen whn",
        "were": "wer",
        "is": "iz",
        "was": "wus woz wos",
        "has": "haz",
        "not": "nt noat nae",
        "never": "nevr nevva neva nvr",
        "like": "lyk liek",
        "just": "jus jst jst juss",
        "know": "kno knw",
        "feel": "feal fel",
        "feeling": "feelin fealing feelng",
        "myself": "meself mesel mysel myslef msyelf maself mahsel masel myselve mysef miself",
        "himself": "hisself hissel hisel himsel",
        "herself": "hersel",
        "my": "ma mah",
        "i": "ah",
        "im": "iam ahm aam",
        "anymore": "nemore anymair anymor",
        "life": "lyf",
        "live": "liv",
        "living": "livin",
        "dying": "dyin dieing diying",
        "dead": "ded deed",
        "self harm": "selfharm selfharming sh",
        "kill myself": "kms",
        "kill yourself": "kys",
        "suicidal": "suisidal sucidal suicidle suicidel suicial suisidle suicdal suicidial",
        "suicide": "suiside sucide suicde siucide sooicide sewerslide suiccide",
        "insulin": "insulen inslin insulim insuline insilin inuslin insulun",
        "mentor": "mentr menter",
        "doctor": "dr doc docter",
        "diabetes": "diabeties diabetis diabites diebetes diabeetus",
        "breathe": "breth breethe breeth",
        "hurting": "hurtin",
        "hitting": "hittin",
        "vomiting": "vomitting vomitin",
        "vomit": "vommit vom",
        "being sick": "chuckin chucking chundering puking pukin spewing spewin boaking boakin",
        "ambulance": "ambulence ambulanse ambo amblance",
        "unconscious": "unconcious unconsious unconscius unconshus",
        "seizure": "seizeure siezure seezure seisure",
        "weird": "wierd",
        "definitely": "defo deffo def",
        "probably": "prolly probs prob",
        "brother": "bro bruv",
        "sister": "sis",
        "husband": "hubby hubbie",
        "boyfriend": "bf",
        "girlfriend": "gf",
        "missing": "missin",
        "nan": "nana nanna gran granny grandma nanny",
        "hours": "hrs",
        "hour": "hr",
        "minutes": "mins",
        "minute": "min",
        "weeks": "wks",
        "week": "wk",
        "years": "yrs",
        "year": "yr",
        "days": "dys",
        "appointment": "appt",
        "laugh": "lol lmao lmfao rofl hahaha haha hahahaha",
        "😂": "🤣 😆 😅 😹 😄 😁",
        "😢": "😭 😔 😞 😟 💔 😿 🥺",
    }.items()
    for word in spellings.split()
}
# "want 2 die", but "had 2 units".
_BEFORE_TO = frozenset(
    ("want", "wanted", "going", "need", "needed", "trying", "tried", "like", "able", "how", "ready")
)


def clipped(text: str) -> str:
    """`text`, or both ends of it when it is longer than `LONGEST`."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def sentences(text: str) -> list[str]:
    """The sentences of `text` that say something: three words or more, the last 20 of them."""
    parts = _SENTENCE_END.split(plain(clipped(text)))
    return [part for part in parts if part.count(" ") >= 2][-20:]


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in one plain spelling, with `?`, `%`, `£` and faces kept as words.

    Never raises; reads at most `LONGEST` characters and `MOST_WORDS` words, half from each end.
    """
    text = plain(clipped(text)).lower()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_FOLD)
    text = text.replace("a&e", "casualty").replace("a+e", "casualty")
    text = _WILL.sub(" will", text).replace("'", "")
    found: list[str] = []
    for word in _WORD.findall(_STRETCHED.sub(r"\1\1", text)):
        if word == "2" and found and found[-1] in _BEFORE_TO:
            found.append("to")
        elif word in _MEANS:
            found.extend(_MEANS[word])
        else:
            found.append(word)
    if len(found) > MOST_WORDS:
        found = found[: MOST_WORDS // 2] + found[-MOST_WORDS // 2 :]
    return tuple(found)
