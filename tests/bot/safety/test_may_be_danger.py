"""What may be danger, and may as well be ordinary talk: nobody is paged, and nothing is stopped."""

from flows.safety.triage import GRAVE, triage
from flows.vocabulary import Channel
from storage import concerns
from storage.concerns import ConcernKind
from tests.talking import Line, Phone


def is_grave(words: str) -> bool:
    return triage(words).label in GRAVE


SAYINGS = (
    "it all feels like a bit much and ive had enough of today",
    "cant do this anymore",
    "i feel like a burden on everyone",
    "the nights are the worst, i think about not being here",
)
# Whatever the weights have learned by now, one of these tells of danger and not plainly.
HEAVY = next(each for each in SAYINGS if is_grave(each) and not triage(each).plain)


def test_the_words_go_on_and_their_writer_is_asked(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    line.introduces(asha, mo)
    asha.says(HEAVY)
    assert mo.news() == f"Asha: {HEAVY}"
    asha.hears("That sounds like a lot", "Are you safe right now?", "116 123")
    priya.hears_nothing()


def test_a_yes_is_the_end_of_it_and_a_coordinator_finds_it_on_her_list(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    line.introduces(asha, mo)
    asha.says(HEAVY)
    asha.news()
    mo.says("Are you coming on Thursday?")
    asha.hears("Thursday")
    asha.says("yes")
    asha.hears("I'm glad")
    assert mo.news() == f"Asha: {HEAVY}"
    priya.hears_nothing()
    priya.says("CONCERNS")
    priya.hears("May be danger")
    priya.says("SHOW 1")
    priya.hears(HEAVY)


def test_a_no_calls_everyone(line: Line, asha: Phone, priya: Phone) -> None:
    asha.says(HEAVY)
    asha.news()
    asha.says("no")
    asha.hears("call 999 now")
    priya.hears("not safe")


def test_a_second_such_message_within_a_day_is_plain(
    line: Line, asha: Phone, mo: Phone, priya: Phone
) -> None:
    line.introduces(asha, mo)
    asha.says(HEAVY)
    mo.news()
    line.moves_on(hours=3)
    asha.says(HEAVY)
    priya.hears("CRISIS")
    mo.hears("Our team is in touch with Asha")


def test_it_waits_for_nothing_of_the_pair(line: Line, asha: Phone, mo: Phone) -> None:
    line.introduces(asha, mo)
    asha.says(HEAVY)
    asha.news()
    mo.news()
    mo.says("Ring me? No, write! How was the clinic?")
    asha.hears("How was the clinic?")
    asha.says("Hi Mo, it went well, the nurse was lovely")
    mo.hears("the nurse was lovely")


def test_someone_new_still_joins(line: Line, priya: Phone) -> None:
    ben = line.phone("Ben", Channel.SMS, "+447700900102")
    ben.says(HEAVY)
    ben.hears("welcome", "116 123")
    priya.hears_nothing()
    with line.database.session() as db:
        assert [each.kind for each in concerns.all_open(db)] == [ConcernKind.MAY_BE]
