"""Twilio's REST API for messages, as strict about what it is given as Twilio is.

Codes: https://www.twilio.com/docs/api/errors. Shapes: https://www.twilio.com/docs/messaging/api.
"""

import asyncio
import base64
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

import phonenumbers
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator.pace import Bucket
from bot.simulator.updates import Json

if TYPE_CHECKING:
    from bot.simulator.twilio import Text, TwilioSimulator

Item = TypeVar("Item")

BODY_LIMIT = 1600
LARGEST_PAGE = 1000
API = "/2010-04-01"


class Refused(Exception):
    """What Twilio answers instead of a resource."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


class TwilioApi:
    """What `/2010-04-01/Accounts/…` does. The state is the simulator's."""

    def __init__(self, twilio: "TwilioSimulator") -> None:
        self._twilio = twilio
        self._requests = Bucket(rate=100, burst=100)
        account = API + "/Accounts/{account}"
        self.routes = [
            self._route(f"{account}/Messages.json", self.create_message, "POST"),
            self._route(f"{account}/Messages.json", self.list_messages, "GET"),
            self._route(account + "/Messages/{sid}.json", self.fetch_message, "GET"),
            self._route(account + "/Messages/{sid}.json", self.redact_message, "POST"),
            self._route(f"{account}/IncomingPhoneNumbers.json", self.list_numbers, "GET"),
            self._route(f"{account}.json", self.fetch_account, "GET"),
        ]

    def _route(
        self, path: str, answer: Callable[[Request], Awaitable[Response]], method: str
    ) -> Route:
        async def endpoint(request: Request) -> Response:
            broken = _refusal(Refused(500, 20500, "Internal Server Error"))
            return await self._twilio.misbehaviour.around(lambda: guarded(request), broken)

        async def guarded(request: Request) -> Response:
            try:
                self._admit(request)
                return await answer(request)
            except Refused as refused:
                return _refusal(refused)

        return Route(path, endpoint, methods=[method])

    def _admit(self, request: Request) -> None:
        twilio = self._twilio
        pair = f"{twilio.account_sid}:{twilio.auth_token}".encode()
        expected = "Basic " + base64.b64encode(pair).decode()
        if request.headers.get("authorization") != expected:
            raise Refused(401, 20003, "Authenticate")
        if request.path_params["account"] != twilio.account_sid:
            raise _not_found(request)
        if twilio.paced:
            if self._requests.wait(asyncio.get_running_loop().time()):
                raise Refused(429, 20429, "Too Many Requests")
            self._requests.take()

    async def create_message(self, request: Request) -> Response:
        async with request.form() as form:
            to, sender = self._parties(form)
            body = _body(form)
            callback = str(form.get("StatusCallback", ""))
        if callback and not re.match(r"https?://[^/\s]+", callback):
            raise Refused(400, 21609, f"The 'StatusCallback' URL {callback} is not a valid URL.")
        if sender in self._twilio.phone(to).opted_out_of:
            raise Refused(400, 21610, "Attempt to send to unsubscribed recipient")
        text = self._twilio.send(sender, to, body, callback)
        return JSONResponse(self._message_json(text), status_code=201)

    def _parties(self, form: FormData) -> tuple[str, str]:
        to, sender = str(form.get("To", "")), str(form.get("From", ""))
        if not to:
            raise Refused(400, 21604, "A 'To' phone number is required.")
        if not sender:
            raise Refused(400, 21603, "A 'From' phone number is required.")
        try:
            number = phonenumbers.parse(to)
        except phonenumbers.NumberParseException:
            raise Refused(400, 21211, f"Invalid 'To' Phone Number: {to}") from None
        if not phonenumbers.is_possible_number(number):
            raise Refused(400, 21211, f"Invalid 'To' Phone Number: {to}")
        if phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.FIXED_LINE:
            raise Refused(400, 21614, f"'To' number is not a valid mobile number: {to}")
        if sender not in self._twilio.numbers:
            raise Refused(
                400,
                21606,
                f"The 'From' phone number {sender} is not a valid, message-capable "
                "Twilio phone number for this destination.",
            )
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), sender

    async def list_messages(self, request: Request) -> Response:
        query = request.query_params
        found = [text for text in reversed(self._twilio.texts.values()) if _suits(text, query)]
        return JSONResponse(_page(request, "messages", found, self._message_json))

    async def fetch_message(self, request: Request) -> Response:
        return JSONResponse(self._message_json(self._text(request)))

    async def redact_message(self, request: Request) -> Response:
        """An empty Body erases the text from Twilio; nothing else of a message can change."""
        text = self._text(request)
        async with request.form() as form:
            if form.get("Body") != "":
                raise Refused(400, 20001, "Body can only be emptied")
        text.body = ""
        return JSONResponse(self._message_json(text))

    async def list_numbers(self, request: Request) -> Response:
        wanted = request.query_params.get("PhoneNumber", "")
        found = [number for number in self._twilio.numbers if wanted in number]
        return JSONResponse(_page(request, "incoming_phone_numbers", found, self._number_json))

    async def fetch_account(self, request: Request) -> Response:
        sid = self._twilio.account_sid
        return JSONResponse(
            {
                "sid": sid,
                "friendly_name": "Alongside",
                "owner_account_sid": sid,
                "status": "active",
                "type": "Full",
                "date_created": None,
                "date_updated": None,
                "uri": f"{API}/Accounts/{sid}.json",
            }
        )

    def _text(self, request: Request) -> "Text":
        text = self._twilio.texts.get(request.path_params["sid"])
        if text is None:
            raise _not_found(request)
        return text

    def _message_json(self, text: "Text") -> Json:
        uri = f"{API}/Accounts/{self._twilio.account_sid}/Messages/{text.sid}"
        return {
            "account_sid": self._twilio.account_sid,
            "api_version": "2010-04-01",
            "body": text.body,
            "date_created": format_datetime(text.created),
            "date_sent": format_datetime(text.sent) if text.sent else None,
            "date_updated": format_datetime(text.sent or text.created),
            "direction": "inbound" if text.inbound else "outbound-api",
            "error_code": text.error,
            "error_message": None,
            "from": text.sender,
            "messaging_service_sid": None,
            "num_media": "1" if text.sid.startswith("MM") else "0",
            "num_segments": str(text.segments),
            "price": None,
            "price_unit": "USD",
            "sid": text.sid,
            "status": text.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": text.to,
            "uri": f"{uri}.json",
        }

    def _number_json(self, number: str) -> Json:
        return {
            "sid": "PN" + number.removeprefix("+").zfill(32),
            "account_sid": self._twilio.account_sid,
            "friendly_name": number,
            "phone_number": number,
            "capabilities": {"voice": False, "sms": True, "mms": False, "fax": False},
            "sms_method": "POST",
            "sms_url": self._twilio.webhook_url,
            "sms_fallback_url": "",
            "status_callback": "",
            "status": "in-use",
        }


def _refusal(refused: Refused) -> JSONResponse:
    body = {
        "code": refused.code,
        "message": refused.message,
        "more_info": f"https://www.twilio.com/docs/errors/{refused.code}",
        "status": refused.status,
    }
    return JSONResponse(body, status_code=refused.status)


def _not_found(request: Request) -> Refused:
    path = request.url.path[request.url.path.index(API) :]
    return Refused(404, 20404, f"The requested resource {path} was not found")


def _body(form: FormData) -> str:
    body = str(form.get("Body", ""))
    if not body.strip():
        raise Refused(400, 21602, "Message body is required.")
    if len(body) > BODY_LIMIT:
        raise Refused(400, 21617, "The concatenated message body exceeds the 1600 character limit.")
    return body


def _suits(text: "Text", query: QueryParams) -> bool:
    if "To" in query and text.to != query["To"]:
        return False
    if "From" in query and text.sender != query["From"]:
        return False
    at = (text.sent or text.created).replace(microsecond=0)
    if "DateSent" in query and at.date() != _date(query["DateSent"]).date():
        return False
    if "DateSent>" in query and at < _date(query["DateSent>"]):
        return False
    return not ("DateSent<" in query and at > _date(query["DateSent<"]))


def _date(given: str) -> datetime:
    """A day or an instant, both in UTC."""
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise Refused(400, 20001, f"{given} is not a valid date") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _page(request: Request, name: str, items: list[Item], draw: Callable[[Item], Json]) -> Json:
    """One page of a list, with where the next one is."""
    query = dict(request.query_params)
    try:
        size = min(LARGEST_PAGE, max(1, int(query.pop("PageSize", "50"))))
        page = max(0, int(query.pop("Page", "0")))
    except ValueError:
        raise Refused(400, 20001, "Page and PageSize are numbers") from None
    path = request.url.path[request.url.path.index(API) :]

    def uri(number: int) -> str:
        return f"{path}?{urlencode(query | {'PageSize': size, 'Page': number})}"

    start = page * size
    shown = items[start : start + size]
    return {
        "first_page_uri": uri(0),
        "next_page_uri": uri(page + 1) if start + size < len(items) else None,
        "previous_page_uri": uri(page - 1) if page else None,
        "page": page,
        "page_size": size,
        "start": start,
        "end": start + max(0, len(shown) - 1),
        "uri": uri(page),
        name: [draw(item) for item in shown],
    }
