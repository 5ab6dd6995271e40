"""What somebody told of a partner never goes to that partner with something else."""

from flows.vocabulary import Channel
from storage.database import Database
from tests.talking import Line


def test_a_disclosure_is_not_sent_with_what_is_sent_later(database: Database) -> None:
    line = Line(database)
    asha = line.member("Asha", Channel.TELEGRAM, "1001")
    mo = line.mentor("Mo", Channel.TELEGRAM, "1002")
    line.introduces(asha, mo)
    priya = line.coordinator("Priya", Channel.TELEGRAM, "1003")
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
