"""Talks that were agreed on, and what goes along with a message."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the table of talks; messages that wait carry nothing along."""
    op.create_table(
        "appointment",
        sa.Column("cycle", sa.String(80), primary_key=True),
        sa.Column("rep_id", sa.String(80), primary_key=True),
        sa.Column("talk", sa.String(20), primary_key=True),
        sa.Column("leader_id", sa.String(80), nullable=False),
        sa.Column("start", sa.String(40), nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["cycle", "rep_id"], ["review.cycle", "review.rep_id"]),
    )
    op.add_column("outbox", sa.Column("calendar", sa.Text, nullable=False, server_default=""))
