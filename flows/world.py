"""What flows may ask of the world, and do to it. `bot/world.py` implements it over storage."""

from typing import Protocol


class World(Protocol):
    """Facts and effects, each in the turn's own transaction."""
