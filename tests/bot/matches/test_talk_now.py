"""Someone wants to talk now: the first mentor on duty to say yes talks with them for an hour."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.matches import talk_now
from bot.post import Post
from flows.profile import Profile
from flows.vocabulary import Channel, GenderWish, Language, MatchKind, MatchStatus
from storage import matches, mentors
from storage.matches import Match
from storage.mentors import Mentor
from storage.people import Person
from tests.talking import NOON, Line, Phone


@pytest.fixture
def kay(line: Line) -> Phone:
    return line.mentor("Kay", Channel.SMS, "+447700900105")


def on_duty(*those: Phone) -> None:
    for mentor in those:
        mentor.says("FREE 1 hour")
        mentor.hears("Thank you. We may ask you from Monday 23 November, 12pm to", "1pm")


def statuses(line: Line) -> list[MatchStatus]:
    with line.database.session() as db:
        return list(db.exec(select(Match.status).order_by(Match.mentor_id)))  # type: ignore[arg-type]  # a column


class TestBeingAsked:
    def test_the_first_yes_has_the_hour_and_the_others_are_thanked(
        self, line: Line, asha: Phone, mo: Phone, kay: Phone
    ) -> None:
        on_duty(mo, kay)
        asha.says("I need to talk to someone right now")
        asha.hears("We're asking the mentors who are on duty")
        for mentor in (mo, kay):
            assert "Asha" not in mentor.hears("Someone would like to talk now")
        kay.says("yes")
        asha.hears("You and Kay can talk now, for an hour")
        kay.hears("You and Asha can talk now")
        mo.hears("Thank you for being there")
        mo.presses("Yes, now")
        mo.hears("earlier question")
        assert statuses(line) == [MatchStatus.WITHDRAWN, MatchStatus.ACTIVE]

        asha.says("it rained all day")
        assert kay.news() == "Asha: it rained all day"
        kay.says("that sounds hard")
        assert asha.news() == "Kay: that sounds hard"
        mo.hears_nothing()

        line.moves_on(minutes=50)
        for phone, other in ((asha, "Kay"), (kay, "Asha")):
            phone.hears(f"You and {other} have 10 minutes left")
        line.moves_on(minutes=10)
        for phone, other in ((asha, "Kay"), (kay, "Asha")):
            phone.hears(f"Your hour with {other} is over")
        asha.says("how was your week?")
        kay.hears_nothing()

    def test_none_in_ten_minutes_and_they_are_told_who_else_would_listen(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        on_duty(mo)
        asha.says("talk now")
        asha.news()
        line.moves_on(minutes=9)
        asha.hears_nothing()
        line.moves_on(minutes=1)
        asha.hears("nobody can talk just now", "116 123", "999")
        mo.hears("Thank you for being there")
        mo.presses("Yes, now")
        mo.hears("earlier question")
        assert statuses(line) == [MatchStatus.EXPIRED]

    def test_when_all_say_no_they_need_not_wait(self, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        asha.says("talk now")
        mo.presses("Not now")
        mo.hears("That's fine")
        asha.hears("nobody can talk just now")

    def test_nobody_on_duty_and_they_hear_when_someone_will_be(
        self, asha: Phone, mo: Phone
    ) -> None:
        asha.says("talk now")
        asha.hears("nobody can talk just now")
        mo.says("free this evening")
        mo.hears("6pm", "10pm")
        asha.says("talk now")
        asha.hears("A mentor is free from Monday 23 November, 6pm")

    def test_asking_again_asks_nobody_twice(self, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        asha.says("talk now")
        mo.news()
        asha.news()
        asha.says("talk now")
        asha.hears("That's under way")
        mo.hears_nothing()

    def test_it_is_in_the_menu(self, asha: Phone) -> None:
        asha.says("menu")
        asha.presses("Talk to a mentor now")
        asha.hears("nobody can talk just now")

    def test_a_red_flag_comes_first(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        asha.says("I need to talk to someone, I want to kill myself tonight")
        asha.hears("116 123", "Are you safe right now?")
        asha.says("talk now")
        asha.hears("In danger now?")
        mo.hears_nothing()


class TestWhoIsAsked:
    def asked(self, asha: Phone, mo: Phone) -> bool:
        asha.says("talk now")
        return "Someone would like to talk now" in mo.news()

    def test_a_mentor_who_is_full(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        with line.database.session() as db:
            db.get_one(Mentor, mo.person_id).capacity = 1
        line.introduces(line.member("Ben", Channel.SMS, "+447700900101"), mo)
        assert self.asked(asha, mo)

    def test_none_who_went_off_duty(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        mo.says("free off")
        mo.hears("we won't ask you")
        assert not self.asked(asha, mo)

    def test_none_who_is_in_trouble_themselves(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        mo.says("I want to kill myself tonight")
        mo.news()
        asha.says("talk now")
        asha.hears("nobody can talk just now")
        mo.hears_nothing()

    def test_none_whose_hour_is_over(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        line.moves_on(hours=1)
        assert not self.asked(asha, mo)

    def test_none_whose_checks_have_lapsed(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        with line.database.session() as db:
            db.get_one(Mentor, mo.person_id).checks_until = date(2026, 11, 22)
        assert not self.asked(asha, mo)

    @pytest.mark.parametrize(
        "profile", [Profile(languages=(Language.WELSH,)), Profile(gender_wish=GenderWish.WOMAN)]
    )
    def test_none_whom_a_rule_excludes(
        self, line: Line, asha: Phone, mo: Phone, profile: Profile
    ) -> None:
        on_duty(mo)
        with line.database.session() as db:
            db.get_one(Person, asha.person_id).set_profile(profile)
        assert not self.asked(asha, mo)

    def test_none_whom_a_coordinator_keeps_apart(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        with line.database.session() as db:
            matches.hold_pair(db, asha.person_id, mo.person_id, line.now)
        assert not self.asked(asha, mo)

    def test_none_who_is_talking(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        assert self.asked(asha, mo)
        mo.presses("Yes, now")
        ben = line.member("Ben", Channel.SMS, "+447700900101")
        assert not self.asked(ben, mo)

    def test_only_mentors_are_free(self, asha: Phone) -> None:
        asha.says("free 1 hour")
        assert "We may ask you" not in asha.news()


class TestBesideAMentorOfTheirOwn:
    @pytest.fixture
    def own(self, line: Line, asha: Phone) -> Phone:
        mentor = line.mentor("Noor", Channel.SMS, "+447700900107")
        line.introduces(asha, mentor)
        return mentor

    def test_words_go_to_the_one_they_talk_with_now_and_then_back(
        self, line: Line, asha: Phone, own: Phone, mo: Phone
    ) -> None:
        on_duty(mo)
        asha.says("talk now")
        mo.presses("Yes, now")
        asha.says("it rained all day")
        mo.hears("Asha: it rained all day")
        own.says("how was your week?")
        asha.hears("Noor (you're talking to Mo): how was your week?")
        asha.says("that sounds hard")
        mo.hears("that sounds hard")
        asha.says("Noor: Not bad")
        assert own.news() == "Asha: Not bad"
        line.moves_on(hours=1)
        asha.hears("What you write now goes to Noor")
        asha.says("Good to hear")
        own.hears("Good to hear")

    def test_no_capacity_is_used_and_the_lasting_match_stays(
        self, line: Line, asha: Phone, own: Phone, mo: Phone
    ) -> None:
        on_duty(mo)
        asha.says("talk now")
        mo.presses("Yes, now")
        with line.database.session() as db:
            assert mentors.loads(db) == {own.person_id: 1}
            lasting = matches.live_as_mentee(db, asha.person_id)
            assert lasting is not None
            assert lasting.kind is MatchKind.LASTING

    def test_what_they_tell_their_mentor_is_passed_on_with_a_way_to_talk_now(
        self, asha: Phone, own: Phone
    ) -> None:
        asha.says("I really need to talk to someone")
        own.hears("I really need to talk to someone")
        asha.hears("send TALK NOW")


class TestAtTheSameMoment:
    def offers(self, line: Line) -> list[Match]:
        with line.database.session() as db:
            return list(db.exec(select(Match).order_by(Match.id)))  # type: ignore[arg-type]  # a column

    def test_two_yeses_make_one_conversation(
        self, line: Line, asha: Phone, mo: Phone, kay: Phone
    ) -> None:
        on_duty(mo, kay)
        asha.says("talk now")
        with line.database.session() as db:
            post = Post(db, line.now)
            said = [
                talk_now.answer(post, each.id, each.mentor_id, accepts=True)
                for each in self.offers(line)
            ]
        assert said == [True, False]
        assert sorted(statuses(line)) == [MatchStatus.ACTIVE, MatchStatus.WITHDRAWN]

    def test_one_mentor_who_says_yes_to_two_talks_with_one(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        ben = line.member("Ben", Channel.SMS, "+447700900101")
        on_duty(mo)
        asha.says("talk now")
        ben.says("talk now")
        with line.database.session() as db:
            post = Post(db, line.now)
            said = [
                talk_now.answer(post, each.id, mo.person_id, accepts=True)
                for each in self.offers(line)
            ]
        assert said == [True, False]
        line.moves_on(minutes=10)
        ben.hears("nobody can talk just now")

    def test_a_yes_after_they_gave_up_changes_nothing(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        on_duty(mo)
        asha.says("talk now")
        line.moves_on(minutes=10)
        (offer,) = self.offers(line)
        with line.database.session() as db:
            post = Post(db, line.now)
            assert not talk_now.answer(post, offer.id, mo.person_id, accepts=True)

    def test_it_ends_once(self, line: Line, asha: Phone, mo: Phone) -> None:
        on_duty(mo)
        asha.says("talk now")
        mo.presses("Yes, now")
        asha.news()
        with line.database.session() as db:
            post = Post(db, line.now)
            for _ in range(2):
                talk_now.over(post, db.exec(select(Match)).one())
        line.moves_on(hours=2)
        assert asha.news().count("is over") == 1

    def test_an_hour_is_over_though_one_of_them_left(
        self, line: Line, asha: Phone, mo: Phone
    ) -> None:
        on_duty(mo)
        asha.says("talk now")
        mo.presses("Yes, now")
        asha.says("STOP")
        mo.hears("taking a break")
        line.moves_on(hours=1)
        assert statuses(line) == [MatchStatus.ENDED]


@pytest.mark.parametrize(
    ("hour", "begins", "ends"), [(9, 18, 22), (20, 20, 22), (22, 42, 46), (23, 42, 46)]
)
def test_an_evening_is_from_six_to_ten(
    line: Line, mo: Phone, hour: int, begins: int, ends: int
) -> None:
    midnight = datetime(2026, 11, 23, tzinfo=UTC)
    line.now = midnight + timedelta(hours=hour)
    mo.says("free evening")
    with line.database.session() as db:
        mentor = db.get_one(Mentor, mo.person_id)
        assert mentor.free_from == midnight + timedelta(hours=begins)
        assert mentor.free_until == midnight + timedelta(hours=ends)


def test_a_mentor_may_be_asked_when(line: Line, mo: Phone) -> None:
    mo.says("free")
    mo.hears("We only ask you then")
    mo.presses("For the next hour")
    with line.database.session() as db:
        assert db.get_one(Mentor, mo.person_id).free_until == NOON + timedelta(hours=1)
