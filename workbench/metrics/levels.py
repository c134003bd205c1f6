"""The credited deals by product, region or segment, for the targets that are told so.

A deal of several products counts by its lines, so it stands once for each of them; where it is
comes from its account, or from the rep where accounts do not tell.
"""

from collections.abc import Set as AbstractSet
from functools import cached_property

import ibis
from ibis import _
from ibis.expr.types import Column, Table

from workbench.metrics.basis import Basis
from workbench.metrics.credits import Tables, money
from workbench.metrics.ground import Ground

ACCOUNT, REP, PRODUCT = "account", "rep", "product"  # whose trait tells the level
_OF_PRODUCT = ("product_family", "product_id")


class CutGround(Ground):
    """A ground whose credited deals have a `level`, and stand once for each they have.

    Populations made on it have the column too, and one row per rep, deal and level.
    """

    def __init__(self, whole: Ground, by: str, side: str) -> None:
        """Cut `whole` by a column of quotas, as one side of `sides_of` tells it."""
        super().__init__(whole.tables, whole.basis)
        self._whole, self._by, self._side = whole, by, side

    @cached_property
    def credited(self) -> Table:
        """The credited deals, by level."""
        return self._levelled(self._whole.credited).cache()

    @cached_property
    def credited_at_creation(self) -> Table:
        """The same at the amount each deal was created with."""
        return self._levelled(self._whole.credited_at_creation).cache()

    def one_row_per_deal(self, rows: Table) -> Table:
        """Give rows to the reps reviewed; each level of a shared deal counts once."""
        return self.one_row_per_case(rows, "level")

    def _levelled(self, rows: Table) -> Table:
        if self._side == PRODUCT:
            return _by_product(rows, self.tables, self.basis, self._by)
        if self._side == ACCOUNT:
            named = self.tables["accounts"].select(placed_id="account_id", level=self._by)
            return rows.left_join(named, rows.account_id == named.placed_id).drop("placed_id")
        return _by_rep(rows, self.tables, self.basis, self._by)


def sides_of(tables: Tables, by: str) -> dict[str, AbstractSet[str]]:
    """List the levels a cut has by what can tell them, the account before the rep.

    Returns
    -------
    dict
        The known levels by side; empty where no table tells this cut.
    """
    deals = tables["deals"].columns
    if by in _OF_PRODUCT:
        kept = _product_levels(tables, by)
        return {PRODUCT: _distinct(*kept)} if kept else {}
    found: dict[str, AbstractSet[str]] = {}
    if _has(tables, "accounts", by) and "account_id" in deals:
        found[ACCOUNT] = _distinct(tables["accounts"][by])
    told = [tables[name][by] for name in ("reps", "assignments") if _has(tables, name, by)]
    return {**found, REP: _distinct(*told)} if told else found


def _has(tables: Tables, table: str, *columns: str) -> bool:
    return table in tables and set(columns) <= set(tables[table].columns)


def _distinct(*columns: Column) -> frozenset[str]:
    found = [column.as_table().distinct().to_pyarrow()[0].to_pylist() for column in columns]
    return frozenset(level for levels in found for level in levels if level)


def _product_levels(tables: Tables, by: str) -> list[Column]:
    """Give the columns that name products, or their families; none where deals tell no product."""
    told = [
        tables[name].product_id
        for name in ("deals", "deal_lines")
        if _has(tables, name, "product_id")
    ]
    if by == "product_id":
        return [*told, tables["products"].product_id] if told and "products" in tables else told
    return [tables["products"].family] if told and _has(tables, "products", "family") else []


def _by_product(rows: Table, tables: Tables, basis: Basis, by: str) -> Table:
    """Give each deal its products: of its lines, or its own where it has none.

    A deal of one level counts there whole. One of several counts for each by its lines, by share
    and rate; lines are bookings, so a deal counted by another amount has none there.
    """
    own = _level_of(rows, tables, by)
    if not _has(tables, "deal_lines", "product_id"):
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


def _by_rep(rows: Table, tables: Tables, basis: Basis, by: str) -> Table:
    """Give each deal where its rep was on its day: as assigned then, else as `reps` has it."""
    level = tables["reps"][by] if _has(tables, "reps", by) else ibis.null().cast("string")
    reps = tables["reps"].select(placed_id="rep_id", level=level)
    found = rows.left_join(reps, rows.rep_id == reps.placed_id).drop("placed_id")
    if not _has(tables, "assignments", by):
        return found
    then = _assigned(found, tables["assignments"], basis, by)
    keys = [found.deal_id == then.then_deal, found.rep_id == then.then_rep]
    joined = found.left_join(then, keys)
    return joined.mutate(level=ibis.coalesce(joined.then_level, joined.level)).drop(
        "then_deal", "then_rep", "then_level"
    )


def _assigned(rows: Table, assignments: Table, basis: Basis, by: str) -> Table:
    """Give the level the rep of each deal was assigned to on its day, by the latest that holds."""
    today = ibis.literal(basis.as_of)
    days = rows.select(
        then_deal="deal_id",
        then_rep="rep_id",
        day=rows.is_closed.ifelse(ibis.coalesce(rows.close_on, today), today),
    )
    end = assignments.end_on if "end_on" in assignments.columns else ibis.null().cast("date")
    spans = assignments.select(
        assigned_id="rep_id",
        start_on="start_on",
        end_on=ibis.coalesce(end, ibis.date(9999, 12, 31)),
        then_level=by,
    ).filter(_.then_level.notnull())
    held = days.join(
        spans,
        [
            days.then_rep == spans.assigned_id,
            days.day >= spans.start_on,
            days.day < spans.end_on,
        ],
    )
    return held.group_by("then_deal", "then_rep").aggregate(
        then_level=held.then_level.argmax(held.start_on)
    )
