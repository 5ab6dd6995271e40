"""Each kind of question: what answers it, what is kept, and what is said when it is unclear."""

from datetime import date, time
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.questions import (
    LATER,
    Misfit,
    Option,
    Partial,
    Place,
    Position,
    Question,
    Said,
    Unclear,
    choice,
    choices,
    day,
    free_text,
    name,
    number,
    of_age,
    optional,
    pick,
    place,
    scale,
    time_of_day,
    yes_no,
    yes_no_in_time,
)
from flows.vocabulary import Channel, Diabetes, Language, Need, Role
from flows.words import HERE, Wording

TELEGRAM = Wording(channel=Channel.TELEGRAM)
SMS = Wording(channel=Channel.SMS)
TODAY = date(2026, 11, 22)
GROUPS = (Option("17", "Stroud walkers"), Option("4", "Cooking club"), Option("9", "Coffee club"))

TYPE = choice("joining-diabetes", Diabetes)
NEEDS = choices("joining-needs", Need)

KINDS: dict[str, tuple[Question[Any], str, object]] = {
    "choice": (TYPE, "t2", Diabetes.TYPE2),
    "choices": (NEEDS, "2, 1", (Need.NEW_DIAGNOSIS, Need.FOOD)),
    "pick": (pick("joining-name", GROUPS), "the walkers", "17"),
    "yes or no": (yes_no("joining-health"), "go on then", True),
    "scale": (scale("checkin-week", 0, 10), "7/10", 7),
    "number": (number("checkin-week", 2, 30, unit="mmol/L"), "5.5mmol/L", 5.5),
    "day": (day("checkin-day", today=TODAY), "tomorrow", date(2026, 11, 23)),
    "time": (time_of_day("checkin-time"), "half 7 pm", time(19, 30)),
    "name": (name("joining-name"), "I'm asha", "Asha"),
    "place": (place("joining-place"), "gl1 2ab", Place(outcode="GL1")),
    "free text": (free_text("checkin-words"), " quite a week ", "quite a week"),
    "skipped": (optional(TYPE), "rather not say", None),
    "old enough": (of_age("joining-adult", 18), "I'm 45", True),
    "not skipped": (optional(TYPE), "type 1", Diabetes.TYPE1),
}
every_kind = pytest.mark.parametrize(("question", "text", "answer"), KINDS.values(), ids=KINDS)


@every_kind
def test_an_answer_is_read_stored_and_restored(
    question: Question[Any], text: str, answer: object
) -> None:
    assert question.read(Said(text), TELEGRAM) == question.read(Said(text), SMS) == answer
    restored = question.restore(question.store(answer))
    assert restored == answer
    assert type(restored) is type(answer)


@pytest.mark.parametrize("stored", [{"a": 1}, ["no such"], 99, "\ud800", [[]]])
@pytest.mark.parametrize("kind", ["choice", "choices", "pick", "yes or no", "scale", "day", "time"])
def test_what_is_no_answer_is_a_misfit(kind: str, stored: Any) -> None:
    with pytest.raises(Misfit):
        KINDS[kind][0].restore(stored)


def test_a_stored_number_is_not_a_name_and_a_stored_name_no_number() -> None:
    for question, stored in ((name("n"), 7), (scale("s", 0, 10), "7"), (yes_no("y"), 1)):
        with pytest.raises(Misfit):
            question.restore(stored)


def test_an_option_that_is_no_longer_there_is_a_misfit() -> None:
    with pytest.raises(Misfit):
        pick("joining-name", GROUPS[:2]).restore("9")
    with pytest.raises(Misfit):
        choice("joining-diabetes", Diabetes, only=[Diabetes.TYPE1]).restore("type2")
    with pytest.raises(Misfit):
        choices("joining-needs", Need, most=1).restore(["food", "feelings"])


def test_a_pressed_button_is_its_option_and_an_old_one_is_unclear() -> None:
    assert TYPE.read(Said(pressed="type2"), TELEGRAM) is Diabetes.TYPE2
    assert yes_no("joining-health").read(Said(pressed="no"), TELEGRAM) is False
    assert scale("checkin-week", 0, 10).read(Said(pressed="10"), TELEGRAM) == 10
    for question in (TYPE, NEEDS, yes_no("joining-health"), pick("joining-name", GROUPS)):
        assert isinstance(question.read(Said(pressed="gone"), TELEGRAM), Unclear)


def test_two_services_with_a_word_in_common_are_not_guessed_between() -> None:
    question = pick("joining-name", GROUPS)
    assert question.read(Said("club"), SMS) == Unclear("unclear-choice")
    assert question.read(Said("coffee club"), SMS) == "9"
    assert question.read(Said("2"), SMS) == "4"


def test_yes_and_no_have_the_prompts_own_labels_where_it_has_them() -> None:
    assert yes_no("joining-adult").options(SMS) == (Option("yes", "Yes"), Option("no", "No"))
    own = yes_no("joining-consent").options(SMS)
    assert own[0].label == TELEGRAM.text("joining-consent.yes") != "Yes"


@pytest.mark.parametrize(
    ("text", "is_of_age"),
    [
        *((text, True) for text in ("45", "I'm 45", "over 18", "18+", "18 or over", "yes I'm 60")),
        *((text, False) for text in ("17", "16 yrs old", "no im 15")),
        *((text, None) for text in ("nearly 18", "under 18", "yes, 17", "no 45", "17 or 18")),
    ],
)
def test_an_age_answers_whether_someone_is_old_enough(text: str, is_of_age: bool | None) -> None:
    answer = of_age("joining-adult", 18).read(Said(text), SMS)
    assert answer == (Unclear("unclear-yes-no") if is_of_age is None else is_of_age)


@pytest.mark.parametrize("text", ["not yet", "maybe later", "no, not yet"])
def test_not_yet_is_no_answer_where_a_no_is_for_good(text: str) -> None:
    assert yes_no("joining-health").read(Said(text), SMS) is not True
    assert yes_no_in_time("joining-health").read(Said(text), SMS) == Unclear(LATER)


@pytest.mark.parametrize(("text", "answer"), [("no", False), ("not for me", False), ("ok", True)])
def test_a_question_that_may_wait_is_answered_like_any(text: str, answer: bool) -> None:
    assert yes_no_in_time("joining-health").read(Said(text), SMS) is answer


def test_no_1_may_be_number_1_so_it_is_asked() -> None:
    question = yes_no("joining-consent")
    assert question.read(Said("no 1"), SMS) == Unclear("unclear-yes-no")
    assert question.read(Said("no 2"), SMS) is False
    assert question.read(Said("number 1"), SMS) is True


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (choice("joining-role", Role), "for my mum", Role.CARER),
        (choice("joining-role", Role), "myself", Role.LIVING_WITH_DIABETES),
        (choice("joining-role", Role), "its for my wife she has diabetes", Role.CARER),
        (choice("joining-role", Role), "i have a daughter with type 1", Role.CARER),
        (choice("joining-diabetes", Diabetes), "i dont know they didnt say", Diabetes.NOT_SURE),
        (
            choice("joining-diabetes", Diabetes),
            "the one you get when pregnant",
            Diabetes.GESTATIONAL,
        ),
        (
            choices("joining-needs", Need),
            "food mostly and how she feels",
            (Need.FOOD, Need.FEELINGS),
        ),
        (TYPE, "type 1.5", Diabetes.OTHER),
        (TYPE, "LADA", Diabetes.OTHER),
        (TYPE, "they say im pre diabetic", Diabetes.AT_RISK),
        (TYPE, "borderline", Diabetes.AT_RISK),
        (TYPE, "prediabetes", Diabetes.AT_RISK),
        (NEEDS, "exercise and carbs", (Need.FOOD, Need.MOVING_MORE)),
        (choices("finding-languages", Language), "english + bangla", ("en", "bn")),
    ],
)
def test_an_option_goes_by_other_names_too(
    question: Question[Any], text: str, answer: object
) -> None:
    assert question.read(Said(text), SMS) == answer


def test_a_value_that_begins_with_a_digit_is_called_by_its_members_name() -> None:
    class Size(StrEnum):
        TYPE1 = "1_small"

    assert choice("joining-diabetes", Size).options(SMS) == (Option("1_small", "Type 1"),)


def test_presses_tick_and_untick_until_done() -> None:
    ticked = NEEDS.read(Said(pressed="pregnancy"), TELEGRAM)
    assert ticked == Partial(("pregnancy",))
    assert NEEDS.read(Said(pressed="food", chosen=ticked.chosen), TELEGRAM) == Partial(
        ("food", "pregnancy")
    )
    assert NEEDS.read(Said(pressed="food", chosen=("food",)), TELEGRAM) == Partial(())
    done = Said(pressed="done", chosen=("food", "pregnancy"))
    assert NEEDS.read(done, TELEGRAM) == (Need.FOOD, Need.PREGNANCY)
    assert NEEDS.read(Said("that's it thanks", chosen=("food",)), TELEGRAM) == (Need.FOOD,)
    assert NEEDS.read(Said(pressed="done"), TELEGRAM) == Unclear("unclear-choices")


def test_what_is_typed_is_added_to_what_is_ticked() -> None:
    said = Said("food", chosen=("pregnancy",))
    assert NEEDS.read(said, TELEGRAM) == (Need.FOOD, Need.PREGNANCY)


def test_ticks_and_done_are_shown_on_buttons_and_not_in_numbered_lines() -> None:
    labels = [option.label for option in NEEDS.options(TELEGRAM, ("food",))]
    assert labels[1] == "✓ Food"
    assert labels[-1] == "Done"
    assert "Done" not in [option.label for option in NEEDS.options(TELEGRAM)]
    assert len(NEEDS.options(SMS, ("food",))) == len(Need)


def test_no_more_are_taken_than_the_question_allows() -> None:
    question = choices("joining-needs", Need, most=2)
    two = ("food", "feelings")
    too_many = Unclear("unclear-choices-most", {"most": 2})
    assert question.read(Said("all of them"), SMS) == too_many
    assert question.read(Said(pressed="pregnancy", chosen=two), TELEGRAM) == too_many
    assert question.read(Said(pressed="food", chosen=two), TELEGRAM) == Partial(("feelings",))


def test_a_number_out_of_range_is_told_the_range() -> None:
    hint = Unclear("unclear-scale", {"low": 0, "high": 10})
    for text in ("11", "-1", "7.5", "7 or 8", "ten and a half", "100%"):
        assert scale("checkin-week", 0, 10).read(Said(text), SMS) == hint


def test_a_scale_has_buttons_and_no_numbered_lines() -> None:
    question = scale("checkin-week", 0, 10)
    assert [option.value for option in question.options(TELEGRAM)] == [str(n) for n in range(11)]
    assert question.options(SMS) == ()


def test_a_day_out_of_bounds_is_told_the_bound() -> None:
    question = day("checkin-day", today=TODAY, earliest=TODAY, latest=date(2026, 12, 31))
    early, late = (question.read(Said(text), SMS) for text in ("yesterday", "2 january"))
    assert early == Unclear("unclear-day-early", {"earliest": "22 November 2026"})
    assert late == Unclear("unclear-day-late", {"latest": "31 December 2026"})
    past = day("checkin-day", today=TODAY, latest=TODAY)
    assert past.read(Said("3 may"), SMS) == date(2026, 5, 3)


def test_a_time_that_may_be_morning_or_evening_is_asked() -> None:
    question = time_of_day("checkin-time")
    assert question.read(Said("7"), SMS) == Unclear("unclear-time-half", {"time": "7"})
    assert question.read(Said("half 6"), SMS) == Unclear("unclear-time-half", {"time": "6:30"})
    assert question.read(Said("teatime"), SMS) == Unclear("unclear-time")


@pytest.mark.parametrize("half", ["pm", "evening", "in the evening please", "7.30pm"])
def test_which_half_of_the_day_it_is_may_be_all_that_is_said_next(half: str) -> None:
    question = time_of_day("checkin-time")
    assert question.read(Said(half, before="half seven"), SMS) == time(19, 30)
    assert question.read(Said("pm", before="no idea"), SMS) == Unclear("unclear-time")


def test_a_name_has_a_length() -> None:
    assert name("n").read(Said("A" + "a" * 40), SMS) == Unclear("unclear-name-long", {"most": 40})


def test_a_shared_location_is_kept_to_about_a_kilometre() -> None:
    said = Said(position=Position(51.864213, -2.238156))
    assert place("joining-place").read(said, TELEGRAM) == Place(position=Position(51.86, -2.24))


def test_what_is_too_long_is_told_its_length_and_the_limit() -> None:
    question = free_text("checkin-words", most=10)
    hint = Unclear("unclear-text-long", {"most": 10, "length": 11})
    assert question.read(Said("x" * 11), SMS) == hint
    assert question.read(Said("x" * 10), SMS) == "x" * 10
    assert question.read(Said("\0 \u202e"), SMS) == Unclear("unclear-text")


def test_skip_is_an_option_with_a_number_where_options_have_numbers() -> None:
    question = optional(TYPE)
    assert question.options(SMS)[-1] == question.options(TELEGRAM)[-1] == Option("skip", "Skip")
    for said in (
        Said("7"),
        Said("skip"),
        Said("no"),
        Said(pressed="skip"),
        Said("the seventh one"),
    ):
        assert question.read(said, SMS) is None
    assert question.read(Said("5"), SMS) is Diabetes.NOT_SURE


def test_skip_has_no_number_where_nothing_else_has() -> None:
    assert optional(scale("checkin-week", 0, 10)).options(SMS) == ()
    assert optional(scale("checkin-week", 0, 10)).read(Said("1"), SMS) == 1
    assert optional(place("joining-place")).options(TELEGRAM) == (Option("skip", "Skip"),)


def test_no_leaves_a_question_out_only_where_no_is_not_an_answer() -> None:
    assert optional(yes_no("joining-health")).read(Said("no"), SMS) is False
    assert optional(free_text("checkin-words")).read(Said("no thanks"), SMS) is None
    said = Said("No one rang me, but I am not worried")
    assert optional(free_text("checkin-words")).read(said, SMS) == said.text


def test_ticks_pass_through_a_question_that_may_be_left_out() -> None:
    assert optional(NEEDS).read(Said(pressed="food"), TELEGRAM) == Partial(("food",))


@given(text=st.text(st.characters(categories=None), max_size=80), data=st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_sent_is_an_answer_that_can_be_kept_or_is_unclear(
    text: str, data: st.DataObject
) -> None:
    question, _, _ = data.draw(st.sampled_from(list(KINDS.values())))
    language = data.draw(st.sampled_from(Language))
    said = data.draw(st.sampled_from([Said(text), Said(pressed=text), Said(text, chosen=(text,))]))
    answer = question.read(said, Wording(language, Channel.SMS))
    if not isinstance(answer, Unclear | Partial):
        stored = question.store(answer)
        assert question.restore(stored) == answer
        str(stored).encode()


@pytest.mark.parametrize(
    "text", ["\0", "\ud800", "yes " * 25_000, "9" * 100_000, "١" * 300], ids=len
)
def test_nothing_that_is_sent_is_too_strange(text: str) -> None:
    for question, _, _ in KINDS.values():
        question.read(Said(text), TELEGRAM)


def test_every_hint_has_its_words() -> None:
    args = {"low": 0, "high": 10, "most": 2, "length": 9, "time": "7", "earliest": "1 May"}
    hints = [
        line.split(" =")[0]
        for line in (HERE / "en.reading.ftl").read_text("utf-8").splitlines()
        if line.startswith("unclear-")
    ]
    assert len(hints) > 10
    for hint in hints:
        for wording in (TELEGRAM, SMS):
            said = wording.text(hint, {**args, "latest": "2 May"})
            assert said.isascii()
            assert len(said) <= 160
