"""Two people talk through the line, and a mentor with several always knows who is who."""

from itertools import product

import pytest
from sqlmodel import Session, select

from bot.messages import Kind
from bot.rules import Rules
from flows.vocabulary import Channel, MatchStatus
from storage import matches, outbox, people, timers
from storage.database import Database
from storage.matches import Match
from storage.outbox import Outbox
from tests.talking import Line, Phone

MAIN, FIRST, SECOND = "+447700900000", "+447700900001", "+447700900002"
CHANNELS = {Channel.TELEGRAM: ("1001", "1003"), Channel.SMS: ("+447700900101", "+447700900103")}


@pytest.fixture
def mo(line: Line, asha: Phone, ben: Phone) -> Phone:
    """The mentor of both, by SMS: without threads, it is harder to know who is meant."""
    mentor = line.mentor("Mo", Channel.SMS, "+447700900103")
    line.introduces(asha, mentor)
    line.introduces(ben, mentor)
    return mentor


def match_of(db: Session, mentee: Phone) -> Match:
    return db.exec(select(Match).where(Match.mentee_id == mentee.person_id)).one()


def answers(mentor: Phone, words: str, reply: str) -> None:
    """Reply, as on Telegram, to the message that holds these words."""
    message_id = next(id_ for id_, letter in mentor.received if words in letter.text)
    mentor.says(reply, on_message=message_id)


@pytest.mark.parametrize(("theirs", "mentors"), [*product(Channel, repeat=2)])
def test_any_two_channels_talk_as_one(line: Line, theirs: Channel, mentors: Channel) -> None:
    mentee = line.member("Asha", theirs, CHANNELS[theirs][0])
    mentor = line.mentor("Mo", mentors, CHANNELS[mentors][1])
    line.introduces(mentee, mentor)
    mentee.says("how was your week?")
    assert mentor.news() == "Asha: how was your week?"
    mentor.says("it rained all day")
    assert mentee.news() == "Mo: it rained all day"


class TestAMentorWithSeveral:
    def test_answers_who_spoke_last(self, line: Line, asha: Phone, ben: Phone, mo: Phone) -> None:
        asha.says("lovely day")
        mo.hears("Asha: lovely day")
        mo.says("Good to hear")
        assert asha.news() == "Mo: Good to hear"
        line.moves_on(minutes=1)
        ben.says("it rained all day")
        mo.hears("Ben: it rained all day")
        mo.says("that sounds hard")
        assert ben.news() == "Mo: that sounds hard"
        asha.hears_nothing()

    def test_is_told_when_the_line_took_it_for_somebody_else_than_before(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("lovely day")
        mo.says("Good to hear")
        line.moves_on(minutes=1)
        ben.says("it rained all day")
        mo.news()
        mo.says("that sounds hard")
        assert mo.news() == "I've passed that on to Ben."

    def test_is_asked_when_two_wait_and_what_was_written_is_kept(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("lovely day")
        ben.says("it rained all day")
        mo.news()
        mo.says("Well done")
        mo.hears("Who was that for?", "Asha", "Ben")
        mo.says("Good to hear")
        mo.hears("Who was that for?")
        mo.says("ben")
        assert ben.news() == "Mo: Well done\nMo: Good to hear"
        asha.hears_nothing()

    def test_words_for_nobody_yet_are_not_joined_to_what_is_written_to_someone(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        mo.says("Morning")
        mo.hears("Who was that for?")
        mo.says("asha: how are you getting on?")
        assert asha.news() == "Mo: how are you getting on?"
        mo.says("Ben")
        assert ben.news() == "Mo: Morning"
        asha.hears_nothing()

    def test_answers_by_name(self, asha: Phone, ben: Phone, mo: Phone) -> None:
        asha.says("lovely day")
        ben.says("it rained all day")
        mo.says("asha good to hear")
        mo.says("BEN: that sounds hard")
        assert asha.news() == "Mo: asha good to hear"
        assert ben.news() == "Mo: that sounds hard"

    def test_naming_the_other_in_passing_is_asked_about(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("lovely day")
        mo.news()
        mo.says("sleep well Ben")
        mo.hears("Who was that for?")
        asha.hears_nothing()
        ben.hears_nothing()

    def test_switches_and_sees_it_where_others_write(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        mo.says("TALK TO Ben")
        mo.hears("You're talking to Ben now")
        asha.says("lovely day")
        assert mo.news() == "Asha (you're talking to Ben): lovely day"
        mo.says("how was your week?")
        assert ben.news() == "Mo: how was your week?"
        mo.says("talk")
        mo.hears("Who would you like to talk to?")
        mo.says("Asha")
        mo.says("Good to hear")
        assert asha.news() == "Mo: Good to hear"

    def test_a_switch_that_was_long_not_used_is_asked_about(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        mo.says("talk to ben")
        line.moves_on(hours=13)
        mo.news()
        mo.says("how was your week?")
        mo.hears("Who was that for?")

    def test_never_guesses_between_two_names_that_are_near(self, line: Line, mo: Phone) -> None:
        maria = line.member("Maria", Channel.SMS, "+447700900111")
        marie = line.member("Marie", Channel.TELEGRAM, "1012")
        line.introduces(maria, mo)
        line.introduces(marie, mo)
        mo.says("mari: Morning")
        mo.hears("Who was that for?")
        mo.says("Marie")
        assert marie.news() == "Mo: Morning"
        maria.hears_nothing()

    def test_knows_two_of_the_same_name_apart(self, line: Line, mo: Phone) -> None:
        for number in ("+447700900121", "+447700900122"):
            line.introduces(line.member("Sam", Channel.SMS, number), mo)
        first, second = list(line.phones.values())[-2:]
        second.says("lovely day")
        assert mo.news() == "Sam 2: lovely day"
        mo.says("sam 2: the second")
        mo.says("Sam: the first")
        assert (first.news(), second.news()) == ("Mo: the first", "Mo: the second")

    def test_what_was_held_back_goes_without_the_number_to_whom_it_was_for(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("lovely day")
        ben.says("it rained all day")
        mo.news()
        mo.says("ben: my number is 07700 900123. We had soup for tea")
        mo.hears("Shall I send it without that part?")
        mo.says("yes")
        said = ben.news()
        assert "soup" in said
        assert "900123" not in said
        asha.hears_nothing()

    def test_what_names_one_who_left_goes_to_nobody_else(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        ben.says("STOP")
        mo.hears("Ben is taking a break")
        mo.says("Ben: that sounds hard")
        mo.hears("Ben can't talk just now, so I haven't passed that on")
        asha.hears_nothing()


class TestOnTelegram:
    @pytest.fixture
    def mo(self, line: Line, asha: Phone, ben: Phone) -> Phone:
        mentor = line.mentor("Mo", Channel.TELEGRAM, "1003")
        line.introduces(asha, mentor)
        line.introduces(ben, mentor)
        return mentor

    def test_a_reply_goes_to_whom_it_replies_to(self, asha: Phone, ben: Phone, mo: Phone) -> None:
        asha.says("lovely day")
        ben.says("it rained all day")
        answers(mo, "lovely", "Good to hear")
        assert asha.news() == "Mo: Good to hear"
        ben.hears_nothing()

    def test_a_reply_is_no_answer_to_an_open_question(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("how was your week?")
        mo.says("/menu")
        answers(mo, "your week", "3")
        assert asha.news() == "Mo: 3"

    def test_a_reply_to_someone_who_is_gone_goes_to_nobody(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        ben.says("bye then")
        with line.database.session() as db:
            match = match_of(db, ben)
            matches.move(db, match, MatchStatus.ENDED, expected=[MatchStatus.ACTIVE])
        mo.news()
        answers(mo, "bye then", "Good to hear")
        mo.hears("Your chats with Ben have ended")
        asha.hears_nothing()
        ben.hears_nothing()

    @pytest.mark.parametrize("kind", [Kind.MEDIA, Kind.CONTACT, Kind.LOCATION, Kind.EDITED])
    def test_what_is_not_words_is_not_passed_on_and_they_are_told(
        self, asha: Phone, ben: Phone, mo: Phone, kind: Kind
    ) -> None:
        asha.says("lovely day")
        mo.news()
        mo.sends(kind, text="words beside it" if kind is Kind.EDITED else "")
        assert mo.news()
        asha.hears_nothing()


class TestNumbersOfTheirOwn:
    @pytest.fixture
    def line(self, database: Database) -> Line:
        return Line(database, rules=Rules(matches_need_yes=False, numbers=(FIRST, SECOND)))

    @pytest.fixture
    def mo(self, line: Line, asha: Phone, ben: Phone) -> Phone:
        mentor = line.mentor("Mo", Channel.SMS, "+447700900103")
        line.introduces(asha, mentor)
        line.introduces(ben, mentor)
        return mentor

    def numbers(self, phone: Phone) -> dict[str, str | None]:
        return {letter.text: letter.sent_from for _, letter in phone.received}

    def test_each_pair_has_one_on_each_phone(self, asha: Phone, ben: Phone, mo: Phone) -> None:
        asha.says("lovely day")
        ben.says("it rained all day")
        assert self.numbers(mo)["lovely day"] == FIRST
        assert self.numbers(mo)["it rained all day"] == SECOND
        mo.hears("This number is only for you and Asha", "only for you and Ben")
        mo.says("Good to hear", to=FIRST)
        mo.says("that sounds hard", to=SECOND)
        assert asha.news() == "Mo: Good to hear"
        ben.hears("only for you and Mo", "that sounds hard")

    def test_what_is_sent_there_answers_no_question_of_ours(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("how was your week?")
        mo.says("menu", to=MAIN)
        mo.says("3", to=FIRST)
        assert asha.news() == "Mo: 3"
        assert self.numbers(mo)["how was your week?"] == FIRST
        assert None in self.numbers(mo).values()  # the menu came from the main number

    def test_when_the_pool_is_used_up_names_say_who_it_is(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        cat = line.member("Cat", Channel.SMS, "+447700900102")
        line.introduces(cat, mo)
        for mentee in (asha, ben, cat):
            mentee.says("lovely day")
        assert self.numbers(mo)["Cat: lovely day"] is None
        mo.says("cat: Good to hear", to=MAIN)
        cat.hears("Good to hear")

    def test_a_number_is_free_again_when_a_match_ends_and_writes_to_nobody_till_then(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("lovely day")
        ben.says("it rained all day")
        with line.database.session() as db:
            match = match_of(db, asha)
            matches.move(
                db, match, MatchStatus.ENDED, expected=[MatchStatus.ACTIVE], ended_at=line.now
            )
        mo.says("how was your week?", to=FIRST)
        mo.hears("Your chats with Asha have ended")
        cat = line.member("Cat", Channel.SMS, "+447700900102")
        line.introduces(cat, mo)
        cat.says("how are you getting on?")
        assert self.numbers(mo)["how are you getting on?"] == FIRST
        mo.says("Not bad", to=FIRST)
        cat.hears("Not bad")
        asha.hears_nothing()


class TestWhatDoesNotArrive:
    def test_is_told_to_the_sender_by_when_it_was_sent_and_once(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        asha.says("it rained all day")
        with line.database.session() as db:
            letter = db.exec(select(Outbox).where(Outbox.match_id == match_of(db, asha).id)).one()
            letter.status = outbox.OutboxStatus.FAILED
            timers.set_timer(db, asha.person_id, "undelivered", line.now, letter.id)
        line.settle()
        said = asha.hears("what you wrote on Monday 23 November, 12pm didn't reach Mo")
        assert "rained" not in said

    def test_is_said_at_once_where_nobody_can_be_reached(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        with line.database.session() as db:
            for address in people.addresses_of(db, mo.person_id):
                address.gone_at = line.now
        asha.says("how was your week?")
        asha.hears("we can't reach Mo just now")


def test_a_mentor_who_is_someones_mentee_never_mixes_the_two(
    line: Line, asha: Phone, ben: Phone
) -> None:
    mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(ben, mo)
    kay = line.mentor("Kay", Channel.SMS, "+447700900105")
    line.introduces(mo, kay)
    ben.says("how was your week?")
    kay.says("how are you getting on?")
    mo.news()
    mo.says("Not bad")
    mo.hears("Who was that for?", "Ben", "Kay")
    mo.presses("Kay")
    assert kay.news() == "Mo: Not bad"
    mo.says("Ben: it rained all day")
    assert ben.news() == "Mo: it rained all day"
    kay.hears_nothing()


def test_both_who_left_talk_again_when_both_are_back(line: Line, asha: Phone) -> None:
    mo = line.mentor("Mo", Channel.SMS, "+447700900103")
    line.introduces(asha, mo)
    asha.says("STOP")
    mo.says("STOP")
    asha.says("START")
    asha.news()
    asha.says("how was your week?")
    mo.news()
    mo.says("START")
    asha.hears("Mo is back")
    mo.says("Not bad")
    asha.hears("Mo: Not bad")


class TestNumbersInPieces:
    def test_the_last_piece_is_held_however_it_is_sent(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("07700")
        asha.says("how is your garden coming along now then")
        asha.says("900123")
        asha.hears("I haven't sent that")
        asha.says("900")
        asha.says("123")
        asha.hears("I haven't sent that")
        asha.says("send")
        assert "123" not in mo.news()

    def test_what_is_left_of_it_holds_no_piece(
        self, line: Line, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        asha.says("first half 07700")
        mo.news()
        asha.says("and the rest is 900123 ok thanks see you soon")
        asha.says("yes")
        assert "900123" not in mo.news()

    def test_saying_whom_it_is_for_lets_no_piece_through(
        self, asha: Phone, ben: Phone, mo: Phone
    ) -> None:
        for piece in ("07700", "900123"):
            mo.says(piece)
            mo.says("ben")
        assert "900123" not in ben.news()


def test_what_someone_else_wrote_is_not_passed_on_and_can_be_retold(
    line: Line, asha: Phone, ben: Phone, mo: Phone
) -> None:
    asha.says("Come to lunch on Sunday, love from Joan", forwarded=True)
    asha.hears("Someone else wrote it", "in your own words")
    asha.says("yes")
    asha.says("send")
    assert "Joan" not in mo.news()


def test_what_was_no_answer_takes_no_place_of_words_that_were_held(asha: Phone, mo: Phone) -> None:
    asha.says("The soup was lovely and we ate it all. My number is 07700 900123")
    asha.hears("Shall I send it without that part?")
    asha.says("7")
    asha.says("yes")
    asha.hears("Done: I sent the rest.")
    mo.hears("The soup was lovely and we ate it all.")
