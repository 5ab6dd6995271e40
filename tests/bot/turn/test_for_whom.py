"""What is for the line never reaches a partner unasked; what is for the partner arrives."""

from datetime import timedelta

import pytest

from bot.conversations.questions import ask
from bot.post import Post
from flows.vocabulary import Channel, FlowName
from storage import people
from storage.database import Database
from tests.talking import Line, Phone

FOR_LINE = (
    # a complaint
    "I want to make a complaint",
    "how do I complain about my mentor",
    "my mentor never answers me",
    "I'm not happy with my mentor",
    "who do I complain to about Mo",
    "this service is useless",
    # another mentor, or none
    "can I change my mentor please",
    "could I have a different mentor",
    "I don't want to talk to Mo anymore",
    "id like someone else please",
    "it isn't working with my mentor",
    "please end my match",
    # check-ins
    "stop the check ins",
    "can you do my check-in on mondays instead",
    "no more check ins please",
    "how do i change the day of my check in",
    "too many check ins",
    # places and services
    "any groups near me",
    "is there a walking group near GL2",
    "find me a food bank near here",
    "where's my nearest exercise class",
    "change my postcode",
    "I've moved, how do I update my address",
    # data
    "what data do you hold on me",
    "delete all my data",
    "can I see my records please",
    # what this is
    "is this a bot",
    "am I talking to a real person",
    "how much does this cost",
    "can I speak to someone on your team",
)
FOR_PARTNER = (
    "I complained to the council about the bins",
    "my neighbour put in a complaint about our dog",
    "the surgery never answers the phone",
    "they've changed my nurse again",
    "I'm not happy with my feet, they tingle",
    "I might change my doctor in the new year",
    "I fancied something different so we had fish",
    "do you want to stop there for today?",
    "did you change your mind about the gym",
    "my check up is on monday instead",
    "the check-in desk at the hospital was closed",
    "too many appointments this week",
    "the group last night was lovely",
    "I went to the walking group near the canal",
    "do you still go to your class?",
    "the food bank was very busy when I helped out",
    "nearest I've got to a gym is the stairs",
    "we're moving house in the spring",
    "my postcode doesn't get the fast internet",
    "the clinic lost all my details again",
    "I had to delete half my photos, phone was full",
    "my records showed it was ten years ago",
    "it was a robot on the phone at the bank",
    "are you a real coffee person or is it decaf",
    "how much did yours cost?",
    "the team played well for once",
    "I spoke to someone at work about my breaks",
    "who's your team then",
    "yes I did, twice",
    "I stopped smoking in march",
)
ASKED = "Is that for Mo, or for us?"
MENU = "What would you like to do?"  # no answer to anything that is asked of us


def pair(database: Database, channel: Channel) -> tuple[Line, Phone, Phone]:
    line = Line(database)
    address = "1001" if channel is Channel.TELEGRAM else "+447700900101"
    asha, mo = line.member("Asha", channel, address), line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(asha, mo)
    return line, asha, mo


@pytest.mark.parametrize("channel", list(Channel))
def test_what_is_for_the_line_reaches_no_partner_unasked(
    database: Database, channel: Channel
) -> None:
    line, asha, mo = pair(database, channel)
    leaked, ignored = [], []
    for words in FOR_LINE:
        line.now += timedelta(days=2)  # nothing is asked any more
        asha.says(words)
        leaked += [words] if words in mo.news() else []
        heard = asha.news()
        ignored += [words] if not heard or MENU in heard else []
    assert (leaked, ignored) == ([], [])


@pytest.mark.parametrize("channel", list(Channel))
def test_what_is_for_the_partner_arrives(database: Database, channel: Channel) -> None:
    line, asha, mo = pair(database, channel)
    asked, lost = [], []
    for words in FOR_PARTNER:
        line.now += timedelta(days=2)
        asha.says(words)
        if ASKED in asha.news():
            asked.append(words)
            asha.says("Mo")
        lost += [words] if mo.news() != f"Asha: {words}" else []
    assert lost == []
    assert len(asked) <= 2, asked  # to be sure of a wish, a few may be asked about


def test_what_more_is_said_of_the_partner_after_an_answer_is_asked_about(
    database: Database,
) -> None:
    line, asha, mo = pair(database, Channel.SMS)
    with database.session() as db:
        post = Post(db, line.now, rules=line.rules)
        ask(post, people.get(db, asha.person_id), FlowName.MIDPOINT, 1)
    line.settle()
    asha.says("so so")
    assert "How is it going" in asha.news()
    line.now += timedelta(minutes=3)
    asha.says("but she is kind i suppose")
    assert ASKED in asha.news()
    assert not mo.news()
    asha.says("Mo")
    mo.hears("but she is kind i suppose")
    asha.news()
    line.now += timedelta(minutes=30)
    asha.says("but she is kind i suppose")
    mo.hears("but she is kind i suppose")


def test_whoever_asks_us_to_stop_the_check_ins_is_asked_for_no_day(line: Line) -> None:
    asha = line.member("Asha", Channel.TELEGRAM, "1001")
    line.introduces(asha, line.mentor("Mo", Channel.TELEGRAM, "1002"))
    asha.news()
    asha.says("stop the check-ins please")
    asha.hears("no check-ins")
