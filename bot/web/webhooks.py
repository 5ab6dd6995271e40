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
from bot.channels.sms.inbound import RECEIPTS_PATH, TEXTS_PATH, NotFromTwilio, Receipt
from bot.channels.telegram.updates import UPDATES_PATH, arrived_from_json
from bot.messages import Arrived
from bot.metrics import FORGED, IGNORED, MALFORMED
from bot.settings import Settings
from flows.vocabulary import Channel

log = structlog.get_logger()

FORM = "application/x-www-form-urlencoded"
BODY_LIMIT = 1_000_000  # bytes; what the providers send is a hundredth of it
NO_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

Receive = Callable[[Sequence[Arrived]], Awaitable[None]]
Receipts = Callable[[Receipt], Awaitable[None]]


def webhooks(settings: Settings, receive: Receive, receipts: Receipts) -> APIRouter:
    """The providers' routes; those of a channel that is not set up are not there (404)."""
    router = APIRouter(include_in_schema=False)
    if settings.has_telegram and settings.telegram_webhook_secret:
        _telegram(router, settings.telegram_webhook_secret.get_secret_value(), receive)
    if settings.twilio_auth_token:
        token = settings.twilio_auth_token.get_secret_value()
        _twilio(router, token, settings.public_url, receive, receipts)
    return router


def _telegram(router: APIRouter, secret: str, receive: Receive) -> None:
    @router.post(UPDATES_PATH)
    async def update(request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            raise _forged(Channel.TELEGRAM)
        try:
            arrived = arrived_from_json(json.loads(await _body(request)))
        except (ValueError, RecursionError):
            raise _malformed(Channel.TELEGRAM) from None
        await _written(receive([arrived]))
        return Response()


def _twilio(
    router: APIRouter, token: str, public_url: str, receive: Receive, receipts: Receipts
) -> None:
    validator = RequestValidator(token)

    async def signed_form(request: Request, path: str) -> QueryParams:
        """The form, if Twilio signed it for PUBLIC_URL: behind a proxy, we hear another address."""
        signature = request.headers.get("x-twilio-signature")
        if not signature:
            raise _forged(Channel.SMS)
        if not request.headers.get("content-type", "").startswith(FORM):
            raise _malformed(Channel.SMS)
        body = (await _body(request)).decode("utf-8", "replace")
        form = QueryParams(body)  # a form is written as a query is
        query = f"?{request.url.query}" if request.url.query else ""
        if not validator.validate(f"{public_url}{path}{query}", form, signature):
            raise _forged(Channel.SMS)
        return form

    @router.post(TEXTS_PATH)
    async def text(request: Request) -> Response:
        form = await signed_form(request, TEXTS_PATH)
        try:
            arrived = inbound.arrived(form)
        except NotFromTwilio:
            raise _malformed(Channel.SMS) from None
        if arrived.sender is None:
            IGNORED.labels(Channel.SMS).inc()
        else:
            await _written(receive([arrived]))
        return Response(NO_REPLY, media_type="text/xml")

    @router.post(RECEIPTS_PATH)
    async def status(request: Request) -> Response:
        form = await signed_form(request, RECEIPTS_PATH)
        try:
            receipt = inbound.receipt(form)
        except NotFromTwilio:
            raise _malformed(Channel.SMS) from None
        await _written(receipts(receipt))
        return Response(NO_REPLY, media_type="text/xml")


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
