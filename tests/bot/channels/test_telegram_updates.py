"""Telegram's updates, read as what arrived."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.updates import NotAnUpdate, arrived_from_json
from bot.messages import ARRIVED, Arrived, Kind
from flows.questions import Position
from flows.vocabulary import Channel

ASHA = {"id": 1001, "is_bot": False, "first_name": "Asha", "language_code": "pl"}
HER_CHAT = {"id": 1001, "type": "private", "first_name": "Asha"}
A_GROUP = {"id": -500, "type": "supergroup", "title": "Book club"}
THE_BOT = {"id": 7, "is_bot": True, "first_name": "Alongside"}

Json = dict[str, Any]


def message(**content: object) -> Json:
    return {"message_id": 31, "date": 1_795_000_000, "from": ASHA, "chat": HER_CHAT} | content


def read(**content: object) -> Arrived:
    return arrived_from_json({"update_id": 9, **content})


def said(**content: object) -> Arrived:
    return read(message=message(**content))


def test_text_comes_with_who_where_and_in_which_language() -> None:
    assert said(text="Hello there") == Arrived(
        Channel.TELEGRAM, "9", Kind.TEXT, "1001", "Hello there", language="pl", message_id="31"
    )


@pytest.mark.parametrize(
    ("text", "word", "payload"),
    [
        ("/menu", "menu", ""),
        ("/Menu@alongside_line_bot", "menu", ""),
        ("/start clinic-7_B", "start", "clinic-7_B"),
        ("/start@alongside_line_bot clinic", "start", "clinic"),
    ],
)
def test_a_command_is_its_word_and_what_a_link_added(text: str, word: str, payload: str) -> None:
    arrived = said(text=text)
    assert (arrived.kind, arrived.text, arrived.payload) == (Kind.COMMAND, word, payload)


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "/ menu",
        "5/10",
        "see /menu",
        "/menu!",
        "/né",
        "/help I took all my pills",
        "/start I want to die",
        "/link 123456",
    ],
)
def test_what_only_has_a_slash_in_it_is_text(text: str) -> None:
    assert (said(text=text).kind, said(text=text).text) == (Kind.TEXT, text)


def test_a_reply_and_a_forwarded_message_say_so() -> None:
    origin = {"type": "hidden_user", "date": 1_795_000_000, "sender_user_name": "Someone"}
    arrived = said(text="yes", reply_to_message=message(message_id=12), forward_origin=origin)
    assert (arrived.on_message, arrived.forwarded) == ("12", True)
    assert (said(text="yes").on_message, said(text="yes").forwarded) == (None, False)


def press(**content: object) -> Arrived:
    query = {"id": "88", "from": ASHA, "chat_instance": "1", "data": "q1:yes"}
    return read(callback_query=query | content)


def test_a_press_says_which_button_of_which_message() -> None:
    assert press(message=message(text="Do you agree?")) == Arrived(
        Channel.TELEGRAM,
        "9",
        Kind.PRESS,
        "1001",
        pressed="q1:yes",
        press_id="88",
        on_message="31",
        language="pl",
    )


def test_a_press_on_a_message_telegram_no_longer_shows_is_still_a_press() -> None:
    old = press(message={"chat": HER_CHAT, "message_id": 31, "date": 0})
    assert (old.kind, old.sender, old.on_message) == (Kind.PRESS, "1001", "31")
    assert press().sender == "1001"


def test_a_location_or_a_venue_is_a_position() -> None:
    place = {"latitude": 51.8642, "longitude": -2.2382}
    venue = {"location": place, "title": "Library", "address": "Brunswick Road"}
    for arrived in (said(location=place), said(location=place, venue=venue)):
        assert (arrived.kind, arrived.position) == (Kind.LOCATION, Position(51.8642, -2.2382))


def test_of_a_contact_card_nothing_is_kept() -> None:
    arrived = said(contact={"phone_number": "+447700900999", "first_name": "Charlie"})
    assert arrived.kind is Kind.CONTACT
    assert "Charlie" not in repr(arrived)
    assert "900999" not in repr(arrived)


FILE = {"file_id": "f", "file_unique_id": "u"}
PICTURE = FILE | {"width": 5, "height": 5}


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [PICTURE]},
        {"voice": FILE | {"duration": 3}},
        {"audio": FILE | {"duration": 3}},
        {"video": PICTURE | {"duration": 3}},
        {"video_note": FILE | {"length": 9, "duration": 3}},
        {"animation": PICTURE | {"duration": 3}},
        {"document": FILE},
        {"sticker": PICTURE | {"type": "regular", "is_animated": False, "is_video": False}},
        {"dice": {"emoji": "🎲", "value": 4}},
        {"poll": {"id": "1", "question": "?"}},
        {"checklist": {"title": "Before the clinic", "tasks": []}},
    ],
    ids=lambda content: next(iter(content)),
)
def test_what_is_not_words_is_media_and_its_caption_is_words(content: Json) -> None:
    bare = said(**content)
    assert (bare.kind, bare.text, bare.pictures) == (Kind.MEDIA, "", 1)
    captioned = said(**content, caption="My new pump")
    assert (captioned.kind, captioned.text) == (Kind.TEXT, "My new pump")
    assert captioned.pictures == 1


def test_the_pictures_of_an_album_say_which_it_is() -> None:
    first = said(photo=[PICTURE], media_group_id="13877", caption="Our walk")
    second = said(photo=[PICTURE], media_group_id="13877")
    assert (first.album, first.kind) == ("13877", Kind.TEXT)
    assert (second.album, second.kind) == ("13877", Kind.MEDIA)
    assert said(photo=[PICTURE]).album is None
    assert said(text="no picture").pictures == 0


def test_what_was_kept_before_pictures_were_counted_is_read() -> None:
    kept = '{"channel": "telegram", "provider_id": "7", "kind": "media", "text": "hi"}'
    read_again = ARRIVED.validate_json(kept)
    assert (read_again.pictures, read_again.album, read_again.text) == (0, None, "hi")


def test_an_edited_message_reads_as_it_does_now() -> None:
    assert read(edited_message=message(text="I mean type 2")).kind is Kind.EDITED
    assert read(edited_message=message(text="I mean type 2")).text == "I mean type 2"
    assert read(edited_message=message(photo=[PICTURE], caption="Better")).text == "Better"


def test_a_live_location_that_moves_is_not_an_answer_each_time() -> None:
    moved = message(location={"latitude": 51.9, "longitude": -2.1, "live_period": 600})
    assert read(edited_message=moved).kind is Kind.UNKNOWN


def reaction(*emoji: Json, chat: Json | None = None) -> Arrived:
    content = {
        "chat": chat or message()["chat"], "message_id": 12, "user": ASHA, "date": 1_795_000_000,
        "old_reaction": [], "new_reaction": list(emoji),
    }  # fmt: skip
    return read(message_reaction=content)


def test_a_reaction_says_which_emoji_is_on_which_message() -> None:
    heart = reaction({"type": "emoji", "emoji": "❤"})
    assert (heart.kind, heart.emoji, heart.on_message) == (Kind.REACTION, "❤", "12")
    assert heart.sender == str(ASHA["id"])
    assert heart.text == ""  # it is no words


def test_a_reaction_that_was_taken_back_or_is_no_emoji_has_none() -> None:
    assert reaction().emoji == ""
    assert reaction({"type": "custom_emoji", "custom_emoji_id": "5"}).emoji == ""
    assert reaction({"type": "paid"}, {"type": "emoji", "emoji": "👍"}).emoji == "👍"


def test_a_reaction_in_a_group_is_the_groups() -> None:
    assert reaction(chat={"id": -5, "type": "group", "title": "Walks"}).kind is Kind.GROUP


def membership(chat: Json, status: str) -> Arrived:
    change = {
        "chat": chat,
        "from": ASHA,
        "date": 1_795_000_000,
        "old_chat_member": {"user": THE_BOT, "status": "left"},
        "new_chat_member": {"user": THE_BOT, "status": status, "until_date": 0},
    }
    return read(my_chat_member=change)


def test_blocking_and_unblocking_the_bot() -> None:
    assert membership(HER_CHAT, "kicked").kind is Kind.BLOCKED
    assert membership(HER_CHAT, "member").kind is Kind.UNBLOCKED
    assert membership(HER_CHAT, "member").sender == "1001"


def test_being_added_to_a_group_is_the_groups_and_being_removed_is_nothing() -> None:
    assert membership(A_GROUP, "member") == Arrived(Channel.TELEGRAM, "9", Kind.GROUP, "-500")
    assert membership(A_GROUP, "left") == Arrived(Channel.TELEGRAM, "9", Kind.UNKNOWN)


def test_nothing_said_in_a_group_is_kept() -> None:
    arrived = said(chat=A_GROUP, text="I have been diabetic for years")
    assert arrived == Arrived(Channel.TELEGRAM, "9", Kind.GROUP, "-500")


@pytest.mark.parametrize(
    "content",
    [
        {"poll_answer": {"poll_id": "1", "user": ASHA, "option_ids": [0]}},
        {"a_kind_of_the_future": {"words": "\ud800"}},
        {"message": "not a message"},
        {"message": message(text=5)},
        {"message": message(location={"latitude": "north", "longitude": 0})},
        {"message": message(pinned_message=message())},
        {},
    ],
)
def test_an_update_that_cannot_be_read_is_kept_as_it_came(content: Json) -> None:
    arrived = read(**content)
    assert (arrived.provider_id, arrived.kind) == ("9", Kind.UNKNOWN)
    assert json.loads(arrived.text)["update_id"] == 9
    assert all(key in json.loads(arrived.text) for key in content)


def test_what_is_kept_as_it_came_is_known_to_be_hers() -> None:
    pinned = said(pinned_message=message(text="My insulin"))
    assert (pinned.kind, pinned.sender) == (Kind.UNKNOWN, "1001")


def test_nul_bytes_and_lone_surrogates_can_be_stored() -> None:
    assert said(text="a\0b \ud83d c").text == "ab \ufffd c"
    assert said(photo=[PICTURE], caption="\0").text == ""
    assert press(data="\ud800").pressed == "\ufffd"


def test_right_to_left_marks_and_a_hundred_kilobytes_come_through() -> None:
    text = "\u200fسلام\u200e; DROP TABLE people; " * 3_000
    assert said(text=text).text == text


@pytest.mark.parametrize(
    "data", [None, 5, "update", [], {}, {"update_id": "9"}, {"update_id": True}, {"message": {}}]
)
def test_what_has_no_update_id_is_not_an_update(data: object) -> None:
    with pytest.raises(NotAnUpdate):
        arrived_from_json(data)


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
anything = st.recursive(
    scalars | st.text(st.characters(exclude_categories=[])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
fields = st.sampled_from(
    ["text", "caption", "chat", "from", "location", "photo", "reply_to_message", "forward_origin"]
)
messages = st.dictionaries(fields, anything, max_size=4).map(lambda content: message(**content))
kinds = st.sampled_from(
    ["message", "edited_message", "callback_query", "my_chat_member", "channel_post", "poll", "x"]
)
updates = st.builds(
    lambda update_id, kind, content: {"update_id": update_id, kind: content},
    st.integers() | anything,
    kinds,
    messages | anything,
)


@given(updates | anything)
def test_junk_is_never_anything_but_arrived_or_refused(data: object) -> None:
    try:
        arrived = arrived_from_json(data)
    except NotAnUpdate:
        return
    stored = ARRIVED.dump_json(arrived)
    assert ARRIVED.validate_json(stored).provider_id == arrived.provider_id
