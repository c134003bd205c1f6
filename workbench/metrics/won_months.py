"""What each rep won in each month, as won revenue counts it, over a long span at once."""

import pyarrow as pa
from ibis import _

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import metric_of
from workbench.metrics.computation import Computation
from workbench.metrics.credits import Tables

KINDS = pa.schema(
    [
        ("rep_id", pa.string()), ("month", pa.date32()), ("amount", pa.decimal128(38, 8)),
        ("unknown", pa.int64()),
    ]
)  # fmt: skip


def won_months(tables: Tables, basis: Basis) -> pa.Table:
    """Add up the won deals of a period by rep and calendar month.

    Returns
    -------
    pyarrow.Table
        One row per rep and month (its first day) in which a deal was won; `amount` in the
        reporting currency, null where none is known, and `unknown`, the deals without one. No row
        where won revenue cannot be computed.
    """
    won = metric_of("won_revenue")
    work = Computation(tables, basis, {"won_revenue": won})
    if work.missing(won):
        return KINDS.empty_table()
    rows = work.populations["closed"].filter(_.is_won)
    added = rows.group_by("rep_id", month=rows.close_on.truncate("M")).aggregate(
        amount=_.amount.sum().cast("decimal(38,8)"), unknown=_.amount.isnull().sum()
    )
    return added.order_by("rep_id", "month").to_pyarrow().select(KINDS.names).cast(KINDS)
