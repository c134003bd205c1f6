"""What every population stands on: tables, rules, who reports to whom, the credited deals.

The credited deals are computed once and kept in the engine; populations, too, are kept, since
several figures count their rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from workbench.metrics.basis import Basis
from workbench.metrics.circles import Circle, Report
from workbench.metrics.credits import Tables, deal_credits, is_plain
from workbench.metrics.events import record_of
from workbench.metrics.expression import Column, Table, Value, _, ibis
from workbench.metrics.record import Record
from workbench.metrics.scope import records, scoped, team_reports
from workbench.metrics.stood import stood_of, tables_on

_OPTIONAL = {
    "name": "string",
    "pipeline": "string",
    "account_id": "string",
    "product_id": "string",
    "stage": "string",
    "forecast_category": "string",
    "lead_source": "string",
    "next_step": "string",
    "is_qualified": "boolean",
    "created_on": "date",
    "close_on": "date",
    "probability": "decimal(9,8)",
}


_CREDIT = ("share", "was_handed_over", "rate", "fx_missing")


class Ground:
    """Tables and basis of one computation, with what several populations share.

    Where the basis is of an earlier day than the tables, they are taken back to it.
    """

    def __init__(self, tables: Tables, basis: Basis) -> None:
        self.basis = basis
        # What tells of the day the states belong to; None where the tables are of that day
        self.stood = stood_of(tables, basis)
        self._is_back = self.stood is not None and basis.as_of < self._data_of > self.stood.day
        self.tables = tables_on(tables, self.stood) if self.stood and self._is_back else tables
        self._kept: dict[str, Table] = {}

    @cached_property
    def reps(self) -> Sequence[Mapping[str, Any]]:
        """The rows of `reps`, by rep."""
        return sorted(records(self.tables["reps"]), key=lambda row: row["rep_id"])

    @cached_property
    def reports(self) -> Sequence[Report]:
        """Who works for whom, and when."""
        return self._teams[0]

    @cached_property
    def circling(self) -> frozenset[str]:
        """Who is in a circle of managers on a day of the period; they count for themselves."""
        period = self.basis.period
        meeting = (
            each for each in self._teams[1] if each.start < period.end and period.start < each.end
        )
        return frozenset(name for circle in meeting for name in circle.people)

    @cached_property
    def _teams(self) -> tuple[Sequence[Report], Sequence[Circle]]:
        return team_reports(self.tables, self.basis, self.reps)

    @cached_property
    def record(self) -> Record:
        """The days the company's tables tell of."""
        return record_of(self.tables, self.basis.as_of)

    @property
    def of_state(self) -> "Ground":
        """The ground as it was on the day the states of the period belong to."""
        return self._of_state or self

    @cached_property
    def _of_state(self) -> "Ground | None":
        """That of another day; None where it is this one, which must not hold itself."""
        if self.stood is None or self._is_back:
            return None
        day = self.stood.day
        tables = self.tables if day == self._data_of else tables_on(self.tables, self.stood)
        basis = replace(self.basis, as_of=day, data_of=day)
        return None if tables is self.tables and day == self.basis.as_of else Ground(tables, basis)

    @property
    def _data_of(self) -> date:
        return self.basis.data_of or self.basis.as_of

    @cached_property
    def credited(self) -> Table:
        """One row per deal and credited rep, with what the metrics need of the deal."""
        rows = credited(self.tables, self.basis)
        # Without joins there is nothing to keep: a name lets a query read the deals once for all
        # its populations, and only the columns they need
        name = f"credited_{self.basis.as_of:%Y%m%d}"  # the state of another day stands beside it
        return rows.alias(name) if is_plain(self.tables) else rows.cache()

    @cached_property
    def credited_at_creation(self) -> Table:
        """The same, with the amount each deal had when it was created, where that is known.

        Holds the deals created in the elapsed part of the period, at least.
        """
        if not self.has_first_amount:
            return self.credited
        return credited(_at_creation(self.tables, self.basis), self.basis)

    @property
    def has_first_amount(self) -> bool:
        """Whether the amount a deal had when it was created is known."""
        history = self.tables.get("deal_history")
        known = history is not None and "amount" in history.columns
        return known and self.basis.amount_column == "amount"

    def once(self, name: str, make: Callable[["Ground"], Table]) -> Table:
        """Give a relation several populations stand on, made and kept at the first call."""
        if name not in self._kept:
            self._kept[name] = make(self).cache()
        return self._kept[name]

    def one_row_per_deal(self, rows: Table) -> Table:
        """Give rows to the reps reviewed; a deal shared in one team counts once, its money adds."""
        return self.one_row_per_case(rows)

    def one_row_per_case(self, rows: Table, *cut: str) -> Table:
        """Do the same for rows of which a deal has several, one for each value of `cut`."""
        if not self.reports:
            return rows
        spread = scoped(rows, self.reports)
        kept = {
            name: _one_of(spread[name])
            for name in spread.columns
            if name not in ("rep_id", "deal_id", "share", "amount", "fx_missing", *cut)
        }
        return spread.group_by("rep_id", "deal_id", *cut).aggregate(
            share=spread.share.sum().cast("decimal(9,8)"),
            amount=spread.amount.sum(),
            fx_missing=spread.fx_missing.any(),
            **kept,
        )


def _one_of(column: Column) -> Value:
    """Give one of equal values; PostgreSQL has no aggregate of its own for that."""
    return column.any() if column.type().is_boolean() else column.max()


def credited(tables: Tables, basis: Basis) -> Table:
    """Give the credited deals with what the metrics need; columns a workspace lacks are null."""
    rows = deal_credits(tables, basis)
    wanted = {
        name: rows[name] if name in rows.columns else ibis.null().cast(kind)
        for name, kind in _OPTIONAL.items()
    }
    return rows.select(
        "deal_id",
        "rep_id",
        "is_closed",
        "is_won",
        *_CREDIT,
        **wanted,
        amount=rows.amount_reporting,
    )


def _at_creation(tables: Tables, basis: Basis) -> Tables:
    """Put the amount of each deal's first history row in place of today's.

    Of the deals created in the period alone, that no other deal's history is gone through.
    """
    deals = tables["deals"]
    if "created_on" in deals.columns:
        deals = deals.filter((_.created_on >= basis.period.start) & (_.created_on < basis.end))
    history = tables["deal_history"].semi_join(deals, "deal_id")
    first = (
        history.filter(_.amount.notnull())
        .group_by("deal_id")
        .aggregate(first_amount=_.amount.argmin(_.at))
    )
    joined = deals.left_join(first, "deal_id")
    names = [name for name in deals.columns if name != "amount"]
    amount = ibis.coalesce(joined.first_amount, joined.amount)
    return {**tables, "deals": joined.select(*names, amount=amount)}
