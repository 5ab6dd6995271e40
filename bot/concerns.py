"""Concerns: opened, told to the team, taken by someone, and closed.

Coordinators on duty are told at once. A grave one that nobody has taken goes to the next
coordinator after a few minutes and to all of them after a few more. Each step is a timer,
written in the transaction that opened the concern, so that a crash loses neither.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.post import Post
from flows.vocabulary import MatchStatus
from flows.words import Wording
from storage import concerns, matches, people, timers
from storage.concerns import Concern, ConcernKind, ConcernStatus
from storage.outbox import Priority
from storage.people import Person

# What was written by the one it is about: our own messages to them wait until someone has looked.
GRAVE = (ConcernKind.CRISIS, ConcernKind.MEDICAL, ConcernKind.SAFEGUARDING)
CLIMBS = (*GRAVE, ConcernKind.CONDUCT)
REMIND_AFTER = timedelta(days=2)  # taken, and not closed


def raise_concern(
    post: Post,
    person: Person,
    kind: ConcernKind,
    said: str = "",
    why: str = "",
    *,
    bystander: bool = False,
    raised_by: int | None = None,
) -> Concern:
    """Open a concern about a person, or add to the open one of the same kind, and tell the team."""
    for standing in concerns.open_of(post.db, person.id):
        if standing.kind is kind and standing.raised_by == raised_by:
            add(post, standing, said)
            return standing
    concern = Concern(
        person_id=person.id,
        kind=kind,
        raised_by=raised_by,
        why=why,
        said=_line(post.now, said) if said else None,
        opened_at=post.now,
    )
    post.db.add(concern)
    post.db.flush()
    # With nobody on duty a grave one calls everyone at once: the person is told that it does.
    on_duty = people.coordinators(post.db)
    team = on_duty or (people.coordinators(post.db, on_duty=False) if kind in CLIMBS else ())
    _alert(post, concern, team, bystander=bystander)
    if kind in CLIMBS:
        _climb(post, concern)
    if kind in (ConcernKind.CRISIS, ConcernKind.MEDICAL):
        # Not for safeguarding: it may be the mentor who is spoken of.
        _tell_partners(post, person)
    return concern


def add(post: Post, concern: Concern, said: str) -> None:
    """They wrote again: keep it with the concern, and tell whoever has taken it, on duty or not.

    Where nobody has, or their duty is over, those on duty hear of it.
    """
    if not said:
        return
    concern.said = "\n".join(filter(None, (concern.said, _line(post.now, said))))
    told = {each.id: each for each in people.coordinators(post.db)}
    if concern.acknowledged_by is not None:
        taker = people.get(post.db, concern.acknowledged_by)
        told = {taker.id: taker} if taker.on_duty else {**told, taker.id: taker}
    args = {"person": str(concern.person_id), "concern": str(concern.id)}
    for coordinator in told.values():
        post.tell(coordinator, "team-wrote-again", args, priority=Priority.SAFETY)


def _line(now: datetime, said: str) -> str:
    return f"{now:%d %b %H:%M} UTC: {said}"


def _climb(post: Post, concern: Concern) -> None:
    for action, after in (
        ("alert_next", post.rules.alert_next),
        ("alert_all", post.rules.alert_all),
    ):
        timers.set_timer(
            post.db, concern.person_id, action, post.now + after, concern.id, concern.version
        )


def _alert(
    post: Post, concern: Concern, team: Sequence[Person], *, bystander: bool = False
) -> None:
    for coordinator in team:
        kind = Wording(coordinator.language).text(f"alert-{concern.kind.value}")
        args = {
            "kind": kind,
            "concern": str(concern.id),
            "person": str(concern.person_id),
            "why": f"{concern.why}." if concern.why else "",
            "bystander": "yes" if bystander else "no",
        }
        post.tell(coordinator, "team-alert", args, priority=Priority.SAFETY)


def _tell_partners(post: Post, person: Person) -> None:
    """Whoever talks with them is told that the team is aware, and not what was said."""
    for match in matches.with_status(post.db, person.id, MatchStatus.ACTIVE):
        if match.mentee_id == person.id:
            mentor = people.get(post.db, match.mentor_id)
            post.tell(mentor, "partner-team-aware", {"partner": person.called})


def alert_next(post: Post, concern: Concern) -> None:
    """Nobody on duty has taken it: ask the next coordinator, who is not on duty."""
    waiting = [each for each in people.coordinators(post.db, on_duty=False) if not each.on_duty]
    _alert(post, concern, waiting[:1])


def alert_all(post: Post, concern: Concern) -> None:
    """Nobody has taken it: ask everyone."""
    _alert(post, concern, people.coordinators(post.db, on_duty=False))


def gravest(post: Post, person: Person) -> Concern | None:
    """The open concern for whose sake our own messages wait: someone has to look first."""
    grave = [each for each in concerns.open_of(post.db, person.id) if each.kind in GRAVE]
    return min(grave, key=lambda each: GRAVE.index(each.kind), default=None)


def take(post: Post, concern: Concern, coordinator: Person) -> bool:
    """A coordinator takes it on. False: somebody has already."""
    if concern.status is not ConcernStatus.OPEN:
        return False
    concern.status = ConcernStatus.ACKNOWLEDGED
    concern.acknowledged_at, concern.acknowledged_by = post.now, coordinator.id
    concern.version += 1
    timers.set_timer(
        post.db, concern.person_id, "concern_reminder", post.now + REMIND_AFTER, concern.id,
        concern.version,
    )  # fmt: skip
    args = {"name": coordinator.called, "concern": str(concern.id)}
    for other in people.coordinators(post.db):
        if other.id != coordinator.id:
            post.tell(other, "team-taken", args)
    return True


def close(post: Post, concern: Concern, outcome: str) -> None:
    """It is settled. What waited for them goes on."""
    concern.status, concern.closed_at = ConcernStatus.CLOSED, post.now
    concern.outcome = outcome or None
    concern.kept_until = post.now + post.rules.concern_retention
    concern.version += 1
    timers.set_timer(post.db, concern.person_id, "resume", post.now)
