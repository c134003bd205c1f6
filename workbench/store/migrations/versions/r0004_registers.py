"""The small registers, and who has read an announcement."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the registers and the marks of reading."""
    op.create_table(
        "register",
        sa.Column("line", sa.String(32), primary_key=True),
        sa.Column("register", sa.String(20), nullable=False),
        sa.Column("rep_id", sa.String(80), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("grounds", sa.Text, nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("due_on", sa.Date),
        sa.Column("made_by", sa.String(80), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("ended_by", sa.String(80), nullable=False),
        sa.Column("ended_at", sa.DateTime),
    )
    op.create_index("register_of", "register", ["register", "rep_id"])
    op.create_table(
        "read_mark",
        sa.Column("line", sa.String(32), primary_key=True),
        sa.Column("person_id", sa.String(80), primary_key=True),
        sa.Column("read_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["line"], ["register.line"]),
    )
