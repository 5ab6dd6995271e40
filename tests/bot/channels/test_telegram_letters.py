"""Letters for Telegram."""

from bot.channels.telegram.keyboards import keyboard
from bot.channels.telegram.letters import compose
from bot.channels.text import utf16_length
from bot.messages import Button, Letter

YES, NO = Button("Yes", "q:yes"), Button("No", "q:no")


def labels(letter: Letter) -> list[list[str]]:
    markup = keyboard(letter).to_dict()
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return [[button["text"] for button in row] for row in rows]


def test_a_short_text_is_one_letter_with_its_buttons() -> None:
    assert compose("Are you 18 or over?", [YES, NO]) == (
        Letter("Are you 18 or over?", buttons=(YES, NO)),
    )


def test_orders_are_buttons_like_any() -> None:
    take = Button("I take it", "=ack 7")
    assert compose("Concern 7", orders=[take]) == (Letter("Concern 7", (take,)),)


def test_a_long_text_is_cut_at_sentence_ends_and_the_buttons_go_last() -> None:
    letters = compose("I slept well 😀. " * 500, [YES])
    assert len(letters) > 1
    assert all(utf16_length(letter.text) <= 4096 for letter in letters)
    assert all(letter.text.endswith("😀.") for letter in letters)
    assert [letter.buttons for letter in letters] == [()] * (len(letters) - 1) + [(YES,)]


def test_what_nobody_can_be_sent_is_left_out() -> None:
    assert compose("a\0b\ud800")[0].text == "ab\ufffd"


def test_short_labels_share_a_row_and_long_ones_have_their_own() -> None:
    scale = [Button(str(number), f"q:{number}") for number in range(11)]
    assert [len(row) for row in labels(Letter("How happy?", tuple(scale)))] == [8, 3]
    long = (Button("Living with diabetes", "a"), Button("Caring for someone", "b"), YES, NO)
    assert labels(Letter("Which?", long)) == [
        ["Living with diabetes"],
        ["Caring for someone"],
        ["Yes", "No"],
    ]


def test_a_question_of_place_offers_to_share_it_beside_the_other_answers() -> None:
    letter = Letter("Where are you?", (Button("Skip this", "q:skip"),), asks_position=True)
    assert labels(letter) == [["Share where I am"], ["Skip this"]]
    assert keyboard(letter).to_dict()["keyboard"][0][0]["request_location"] is True


def test_a_letter_that_asks_nothing_takes_the_last_keyboard_away() -> None:
    assert keyboard(Letter("Thank you")).to_dict()["remove_keyboard"] is True
