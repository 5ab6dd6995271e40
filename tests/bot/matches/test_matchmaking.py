"""From asking for a mentor to being introduced to one: every yes, every no, and silence."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from bot.matches import matchmaking
from bot.matches.matchmaking import Forbidden, change, plan_everyone
from bot.messages import Arrived, Kind
from bot.post import Post
from bot.rules import Rules
from bot.settings import Settings, SettingsError
from flows.matching.fit import Rule
from flows.profile import Profile
from flows.vocabulary import (
    AgeBand,
    Channel,
    Faith,
    Gender,
    GenderWish,
    Language,
    MatchStatus,
    MentorStatus,
    Need,
    Technology,
)
from storage import matches, mentors
from storage.database import Database
from storage.matches import Match
from tests.talking import Line, Phone

YES, ASK, NO = "Yes, I'd like to", "Ask them something first", "Not this time"
OFFERED = "Can you take them on?"


@pytest.fixture
def careful(database: Database) -> Line:
    """Where a coordinator says yes first, as lines do unless they are told otherwise."""
    return Line(database, rules=Rules())


def ben_on(line: Line) -> Phone:
    return line.member("Ben", Channel.SMS, "+447700900102")


def mo_on(line: Line) -> Phone:
    return line.mentor("Mo", Channel.TELEGRAM, "1003")


def ada_on(line: Line) -> Phone:
    return line.mentor("Ada", Channel.TELEGRAM, "1006")


def priya_on(line: Line) -> Phone:
    return line.coordinator("Priya", Channel.TELEGRAM, "1004")


def asks_for_a_mentor(phone: Phone) -> str:
    """What they hear when they have said whom they would like. No check-ins, so as to be quiet."""
    for said in ("I would like a mentor please", "english", "1", "skip", "no"):
        phone.says(said)
    heard = phone.hears("Which day suits you?")
    phone.says("never")
    phone.news()
    return heard


def statuses(line: Line) -> list[MatchStatus]:
    with line.database.session() as db:
        return list(db.exec(select(Match.status).order_by(col(Match.id))))


def match_of(line: Line, number: int = 1) -> Match:
    with line.database.session() as db:
        match = matches.get(db, number)
        db.expunge(match)
        return match


def post(line: Line, db: Session) -> Post:
    return Post(db, line.now, rules=line.rules)


def needs(line: Line, phone: Phone, *needs: Need, **more: object) -> None:
    with line.database.session() as db:
        person = phone.person(db)
        person.set_profile(replace(person.profile, needs=needs, **more))


# A coordinator's yes


def test_a_coordinator_is_asked_before_the_mentor(careful: Line) -> None:
    priya, mo, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    assert "We have someone in mind" in asks_for_a_mentor(ben)
    priya.hears("Match 1 proposed: Ben with Mo", "APPROVE 1", "HOLD 1", "REFUSE 1")
    mo.hears_nothing()
    priya.says("matches")
    priya.hears("1: Ben with Mo")
    priya.says("approve 1")
    priya.hears("Done: match 1")
    mo.hears(OFFERED)
    priya.says("approve 1")
    priya.hears("moved on since")


def test_a_match_that_nobody_decides_on_is_brought_up_again(careful: Line) -> None:
    priya, _, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    priya.hears("Match 1 proposed")
    careful.moves_on(days=2)
    priya.hears("Match 1 proposed")
    priya.says("hold 1")
    priya.hears("Done")
    priya.says("matches")
    priya.hears("1: Ben with Mo, held")
    careful.moves_on(days=2)
    priya.hears("Match 1 proposed")
    careful.moves_on(days=3)
    ben.hears("We're still looking")


def test_a_pair_that_a_coordinator_refused_is_never_proposed_again(careful: Line) -> None:
    priya, _, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    priya.says("refuse 1")
    for _ in range(30):
        careful.moves_on(days=1)
    assert statuses(careful) == [MatchStatus.WITHDRAWN]
    ada = ada_on(careful)
    careful.moves_on(days=1)
    priya.hears("Match 2 proposed: Ben with Ada")
    priya.says("approve 2")
    ada.hears(OFFERED)


def test_a_yes_to_what_a_rule_has_come_to_forbid_asks_somebody_else(careful: Line) -> None:
    priya, mo, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    with careful.database.session() as db:
        mentors.claim(db, mo.person_id).checks_until = careful.now.date() - timedelta(days=1)
    ada_on(careful)
    priya.says("approve 1")
    priya.hears("Match 1 has moved on since", "Match 2 proposed: Ben with Ada")
    mo.hears_nothing()


def test_what_someone_tells_of_themselves_finds_a_mentor_like_them_and_says_why(
    careful: Line,
) -> None:
    priya, ada, mo, ben = priya_on(careful), ada_on(careful), mo_on(careful), ben_on(careful)
    needs(careful, ada, gender=Gender.WOMAN, gender_wish=GenderWish.MAN, faith=Faith.SIKH,
          age_band=AgeBand.FROM_35, technology=(Technology.PUMP,))  # fmt: skip
    needs(careful, mo, gender_wish=GenderWish.WOMAN)
    for said in (
        "I would like a mentor please", "english", "1", "skip", "yes", "a pump", "25 to 34",
        "skip", "a man", "skip", "my faith", "sikh",
    ):  # fmt: skip
        ben.says(said)
    ben.hears("We have someone in mind")
    priya.hears(
        "Match 1 proposed: Ben with Ada. Why: asked for Sikh faith; both living with diabetes; "
        "asked for English; both using a pump; about the same age. Reply APPROVE 1"
    )
    priya.says("approve 1")
    ada.hears("You share: Sikh faith, using a pump and being about the same age.")


def test_nobody_else_gives_a_coordinators_yes(careful: Line) -> None:
    mo, ben = mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    ben.says("approve 1")
    mo.says("approve 1")
    assert statuses(careful) == [MatchStatus.PROPOSED]


# The mentor


def test_a_mentor_hears_what_is_needed_and_nothing_that_identifies(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    needs(line, mo, Need.FOOD, Need.FEELINGS)
    needs(line, ben, Need.FOOD)
    asks_for_a_mentor(ben)
    heard = mo.hears(OFFERED, "They'd like to talk about: food", f"[{YES}] [{ASK}] [{NO}]")
    assert "Ben" not in heard
    assert "7700" not in heard


def test_both_say_yes_and_are_introduced(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    asks_for_a_mentor(ben)
    mo.presses(YES)
    mo.hears("We'll ask them now")
    ben.hears("a mentor would like to talk with you", "Shall we put you in touch?")
    ben.says("yes")
    ben.hears("You and Mo can talk now")
    mo.hears("Ben said yes")
    ben.says("Good evening, I am new to this")
    mo.hears("Ben: Good evening")


def is_offered(line: Line) -> tuple[Phone, Phone]:
    """A mentor and a person whose match is with the mentor now."""
    mo, ben = mo_on(line), ben_on(line)
    asks_for_a_mentor(ben)
    mo.hears(OFFERED)
    return mo, ben


def test_one_question_may_be_asked_first(line: Line) -> None:
    mo, ben = is_offered(line)
    mo.presses(ASK)
    mo.hears("Just one question")
    mo.says("What would you like to talk about first?")
    mo.hears("We've asked them")
    ben.hears("Someone who may become your mentor asks: What would you like to talk about first?")
    ben.says("Mostly cooking for one")
    ben.hears("passed that on")
    heard = mo.hears("they answered: Mostly cooking for one", OFFERED)
    assert ASK not in heard
    mo.presses(YES)
    ben.hears("Shall we put you in touch?")


def test_a_question_that_gives_away_who_someone_is_goes_no_further(line: Line) -> None:
    mo, ben = is_offered(line)
    mo.presses(ASK)
    mo.says("could you ring me on 07700 900123 instead")
    assert ASK not in mo.hears("couldn't pass that on", OFFERED)
    ben.hears_nothing()
    mo.presses(YES)
    ben.hears("Shall we put you in touch?")


def test_an_answer_that_gives_away_a_number_goes_no_further(line: Line) -> None:
    mo, ben = is_offered(line)
    mo.presses(ASK)
    mo.says("What would you like to talk about first?")
    ben.says("ring me on 07700 900123 and I will tell you")
    ben.hears("couldn't pass that on")
    assert "900123" not in mo.hears(OFFERED)


def test_a_question_that_is_never_answered_does_not_hold_up_the_offer(line: Line) -> None:
    mo, ben = is_offered(line)
    mo.presses(ASK)
    mo.says("What would you like to talk about first?")
    mo.news()
    line.moves_on(days=1)
    mo.hears_nothing()
    line.moves_on(days=1)
    mo.hears(OFFERED)
    line.moves_on(days=1)
    mo.hears("A gentle nudge")
    ben.news()
    ben.says("Mostly cooking for one")
    mo.hears("they answered: Mostly cooking for one")


def test_a_mentor_who_is_busy_rests_for_two_weeks(line: Line) -> None:
    mo, _ = is_offered(line)
    mo.presses(NO)
    mo.presses("Too busy just now")
    mo.hears("We'll ask someone else")
    line.moves_on(days=13)
    mo.hears_nothing()
    line.moves_on(days=2)
    mo.hears(OFFERED)


def seeks(line: Line, phone: Phone) -> Match:
    """They ask for a mentor. The match that comes of it."""
    with line.database.session() as db:
        person = phone.person(db)
        person.seeks_since = line.now
        assert matchmaking.seek(post(line, db), person)
    line.settle()
    with line.database.session() as db:
        match = matches.live_as_mentee(db, phone.person_id)
        assert match is not None
        db.expunge(match)
        return match


def test_what_is_twice_not_for_a_mentor_is_theirs_no_more(line: Line) -> None:
    mo = mo_on(line)
    needs(line, mo, Need.FOOD, Need.FEELINGS)
    asking = [line.member("Asha", Channel.TELEGRAM, f"20{number}") for number in range(3)]
    for asha in asking:
        needs(line, asha, Need.FOOD)
    for asha in asking[:2]:
        assert seeks(line, asha).mentor_id == mo.person_id
        mo.presses(NO)
        mo.presses("It's not something I can speak to")
    ada = ada_on(line)
    needs(line, ada, Need.FOOD)
    line.introduces(ben_on(line), ada)  # so that Mo, who has nobody, would come first
    assert seeks(line, asking[2]).mentor_id == ada.person_id


def test_a_no_for_another_reason_is_asked_for_someone_else_all_the_same(line: Line) -> None:
    mo, _ = is_offered(line)
    mo.presses(NO)
    mo.presses("Another reason")
    line.moves_on(days=3)
    assert statuses(line) == [MatchStatus.DECLINED]
    asha = line.member("Asha", Channel.SMS, "+447700900101")
    mo.news()
    asks_for_a_mentor(asha)
    mo.hears(OFFERED)


def test_no_answer_is_nudged_and_then_the_next_mentor_is_asked(line: Line) -> None:
    mo, ben = is_offered(line)
    ada = ada_on(line)
    line.moves_on(days=1)
    mo.hears("A gentle nudge", OFFERED)
    ada.hears_nothing()
    line.moves_on(days=2)
    mo.hears("we'll look for someone else")
    ada.hears(OFFERED)
    line.moves_on(days=4)
    ben.hears("We're still looking")
    assert statuses(line) == [MatchStatus.EXPIRED, MatchStatus.EXPIRED]


def test_an_offer_that_was_missed_is_no_no_and_comes_again_after_a_month(careful: Line) -> None:
    priya, mo, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    priya.says("approve 1")
    careful.moves_on(days=3)
    assert "asked someone else" not in mo.hears("We haven't heard from you")
    priya.news()
    priya.says("matches")
    assert "said no" not in priya.hears("Of 1 mentors: not answered 1.")
    for _ in range(29):
        careful.moves_on(days=1)
    priya.hears_nothing()
    careful.moves_on(days=1)
    priya.hears("Match 2 proposed: Ben with Mo")


def test_a_mentor_who_missed_an_offer_may_be_chosen_for_the_same_person(careful: Line) -> None:
    """Whoever chooses them may have spoken with them meanwhile."""
    priya, mo, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    asks_for_a_mentor(ben)
    priya.says("approve 1")
    careful.moves_on(days=3)
    ada_on(careful)
    careful.moves_on(days=1)
    priya.hears("Match 2 proposed: Ben with Ada")
    with careful.database.session() as db:
        assert change(post(careful, db), matches.get(db, 2), mo.person_id)
    priya.hears_nothing()
    careful.settle()
    priya.hears("Match 3 proposed: Ben with Mo")


def test_who_let_a_yes_pass_may_have_that_mentor_when_they_ask_again(line: Line) -> None:
    mo, ben = is_offered(line)
    mo.presses(YES)
    line.moves_on(days=7)
    mo.news()
    ben.hears("Send MENU when you'd like to try again")
    asks_for_a_mentor(ben)
    mo.hears(OFFERED)


def test_a_yes_after_the_offer_ran_out_is_told_kindly(line: Line) -> None:
    mo, ben = is_offered(line)
    line.moves_on(days=3)
    mo.news()
    mo.presses(YES)
    mo.hears("from an earlier question")
    ben.hears_nothing()
    assert statuses(line) == [MatchStatus.EXPIRED]


def test_two_presses_of_yes_accept_once(line: Line) -> None:
    mo, ben = is_offered(line)
    (*_, (message_id, letter)) = mo.received
    pressed = next(button.data for button in letter.buttons if button.label == YES)
    for number in (1, 2):
        line.write_down(
            Arrived(
                channel=mo.channel,
                sender=mo.address,
                kind=Kind.PRESS,
                pressed=pressed,
                on_message=message_id,
                provider_id=f"at-once-{number}",
            )
        )
    line.settle()
    assert mo.news().count("We'll ask them now") == 1
    assert ben.news().count("Shall we put you in touch?") == 1


def test_of_two_answers_at_once_the_first_to_commit_counts(line: Line) -> None:
    mo, _ = is_offered(line)
    with line.database.session() as db:
        match = matches.get(db, 1)
        assert matchmaking.answer_offer(post(line, db), 1, mo.person_id, accepts=True)
        match.version -= 1  # as the other saw it
        with db.no_autoflush:
            assert not matches.move(db, match, MatchStatus.DECLINED, expected=[MatchStatus.OFFERED])
    assert statuses(line) == [MatchStatus.ACCEPTED]


# The person


def test_a_person_may_say_no_to_the_mentor(line: Line) -> None:
    mo, ben = is_offered(line)
    mo.presses(YES)
    ben.says("no")
    ben.hears("We'll look for someone else")
    mo.hears("This time they would like someone else")
    line.moves_on(days=20)
    assert statuses(line) == [MatchStatus.DECLINED]


def test_a_mentors_own_words_introduce_them(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    with line.database.session() as db:
        mentors.claim(db, mo.person_id).introduction = "I like gardens and long walks"
    asks_for_a_mentor(ben)
    mo.presses(YES)
    ben.hears("In their own words: I like gardens and long walks", "Shall we put you in touch?")


def test_a_person_who_never_answers_frees_the_mentor(line: Line) -> None:
    mo, ben = is_offered(line)
    mo.presses(YES)
    ben.news()
    mo.news()
    line.moves_on(days=1)
    ben.hears("A gentle nudge", "Shall we put you in touch?")
    line.moves_on(days=6)
    ben.hears("let them know")
    mo.hears("doesn't need a mentor now")
    line.moves_on(days=8)
    ben.hears_nothing()
    assert statuses(line) == [MatchStatus.EXPIRED]


def test_when_nobody_suits_the_person_is_told_so_and_kept_in_touch(line: Line) -> None:
    ben = ben_on(line)
    assert "We don't have the right person for you just yet" in asks_for_a_mentor(ben)
    for _ in range(3):
        line.moves_on(days=6)
        ben.hears_nothing()
        line.moves_on(days=1)
        ben.hears("We're still looking", "group near you")
    mo = mo_on(line)
    line.moves_on(days=1)
    mo.hears(OFFERED)


def test_the_plan_says_which_rule_excludes_everyone(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    needs(line, mo, languages=(Language.POLISH,))
    with line.database.session() as db:
        ben.person(db).seeks_since = line.now
        (alone,) = plan_everyone(post(line, db)).unmatched
    assert alone.why == (Rule.LANGUAGE,)


def test_nobody_is_overtaken_by_who_comes_later(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    with line.database.session() as db:
        mentors.claim(db, mo.person_id).capacity = 1
    line.introduces(ben, mo)
    waits, comes = (line.member("Asha", Channel.TELEGRAM, str(each)) for each in (2001, 2002))
    asks_for_a_mentor(waits)
    line.moves_on(hours=30)
    ben.says("change")
    ben.says("just stop here")
    asks_for_a_mentor(comes)
    with line.database.session() as db:
        assert [each.mentee_id for each in matches.live_as_mentor(db, mo.person_id)] == [
            waits.person_id
        ]


def test_a_coordinator_sees_who_has_nobody_and_what_is_in_the_way(careful: Line) -> None:
    priya, mo, ben = priya_on(careful), mo_on(careful), ben_on(careful)
    needs(careful, mo, languages=(Language.POLISH,))
    asks_for_a_mentor(ben)
    priya.says("matches")
    priya.hears("Ben waits since", "and has nobody. Of 1 mentors: another language 1.")


def test_asking_again_while_somebody_is_asked_says_so(line: Line) -> None:
    _, ben = is_offered(line)
    assert "We have someone in mind" in asks_for_a_mentor(ben)
    assert statuses(line) == [MatchStatus.OFFERED]


def test_someone_who_leaves_is_offered_to_nobody_and_looked_for_when_back(line: Line) -> None:
    mo, ben = is_offered(line)
    ben.says("STOP")
    mo.hears("doesn't need a mentor now")
    line.moves_on(days=10)
    mo.hears_nothing()
    ben.says("START")
    mo.hears(OFFERED)


def test_a_mentor_who_leaves_is_not_asked(line: Line) -> None:
    mo, ben = is_offered(line)
    ada = ada_on(line)
    mo.says("STOP")
    line.settle()
    ada.hears(OFFERED)
    assert "Mo" not in ben.news()


# Changing, and what may not be


def proposed(line: Line) -> tuple[Phone, Phone, Phone]:
    """A match of Ben with Mo that waits for a yes, and Ada, who is a mentor too."""
    mo, ben = mo_on(line), ben_on(line)
    asks_for_a_mentor(ben)
    return mo, ada_on(line), ben


def test_a_coordinator_gives_a_proposed_match_another_mentor(careful: Line) -> None:
    _, ada, _ = proposed(careful)
    with careful.database.session() as db:
        assert change(post(careful, db), matches.get(db, 1), ada.person_id)
    assert statuses(careful) == [MatchStatus.WITHDRAWN, MatchStatus.PROPOSED]
    assert match_of(careful, 2).mentor_id == ada.person_id
    with careful.database.session() as db:
        assert not change(post(careful, db), matches.get(db, 1), ada.person_id)


@pytest.mark.parametrize("rule", [Rule.LANGUAGE, Rule.FULL, Rule.HELD, Rule.NOT_ACTIVE])
def test_a_change_that_a_rule_forbids_is_refused_with_its_name(careful: Line, rule: Rule) -> None:
    _, ada, ben = proposed(careful)
    with careful.database.session() as db:
        mentor = mentors.claim(db, ada.person_id)
        if rule is Rule.LANGUAGE:
            ada.person(db).set_profile(Profile(languages=(Language.POLISH,)))
        elif rule is Rule.FULL:
            mentor.capacity = 0
        elif rule is Rule.HELD:
            matches.hold_pair(db, ben.person_id, ada.person_id, careful.now)
        else:
            mentor.status = MentorStatus.PAUSED
    with careful.database.session() as db, pytest.raises(Forbidden, match=rule.value):
        change(post(careful, db), matches.get(db, 1), ada.person_id)
    assert statuses(careful) == [MatchStatus.PROPOSED]


def test_no_mentor_is_proposed_beyond_their_capacity(line: Line) -> None:
    mo_on(line)
    for number in range(5):
        asha = line.member("Asha", Channel.TELEGRAM, f"20{number}")
        with line.database.session() as db:
            asha.person(db).seeks_since = line.now
    with line.database.session() as db:
        plan = plan_everyone(post(line, db))
    assert (len(plan.pairs), len(plan.unmatched)) == (3, 2)
    with line.database.session() as db:  # another process planned for the same last place
        full = plan.pairs[0]
        person = plan.unmatched[0].seeker
        assert not matchmaking.propose(post(line, db), person, full.mentor, full.fit)
    assert len(statuses(line)) == 3


def test_a_mentor_has_a_mentor_too_and_never_their_own_mentee(line: Line) -> None:
    mo, ada = mo_on(line), ada_on(line)
    line.introduces(mo, ada)  # Ada mentors Mo
    with line.database.session() as db:
        ada.person(db).seeks_since = line.now
        (alone,) = plan_everyone(post(line, db)).unmatched
    assert Rule.OWN_MENTOR in alone.broken


def test_two_who_have_parted_are_not_matched_again(line: Line) -> None:
    mo, ben = mo_on(line), ben_on(line)
    line.introduces(ben, mo)
    ben.says("change")
    ben.says("someone else")
    ben.says("someone free when I am")
    line.moves_on(days=9)
    assert statuses(line) == [MatchStatus.ENDED]
    with line.database.session() as db:
        (alone,) = plan_everyone(post(line, db)).unmatched
    assert alone.why == (Rule.PARTED,)


# Weights


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("ages = 2", "'ages'"), ("age = -1", "'age': -1"), ("age = nan", "'age': nan"),
        ("age = 'two'", "'age'"), ("age = = 2", "line 1"), ("\xff", "weights.toml"),
    ],
)  # fmt: skip
def test_a_weights_file_that_is_wrong_is_named(tmp_path: Path, written: str, told: str) -> None:
    file = tmp_path / "weights.toml"
    file.write_bytes(written.encode("latin-1"))
    with pytest.raises(SettingsError, match=r"MATCHING_WEIGHTS: .*weights\.toml") as error:
        _ = Settings(matching_weights=file).rules
    assert told in str(error.value)


def test_a_weights_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"MATCHING_WEIGHTS: .*none\.toml"):
        _ = Settings(matching_weights=tmp_path / "none.toml").rules


def test_an_operators_weights_are_used(tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text("age = 0\nneeds = 7.5\n")
    weights = Settings(matching_weights=file).rules.weights
    assert (weights.age, weights.needs, weights.role) == (0, 7.5, 3)
