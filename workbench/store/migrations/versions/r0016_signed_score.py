"""What the weighted score said that was signed; of what was signed before it is not kept."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the columns: "" is no score kept."""
    for name in ("score", "score_used"):
        op.add_column(
            "signature", sa.Column(name, sa.String(40), nullable=False, server_default="")
        )
