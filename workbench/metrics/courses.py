"""The course of deals: what their history, or earlier snapshots, tells of each day.

A snapshot sees a deal only on its own day, so a course made of snapshots says so in a note.
"""

from datetime import date

from workbench.metrics.credits import NO, Tables, money
from workbench.metrics.expression import Table, Value, _, ibis
from workbench.metrics.forgotten import SIGHTINGS
from workbench.metrics.ground import Ground


def has_course(tables: Tables, column: str) -> bool:
    """Whether anything tells a column of deals over time."""
    return any(
        name in tables and column in tables[name].columns for name in ("deal_history", SIGHTINGS)
    )


def course(tables: Tables, column: str) -> Table:
    """Give the relation that tells a column of deals over time: history, else snapshots.

    Raises
    ------
    LookupError
        When none does; ask `has_course` first.
    """
    for name in ("deal_history", SIGHTINGS):
        if name in tables and column in tables[name].columns:
            return tables[name]
    raise LookupError(f"No relation tells {column} over time.")


def is_sighted(tables: Tables, column: str) -> bool:
    """Whether the course of a column is told by earlier snapshots, not by a history."""
    history = tables.get("deal_history")
    return history is None or column not in history.columns


def stood_on(ground: Ground, day: date, column: str) -> Table:
    """Give the deals open at the end of a day, with what their course last told by then.

    Returns
    -------
    Table
        One row per deal and credited rep: that of `credited` with `then_close_on`, `then_amount`
        (the rep's part, in the reporting currency) and `then_category`, null where untold.
    """
    standing = ground.credited.filter(
        (_.created_on <= day).fill_null(ibis.literal(value=True)),
        ~(_.is_closed & (_.close_on <= day)).fill_null(NO),
    )
    known = course(ground.tables, column).filter(_.on <= day).semi_join(standing, "deal_id")
    last = {
        f"then_{name}": known[source].argmax(known.at)
        for name, source in (
            ("close_on", "close_on"),
            ("value", "amount"),
            ("category", "forecast_category"),
        )
        if source in known.columns
    }
    then = known.group_by("deal_id").aggregate(**last)
    rows = standing.join(then, "deal_id")
    for name, kind in (("then_value", "decimal(18,4)"), ("then_category", "string")):
        if name not in rows.columns:
            rows = rows.mutate(**{name: ibis.null().cast(kind)})
    amount = money(money(rows.then_value, rows.share), rows.rate)
    return rows.mutate(on=ibis.literal(day), then_amount=amount).drop("then_value")


def is_open_until(rows: Table, end: date) -> Value:
    """Whether a deal was still open when the day `end` began."""
    return ~(rows.is_closed & (rows.close_on < end)).fill_null(NO)
