"""What is sealed on disk, and who can open it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import select

from flows.vocabulary import Channel
from storage.database import Database
from storage.people import Address, Person
from storage.sealing import Keyring, SealError, use

pytestmark = pytest.mark.each_database

OLD, NEW = "the old key of the line, 32 and more", "the new key of the line, 32 and more"
NUMBER = "+447700900101"


@given(st.text(st.characters(codec=None, categories=None)))  # lone surrogates too
def test_whatever_was_sealed_opens_as_it_was(words: str) -> None:
    ring = Keyring([NEW])
    assert ring.open(ring.seal(words)) == words


@pytest.mark.parametrize("words", ["", "\ud800", "\x00", "\u200f; DROP TABLE", "😀" * 25_000])
def test_the_oddest_words_open_as_they_were(words: str) -> None:
    ring = Keyring([NEW])
    assert ring.open(ring.seal(words)) == words


def test_the_same_words_never_look_the_same() -> None:
    ring = Keyring([NEW])
    assert ring.seal("hello") != ring.seal("hello")
    assert b"hello" not in ring.seal("hello")


@given(st.integers(0, 37), st.integers(1, 255))
def test_a_changed_byte_is_noticed(place: int, change: int) -> None:
    ring = Keyring([NEW])
    sealed = bytearray(ring.seal("hello"))
    sealed[place] ^= change
    if place == 0:  # the format byte only tells formats apart
        return
    with pytest.raises(SealError):
        ring.open(bytes(sealed))


def test_a_cut_value_is_refused() -> None:
    ring = Keyring([NEW])
    sealed = ring.seal("hello")
    for length in range(len(sealed)):
        with pytest.raises(SealError):
            ring.open(sealed[:length])


def test_the_old_key_still_opens_while_the_new_one_seals() -> None:
    sealed = Keyring([OLD]).seal("hello")
    both = Keyring([NEW, OLD])
    assert both.open(sealed) == "hello"
    assert not both.is_newest(sealed)
    assert both.is_newest(both.seal("hello"))
    assert Keyring([NEW]).open(both.seal("hello")) == "hello"


def test_a_key_that_is_not_given_opens_nothing() -> None:
    with pytest.raises(SealError, match="SECRET_KEY"):
        Keyring([NEW]).open(Keyring([OLD]).seal("hello"))


def test_a_keyring_needs_a_key() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        Keyring([])


def test_a_number_is_looked_up_under_every_key() -> None:
    both = Keyring([NEW, OLD])
    assert both.lookups(NUMBER) == [Keyring([NEW]).lookup(NUMBER), Keyring([OLD]).lookup(NUMBER)]
    assert both.lookup(NUMBER) == both.lookups(NUMBER)[0]
    assert both.lookup(NUMBER) != both.lookup(NUMBER + "0")


def test_neither_names_nor_numbers_are_on_the_disk(database: Database) -> None:
    use(Keyring([NEW]))
    now = datetime(2026, 11, 22, tzinfo=UTC)
    with database.session() as db:
        ben = Person(name="Ben", timezone="Europe/London", created_at=now)
        db.add(ben)
        db.flush()
        db.add(
            Address(
                person_id=ben.id, channel=Channel.SMS, value=NUMBER,
                lookup=Keyring([NEW]).lookup(NUMBER), used_at=now,
            )
        )  # fmt: skip
    with database.session() as db:
        stored = [*db.execute(text("SELECT name FROM person")).scalars()]
        stored += db.execute(text("SELECT value FROM address")).scalars()
        stored += [
            each.encode() for each in db.execute(text("SELECT lookup FROM address")).scalars()
        ]
        assert not any(b"Ben" in bytes(each) or b"7700900101" in bytes(each) for each in stored)
        assert db.exec(select(Person)).one().name == "Ben"
        assert db.exec(select(Address)).one().value == NUMBER
