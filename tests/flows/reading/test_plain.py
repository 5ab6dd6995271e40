"""However a keyboard, a phone or a person dresses words up, every reader hears the same."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.commands.commands import Command, Request, RequestWord, command, request
from flows.commands.intents import Intent, intent
from flows.reading.ages import says_age_alone, says_under_18
from flows.reading.names import name
from flows.reading.options import one_of
from flows.reading.places import outcode
from flows.reading.plain import alone, folded, is_seen, plain
from flows.reading.replies import says, yes_no
from flows.reading.text import words
from flows.reading.wrong_person import WrongPerson, ending
from flows.relay.addressing import addressed
from flows.relay.screening import Found, screen
from flows.safety.triage import Risk, triage
from flows.words import Wording

ENGLISH = Wording()
EXAMPLES = Path(__file__).parent.parent
LOOK_ALIKE = str.maketrans("aeopcxs", "аеорсхѕ")
SMALL_CAPITALS = str.maketrans("abcdehiklmnoprstuvwyz", "ᴀʙᴄᴅᴇʜɪᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")


def each_letter(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "".join(change(char) if char.isalnum() else char for char in text)


def bold(char: str) -> str:
    if char.isdigit():
        return chr(0x1D7CE + int(char))
    return chr(0x1D41A + ord(char.lower()) - ord("a"))


def squared(char: str) -> str:
    return char if char.isdigit() else chr(0x1F170 + ord(char.lower()) - ord("a"))


def wide(text: str) -> str:
    return "".join("\u3000" if char == " " else chr(ord(char) + 0xFEE0) for char in text)


def spaced_out(text: str) -> str:
    return "  ".join(" ".join(word) for word in text.split())


def look_alike(text: str) -> str:
    """Cyrillic letters in every word that keeps a Latin one."""
    return " ".join(word[0] + word[1:].translate(LOOK_ALIKE) for word in text.split(" "))


WHOLE: dict[str, Callable[[str], str]] = {
    "curly": lambda text: text.replace("'", "’"),
    "opening": lambda text: text.replace("'", "‘"),
    "modifier": lambda text: text.replace("'", "ʼ"),
    "acute": lambda text: text.replace("'", "´"),
    "grave": lambda text: text.replace("'", "`"),
    "prime": lambda text: text.replace("'", "′"),
    "old code page": lambda text: text.replace("'", "\x92"),
    "zero width at the end": lambda text: text + "\u200b",
    "zero width within": each_letter(lambda char: char + "\u200b"),
    "joined": each_letter(lambda char: char + "\u200d"),
    "soft hyphens": each_letter(lambda char: char + "\xad"),
    "told which way": lambda text: f"\u202a\u200e{text}\u202c",
    "styled": each_letter(lambda char: char + "\ufe0e"),
    "empty letters": each_letter(lambda char: char + "\u3164"),
    "struck through": each_letter(lambda char: char + "\u0336"),
    "underlined": each_letter(lambda char: char + "\u0332"),
    "heaped with marks": each_letter(lambda char: char + "\u0300\u0334\u0322\u0309\u035c"),
    "full width": wide,
    "bold": each_letter(bold),
    "squared": each_letter(squared),
    "small capitals": lambda text: text.lower().translate(SMALL_CAPITALS),
    "look-alike": look_alike,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "capitals": str.upper,
    "phone's line": lambda text: f"{text}\n\nSent from my iPhone",
    "phone's own line, run on": lambda text: f"{text} Sent from my Samsung Galaxy smartphone.",
    "mailer's line": lambda text: f"{text}\nGet Outlook for iOS",
}
AROUND: dict[str, Callable[[str], str]] = {
    "spaced out": spaced_out,
    "quoted": lambda text: f"“{text}”",
    "half quoted": lambda text: f"“{text}",
    "with a face": lambda text: f"{text} 😂",
    "with a hand": lambda text: f"{text}👍🏽",
    "between faces": lambda text: f"🙏🏿 {text} 🤷🏽‍♀️",
}
READERS: dict[str, tuple[str, Callable[[str], object], object]] = {
    "ages": ("i'm 15", says_under_18, True),
    "an age alone": ("no i'm 15", says_age_alone, True),
    "endings": ("wrong number", ending, WrongPerson.WRONG_NUMBER),
    "commands": ("stop", command, Command.STOP),
    "commands of two words": ("talk now", command, Command.TALK_NOW),
    "requests": ("link 123456", request, Request(RequestWord.LINK, "123456")),
}
READERS_OF_WORDS: dict[str, tuple[str, Callable[[str], object], object]] = {
    "wishes": ("please unsubscribe me", intent, Intent.STOP),
    "names": ("my name's asha", lambda text: (name(text, ENGLISH) or "").title(), "Asha"),
    "addressing": (
        "ben hello there",
        lambda text: (found := addressed(text, ["Mo", "Ben"])) and found.place,
        1,
    ),
    "screening": ("whats your phone number", lambda text: screen(text).label, Found.CONTACT),
    "screening a number": ("it's 07700 900123", lambda text: screen(text).label, Found.CONTACT),
    "triage": ("i want to kill myself", lambda text: triage(text).label, Risk.CRISIS),
    "options": ("type 2", lambda text: one_of(text, ["Type 1", "Type 2", "Other"], ENGLISH), 1),
    "replies": ("i don't think so", lambda text: yes_no(text, ENGLISH), False),
    "skipping": ("i'd rather not say", lambda text: says("skip", text, ENGLISH), True),
    "places": ("i'm in gl5", outcode, "GL5"),
}


def cases(
    odd: dict[str, Callable[[str], str]],
    readers: dict[str, tuple[str, Callable[[str], object], object]],
) -> Iterator[object]:
    for way, dress in odd.items():
        for reader, (text, read, heard) in readers.items():
            yield pytest.param(dress(text), read, heard, id=f"{reader}, {way}")


@pytest.mark.parametrize(
    ("text", "read", "heard"),
    [*cases(WHOLE | AROUND, READERS), *cases(WHOLE, READERS_OF_WORDS)],
)
def test_odd_letters_are_heard_as_plain_ones_are(
    text: str, read: Callable[[str], object], heard: object
) -> None:
    assert read(text) == heard


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("I´m 15", "I'm 15"),
        ("Iʼm only 14 years old", "I'm only 14 years old"),
        ("i ' m  1 5", "i'm 15"),
        ("S.T.O.P", "STOP"),
        ("h-e-l-p", "help"),
        ("s\nt\no\np", "stop"),
        ("please d e l e t e my data", "please delete my data"),
        ("1️⃣", "1"),
        ("①", "1"),
        ("it’s “fine”", 'it\'s "fine"'),
        ("caf\u00e9", "café"),
        ("cafe\u0301", "café"),
        ("Adébáyọ̀ Nguyễn", "Adébáyọ̀ Nguyễn"),
        ("مى\u200cخواهم", "مى\u200cخواهم"),
        ("\u200cmi\u200cl\u200dk", "milk"),
        ("ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ", "ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ"),
        ("не знаю", "не знаю"),  # Russian is no dressed up English
        ("λ and 5μg", "λ and 5μg"),
        ("👩‍👩‍👧 hi", "👩👩👧 hi"),
        ("\ud83d hi\x00", " hi"),
        ("Sent from my iPhone", "Sent from my iPhone"),  # it is all there is
        ("ok --\nSent from Outlook for Android", "ok"),
    ],
)
def test_what_is_read_in_what_was_typed(typed: str, meant: str) -> None:
    assert plain(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "y r u up",
        "x x x x",
        "i c u r ok",
        "it was sent from my phone",
        "1 2 3 4",
        "i was 8.2 then 7.1",
        "e.g. i.e. T.B.C",
        "my A1c is 7",
        "a b and c",
        "o 7 7 0 0",
        "I have T 1 D",
        "j o @ g m a i l . c o m",
        "so-so, no-one",
        "h-h-h-h",
    ],
)
def test_words_that_only_look_dressed_up_stay(text: str) -> None:
    assert plain(text) == text


def test_what_plain_keyboards_type_is_left_as_it_is() -> None:
    """The weights were learned from it: were it read otherwise, they would mean something else."""
    texts = [
        line["text"]
        for path in EXAMPLES.glob("**/*.jsonl")
        if path.parent.name != "logs"
        for line in map(json.loads, path.read_text("utf-8").splitlines())
        if "text" in line and line["text"].isascii()
    ]
    changed = [text for text in texts if plain(text) != text]
    assert len(texts) > 3000
    dressed = [text for text in changed if "`" in text or words(text) != text.casefold().split()]
    assert changed == dressed
    assert len(changed) < len(texts) / 300


def test_what_stands_around_the_whole_is_left_off() -> None:
    assert alone("🙏🏽 “ACK 7”!! 👍", also="!") == "ack 7"
    assert alone("'tis") == "tis"
    assert alone("😂😂") == ""
    assert folded(" Oh,\n DEAR  ") == "oh, dear"


def test_what_is_passed_on_is_as_it_was_typed() -> None:
    found = addressed("Ｂｅｎ: it’s 5️⃣ 👍🏽", ["Ben", "Mo"])
    assert found is not None
    assert found.words == "it’s 5️⃣ 👍🏽"


@given(st.text(st.characters(categories=None), max_size=60))
@settings(deadline=None)
def test_anything_can_be_made_plain(text: str) -> None:
    once = plain(text)
    once.encode()
    assert len(once) <= 18 * len(text)


@pytest.mark.parametrize(
    "text", ["a b " * 1000, " " * 4000, "a." * 2000, "Sent from A " * 350, "é\u0336" * 2000]
)
def test_it_takes_no_longer_for_what_is_made_to_be_slow(text: str) -> None:
    start = perf_counter()
    plain(text)
    assert perf_counter() - start < 0.1


@pytest.mark.parametrize(
    "nothing",
    ["", " \n\t", "\u200b\u2060", "\u3164\u2800", "\u034f", "\ufe0f\u20e3", "\u0301", "\x00\ud800"],
)
def test_fillers_and_marks_on_no_letter_are_not_seen(nothing: str) -> None:
    assert not is_seen(nothing)
    assert is_seen(f"{nothing}?")


@pytest.mark.parametrize("something", ["👍", "🏻", "1️⃣", "é", "हि", "سلام\u200c", "."])
def test_whatever_a_reader_would_see_is_seen(something: str) -> None:
    assert is_seen(something)
