"""Tables of pay: runs, their steps, the statements in them, what was issued, and disputes.

Rows are added and stay: what was paid is never rewritten, later truth is a row of a later run. The
database itself refuses to change or delete one of them; only a dispute is answered in place.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from workbench.store.columns import metadata

# One computation of what is paid for a period; its state is its last step
pay_runs = Table(
    "pay_run",
    metadata,
    Column("run", String(60), primary_key=True),  # the period; further ones <period>.2, .3, …
    Column("period", String(40), nullable=False),
    Column("plans", Text, nullable=False),  # JSON: ids it was limited to; [] is all
    Column("reps", Text, nullable=False),  # JSON: ids it was limited to; [] is all
    Column("snapshot", String(64), nullable=False),  # its hash
    Column("as_of", Date, nullable=False),  # of those data
    Column("asked", String(40), nullable=False),  # the day of data asked for; "" for none
    Column("rules", Text, nullable=False),  # JSON by plan: its version and the hash of its text
    Column("made_at", DateTime, nullable=False),
    Index("pay_run_of", "period"),
)

# Who took a run a step further, when and why
pay_steps = Table(
    "pay_step",
    metadata,
    Column("run", String(60), primary_key=True),
    Column("step", String(10), primary_key=True),  # draft, checked, approved, paid, …
    Column("n", Integer, nullable=False),  # counted over all runs: which came first
    Column("person_id", String(80), nullable=False),
    Column("role", String(20), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("why", Text, nullable=False),
    ForeignKeyConstraint(["run"], ["pay_run.run"]),
    Index("pay_step_in_order", "n", unique=True),
)

# What one run has for one rep
pay_statements = Table(
    "pay_statement",
    metadata,
    Column("run", String(60), primary_key=True),
    Column("rep_id", String(80), primary_key=True),
    Column("period", String(40), nullable=False),
    Column("plans", Text, nullable=False),  # as "ae-2026 1"
    Column("currency", String(10), nullable=False),
    Column("pay", String(40), nullable=False),  # a decimal as text; "" when none was computed
    Column("is_partial", Boolean, nullable=False),  # something is unknown: pay is "at least"
    Column("fault", Text, nullable=False),  # why none was computed; "" when one was
    Column("figures", Text, nullable=False),  # JSON by line: sums as text
    Column("input_hash", String(64), nullable=False),
    Column("statement_hash", String(64), nullable=False),
    Column("past", String(64), nullable=False),  # tells all earlier statements it goes on from
    Column("frozen", Text, nullable=False),  # input and result, packed; see pay/packing.py
    ForeignKeyConstraint(["run"], ["pay_run.run"]),
)

# What was approved; the key refuses to issue a period twice
pay_issued = Table(
    "pay_issued",
    metadata,
    Column("rep_id", String(80), primary_key=True),
    Column("period", String(40), primary_key=True),
    Column("run", String(60), nullable=False),
    ForeignKeyConstraint(["run", "rep_id"], ["pay_statement.run", "pay_statement.rep_id"]),
    Index("pay_issued_of", "run"),
)

# A line of an issued statement that its rep doubts
pay_disputes = Table(
    "pay_dispute",
    metadata,
    Column("dispute", String(32), primary_key=True),
    Column("run", String(60), nullable=False),
    Column("rep_id", String(80), nullable=False),
    Column("period", String(40), nullable=False),
    Column("line", String(200), nullable=False),  # as commission or commission/D-12
    Column("about", Text, nullable=False),  # JSON: the sum shown, hashes, rows
    Column("text", Text, nullable=False),
    Column("asked_by", String(80), nullable=False),
    Column("asked_at", DateTime, nullable=False),
    Column("owner", String(80), nullable=False),  # a person's id, or a role
    Column("due_on", Date, nullable=False),
    Column("state", String(10), nullable=False),  # open, accepted or refused
    Column("answer", Text, nullable=False),
    Column("amount", String(40), nullable=False),  # by how much the line is corrected; "" for none
    Column("answered_by", String(80), nullable=False),
    Column("answered_at", DateTime),
    ForeignKeyConstraint(["run", "rep_id"], ["pay_statement.run", "pay_statement.rep_id"]),
    Index("pay_dispute_of", "rep_id", "state"),
)
