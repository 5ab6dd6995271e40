"""Where Telegram and Twilio bring what people say.

Every answer of 200 is a promise: it is given only once `receive` has written the message down.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Sequence

import structlog
from fastapi import APIRouter, HTTPException, Request, Response
from starlette.datastructures import QueryParams
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # no types

from bot.channels.sms import inbound
from bot.channels.sms.inbound import RECEIPTS_PATH, TEXTS_PATH, NotFromTwilio
from bot.channels.telegram.updates import UPDATES_PATH, arrived_from_json
from bot.messages import Arrived, Receipt
from bot.metrics import FORGED, IGNORED, MALFORMED
from bot.settings import Settings
from flows.vocabulary import Channel

log = structlog.get_logger()

FORM = "application/x-www-form-urlencoded"
BODY_LIMIT = 1_000_000  # bytes; what the providers send is a hundredth of it

Receive = Callable[[Sequence[Arrived]], Awaitable[None]]
Receipts = Callable[[Receipt], Awaitable[None]]


def webhooks(settings: Settings, receive: Receive, receipts: Receipts) -> APIRouter:
    """The providers' routes; those of a channel that is not set up are not there (404)."""
    router = APIRouter(include_in_schema=False)
    if settings.has_telegram and settings.telegram_webhook_secret:
        telegram = Telegram(settings.telegram_webhook_secret.get_secret_value(), receive)
        router.post(UPDATES_PATH)(telegram.update)
    if settings.twilio_auth_token:
        token = settings.twilio_auth_token.get_secret_value()
        twilio = Twilio(token, settings.public_url, receive, receipts)
        router.post(TEXTS_PATH)(twilio.text)
        router.post(RECEIPTS_PATH)(twilio.status)
    return router


class Telegram:
    """One update a call, known by the secret that Telegram was given with the address."""

    def __init__(self, secret: str, receive: Receive) -> None:
        self._secret = secret.encode()
        self._receive = receive

    async def update(self, request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), self._secret):
            raise _forged(Channel.TELEGRAM)
        try:
            arrived = arrived_from_json(json.loads(await _body(request)))
        except (ValueError, RecursionError):
            raise _malformed(Channel.TELEGRAM) from None
        await _written(self._receive([arrived]))
        return Response()


class Twilio:
    """A form a call, signed with the account's token for the address that Twilio called."""

    def __init__(self, token: str, public_url: str, receive: Receive, receipts: Receipts) -> None:
        self._validator = RequestValidator(token)
        self._public_url = public_url
        self._receive = receive
        self._receipts = receipts

    async def text(self, request: Request) -> Response:
        form = await self._form(request, TEXTS_PATH)
        try:
            arrived = inbound.arrived(form)
        except NotFromTwilio:
            raise _malformed(Channel.SMS) from None
        if arrived.sender is None:
            IGNORED.labels(Channel.SMS).inc()
        else:
            await _written(self._receive([arrived]))
        return _no_reply()

    async def status(self, request: Request) -> Response:
        form = await self._form(request, RECEIPTS_PATH)
        try:
            receipt = inbound.receipt(form)
        except NotFromTwilio:
            raise _malformed(Channel.SMS) from None
        await _written(self._receipts(receipt))
        return _no_reply()

    async def _form(self, request: Request, path: str) -> QueryParams:
        signature = request.headers.get("x-twilio-signature")
        if not signature:
            raise _forged(Channel.SMS)
        if not request.headers.get("content-type", "").startswith(FORM):
            raise _malformed(Channel.SMS)
        body = (await _body(request)).decode("utf-8", "replace")
        form = QueryParams(body)  # a form is written as a query is
        # Behind a proxy the address that reaches us is not the one that Twilio called.
        query = f"?{request.url.query}" if request.url.query else ""
        if not self._validator.validate(f"{self._public_url}{path}{query}", form, signature):
            raise _forged(Channel.SMS)
        return form


def _no_reply() -> Response:
    """Empty TwiML: what we answer goes out by itself, once it is written down too."""
    return Response('<?xml version="1.0" encoding="UTF-8"?><Response/>', media_type="text/xml")


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise HTTPException(413)
    return bytes(body)


async def _written(writing: Awaitable[None]) -> None:
    """Wait for what came to be written down; 503 when it can't be, so that it is sent again."""
    try:
        await writing
    except Exception as error:  # Whatever it was, the provider still holds the message.
        # Not the error's own text: it may hold what people wrote.
        log.error("webhook_not_written", reason=type(error).__name__)
        raise HTTPException(503) from None


def _forged(channel: Channel) -> HTTPException:
    FORGED.labels(channel).inc()
    return HTTPException(403)


def _malformed(channel: Channel) -> HTTPException:
    MALFORMED.labels(channel).inc()
    return HTTPException(400)
