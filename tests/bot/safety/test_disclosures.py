"""What somebody told of a partner never goes to that partner with something else."""

import pytest

from tests.talking import Line, Phone

pytestmark = pytest.mark.usefixtures("asha_and_mo", "priya")


def test_a_disclosure_is_not_sent_with_what_is_sent_later(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    asha.says("Mo has been following me home and threatened to hurt me, I'm scared of him")
    assert "safeguarding" in priya.news().lower()
    priya.says("ACK 1")
    priya.says("CLOSE 1 spoke to her, Mo warned")
    line.moves_on(days=5)
    asha.says("are there any walking groups near me")
    mo.news()
    asha.says("SEND")
    told = mo.news()
    assert "walking groups" in told
    assert "following me" not in told


def test_nor_while_the_team_still_has_it_in_hand(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    asha.says("Mo has been following me home and threatened to hurt me, I'm scared of him")
    line.moves_on(hours=5)
    asha.says("are there any walking groups near me")
    mo.news()
    asha.says("SEND")
    told = mo.news()
    assert "walking groups" in told
    assert "following me" not in told


def test_a_false_alarm_is_offered_days_later_and_send_finds_it(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    asha.says("my husband hits me and I'm scared to go home")
    line.moves_on(days=2)
    priya.says("ACK 1")
    priya.says("CLOSE 1 false alarm, it was a film")
    asha.hears("SEND")
    asha.says("SEND")
    mo.hears("my husband hits me")


def test_what_is_asked_about_a_disclosure_is_no_letter_unasked(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    asha.says("Mo has been following me home and threatened to hurt me, I'm scared of him")
    line.moves_on(hours=3)
    mo.news()
    asha.news()
    asha.says("did you tell him??")
    asha.hears("Is that for Mo, or for us?")
    mo.hears_nothing()
