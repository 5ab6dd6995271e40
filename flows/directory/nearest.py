"""Which services are near someone, and how near."""

import re
from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from flows.questions import Place, Position
from flows.vocabulary import Need
from flows.world import Nearby

EARTH_KM = 6371.0
FAR_KM = 40.0  # beyond this a weekly group is not near


class Service(Protocol):
    """What has to be known of a service to say how near it is: see `storage.directory`."""

    id: int
    name: str
    summary: str
    contact: str
    outcode: str | None
    latitude: float | None
    longitude: float | None
    needs: list[str]
    is_sample: bool


def nearest(
    services: Iterable[Service], place: Place, needs: tuple[Need, ...]
) -> tuple[Nearby, ...]:
    """What fits, nearest first; of two as near, the one that meets more of the needs.

    Where only a postcode district is known, the same district comes first, then the same
    postcode area. What is for everywhere comes last.
    """
    ranked = []
    for service in services:
        km = _km(service, place)
        steps = _steps(service, place, km)
        if steps is not None:
            met = sum(need.value in service.needs for need in needs)
            ranked.append((steps, km or 0.0, -met, service.id, service, km))
    return tuple(
        Nearby(s.id, s.name, s.summary, s.contact, km, s.is_sample)
        for *_, s, km in sorted(ranked, key=lambda entry: entry[:4])
    )


def _steps(service: Service, place: Place, km: float | None) -> int | None:
    """How far out one has to look to find it: 0 to 2; None where it is too far."""
    if service.outcode is None:
        return 2
    if km is not None:
        return 0 if km <= FAR_KM else None
    if service.outcode == place.outcode:
        return 0
    return 1 if place.outcode and _area(service.outcode) == _area(place.outcode) else None


def _area(outcode: str) -> str:
    """GL of GL14: the letters before the first digit."""
    return re.split(r"\d", outcode, maxsplit=1)[0]


def _km(service: Service, place: Place) -> float | None:
    if place.position is None or service.latitude is None or service.longitude is None:
        return None
    return distance_km(place.position, Position(service.latitude, service.longitude))


def distance_km(here: Position, there: Position) -> float:
    """The great-circle distance (haversine)."""
    lat1, lon1, lat2, lon2 = map(radians, (*here, *there))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
