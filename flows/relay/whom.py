"""Whom: which of several people someone is writing to, or whether it is us."""

from flows.commands.wishes import Wish
from flows.questions import Option, pick
from flows.talk import Talk
from flows.vocabulary import FlowName
from flows.world import Partner

US = "us"
ALL = "all"  # of those they write to


async def whom(talk: Talk) -> str | None:
    """Words are waiting, and it is not clear for whom."""
    partners = await talk.look("partners", talk.world.partners)
    words = await talk.look("words", talk.world.words_asked_about)
    options = [*_options(partners), Option(US, talk.word("whom-us"))]
    all_of_them = "whom-both" if len(partners) == 2 else "whom-all"
    if len(partners) > 1:
        options.insert(-1, Option(ALL, talk.word(all_of_them)))
    name = partners[0].name if len(partners) == 1 else "several"
    chosen = await talk.ask(
        "whom", pick("whom", options, also={US: "neither"}, partner=name, words=words)
    )
    if chosen == US:
        then = await talk.do("ours", talk.world.take_for_us)
        if then == Wish.TEAM:
            await talk.do("wanted", talk.world.want_person)
            await talk.say("person-wanted")
            return None
        if then == Wish.LINE:
            await talk.say("about-line")
            return None
        await talk.say("whom-ours" if then else "whom-ours-unclear")
        return then
    to = [each.id for each in partners if chosen in (ALL, str(each.id))]
    sending = await talk.do("passed", talk.world.pass_on_to, to)
    if sending.passed:
        is_to_some = 0 < len(sending.to) < len(to)
        everyone = talk.word(f"{all_of_them}.sent") if chosen == ALL else _name(partners, chosen)
        name = ", ".join(sending.to) if is_to_some else everyone
        await talk.say("whom-sent", partner=name)
    if sending.more is not None:
        await talk.say("held-more", words=sending.more)
    return sending.then


async def talking_to(talk: Talk) -> FlowName | None:
    """To whom what they write is to go, until they say otherwise."""
    partners = await talk.look("partners", talk.world.partners)
    chosen = await talk.ask("whom", pick("talking-to-whom", _options(partners)))
    await talk.do("switched", talk.world.talk_to, int(chosen))
    await talk.say("talking-to", partner=_name(partners, chosen))
    return None


def _options(partners: tuple[Partner, ...]) -> list[Option]:
    return [Option(str(partner.id), partner.name) for partner in partners]


def _name(partners: tuple[Partner, ...], chosen: str) -> str:
    return next(partner.name for partner in partners if str(partner.id) == chosen)
