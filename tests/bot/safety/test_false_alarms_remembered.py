"""What a coordinator called false of someone is remembered: next time they are asked first."""

from bot.metrics import CONCERNS
from flows.safety.triage import PLAIN_BY_SIGN, Risk, Triage
from tests.talking import Line, Phone


def test_each_false_alarm_lifts_the_bar_and_none_above_what_is_sure() -> None:
    just = Triage(Risk.CRISIS, (), bystander=False, by_sign=True, plain=True, lead=PLAIN_BY_SIGN)
    assert just.is_plain_after(0)
    assert not just.is_plain_after(1)
    sure = Triage(Risk.CRISIS, (), bystander=False, by_sign=True, plain=True, lead=6.0)
    assert sure.is_plain_after(50)


def test_a_cry_that_is_sure_calls_the_team_whatever_was_called_false(
    line: Line, asha: Phone, priya: Phone
) -> None:
    for number in (1, 2, 3):
        asha.says("I want to kill myself tonight")
        priya.hears("CRISIS")
        priya.says(f"CLOSE {number} false alarm, song words")
        line.moves_on(hours=2)
        for phone in (asha, priya):
            phone.news()
    asha.says("I want to kill myself tonight")
    asha.hears("116 123")
    priya.hears("CRISIS")


def test_the_operator_sees_how_many_alarms_were_false(asha: Phone, priya: Phone) -> None:
    before = CONCERNS.labels("crisis", "false_alarm")._value.get()
    asha.says("I want to kill myself tonight")
    priya.says("CLOSE 1 false alarm, song words")
    assert CONCERNS.labels("crisis", "false_alarm")._value.get() == before + 1
