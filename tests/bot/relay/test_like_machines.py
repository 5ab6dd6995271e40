"""What looks like a machine's words may be a person's: it is never eaten without a word."""

import pytest

from flows.vocabulary import Channel
from tests.talking import Line, Phone

LIKE_MACHINES = [
    "Away until Sunday",
    "I'm on holiday until Friday, I'll get back to you then",
    "Thanks for your message! We are having a great time in Wales",
    "Reminder: your clinic appointment is on Tuesday at 10",
]


@pytest.fixture
def ben(line: Line) -> Phone:
    return line.member("Ben", Channel.SMS, "+447700900102")


@pytest.fixture
def to_mo(line: Line, asha: Phone, ben: Phone, mo: Phone) -> None:
    line.introduces(asha, mo)
    line.introduces(ben, mo)
    for phone in (asha, ben, mo):
        phone.news()


@pytest.mark.usefixtures("to_mo")
class TestWithSomebodyToWriteTo:
    @pytest.mark.parametrize("words", LIKE_MACHINES)
    def test_it_waits_and_goes_with_send(self, ben: Phone, mo: Phone, words: str) -> None:
        ben.says(words)
        ben.hears("looks like an automatic message", "If you wrote it for Mo, reply SEND")
        mo.hears_nothing()
        ben.says("SEND")
        mo.hears(words)

    def test_a_machine_that_answers_that_is_not_answered_again(
        self, line: Line, ben: Phone, mo: Phone
    ) -> None:
        ben.says("I'm on holiday until Friday, I'll get back to you then")
        ben.news()
        line.moves_on(seconds=2)
        ben.says("I'm on holiday until Friday, I'll get back to you then")
        ben.hears_nothing()
        mo.hears_nothing()

    @pytest.mark.parametrize("words", LIKE_MACHINES)
    def test_telegrams_reply_is_a_persons(self, asha: Phone, mo: Phone, words: str) -> None:
        mo.says("Asha: hello")
        asha.says(words, on_message=asha.received[-1][0])
        mo.hears(words)

    def test_a_photo_that_was_never_sent_here_is_a_persons(self, ben: Phone, mo: Phone) -> None:
        ben.says("Loved your photo")
        mo.hears("Loved your photo")

    def test_words_that_quote_nothing_anybody_wrote_are_read_for_danger(
        self, line: Line, ben: Phone, mo: Phone, priya: Phone
    ) -> None:
        ben.says("Emphasised “I want to kill myself tonight”")
        assert "999" in ben.news()
        assert priya.news()

    def test_a_reaction_to_a_partners_joke_is_no_cry(
        self, line: Line, ben: Phone, mo: Phone, priya: Phone
    ) -> None:
        mo.says("Ben: I could murder a biscuit, dying for one")
        ben.news()
        line.moves_on(days=20)
        for phone in (ben, mo, priya):
            phone.news()
        ben.says("Laughed at “I could murder a biscuit, dying for one”")
        priya.hears_nothing()
        ben.hears_nothing()
        mo.hears("Ben put 😂")


def test_a_machines_own_words_get_no_answer(line: Line, mo: Phone, ben: Phone) -> None:
    line.introduces(ben, mo)
    ben.news()
    mo.news()
    ben.says("This is an automatic reply. This inbox is not monitored.")
    ben.hears_nothing()
    mo.hears_nothing()


def test_with_nobody_to_write_to_it_is_said_that_nothing_came_of_it(ben: Phone) -> None:
    ben.says("Away until Sunday")
    ben.hears("looks like an automatic message", "please say it in other words")


@pytest.mark.usefixtures("to_mo")
@pytest.mark.parametrize(
    "words",
    [
        'Loved "Slow Horses"',
        "Just text STOP to stop the weekly questions",
        "This is an automatic pump so no need to inject",
        "Three: oats, yoghurt and berries for breakfast",
        "Thank you for calling Dr Khan about the pump",
        "Your prescription will be ready to collect from Boots",
    ],
)
def test_what_only_looks_like_a_machines_is_never_thrown_away(
    ben: Phone, mo: Phone, words: str
) -> None:
    ben.says(words)
    ben.hears("reply SEND")
    ben.says("SEND")
    mo.hears(words)


@pytest.mark.usefixtures("to_mo")
def test_a_complaint_that_begins_like_a_notice_is_a_complaint(
    asha: Phone, mo: Phone, priya: Phone
) -> None:
    asha.says("CONCERN")
    asha.presses("Mo")
    asha.news()
    asha.says("Reminder: Mo missed our appointment 3 times")
    assert "SEND" not in asha.news()
    priya.hears("missed our appointment")
    assert "missed" not in mo.news()
