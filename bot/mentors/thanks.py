"""Thanks to a mentor for each of the people they are there for."""

from bot.post import Post
from storage import mentors
from storage.people import Person

MILESTONES = (1, 5, 10)  # people supported


def thank_for_introduction(post: Post, mentor: Person) -> None:
    """They have one more person: a word of thanks at the first, the fifth and the tenth."""
    count = mentors.people_supported(post.db, mentor.id)
    if count in MILESTONES:
        post.tell(
            mentor, "mentor-thanks-person", {"name": mentor.called, "count": count}, waits=True
        )
