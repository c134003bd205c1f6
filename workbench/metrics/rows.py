"""The rows behind figures, and the rows figures leave out."""

from collections.abc import Mapping

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.credits import Tables
from workbench.metrics.fact import STILL_OPEN, LeftOut
from workbench.metrics.scope import records

LISTED = ("closed", "open", "passages")  # populations gone through after they are counted
_COLUMNS = (
    "rep_id",
    "deal_id",
    "name",
    "account",
    "stage",
    "created_on",
    "close_on",
    "amount",
    "share",
    "state",
    "is_past_due",
)
_TYPES = {
    "created_on": pa.date32(),
    "close_on": pa.date32(),
    "amount": pa.decimal128(38, 8),
    "share": pa.decimal128(9, 8),
    "is_past_due": pa.bool_(),
}
_NO_DEALS = pa.schema([(name, _TYPES.get(name, pa.string())) for name in _COLUMNS])


def deal_rows(tables: Tables, populations: Mapping[str, Table]) -> pa.Table:
    """Give the deals closed in the period and those open, one row per rep and deal."""
    found = []
    if "closed" in populations:
        closed = populations["closed"]
        state = closed.is_won.ifelse("won", "lost")
        found.append(_named(closed.mutate(state=state, is_past_due=False), tables))
    if "open" in populations:
        found.append(_named(populations["open"].mutate(state=ibis.literal("open")), tables))
    if not found:  # orders, of a period outside the record
        return _NO_DEALS.empty_table()
    rows = ibis.union(*found) if len(found) > 1 else found[0]
    return rows.order_by("rep_id", "state", "deal_id").to_pyarrow()


def left_out(tables: Tables, populations: Mapping[str, Table]) -> list[LeftOut]:
    """Count the rows that figures leave out, by rep and reason."""
    found = []
    for metric, name, won in (("won_revenue", "closed", True), ("open_pipeline", "open", False)):
        if name not in populations:
            continue
        rows = populations[name]
        rows = rows.filter(_.is_won) if won else rows
        reason = rows.fx_missing.ifelse("fx_missing", "amount_missing")
        lacking = rows.filter(_.amount.isnull()).mutate(reason=reason)
        found += _counted(lacking, metric)
    if "passages" in populations:
        still = populations["passages"].filter(~_.has_left)
        found += _counted(still.mutate(reason=ibis.literal(STILL_OPEN)), "stage_conversion")
    if "open" in populations:
        overdue = populations["open"].filter(_.is_past_due).mutate(reason=ibis.literal("past_due"))
        found += _counted(overdue, "pipeline_coverage", is_priced=True)
    deals = tables["deals"]
    if "is_excluded" in deals.columns:
        excluded = deals.filter(_.is_excluded).mutate(reason=ibis.literal("excluded"))
        found += _counted(excluded, "won_deals")
    return found


def _counted(rows: Table, metric: str, *, is_priced: bool = False) -> list[LeftOut]:
    told = {"amount": _.amount.sum()} if is_priced else {}
    counted = rows.group_by("rep_id", "reason").aggregate(n=_.count(), **told)
    return [LeftOut(metric=metric, **row) for row in records(counted)]


def _named(rows: Table, tables: Tables) -> Table:
    if "accounts" in tables:
        names = tables["accounts"].select(named_id="account_id", account="name")
        rows = rows.left_join(names, rows.account_id == names.named_id)
        account = ibis.coalesce(rows.account, rows.account_id)
    else:
        account = rows.account_id
    return rows.mutate(account=account).select(*_COLUMNS)
