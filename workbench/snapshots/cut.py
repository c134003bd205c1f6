"""Any cut of the deal figures at once: the whole record in DuckDB, a period a filter.

The relations of `metrics.cutting` are made once per snapshot, kept in one file beside the facts and
read in place, sorted by day. A figure is what its metric declares, over the rows that remain.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from workbench.metrics.catalogue import metric_of
from workbench.metrics.comparison.price_volume_mix import Sold
from workbench.metrics.cut_opening import opening
from workbench.metrics.cutting import (
    LEVEL,
    ROWS,
    SOLD,
    STAGES,
    ibis_types,
    outcome_of,
    statement,
    unrecorded,
)
from workbench.metrics.metric import Outcome, absent, exact
from workbench.metrics.record import Record
from workbench.model.period import Period
from workbench.snapshots.answers import Answers
from workbench.snapshots.deal_list import DealList
from workbench.snapshots.relations import Relations
from workbench.snapshots.where import Bound, Where, within


class Cut:
    """One snapshot's deals, ready to be cut."""

    def __init__(self, answers: Answers, record: Record) -> None:
        self._record = record
        self._relations = Relations(answers)
        self.deals = DealList(self._relations)
        self.lacks: Mapping[str, Outcome] = {
            row["metric"]: absent(row["reason"], note=row["note"])
            for row in self._relations.lacks()
        }
        self._is_shared = self._relations.is_shared

    def has(self, relation: str) -> bool:
        """Whether a relation could be made of this workspace's tables."""
        return self._relations.has(relation)

    @property
    def first_day(self) -> date:
        """The first day anything is known of: a deal was created or closed."""
        return self._relations.first_day

    @cached_property
    def stage_names(self) -> list[str]:
        """The working stages in order; none where no course of deals is kept."""
        if not self.has(STAGES):
            return []
        return [
            row["stage"] for row in self._relations.rows('SELECT stage FROM stages ORDER BY "rank"')
        ]

    def levels(self, column: str) -> list[str]:
        """List the values of `segment` or `products` over the whole record, sorted."""
        return self._relations.levels(column)

    def by_rep(self, key: str, period: Period, where: Where) -> dict[str, Outcome]:
        """Give a figure for each rep who has rows in the cut.

        Parameters
        ----------
        key
            Of a metric for which `is_cut` holds.
        period
            Ignored by figures that tell how things stand at `as_of`.

        Returns
        -------
        dict
            By rep_id. Who has no rows is not there; `nothing(key, period)` is their figure.
        """
        return self._figures(key, "rep_id", [], period, where)

    def by_stage(self, key: str, period: Period, where: Where) -> dict[str, Outcome]:
        """Give a figure over `passages` for each working stage that was entered."""
        return self._figures(key, "stage", [], period, where)

    def entered(self, period: Period, where: Where) -> dict[str, int]:
        """Count the deals that entered each working stage in a period."""
        rows, bound = self._rows("passages", "stage", [], period, where)
        found = self._relations.rows(
            f"WITH {ROWS} AS ({rows}) SELECT {LEVEL}, count(*) AS n FROM {ROWS} GROUP BY 1", bound
        )
        return {row[LEVEL]: row["n"] for row in found}

    def whole(self, key: str, period: Period, where: Where) -> Outcome:
        """Give a figure of all deals of the cut together; a deal two reps share counts once."""
        return self._figures(key, "''", [], period, where).get("", self.nothing(key, period))

    def course(self, key: str, periods: Sequence[Period], where: Where) -> list[Outcome]:
        """Give a figure of all deals of the cut together, for each of several periods."""
        cases, bound = "", []
        for n, period in enumerate(periods):
            condition, values = within(period)
            cases += f" WHEN {condition} THEN '{n}'"
            bound += values
        found = self._figures(key, f"CASE{cases} END", bound, None, where)
        return [found.get(str(n), self.nothing(key, each)) for n, each in enumerate(periods)]

    def nothing(self, key: str, period: Period | None = None) -> Outcome:
        """Give a figure of no rows: a true 0 of counts and sums, else absent with its reason.

        Of a period outside the record there is no true 0; None asks of no certain period.
        """
        lack = self.lacks.get(key)
        if lack is None and period is not None:
            lack = unrecorded(key, period, self._record)
        return lack or outcome_of(metric_of(key), None)

    def sold(self, period: Period, where: Where) -> Sold:
        """Give quantity and revenue by product, of the won deals of a period."""
        if not self.has(SOLD):
            return {}
        condition, bound = self._relations.kept(SOLD, period, where)
        found = self._relations.rows(
            "SELECT coalesce(product, '') AS product, sum(quantity) AS quantity,"
            f" sum(revenue) AS revenue FROM sold WHERE {condition} GROUP BY 1",
            bound,
        )
        told = {}
        for row in found:
            quantity, revenue = exact(row["quantity"]), exact(row["revenue"])
            if quantity is not None and revenue is not None:
                told[row["product"]] = (quantity, revenue)
        return told

    def opened(
        self, key: str, period: Period, where: Where, most: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Open a figure of all deals of the cut together: its rows, and how many there are.

        Returns
        -------
        tuple
            The first `most` rows, those that count before others and the largest first, each with
            the marks of `metrics.marked`; a deal that two reps share stands once. And their number.
        """
        metric = metric_of(key)
        if key in self.lacks or not self.has(metric.population):
            return [], 0
        rows, values = self._rows(metric.population, "''", [], period, where)
        columns = {**self._relations.columns[metric.population], LEVEL: "VARCHAR"}
        marks = (
            f"WITH {ROWS} AS ({rows}) SELECT * FROM ({opening(key, tuple(ibis_types(columns)))})"
        )
        order = "in_numerator DESC, in_denominator DESC, amount DESC NULLS LAST, deal_id"
        first = f"{marks} ORDER BY {order} LIMIT {int(most)}"
        found = self._relations.listed(first, values, order)
        counted = self._relations.rows(f"SELECT count(*) AS n FROM ({marks})", values)
        return found, int(counted[0]["n"])

    def _figures(
        self, key: str, level: str, bound: Bound, period: Period | None, where: Where
    ) -> dict[str, Outcome]:
        metric = metric_of(key)
        if key in self.lacks or not self.has(metric.population):
            return {}
        rows, values = self._rows(metric.population, level, bound, period, where)
        columns = {**self._relations.columns[metric.population], LEVEL: "VARCHAR"}
        sql = f"WITH {ROWS} AS ({rows}) {statement(key, tuple(ibis_types(columns)))}"
        found = self._relations.rows(sql, values)
        return {row[LEVEL]: outcome_of(metric, row) for row in found if row[LEVEL] is not None}

    def _rows(
        self, name: str, level: str, bound: Bound, period: Period | None, where: Where
    ) -> tuple[str, Bound]:
        condition, values = self._relations.kept(name, period, where)
        rows = f"SELECT * FROM {name} WHERE {condition}"
        if self._is_shared and level != "rep_id":
            rows = self._one_per_deal(name, rows)
        return f"SELECT *, {level} AS {LEVEL} FROM ({rows})", [*bound, *values]

    def _one_per_deal(self, name: str, rows: str) -> str:
        """Count a deal that several of the reps share once, its money added."""
        keys = ["deal_id", "stage"] if name == "passages" else ["deal_id"]
        told = {
            "rep_id": "min(rep_id)",
            "share": "sum(share)",
            "amount": "sum(amount)",
            "fx_missing": "bool_or(fx_missing)",
            **{key: key for key in keys},
        }
        each = (f'{told.get(column, f"any_value({chr(34)}{column}{chr(34)})")} AS "{column}"'
                for column in self._relations.columns[name])  # fmt: skip
        return f"SELECT {', '.join(each)} FROM ({rows}) GROUP BY {', '.join(keys)}"
