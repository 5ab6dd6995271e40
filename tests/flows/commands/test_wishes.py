"""What someone writes to a partner, and whether it is for the line.

`wishes/for_the_line.txt` and `wishes/for_a_partner.txt` hold what people may write; a third of each
was put aside before the wordings were written and the weights learned. Nothing was chosen on the
"fresh" files: they are the hardest, each letter in them being made of a wish's words.
"""

import time
from collections import Counter
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.commands.wishes import LONG, NOTHING, Ours, Wish, ours
from tests.flows.commands.train_wishes import CAST, is_unseen, told
from tests.flows.safety import real

WISHES, LETTERS = list(told("for_the_line")), [text for _, text in told("for_a_partner")]
UNNAMED = [text for name in ("unnamed", "unnamed_to_learn") for _, text in told(name)]
BEN = ("Ben",)


def shares(texts: list[str]) -> dict[Ours, float]:
    found = Counter(ours(text, CAST).ours for text in texts)
    print({kind.value: f"{found[kind] / len(texts):.4f}" for kind in Ours}, "of", len(texts))
    return {kind: found[kind] / len(texts) for kind in Ours}


@pytest.mark.parametrize(("unseen", "lost"), [(False, 0.03), (True, 0.07)])
def test_few_wishes_reach_the_partner_unasked(unseen: bool, lost: float) -> None:
    found = shares([text for _, text in WISHES if is_unseen(text) is unseen])
    assert found[Ours.NOT] <= lost
    assert found[Ours.PLAINLY] >= 0.65


@pytest.mark.parametrize(("unseen", "taken", "kept"), [(False, 0.0, 0.005), (True, 0.004, 0.055)])
def test_hardly_a_letter_is_taken_and_few_are_asked_about(
    unseen: bool, taken: float, kept: float
) -> None:
    found = shares([text for text in LETTERS if is_unseen(text) is unseen])
    assert found[Ours.PLAINLY] <= taken
    assert found[Ours.MAYBE] <= kept


def test_few_wishes_without_a_name_reach_the_partner_unasked() -> None:
    unseen = [text for _, text in told("unnamed") if is_unseen(text, 2)]
    assert shares(unseen)[Ours.NOT] <= 0.21
    alike = [text for _, text in told("like_unnamed") if is_unseen(text, 2)]
    found = shares(alike)
    assert found[Ours.PLAINLY] == 0
    assert found[Ours.MAYBE] <= 0.075


def test_of_the_hardest_wishes_half_are_heard_and_few_letters_asked_about() -> None:
    assert shares([text for _, text in told("fresh_wishes")])[Ours.NOT] <= 0.55
    found = shares([text for _, text in told("fresh_letters")])
    assert found[Ours.PLAINLY] == 0
    assert found[Ours.MAYBE] <= 0.02


@pytest.mark.skipif(not real.are_here(), reason="no real messages beside this checkout")
@pytest.mark.parametrize("aside", [False, True])
def test_hardly_a_real_message_is_asked_about(aside: bool) -> None:
    kinds = ("sms", "diabetes_talk")
    texts = [of.text for of in real.messages() if of.kind in kinds]
    found = shares([text for text in texts if real.set_aside(text) is aside])
    assert found[Ours.PLAINLY] == 0
    assert found[Ours.MAYBE] <= 0.005


OF_HIM = (
    "he never replies", "she made me feel stupid", "i dont trust him", "not getting on with her",
    "he asked me for money", "that man is always rude",
)  # fmt: skip


@pytest.mark.parametrize("words", OF_HIM)
def test_who_has_no_name_may_be_the_partner(words: str) -> None:
    assert ours(words, BEN).ours is Ours.MAYBE
    assert ours(f"{words}, my husband", BEN) == NOTHING
    assert ours(f"saw the nurse, {words}", BEN) == NOTHING


def test_whoever_we_gave_them_is_the_partner() -> None:
    assert ours("the lady you put me with is rude", BEN) == (Ours.PLAINLY, Wish.COMPLAINT)
    assert ours("i want to change the person you gave me", BEN) == (Ours.PLAINLY, Wish.CHANGE)
    assert ours("the recipe you gave me is rude lol", BEN).ours is not Ours.PLAINLY


def test_each_wish_is_told_from_the_others() -> None:
    assert {heading for heading, _ in WISHES} == set(Wish)
    read = [(heading, ours(text, CAST).wish) for heading, text in WISHES]
    wrong = [(heading, wish) for heading, wish in read if wish not in (None, heading)]
    assert len(wrong) <= 0.02 * len(read)


@pytest.mark.parametrize("wish", Wish)
def test_each_wish_has_forty_wordings_to_be_read(wish: Wish) -> None:
    assert sum(heading == wish for heading, _ in WISHES) >= 40


def test_a_partners_name_is_what_a_complaint_is_about() -> None:
    assert ours("ben was rude to me", BEN) == (Ours.PLAINLY, Wish.COMPLAINT)
    assert ours("ben was rude to me", ("Asha",)).ours is not Ours.PLAINLY
    assert ours("I dont want to talk to Ben's lot, or Ben, any more", BEN).wish is Wish.CHANGE
    assert ours("i dont want to talk to my sister any more", BEN) == NOTHING


def test_a_name_that_is_a_word_is_a_name_where_it_is_written_as_one() -> None:
    assert ours("i want to stop talking to Will", ("Will",)).wish is Wish.CHANGE
    assert ours("will you write on friday", ("Will",)) == NOTHING
    assert ours("may i change mentor", ("May",)) == (Ours.PLAINLY, Wish.CHANGE)


def test_a_long_message_is_a_letter_unless_it_is_against_somebody() -> None:
    more = " and my sister came round on friday with the children and we all had a lovely tea" * 2
    assert len(more.split()) > LONG
    assert ours("are there any groups near me" + more, CAST) == NOTHING
    assert ours("i want to complain about Mo" + more, CAST) == (Ours.MAYBE, Wish.COMPLAINT)
    assert ours("please can i have a different mentor" + more, CAST) == (Ours.MAYBE, Wish.CHANGE)


@pytest.mark.parametrize("apart", [". ", "\n", "! ", ", "])
def test_each_sentence_is_read_by_itself(apart: str) -> None:
    assert ours(f"Good morning{apart}Please change my mentor", CAST).wish is Wish.CHANGE


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=3))
def test_whatever_is_written_is_read(text: str, names: list[str]) -> None:
    found = ours(text, names)
    assert (found.wish is None) is (found.ours is Ours.NOT)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "can i ",
        "mo ",
        "please can you ",
        ". ",
        "\0",
        "my mentor ",
        "he ",
        " ",
        ".",
        "\n",
        "him? ",
    ],
)
def test_a_very_long_message_is_read_in_bounded_time(unit: str) -> None:
    started = time.process_time()
    ours(unit * (100_000 // len(unit)), CAST)
    assert time.process_time() - started < 0.3


def test_costs_little() -> None:
    def spent(text: str) -> float:
        started = time.process_time()
        ours(text, CAST)
        return time.process_time() - started

    assert mean(spent(text) for text in LETTERS) < 0.001
    assert mean(spent(text) for text in UNNAMED) < 0.001
