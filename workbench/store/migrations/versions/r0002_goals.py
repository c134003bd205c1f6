"""Goals of company, team and rep."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of goals."""
    op.create_table(
        "goal",
        sa.Column("goal", sa.String(32), primary_key=True),
        sa.Column("period", sa.String(40), nullable=False),
        sa.Column("parent", sa.String(32), nullable=False),
        sa.Column("level", sa.String(10), nullable=False),
        sa.Column("owner_id", sa.String(80), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("metric", sa.String(60), nullable=False),
        sa.Column("baseline", sa.String(40), nullable=False),
        sa.Column("target", sa.String(40), nullable=False),
        sa.Column("weight", sa.String(20), nullable=False),
        sa.Column("due_on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("goal_of", "goal", ["period", "owner_id"])
