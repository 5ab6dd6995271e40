"""All the tables, in one place: whoever goes over every one of them finds them through here."""

from sqlmodel import SQLModel

from storage.checkins import Checkin, CheckinAnswer
from storage.concerns import Concern
from storage.consents import Consent
from storage.conversations import Conversation
from storage.data_links import DataLink
from storage.directory import Service, Signpost
from storage.feedback import Feedback
from storage.inbox import Inbox
from storage.kept import Kept
from storage.link_codes import LinkCode
from storage.matches import Match, PairHeld
from storage.mentors import LessonRead, Mentor, MentorAnswer
from storage.outbox import Outbox
from storage.people import Address, Person
from storage.timers import Timer

TABLES = (
    Person, Address, Consent, Conversation, Inbox, Outbox, Timer, Mentor, LessonRead, MentorAnswer,
    Match, PairHeld, Feedback, Checkin, CheckinAnswer, Service, Signpost, Concern, DataLink,
    LinkCode, Kept,
)  # fmt: skip

SCHEMA = SQLModel.metadata
