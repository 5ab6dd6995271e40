"""What a coordinator's message is: an order, nearly one, or words like anyone's."""

from dataclasses import replace

import pytest

from flows.commands.orders import (
    InHand,
    Lacks,
    NearMiss,
    Order,
    OrderWord,
    Read,
    is_false_alarm,
    order,
    pressed,
)

ACK, SHOW, SAY, TELL = OrderWord.ACK, OrderWord.SHOW, OrderWord.SAY, OrderWord.TELL
CLOSE, ADULT, HOLD = OrderWord.CLOSE, OrderWord.ADULT, OrderWord.HOLD
APPROVE, REFUSE = OrderWord.APPROVE, OrderWord.REFUSE
CONCERNS, MATCHES, HELP = OrderWord.CONCERNS, OrderWord.MATCHES, OrderWord.HELP

# Concern 7 is open and waits; 2 was hers, and closed a few minutes ago.
DUTY = InHand(open=frozenset({7}), untaken=frozenset({7}), theirs=frozenset({2}))
MENTOR = replace(DUTY, has_partners=True)
REPLYING = replace(MENTOR, answering=7)
SEVERAL = InHand(open=frozenset({5, 7, 9}), untaken=frozenset({9}))
TAKEN = InHand(open=frozenset({5, 7}))
NOTHING = InHand()

ACK_7 = Order(ACK, 7)


def near(word: OrderWord, number: int | None, lacks: Lacks) -> NearMiss:
    return NearMiss(word, number, lacks)


def says(words: str) -> Order:
    return Order(SAY, 7, words)


AS_ACK_7 = [
    "ACK 7", "ack 7", "Ack 7.", "/ack 7", "/ack@along_bot 7", "“ACK 7”", "'ack 7'", "«ack 7»",
    "👍 ack 7", "ack 7 👍🏽", "ack no 7", "ack no. 7", "Ack number 7", "ack #7", "ack: 7",
    "ack - 7", "ack concern 7", "ack concern no 7", "ACK7", "\u200eack 7", "ack\u00a07", "ack\n7",
    "ＡＣＫ　７",
    "ack 7️⃣", "ack ⑦", "ack ٧", "*ack 7*", "> ack 7", "- ack 7", "ack \u200b7", "ack",
    "ack!", "ack please", "Ack 👍", "ack 7\n\nSent from my iPhone",
]  # fmt: skip


@pytest.mark.parametrize("text", AS_ACK_7)
@pytest.mark.parametrize("hand", [DUTY, MENTOR, REPLYING], ids=["duty", "mentor", "replying"])
def test_an_order_is_read_as_a_phone_sends_it(text: str, hand: InHand) -> None:
    assert order(text, hand) == ACK_7


ROWS: list[tuple[str, InHand, Read]] = [
    # Words may follow.
    ("Ack 7 thanks", MENTOR, ACK_7),
    ("ack 7 ringing her now", MENTOR, ACK_7),
    ("show 7 pls", MENTOR, Order(SHOW, 7)),
    ("show 2", DUTY, Order(SHOW, 2)),
    ("adult 7 please", DUTY, Order(ADULT, 7)),
    ("ADULT 7 it was her niece", MENTOR, Order(ADULT, 7, "it was her niece")),
    ("approve 3", DUTY, Order(APPROVE, 3)),
    ("/refuse no 3", MENTOR, Order(REFUSE, 3)),
    ("hold 3 please", MENTOR, Order(HOLD, 3)),
    # Those that stand alone.
    ("ON", MENTOR, Order(OrderWord.ON)),
    ("on duty", DUTY, Order(OrderWord.ON)),
    ("I’m off duty now", DUTY, Order(OrderWord.OFF)),
    ("/off", DUTY, Order(OrderWord.OFF)),
    ("concerns please", DUTY, Order(CONCERNS)),
    ("“Matches”", DUTY, Order(MATCHES)),
    ("help", MENTOR, Order(HELP)),
    ("/menu", DUTY, Order(HELP)),
    ("Duty", DUTY, Order(HELP)),
    ("menu me", DUTY, Order(OrderWord.OWN_MENU)),
    ("concerns", REPLYING, Order(CONCERNS)),
    # What is written to somebody is kept as it was typed.
    ("SAY 7 “Hi” Asha 😀 ½ an hour?", DUTY, says("“Hi” Asha 😀 ½ an hour?")),
    ("say 7: Are you at home?", MENTOR, says("Are you at home?")),
    ("“say 7 I’ll ring you”", DUTY, says("I’ll ring you")),
    ("say 7️⃣ ❤️", DUTY, says("❤️")),
    ("tell #7 may we talk", DUTY, Order(TELL, 7, "may we talk")),
    ("say 2 one more thing", DUTY, Order(SAY, 2, "one more thing")),
    # Only where the number is that of something open, or was theirs just now.
    ("Say 1 thing you liked about today", MENTOR, None),
    ("tell 4 people and see", MENTOR, None),
    ("say 1 thing you liked", NOTHING, near(SAY, 1, Lacks.OPEN)),
    ("say 7 things you liked", MENTOR, near(SAY, 7, Lacks.SENSE)),
    ("say 7: things will get better", MENTOR, says("things will get better")),
    ("close 4 of them", MENTOR, None),
    ("show 4 of yours to the nurse", MENTOR, None),
    ("hold 2 minutes", MENTOR, None),
    ("hold 5 mins pls", DUTY, None),
    ("say 7:30 is fine", MENTOR, None),
    ("ack 8", DUTY, near(ACK, 8, Lacks.OPEN)),
    ("close 8 all well", DUTY, near(CLOSE, 8, Lacks.OPEN)),
    ("tell 8 hello", DUTY, near(TELL, 8, Lacks.OPEN)),
    # What is missing.
    ("close 7", MENTOR, near(CLOSE, 7, Lacks.WORDS)),
    ("close 7.", DUTY, near(CLOSE, 7, Lacks.WORDS)),
    ("say 7", DUTY, near(SAY, 7, Lacks.WORDS)),
    ("ack", SEVERAL, Order(ACK, 9)),
    ("ack", TAKEN, near(ACK, None, Lacks.NUMBER)),
    ("ack", NOTHING, near(ACK, None, Lacks.NUMBER)),
    ("ack asha", MENTOR, near(ACK, None, Lacks.NUMBER)),
    ("show", DUTY, Order(SHOW, 7)),
    ("show", SEVERAL, near(SHOW, None, Lacks.NUMBER)),
    ("say asha are you ok", DUTY, near(SAY, None, Lacks.NUMBER)),
    ("say hello from me", MENTOR, None),
    ("tell me more", DUTY, None),
    ("approve", DUTY, near(APPROVE, None, Lacks.NUMBER)),
    ("ack 7 and 9", SEVERAL, near(ACK, 7, Lacks.ONE)),
    ("ack 7, 9", SEVERAL, near(ACK, 7, Lacks.ONE)),
    ("ack 5 & ack 7", SEVERAL, near(ACK, 5, Lacks.ONE)),
    # Otherwise put.
    ("acknowledge 7", MENTOR, near(ACK, 7, Lacks.WORD)),
    ("Acknowledged concern 7", DUTY, near(ACK, 7, Lacks.WORD)),
    ("ack seven", DUTY, near(ACK, 7, Lacks.WORD)),
    ("I'll take 7", MENTOR, near(ACK, 7, Lacks.WORD)),
    ("7 ack", DUTY, near(ACK, 7, Lacks.WORD)),
    ("clsoe 7 all is well", DUTY, near(CLOSE, 7, Lacks.WORD)),
    ("aprove 3", DUTY, near(APPROVE, 3, Lacks.WORD)),
    ("read 7", DUTY, near(SHOW, 7, Lacks.WORD)),
    ("take 2 with food", MENTOR, None),
    ("take 7 with food", MENTOR, None),
    ("read 3 pages", MENTOR, None),
    ("who’s waiting?", MENTOR, near(CONCERNS, None, Lacks.WORD)),
    ("list of concerns", DUTY, near(CONCERNS, None, Lacks.WORD)),
    ("any open concerns?", DUTY, near(CONCERNS, None, Lacks.WORD)),
    ("list matches", DUTY, near(MATCHES, None, Lacks.WORD)),
    ("clocking off", DUTY, near(OrderWord.OFF, None, Lacks.WORD)),
    ("list of mentors", DUTY, near(HELP, None, Lacks.WORD)),
    # False alarms.
    ("close 7 false alarm, a song", DUTY, Order(CLOSE, 7, "false alarm, a song")),
    ("close 7 - was a false alarm", MENTOR, Order(CLOSE, 7, "was a false alarm")),
    ("FALSE 7", DUTY, Order(CLOSE, 7, "false alarm")),
    ("false alarm 7 she was joking", DUTY, Order(CLOSE, 7, "false alarm. she was joking")),
    ("close 1 false alarm", DUTY, Order(CLOSE, 1, "false alarm")),  # closed long ago, too
    ("false alarm", DUTY, near(CLOSE, 7, Lacks.WORDS)),
    ("false alarm, sensor was wrong", MENTOR, None),
    # Telegram's own Reply to a letter about concern 7, and what follows the button.
    ("Hi, are you at home?", REPLYING, says("Hi, are you at home?")),
    ("yes", REPLYING, says("yes")),
    ("Close your eyes and breathe", REPLYING, says("Close your eyes and breathe")),
    ("tell me what happened", REPLYING, says("tell me what happened")),
    ("Say 1 thing you can see", REPLYING, says("Say 1 thing you can see")),
    ("hold 2 minutes, I'll ring", REPLYING, says("hold 2 minutes, I'll ring")),
    ("say hi there", REPLYING, says("hi there")),
    ("close, her GP knows", REPLYING, Order(CLOSE, 7, "her GP knows")),
    ("close her GP knows", REPLYING, Order(CLOSE, 7, "her GP knows")),
    ("close: the GP was told", REPLYING, Order(CLOSE, 7, "the GP was told")),
    ("close", REPLYING, near(CLOSE, 7, Lacks.WORDS)),
    ("show it", REPLYING, Order(SHOW, 7)),
    ("false alarm", REPLYING, Order(CLOSE, 7, "false alarm")),
    ("adult", REPLYING, Order(ADULT, 7)),
    ("ack 9", REPLYING, near(ACK, 9, Lacks.OPEN)),
    ("acknowledge 7", REPLYING, near(ACK, 7, Lacks.WORD)),
    ("how is it", replace(NOTHING, answering=4), near(SAY, 4, Lacks.OPEN)),
    # The line's own words are everybody's.
    ("STOP", REPLYING, None),
    ("delete me", DUTY, None),
    ("send", MENTOR, None),
    ("yes", DUTY, None),
    ("got it, thanks", MENTOR, None),
    ("good morning", DUTY, None),
    ("", DUTY, None),
]


@pytest.mark.parametrize(("text", "hand", "meant"), ROWS)
def test_a_message_is_read_by_what_its_writer_has_in_hand(
    text: str, hand: InHand, meant: Read
) -> None:
    assert order(text, hand) == meant


@pytest.mark.parametrize(
    "outcome",
    ["false alarm", "False alarm!", "was a false alarm", "- false alarm: a film",
     "it was just a false alarm", "false-alarm", "That's a false alarm"],
)  # fmt: skip
def test_a_false_alarm_is_known_by_how_its_outcome_begins(outcome: str) -> None:
    assert is_false_alarm(outcome)


@pytest.mark.parametrize(
    "outcome", ["not a false alarm", "no false alarm this time", "rang her, false teeth", "alarm"]
)
def test_what_only_speaks_of_one_is_none(outcome: str) -> None:
    assert not is_false_alarm(outcome)


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ("=ack 7", ACK_7),
        ("=reply 7", Order(OrderWord.REPLY, 7)),
        ("=menu me", Order(OrderWord.OWN_MENU)),
        ("12.3.yes", None),
        ("=nonsense 7", None),
    ],
)
def test_a_button_is_an_order(data: str, meant: Order | None) -> None:
    assert pressed(data) == meant
