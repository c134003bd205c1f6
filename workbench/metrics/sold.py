"""What was sold of each product, now and on the same days a year before."""

from datetime import date, timedelta
from decimal import Decimal

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.basis import Basis
from workbench.metrics.comparison.price_volume_mix import Sold
from workbench.metrics.credits import money
from workbench.metrics.ground import Ground
from workbench.metrics.growth import base_period, same_days
from workbench.metrics.metric import exact
from workbench.metrics.scope import records

NOW, BEFORE = "now", "year_before"


def sold(ground: Ground) -> dict[str, dict[str, Sold]]:
    """Give quantity and revenue by rep, window (`now`, `year_before`) and product.

    The revenue is that of the lines of won deals, by share and dated rate; without lines that have
    a product and a quantity, each deal is one unit of its own product.
    """
    rows = sold_rows(ground, _won(ground))
    grouped = rows.group_by("rep_id", "window", "product").aggregate(
        quantity=_.quantity.sum(), revenue=_.revenue.sum()
    )
    found: dict[str, dict[str, dict[str, tuple[Decimal, Decimal]]]] = {}
    for row in records(grouped):
        quantity, revenue = exact(row["quantity"]), exact(row["revenue"])
        if quantity is not None and revenue is not None:
            windows = found.setdefault(row["rep_id"], {NOW: {}, BEFORE: {}})
            windows[row["window"]][row["product"] or ""] = (quantity, revenue)
    return {rep_id: dict(windows) for rep_id, windows in found.items()}


def there(ground: Ground) -> set[str]:
    """Give who worked there in all of both windows; of a manager's tree somebody always did."""
    spans = _spans(ground.basis).values()
    first, last = min(start for start, _end in spans), max(end for _start, end in spans)
    leads = {report.manager_id for report in ground.reports}
    return {
        row["rep_id"] for row in ground.reps
        if row["rep_id"] in leads
        or ((row.get("hired_on") or date.min) <= first
            and (row.get("left_on") or date.max) >= last - timedelta(days=1))
    }  # fmt: skip


def sold_rows(ground: Ground, won: Table) -> Table:
    """Give what won deals sold, one row per line and rep, or per deal where no lines are kept.

    Parameters
    ----------
    won
        Won deals of `ground.credited`, one row per deal and rep; their columns are kept.

    Returns
    -------
    Table
        Those columns with `product`, `quantity` and `revenue`, both by the rep's share; only what
        has a known amount.
    """
    return _lines(ground, won) if _has_lines(ground) else _whole_deals(won)


def _has_lines(ground: Ground) -> bool:
    lines = ground.tables.get("deal_lines")
    return lines is not None and {"product_id", "quantity", "amount"} <= set(lines.columns)


def _won(ground: Ground) -> Table:
    spans = _spans(ground.basis)
    won = ground.credited.filter(_.is_closed & _.is_won).mutate(on=_.close_on)
    found = [
        won.filter((_.on >= start) & (_.on < end)).mutate(window=ibis.literal(name))
        for name, (start, end) in spans.items()
    ]
    return ground.one_row_per_deal(ibis.union(*found) if len(found) > 1 else found[0])


def _spans(basis: Basis) -> dict[str, tuple[date, date]]:
    """Give the days of each window, the second exclusive."""
    base = base_period(basis, BEFORE)
    before = {} if base is None else {BEFORE: same_days(basis, base)}
    return {NOW: (basis.period.start, basis.end), **before}


def _lines(ground: Ground, won: Table) -> Table:
    lines = ground.tables["deal_lines"].filter(
        _.quantity.notnull() & (_.quantity > 0) & _.amount.notnull()
    )
    named = lines.select("deal_id", product="product_id", units="quantity", paid="amount")
    rows = won.join(named, "deal_id")
    return rows.mutate(
        quantity=money(rows.units, rows.share),
        revenue=money(money(rows.paid, rows.share), rows.rate),
    )


def _whole_deals(won: Table) -> Table:
    rows = won.filter(_.amount.notnull())
    return rows.mutate(product=_.product_id, quantity=_.share, revenue=_.amount)
