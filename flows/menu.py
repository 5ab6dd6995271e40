"""The menu: everything the line can do, one choice away."""

from enum import StrEnum

from flows.questions import choice
from flows.talk import Talk


class Wish(StrEnum):
    """What someone may want. The value is also the text's attribute."""

    MENTOR = "mentor"
    SERVICES = "services"
    CHECKIN = "checkin"
    VOLUNTEER = "volunteer"
    PERSON = "person"


_FLOWS = {
    Wish.MENTOR: "finding",
    Wish.SERVICES: "signposting",
    Wish.CHECKIN: "checkin_choosing",
    Wish.VOLUNTEER: "mentoring",
}


async def menu(talk: Talk) -> str | None:
    """Ask what they would like, and go there."""
    wish = await talk.ask("wish", choice("menu", Wish))
    if wish is Wish.PERSON:
        await talk.do("wanted", talk.world.want_person)
        await talk.say("person-wanted")
        return None
    return _FLOWS[wish]
