"""The first tables, and an audit trail nobody can change."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_REFUSE_SQLITE = """
CREATE TRIGGER audit_no_{verb} BEFORE {verb} ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
"""
_REFUSE_POSTGRESQL = (
    """
    CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$
    """,
    """
    CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()
    """,
)


def upgrade() -> None:
    """Make the tables, then the guards of the audit trail."""
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_REFUSE_SQLITE.format(verb=verb))
    else:
        for statement in _REFUSE_POSTGRESQL:
            op.execute(statement)


def _make_tables() -> None:
    op.create_table(
        "audit",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("person_id", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("verb", sa.String(length=20), nullable=False),
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("rep_id", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("audit_of", "audit", ["cycle", "rep_id", "n"], unique=False)
    op.create_table(
        "cycle",
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("period", sa.String(length=40), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("snapshot", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("opened_by", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("cycle"),
    )
    op.create_table(
        "inbox",
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("rep_id", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.String(length=80), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(length=80), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("item"),
    )
    op.create_index("inbox_of", "inbox", ["owner", "state"], unique=False)
    op.create_table(
        "passage",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("rep_id", sa.String(length=80), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("left_at", sa.DateTime(), nullable=False),
        sa.Column("left_by", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("passage_of", "passage", ["cycle", "rep_id"], unique=False)
    op.create_table(
        "promise",
        sa.Column("promise", sa.String(length=32), nullable=False),
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("rep_id", sa.String(length=80), nullable=False),
        sa.Column("owner_id", sa.String(length=80), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("metric", sa.String(length=60), nullable=False),
        sa.Column("baseline", sa.String(length=40), nullable=False),
        sa.Column("aim", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("promise"),
    )
    op.create_index("promise_of", "promise", ["rep_id", "state"], unique=False)
    op.create_table(
        "signature",
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("rep_id", sa.String(length=80), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=80), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("cycle", "rep_id", "side", "round"),
    )
    op.create_table(
        "review",
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("rep_id", sa.String(length=80), nullable=False),
        sa.Column("manager_id", sa.String(length=80), nullable=False),
        sa.Column("delegate_id", sa.String(length=80), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle"],
            ["cycle.cycle"],
        ),
        sa.PrimaryKeyConstraint("cycle", "rep_id"),
    )
    op.create_table(
        "entry",
        sa.Column("cycle", sa.String(length=80), nullable=False),
        sa.Column("rep_id", sa.String(length=80), nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("is_proposed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("saved_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle", "rep_id"],
            ["review.cycle", "review.rep_id"],
        ),
        sa.PrimaryKeyConstraint("cycle", "rep_id", "section", "item", "side"),
    )
