"""A silence in a match: who is told of it, in which order, and what is no silence at all."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.matches.silence import Heard, Silence, Told, look_at

MET = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def on(day: int) -> datetime:
    return MET + timedelta(days=day)


@pytest.mark.parametrize(
    ("day", "step", "then"),
    [
        # Nobody has written since they met.
        (9, 0, Silence(on(10))),
        (10, 0, Silence(on(14), 1, Told.MENTOR)),
        (14, 1, Silence(on(18), 2, Told.MENTEE)),
        (18, 2, Silence(on(28), 0, Told.TEAM)),
        # After eight weeks a fortnight is ordinary.
        (70, 0, Silence(on(74), 1, Told.MENTOR)),
    ],
)
def test_a_silence_on_both_sides(day: int, step: int, then: Silence) -> None:
    assert look_at(Heard(MET), on(day), step) == then


@pytest.mark.parametrize(
    ("day", "step", "then"),
    [
        (10, 0, Silence(on(14), 1, Told.MENTOR, waits=True)),
        (14, 1, Silence(on(18), 2, Told.MENTEE, waits=True)),
        (18, 2, Silence(on(25), 3, Told.TEAM, waits=True)),
        (25, 3, Silence(None, 3, waits=True)),
    ],
)
def test_a_mentor_who_does_not_answer_is_given_up(day: int, step: int, then: Silence) -> None:
    assert look_at(Heard(MET, mentee_at=on(5)), on(day), step) == then


def test_a_word_of_the_mentors_ends_it_at_any_step() -> None:
    heard = Heard(MET, mentee_at=on(5), mentor_at=on(20))
    assert look_at(heard, on(25), 3) == Silence(on(30))


def test_words_of_the_person_alone_do_not_end_it() -> None:
    heard = Heard(MET, mentee_at=on(13), mentor_at=on(3))
    assert look_at(heard, on(14), 1).told is Told.MENTEE


def test_what_becomes_a_silence_on_both_sides_at_the_last_step_gives_nobody_up() -> None:
    heard = Heard(MET, mentee_at=on(5), mentor_at=on(6))
    assert look_at(heard, on(25), 3) == Silence(on(35))


def test_after_eight_weeks_a_fortnight_is_ordinary() -> None:
    heard = Heard(MET, mentee_at=on(55), mentor_at=on(56))
    assert look_at(heard, on(70), 0) == Silence(on(73))


def test_a_mentor_whose_answer_was_kept_is_not_silent() -> None:
    heard = Heard(MET, mentee_at=on(5), mentor_kept_at=on(20))
    assert not heard.waits
    assert look_at(heard, on(25), 3) == Silence(on(30))


def test_a_person_whose_letter_was_kept_does_not_wait_for_an_answer_to_it() -> None:
    heard = Heard(MET, mentee_kept_at=on(8), mentor_at=on(5))
    assert not heard.waits
    assert look_at(heard, on(15), 0) == Silence(on(18))
