"""Tables of what is talked over: calibration, upward feedback, and coaching sessions."""

from sqlalchemy import (
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

# What managers think of reps before a calibration meeting; nobody reads another's until it begins
views = Table(
    "view",
    metadata,
    *review_columns(),
    Column("person_id", String(80), primary_key=True),  # whose view
    Column("level", Integer, nullable=False),  # of the rating's scale, 1 is the lowest
    Column("growth", Integer, nullable=False),  # 1 to 3
    Column("reason", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("saved_at", DateTime, nullable=False),
    ForeignKeyConstraint(["cycle", "rep_id"], ["review.cycle", "review.rep_id"]),
)

# The meeting of a cycle: a row stands here once all views were laid open
meetings = Table(
    "meeting",
    metadata,
    Column("cycle", String(80), primary_key=True),
    Column("opened_by", String(80), nullable=False),
    Column("opened_at", DateTime, nullable=False),
    Column("reason", Text, nullable=False),  # why it began while views were missing; "" if none was
    ForeignKeyConstraint(["cycle"], ["cycle.cycle"]),
)

# What a meeting changed, and why; one row per change, never overwritten
adjustments = Table(
    "adjustment",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    *review_columns(is_key=False),
    Column("level_before", Integer, nullable=False),
    Column("level_after", Integer, nullable=False),
    Column("growth_before", Integer, nullable=False),
    Column("growth_after", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_by", String(80), nullable=False),
    Column("made_at", DateTime, nullable=False),
    ForeignKeyConstraint(["cycle", "rep_id"], ["review.cycle", "review.rep_id"]),
    Index("adjustment_of", "cycle", "rep_id", "n"),
)

# What a team said of its manager of record, released once; no times, so that none tells anything
upwards = Table(
    "upward",
    metadata,
    Column("cycle", String(80), primary_key=True),
    Column("manager_id", String(80), primary_key=True),
    Column("above_id", String(80), nullable=False),  # to whom the manager reports; "" for nobody
    Column("asked", Integer, nullable=False),  # how many reviews the team had
    Column("words", Text, nullable=False),  # JSON: shuffled once, and so for good
    Column("givers", Text, nullable=False),  # JSON: whose words are in it; shown to nobody
    ForeignKeyConstraint(["cycle"], ["cycle.cycle"]),
)

# Coaching sessions of one rep, numbered; a skipped one keeps its number
sessions = Table(
    "session",
    metadata,
    Column("rep_id", String(80), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("manager_id", String(80), nullable=False),
    Column("period", String(40), nullable=False),
    Column("planned_on", Date, nullable=False),
    Column("state", String(10), nullable=False),  # open, held or skipped
    Column("step", String(40), nullable=False),  # where the walk stands; "" before it begins
    Column("begun_at", DateTime),
    Column("ended_at", DateTime),
    Column("reason", Text, nullable=False),  # why it was skipped
    Column("visibility", String(10), nullable=False),  # private: the two; shared: also HR
    Column("next_at", String(20), nullable=False),  # local time of the next one; "" when open
)

# What was written in a session; private words belong to one person
session_words = Table(
    "session_word",
    metadata,
    Column("rep_id", String(80), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("item", String(40), primary_key=True),
    Column("side", String(10), primary_key=True),  # shared, manager or private
    Column("person_id", String(80), primary_key=True),  # "" unless the side is private
    Column("value", Text, nullable=False),  # JSON
    Column("version", Integer, nullable=False),
    Column("saved_at", DateTime, nullable=False),
    Column("saved_by", String(80), nullable=False),
    ForeignKeyConstraint(["rep_id", "number"], ["session.rep_id", "session.number"]),
)
