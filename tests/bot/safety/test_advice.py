"""Questions for the care team: said whom to ask, once a day, and told to the team as often."""

import pytest

from tests.talking import Line, Phone

DOSE = "how many units should I take for a pizza?"
AGAIN = "should I stop taking my metformin?"


@pytest.mark.usefixtures("asha_and_mo")
class TestToAMentor:
    def test_it_passes_and_the_mentor_hears_that_it_is_not_theirs(
        self, asha: Phone, mo: Phone, priya: Phone
    ) -> None:
        asha.says(DOSE)
        asha.hears("ask your diabetes team, GP or pharmacist")
        mo.hears(DOSE, "That one is for Asha's care team")
        priya.hears("Advice wanted")

    def test_it_is_said_once_a_day(self, line: Line, asha: Phone, mo: Phone, priya: Phone) -> None:
        asha.says(DOSE)
        for phone in (asha, mo, priya):
            phone.news()
        line.moves_on(hours=3)
        asha.says(AGAIN)
        asha.hears_nothing()
        assert mo.news() == f"Asha: {AGAIN}"
        priya.hears_nothing()
        line.moves_on(days=1)
        for phone in (asha, mo):
            phone.news()
        asha.says(AGAIN)
        asha.hears("ask your diabetes team, GP or pharmacist")
        mo.hears("That one is for Asha's care team")

    def test_a_mentor_who_asks_for_their_mentee_is_told_what_the_training_says(
        self, asha: Phone, mo: Phone
    ) -> None:
        mo.says("my mentee asked me how many units she should inject, what do I say?")
        mo.hears("for their care team, not for you")


def test_whoever_asks_the_line_is_answered_each_time(asha: Phone, priya: Phone) -> None:
    for _ in range(2):
        asha.says(DOSE)
        asha.hears("ask your diabetes team, GP or pharmacist")
    assert priya.news().count("Advice wanted") == 1


@pytest.mark.usefixtures("asha_and_mo")
def test_what_a_mentor_asks_about_their_mentee_goes_to_nobody_unasked(
    asha: Phone, mo: Phone
) -> None:
    mo.says("Is it safe for her to fast on 10 units do you think?")
    mo.hears("for their care team, not for you", "reply SEND")
    asha.hears_nothing()
