"""The tables of the store. A change here needs a migration beside it (a test compares them).

Times are UTC; JSON is text, so that what people wrote comes back byte for byte.
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

from workbench.store.columns import metadata, review_columns
from workbench.store.pay_schema import (
    pay_disputes,
    pay_issued,
    pay_runs,
    pay_statements,
    pay_steps,
)
from workbench.store.talk_schema import (
    adjustments,
    meetings,
    session_words,
    sessions,
    upwards,
    views,
)

__all__ = [
    "adjustments", "appeals", "appointments", "attendance", "audit", "cycles", "entries", "goals",
    "inbox", "meetings", "metadata", "outbox", "passages", "pay_disputes", "pay_issued", "pay_runs",
    "pay_statements", "pay_steps", "promises", "read_marks", "registers", "reviews",
    "session_words", "sessions", "signatures", "upwards", "views",
]  # fmt: skip

# One opening of reviews: a period, a template, a population, one pinned snapshot
cycles = Table(
    "cycle",
    metadata,
    Column("cycle", String(80), primary_key=True),  # period:template, as 2026-Q3:quarterly
    Column("period", String(40), nullable=False),
    Column("template", String(40), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("snapshot", String(64), nullable=False),  # its hash
    Column("opened_at", DateTime, nullable=False),
    Column("opened_by", String(80), nullable=False),
    # By which day each stage is left, JSON; "" of a cycle opened before plans were kept
    Column("plan", Text, nullable=False, server_default=""),
)

# One rep in a cycle
reviews = Table(
    "review",
    metadata,
    *review_columns(),
    Column("manager_id", String(80), nullable=False),  # "" when nobody is recorded
    Column("delegate_id", String(80), nullable=False, default=""),
    Column("stage", String(20), nullable=False),
    Column("due_on", Date),  # of the stage it stands at
    Column("version", Integer, nullable=False),
    # Who the manager of record reported to when it was opened, and so on up: JSON, nearest first
    Column("above", Text, nullable=False, server_default="[]"),
    # Days set for this review against the plan: JSON, by stage
    Column("due_days", Text, nullable=False, server_default="{}"),
    Column("window_on", Date),  # the last day of the appeal window; null before it opened
    Column("waived", Integer, nullable=False, server_default="0"),  # round whose window was waived
    Column("left_on", Date),  # last day at work of who left since: nothing more is asked of them
    # Of who joined later than the cycle was pinned: their own snapshot; null takes the cycle's
    Column("as_of", Date),
    Column("snapshot", String(64)),
    # The one it was opened with and keeps; "" is the cycle's
    Column("template", String(40), nullable=False, server_default=""),
    ForeignKeyConstraint(["cycle"], ["cycle.cycle"]),
)

# What became of each appeal; its words and the reason stand in the inbox. One per round
appeals = Table(
    "appeal",
    metadata,
    *review_columns(),
    Column("round", Integer, primary_key=True),
    Column("item", String(32), nullable=False),  # of the inbox
    Column("outcome", String(10), nullable=False),  # "" while open; granted, refused or answered
    ForeignKeyConstraint(["cycle", "rep_id"], ["review.cycle", "review.rep_id"]),
)

# When each stage was left, for "on time"
passages = Table(
    "passage",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    *review_columns(is_key=False),
    Column("stage", String(20), nullable=False),
    Column("due_on", Date),
    Column("left_at", DateTime, nullable=False),
    Column("left_by", String(80), nullable=False),
    Index("passage_of", "cycle", "rep_id"),
)

# What one side wrote in one item of a form
entries = Table(
    "entry",
    metadata,
    *review_columns(),
    Column("section", String(40), primary_key=True),
    Column("item", String(40), primary_key=True),
    Column("side", String(10), primary_key=True),  # rep, manager, shared or private
    Column("value", Text, nullable=False),  # JSON
    Column("is_proposed", Boolean, nullable=False),  # filled in from the facts, not yet edited
    Column("version", Integer, nullable=False),
    Column("saved_at", DateTime, nullable=False),
    Column("saved_by", String(80), nullable=False),
    ForeignKeyConstraint(["cycle", "rep_id"], ["review.cycle", "review.rep_id"]),
)

# Who signed what
signatures = Table(
    "signature",
    metadata,
    *review_columns(),
    Column("side", String(10), primary_key=True),
    Column("round", Integer, primary_key=True),  # 2 after a review was reopened once, …
    Column("person_id", String(80), nullable=False),
    Column("verdict", String(20), nullable=False),  # agreed or seen
    Column("comment", Text, nullable=False),
    Column("signed_at", DateTime, nullable=False),
    # What the weighted score said that was signed, decimals as text; "" of none, or not kept
    Column("score", String(40), nullable=False, server_default=""),
    Column("score_used", String(40), nullable=False, server_default=""),  # share of the weight
    # Rules its figures stood on and marks of their definitions: JSON; "" where none were kept
    Column("rules", Text, nullable=False, server_default=""),
)

# What was agreed: one row per promise, carried from review to review until it is answered
promises = Table(
    "promise",
    metadata,
    Column("promise", String(32), primary_key=True),
    *review_columns(is_key=False),  # where it was made
    Column("owner_id", String(80), nullable=False),
    Column("what", Text, nullable=False),
    Column("metric", String(60), nullable=False),  # "" when it names none
    Column("baseline", String(40), nullable=False),  # a decimal as text; "" when unknown
    Column("aim", String(40), nullable=False),
    Column("due_on", Date),
    Column("state", String(10), nullable=False),  # open, done or dropped
    Column("reason", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("baseline_n", Integer),  # the cases a share rested on then; null when unknown
    Column("support", Text, nullable=False, server_default=""),  # what the owner needs for it
    Column("rolled", Integer, nullable=False, server_default="0"),  # sessions it was left open in
    Column("baseline_on", Date),  # the day of the data the baseline was read from
    Column("answered_at", DateTime),  # null while it is open
    # What the metric came to at its day, kept with the answer and then fixed; "" where it was not
    Column("came_to", String(40), nullable=False, server_default=""),
    Column("came_to_n", Integer),
    Column("came_on", Date),  # the day of those data
    Column("came_from", String(64), nullable=False, server_default=""),  # hash of their snapshot
    Index("promise_of", "rep_id", "state"),
)

# Goals of company, team and rep; a child serves its parent
goals = Table(
    "goal",
    metadata,
    Column("goal", String(32), primary_key=True),
    Column("period", String(40), nullable=False),
    Column("parent", String(32), nullable=False),  # "" at the top
    Column("level", String(10), nullable=False),  # company, team or rep
    Column("owner_id", String(80), nullable=False),
    Column("what", Text, nullable=False),
    Column("metric", String(60), nullable=False),  # "" when it names none
    Column("baseline", String(40), nullable=False),  # decimals as text; "" when unknown
    Column("target", String(40), nullable=False),
    Column("weight", String(20), nullable=False),  # percent of the owner's goals; "" weighs nothing
    Column("due_on", Date),
    Column("version", Integer, nullable=False),
    Column("state", String(10), nullable=False, server_default="open"),  # or closed
    Column("reason", Text, nullable=False, server_default=""),  # of the last change, or the end
    Index("goal_of", "period", "owner_id"),
)

# What somebody has to answer: questions on figures, appeals, feedback, requests
inbox = Table(
    "inbox",
    metadata,
    Column("item", String(32), primary_key=True),
    *review_columns(is_key=False),
    Column("kind", String(20), nullable=False),  # question, appeal, feedback, support
    Column("about", Text, nullable=False),  # JSON: metric, rows, section
    Column("text", Text, nullable=False),
    Column("asked_by", String(80), nullable=False),
    Column("asked_at", DateTime, nullable=False),
    Column("owner", String(80), nullable=False),  # a person or a role that answers
    Column("due_on", Date),
    Column("state", String(10), nullable=False),  # open or answered
    Column("answer", Text, nullable=False),
    Column("answered_by", String(80), nullable=False),
    Column("answered_at", DateTime),
    Index("inbox_of", "owner", "state"),
)

# Messages to be sent; one per key, so that nobody is told twice
outbox = Table(
    "outbox",
    metadata,
    Column("message", String(200), primary_key=True),  # a key made of what it is about
    *review_columns(is_key=False),
    Column("channel", String(40), nullable=False),  # a name in workbench.toml
    Column("recipient", String(200), nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String(10), nullable=False),  # as `outbox.Message` lists
    Column("attempts", Integer, nullable=False),
    Column("error", Text, nullable=False),
    Column("queued_at", DateTime, nullable=False),
    Column("sent_at", DateTime),
    Column("calendar", Text, nullable=False, server_default=""),  # iCalendar that goes along
    Index("outbox_of", "state"),
)

# Talks that were agreed on: a moved or cancelled one is the same row
appointments = Table(
    "appointment",
    metadata,
    *review_columns(),
    Column("talk", String(20), primary_key=True),  # review or one_on_one
    Column("leader_id", String(80), nullable=False),  # "" when nobody is recorded
    Column("start", String(40), nullable=False),  # ISO, with its offset
    Column("every", Integer, nullable=False),  # weeks; 0 is a single talk
    Column("state", String(10), nullable=False),  # agreed or cancelled
    Column("sequence", Integer, nullable=False),  # how often it was changed
    Column("changed_at", DateTime, nullable=False),
    ForeignKeyConstraint(["cycle", "rep_id"], ["review.cycle", "review.rep_id"]),
)

# Small registers; `store/registers.py` says what each wants
registers = Table(
    "register",
    metadata,
    Column("line", String(32), primary_key=True),
    Column("register", String(20), nullable=False),
    Column("rep_id", String(80), nullable=False),  # whom it is about; "" for everybody
    Column("what", Text, nullable=False),
    Column("grounds", Text, nullable=False),  # evidence, the rule of an award, a course's metric
    Column("owner", String(80), nullable=False),  # who answers or ends it; "" for nobody
    Column("due_on", Date),
    Column("made_by", String(80), nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("outcome", Text, nullable=False),  # the answer; "" while it is open
    Column("ended_by", String(80), nullable=False),
    Column("ended_at", DateTime),
    # JSON by name: the review a request came from; the rule, figure and hash of an award
    Column("about", Text, nullable=False, server_default="{}"),
    Index("register_of", "register", "rep_id"),
)

# Who has read an announcement
read_marks = Table(
    "read_mark",
    metadata,
    Column("line", String(32), primary_key=True),
    Column("person_id", String(80), primary_key=True),
    Column("read_at", DateTime, nullable=False),
    ForeignKeyConstraint(["line"], ["register.line"]),
)

# Who took part in a team activity
attendance = Table(
    "attendance",
    metadata,
    Column("line", String(32), primary_key=True),
    Column("person_id", String(80), primary_key=True),
    Column("noted_by", String(80), nullable=False),
    Column("noted_at", DateTime, nullable=False),
    ForeignKeyConstraint(["line"], ["register.line"]),
)

# Every change: who, when, before, after. The database itself refuses to change or delete a row
audit = Table(
    "audit",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    Column("person_id", String(80), nullable=False),
    Column("role", String(20), nullable=False),
    Column("verb", String(20), nullable=False),
    *review_columns(is_key=False),  # "" where no review is meant
    Column("subject", String(200), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index("audit_of", "cycle", "rep_id", "n"),
)
