"""Who of a match would like to meet the other, and since when"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("match", schema=None) as batch_op:
        for side in ("mentee", "mentor"):
            column = sa.Column(f"{side}_would_meet_at", sa.DateTime(timezone=True), nullable=True)
            batch_op.add_column(column)
