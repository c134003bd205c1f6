"""One period's facts in the making: what several metrics share is counted once."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from ibis import _
from ibis.expr.types import Table

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.credits import Tables, counted_deals
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Metric, Outcome, absent, finish_total
from workbench.metrics.populations import POPULATIONS
from workbench.metrics.quota import QuotaBook
from workbench.metrics.scope import records
from workbench.metrics.weights import stage_parts

Counted = dict[tuple[str, str], Mapping[str, Any]]  # parts by rep and level


class Computation:
    """One period's facts in the making; holds what several metrics share."""

    def __init__(self, tables: Tables, basis: Basis) -> None:
        self.tables, self.basis = tables, basis
        self.ground = Ground(tables, basis)
        self.rep_rows = sorted(records(tables["reps"]), key=lambda row: row["rep_id"])
        self.quotas = QuotaBook(tables, basis)

    @cached_property
    def populations(self) -> dict[str, Table]:
        """Every population whose tables and columns are there."""
        usable = {
            metric.population
            for metric in CATALOGUE.values()
            if metric.population and not self.missing(metric)
        }
        return {
            name: POPULATIONS[name](self.ground).cache() for name in POPULATIONS if name in usable
        }

    def missing(self, metric: Metric) -> Outcome | None:
        """Say what a metric lacks in this workspace; None when it lacks nothing."""
        if metric.needs_losses and self.basis.deals_kind == "orders":
            return absent("orders_have_no_losses")
        for need in metric.needs:
            lack = self._lack(f"deals.{self.basis.amount_column}" if need == "amount" else need)
            if lack is not None:
                return lack
        return None

    def _lack(self, need: str) -> Outcome | None:
        if need == "history":
            return None if self._reaches_back else absent("history_too_short")
        table, _dot, column = need.partition(".")
        if table not in self.tables:
            return absent(f"no_{table}_table")
        if column and column not in self.tables[table].columns:
            return absent("column_missing", note=f"column:{need}")
        return None

    @cached_property
    def _reaches_back(self) -> bool:
        """Whether the first won deal closed at least 12 months before the period."""
        won = counted_deals(self.tables).filter(_.is_closed & _.is_won)
        first: date | None = won.close_on.min().to_pyarrow().as_py()
        return first is not None and first <= self.basis.history_start

    def count(self, name: str, metrics: Sequence[Metric], by: str = "") -> Counted:
        """Run one query: the parts of some metrics over a population, per rep and level."""
        table = self.populations[name]
        parts = {
            f"{metric.key}__{part}": expression(table)
            for metric in metrics
            for part, expression in metric.parts.items()
        }
        keys = ["rep_id", by] if by else ["rep_id"]
        rows = records(table.group_by(*keys).aggregate(**parts))
        return {(row["rep_id"], (row[by] or "") if by else ""): row for row in rows}

    @cached_property
    def stages(self) -> dict[str, list[Mapping[str, Any]]]:
        """Open amounts by rep and stage, for the weighted pipeline."""
        open_deals = self.populations["open"]
        rows = records(open_deals.group_by("rep_id", "stage").aggregate(**stage_parts(open_deals)))
        found: dict[str, list[Mapping[str, Any]]] = {}
        for row in sorted(rows, key=lambda row: (row["rep_id"], row["stage"] or "")):
            found.setdefault(row["rep_id"], []).append(row)
        return found

    @cached_property
    def due(self) -> dict[str, Outcome]:
        """Open amount expected to close in the period, past-due deals apart, by rep."""
        table = self.populations["open"].filter(_.is_due & ~_.is_past_due)
        rows = records(
            table.group_by("rep_id").aggregate(
                total=_.amount.sum(), known=_.amount.count(), n=_.count()
            )
        )
        return {row["rep_id"]: finish_total(row) for row in rows}
