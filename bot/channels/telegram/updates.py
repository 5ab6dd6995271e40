"""Telegram's updates as what arrived. Shapes: https://core.telegram.org/bots/api#update.

Only what the line uses is read. PTB's own classes want every field of every attachment: a poll
with one that they don't know yet makes the whole update unreadable, and its sender unanswered.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, FiniteFloat, ValidationError
from telegram.constants import ChatMemberStatus, ChatType, MessageAttachmentType, UpdateType

from bot.channels.text import legible
from bot.messages import Arrived, Kind
from flows.questions import Position
from flows.vocabulary import Channel

UPDATES_PATH = "/webhooks/telegram"

# Telegram is asked for these and sends no others. What else a webhook brings is kept as UNKNOWN.
ALLOWED = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.MESSAGE_REACTION,
)

# What may follow a command is what a link can carry (core.telegram.org/bots/features#deep-linking).
# Anything else was typed, and is read as words are: "/help I took all my pills" is no command.
COMMAND = re.compile(r"/(?P<word>\w{1,32})(?:@\w+)?\s*", re.ASCII)
LINK = re.compile(r"/(?P<word>start)(?:@\w+)? (?P<payload>[\w-]{1,64})", re.ASCII)

# A payment is a notice rather than a message; the others left out are kinds of their own.
MEDIA = {*MessageAttachmentType, "checklist"} - {
    MessageAttachmentType.CONTACT,
    MessageAttachmentType.LOCATION,
    MessageAttachmentType.SUCCESSFUL_PAYMENT,
}

Text = Annotated[str, BeforeValidator(lambda text: legible(text) if type(text) is str else text)]


class NotAnUpdate(ValueError):
    """The data is not an update of Telegram's: it has no update id."""


class Read(BaseModel):
    """A part of an update, as far as it is read: the rest is ignored, whatever it is."""

    model_config = ConfigDict(strict=True)


class Chat(Read):
    id: int
    type: str


class User(Read):
    id: int
    language_code: Text | None = None


class Location(Read):
    latitude: FiniteFloat
    longitude: FiniteFloat


class Reference(Read):
    message_id: int
    chat: Chat


class Message(Reference):
    sender: User | None = Field(None, alias="from")
    text: Text = ""
    caption: Text = ""
    media_group_id: Text | None = None
    location: Location | None = None
    contact: object = None
    forward_origin: object = None
    reply_to_message: Reference | None = None


class Press(Read):
    id: Text
    sender: User = Field(alias="from")
    message: Reference | None = None
    data: Text = ""


class Member(Read):
    status: str


class Membership(Read):
    chat: Chat
    sender: User = Field(alias="from")
    new_chat_member: Member


class ReactionKind(Read):
    type: str
    emoji: Text = ""


class Reaction(Read):
    chat: Chat
    message_id: int
    sender: User | None = Field(None, alias="user")
    new_reaction: list[ReactionKind]


class Update(Read):
    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Press | None = None
    my_chat_member: Membership | None = None
    message_reaction: Reaction | None = None


def arrived_from_json(data: object) -> Arrived:
    """What arrived, from an update's JSON. Raises NotAnUpdate when it has no update id.

    An update that can't be read is UNKNOWN, and kept as it came: Telegram sends again what is
    refused, and it would be no more readable then. From a group nothing is kept but which group:
    its people have agreed to nothing.
    """
    if not isinstance(data, dict) or type(data.get("update_id")) is not int:
        raise NotAnUpdate("no update id")
    try:
        update = Update.model_validate(data)
    except ValidationError:
        update = Update(update_id=data["update_id"])
    blank = Arrived(Channel.TELEGRAM, str(update.update_id), Kind.UNKNOWN)
    if update.message:
        return _message(blank, update.message, data)
    if update.edited_message:
        return _edited(blank, update.edited_message, data)
    if update.callback_query:
        return _press(blank, update.callback_query)
    if update.my_chat_member:
        return _membership(blank, update.my_chat_member)
    if update.message_reaction:
        return _reaction(blank, update.message_reaction)
    return _as_it_came(blank, data)


def _message(blank: Arrived, message: Message, data: Mapping[str, Any]) -> Arrived:
    if message.chat.type != ChatType.PRIVATE:
        return _in_group(blank, message.chat)
    reply = message.reply_to_message
    said = replace(
        _from(blank, message.chat, message.sender),
        message_id=str(message.message_id),
        on_message=str(reply.message_id) if reply else None,
        forwarded=message.forward_origin is not None,
    )
    if message.text:
        return _words(said, message.text)
    if message.location:
        position = Position(message.location.latitude, message.location.longitude)
        return replace(said, kind=Kind.LOCATION, position=position)
    if message.contact:
        return replace(said, kind=Kind.CONTACT)
    if data["message"].keys() & MEDIA:
        album = message.media_group_id or None
        if message.caption.strip():  # words, of which Telegram never makes a command
            said = replace(said, kind=Kind.TEXT, text=message.caption)
        else:
            said = replace(said, kind=Kind.MEDIA)
        return replace(said, pictures=1, album=album)
    return _as_it_came(said, data)


def _words(said: Arrived, text: str) -> Arrived:
    if link := LINK.fullmatch(text):
        return replace(said, kind=Kind.COMMAND, text=link["word"], payload=link["payload"])
    if command := COMMAND.fullmatch(text):
        return replace(said, kind=Kind.COMMAND, text=command["word"].lower())
    return replace(said, kind=Kind.TEXT, text=text)


def _edited(blank: Arrived, message: Message, data: Mapping[str, Any]) -> Arrived:
    if message.chat.type != ChatType.PRIVATE:
        return _in_group(blank, message.chat)
    said = _from(blank, message.chat, message.sender)
    # A live location is edited every few seconds: without words, it is not one more answer.
    text = message.text or message.caption
    return replace(said, kind=Kind.EDITED, text=text) if text else _as_it_came(said, data)


def _press(blank: Arrived, press: Press) -> Arrived:
    chat = press.message.chat if press.message else None
    if chat is not None and chat.type != ChatType.PRIVATE:
        return _in_group(blank, chat)
    return replace(
        _from(blank, chat, press.sender),
        kind=Kind.PRESS,
        pressed=press.data,
        press_id=press.id,
        on_message=str(press.message.message_id) if press.message else None,
    )


def _membership(blank: Arrived, change: Membership) -> Arrived:
    there = change.new_chat_member.status in (
        ChatMemberStatus.MEMBER,
        ChatMemberStatus.ADMINISTRATOR,
    )
    if change.chat.type != ChatType.PRIVATE:
        # Having been removed, there is nobody to tell and nothing to leave.
        return _in_group(blank, change.chat) if there else blank
    kind = Kind.UNBLOCKED if there else Kind.BLOCKED
    return replace(_from(blank, change.chat, change.sender), kind=kind)


def _reaction(blank: Arrived, reaction: Reaction) -> Arrived:
    if reaction.chat.type != ChatType.PRIVATE:
        return _in_group(blank, reaction.chat)
    emoji = (each.emoji for each in reaction.new_reaction if each.type == "emoji")
    return replace(
        _from(blank, reaction.chat, reaction.sender),
        kind=Kind.REACTION,
        emoji=next(emoji, ""),
        on_message=str(reaction.message_id),
    )


def _as_it_came(blank: Arrived, data: Mapping[str, Any]) -> Arrived:
    return replace(blank, text=json.dumps(data))


def _in_group(blank: Arrived, chat: Chat) -> Arrived:
    return replace(blank, kind=Kind.GROUP, sender=str(chat.id))


def _from(blank: Arrived, chat: Chat | None, user: User | None) -> Arrived:
    """A private chat has the id of the person in it."""
    whose = chat or user
    return replace(
        blank,
        sender=str(whose.id) if whose else None,
        language=user.language_code if user else None,
    )
