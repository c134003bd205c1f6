"""Coaching sessions, what is written in them, and what a promise made there carries."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of sessions and widen promises."""
    op.create_table(
        "session",
        sa.Column("rep_id", sa.String(80), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("manager_id", sa.String(80), nullable=False),
        sa.Column("period", sa.String(40), nullable=False),
        sa.Column("planned_on", sa.Date, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("begun_at", sa.DateTime),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("visibility", sa.String(10), nullable=False),
        sa.Column("next_at", sa.String(20), nullable=False),
    )
    op.create_table(
        "session_word",
        sa.Column("rep_id", sa.String(80), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("item", sa.String(40), primary_key=True),
        sa.Column("side", sa.String(10), primary_key=True),
        sa.Column("person_id", sa.String(80), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.DateTime, nullable=False),
        sa.Column("saved_by", sa.String(80), nullable=False),
        sa.ForeignKeyConstraint(["rep_id", "number"], ["session.rep_id", "session.number"]),
    )
    op.add_column("promise", sa.Column("baseline_n", sa.Integer))
    op.add_column("promise", sa.Column("support", sa.Text, nullable=False, server_default=""))
    op.add_column("promise", sa.Column("rolled", sa.Integer, nullable=False, server_default="0"))
