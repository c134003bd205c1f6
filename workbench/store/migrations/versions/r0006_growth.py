"""What a line of a register is about, and who took part in a team activity."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column and the table."""
    about = sa.Column("about", sa.Text, nullable=False, server_default="{}")
    op.add_column("register", about)
    op.create_table(
        "attendance",
        sa.Column("line", sa.String(32), primary_key=True),
        sa.Column("person_id", sa.String(80), primary_key=True),
        sa.Column("noted_by", sa.String(80), nullable=False),
        sa.Column("noted_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["line"], ["register.line"]),
    )
