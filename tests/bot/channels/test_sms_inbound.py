"""What comes in from Twilio, and whose number is a number."""

import pytest

from bot.channels.sms.inbound import NotFromTwilio, arrived, receipt
from bot.messages import Arrived, Kind, Receipt
from flows.reading.telephones import e164
from flows.vocabulary import Channel

BEN, LINE = "+447700900101", "+447700900000"


def form(**fields: str) -> dict[str, str]:
    return {"MessageSid": "SM1", "From": BEN, "To": LINE, "Body": "Hello", "NumMedia": "0"} | fields


@pytest.mark.parametrize(
    "number", ["+447700900101", "07700 900101", "0044 7700 900101", "+44 (0)7700 900101"]
)
def test_a_number_is_written_one_way(number: str) -> None:
    assert e164(number) == BEN


def test_a_number_from_abroad_keeps_its_country() -> None:
    assert e164("+353 85 012 3456") == "+353850123456"


@pytest.mark.parametrize(
    "sender", ["60300", "85258", "HMRC", "NHS-NoReply", "0800FLOWERS", "+1", "", "whatsapp:+447700"]
)
def test_a_short_code_or_a_name_is_no_number(sender: str) -> None:
    assert e164(sender) is None


def test_a_text_comes_with_who_and_to_which_number() -> None:
    assert arrived(form()) == Arrived(Channel.SMS, "SM1", Kind.TEXT, BEN, "Hello", to=LINE)


def test_the_words_of_a_picture_message_are_words() -> None:
    picture = arrived(form(NumMedia="2", MediaUrl0="https://example.org/1", Body="My lunch"))
    assert (picture.kind, picture.text, picture.pictures) == (Kind.TEXT, "My lunch", 2)
    assert "example.org" not in repr(picture)


@pytest.mark.parametrize("body", ["", " ", "\n"])
def test_a_picture_without_a_word_is_media(body: str) -> None:
    picture = arrived(form(NumMedia="1", Body=body))
    assert (picture.kind, picture.pictures) == (Kind.MEDIA, 1)


@pytest.mark.parametrize("media", ["", "0", "-1", "one", "9" * 5000])
def test_a_count_of_pictures_that_is_none_counts_none(media: str) -> None:
    assert arrived(form(NumMedia=media)) == arrived(form())


def test_nobody_can_be_answered_at_a_name() -> None:
    assert arrived(form(From="HMRC")).sender is None


def test_what_a_database_cannot_hold_is_taken_out() -> None:
    assert arrived(form(Body="a\0b\ud800")).text == "ab\ufffd"


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
def test_a_form_that_is_not_a_text_is_refused(missing: str) -> None:
    with pytest.raises(NotFromTwilio, match=missing):
        arrived(form(**{missing: ""}))


def test_a_receipt_says_what_became_of_which_text() -> None:
    fields = {"MessageSid": "SM1", "MessageStatus": "undelivered", "ErrorCode": "30003"}
    assert receipt(fields) == Receipt(Channel.SMS, "SM1", "undelivered", 30003)
    for none in ("", "soon", "3" * 5000):
        assert receipt(fields | {"ErrorCode": none}) == Receipt(Channel.SMS, "SM1", "undelivered")
    with pytest.raises(NotFromTwilio):
        receipt({"MessageSid": "SM1"})
