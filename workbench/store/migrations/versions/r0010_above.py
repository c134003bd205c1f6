"""Who is above the manager of record of a review; of what was opened before nobody knows."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column: nobody is above a review that was opened earlier."""
    op.add_column("review", sa.Column("above", sa.Text, nullable=False, server_default="[]"))
