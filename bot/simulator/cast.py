"""The people of the demo. Numbers are from the range Ofcom keeps for drama: 07700 900000–900999."""

from dataclasses import dataclass

BOT_ID = 700100200
TELEGRAM_TOKEN = f"{BOT_ID}:a-token-that-only-the-stand-in-knows"
TWILIO_ACCOUNT = "AC" + "0" * 31 + "1"
TWILIO_TOKEN = "0123456789abcdef0123456789abcdef"  # noqa: S105 -- known to the stand-in alone
LINE_NUMBER = "+447700900000"


@dataclass(frozen=True)
class Player:
    """One phone: a Telegram id, or a mobile number in E.164."""

    name: str
    role: str
    telegram_id: int | None = None
    number: str | None = None
    tries: tuple[str, ...] = ()


ASHA = Player("Asha", "would like a mentor", telegram_id=1001, tries=("/start", "MENU"))
BEN = Player("Ben", "would like a mentor", number="+447700900101", tries=("hello", "MENU"))
MO = Player("Mo", "an approved mentor", telegram_id=1003, tries=("MENU", "HELP"))
PRIYA = Player("Priya", "the coordinator on duty", telegram_id=1004, tries=("MENU", "HELP"))

CAST = (ASHA, BEN, MO, PRIYA)
