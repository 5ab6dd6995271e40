"""What anyone may have of us, whoever they are: to see what is held, and to have it deleted."""

import pytest

from flows.vocabulary import PersonStatus
from storage import people
from tests.talking import Line, Phone


@pytest.mark.parametrize("status", [PersonStatus.BLOCKED, PersonStatus.UNDER_AGE])
def test_whoever_is_cut_off_can_still_be_forgotten(
    line: Line, ben: Phone, status: PersonStatus
) -> None:
    with line.database.session() as db:
        people.get(db, ben.person_id).status = status
    ben.says("DELETE ME")
    ben.hears("delete everything")
    ben.says("yes")
    ben.hears("It's done")
    with line.database.session() as db:
        assert people.get(db, ben.person_id).status is PersonStatus.ERASED


def test_a_phone_that_was_lost_opens_nothing_after_the_number_has_moved(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says("LINK")
    code = "".join(filter(str.isdecimal, asha.news()))[-6:]
    from bot.people import links
    from bot.post import Post
    from flows.vocabulary import Channel

    newer = line.phone("Asha", Channel.TELEGRAM, "2001")
    newer.says("hello")
    with line.database.session() as db:
        post = Post(db, line.now, rules=line.rules)
        assert links.move(post, people.get(db, newer.person_id), people.get(db, asha.person_id))
    thief = line.phone("Somebody", Channel.SMS, "+447700900177")
    thief.says(f"LINK {code}")
    assert "that this is you" not in thief.news()
