"""Someone at risk and the team: what is asked and answered, who is called, until it is settled."""

import pytest

from bot.messages import Kind
from flows.vocabulary import Channel, MatchStatus, PersonStatus
from storage import concerns, conversations, matches, people, timers
from storage.concerns import ConcernKind, ConcernStatus
from storage.rights.holdings import held
from tests.talking import Line, Phone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

CRISIS = "I want to kill myself tonight"


@pytest.fixture
def ravi(line: Line, priya: Phone) -> Phone:
    """A coordinator who is off duty."""
    ravi = line.coordinator("Ravi", Channel.SMS, "+447700900105")
    with line.database.session() as db:
        ravi.person(db).on_duty = False
    return ravi


@pytest.fixture
def mo(line: Line, asha: Phone) -> Phone:
    mentor = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(asha, mentor)
    return mentor


class TestAreYouSafe:
    def test_what_is_no_answer_is_for_the_team_and_the_question_stays(
        self, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says(CRISIS)
        mo.news()
        asha.says("im ok i think")
        asha.hears("added that for our team", "haven't passed that on to Mo")
        mo.hears_nothing()
        asha.presses("No")
        asha.hears("Please call 999 now")
        priya.hears("NOT safe")

    def test_a_no_after_a_yes_counts(self, asha: Phone, priya: Phone, ravi: Phone) -> None:
        asha.says(CRISIS)
        asha.says("yes with my sister")
        asha.hears("Thank you for telling me")
        ravi.hears_nothing()
        asha.presses("No")
        asha.hears("Please call 999 now")
        ravi.hears("NOT safe")

    def test_a_no_after_it_was_closed_opens_it_anew(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.says("close 1 with her sister")
        asha.presses("No")
        priya.hears("CRISIS 2", "NOT safe")

    def test_of_someone_else_it_is_asked_of_everyone_there(self, asha: Phone, priya: Phone) -> None:
        asha.says("my husband is unconscious and his sugar is 1.8")
        asha.hears("lay them on their side", "Is everyone safe right now?")
        asha.says("no")
        asha.hears("Stay with them")

    def test_the_answer_opts_nobody_in_again(self, line: Line, asha: Phone, priya: Phone) -> None:
        asha.says("STOP")
        asha.says(CRISIS)
        asha.says("yes")
        asha.hears("Thank you for telling me")
        with line.database.session() as db:
            assert people.address_of(db, asha.person_id) is None

    def test_who_asks_us_to_stop_meanwhile_is_heard(self, asha: Phone, priya: Phone) -> None:
        asha.says(CRISIS)
        asha.news()
        asha.says("pls stop texting me")
        asha.hears("stop all messages here?")
        asha.says("yes")
        asha.hears("won't get any more messages")
        priya.hears("Asha, concern 1: pls stop texting me", "has opted out")

    def test_news_of_others_waits_until_it_is_closed(
        self, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says(CRISIS)
        asha.news()
        mo.says("stop")
        asha.hears_nothing()
        asha.says("yes")
        asha.hears("Thank you for telling me")
        priya.says("close 1 rang her")
        asha.hears("Mo is taking a break")

    def test_what_waited_goes_on_when_it_is_closed_though_nobody_answered(
        self, asha: Phone, priya: Phone
    ) -> None:
        asha.says("menu")
        asha.says("check-ins")
        asha.says(CRISIS)
        priya.says("close 1 rang her")
        asha.hears("Which day suits you?")

    def test_where_they_are_is_told_to_the_team(self, asha: Phone, priya: Phone) -> None:
        asha.says(CRISIS)
        asha.news()
        asha.sends(Kind.LOCATION, position=(51.8642, -2.2382))
        asha.hears("added that for our team")
        priya.says("show 1")
        priya.hears("is at 51.8642, -2.2382")


class TestTheTeamsWords:
    def test_what_is_written_back_reaches_the_team_and_not_the_mentor(
        self, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says("person")
        priya.says("say 1 Hi Asha, how can I help?")
        asha.hears("From our team: Hi Asha")
        priya.news()
        asha.says("it is about what he wrote to me yesterday")
        asha.hears("haven't passed that on to Mo")
        mo.hears_nothing()
        priya.hears("Asha, concern 1: it is about what he wrote to me yesterday")
        asha.says("send")
        mo.hears("what he wrote to me yesterday")

    def test_after_an_hour_of_silence_they_write_to_their_mentor_again(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says("person")
        priya.says("say 1 Hi Asha, how can I help?")
        line.moves_on(hours=1)
        asha.says("good morning")
        mo.hears("Asha: good morning")

    def test_about_a_concern_of_anothers_are_answered_apart_from_it(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says("concern")
        asha.presses("Mo")
        asha.presses("How someone has behaved")
        asha.says("something he wrote today")
        asha.news()
        priya.says("show 1")
        priya.says("say 1 Thank you Asha. Are you all right?")
        priya.hears("about Mo, from Asha", "Sent to Asha")
        asha.hears("Are you all right?")
        assert "all right" not in mo.news()
        priya.says("tell 1 Hi Mo, can we talk?")
        priya.hears("Sent to Mo")
        mo.says("it was only a joke")
        priya.hears("Person wanted 2", "answers the team")
        with line.database.session() as db:
            assert "only a joke" not in str(held(db, asha.person_id))

    def test_reach_someone_who_opted_out_and_then_wrote_in_danger(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says("STOP")
        line.moves_on(minutes=5)
        asha.says(CRISIS)
        priya.says("say 1 Are you at home?")
        asha.hears("From our team: Are you at home?")
        asha.says("my sister is coming over")
        asha.hears("added that for our team")
        priya.hears("may not reach them", "Asha, concern 1: my sister is coming over")
        line.moves_on(hours=3)
        asha.says("is anyone there")
        asha.hears("added that for our team")


class TestWhoIsCalled:
    def test_until_somebody_takes_it_all_are_called_again_and_told_who_did(
        self, line: Line, asha: Phone, priya: Phone, ravi: Phone
    ) -> None:
        asha.says(CRISIS)
        line.moves_on(minutes=10)
        ravi.hears("Still nobody on it")
        line.moves_on(minutes=30)
        ravi.hears("Still nobody on it. CRISIS 1")
        priya.presses("I'll take it")
        ravi.hears("Priya has taken concern 1")
        line.moves_on(hours=2)
        ravi.hears_nothing()

    def test_a_second_cry_is_not_left_to_one_who_took_the_first_and_went_home(
        self, line: Line, asha: Phone, priya: Phone, ravi: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.says("ack 1")
        priya.says("off")
        line.moves_on(hours=2)
        asha.says("I cant go on, I want to end it all")
        asha.hears("116 123", "nobody on our team is on duty")
        ravi.hears("CRISIS 2")

    def test_nobody_counts_who_cannot_be_reached(self, asha: Phone, priya: Phone) -> None:
        priya.says("stop")
        asha.says(CRISIS)
        asha.hears("nobody on our team is on duty")

    def test_a_coordinator_at_risk_is_another_ones_to_look_after(
        self, line: Line, priya: Phone, ravi: Phone
    ) -> None:
        priya.says(CRISIS)
        priya.hears("116 123", "nobody on our team is on duty")
        ravi.hears("CRISIS 1")
        priya.says("ack 1")
        priya.hears("don't know of an open concern 1")

    def test_who_comes_on_duty_sees_what_waits(self, asha: Phone, ravi: Phone) -> None:
        asha.says("person")
        ravi.says("on")
        ravi.hears("1: Person wanted, person", "WAITING")

    def test_the_last_one_to_go_is_told_that_nobody_is_left(
        self, priya: Phone, ravi: Phone
    ) -> None:
        ravi.says("on")
        ravi.news()
        ravi.says("off")
        assert "Nobody is on duty" not in ravi.news()
        priya.says("off")
        priya.hears("Nobody is on duty now")

    def test_an_opt_out_in_danger_calls_them_all_when_nobody_is_on_duty(
        self, asha: Phone, priya: Phone, ravi: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.says("off")
        asha.says("end")
        ravi.hears("has opted out")

    def test_it_is_closed_with_what_came_of_it_once(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(CRISIS)
        priya.news()
        priya.says("close 1")
        priya.hears("What came of it?")
        priya.says("close 1 safe with her sister")
        priya.says("close 1 oops, wrong number")
        with line.database.session() as db:
            concern = concerns.find(db, 1)
            assert concern is not None
            assert concern.status is ConcernStatus.CLOSED
            assert concern.outcome == "safe with her sister"


class TestRaised:
    def test_a_mentors_worry_about_someone_climbs_and_holds_our_own_messages(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone, ravi: Phone
    ) -> None:
        for said in ("menu", "check-ins", "tuesday", "10am"):
            asha.says(said)
        asha.news()
        mo.says("concern")
        mo.presses("Asha")
        mo.presses("Someone's health or safety")
        mo.says("she sounded flat all week and does not answer")
        priya.hears(f"SAFEGUARDING 1: person {asha.person_id}. raised by person {mo.person_id}")
        line.moves_on(minutes=5)
        ravi.hears("Still nobody on it. SAFEGUARDING")
        asha.says("good morning")
        mo.hears("Asha: good morning")
        asha.hears_nothing()
        line.moves_on(days=1)
        asha.hears_nothing()

    def test_it_can_be_about_one_who_is_a_mentor_no_longer(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        mo.says("stop")
        asha.says("concern")
        asha.hears("Who is this about? [Mo] [Me]")
        asha.presses("Mo")
        asha.presses("How someone has behaved")
        asha.says("asked me round to his place")
        mo.says("start")
        mo.says("sorry, back now")
        assert "back now" not in asha.news()

    def test_what_was_kept_for_the_morning_does_not_come_from_one_who_misbehaved(
        self, line: Line, priya: Phone, mo: Phone
    ) -> None:
        ben = line.member("Ben", Channel.SMS, "+447700900101")
        line.introduces(ben, mo)
        line.moves_on(hours=11)
        mo.says("ben: you were on my mind all evening")
        ben.says("concern")
        ben.says("Mo")
        ben.says("How someone has behaved")
        ben.says("something he wrote today")
        ben.news()
        line.moves_on(hours=12)
        assert "on my mind" not in ben.news()

    def test_a_mentor_who_is_being_looked_into_gets_nobody_new(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says("concern")
        asha.presses("Mo")
        asha.presses("How someone has behaved")
        asha.says("asked me round to his place")
        mo.news()
        ben = line.member("Ben", Channel.SMS, "+447700900101")
        with line.database.session() as db:
            ben.person(db).seeks_since = line.now
            timers.set_timer(db, ben.person_id, "seek", line.now)
        line.settle()
        mo.hears_nothing()


class TestChildren:
    def test_who_says_it_in_a_cry_for_help_is_given_childline_and_not_matched(
        self, line: Line, asha: Phone, priya: Phone, mo: Phone
    ) -> None:
        asha.says("im 14 and i want to kill myself")
        first, second, *_ = asha.news().splitlines()
        assert "116 123" in first
        assert "0800 1111" in second
        priya.hears("Under 18", "CRISIS")
        mo.news()
        mo.says("hello?")
        asha.hears_nothing()
        assert asha_status(line, asha) is PersonStatus.UNDER_AGE

    def test_are_offered_to_nobody_any_more(self, line: Line, asha: Phone) -> None:
        mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
        with line.database.session() as db:
            asha.person(db).seeks_since = line.now
            timers.set_timer(db, asha.person_id, "seek", line.now)
        line.settle()
        mo.hears("Can you take them on?")
        asha.says("im 15")
        mo.hears("doesn't need a mentor now")
        mo.presses("Yes, I'd like to")
        line.moves_on(days=8)
        with line.database.session() as db:
            assert [each.status for each in matches.ever(db, asha.person_id)] == [
                MatchStatus.WITHDRAWN
            ]

    def test_talk_with_nobody_again_because_a_mentor_comes_back(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        asha.says("im 15")
        mo.says("stop")
        mo.says("start")
        asha.news()
        mo.says("hello again")
        asha.hears_nothing()


def asha_status(line: Line, asha: Phone) -> PersonStatus:
    with line.database.session() as db:
        return asha.person(db).status


def test_a_death_ends_contact_on_every_channel_and_all_of_the_team_hears(
    line: Line, asha: Phone, ravi: Phone, priya: Phone
) -> None:
    priya.says("off")
    with line.database.session() as db:
        other = people.arrive(
            db, Channel.SMS, "+447700900177", line.now,
            language=asha.person(db).language, timezone="Europe/London",
        )  # fmt: skip
        other.person_id = asha.person_id
    asha.says("this is her daughter, Asha passed away in May")
    ravi.hears("may have died")
    asha.says("yes")
    asha.hears("so sorry")
    ravi.hears("has died")
    with line.database.session() as db:
        assert people.usable_addresses(db, asha.person_id) == []
    asha.says("thank you")
    assert "You asked" not in asha.news()


def test_who_is_blocked_can_send_nothing_that_was_kept_back(
    line: Line, asha: Phone, priya: Phone, mo: Phone
) -> None:
    with line.database.session() as db:
        asha.person(db).status = PersonStatus.BLOCKED
    asha.says(CRISIS)
    mo.news()
    asha.says("send")
    mo.hears_nothing()


def test_the_same_cry_over_and_over_is_left_after_a_while_and_all_of_it_kept(
    line: Line, asha: Phone, priya: Phone
) -> None:
    for _ in range(8):
        asha.says(CRISIS)
    asha.news()
    asha.says(CRISIS)
    asha.hears_nothing()
    with line.database.session() as db:
        (concern,) = concerns.open_of(db, asha.person_id)
        assert concern.kind is ConcernKind.CRISIS
        assert (concern.said or "").count(CRISIS) == 9


def test_a_telegram_block_by_someone_in_danger_alerts_the_team(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says(CRISIS)
    asha.sends(Kind.BLOCKED)
    priya.hears("has opted out")
    with line.database.session() as db:
        (address,) = people.addresses_of(db, asha.person_id)
        assert address.opted_out_at == line.now


def test_a_cry_for_help_that_the_program_trips_over_is_answered_all_the_same(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says("menu")
    asha.says("check-ins")
    asha.news()
    with line.database.session() as db:
        conversation = conversations.open_of(db, asha.person_id)
        assert conversation is not None
        conversation.log_json = "no log that could be read"
    asha.says(CRISIS)
    assert asha.news().startswith("I'm so glad you told us")
    priya.hears("CRISIS 1", "could not be handled")
    line.moves_on(minutes=5)
    priya.hears("Still nobody on it")
