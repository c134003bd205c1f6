"""Goals are changed and closed with a reason; all there are hold."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add state and reason."""
    op.add_column("goal", sa.Column("state", sa.String(10), nullable=False, server_default="open"))
    op.add_column("goal", sa.Column("reason", sa.Text, nullable=False, server_default=""))
