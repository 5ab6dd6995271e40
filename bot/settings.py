"""Every setting, read once from the environment (and `.env`), cast, and checked at start."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.rules import Rules
from flows.matching.fit import Weights, WeightsError
from flows.reading.telephones import e164


class SettingsError(Exception):
    """A setting is missing or wrong: the message names it and says how to put it right."""


class Settings(BaseSettings):
    """The environment as the program uses it; `.env.example` says what each setting is for."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    database_url: str = "sqlite:///alongside.db"
    secret_key: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    public_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    timezone: ZoneInfo = ZoneInfo("Europe/London")

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_secret: SecretStr | None = None

    twilio_account_sid: str | None = None
    twilio_auth_token: SecretStr | None = None
    twilio_number: str | None = None
    twilio_numbers: Annotated[tuple[str, ...], NoDecode] = ()
    twilio_api_url: str = "https://api.twilio.com"
    sms_segments_per_second: float = Field(default=10, gt=0)
    sms_settle_seconds: float = Field(default=5, ge=0)

    alert_next_minutes: float = Field(default=5, gt=0)
    alert_all_minutes: float = Field(default=10, gt=0)
    matches_need_yes: bool = True
    matching_weights: Path | None = None

    retention_days: int = Field(default=90, ge=1)
    concern_retention_days: int = Field(default=6 * 365, ge=1)

    alongside_clock_file: Path | None = None
    alongside_demo: bool = False

    @field_validator("secret_key", "twilio_numbers", mode="before")
    @classmethod
    def _separated_by_commas(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _as_telegram_takes_it(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("may hold letters, digits, _ and -, and 256 of them at most")
        return secret

    @field_validator("twilio_number")
    @classmethod
    def _a_number(cls, number: str | None) -> str | None:
        return number and _as_sent_from(number)

    @field_validator("twilio_numbers")
    @classmethod
    def _some_numbers(cls, numbers: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_as_sent_from(number) for number in numbers)

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, keys: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        if any(len(key.get_secret_value()) < 32 for key in keys):
            raise ValueError("each key needs 32 characters or more")
        return keys

    @field_validator("timezone", mode="before")
    @classmethod
    def _known_zone(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                return ZoneInfo(value)
            except (KeyError, ValueError, OSError):
                raise ValueError("is no time zone; write it as Europe/London") from None
        return value

    @field_validator("public_url", "telegram_api_url", "twilio_api_url")
    @classmethod
    def _no_slash_at_the_end(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("must begin with https:// (or http:// on this machine)")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _a_database_we_speak(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("must begin with sqlite:/// or postgresql+psycopg://")
        return url

    @model_validator(mode="after")
    def _twilio_is_whole(self) -> "Settings":
        given = {
            "TWILIO_ACCOUNT_SID": self.twilio_account_sid,
            "TWILIO_AUTH_TOKEN": self.twilio_auth_token,
            "TWILIO_NUMBER": self.twilio_number,
        }
        missing = [name for name, value in given.items() if not value]
        if 0 < len(missing) < len(given):
            raise ValueError(f"SMS also needs {', '.join(missing)}")
        if not missing and not self.public_url:
            raise ValueError(
                "SMS also needs PUBLIC_URL, against which Twilio's signature is checked"
            )
        return self

    @property
    def rules(self) -> Rules:
        return Rules(
            alert_next=timedelta(minutes=self.alert_next_minutes),
            alert_all=timedelta(minutes=self.alert_all_minutes),
            matches_need_yes=self.matches_need_yes and not self.alongside_demo,
            weights=_read_weights(self.matching_weights),
            zone=self.timezone,
            numbers=self.sms_numbers[1:],
            public_url=self.public_url,
            retention=timedelta(days=self.retention_days),
            concern_retention=timedelta(days=self.concern_retention_days),
        )

    @property
    def has_telegram(self) -> bool:
        return self.telegram_bot_token is not None

    @property
    def has_sms(self) -> bool:
        return self.twilio_account_sid is not None

    @property
    def sms_numbers(self) -> tuple[str, ...]:
        """The numbers we write from, the main one first."""
        return (
            tuple(dict.fromkeys((self.twilio_number or "", *self.twilio_numbers)))
            if self.has_sms
            else ()
        )


def _as_sent_from(number: str) -> str:
    """A number of ours as Twilio writes it: E.164, or a short code of five or six digits."""
    found = number if re.fullmatch(r"\d{5,6}", number) else e164(number)
    if found is None:
        raise ValueError("is no phone number; write it as +447700900000")
    return found


def _read_weights(file: Path | None) -> Weights:
    """An operator's weights, from a TOML table. Raises SettingsError that names what is wrong."""
    if file is None:
        return Weights()
    try:
        return Weights.read(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, WeightsError) as error:
        raise SettingsError(f"MATCHING_WEIGHTS: {file}: {error}") from None


def read_settings(**overrides: object) -> Settings:
    """The settings, or SettingsError with one line for each that is wrong."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        lines = []
        for problem in error.errors(include_input=False, include_url=False):
            name = ".".join(str(part) for part in problem["loc"]).upper() or "Settings"
            lines.append(f"{name}: {problem['msg'].removeprefix('Value error, ')}")
        raise SettingsError("\n".join(lines)) from None
