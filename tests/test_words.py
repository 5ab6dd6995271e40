"""Every text that people read: used, short enough to send, plain enough to read, whole."""

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.sms.gsm7 import is_gsm7, segments
from bot.channels.sms.letters import compose
from bot.messages import Button
from flows.vocabulary import Channel, Language, Need
from flows.words import Argument, Listed, Wording

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "flows" / "words"


def texts(file: Path) -> dict[str, str]:
    """What a file says, message by message, by its id."""
    told = re.sub(r"^#.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
    blocks = re.split(r"^(?=[a-z-])", told, flags=re.MULTILINE)[1:]
    return {re.split(r"\s*=", block)[0]: block for block in blocks}


def attributes(block: str) -> list[str]:
    return re.findall(r"^ +\.([\w-]+) =", block, re.MULTILINE)


def arguments(block: str) -> set[str]:
    return set(re.findall(r"\$(\w+)", block))


ENGLISH = {
    id_: block
    for file in sorted(WORDS.glob("en*.ftl"))
    for id_, block in texts(file).items()
    if not id_.startswith("-")
}
TOLD = {id_: block for id_, block in ENGLISH.items() if not id_.startswith("reading-")}
STAFF = ("team-", "duty-", "alert-")  # what coordinators read, who know the field's words


# Each is as long as it is likely to be. What people themselves wrote is as long as they like.
LONG: dict[str, Argument] = {
    "name": "Christopher",
    "partner": "Christopher",
    "mentee": "Christopher",
    "mentor": "Christopher",
    "person": "Christopher",
    "reasons": Listed(("label-type2", "label-complications", "label-new_diagnosis")),
    "needs": Listed(tuple(f"label-{need.value}" for need in list(Need)[:3])),
    "first": datetime(2026, 9, 30, 12, 30, tzinfo=UTC),
    "earliest": datetime(2026, 9, 30, tzinfo=UTC).date(),
    "latest": datetime(2026, 9, 30, tzinfo=UTC).date(),
    "time": "10:30",
    "asking": "yes",
    "bystander": "yes",
    "held": "yes",
    "taken": "yes",
    "kind": "safeguarding",
    "words": "",
    "said": "",
    "why": "",
    "summary": "",
    "contact": "",
}


def rendered(id_: str, channel: Channel) -> tuple[str, list[str]]:
    """A text as it is sent, with its options."""
    wording = Wording(Language.ENGLISH, channel)
    given = {name: LONG.get(name, 1234) for name in arguments(TOLD[id_]) - {"channel"}}
    options = [wording.text(f"{id_}.{each}") for each in attributes(TOLD[id_])]
    return (wording.text(id_, given) if wording.has(id_) else ""), options


# Used


def named_in_code() -> tuple[set[str], set[str]]:
    """The strings of the program, and patterns for those with something filled in."""
    constants, patterns = set(), set()
    for file in (*(ROOT / "flows").rglob("*.py"), *(ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                patterns.add(
                    "".join(
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                        for part in node.values
                    )
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
    for page in (ROOT / "bot" / "web").rglob("*.html"):
        constants |= set(re.findall(r"""["']([\w.-]+)["']""", page.read_text("utf-8")))
    return constants, {each for each in patterns if re.match(r"[a-z]+\\-", each)}


def test_no_text_is_left_over() -> None:
    constants, patterns = named_in_code()
    named = {each.split(".")[0] for each in constants}
    unused = [
        id_
        for id_ in ENGLISH
        if id_ not in named and not any(re.fullmatch(each, id_) for each in patterns)
    ]
    assert unused == []


def test_every_text_that_the_program_names_exists() -> None:
    constants, _ = named_in_code()
    families = {id_.split("-")[0] for id_ in ENGLISH if "-" in id_}
    named = {
        each
        for each in constants
        if re.fullmatch(r"[a-z]+(-[a-z0-9_]+)+(\.[\w-]+)?", each) and each.split("-")[0] in families
    }
    assert [each for each in sorted(named) if not Wording().has(each)] == []


# Short enough


@pytest.mark.parametrize("id_", TOLD)
def test_a_text_with_its_options_fits_two_sms_segments(id_: str) -> None:
    text, options = rendered(id_, Channel.SMS)
    for letter in compose(text, [Button(label, label) for label in options]):
        assert is_gsm7(letter.text)
        assert segments(letter.text) <= 2, f"{len(letter.text)} characters: {letter.text}"


# Plain enough


def syllables(word: str) -> int:
    """Near enough: runs of vowels, without a silent e at the end."""
    word = re.sub(r"(?<![aeiouyl])e$|(?<=[^aeiouydt])e[ds]$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade: years at school, so 4 to 6 is a reading age of 9 to 11.

    Kincaid and others, Derivation of New Readability Formulas, 1975.
    """
    words = re.findall(r"[A-Za-z]+(?:['’][a-z]+)?", text)
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


PEOPLE_READ = [id_ for id_ in TOLD if not id_.startswith((*STAFF, "label-"))]


def test_the_texts_have_a_reading_age_of_nine_to_eleven() -> None:
    assert grade(" ".join(rendered(id_, Channel.SMS)[0] for id_ in PEOPLE_READ)) <= 5


@pytest.mark.parametrize("id_", PEOPLE_READ)
def test_no_text_is_hard_to_read(id_: str) -> None:
    text, _ = rendered(id_, Channel.SMS)
    if len(text.split()) >= 15:  # of fewer words the formula says little
        assert grade(text) <= 6, text


# Whole in every language


def other_languages() -> list[Path]:
    return sorted(file for file in WORDS.glob("*.ftl") if not file.name.startswith("en"))


@pytest.mark.parametrize("file", other_languages(), ids=lambda file: file.name)
def test_another_language_has_what_english_has(file: Path) -> None:
    language, _, rest = file.name.partition(".")
    assert language in list(Language)
    english, other = texts(WORDS / f"en.{rest}"), texts(file)
    if rest == "reading.ftl":  # what is typed in English is read beside it
        assert other.keys() <= english.keys()
    else:
        assert other.keys() == english.keys()
    for id_, block in other.items():
        assert attributes(block) == attributes(english[id_]), id_
        assert arguments(block) == arguments(english[id_]), id_
