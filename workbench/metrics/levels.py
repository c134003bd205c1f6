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
from workbench.metrics.credits import Tables
from workbench.metrics.ground import Ground
from workbench.metrics.product_levels import by_product, has

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
            return by_product(rows, self.tables, self.basis, self._by)
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
    if has(tables, "accounts", by) and "account_id" in deals:
        found[ACCOUNT] = _distinct(tables["accounts"][by])
    told = [tables[name][by] for name in ("reps", "assignments") if has(tables, name, by)]
    return {**found, REP: _distinct(*told)} if told else found


def _distinct(*columns: Column) -> frozenset[str]:
    found = [column.as_table().distinct().to_pyarrow()[0].to_pylist() for column in columns]
    return frozenset(level for levels in found for level in levels if level)


def _product_levels(tables: Tables, by: str) -> list[Column]:
    """Give the columns that name products, or their families; none where deals tell no product."""
    told = [
        tables[name].product_id
        for name in ("deals", "deal_lines")
        if has(tables, name, "product_id")
    ]
    if by == "product_id":
        return [*told, tables["products"].product_id] if told and "products" in tables else told
    return [tables["products"].family] if told and has(tables, "products", "family") else []


def _by_rep(rows: Table, tables: Tables, basis: Basis, by: str) -> Table:
    """Give each deal where its rep was on its day: as assigned then, else as `reps` has it."""
    level = tables["reps"][by] if has(tables, "reps", by) else ibis.null().cast("string")
    reps = tables["reps"].select(placed_id="rep_id", level=level)
    found = rows.left_join(reps, rows.rep_id == reps.placed_id).drop("placed_id")
    if not has(tables, "assignments", by):
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
