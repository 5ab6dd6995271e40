"""What no honest person or provider sends: each gets a clear answer, and nothing is lost by it."""

import httpx
import pytest
from sqlmodel import select

from bot.simulator.telegram import TelegramChat
from bot.simulator.twilio import Phone
from storage.inbox import Inbox, InboxStatus
from storage.people import Person
from tests.line import Line, answers, count


async def post(line: Line, path: str, **what: object) -> httpx.Response:
    async with httpx.AsyncClient(base_url=line.service.url, trust_env=False) as client:
        return await client.post(path, **what)  # type: ignore[arg-type]


async def metric(line: Line, name: str) -> float:
    async with httpx.AsyncClient(base_url=line.service.url, trust_env=False) as client:
        lines = (await client.get("/metrics")).text.splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith(name))


@pytest.mark.parametrize("signature", [None, "", "bm90IHR3aWxpbydz", "é"])
async def test_a_forged_text_is_refused_counted_and_not_stored(
    line: Line, ben: Phone, signature: str | None
) -> None:
    forged = await metric(line, "alongside_forged_total")
    form = {"From": ben.number, "To": line.twilio.numbers[0], "Body": "hi", "MessageSid": "SM1"}
    headers = {} if signature is None else {"x-twilio-signature": signature.encode()}
    answer = await post(line, "/webhooks/twilio/sms", data=form, headers=headers)
    assert answer.status_code == 403
    assert await metric(line, "alongside_forged_total") == forged + 1
    assert line.look(count(Inbox)) == 0
    assert line.look(count(Person)) == 2, "Mo and Priya"


async def test_a_signature_of_something_else_is_refused(line: Line, ben: Phone) -> None:
    form = {"From": ben.number, "To": line.twilio.numbers[0], "Body": "hi", "MessageSid": "SM1"}
    signed = line.twilio._sign(line.twilio.webhook_url, form)
    answer = await post(
        line, "/webhooks/twilio/sms", data=form | {"Body": "bye"},
        headers={"x-twilio-signature": signed},
    )  # fmt: skip
    assert answer.status_code == 403
    assert line.look(count(Inbox)) == 0


async def test_a_body_that_is_not_a_form_is_refused(line: Line) -> None:
    signature = {"x-twilio-signature": "anything", "content-type": "application/json"}
    answer = await post(line, "/webhooks/twilio/sms", content=b"{}", headers=signature)
    assert answer.status_code == 400
    url = line.twilio.webhook_url
    empty = await post(
        line, "/webhooks/twilio/sms", data={}, headers={"x-twilio-signature":
        line.twilio._sign(url, {}), "content-type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert empty.status_code == 400


async def test_a_short_code_or_a_name_is_not_answered(line: Line) -> None:
    form = {"From": "Diabetes UK", "To": line.twilio.numbers[0], "Body": "hi", "MessageSid": "SM2"}
    signed = line.twilio._sign(line.twilio.webhook_url, form)
    answer = await post(
        line, "/webhooks/twilio/sms", data=form, headers={"x-twilio-signature": signed}
    )
    assert answer.status_code == 200
    assert line.look(count(Inbox)) == 0


async def test_an_update_of_a_kind_we_do_not_know_is_kept(line: Line, asha: TelegramChat) -> None:
    line.telegram.updates.allowed = None  # as after a change of what we ask for
    line.telegram.deliver("business_connection", {"id": "x", "is_enabled": True})
    asha.says("/start")
    await asha.hears("happy for us to message you")
    kept = line.look(
        lambda db: db.exec(select(Inbox).where(Inbox.status == InboxStatus.KEPT)).one()
    )
    assert "business_connection" in (kept.body or "")


async def test_a_message_of_100_kb_is_kept_whole_and_answered_and_holds_up_nothing(
    line: Line, ben: Phone, mo: TelegramChat
) -> None:
    line.introduced(ben, mo)
    words = "The bus was late again. " * 4200
    ben.says(words)
    await ben.hears("I haven't sent that")
    assert words.strip() in line.look(lambda db: db.exec(select(Inbox.body)).one() or "")
    ben.says("MENU")
    await ben.hears("What would you like to do?")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("be\0fore", "before"),
        ("half \ud83d of it", "half � of it"),
        ("\u202etxet desrever", "\u202etxet desrever"),
    ],
    ids=["NUL", "lone surrogate", "right to left"],
)
async def test_characters_that_break_databases_and_wires_are_passed_on_as_far_as_they_can_be(
    line: Line, asha: TelegramChat, ben: Phone, typed: str, read: str
) -> None:
    line.introduced(asha, ben)
    asha.says(typed)
    await ben.hears(f"Asha: {read}")


@pytest.mark.parametrize("typed", ["; DROP TABLE person", "' OR 1=1 --", "no\0where", "🙂" * 600])
async def test_what_is_no_postcode_is_asked_for_again(line: Line, ben: Phone, typed: str) -> None:
    ben.says("hello")
    replies = {"message you?": "yes", "18 or over": "yes", "What name": "Ben", "Is that OK": "no"}
    await answers(ben, replies, until="Roughly where are you?")
    ben.says(typed)
    await ben.hears("I don't know that place")
    ben.says("GL1")
    await ben.hears("All done, Ben")
    assert line.look(count(Person)) == 3
