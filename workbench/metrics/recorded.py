"""What a source records at all: deals still open, deals that were lost, each kind of activity.

A source of orders records neither. Where that is not said, the data tell it: of five closed deals
and none that is open, or was lost, no measure of open deals, or rate of winning, can be made. A rep
without open deals in a company that records some has a true 0. So has one without a visit, where
anybody's was ever recorded.
"""

from collections.abc import Iterator

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.basis import Basis
from workbench.metrics.credits import NO, Tables
from workbench.metrics.forgotten import SIGHTINGS
from workbench.metrics.lost_rows import DEALS_SET_ASIDE
from workbench.metrics.record import FEWEST_CLOSED
from workbench.metrics.scope import records


def never_recorded(tables: Tables, basis: Basis) -> dict[str, str]:
    """Tell which deals a source does not record, and by which reason a figure lacks them.

    Returns
    -------
    dict
        A code by `open` and `lost`, only for what is not recorded. Of fewer than five closed deals
        nothing can be told, and nothing is missing. Deals that count for no figure, and those set
        aside, were recorded all the same.
    """
    if basis.deals_kind == "orders":
        return {"open": "orders_are_not_open", "lost": "orders_have_no_losses"}
    counted = _counted(tables)
    if counted["closed"] < FEWEST_CLOSED:
        return {}
    is_open = counted["open"] or _was_open(tables)
    missing = {"open": "no_open_recorded" if not is_open else ""}
    missing["lost"] = "no_losses_recorded" if not counted["lost"] else ""
    return {name: code for name, code in missing.items() if code}


def kinds_recorded(tables: Tables) -> frozenset[str]:
    """Give the kinds of activity there ever was one of, whoever's, done or not; needs the table."""
    kinds = records(tables["activities"].select("kind").distinct())
    return frozenset(row["kind"] for row in kinds if row["kind"] is not None)


def _counted(tables: Tables) -> dict[str, int]:
    rows = ibis.union(*_marks(tables)).aggregate(
        closed=_.is_closed.ifelse(1, 0).sum(),
        open=_.is_closed.ifelse(0, 1).sum(),
        lost=(_.is_closed & ~_.is_won).ifelse(1, 0).sum(),
    )
    (found,) = records(rows)
    return {name: int(n or 0) for name, n in found.items()}


def _marks(tables: Tables) -> Iterator[Table]:
    for name in ("deals", DEALS_SET_ASIDE):
        rows = tables.get(name, tables["deals"].filter(ibis.literal(NO)))
        yield rows.select("is_closed", is_won=_.is_won.fill_null(NO))


def _was_open(tables: Tables) -> bool:
    """Whether a history, or an earlier snapshot, saw a deal before the day it was closed on."""
    deals = tables["deals"]
    if "close_on" not in deals.columns:
        return False
    closed = deals.filter(_.is_closed).select("deal_id", closed_on="close_on")
    return any(
        bool(records(tables[name].join(closed, "deal_id").filter(_.on < _.closed_on).limit(1)))
        for name in ("deal_history", SIGHTINGS)
        if name in tables
    )
