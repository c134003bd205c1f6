"""The products of credited deals: of their lines, or their own where they have none."""

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.basis import Basis
from workbench.metrics.credits import Tables, money


def has(tables: Tables, table: str, *columns: str) -> bool:
    """Whether there is a table with all these columns."""
    return table in tables and set(columns) <= set(tables[table].columns)


def by_product(rows: Table, tables: Tables, basis: Basis, by: str) -> Table:
    """Give each deal its products: of its lines, or its own where it has none.

    A deal of one level counts there whole. One of several counts for each by its lines, by share
    and rate; lines are bookings, so a deal counted by another amount has none there.
    """
    own = _level_of(rows, tables, by)
    if not has(tables, "deal_lines", "product_id"):
        return own
    parts = _parts(tables, by)
    joined = own.left_join(parts, "deal_id").drop("deal_id_right")
    is_whole = joined.n_levels.isnull() | (joined.n_levels == 1)
    paid = joined.paid if basis.amount_basis == "bookings" else ibis.null().cast("decimal(38,8)")
    part = money(money(paid, joined.share), joined.rate)
    return joined.mutate(
        level=joined.n_levels.isnull().ifelse(joined.level, joined.line_level),
        amount=is_whole.ifelse(joined.amount.cast("decimal(38,8)"), part.cast("decimal(38,8)")),
    ).drop("paid", "n_levels", "line_level")


def _level_of(rows: Table, tables: Tables, by: str) -> Table:
    """Add the level of each row's `product_id`."""
    if by == "product_id":
        return rows.mutate(level=rows.product_id)
    families = tables["products"].select(sold_id="product_id", level="family")
    return rows.left_join(families, rows.product_id == families.sold_id).drop("sold_id")


def _parts(tables: Tables, by: str) -> Table:
    """Give what each level of a deal comes to by its lines; null where a line has no worth."""
    lines = _level_of(_paid(tables["deal_lines"]), tables, by)
    parts = lines.group_by("deal_id", line_level=lines.level).aggregate(
        paid=(_.paid.count() == _.count()).ifelse(_.paid.sum(), None)
    )
    return parts.mutate(n_levels=parts.count().over(ibis.window(group_by="deal_id")))


def _paid(lines: Table) -> Table:
    """Give lines with what they are worth: their amount, else quantity by price."""
    paid = lines.amount if "amount" in lines.columns else ibis.null().cast("decimal(38,8)")
    if {"quantity", "unit_price"} <= set(lines.columns):
        paid = ibis.coalesce(paid, money(lines.quantity, lines.unit_price))
    return lines.select("deal_id", "product_id", paid=paid.cast("decimal(38,8)"))
