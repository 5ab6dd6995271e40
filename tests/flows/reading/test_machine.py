"""Words that machines write are known by their grammar; a person's words never are."""

from pathlib import Path

import pytest

from flows.reading.machine import MachineKind, MachineWords, machine_words

HERE = Path(__file__).parent / "machine"


def lines(name: str) -> list[str]:
    """Examples, a line each; a line break within one is written \\n."""
    text = (HERE / f"{name}.txt").read_text("utf-8")
    return [line.replace("\\n", "\n") for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, MachineKind.REACTION) for text in lines("reactions")),
        *((text, MachineKind.REPLY) for text in lines("replies")),
        *((text, MachineKind.NOTICE) for text in lines("notices")),
        *((text, None) for text in lines("letters")),
    ],
)
def test_what_a_machine_wrote_is_told_from_a_letter(text: str, kind: MachineKind | None) -> None:
    found = machine_words(text)
    assert (found and found.kind) == kind


def test_there_are_enough_examples_of_each() -> None:
    for name in ("reactions", "replies", "notices", "letters"):
        assert len(set(lines(name))) >= 60


@pytest.mark.parametrize(
    ("text", "emoji", "is_removed", "quoted"),
    [
        ("Loved “I’m so pleased”", "❤️", False, "I'm so pleased"),
        ('Liked "see you"', "👍", False, "see you"),
        ("Disliked “March”", "👎", False, "March"),
        ("Laughed at “the cat”", "😂", False, "the cat"),
        ("Emphasised “tell them”", "‼️", False, "tell them"),
        ("Questioned “no breakfast”", "❓", False, "no breakfast"),
        ("Loved “it took me three years…”", "❤️", False, "it took me three years..."),
        ("Loved “it took me three", "❤️", False, "it took me three"),
        ("Loved “She said “go” and I did”", "❤️", False, 'She said "go" and I did'),
        ("Reacted 😂 to “the pump”", "😂", False, "the pump"),
        ("\u200a\u200b👍\u200b to “\u200asee you\u200a”\u200a", "👍", False, "see you"),
        ("Removed a heart from “go”", "❤️", True, "go"),
        ("Removed 🎉 from “go”", "🎉", True, "go"),
        ("Removed a question mark from an image", "❓", True, None),
        ("Laughed at an image", "😂", False, None),
        ("Reacted 😮 to an image", "😮", False, None),
    ],
)
def test_what_was_felt_and_about_which_words(
    text: str, emoji: str, is_removed: bool, quoted: str | None
) -> None:
    certain = '"' not in text  # phones write the marks that printers do
    expected = MachineWords(MachineKind.REACTION, emoji, is_removed, quoted, is_certain=certain)
    assert machine_words(text) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "\u200b", "“”", '"', "Loved “", "👍", "\ud800", "x" * 9000]
)
def test_odd_and_empty_messages_are_no_machines(text: str) -> None:
    assert machine_words(text) is None
