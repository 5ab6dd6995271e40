"""Words that are kept from a partner until their writer says whom they are for"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "kept",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("why", sa.String(32), nullable=False),
        sa.Column("match_id", sa.Integer(), nullable=True),
        sa.Column("concern_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    waits, stands = sa.text("settled_at is null"), sa.text("words is not null")
    op.create_index(
        "kept_waiting", "kept", ["person_id", "id"], sqlite_where=waits, postgresql_where=waits
    )
    op.create_index("kept_to_fade", "kept", ["at"], sqlite_where=stands, postgresql_where=stands)
