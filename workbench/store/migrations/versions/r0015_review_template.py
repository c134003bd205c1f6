"""Which template a review was opened with; what was opened before has its cycle's."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column: "" is the template of the cycle."""
    op.add_column("review", sa.Column("template", sa.String(40), nullable=False, server_default=""))
