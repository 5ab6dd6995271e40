"""Kept words: they go to whoever they were for, once, when their writer says so; or stay here."""

import pytest

from bot.conversations.questions import ask
from bot.matches import matchmaking
from bot.post import Post
from flows.vocabulary import Channel, FlowName
from storage import people
from tests.talking import Line, Phone

OPEN = "groups?"  # of ours, or of the one they had been to


@pytest.fixture
def asha(line: Line, mo: Phone) -> Phone:
    return introduced(line, line.member("Asha", Channel.TELEGRAM, "1001"), mo)


@pytest.fixture
def ben(line: Line, mo: Phone) -> Phone:
    return introduced(line, line.member("Ben", Channel.SMS, "+447700900101"), mo)


def introduced(line: Line, mentee: Phone, mentor: Phone) -> Phone:
    line.introduces(mentee, mentor)
    return mentee


def both_write(asha: Phone, ben: Phone, mo: Phone) -> None:
    """So that what Mo writes next may be for either."""
    asha.says("the dog is better")
    ben.says("it rained all day")
    for phone in (asha, ben, mo):
        phone.news()


def are_asked(line: Line, phone: Phone, flow: FlowName) -> None:
    with line.database.session() as db:
        post = Post(db, line.now, rules=line.rules)
        ask(post, people.get(db, phone.person_id), flow, 1)
    line.settle()
    phone.news()


class TestSend:
    def test_asks_for_whom_once_more_where_that_is_not_clear_and_passes_it_on_once(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        both_write(asha, ben, mo)
        mo.says("well done")
        mo.hears("Who was that for?")
        mo.says("send")
        mo.hears("well done", "Who was that for?")
        mo.says("asha")
        assert asha.news() == "Mo: well done"
        mo.says("send")
        mo.hears("nothing waiting")
        ben.hears_nothing()

    def test_is_no_guess_when_one_of_two_has_gone(self, asha: Phone, ben: Phone, mo: Phone) -> None:
        both_write(asha, ben, mo)
        mo.says("well done")
        asha.says("stop")
        mo.says("send")
        mo.hears("well done", "Is that for Ben, or for us?")
        ben.hears_nothing()

    def test_goes_to_the_one_whose_message_was_answered_whoever_wrote_since(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("the dog is better")
        mo.says("I want to die", on_message=mo.received[-1][0])
        mo.hears("We haven't passed that on to Asha")
        line.moves_on(hours=13)
        ben.says("it rained all day")
        ben.news()
        mo.says("send")
        mo.hears("passed this on to Asha")
        assert asha.news() == "Mo: I want to die"
        ben.hears_nothing()

    def test_brings_nothing_to_a_new_partner_that_was_kept_from_an_earlier_one(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        asha.says(OPEN)
        asha.hears("Is that for Mo, or for us?")
        mo.says("CHANGE")
        mo.says("Just stop here")
        kay = line.mentor("Kay", Channel.SMS, "+447700900105")
        line.introduces(asha, kay)
        asha.says("send")
        asha.hears("Your chats with Mo have ended")
        kay.hears_nothing()

    def test_finds_words_again_when_whoever_they_were_for_is_back(
        self, asha: Phone, mo: Phone
    ) -> None:
        asha.says(OPEN)
        mo.says("stop")
        asha.says("send")
        asha.hears("Mo can't talk just now")
        mo.says("start")
        mo.news()
        asha.says("send")
        assert mo.news() == f"Asha: {OPEN}"

    def test_ends_the_question(self, asha: Phone, mo: Phone) -> None:
        asha.says(OPEN)
        asha.says("send")
        asha.hears("passed this on to Mo", OPEN)
        mo.news()
        asha.says("1 hour on the bike today")
        assert mo.news() == "Asha: 1 hour on the bike today"


class TestForWhom:
    def test_is_said_of_the_words_just_written_and_of_none_before(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        both_write(asha, ben, mo)
        mo.says("well done")
        line.moves_on(days=3)
        both_write(asha, ben, mo)
        mo.says("how was the walk")
        mo.news()
        mo.says("ben")
        mo.hears("on its way to Ben", "We still have this from before", "well done", "reply SEND")
        assert ben.news() == "Mo: how was the walk"
        asha.hears_nothing()

    @pytest.mark.parametrize(
        ("flow", "words", "done"),
        [
            (FlowName.CARRYING_ON, "yes", "you and Asha carry on talking"),
            (FlowName.MIDPOINT, "what would you do", "Someone on our team will read that"),
        ],
    )
    def test_for_us_is_an_answer_to_what_was_asked(
        self, line: Line, asha: Phone, mo: Phone, flow: FlowName, words: str, done: str
    ) -> None:
        are_asked(line, mo, flow)
        line.moves_on(minutes=5)
        asha.says("are you well?")
        mo.news()
        mo.says(words)
        mo.hears("Is that for Asha, or for us?")
        asha.news()
        mo.says("us")
        mo.hears("it stays with us", done)
        assert words not in asha.news()

    def test_for_the_other_leaves_the_question_where_it_was(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        are_asked(line, mo, FlowName.CARRYING_ON)
        line.moves_on(minutes=5)
        asha.says("are you well?")
        mo.news()
        mo.says("yes")
        mo.says("asha")
        asha.hears("Mo: yes")
        mo.hears("on its way to Asha", "would like to carry on talking")

    @pytest.mark.parametrize(
        ("words", "done"),
        [
            ("can you put me through to the team please", "Someone on our team will write"),
            ("are you a robot", "the automatic part"),
        ],
    )
    def test_for_us_is_whatever_is_wanted_of_us(
        self, line: Line, asha: Phone, mo: Phone, words: str, done: str
    ) -> None:
        are_asked(line, asha, FlowName.MIDPOINT)
        asha.says(words)
        asha.hears("Is that for Mo, or for us?")
        asha.says("2")
        asha.hears(done)
        mo.hears_nothing()


class TestForSeveral:
    def test_what_is_said_to_both_goes_to_both_once_its_writer_says_so(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("the dog is better")
        for phone in (asha, ben, mo):
            phone.news()
        mo.says("Hi both, I'm away next week")
        mo.hears("“Hi both, I'm away next week”", "Who was that for?")
        asha.hears_nothing()
        mo.presses("Both of them")
        mo.hears("on its way to both of them")
        asha.hears("Hi both")
        ben.hears("Hi both")
        mo.says("send")
        mo.hears("nothing waiting")

    def test_where_one_is_at_rest_the_other_has_it(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        mo.says("Morning both!")
        mo.hears("Who was that for?")
        with line.database.session() as db:
            asha.person(db)  # is there still
        ben.says("stop")
        mo.news()
        mo.says("Both of them")
        asha.hears("Morning both!")
        ben.news()
        ben.hears_nothing()


def test_words_that_answer_a_partner_accept_no_offer(line: Line, asha: Phone, mo: Phone) -> None:
    ben = line.member("Ben", Channel.SMS, "+447700900101")
    with line.database.session() as db:
        person = people.get(db, ben.person_id)
        person.seeks_since = line.now
        matchmaking.seek(Post(db, line.now, rules=line.rules), person)
    line.settle()
    mo.hears("Can you take them on?")
    line.moves_on(minutes=5)
    asha.says("are you any better?")
    mo.news()
    mo.says("I am")
    mo.hears("Is that for Asha, or for us?")
    mo.says("asha")
    asha.hears("Mo: I am")


class TestSeveralAtOnce:
    def test_each_has_what_is_left_of_what_was_held_back(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        mo.says("Hi both, lovely walk today. Call me on 07700 900123 if you like")
        mo.presses("Both of them")
        mo.hears("Shall I send it without that part?")
        mo.says("yes")
        asha.hears("lovely walk today")
        ben.hears("lovely walk today")

    def test_whoever_rests_has_theirs_when_they_are_back(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        mo.says("Hi both, see you on Monday")
        ben.says("STOP")
        mo.news()
        ben.says("START")
        ben.news()
        mo.news()
        mo.says("Both of them")
        asha.hears("see you on Monday")
        ben.hears("see you on Monday")


def test_one_letter_that_is_held_stops_no_other(asha: Phone, ben: Phone, mo: Phone) -> None:
    both_write(asha, ben, mo)
    mo.says("well done")
    mo.says("SEND")
    mo.says("asha")
    asha.hears("well done")
    mo.news()


def test_a_letter_that_waited_for_the_morning_is_told_of_when_its_reader_leaves(
    line: Line, asha: Phone, ben: Phone, mo: Phone
) -> None:
    line.moves_on(hours=12)  # midnight
    for phone in (asha, ben, mo):
        phone.news()
    mo.says("Ben: sleep well")
    mo.hears("in the morning")
    ben.says("STOP")
    mo.hears("didn't reach Ben")
