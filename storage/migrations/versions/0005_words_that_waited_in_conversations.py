"""Words that waited in a conversation, under the first schema, are kept as the others are"""

from collections.abc import Sequence

from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    # "Who was that for?" and "Do you want to stop?" held the words that they asked about. They
    # are sealed alike in both tables. What other flows hold is what they were begun with, which
    # may be a complaint: SEND must not find it.
    op.execute("""
        insert into kept (person_id, words, why, at)
        select person_id, held, case flow when 'whom' then 'whom' else 'ours' end, touched_at
        from conversation
        where status in ('open', 'parked') and flow in ('whom', 'leaving') and held is not null
        order by id
    """)
