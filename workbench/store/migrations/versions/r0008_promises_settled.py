"""What a promise came to at its day, when it was answered, and of which day its first figure is."""

import sqlalchemy as sa
from alembic import op

from workbench.store.promise_days import fill_days

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns; the trail and the cycles tell the days of what is there."""
    for column in (
        sa.Column("baseline_on", sa.Date),
        sa.Column("answered_at", sa.DateTime),
        sa.Column("came_to", sa.String(40), nullable=False, server_default=""),
        sa.Column("came_to_n", sa.Integer),
        sa.Column("came_on", sa.Date),
        sa.Column("came_from", sa.String(64), nullable=False, server_default=""),
    ):
        op.add_column("promise", column)
    fill_days(op.get_bind())
