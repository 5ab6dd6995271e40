"""In a talk with the team, what is said goes to the team; what may be a letter is asked about."""

import pytest

from tests.talking import Line, Phone


@pytest.fixture
def talking(line: Line, asha: Phone, mo: Phone, priya: Phone) -> None:
    """Priya has written to Asha, who has a mentor."""
    line.introduces(asha, mo)
    asha.says("PERSON")
    priya.says("SAY 1 hello, Priya here. What is it about?")
    for phone in (asha, mo, priya):
        phone.news()


@pytest.mark.usefixtures("talking")
class TestWhatIsSaid:
    @pytest.mark.parametrize("opens", ["MENU", "NIGHTS"])
    def test_reaches_the_team_whatever_has_been_opened(
        self, asha: Phone, mo: Phone, priya: Phone, opens: str
    ) -> None:
        asha.says(opens)
        asha.says("it is about my rent arrears, I am ashamed")
        priya.hears("rent arrears")
        mo.hears_nothing()

    def test_is_asked_about_where_it_names_the_partner(
        self, asha: Phone, mo: Phone, priya: Phone
    ) -> None:
        asha.says("it is about Mo, please never let him know")
        asha.hears("Is that for Mo, or for us?")
        mo.hears_nothing()
        asha.presses("For us")
        priya.hears("never let him know")
        mo.hears_nothing()

    def test_is_asked_about_where_it_may_answer_the_partner(
        self, line: Line, asha: Phone, mo: Phone, priya: Phone
    ) -> None:
        line.moves_on(minutes=2)
        mo.says("how are the new tablets?")
        asha.news()
        asha.says("They are no better")
        asha.hears("Is that for Mo, or for us?")
        asha.presses("Mo")
        mo.hears("They are no better")
        priya.hears_nothing()

    def test_goes_along_with_no_later_send(
        self, line: Line, asha: Phone, mo: Phone, priya: Phone
    ) -> None:
        asha.says("I owe 900 pounds in rent")
        asha.says("and nobody at home knows")
        priya.says("CLOSE 1 spoke with her")
        line.moves_on(hours=2)
        mo.news()
        asha.says("Away until Sunday")
        asha.says("SEND")
        assert mo.news() == "Asha: Away until Sunday"
