"""The plan of a cycle, days set against it, the appeal window, and what became of appeals.

What was opened before has no plan: `workbench cycle open`, run again, lays one. Of an appeal that
was answered before nobody kept whether it was granted.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the columns and the table, and enter the appeals there are."""
    op.add_column("cycle", sa.Column("plan", sa.Text, nullable=False, server_default=""))
    for column in (
        sa.Column("due_days", sa.Text, nullable=False, server_default="{}"),
        sa.Column("window_on", sa.Date),
        sa.Column("waived", sa.Integer, nullable=False, server_default="0"),
        sa.Column("left_on", sa.Date),
        sa.Column("as_of", sa.Date),
        sa.Column("snapshot", sa.String(64)),
    ):
        op.add_column("review", column)
    op.create_table(
        "appeal",
        sa.Column("cycle", sa.String(80), primary_key=True),
        sa.Column("rep_id", sa.String(80), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True),
        sa.Column("item", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.ForeignKeyConstraint(["cycle", "rep_id"], ["review.cycle", "review.rep_id"]),
    )
    _enter()


def _enter() -> None:
    """Enter the last appeal of each review, with the round that stands signed now."""
    connection = op.get_bind()
    asked = sa.text(
        "SELECT cycle, rep_id, item, state FROM inbox WHERE kind = 'appeal' ORDER BY asked_at"
    )
    last = {(row.cycle, row.rep_id): row for row in connection.execute(asked)}
    signed = sa.text(
        "SELECT count(*) FROM passage"
        " WHERE cycle = :cycle AND rep_id = :rep_id AND stage = 'sign_off'"
    )
    entered = sa.text(
        "INSERT INTO appeal (cycle, rep_id, round, item, outcome)"
        " VALUES (:cycle, :rep_id, :round, :item, :outcome)"
    )
    for (cycle, rep_id), row in last.items():
        review = {"cycle": cycle, "rep_id": rep_id}
        number = connection.execute(signed, review).scalar_one()
        outcome = "answered" if row.state == "answered" else ""
        told = {**review, "round": number, "item": row.item, "outcome": outcome}
        connection.execute(entered, told)
