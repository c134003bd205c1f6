"""Views before a calibration meeting, the meeting, and what it changed."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_REVIEW = (["cycle", "rep_id"], ["review.cycle", "review.rep_id"])


def upgrade() -> None:
    """Make the three tables of calibration."""
    op.create_table(
        "view",
        sa.Column("cycle", sa.String(80), primary_key=True),
        sa.Column("rep_id", sa.String(80), primary_key=True),
        sa.Column("person_id", sa.String(80), primary_key=True),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("growth", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(*_REVIEW),
    )
    op.create_table(
        "meeting",
        sa.Column("cycle", sa.String(80), primary_key=True),
        sa.Column("opened_by", sa.String(80), nullable=False),
        sa.Column("opened_at", sa.DateTime, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["cycle"], ["cycle.cycle"]),
    )
    op.create_table(
        "adjustment",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("cycle", sa.String(80), nullable=False),
        sa.Column("rep_id", sa.String(80), nullable=False),
        sa.Column("level_before", sa.Integer, nullable=False),
        sa.Column("level_after", sa.Integer, nullable=False),
        sa.Column("growth_before", sa.Integer, nullable=False),
        sa.Column("growth_after", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("made_by", sa.String(80), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(*_REVIEW),
    )
    op.create_index("adjustment_of", "adjustment", ["cycle", "rep_id", "n"])
