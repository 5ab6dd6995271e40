"""A red flag is answered first and alone, whatever was going on, and the team is told."""

import pytest

from bot.messages import Kind
from flows.vocabulary import Channel, PersonStatus
from storage import concerns, people
from storage.concerns import ConcernKind, ConcernStatus
from storage.database import Database
from tests.talking import NOON, Line, Phone

FLAGS = {
    "crisis": ("I want to kill myself tonight", "116 123"),
    "medical": ("my chest is crushing and my left arm has gone numb", "999"),
    "safeguarding": ("my husband hit me again and locked me in", "0808 2000 247"),
}
ADVICE = "how many units of insulin should i take for 15 mmol"


@pytest.fixture(params=["telegram", "sms"])
def asha(line: Line, request: pytest.FixtureRequest) -> Phone:
    """Someone who has joined, on either channel."""
    channel = Channel(request.param)
    return line.member("Asha", channel, "1001" if channel is Channel.TELEGRAM else "+447700900101")


@pytest.mark.parametrize("kind", FLAGS)
def test_the_right_help_comes_first_and_a_person_is_told(
    line: Line, asha: Phone, priya: Phone, kind: str
) -> None:
    words, help_line = FLAGS[kind]
    asha.says(words)
    first, *rest = asha.hears("Are you safe right now?").splitlines()
    assert help_line in first
    assert any("Someone on our team has been told" in said for said in rest)
    priya.hears("ACK 1", "SHOW 1")


def test_a_question_for_the_care_team_gets_no_number_and_no_opinion(
    asha: Phone, priya: Phone
) -> None:
    asha.says(ADVICE)
    said = asha.hears("can't advise")
    assert "unit" not in said
    assert "safe right now" not in said
    priya.hears("Advice wanted")


def test_before_any_word_that_works_by_what_follows_it(asha: Phone, priya: Phone) -> None:
    asha.says("talk to me please, i want to die")
    asha.hears("116 123")
    priya.hears("CRISIS")


@pytest.mark.parametrize("word", ["help", "start", "menu", "stop"])
def test_behind_a_command(asha: Phone, priya: Phone, word: str) -> None:
    asha.says(f"/{word} i took all my insulin at once and i want to die")
    asha.hears("116 123")
    priya.hears("CRISIS")


def test_an_options_own_words_are_an_answer_and_no_alarm(line: Line, priya: Phone) -> None:
    noor = line.phone("Noor", Channel.TELEGRAM, "1010")
    for said in ("hello", "yes", "yes", "Noor", "yes"):
        noor.says(said)
    noor.hears("Who are you here for?")
    noor.says("Me, I have diabetes")
    noor.hears("What type of diabetes")
    priya.hears_nothing()


def test_in_the_middle_of_a_flow_which_then_waits(line: Line, asha: Phone, priya: Phone) -> None:
    asha.says("menu")
    asha.says("3" if asha.channel is Channel.SMS else "Weekly check-ins")
    asha.hears("Which day suits you?")
    asha.says(FLAGS["crisis"][0])
    assert "Which day" not in asha.hears("116 123", "Are you safe right now?")
    asha.says("yes")
    assert "Which day" not in asha.hears("Thank you for telling me")
    priya.says("ack 1")
    priya.says("close 1 spoke to her, she is with her sister")
    asha.hears("back to what we were asking", "Which day suits you?")


def test_what_is_a_cry_for_help_is_not_passed_on_but_can_be(
    line: Line, asha: Phone, priya: Phone
) -> None:
    mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(asha, mo)
    asha.says(FLAGS["crisis"][0])
    asha.hears("116 123", "haven't passed that on to Mo")
    assert FLAGS["crisis"][0] not in mo.hears("Our team is in touch with Asha")
    asha.says("send")
    mo.hears(FLAGS["crisis"][0])


def test_a_mentor_is_not_told_of_a_safeguarding_concern_that_may_be_about_them(
    line: Line, asha: Phone, priya: Phone
) -> None:
    mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(asha, mo)
    asha.says("my mentor keeps asking me for money and says keep it secret or else")
    asha.hears("not your fault")
    mo.hears_nothing()


def test_while_a_check_in_is_open(line: Line, asha: Phone, priya: Phone) -> None:
    asha.says("menu")
    asha.says("check-ins")
    asha.says("tuesday")
    asha.says("10am")
    asha.hears("The first time")
    line.moves_on(days=1)
    asha.hears("How has your week been")
    asha.says(FLAGS["medical"][0])
    asha.hears("call 999")


def test_after_opting_out_the_answer_is_owed_all_the_same(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says("STOP")
    asha.hears("won't get any more messages")
    asha.says(FLAGS["crisis"][0])
    asha.hears("116 123")
    priya.hears("CRISIS 1")


def test_someone_under_18_is_answered_too(line: Line, asha: Phone, priya: Phone) -> None:
    asha.says("im 15")
    asha.hears("Childline", "0800 1111")
    priya.hears("Under 18")
    asha.says("i cut myself again today because of school")
    asha.hears("116 123")
    priya.hears("CRISIS")


def test_someone_whom_a_coordinator_blocked_is_answered_and_not_relayed(
    line: Line, asha: Phone, priya: Phone
) -> None:
    mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
    line.introduces(asha, mo)
    with line.database.session() as db:
        asha.person(db).status = PersonStatus.BLOCKED
    asha.says("hello mo")
    asha.hears_nothing()
    mo.hears_nothing()
    asha.says(FLAGS["crisis"][0])
    asha.hears("116 123")


def test_in_the_caption_of_a_photo_and_in_a_changed_message(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.sends(Kind.MEDIA, text=FLAGS["crisis"][0])
    asha.hears("116 123")
    asha.sends(Kind.EDITED, text=FLAGS["medical"][0])
    asha.hears("999")


def test_a_bystander_gets_a_bystanders_words(line: Line, asha: Phone, priya: Phone) -> None:
    asha.says("my husband is unconscious and his sugar is 1.8")
    asha.hears("lay them on their side", "call 999")


def test_saying_no_to_safe_calls_everyone(line: Line, asha: Phone, priya: Phone) -> None:
    ravi = line.coordinator("Ravi", Channel.TELEGRAM, "1005")
    with line.database.session() as db:
        ravi.person(db).on_duty = False
    asha.says(FLAGS["crisis"][0])
    ravi.hears_nothing()
    asha.says("no")
    asha.hears("Please call 999 now")
    ravi.hears("CRISIS 1")


def test_nobody_on_duty_is_said_honestly(line: Line, asha: Phone) -> None:
    asha.says(FLAGS["crisis"][0])
    asha.hears("116 123", "nobody on our team is on duty")


def test_a_cry_for_help_is_never_answered_with_a_menu(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says(FLAGS["crisis"][0])
    asha.news()
    asha.says("hello? is anyone there")
    said = asha.hears("added that for our team")
    assert "What would you like to do" not in said


class TestTheLadder:
    """Somebody has to take it, and it climbs until somebody does."""

    def test_the_next_after_five_minutes_and_everyone_after_ten(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        ravi = line.coordinator("Ravi", Channel.SMS, "+447700900105")
        sam = line.coordinator("Sam", Channel.TELEGRAM, "1006")
        with line.database.session() as db:
            for off in (ravi, sam):
                off.person(db).on_duty = False
        asha.says(FLAGS["crisis"][0])
        priya.hears("CRISIS 1")
        ravi.hears_nothing()
        line.moves_on(minutes=5)
        ravi.hears("CRISIS 1")
        sam.hears_nothing()
        line.moves_on(minutes=5)
        for each in (priya, ravi, sam):
            each.hears("CRISIS 1")

    def test_it_stops_when_somebody_takes_it(self, line: Line, asha: Phone, priya: Phone) -> None:
        ravi = line.coordinator("Ravi", Channel.TELEGRAM, "1005")
        with line.database.session() as db:
            ravi.person(db).on_duty = False
        asha.says(FLAGS["crisis"][0])
        priya.says("ACK 1")
        priya.hears("You've taken concern 1")
        line.moves_on(minutes=30)
        ravi.hears_nothing()

    def test_only_one_can_take_it(self, line: Line, asha: Phone, priya: Phone) -> None:
        ravi = line.coordinator("Ravi", Channel.TELEGRAM, "1005")
        asha.says(FLAGS["crisis"][0])
        priya.says("ack 1")
        ravi.hears("Priya has taken concern 1")
        ravi.says("ack 1")
        ravi.hears("taken already")

    def test_a_coordinator_reads_answers_and_closes_it(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(FLAGS["crisis"][0])
        priya.says("show 1")
        priya.hears(FLAGS["crisis"][0], "Asha")
        priya.says("say 1 Hi Asha, Priya here. Are you at home?")
        asha.hears("From our team: Hi Asha, Priya here. Are you at home?")
        asha.says("yes with my sister")
        priya.hears("Asha, concern 1: yes with my sister")
        priya.says("close 1 sister with her until tomorrow")
        with line.database.session() as db:
            concern = concerns.find(db, 1)
            assert concern is not None
            assert concern.status is ConcernStatus.CLOSED
            assert concern.outcome == "sister with her until tomorrow"

    def test_a_person_who_is_no_coordinator_can_order_nothing(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        charlie = line.member("Charlie", Channel.TELEGRAM, "1009")
        asha.says(FLAGS["crisis"][0])
        charlie.says("show 1")
        assert FLAGS["crisis"][0] not in charlie.news()

    def test_check_ins_hold_until_someone_has_closed_it(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says("menu")
        asha.says("check-ins")
        asha.says("tuesday")
        asha.says("10am")
        asha.says(FLAGS["crisis"][0])
        asha.says("yes")
        asha.news()
        line.moves_on(days=1)
        asha.hears_nothing()
        priya.says("close 1 spoken")
        line.moves_on(hours=2)
        asha.hears("How has your week been")


class TestOptingOut:
    """STOP means stop, in anyone's words, once it is sure."""

    @pytest.mark.parametrize("word", ["STOP", "stop.", "Unsubscribe", "QUIT", "optout", "/stop"])
    def test_the_carriers_words_work_alone(self, line: Line, asha: Phone, word: str) -> None:
        asha.says(word)
        asha.hears("won't get any more messages")
        with line.database.session() as db:
            assert people.address_of(db, asha.person_id) is None

    def test_the_confirmation_comes_once(self, line: Line, asha: Phone) -> None:
        asha.says("STOP")
        asha.hears("won't get any more messages")
        asha.says("STOP")
        asha.says("stop all")
        asha.hears_nothing()

    def test_own_words_are_asked_about_once(self, line: Line, asha: Phone) -> None:
        asha.says("pls stop texting me")
        asha.hears("stop all messages here?")
        asha.says("yes")
        asha.hears("won't get any more messages")
        asha.says("hi")
        asha.hears("send START")
        asha.says("START")
        asha.hears("Welcome back")

    def test_stop_eating_bread_ends_nothing(self, line: Line, asha: Phone) -> None:
        asha.says("STOP eating bread they said, easier said than done")
        assert "any more messages" not in asha.news()

    def test_stop_on_one_channel_leaves_the_other(self, line: Line, asha: Phone) -> None:
        other = "+447700900177"
        with line.database.session() as db:
            found = people.arrive(
                db, Channel.SMS, other, line.now,
                language=asha.person(db).language, timezone="Europe/London",
            )  # fmt: skip
            found.person_id = asha.person_id
        asha.says("stop")
        with line.database.session() as db:
            left = people.address_of(db, asha.person_id)
            assert left is not None
            assert left.value == other
        asha.says("stop all")
        with line.database.session() as db:
            assert people.address_of(db, asha.person_id) is None

    def test_the_team_hears_when_someone_in_trouble_opts_out(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        asha.says(FLAGS["crisis"][0])
        asha.says("end")
        priya.hears("has opted out")

    def test_the_mentor_hears_paused_and_not_why(self, line: Line, asha: Phone) -> None:
        mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
        line.introduces(asha, mo)
        asha.says("stop")
        assert "opt" not in mo.hears("taking a break").casefold()
        asha.says("start")
        mo.hears("Asha is back")
        mo.says("welcome back!")
        asha.hears("Mo: welcome back!")


class TestRaisingAConcern:
    """CONCERN reaches the team, and misconduct rests a match at once."""

    def test_about_a_mentors_conduct(self, line: Line, asha: Phone, priya: Phone) -> None:
        mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
        line.introduces(asha, mo)
        asha.says("concern")
        asha.hears("Who is this about?")
        asha.says("Mo")
        asha.says("2")
        asha.says("he keeps on about meeting at his flat")
        asha.hears("Our team has it")
        priya.hears("Conduct")
        asha.news()
        mo.news()
        mo.says("hello?")
        assert "hello?" not in asha.news()
        with line.database.session() as db:
            kinds = {each.kind for each in concerns.open_of(db, mo.person_id)}
            assert ConcernKind.CONDUCT in kinds


class TestAbuseOfTheLine:
    """Floods are slowed, loops are left, and wrong numbers end at once."""

    def test_a_flood_is_slowed_with_one_note_and_nothing_is_lost(
        self, line: Line, asha: Phone
    ) -> None:
        mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
        line.introduces(asha, mo)
        sizes, trees = ("small", "big", "tall", "old"), (
            "oak", "ash", "elm", "birch", "beech", "willow", "maple", "cherry", "apple", "pear",
        )  # fmt: skip
        parts = [f"{size} {tree} tree" for size in sizes for tree in trees]
        for part in parts:
            asha.says(f"and then on my walk I saw a {part}")
        assert asha.news().count("slowing down") == 1
        line.moves_on(minutes=2)
        heard = mo.news()
        for part in parts:
            assert part in heard

    def test_a_loop_with_another_program_is_left(
        self, line: Line, asha: Phone, priya: Phone
    ) -> None:
        for _ in range(12):
            asha.says("Hiya! Welcome to Pizza Corner, what can we get you?")
        asha.news()
        asha.says("Hiya! Welcome to Pizza Corner, what can we get you?")
        asha.hears_nothing()
        assert priya.news().count("as a program would") == 1

    def test_a_mentee_of_few_words_is_no_program(self, line: Line, asha: Phone) -> None:
        mo = line.mentor("Mo", Channel.TELEGRAM, "1003")
        line.introduces(asha, mo)
        for _ in range(9):
            asha.says("ok")
        assert mo.news().count("Asha: ok") == 9

    @pytest.mark.parametrize(
        ("words", "answer"),
        [
            ("wrong number mate", "Sorry to have bothered you"),
            ("this is her daughter, she passed away in May", "so sorry"),
        ],
    )
    def test_a_wrong_number_or_a_death_ends_contact(
        self, line: Line, asha: Phone, priya: Phone, words: str, answer: str
    ) -> None:
        asha.says(words)
        asha.hears("Yes")
        asha.says("yes")
        asha.hears(answer)
        priya.hears("stopped writing")
        with line.database.session() as db:
            assert people.address_of(db, asha.person_id) is None

    def test_a_slip_cuts_nobody_off(self, line: Line, asha: Phone) -> None:
        asha.says("sorry wrong number")
        asha.hears("Have we got the wrong person?")
        asha.says("no it's me")
        asha.hears("Nothing has changed")
        with line.database.session() as db:
            assert people.address_of(db, asha.person_id) is not None

    def test_someone_in_grief_is_not_cut_off(self, line: Line, asha: Phone) -> None:
        asha.says("my mum died last week, feeling lost")
        with line.database.session() as db:
            assert people.address_of(db, asha.person_id) is not None


def test_it_is_answered_in_the_letters_it_was_written_in(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says("میں اب جینا نہیں چاہتی، آج رات سب ختم کر دوں گی")
    first = asha.hears("116 123").splitlines()[0]
    assert "آپ" in first
    priya.hears("CRISIS")


@pytest.mark.parametrize("kind", FLAGS)
def test_in_quiet_hours_it_is_answered_at_once(database: Database, kind: str) -> None:
    line = Line(database, NOON.replace(hour=23))
    ben = line.member("Ben", Channel.SMS, "+447700900102")
    priya = line.coordinator("Priya", Channel.SMS, "+447700900104")
    words, help_line = FLAGS[kind]
    ben.says(words)
    ben.hears(help_line)
    priya.hears("ACK 1")


def test_someone_who_was_erased_is_answered_as_anyone_new(
    line: Line, asha: Phone, priya: Phone
) -> None:
    asha.says("DELETE ME")
    asha.says("yes")
    line.moves_on(hours=2)
    asha.news()
    again = line.phone("Asha", asha.channel, asha.address)
    assert again.person_id != asha.person_id
    again.says(FLAGS["crisis"][0])
    again.hears("116 123")
    priya.hears("CRISIS")
