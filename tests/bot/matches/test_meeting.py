"""Meeting in person: both have to want it, and a coordinator agrees the place with each."""

import pytest

from tests.talking import Phone


@pytest.mark.usefixtures("asha_and_mo")
class TestMeet:
    def test_the_other_is_asked_and_the_team_is_told_where_both_would(
        self, asha: Phone, mo: Phone, priya: Phone
    ) -> None:
        asha.says("MEET")
        asha.hears("I'll ask Mo")
        mo.hears("Asha would like to meet you", "public place")
        priya.hears_nothing()
        mo.presses("Yes")
        mo.hears("You'd both like to meet")
        asha.hears("You'd both like to meet")
        priya.hears("Would like to meet", "Asha and Mo")

    def test_a_no_is_told_kindly_and_ends_nothing(
        self, asha: Phone, mo: Phone, priya: Phone
    ) -> None:
        mo.says("MEET")
        asha.hears("Mo would like to meet you")
        asha.presses("No")
        mo.news()
        asha.news()
        priya.hears_nothing()
        asha.says("did you get the bus in the end")
        mo.hears("did you get the bus in the end")

    def test_whoever_tries_to_agree_a_place_hears_of_it(self, asha: Phone) -> None:
        asha.says("come to 14 Mill Lane GL5 1AA on Tuesday")
        asha.hears("send MEET")


def test_with_nobody_to_meet_it_is_said(asha: Phone) -> None:
    asha.says("meet")
    asha.hears("nobody here to meet yet")
