"""What teams said of their managers, as it was released."""

import sqlalchemy as sa
from alembic import op

from workbench.store.releasing import release_closed

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the table, and release what closed before."""
    op.create_table(
        "upward",
        sa.Column("cycle", sa.String(80), primary_key=True),
        sa.Column("manager_id", sa.String(80), primary_key=True),
        sa.Column("above_id", sa.String(80), nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("givers", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycle.cycle"]),
    )
    release_closed(op.get_bind())
