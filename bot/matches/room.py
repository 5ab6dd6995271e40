"""Room: a mentor can take someone on, and those who wait are looked at before anyone new is."""

from datetime import datetime

from bot.post import Post
from storage import timers


def has_room(post: Post, mentor_id: int, at: datetime | None = None) -> None:
    """From now, or from a later time."""
    timers.set_timer(post.db, mentor_id, "has_room", at or post.now)
