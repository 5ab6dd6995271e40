"""Questions: a conversation that we begin ourselves."""

from bot.conversations.conversations import Conversations
from bot.conversations.world import PersonWorld
from bot.post import Post
from flows.vocabulary import FlowName
from storage import people
from storage.people import Address, Person


def ask(post: Post, person: Person, flow: FlowName, about: int | None = None) -> bool:
    """Begin a flow with a person. False when they can't be reached."""
    address = people.address_of(post.db, person.id)
    if address is None:
        return False
    conversations_of(post, person, address).begin(flow, about)
    return True


def conversations_of(post: Post, person: Person, address: Address) -> Conversations:
    return Conversations(post, PersonWorld(post, person, address), person, address)
