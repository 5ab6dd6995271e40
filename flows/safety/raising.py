"""Raising a concern: about a mentor, a mentee, or oneself."""

from flows.questions import Option, choice, free_text, pick
from flows.talk import Talk
from flows.vocabulary import About, FlowName

MYSELF = "myself"
LENGTH = 4096  # characters: nobody is asked to say it again, shorter


async def raising(talk: Talk) -> FlowName | None:
    """Whom and what it is about, in their own words; then the team has it."""
    # Whoever began with a complaint has said it already.
    words = await talk.look("said", talk.world.words_kept)
    partners = await talk.look("partners", talk.world.known_partners)
    who = MYSELF
    if partners:
        options = [Option(str(partner.id), partner.name) for partner in partners]
        options.append(Option(MYSELF, talk.word("raising-myself")))
        who = await talk.ask("who", pick("raising-who", options))
    about = await talk.ask("about", choice("raising-about", About))
    if not words:
        words = await talk.ask("words", free_text("raising-words", LENGTH))
    partner_id = None if who == MYSELF else int(who)
    await talk.do("raised", talk.world.raise_concern, partner_id, about, words)
    await talk.say("raising-done")
    return None
