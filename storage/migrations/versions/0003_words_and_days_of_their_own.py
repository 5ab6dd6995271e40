"""Why a match ended and why one rests, and what a timer is about, in columns of their own"""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MATCH = sa.table("match", *map(sa.column, ("status", "ending", "ended_for", "rests_for")))
TIMER = sa.table(
    "timer",
    *map(sa.column, ("id", "action", "status", "version", "step")),
    sa.column("day", sa.Date()),
)
DATED = ("checks_lapse", "training_lapse", "mentor_thanks")
LIVE = ("proposed", "held", "offered", "accepted", "active", "paused")
WHY = ("experience", "times", "style", "not_said")
# As they were written, and as they are read from now on.
ENDINGS = {
    "planned": "planned",
    "talk_now": "talk_now",
    "left": "left",
    "erased": "erased",
    "under 18": "under_age",
    "health withdrawn": "health_withdrawn",
    "mentor_paused": "mentor_paused",
    "mentor_left": "mentor_left",
    "mentor_silent": "mentor_silent",
}
EARLY = {f"{how}: {why}": (how, why) for how in ("changed", "early") for why in WHY}


def upgrade() -> None:
    of_matches()
    of_timers()


def of_timers() -> None:
    """A version was also the step of a silence, or a day, as its number in the calendar."""
    with op.batch_alter_table("timer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("step", sa.Integer(), nullable=True))

    waits = TIMER.c.status == "waiting"
    quiet = waits & (TIMER.c.action == "quiet")
    op.execute(TIMER.update().where(quiet).values(step=TIMER.c.version, version=None))
    dated = waits & TIMER.c.action.in_(DATED) & TIMER.c.version.is_not(None)
    connection = op.get_bind()
    found = connection.execute(sa.select(TIMER.c.id, TIMER.c.version).where(dated)).all()
    for id_, version in found:
        day = {"day": date.fromordinal(version), "version": None}
        connection.execute(TIMER.update().where(TIMER.c.id == id_).values(day))


def of_matches() -> None:
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ended_for", sa.String(32), nullable=True))
        batch_op.add_column(sa.Column("rests_for", sa.String(32), nullable=True))

    # What was written on a match that goes on was why it rests. Whoever wrote it by hand, in
    # whatever words, wanted it to rest until they look again.
    goes_on = MATCH.c.status.in_(LIVE) & MATCH.c.ending.is_not(None)
    rests_for = sa.case((MATCH.c.ending == "under 18", "under_age"), else_="concern")
    op.execute(MATCH.update().where(goes_on).values(rests_for=rests_for, ending=None))
    is_over = MATCH.c.status.not_in(LIVE)
    for old, (ending, why) in EARLY.items():
        was = is_over & (MATCH.c.ending == old)
        op.execute(MATCH.update().where(was).values(ending=ending, ended_for=why))
    for old, ending in ENDINGS.items():
        op.execute(MATCH.update().where(is_over, MATCH.c.ending == old).values(ending=ending))
    known = (*ENDINGS.values(), "changed", "early")
    by_hand = MATCH.c.ending.is_not(None) & MATCH.c.ending.not_in(known)
    op.execute(MATCH.update().where(by_hand).values(ending="by_team"))
