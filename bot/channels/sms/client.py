"""Twilio's client, made from the settings."""

from aiohttp import ClientSession, encode_basic_auth
from twilio.http.async_http_client import (  # type: ignore[import-untyped]  # it ships no types
    AsyncTwilioHttpClient,
)
from twilio.http.response import Response  # type: ignore[import-untyped]  # it ships no types
from twilio.rest import Client  # type: ignore[import-untyped]  # it ships no types

from bot.settings import Settings

TWILIO = "https://api.twilio.com"
TIMEOUT = 15.0  # seconds for a whole request; Twilio's own client waits for ever


class TwilioHttp(AsyncTwilioHttpClient):  # type: ignore[misc]  # untyped, as above
    """Twilio's HTTP client, at the address in the settings, and with an end to its patience."""

    session: ClientSession | None

    def __init__(self, api_url: str) -> None:
        # No pool yet: a session can only be made where an event loop runs.
        super().__init__(pool_connections=False)
        self._api_url = api_url

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: dict[str, str],
        auth: tuple[str, str],
        **how: object,
    ) -> Response:
        if self.session is None:
            self.session = ClientSession()
        # Given as `auth`, they would go through a class that aiohttp is about to drop.
        signed = headers | {"Authorization": encode_basic_auth(*auth)}
        here = url.replace(TWILIO, self._api_url, 1)
        how["timeout"] = TIMEOUT
        return await super().request(method, here, headers=signed, **how)

    def log_request(self, kwargs: dict[str, object]) -> None:
        """Nothing: Twilio's own would put people's numbers in the log."""


def make_client(settings: Settings) -> Client:
    """Twilio's client. Raises ValueError when SMS is not set up."""
    if settings.twilio_account_sid is None or settings.twilio_auth_token is None:
        raise ValueError("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set")
    return Client(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        http_client=TwilioHttp(settings.twilio_api_url),
    )
