"""Letters for SMS."""

from bot.channels.sms.letters import compose
from bot.messages import Button, Letter

TYPES = [Button("Type 1", "q:type1"), Button("Type 2", "q:type2")]


def test_options_are_numbered_lines_under_the_question() -> None:
    assert compose("Which type?", TYPES) == (Letter("Which type?\n1 Type 1\n2 Type 2"),)


def test_typographic_marks_go() -> None:
    assert compose("It’s “fine”…")[0].text == 'It\'s "fine"...'


def test_a_long_text_is_cut_at_sentence_ends() -> None:
    letters = compose("I slept well last night. " * 200)
    assert len(letters) == 4
    assert all(len(letter.text) <= 1600 for letter in letters)
    assert all(letter.text.endswith("night.") for letter in letters)


def test_options_that_do_not_fit_under_the_text_come_after_it() -> None:
    question = "y" * 1590
    assert compose(question, TYPES) == (Letter(question), Letter("1 Type 1\n2 Type 2"))


def test_a_position_cannot_be_shared_by_text_so_nothing_offers_it() -> None:
    assert compose("Where are you?", asks_position=True) == (Letter("Where are you?"),)


def test_an_order_has_no_number_which_would_answer_a_question() -> None:
    take = Button("I take it", "=ack 7")
    assert compose("Concern 7", orders=[take]) == (Letter("Concern 7"),)
