"""Coordinators from their own phones: orders as they type them, replies, false alarms, ages."""

import pytest

from bot.channels.sms.gsm7 import segments
from bot.messages import Kind
from flows.vocabulary import Channel, MatchStatus, PersonStatus
from storage import concerns, matches
from storage.concerns import Concern, ConcernStatus
from tests.talking import Line, Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

CRISIS = "I want to kill myself tonight"


@pytest.fixture
def ravi(line: Line, priya: Phone) -> Phone:
    """A coordinator by SMS, on duty."""
    return line.coordinator("Ravi", Channel.SMS, "+447700900105")


@pytest.fixture
def mo(line: Line, asha: Phone) -> Phone:
    mentor = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(asha, mentor)
    return mentor


def concern_of(line: Line, number: int) -> Concern:
    with line.database.session() as db:
        found = concerns.find(db, number)
        assert found is not None
        db.expunge(found)
        return found


def letter_about(phone: Phone, words: str) -> str:
    """The provider's id of the last letter that says this."""
    return next(id_ for id_, letter in reversed(phone.received) if words in letter.text)


class TestOrders:
    @pytest.mark.parametrize(
        "typed", ["/ack 1", "“ACK 1”", "👍 ack 1", "Ack no 1", "ack", "\u200eack 1"]
    )
    def test_are_forgiven_what_phones_add(self, asha: Phone, priya: Phone, typed: str) -> None:
        asha.says(CRISIS)
        priya.says(typed)
        priya.hears("You've taken concern 1")

    def test_one_that_was_nearly_right_is_named_and_nothing_is_done(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.news()
        priya.says("acknowledge 1")
        priya.hears("Did you mean ACK 1?")
        priya.says("whos waiting")
        priya.hears("Did you mean CONCERNS?")
        priya.says("close 1")
        priya.hears("What came of it?", "CLOSE 1")
        priya.says("show 8 please")
        priya.hears("don't know that concern")
        priya.says("say Asha are you ok")
        priya.hears("Which one?", "SAY 7 and your words")
        assert "From our team" not in asha.news()
        assert concern_of(line, 1).status is ConcernStatus.OPEN

    def test_her_help_and_menu_are_those_of_duty(self, priya: Phone) -> None:
        for typed in ("help", "MENU", "/start", "so how does one do this then", "duty"):
            priya.says(typed)
            priya.hears("ON and OFF for duty", "MENU ME", "[My own menu]")
        priya.presses("My own menu")
        priya.hears("What would you like to do?")
        priya.says("menu me")
        priya.hears("What would you like to do?")

    def test_her_own_danger_comes_before_what_she_nearly_ordered(
        self, priya: Phone, ravi: Phone
    ) -> None:
        priya.says("tell me how, I want to kill myself")
        priya.hears("116 123")
        ravi.hears("CRISIS 1")


class TestLetters:
    """A coordinator who is a mentor too."""

    @pytest.fixture
    def mentoring(self, line: Line, priya: Phone, ben: Phone) -> Phone:
        mentor = line.mentor("Kay", Channel.TELEGRAM, "1010")
        with line.database.session() as db:
            person = mentor.person(db)
            person.is_coordinator = person.on_duty = True
        line.introduces(ben, mentor)
        return mentor

    def test_are_no_orders_where_the_number_is_of_nothing_open(
        self, line: Line, asha: Phone, ben: Phone, mentoring: Phone
    ) -> None:
        asha.says(CRISIS)
        mentoring.says("ack 1")
        mentoring.says("close 1 she is with her sister")
        line.moves_on(hours=2)
        asha.news()
        mentoring.says("Say 1 thing that made you smile today")
        ben.hears("Say 1 thing that made you smile today")
        mentoring.says("tell 1 of your friends about it!")
        ben.hears("tell 1 of your friends about it!")
        assert "From our team" not in asha.news()

    def test_are_asked_about_where_it_may_be_either_and_can_still_be_sent(
        self, asha: Phone, ben: Phone, mentoring: Phone
    ) -> None:
        asha.says(CRISIS)
        asha.news()
        mentoring.says("Say 1 thing that made you smile today")
        mentoring.hears("put a colon: SAY 1:", "If that was for Ben, reply SEND")
        assert "smile" not in asha.news()
        mentoring.says("send")
        ben.hears("Say 1 thing that made you smile today")


class TestReplies:
    def test_arrive_in_full_with_a_way_to_answer(self, asha: Phone, priya: Phone) -> None:
        asha.says("person")
        priya.presses("I'll take it")
        priya.says("say 1 Hi Asha, what is it about?")
        priya.news()
        asha.says("well it is a long story " + "and it goes on " * 30 + "the end")
        priya.hears("Asha, concern 1: well it is a long story", "the end", "[Reply]")
        priya.presses("Reply")
        priya.hears("What you write next goes to Asha")
        priya.says("That sounds hard. Shall I ring you?")
        asha.hears("From our team: That sounds hard. Shall I ring you?")
        priya.hears("Sent to Asha")
        priya.says("good morning all")
        assert "good morning" not in asha.news()

    def test_can_be_taken_where_nobody_has(self, asha: Phone, priya: Phone) -> None:
        asha.says(CRISIS)
        asha.says("are you there")
        priya.hears("Asha, concern 1: are you there [Reply] [I'll take it]")

    def test_a_button_is_forgotten_after_ten_minutes(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.presses("Reply")
        asha.news()
        line.moves_on(minutes=10)
        priya.says("hello there")
        assert "hello there" not in asha.news()

    def test_by_telegrams_own_reply_answer_that_person(
        self, line: Line, asha: Phone, ben: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        ben.says("PERSON")
        to = letter_about(priya, "CRISIS 1")
        priya.says("Hi Asha, are you at home?", on_message=to)
        asha.hears("From our team: Hi Asha, are you at home?")
        assert concern_of(line, 1).status is ConcernStatus.ACKNOWLEDGED
        priya.news()
        priya.says("show", on_message=to)
        priya.hears("Concern 1, Asha")
        asha.says("yes I am")
        priya.says("ok, ringing you now", on_message=letter_about(priya, "yes I am"))
        asha.hears("From our team: ok, ringing you now")
        priya.says("close, rang her, GP told", on_message=to)
        assert concern_of(line, 1).outcome == "rang her, GP told"
        priya.says("ack", on_message=letter_about(priya, "Person wanted 2"))
        assert concern_of(line, 2).status is ConcernStatus.ACKNOWLEDGED
        assert "From our team" not in ben.news()

    def test_to_one_that_is_long_closed_go_nowhere(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        to = letter_about(priya, "CRISIS 1")
        priya.says("close 1 fine")
        line.moves_on(days=1)
        asha.news()
        priya.says("how are you today?", on_message=to)
        priya.hears("don't know of an open concern 1, so nothing was done")
        asha.hears_nothing()

    def test_from_one_who_raised_it_are_not_shown_to_the_one_it_is_about(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        with line.database.session() as db:
            person = mo.person(db)
            person.is_coordinator = person.on_duty = True
        for said in ("concern", "Mo", "How someone has behaved", "he asked for my photo"):
            asha.says(said)
        priya.hears("Conduct 1", 'They wrote: "he asked for my photo"')
        priya.says("say 1 Thank you for telling us")
        asha.says("he asked twice")
        assert "photo" not in mo.news()
        assert "twice" not in mo.news()

    def test_an_alert_quotes_them_and_is_two_texts_long_at_most(
        self, asha: Phone, priya: Phone, ravi: Phone
    ) -> None:
        asha.says(CRISIS + ". " + "I have thought about it all week. " * 20)
        priya.hears('They wrote: "I want to kill myself tonight')
        letter = ravi.received[-1][1]
        assert 'They wrote: "I want to kill myself' in letter.text
        assert segments(letter.text) <= 2

    def test_by_text_say_how_to_answer(self, asha: Phone, ravi: Phone) -> None:
        asha.says(CRISIS)
        asha.says("please hurry")
        ravi.hears("Asha, concern 1: please hurry", "SAY 1 and your words", "ACK 1 to take it")


class TestOurOwnLine:
    """That we have what they wrote is not said after each sentence."""

    def test_once_an_hour_to_one_who_talks_with_somebody(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says("person")
        priya.says("say 1 Hi Asha, what is it?")
        asha.news()
        asha.says("it is my sugars")
        asha.hears("added that for our team")
        for said in ("they go up", "and down", "and up"):
            line.moves_on(minutes=3)
            asha.says(said)
        asha.hears_nothing()
        priya.hears("they go up", "and down", "and up")
        line.moves_on(minutes=55)
        asha.says("sorry to go on")
        asha.hears("added that for our team")

    def test_every_quarter_of_an_hour_while_nobody_has_taken_it(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        asha.news()
        asha.says("hello?")
        asha.hears("added that for our team")
        asha.says("anyone?")
        asha.hears_nothing()
        line.moves_on(minutes=15)
        asha.says("im still here")
        asha.hears("added that for our team")

    def test_new_danger_is_always_answered(self, asha: Phone, priya: Phone) -> None:
        asha.says("person")
        priya.says("say 1 Hi Asha, what is it?")
        asha.says("it is all too much")
        asha.news()
        asha.says(CRISIS)
        asha.hears("116 123")


class TestFalseAlarms:
    def test_let_what_was_kept_go_on_by_itself(self, asha: Phone, priya: Phone, mo: Phone) -> None:
        asha.says(CRISIS)
        mo.news()
        asha.news()
        priya.says("close 1 was a false alarm, a line from a song")
        priya.hears("closed as a false alarm", "kept from Mo meanwhile has been passed on")
        mo.hears(f"Asha: {CRISIS}")
        asha.hears("passed on to Mo what you wrote")
        asha.says("see you later")
        mo.hears("Asha: see you later")

    def test_only_offer_it_where_it_may_be_about_who_would_read_it(
        self, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says("my husband hits me and I am scared to go home")
        priya.hears("SAFEGUARDING 1")
        mo.news()
        priya.says("false 1")
        priya.hears("They can still send what we kept from Mo")
        assert "hits" not in mo.news()
        asha.hears("reply SEND")
        asha.says("send")
        mo.hears("hits")

    def test_are_kept_no_longer_than_any_words_and_bar_nobody_from_being_deleted(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.says("CLOSE 1 False alarm: film title")
        concern = concern_of(line, 1)
        assert concern.is_false
        assert concern.kept_until == line.now + line.rules.retention
        asha.news()
        asha.says("delete me")
        assert "until" not in asha.hears("Shall we delete everything else")
        asha.says("yes")
        assert concern_of(line, 1).said is None

    def test_may_be_found_out_later(self, line: Line, asha: Phone, priya: Phone) -> None:
        asha.says(CRISIS)
        priya.says("close 1 rang her")
        assert not concern_of(line, 1).is_false
        priya.says("false 1 she meant her football team")
        concern = concern_of(line, 1)
        assert concern.is_false
        assert concern.outcome == "rang her\nfalse alarm. she meant her football team"
        assert concern.kept_until == line.now + line.rules.retention

    def test_are_no_reason_to_let_go_of_another_concern(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says(CRISIS)
        line.moves_on(hours=2)
        asha.says("I cant go on, I want to end it all")
        mo.news()
        priya.says("close 1 false alarm")
        assert "kill" not in mo.news()


class TestAge:
    def test_a_slip_while_joining_is_undone_by_a_coordinator(
        self, line: Line, priya: Phone
    ) -> None:
        ben = line.phone("Ben", Channel.SMS, "+447700900101")
        for said in ("hello", "yes", "no"):
            ben.says(said)
        ben.hears("Childline")
        priya.hears(f"Under 18, concern 1: person {ben.person_id}.", 'They wrote: "no"')
        priya.says("adult 1")
        priya.hears(f"Person {ben.person_id} counts as an adult again")
        ben.hears("put right now", "What name would you like us to use?")
        ben.says("Ben")
        ben.hears("Nice to meet you, Ben")
        assert concern_of(line, 1).status is ConcernStatus.CLOSED
        assert concern_of(line, 1).is_false

    def test_a_match_that_rested_for_it_goes_on(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says("im 15")
        mo.hears("taking a break")
        line.moves_on(days=2)
        priya.says("ADULT 1 her niece had her phone")
        asha.hears("put right now")
        mo.hears("Asha is back")
        asha.says("hello again")
        mo.hears("Asha: hello again")
        with line.database.session() as db:
            assert asha.person(db).status is PersonStatus.JOINED
            assert [each.ending for each in matches.ever(db, asha.person_id)] == [None]
            assert matches.ever(db, asha.person_id)[0].status is MatchStatus.ACTIVE

    def test_the_concern_holds_what_they_wrote(self, asha: Phone, priya: Phone) -> None:
        asha.says("im 15 is that ok")
        priya.says("show 1")
        priya.hears("They wrote: ", "im 15 is that ok")

    def test_one_whom_nobody_took_for_a_child_stays_as_they_are(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.says("adult 1")
        priya.hears("Nobody was taken for a child there")
        priya.says("adult 99")
        priya.hears("Nobody was taken for a child there")

    def test_a_coordinator_cannot_vouch_for_herself(self, priya: Phone, ravi: Phone) -> None:
        priya.says("im 15")
        priya.says("adult 1")
        priya.hears("Nobody was taken for a child there")

    def test_who_was_blocked_is_blocked_again(self, line: Line, asha: Phone, priya: Phone) -> None:
        with line.database.session() as db:
            asha.person(db).status = PersonStatus.BLOCKED
        asha.says("im 15 and I want to kill myself")
        priya.says("adult 1")
        priya.says("adult 2")
        with line.database.session() as db:
            assert asha.person(db).status is PersonStatus.BLOCKED


class TestOptOuts:
    def test_are_told_of_once_a_person(self, line: Line, asha: Phone, priya: Phone) -> None:
        asha.says("person")
        asha.says(CRISIS)
        priya.news()
        asha.says("stop")
        assert priya.hears("has open concerns (1, 2)").count("opted out") == 1
        asha.sends(Kind.BLOCKED)
        priya.hears_nothing()

    def test_words_that_cannot_be_sent_are_not_said_to_be(self, asha: Phone, priya: Phone) -> None:
        asha.says("person")
        asha.says("stop")
        priya.says("say 1 Hi Asha")
        priya.hears("Asha can't be reached here: nothing was sent")


class TestComplaintsAboutTheTeam:
    def test_do_not_reach_whoever_is_named(
        self, line: Line, asha: Phone, priya: Phone, ravi: Phone
    ) -> None:
        asha.says("concern")
        asha.hears("Who is this about? [Me] [Someone on your team]")
        asha.presses("Someone on your team")
        asha.says("Priya was short with me on the phone")
        asha.hears("Someone else on our team will look at it")
        ravi.hears("Conduct 1", "Priya was short with me")
        assert "short with me" not in priya.news()
        priya.says("show 1")
        priya.hears("don't know that concern")
        line.moves_on(minutes=40)
        assert "Conduct" not in priya.news()
        ravi.says("say 1 I am sorry to hear that")
        asha.hears("From our team: I am sorry to hear that")

    def test_about_nobody_by_name_go_to_all_of_them(
        self, asha: Phone, priya: Phone, ravi: Phone
    ) -> None:
        asha.says("concern")
        asha.presses("Someone on your team")
        asha.says("the messages you sent made me feel stupid")
        priya.hears("Conduct 1", "feel stupid")
        ravi.hears("Conduct 1")

    def test_are_honest_where_nobody_else_is_there(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says("concern")
        asha.presses("Someone on your team")
        asha.says("Priya hung up on me")
        asha.hears("there is nobody else on our team here")
        assert "hung up" not in priya.news()
