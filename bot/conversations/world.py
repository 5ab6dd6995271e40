"""The world as flows know it, over storage: one person's, in one turn's transaction."""

from bot.checkins.world import CheckinsWorld
from bot.directory.world import DirectoryWorld
from bot.matches.world import MatchesWorld
from bot.mentors.world import Mentoring
from bot.people.world import PeopleWorld
from bot.post import Post
from bot.relay.world import RelayWorld
from bot.safety.world import SafetyWorld
from flows.vocabulary import MatchKind, MatchStatus, MentorStatus, PersonStatus
from flows.world import Me
from storage import checkins, matches, mentors, people
from storage.people import Address, Person


class PersonWorld(
    CheckinsWorld, DirectoryWorld, MatchesWorld, PeopleWorld, RelayWorld, SafetyWorld
):
    """Implements `flows.world.World` for one person, each room its part."""

    def __init__(self, post: Post, person: Person, address: Address) -> None:
        super().__init__(post, person, address)
        self.mentoring = Mentoring(post, person)

    def me(self) -> Me:
        mentor = mentors.get(self._post.db, self._person.id)
        checkin = checkins.of(self._post.db, self._person.id)
        active = matches.with_status(self._post.db, self._person.id, MatchStatus.ACTIVE)
        own = [
            match.mentor_id
            for match in active
            if match.mentee_id == self._person.id and match.kind is MatchKind.LASTING
        ]
        return Me(
            name=self._person.called,
            profile=self._person.profile,
            has_joined=self._person.status is PersonStatus.JOINED,
            is_mentor=mentor is not None and mentor.status is not MentorStatus.LEFT,
            has_checkin=checkin is not None and checkin.active,
            partner=people.get(self._post.db, own[0]).called if own else None,
        )
