"""The directory as flows know it: what is near one person."""

from bot.post import PartOfWorld
from flows.directory.nearest import nearest
from flows.questions import Place
from flows.vocabulary import Need
from flows.world import Nearby
from storage import directory
from storage.directory import Signpost

NEARBY = 4  # services told about at a time: what two SMS segments hold


class DirectoryWorld(PartOfWorld):
    """Part of `flows.world.World`."""

    def services_near(self, place: Place, needs: tuple[Need, ...]) -> tuple[Nearby, ...]:
        known = directory.all_services(self._post.db)
        return nearest(known, place, needs)[:NEARBY]

    def signpost(self, service_id: int) -> None:
        self._post.db.add(
            Signpost(person_id=self._person.id, service_id=service_id, at=self._post.now)
        )
