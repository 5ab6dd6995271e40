"""Raising a concern: about a mentor, a mentee, oneself, or someone on the team."""

from flows.questions import Option, choice, free_text, or_words, pick
from flows.talk import Talk
from flows.vocabulary import About, FlowName

MYSELF = "myself"
TEAM = "team"
LENGTH = 4096  # characters: nobody is asked to say it again, shorter


async def raising(talk: Talk) -> FlowName | None:
    """Whom and what it is about, in their own words; then the team has it."""
    # Whoever began with a complaint has said it already.
    words = await talk.look("said", talk.world.words_kept)
    partners = await talk.look("partners", talk.world.known_partners)
    options = [Option(str(partner.id), partner.name) for partner in partners]
    options.append(Option(MYSELF, talk.word("raising-myself")))
    options.append(Option(TEAM, talk.word("raising-team")))
    who = await talk.ask("who", pick("raising-who", options))
    if who == TEAM:
        await _about_team(talk)
        return None
    about = await talk.ask("about", or_words(choice("raising-about", About), LENGTH))
    what = About.CONDUCT if who != MYSELF else About.OTHER
    if about in set(About):
        what = About(about)
    else:  # they have said it in their own words instead
        words = "\n".join(filter(None, (words, about)))
    if not words:
        words = await talk.ask("words", free_text("raising-words", LENGTH))
    partner_id = None if who == MYSELF else int(who)
    await talk.do("raised", talk.world.raise_concern, partner_id, what, words)
    await talk.say("raising-done")
    return None


async def _about_team(talk: Talk) -> None:
    """Whoever they name on the team neither hears of it nor can read it."""
    words = await talk.ask("words", free_text("raising-team-words", LENGTH))
    has_others = await talk.do("raised about team", talk.world.raise_about_team, words)
    await talk.say("raising-team-done" if has_others else "raising-team-nobody")
