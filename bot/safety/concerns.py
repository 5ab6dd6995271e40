"""Concerns: opened, told to the team, taken by someone, and closed.

Coordinators on duty are told at once. A grave one that nobody has taken goes to the next
coordinator after a few minutes, to all of them after a few more, and to all again until somebody
takes it. Each step is a timer, written in the transaction that opened the concern, so that a crash
loses neither.
"""

from datetime import datetime, timedelta

from bot.metrics import CONCERNS
from bot.post import Post
from bot.safety import alerts
from bot.safety.team import team
from flows.book import URGENT
from flows.commands.orders import is_false_alarm
from flows.vocabulary import Action, MatchStatus
from flows.words import Argument
from storage import concerns, conversations, kept, matches, outbox, people, timers
from storage.concerns import GRAVE, Concern, ConcernKind, ConcernStatus
from storage.people import Person

CLIMBS = (*GRAVE, ConcernKind.CONDUCT)
# Of these everyone hears where nobody is on duty: somebody has been promised a person.
NEEDS_SOMEBODY = (
    *CLIMBS, ConcernKind.PERSON_WANTED, ConcernKind.UNDER_AGE, ConcernKind.MENTOR_SUPPORT,
    ConcernKind.MEET,
)  # fmt: skip
LATELY = timedelta(hours=1)  # after so long a new red flag is a new concern, and climbs anew
CALL_AGAIN = timedelta(minutes=30)  # all of the team, until somebody takes it
ADVISED_FOR = timedelta(days=1)  # how long "ask your care team" is not said again of a letter
WATCHED_FOR = timedelta(days=1)  # a second such message within it is plain danger
REMIND_AFTER = timedelta(days=2)  # taken, and not closed
# How often they are told that we have what they write: they hear it from a person, or soon will.
NOTE_AGAIN = timedelta(minutes=15)
NOTE_AGAIN_TAKEN = timedelta(hours=1)


def raise_concern(
    post: Post,
    person: Person,
    kind: ConcernKind,
    said: str = "",
    why: str = "",
    *,
    bystander: bool = False,
    raised_by: int | None = None,
    whole: bool = False,
) -> Concern:
    """Open a concern about a person, or add to the one of the same kind, and tell the team.

    What is grave is added only to what is of the same hour: nobody may be looking any more. The
    alert quotes what was said, all of it where it is an answer to the team (`whole`).
    """
    standing = in_hand(post, person, kind, raised_by)
    if standing is not None:
        add(post, standing, said)
        return standing
    concern = _open(post, person, kind, said, why, raised_by)
    # With nobody on duty a grave one calls everyone at once: the person is told that it does.
    told = team(post, but=person.id)
    if not told and kind in NEEDS_SOMEBODY:
        told = team(post, but=person.id, on_duty=False)
    alerts.alert(post, concern, told, said=said, bystander=bystander, whole=whole)
    if kind in CLIMBS:
        _climb(post, concern)
    if kind in (ConcernKind.CRISIS, ConcernKind.MEDICAL):
        # Not for safeguarding: it may be the mentor who is spoken of.
        _tell_partners(post, person)
    return concern


def watch(post: Post, person: Person, said: str, why: str) -> Concern:
    """What was written may tell of danger: it is kept for the team's list, and nobody is paged."""
    return _open(post, person, ConcernKind.MAY_BE, said, why)


def claim_advice(post: Post, person: Person, said: str, why: str, *, bystander: bool) -> bool:
    """Take it on to say whom a question for the care team is for, and tell the team of it. False:
    that was done within a day, and what is said now is only written down."""
    standing = in_hand(post, person, ConcernKind.CLINICAL_ADVICE)
    told_at = None if standing is None else standing.noted_at or standing.opened_at
    if standing is not None and told_at is not None and post.now - told_at < ADVISED_FOR:
        _write_down(post, standing, said)
        return False
    kind = ConcernKind.CLINICAL_ADVICE
    raise_concern(post, person, kind, said, why, bystander=bystander).noted_at = post.now
    return True


def _open(
    post: Post,
    person: Person,
    kind: ConcernKind,
    said: str,
    why: str,
    raised_by: int | None = None,
) -> Concern:
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
    return concern


def is_watched(post: Post, person: Person) -> bool:
    """Whether something that may tell of danger was written within the last day."""
    return any(
        each.kind is ConcernKind.MAY_BE and post.now - each.opened_at < WATCHED_FOR
        for each in concerns.open_of(post.db, person.id)
    )


def in_hand(
    post: Post, person: Person, kind: ConcernKind, raised_by: int | None = None
) -> Concern | None:
    """The open concern of this kind that what is said now belongs to."""
    for standing in reversed(concerns.open_of(post.db, person.id)):
        same = standing.kind is kind and standing.raised_by == raised_by
        said_at = standing.said_at or standing.opened_at
        if same and (kind not in CLIMBS or post.now - said_at < LATELY):
            return standing
    return None


def add(post: Post, concern: Concern, said: str) -> None:
    """They wrote again: keep it with the concern, and tell whoever has taken it, on duty or not.

    Where nobody has, or their duty is over, those on duty hear of it; with nobody on duty,
    everyone.
    """
    _write_down(post, concern, said)
    person = people.get(post.db, concern.person_id)
    if person.with_team_until is not None:
        person.with_team_until = post.now + LATELY
    author = concern.raised_by or concern.person_id
    told = {each.id: each for each in team(post, but=concern.person_id)}
    if concern.acknowledged_by is not None:
        taker = people.get(post.db, concern.acknowledged_by)
        told = {taker.id: taker} if taker.id in told else {**told, taker.id: taker}
    if not told and concern.kind in NEEDS_SOMEBODY:
        told = {each.id: each for each in team(post, but=concern.person_id, on_duty=False)}
    told.pop(author, None)
    alerts.wrote_again(post, concern, people.get(post.db, author), told.values(), said)


def _write_down(post: Post, concern: Concern, said: str) -> None:
    concern.said_at = post.now
    if said:
        concern.said = "\n".join(filter(None, (concern.said, _line(post.now, said))))


def _line(now: datetime, said: str) -> str:
    return f"{now:%d %b %H:%M} UTC: {said}"


def _climb(post: Post, concern: Concern) -> None:
    _climb_later(post, concern, Action.ALERT_NEXT, post.rules.alert_next)
    _climb_later(post, concern, Action.ALERT_ALL, post.rules.alert_all)


def _climb_later(post: Post, concern: Concern, action: Action, after: timedelta) -> None:
    timers.set_timer(
        post.db, concern.person_id, action, post.now + after, concern.id, concern.version
    )


def _tell_partners(post: Post, person: Person) -> None:
    """Whoever talks with them is told that the team is aware, and not what was said."""
    for match in matches.with_status(post.db, person.id, MatchStatus.ACTIVE):
        if match.mentee_id == person.id:
            mentor = people.get(post.db, match.mentor_id)
            post.tell(mentor, "partner-team-aware", {"partner": person.called})


def alert_next(post: Post, concern: Concern) -> None:
    """Nobody on duty has taken it: ask the next coordinator, or else once more those on duty."""
    all_of_them = team(post, but=concern.person_id, on_duty=False)
    waiting = [each for each in all_of_them if not each.on_duty]
    alerts.alert(post, concern, waiting[:1] or all_of_them, "team-alert-again")


def alert_all(post: Post, concern: Concern) -> None:
    """Nobody has taken it: ask everyone, and go on asking."""
    everyone = team(post, but=concern.person_id, on_duty=False)
    alerts.alert(post, concern, everyone, "team-alert-again")
    _climb_later(post, concern, Action.ALERT_ALL, CALL_AGAIN)


def not_safe(post: Post, person: Person) -> None:
    """They say that they are not safe: everyone is called, whoever has taken it."""
    concern = gravest(post, person)
    if concern is None:  # it was settled, and no longer is
        why = "says that they are not safe"
        concern = raise_concern(post, person, ConcernKind.CRISIS, why=why)
    told = team(post, but=person.id, on_duty=False)
    alerts.alert(post, concern, told, "team-not-safe")


def gravest(post: Post, person: Person) -> Concern | None:
    """The gravest open concern in which they wrote to us themselves; of two alike, the newer."""
    grave = [
        each
        for each in reversed(concerns.open_of(post.db, person.id))
        if each.kind in GRAVE and each.raised_by in (None, person.id)
    ]
    return min(grave, key=lambda each: GRAVE.index(each.kind), default=None)


def in_talk(post: Post, person: Person) -> Concern | None:
    """The concern that their words to the team belong to: a grave one, or one that was taken."""
    taken = [
        each
        for each in concerns.open_of(post.db, person.id)
        if each.acknowledged_by is not None and each.raised_by in (None, person.id)
    ]
    return gravest(post, person) or (taken[-1] if taken else None)


def take_what_is_said(post: Post, person: Person, words: str) -> Concern:
    """What someone says to the team, in whatever concern it belongs to."""
    concern = in_talk(post, person)
    if concern is None:
        return note_answer(post, person, words)
    add(post, concern, words)
    return concern


def note_answer(post: Post, person: Person, words: str) -> Concern:
    """They answer what the team wrote of a concern that somebody else raised: theirs to know of,
    and not to be kept with it, for whoever raised it may see what is held of it."""
    return raise_concern(
        post, person, ConcernKind.PERSON_WANTED, words, why="answers the team", whole=True
    )


def claim_note(post: Post, concern: Concern) -> bool:
    """Take it on to tell them that the team has what they wrote. False: they were told lately."""
    is_taken = concern.acknowledged_by is not None
    again = NOTE_AGAIN_TAKEN if is_taken else NOTE_AGAIN
    if concern.noted_at is not None and post.now - concern.noted_at < again:
        return False
    concern.noted_at = post.now
    return True


def take(post: Post, concern: Concern, coordinator: Person) -> bool:
    """A coordinator takes it on. False: somebody has already."""
    if concern.status is not ConcernStatus.OPEN:
        return False
    concern.status = ConcernStatus.ACKNOWLEDGED
    concern.acknowledged_at, concern.acknowledged_by = post.now, coordinator.id
    concern.version += 1
    _climb_later(post, concern, Action.CONCERN_REMINDER, REMIND_AFTER)
    args = {"name": coordinator.called, "concern": str(concern.id)}
    has_climbed = post.now - concern.opened_at >= post.rules.alert_next
    for other in team(post, but=concern.person_id, on_duty=not has_climbed):
        if other.id != coordinator.id:
            post.tell(other, "team-taken", args)
    return True


def say(post: Post, person: Person, words: str, concern: Concern) -> bool:
    """Write to someone: for an hour, what they write back is for the team. False: they can't be
    reached."""
    if not post.tell(
        person, "from-team", {"words": words}, urgent=True, owed=True,
        concern_id=concern.id,
    ):  # fmt: skip
        return False
    conversations.park(post.db, person.id)
    person.with_team_until = post.now + LATELY
    return True


def not_reached(post: Post, person: Person, concern_id: int, when: datetime) -> None:
    """What the team wrote to someone is known to be lost: who has the concern hears of it."""
    concern = concerns.find(post.db, concern_id)
    if concern is None or person.id not in (concern.person_id, concern.raised_by):
        return  # an alert to a coordinator: the ladder goes on without it
    taken_by = concern.acknowledged_by
    told = team(post, but=person.id) if taken_by is None else [people.get(post.db, taken_by)]
    for coordinator in told:
        args: dict[str, Argument] = {
            "name": person.called,
            "concern": str(concern.id),
            "when": when.astimezone(coordinator.zone),
        }
        post.tell(coordinator, "duty-undelivered", args, urgent=True, concern_id=concern.id)


def close(post: Post, concern: Concern, outcome: str) -> None:
    """It is settled, and what waited for them goes on. A false alarm is kept no longer than what
    else was written."""
    concern.status, concern.closed_at = ConcernStatus.CLOSED, post.now
    concern.outcome = outcome
    concern.is_false = is_false_alarm(outcome)
    CONCERNS.labels(concern.kind.value, "false_alarm" if concern.is_false else "settled").inc()
    is_slight = concern.is_false or concern.kind is ConcernKind.MAY_BE
    kept_for = post.rules.retention if is_slight else post.rules.concern_retention
    concern.kept_until = post.now + kept_for
    concern.version += 1
    post.db.flush()
    person = people.get(post.db, concern.person_id)
    if in_talk(post, person) is None:
        person.with_team_until = None
    for flow in URGENT:
        conversations.end_about(post.db, concern.person_id, flow, concern.id)
    if concern.kind is ConcernKind.SAFEGUARDING and not concern.is_false:
        # It may be of the partner: a SEND meant for something later must not hand it to them.
        for each in kept.of_concerns(post.db, [concern.id]):
            each.settled_at = post.now
    if not concerns.has_grave(post.db, person.id):
        outbox.release(post.db, person.id, post.now)
    timers.set_timer(post.db, concern.person_id, Action.RESUME, post.now)


def call_false(post: Post, concern: Concern, outcome: str) -> None:
    """It was closed, and turns out to have been a false alarm."""
    concern.is_false = True
    concern.outcome = "\n".join(filter(None, (concern.outcome, outcome)))
    concern.kept_until = (concern.closed_at or post.now) + post.rules.retention
