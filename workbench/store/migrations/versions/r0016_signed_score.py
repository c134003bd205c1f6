"""Score and rules that were signed; of what was signed before they are not kept."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the columns: "" is what was not kept."""
    for name in ("score", "score_used"):
        op.add_column(
            "signature", sa.Column(name, sa.String(40), nullable=False, server_default="")
        )
    op.add_column("signature", sa.Column("rules", sa.Text, nullable=False, server_default=""))
