"""Pay runs, their steps and statements, what was issued, disputes; and guards of what was paid."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_KEPT = ("pay_run", "pay_step", "pay_statement", "pay_issued")  # disputes are answered in place
_REFUSE_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'pay is append-only: a correction is a line of a later run'); END
"""
_REFUSE = """
CREATE FUNCTION pay_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'pay is append-only: a correction is a line of a later run'; END $$
"""
_REFUSE_POSTGRESQL = """
CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION pay_refuse()
"""
_STATEMENT = (["run", "rep_id"], ["pay_statement.run", "pay_statement.rep_id"])


def upgrade() -> None:
    """Make the tables, then the guards."""
    _make_runs()
    _make_statements()
    _make_disputes()
    if op.get_bind().dialect.name == "sqlite":
        for table in _KEPT:
            for verb in ("UPDATE", "DELETE"):
                op.execute(_REFUSE_SQLITE.format(table=table, verb=verb))
    else:
        op.execute(_REFUSE)
        for table in _KEPT:
            op.execute(_REFUSE_POSTGRESQL.format(table=table))


def _make_runs() -> None:
    op.create_table(
        "pay_run",
        sa.Column("run", sa.String(60), primary_key=True),
        sa.Column("period", sa.String(40), nullable=False),
        sa.Column("plans", sa.Text, nullable=False),
        sa.Column("reps", sa.Text, nullable=False),
        sa.Column("snapshot", sa.String(64), nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("asked", sa.String(40), nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
    )
    op.create_index("pay_run_of", "pay_run", ["period"])
    op.create_table(
        "pay_step",
        sa.Column("run", sa.String(60), primary_key=True),
        sa.Column("step", sa.String(10), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("person_id", sa.String(80), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["run"], ["pay_run.run"]),
    )
    op.create_index("pay_step_in_order", "pay_step", ["n"], unique=True)


def _make_statements() -> None:
    op.create_table(
        "pay_statement",
        sa.Column("run", sa.String(60), primary_key=True),
        sa.Column("rep_id", sa.String(80), primary_key=True),
        sa.Column("period", sa.String(40), nullable=False),
        sa.Column("plans", sa.Text, nullable=False),
        sa.Column("currency", sa.String(10), nullable=False),
        sa.Column("pay", sa.String(40), nullable=False),
        sa.Column("is_partial", sa.Boolean, nullable=False),
        sa.Column("fault", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("input_hash", sa.String(64), nullable=False),
        sa.Column("statement_hash", sa.String(64), nullable=False),
        sa.Column("past", sa.String(64), nullable=False),
        sa.Column("frozen", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["run"], ["pay_run.run"]),
    )
    op.create_table(
        "pay_issued",
        sa.Column("rep_id", sa.String(80), primary_key=True),
        sa.Column("period", sa.String(40), primary_key=True),
        sa.Column("run", sa.String(60), nullable=False),
        sa.ForeignKeyConstraint(*_STATEMENT),
    )
    op.create_index("pay_issued_of", "pay_issued", ["run"])


def _make_disputes() -> None:
    op.create_table(
        "pay_dispute",
        sa.Column("dispute", sa.String(32), primary_key=True),
        sa.Column("run", sa.String(60), nullable=False),
        sa.Column("rep_id", sa.String(80), nullable=False),
        sa.Column("period", sa.String(40), nullable=False),
        sa.Column("line", sa.String(200), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("asked_by", sa.String(80), nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("amount", sa.String(40), nullable=False),
        sa.Column("answered_by", sa.String(80), nullable=False),
        sa.Column("answered_at", sa.DateTime),
        sa.ForeignKeyConstraint(*_STATEMENT),
    )
    op.create_index("pay_dispute_of", "pay_dispute", ["rep_id", "state"])
