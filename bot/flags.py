"""Red flags: what is answered to one, and who is told."""

from bot import concerns, relay
from bot.conversing import Conversing
from bot.post import Post
from flows.safety import Risk, Triage
from flows.scripts import language_of
from storage import concerns as stored
from storage.concerns import ConcernKind
from storage.people import Person


def answer(
    post: Post,
    person: Person,
    conversing: Conversing,
    found: Triage,
    words: str,
    *,
    to_team: bool,
) -> None:
    """Answer a red flag: the right help first and alone, then whether they are safe.

    Where they were writing to the team just then (`to_team`), that goes on after the first answer.

    The concern that tells the team is opened in the same transaction, so no crash can keep one
    and lose the other.
    """
    # Written in Urdu, Punjabi or Bengali letters, it is answered in them.
    person.language = language_of(words) or person.language
    kind = ConcernKind(found.label.value)
    again = any(each.kind is kind for each in stored.open_of(post.db, person.id))
    concerns.raise_concern(
        post, person, kind, words, "; ".join(found.why), bystander=found.bystander
    )
    if found.label is Risk.CLINICAL_ADVICE:
        conversing.say(_text(found))
        return
    if again:
        conversing.say("safety-again", urgent=True)
    else:
        conversing.say(_text(found), urgent=True)
    if to_team:
        return
    if not again:
        conversing.begin("keeping_safe")
    _not_passed_on(post, person, conversing, words)


def _text(found: Triage) -> str:
    return f"safety-{found.label.value}{'-bystander' if found.bystander else ''}"


def _not_passed_on(post: Post, person: Person, conversing: Conversing, words: str) -> None:
    """A mentor is not who has to carry this; but the words are theirs to send if they wish."""
    partner = relay.partner_of(post, person)
    conversation = conversing.open()
    if partner is None or conversation is None:
        return
    conversation.held = words
    conversing.say("safety-not-passed-on", urgent=True, partner=partner)
