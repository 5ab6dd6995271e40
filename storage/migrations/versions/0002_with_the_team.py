"""Talking with the team: letters of a concern, false alarms, replies, and undoing "under age"."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_false", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("noted_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("concern_id", sa.Integer(), nullable=True))
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("turned_away_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("status_before", sa.String(32), nullable=True))
        batch_op.add_column(sa.Column("answering", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("answering_until", sa.DateTime(timezone=True), nullable=True))
