"""What stood on an earlier day: the deals then open, as their history or a snapshot told them.

A period that is over is reviewed by what was open on its last day. The history of deals tells it;
where there is none, a snapshot frozen about that day does. What neither tells is unknown: today's
stage, amount or date of a deal is never given for another day's.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.metrics.basis import Basis
from workbench.metrics.credits import NO, YES, Tables
from workbench.metrics.expression import Column, Table, _, ibis
from workbench.metrics.forgotten import SIGHTINGS, forgotten
from workbench.metrics.metric import Metric

NEAR = timedelta(days=3)  # a snapshot this near tells of the last day of a period
IS_OPEN = "is_open"  # asked like a column: which deals were open
_COURSE = ("stage", "amount", "close_on", "forecast_category")  # what a history is to tell of deals
# What is another thing on another day: of a deal that is open, none of it is taken from today
_MOVING = (
    *_COURSE, "rep_id", "next_step", "probability", "is_qualified", "acv", "tcv", "cost",
    "lost_reason", "last_activity_at", "last_activity_on",
)  # fmt: skip


@dataclass(frozen=True)
class Stood:
    """Of which day the open deals are told, and by what."""

    day: date
    history: frozenset[str] = frozenset()  # the columns a history tells
    seen_on: date | None = None  # the day of the snapshot that tells the others; None: none does
    seen: frozenset[str] = frozenset()  # the columns it tells

    def tells(self, column: str) -> bool:
        """Whether a column of the deals then open is known."""
        return column in self.history or column in self.seen

    def is_seen(self, column: str) -> bool:
        """Whether it is a snapshot, not a history, that tells a column."""
        return column not in self.history and column in self.seen


def state_columns(metric: Metric) -> tuple[str, ...]:
    """List what a metric asks of open deals as of the day its period ended."""
    return tuple(need.partition(".")[2] for need in metric.needs if need.startswith("state."))


def stood_of(tables: Tables, basis: Basis) -> Stood | None:
    """Find what tells of the day a period's states belong to; None where the tables are of it."""
    data_of, day = basis.data_of or basis.as_of, basis.state_day
    if day == data_of:
        return None
    history = _columns(tables, "deal_history")
    asked = {name for name in _COURSE if name in tables["deals"].columns}
    near = _nearest(tables, day, data_of)
    if near is not None and not asked <= history:
        day = near  # one day for all: what a history tells is read of that day too
    if day == data_of:
        return Stood(day, frozenset(), day, frozenset({IS_OPEN, *tables["deals"].columns}))
    seen = _columns(tables, SIGHTINGS) if near and near != data_of else frozenset()
    has_days = {"created_on", "close_on"} <= set(tables["deals"].columns)
    return Stood(day, history | ({IS_OPEN} if has_days else set()), near if seen else None, seen)


def tables_on(tables: Tables, stood: Stood) -> Tables:
    """Give the tables as they were known at the end of a day, the deals as they stood then.

    Deals created later are left out, those closed later are open; a deal closed by then is as it
    is, whenever it was typed. An owner nothing tells is the present one.
    """
    known = {name: forgotten(name, table, stood.day) for name, table in tables.items()}
    return {**known, "deals": _deals_on(known, stood, _moved_since(tables, stood.day))}


def _moved_since(tables: Tables, day: date) -> Table:
    """List the deals whose history tells of a change after a day: they became what they are."""
    history = tables.get("deal_history")
    rows = (
        tables["deals"].filter(ibis.literal(NO)) if history is None else history.filter(_.on > day)
    )
    return rows.select(moved_id="deal_id").distinct()


def _deals_on(tables: Tables, stood: Stood, moved: Table) -> Table:
    deals = tables["deals"]
    rows = deals
    if {"created_on", "close_on"} <= set(deals.columns):
        is_over = (_.is_closed & (_.close_on <= stood.day)).fill_null(NO)
        rows = rows.filter((_.created_on <= stood.day).fill_null(YES) | is_over)
    known = _known(tables, stood)
    if known is not None:
        rows = rows.left_join(known, rows.deal_id == known.known_id)
    rows = rows.left_join(moved, rows.deal_id == moved.moved_id)
    was_open = _was_open(rows, stood)
    kept = {name: _then(rows, name, was_open, stood) for name in deals.columns}
    kept |= {name: rows[name] & ~was_open for name in ("is_closed", "is_won")}
    if not stood.tells(IS_OPEN):
        return rows.filter(was_open | rows.is_closed).select(**kept)
    return rows.select(**kept)


def _was_open(rows: Table, stood: Stood) -> Column:
    """Tell which deals were open: by their own days, else by the snapshot that saw them so."""
    if IS_OPEN in stood.history:
        return ~rows.is_closed | (rows.close_on > stood.day).fill_null(NO)
    return (
        (~rows.then_is_closed).fill_null(NO)
        if "then_is_closed" in rows.columns
        else ibis.literal(NO)
    )


def _then(rows: Table, name: str, was_open: Column, stood: Stood) -> Column:
    if name not in _MOVING:
        return rows[name]
    told = f"then_{name}" in rows.columns
    then = rows[f"then_{name}"].cast(rows[name].type()) if told else ibis.null(rows[name].type())
    if name in stood.history:  # a row for each change: without one it is as it was
        is_as_it_was = rows.moved_id.isnull() & ~rows.is_closed
        then = ibis.coalesce(then, is_as_it_was.ifelse(rows[name], None))
    if name == "rep_id":
        then = ibis.coalesce(then, rows[name])
    return was_open.ifelse(then, rows[name])


def _known(tables: Tables, stood: Stood) -> Table | None:
    """Give what is known of each deal on the day, as `then_` columns beside its `known_id`."""
    parts = []
    if stood.history - {IS_OPEN}:
        parts.append(_last_told(tables["deal_history"], sorted(stood.history - {IS_OPEN})))
    if stood.seen_on and (names := sorted(stood.seen - stood.history - {IS_OPEN})):
        seen = tables[SIGHTINGS].filter(_.on == ibis.literal(stood.seen_on))
        parts.append(_last_told(seen, names))
    if not parts:
        return None
    first, *rest = parts
    for each in rest:
        both = first.outer_join(each, "known_id")
        names = [name for name in (*first.columns, *each.columns) if name != "known_id"]
        first = both.select(*names, known_id=ibis.coalesce(both.known_id, both.known_id_right))
    return first


def _last_told(rows: Table, names: list[str]) -> Table:
    last = {f"then_{name}": rows[name].argmax(rows.at) for name in names}
    return rows.group_by(known_id=rows.deal_id).aggregate(**last)


def _columns(tables: Tables, name: str) -> frozenset[str]:
    if name not in tables:
        return frozenset()
    told = (*_MOVING, "is_closed") if name == SIGHTINGS else ("rep_id", *_COURSE)
    found = frozenset(told) & set(tables[name].columns)
    return found | ({IS_OPEN} if "is_closed" in found else set())


def _nearest(tables: Tables, day: date, data_of: date) -> date | None:
    """Find the day of the snapshot nearest to a day, the earlier of two; None where none is near.

    The one the tables are of is among them.
    """
    days = [data_of]
    if SIGHTINGS in tables:
        days += tables[SIGHTINGS].select("on").distinct().to_pyarrow()["on"].to_pylist()
    near = [each for each in days if abs(each - day) <= NEAR]
    return min(near, key=lambda each: (abs(each - day), each), default=None)
