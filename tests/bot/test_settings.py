"""What is asked of the environment, and how a mistake in it is named."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings

KEY, OLD_KEY = "k" * 32, "o" * 32
TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "a-secret-token",
    "TWILIO_NUMBER": "+447700900000",
    "PUBLIC_URL": "https://line.example.org",
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def read(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return read_settings()


def test_nothing_set_is_a_line_without_channels() -> None:
    settings = read_settings()
    assert not settings.has_telegram
    assert not settings.has_sms
    assert settings.sms_numbers == ()
    assert settings.database_url == "sqlite:///alongside.db"


def test_what_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, TELEGRAM_BOT_TOKEN="", PORT="", SECRET_KEY="")
    assert not settings.has_telegram
    assert settings.port == 8080
    assert settings.secret_key == ()


def test_the_file_is_read_and_the_environment_goes_before_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("PORT=9001\nHOST=0.0.0.0\nSOMETHING_ELSE=1\n")
    settings = read(monkeypatch, PORT="9002")
    assert (settings.host, settings.port) == ("0.0.0.0", 9002)  # noqa: S104 -- as an operator may


def test_several_keys_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, SECRET_KEY=f"{KEY}, {OLD_KEY},")
    assert [key.get_secret_value() for key in settings.secret_key] == [KEY, OLD_KEY]


def test_the_main_number_comes_first_and_none_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = "+447700900001,+447700900000"
    settings = read(monkeypatch, TWILIO_NUMBERS=numbers, **TWILIO)
    assert settings.sms_numbers == ("+447700900000", "+447700900001")


def test_numbers_are_written_as_twilio_writes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    given = TWILIO | {"TWILIO_NUMBER": "07700 900000", "TWILIO_NUMBERS": "+44 7700 900001, 85258"}
    assert read(monkeypatch, **given).sms_numbers == ("+447700900000", "+447700900001", "85258")


def test_addresses_end_without_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, PUBLIC_URL="https://line.example.org/alongside/")
    assert settings.public_url == "https://line.example.org/alongside"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DATABASE_URL", "mysql://localhost/line", "sqlite:///"),
        ("DATABASE_URL", "postgresql://localhost/line", "postgresql+psycopg://"),
        ("SECRET_KEY", "short", "32 characters"),
        ("SECRET_KEY", f"{KEY},short", "32 characters"),
        ("PUBLIC_URL", "line.example.org", "https://"),
        ("PORT", "eighty", "integer"),
        ("PORT", "65536", "65535"),
        ("TIMEZONE", "Gloucester", "Europe/London"),
        ("TIMEZONE", "../../etc/passwd", "Europe/London"),
        ("TELEGRAM_API_URL", "api.example.org", "https://"),
        ("TELEGRAM_WEBHOOK_SECRET", "no spaces!", "letters, digits"),
        ("TWILIO_NUMBERS", "+447700900001,the other", "+447700900000"),
        ("SMS_SEGMENTS_PER_SECOND", "0", "greater than 0"),
    ],
)
def test_a_wrong_setting_is_named_in_a_line_with_what_it_should_be(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        read(monkeypatch, **{name: value})
    (line,) = str(raised.value).splitlines()
    assert line.startswith(f"{name}")
    assert says in line


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as raised:
        read(monkeypatch, PORT="eighty", TIMEZONE="Gloucester")
    assert len(str(raised.value).splitlines()) == 2


@pytest.mark.parametrize("missing", TWILIO)
def test_half_of_twilio_names_the_other_half(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    with pytest.raises(SettingsError, match=missing):
        read(monkeypatch, **{name: value for name, value in TWILIO.items() if name != missing})


def test_a_mistake_never_shows_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as raised:
        read(
            monkeypatch, SECRET_KEY="hush", PORT="x", TWILIO_AUTH_TOKEN="hush",
            DATABASE_URL="mysql://user:hush@host/line",
        )  # fmt: skip
    assert "hush" not in str(raised.value)
    settings = read(monkeypatch, SECRET_KEY=KEY, PORT="1", DATABASE_URL="sqlite:///a.db", **TWILIO)
    assert KEY not in repr(settings)
    assert "a-secret-token" not in repr(settings)


def test_the_rules_of_the_house_follow_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = read(monkeypatch, ALERT_NEXT_MINUTES="2.5", MATCHES_NEED_YES="no").rules
    assert rules.alert_next == timedelta(minutes=2, seconds=30)
    assert rules.matches_need_yes is False


def test_in_the_demo_nobody_waits_for_a_coordinators_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, ALONGSIDE_DEMO="1").rules.matches_need_yes is False


def test_weights_that_are_wrong_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text("needs = 5\n")
    assert read(monkeypatch, MATCHING_WEIGHTS=str(file)).rules.weights.needs == 5
    for wrong in ("needs = -1", "shoes = 1", "needs", "needs = 'much'"):
        file.write_text(wrong)
        with pytest.raises(SettingsError, match="MATCHING_WEIGHTS"):
            _ = read_settings().rules
    file.unlink()
    with pytest.raises(SettingsError, match="MATCHING_WEIGHTS"):
        _ = read_settings().rules
