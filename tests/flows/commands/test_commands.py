"""The words that always work, however they were typed; and what is not one of them."""

import pytest

from flows.commands.commands import Command, command


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(
            (text, Command.STOP)
            for text in (
                "STOP", "stop.", " Stop! ", "/stop", "'STOP'", "\u201cstop\u201d", "\u200fstop",
                "ｓｔｏｐ", "stop \U0001f64f", "unsubscribe",
            )
        ),
        ("Stop all", Command.STOP_ALL),
        ("MENU please", Command.MENU),
        ("my data", Command.MY_DATA),
    ],
)  # fmt: skip
def test_a_command_is_read_as_a_phone_sends_it(text: str, meant: Command) -> None:
    assert command(text) is meant


@pytest.mark.parametrize(
    "text", ["STOP eating bread", "stop please", "quit smoking", "end it all", "st\u00f3p", "", "/"]
)
def test_more_than_the_word_is_no_command(text: str) -> None:
    assert command(text) is None
