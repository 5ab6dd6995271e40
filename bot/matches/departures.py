"""Parting: someone's matches end because they leave, and the others are told so gently."""

from bot.matches.life import has_room, seek_again
from bot.post import Post
from bot.relay.partners import called_by
from flows.vocabulary import Ending, FlowName, MatchKind, MatchStatus
from storage import conversations, matches, people
from storage.matches import LIVE, Match
from storage.people import Person

_FLOWS = (FlowName.ASKED_FIRST, FlowName.MEETING, FlowName.OFFERING)  # that are about a match
MET = (MatchStatus.ACTIVE, MatchStatus.PAUSED)


def part(post: Post, person: Person, *, message: str, ending: Ending) -> None:
    """End every match of a person's that is not over. The others are not told why.

    Whoever loses a mentor, or the prospect of one, is found another.
    """
    for match in matches.with_status(post.db, person.id, *LIVE):
        part_from(post, person, match, message=message, ending=ending)


def part_from(post: Post, person: Person, match: Match, *, message: str, ending: Ending) -> None:
    """End one of a person's matches; before the two have met it is withdrawn."""
    had_met, status = match.status in MET, match.status
    to = MatchStatus.ENDED if had_met else MatchStatus.WITHDRAWN
    if matches.move(post.db, match, to, expected=[status], ended_at=post.now, ending=ending):
        if match.kind is MatchKind.LASTING:
            has_room(post, match.mentor_id)
        other = people.get(post.db, match.other(person.id))
        _settle(post, match, person, other, message if had_met else _before_meeting(status))


def _before_meeting(status: MatchStatus) -> str | None:
    return None if status in (MatchStatus.PROPOSED, MatchStatus.HELD) else "offer-withdrawn"


def _settle(post: Post, match: Match, person: Person, other: Person, message: str | None) -> None:
    for flow in _FLOWS:
        for each in (person, other):
            conversations.end_about(post.db, each.id, flow, match.id)
    seeks = match.mentee_id == other.id and match.kind is MatchKind.LASTING
    if seeks:
        seek_again(post, match)
    if message == "offer-withdrawn" and seeks:
        return  # they have not been told who it was: the next offer is all they need to hear
    if message is not None:
        args = {"partner": called_by(post, other, person), "seeks": "yes" if seeks else "no"}
        post.tell(other, message, args, match_id=match.id, waits=True)
