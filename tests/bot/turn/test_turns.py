"""The path between inbox and outbox: what is handled once, what goes first, what waits for what."""

import asyncio
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from bot.inbox import Inbox as Arrivals
from bot.inbox import take_turns
from bot.messages import LETTER, Arrived, Kind, Letter, Receipt
from bot.now import Clock
from bot.outbox import Delivery
from flows.vocabulary import Channel, MatchStatus
from storage import outbox, people, timers
from storage.checkins import Checkin
from storage.conversations import Conversation
from storage.database import Database
from storage.inbox import Inbox, InboxStatus
from storage.matches import Match
from storage.outbox import Outbox, OutboxStatus, Priority
from storage.timers import Timer, TimerStatus
from tests.people import LONDON, join
from tests.talking import NOON, Line, Phone

pytestmark = pytest.mark.each_database

MINUTE = timedelta(minutes=1)


def queue(
    db: Session,
    phone: Phone,
    text: str,
    priority: Priority = Priority.REPLY,
    not_before: datetime = NOON,
) -> int:
    address = people.find_address(db, phone.channel, phone.address)
    assert address is not None
    letter = Outbox(
        person_id=phone.person_id, address_id=address.id, channel=phone.channel, priority=priority,
        body=LETTER.dump_json(Letter(text)).decode(), not_before=not_before, queued_at=NOON,
    )  # fmt: skip
    db.add(letter)
    db.flush()
    return letter.id


def leased(db: Session, now: datetime = NOON, most: int = 100) -> list[str]:
    """The words of the letters that may go now."""
    rows = outbox.lease(db, list(Channel), now, now + MINUTE, most)
    return [LETTER.validate_json(row.body or "").text for row, _ in rows]


def settle(db: Session, text: str, now: datetime = NOON) -> None:
    """What was under way with these words has been sent."""
    outbox.sent(db, _id(db, text), f"id of {text}", 1, now)


def _id(db: Session, text: str) -> int:
    return next(row.id for row in db.exec(select(Outbox)) if f'"{text}"' in (row.body or ""))


def test_one_persons_letters_go_one_at_a_time_and_in_order(
    database: Database, asha: Phone, ben: Phone
) -> None:
    with database.session() as db:
        for text in ("first", "second"):
            queue(db, asha, text)
        queue(db, ben, "for Ben")
        assert leased(db) == ["first", "for Ben"]
        assert leased(db) == []
        settle(db, "first")
        assert leased(db) == ["second"]


def test_a_reply_waits_for_nothing_that_was_begun_with_others(
    database: Database, asha: Phone, ben: Phone, mo: Phone
) -> None:
    with database.session() as db:
        for phone in (asha, ben, mo):
            queue(db, phone, f"how is {phone.name}?", Priority.BULK)
        queue(db, mo, "a reply to Mo")
        order = []
        for _ in range(4):
            (text,) = leased(db, most=1)
            settle(db, text)
            order.append(text)
    assert order == ["how is Mo?", "a reply to Mo", "how is Asha?", "how is Ben?"]


def test_what_waits_for_its_time_takes_nothing_along(
    database: Database, asha: Phone, ben: Phone
) -> None:
    with database.session() as db:
        queue(db, asha, "bulk for Asha", Priority.BULK)
        queue(db, ben, "bulk for Ben", Priority.BULK)
        queue(db, ben, "in the morning", not_before=NOON + timedelta(hours=19))
        assert leased(db, most=1) == ["bulk for Asha"]


def test_a_reply_never_overtakes_what_the_same_person_was_sent_before(
    database: Database, asha: Phone
) -> None:
    with database.session() as db:
        for text, priority in (("bulk", Priority.BULK), ("reply", Priority.REPLY)):
            queue(db, asha, text, priority)
        assert leased(db) == ["bulk"]
        outbox.again(db, _id(db, "bulk"), NOON + MINUTE, "429")
        assert leased(db) == []
        assert leased(db, NOON + MINUTE) == ["bulk"]
        settle(db, "bulk")
        assert leased(db) == ["reply"]


def test_safety_overtakes_all_that_the_person_is_sent(database: Database, asha: Phone) -> None:
    with database.session() as db:
        queue(db, asha, "bulk", Priority.BULK)
        queue(db, asha, "reply")
        assert leased(db) == ["bulk"]
        queue(db, asha, "safety", Priority.SAFETY)
        assert leased(db) == ["safety"], "it overtakes what is under way, too"
        settle(db, "bulk")
        assert leased(db) == [], "a reply waits for both"
        settle(db, "safety")
        assert leased(db) == ["reply"]


def test_what_a_timer_begins_is_bulk_and_what_answers_a_message_is_a_reply(
    line: Line, database: Database, ben: Phone
) -> None:
    for words in ("MENU", "3", "tuesday", "9am"):
        ben.says(words)
    line.moves_on(days=1)
    ben.says("10")
    ben.hears("We'll ask how you are", "How has your week been", "say a bit more")
    with database.session() as db:
        sent = db.exec(select(Outbox)).all()
    begun = {"How has" in (row.body or ""): row.priority for row in sent}
    assert begun == {True: Priority.BULK, False: Priority.REPLY}


def test_a_letter_that_is_retried_holds_up_those_behind_it(database: Database, asha: Phone) -> None:
    with database.session() as db:
        for text in ("first", "second"):
            queue(db, asha, text)
        assert leased(db) == ["first"]
        outbox.again(db, _id(db, "first"), NOON + MINUTE, "429")
        assert leased(db) == []
        assert leased(db, NOON + MINUTE) == ["first"]


def test_a_letter_of_unknown_outcome_holds_up_those_behind_it(
    database: Database, ben: Phone
) -> None:
    with database.session() as db:
        for text in ("first", "second"):
            queue(db, ben, text)
        assert leased(db) == ["first"]
        outbox.unknown(db, _id(db, "first"), NOON, "no answer")
        assert leased(db) == []
        queue(db, ben, "safety", Priority.SAFETY)
        assert leased(db) == ["safety"]
        settle(db, "first")
        settle(db, "safety")
        assert leased(db) == ["second"]


def test_a_letter_whose_time_has_not_come_holds_up_nothing(database: Database, asha: Phone) -> None:
    with database.session() as db:
        queue(db, asha, "tomorrow", not_before=NOON + timedelta(days=1))
        queue(db, asha, "now")
        assert leased(db) == ["now"]
        settle(db, "now")
        assert leased(db, NOON + timedelta(days=1)) == ["tomorrow"]


def test_what_this_process_is_sending_is_not_lost_when_the_clock_is_moved_on(
    database: Database, asha: Phone, ben: Phone
) -> None:
    with database.session() as db:
        ours, theirs = queue(db, asha, "ours"), queue(db, ben, "theirs")
        leased(db)
        later = NOON + timedelta(weeks=1)
        for channel in Channel:
            outbox.lost_leases(db, channel, later, later, but=[ours])
        statuses = dict(db.exec(select(Outbox.id, Outbox.status)).all())
    assert statuses == {ours: OutboxStatus.SENDING, theirs: OutboxStatus.UNKNOWN}


def test_a_receipt_that_never_came_is_made_up_for_and_the_sender_told(
    database: Database, line: Line, ben: Phone, mo: Phone
) -> None:
    line.introduces(ben, mo)
    mo.says("Hello Ben")
    with database.session() as db:
        (letter,) = [each for each in db.exec(select(Outbox)) if each.sender_id == mo.person_id]
        letter.status, letter.provider_id, letter.receipt = OutboxStatus.SENT, "SM1", "sent"
    delivery = Delivery(database, {}, Clock())
    listed = [
        Receipt(Channel.SMS, "SM1", "undelivered", 30003),
        Receipt(Channel.SMS, "SM2", "delivered"),
    ]
    for _ in range(2):
        asyncio.run(delivery.missed_receipts(listed))
    with database.session() as db:
        told = db.exec(select(Timer).where(Timer.action == "undelivered")).all()
        assert [(timer.person_id, timer.about) for timer in told] == [(mo.person_id, letter.id)]


def test_stop_cancels_what_waits_and_is_the_last_word(
    line: Line, database: Database, asha: Phone
) -> None:
    with database.session() as db:
        waiting = queue(db, asha, "tomorrow", not_before=NOON + timedelta(days=1))
    asha.says("STOP")
    asha.hears("won't get any more messages")
    line.moves_on(days=2)
    asha.hears_nothing()
    with database.session() as db:
        assert db.get_one(Outbox, waiting).status is OutboxStatus.CANCELLED


def test_what_is_brought_again_is_handled_once(line: Line, database: Database, ben: Phone) -> None:
    once = Arrived(Channel.SMS, "SM1", Kind.TEXT, sender=ben.address, text="MENU")
    for _ in range(3):
        line.write_down(once)
        line.settle()
    with database.session() as db:
        assert db.exec(select(Inbox.status)).all() == [InboxStatus.DONE]
    assert ben.hears("What would you like to do?").count("What would you like") == 1


def test_the_first_texts_of_someone_new_may_come_at_the_same_moment(database: Database) -> None:
    door = Arrivals(database, Clock(), LONDON)
    texts = [
        Arrived(Channel.SMS, f"{number} {part}", Kind.TEXT, sender=f"+4477009001{number:02}")
        for number in range(6)
        for part in "ABC"
    ]

    async def all_at_once() -> None:
        await asyncio.gather(*(door.receive([text]) for text in texts))

    asyncio.run(all_at_once())
    with database.session() as db:
        assert len(db.exec(select(Inbox.id)).all()) == len(texts)
        assert len(people.everyone(db)) == 6


def test_missed_texts_are_looked_for_an_hour_back_and_not_behind_an_erasure(
    line: Line, database: Database, ben: Phone
) -> None:
    door = Arrivals(database, Clock(), LONDON)
    assert asyncio.run(door.missed_since(Channel.SMS)) is None, "nothing ever came"
    ben.says("hello")
    now = Clock().now()
    with database.session() as db:
        db.exec(select(Inbox)).one().arrived_at = now
    assert asyncio.run(door.missed_since(Channel.SMS)) == now - timedelta(hours=1)
    with database.session() as db:
        people.get(db, ben.person_id).erased_at = now
    since = asyncio.run(door.missed_since(Channel.SMS))
    assert since is not None
    assert since > now


def test_the_same_id_on_two_channels_is_two_messages(
    line: Line, database: Database, asha: Phone, ben: Phone
) -> None:
    for phone in (asha, ben):
        line.write_down(Arrived(phone.channel, "7", Kind.TEXT, sender=phone.address, text="MENU"))
    line.settle()
    asha.hears("What would you like to do?")
    ben.hears("What would you like to do?")


def test_a_timer_about_something_that_has_moved_on_does_nothing(
    line: Line, database: Database, mo: Phone, ben: Phone
) -> None:
    line.introduces(ben, mo)
    with database.session() as db:
        match = db.exec(select(Match)).one()
        for action in ("offering", "offer_nudge", "offer_expired", "meeting"):
            timers.set_timer(db, mo.person_id, action, NOON, match.id, match.version - 1)
    line.settle()
    mo.hears_nothing()
    ben.hears_nothing()
    with database.session() as db:
        assert set(db.exec(select(Timer.status)).all()) == {TimerStatus.FIRED}
        assert db.exec(select(Match.status)).one() is MatchStatus.ACTIVE


def test_an_answer_after_three_days_is_asked_for_again_and_not_guessed(
    line: Line, ben: Phone
) -> None:
    ben.says("MENU")
    ben.says("3")
    ben.hears("Which day suits you?")
    line.moves_on(days=3, hours=1)
    ben.says("2")
    ben.hears("Here's where we were", "Which day suits you?")
    ben.says("2")
    ben.hears("What time is best?")


def test_asked_which_half_of_the_day_it_is_the_half_will_do(ben: Phone) -> None:
    for words in ("MENU", "3", "thursday", "half seven"):
        ben.says(words)
    ben.hears("in the morning or in the evening?")
    ben.says("evening")
    ben.hears("Thursday 26 November, 7:30pm")


def test_back_forgets_one_answer_at_a_time(ben: Phone) -> None:
    ben.says("MENU")
    ben.says("3")
    ben.says("tuesday")
    ben.hears("What time is best?")
    ben.says("BACK")
    ben.hears("Which day suits you?")
    ben.says("wednesday")
    ben.says("10am")
    ben.hears("Wednesday")


def test_back_does_not_go_behind_what_was_done(database: Database, ben: Phone) -> None:
    ben.says("MENU")
    ben.says("3")
    ben.says("tuesday")
    ben.says("10am")
    ben.hears("The first time")
    ben.says("BACK")
    ben.hears("nothing to go back to")
    with database.session() as db:
        assert db.exec(select(Checkin.weekday)).one() == 1


def test_what_may_be_an_answer_or_a_letter_is_asked_about_and_sent_once(
    line: Line, ben: Phone, mo: Phone
) -> None:
    line.introduces(ben, mo)
    ben.says("MENU")
    ben.says("3")
    ben.says("Lovely sunshine on the hills today")
    ben.hears("Is that for Mo, or for us?")
    mo.hears_nothing()
    ben.says("Mo")
    ben.hears("on its way to Mo")
    mo.hears("Ben: Lovely sunshine on the hills today")
    ben.says("SEND")
    ben.hears("nothing waiting to be sent")


def test_a_conversation_survives_the_end_of_its_process(database: Database, ben: Phone) -> None:
    ben.says("MENU")
    ben.says("3")
    ben.hears("Which day suits you?")
    again = Database(database.url.render_as_string(hide_password=False))
    try:
        ben.line.database = again
        ben.says("monday")
        ben.hears("What time is best?")
    finally:
        again.close()


@pytest.mark.parametrize(
    ("now", "due"),
    [
        # London goes to summer time on 29 March 2026 and back on 25 October, a Sunday each.
        ("2026-03-22T18:30+00:00", "2026-03-29T17:30+00:00"),
        ("2026-10-18T17:30+00:00", "2026-10-25T18:30+00:00"),
        ("2026-11-20T09:00+00:00", "2026-11-22T18:30+00:00"),
    ],
)
def test_half_past_six_is_half_past_six_all_year(now: str, due: str) -> None:
    sundays = Checkin(person_id=1, weekday=6, at="18:30")
    found = sundays.due_after(datetime.fromisoformat(now), ZoneInfo(LONDON))
    assert found.astimezone(UTC) == datetime.fromisoformat(due)


def test_a_checkin_recurs_by_the_clock_on_the_persons_own_wall(database: Database) -> None:
    """Auckland goes to summer time on 27 September 2026, London does not."""
    line = Line(database, datetime(2026, 9, 18, 12, tzinfo=UTC))
    with database.session() as db:
        kiri = join(db, Channel.SMS, "+447700900120", "Kiri", line.now, timezone="Pacific/Auckland")
        checkin = Checkin(person_id=kiri.id, weekday=0, at="09:00")
        db.add(checkin)
        db.flush()
        first = checkin.due_after(line.now, kiri.zone)
        timers.set_timer(db, kiri.id, "checkin", first, checkin.id, checkin.version)
    for _ in range(3):
        line.moves_on(weeks=1)
    with database.session() as db:
        due = db.exec(select(Timer.due_at).order_by(col(Timer.due_at))).all()
    there = [moment.astimezone(ZoneInfo("Pacific/Auckland")) for moment in due]
    assert [(moment.weekday(), moment.hour) for moment in there] == [(0, 9)] * 4
    assert len({moment.hour for moment in due}) == 2, "the hour in UTC moved"


def test_workers_side_by_side_keep_each_persons_order_and_handle_nothing_twice(
    database: Database, line: Line
) -> None:
    """On PostgreSQL several threads take turns at once; on SQLite there is one writer."""
    said: dict[str, list[str]] = defaultdict(list)
    numbers = [f"+4477009001{number:02}" for number in range(6)]
    for number in numbers:
        mentor = line.mentor("Mo", Channel.TELEGRAM, number[-4:])
        line.introduces(line.member(number, Channel.SMS, number), mentor)
    for bird in ("robin", "heron", "magpie", "sparrow", "gull", "crow", "finch", "swan"):
        for number in numbers:
            words = f"Saw a {bird} by the pond"
            said[number].append(words)
            id_ = f"{number} {bird}"
            line.write_down(Arrived(Channel.SMS, id_, Kind.TEXT, sender=number, text=words))

    async def everyone() -> None:
        async def work() -> None:
            while await database.write(lambda db: take_turns(db, NOON, most=2)):
                pass

        await asyncio.gather(*(work() for _ in range(4)))
        await work()  # a worker that found everyone claimed by the others has gone home

    asyncio.run(everyone())
    heard: dict[str, list[str]] = defaultdict(list)
    with database.session() as db:
        assert set(db.exec(select(Inbox.status)).all()) == {InboxStatus.DONE}
        for letter in db.exec(select(Outbox).order_by(col(Outbox.id))):
            name, _, words = LETTER.validate_json(letter.body or "").text.partition(": ")
            heard[name].append(words)
    assert heard == said


def test_a_flood_of_messages_holds_up_nobody_else(
    database: Database, line: Line, asha: Phone, ben: Phone
) -> None:
    for phone, times in ((ben, 20), (asha, 1)):
        for number in range(times):
            line.write_down(
                Arrived(phone.channel, f"{phone.name} {number}", Kind.TEXT, phone.address, "menu")
            )
    with database.session() as db:
        take_turns(db, NOON, most=2)
        waiting = db.exec(select(Inbox.person_id).where(Inbox.status == InboxStatus.WAITING)).all()
    assert set(waiting) == {ben.person_id}


def test_two_senders_never_lease_the_same_letter(database: Database, line: Line) -> None:
    phones = [line.member("P", Channel.TELEGRAM, str(3000 + number)) for number in range(12)]
    with database.session() as db:
        for number, phone in enumerate(phones):
            queue(db, phone, f"letter {number}")

    def lease(_: int) -> list[str]:
        with database.session() as db:
            return leased(db)

    with ThreadPoolExecutor(4) as pool:
        got = [text for texts in pool.map(lease, range(8)) for text in texts]
    assert sorted(got) == sorted(f"letter {number}" for number in range(12))


def test_at_most_one_conversation_is_open(database: Database, ben: Phone) -> None:
    for words in ("MENU", "3", "MENU", "2", "MENU", "4"):
        ben.says(words)
    with database.session() as db:
        open_ones = select(Conversation).where(Conversation.status == "open")
        assert len(db.exec(open_ones).all()) == 1


def test_someone_who_was_out_of_reach_and_writes_again_is_welcome(
    line: Line, database: Database, asha: Phone
) -> None:
    with database.session() as db:
        for address in people.addresses_of(db, asha.person_id):
            people.mark_gone(db, address.id, NOON)
        timers.set_timer(db, asha.person_id, "unreachable", NOON)
    line.settle()
    asha.says("MENU")
    asha.hears("What would you like to do?")
