"""Any cut of the deal figures at once: the whole record in DuckDB, a period a filter.

The relations of `metrics.cutting` are made once per snapshot, kept in one file beside the facts and
read in place, sorted by day. A figure is what its metric declares, over the rows that remain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from workbench.metrics.adding import COUNTED, adding, cells
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
from workbench.snapshots.cubes import Cubes, Plan, in_cells
from workbench.snapshots.deal_list import DealList
from workbench.snapshots.question import Question
from workbench.snapshots.relations import Relations
from workbench.snapshots.sizes import STEP
from workbench.snapshots.where import Bound, Where, within


class Cut:
    """One snapshot's deals, ready to be cut."""

    def __init__(self, answers: Answers, record: Record) -> None:
        self._record = record
        self._relations = Relations(answers)
        self._cubes = Cubes(self._relations)
        self.deals = DealList(self._relations, self._cubes)
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

    def by_rep(
        self, key: str, period: Period, where: Where, among: Sequence[str] | None = None
    ) -> dict[str, Outcome]:
        """Give a figure for each rep who has rows in the cut.

        Parameters
        ----------
        key
            Of a metric for which `is_cut` holds.
        period
            Ignored by figures that tell how things stand at `as_of`.
        among
            Only these of the reps; None: all.

        Returns
        -------
        dict
            By rep_id. Who has no rows is not there; `nothing(key, period)` is their figure.
        """
        return self._figures(Question(key=key, each="rep", periods=(period,), where=where), among)

    def by_stage(self, key: str, period: Period, where: Where) -> dict[str, Outcome]:
        """Give a figure over `passages` for each working stage that was entered."""
        return self._figures(Question(key=key, each="stage", periods=(period,), where=where))

    def entered(self, period: Period, where: Where) -> dict[str, int]:
        """Count the deals that entered each working stage in a period."""
        asked = Question(key="", each="stage", periods=(period,), where=where)
        return {row[LEVEL]: int(row[COUNTED]) for row in self._answer(asked)}

    def whole(self, key: str, period: Period, where: Where) -> Outcome:
        """Give a figure of all deals of the cut together; a deal two reps share counts once."""
        asked = Question(key=key, each="all", periods=(period,), where=where)
        return self._figures(asked).get("", self.nothing(key, period))

    def course(self, key: str, periods: Sequence[Period], where: Where) -> list[Outcome]:
        """Give a figure of all deals of the cut together, for each of several periods."""
        asked = Question(key=key, each="period", periods=tuple(periods), where=where)
        found = self._figures(asked)
        return [found.get(str(n), self.nothing(key, each)) for n, each in enumerate(periods)]

    def prepare(
        self,
        asked: Sequence[Question],
        counted: Sequence[tuple[Period, Where, Sequence[str]]] = (),
    ) -> None:
        """Make cubes of what will be asked for box after box; those of before are let go.

        Parameters
        ----------
        asked
            Whatever box they ask for. Figures that cannot be added up will ask their rows.
        counted
            Of which periods, choices and states the deals will be counted.
        """
        plans: dict[Plan, dict[Plan, str | None]] = {}
        for each in asked:
            plan = self._plan(each)
            if plan is not None:
                told = [(self._plan(one), level) for one, level in each.others()]
                plans[plan] = {other: level for other, level in told if other is not None}
        for period, where, states in counted:
            plans |= {plan: {} for plan in self.deals.plans(period, where, states)}
        self._cubes.prepare(plans)

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

    def _figures(self, asked: Question, among: Sequence[str] | None = None) -> dict[str, Outcome]:
        found = self._answer(asked, among)
        metric = metric_of(asked.key)
        return {row[LEVEL]: outcome_of(metric, row) for row in found if row[LEVEL] is not None}

    def _answer(self, asked: Question, among: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """Give the parts of a figure for each level, from a cube where there is one."""
        if asked.key in self.lacks or not self.has(asked.population):
            return []
        plan = self._plan(asked)
        told = None if plan is None else self._cubes.answer(plan, asked.where, among)
        if told is not None:
            return told
        if among is not None:
            asked = replace(asked, where=asked.where.of(among))
        rows, values = self._rows_of(asked)
        if not asked.key:
            counted = f"SELECT {LEVEL}, count(*) AS {COUNTED} FROM {ROWS} GROUP BY 1"
            return self._relations.rows(f"WITH {ROWS} AS ({rows}) {counted}", values)
        columns = {**self._relations.columns[asked.population], LEVEL: "VARCHAR"}
        made = statement(asked.key, tuple(ibis_types(columns)))
        return self._relations.rows(f"WITH {ROWS} AS ({rows}) {made}", values)

    def _plan(self, asked: Question) -> Plan | None:
        """Say how a question is answered from cells; None where it cannot be.

        A deal that reps share is as large as its rows together: no cell holds it by itself.
        """
        if asked.key in self.lacks or not self._cubes.has_cells(asked.population):
            return None
        if self._is_shared and asked.each != "rep":
            return None
        columns = tuple(ibis_types(self._relations.columns[asked.population]))
        told = adding(asked.key, columns) if asked.key else {}
        if told is None:
            return None
        rows, values = self._rows_of(asked.boxless)
        sql = f"WITH {ROWS} AS ({in_cells(rows)}) {cells(asked.key, columns)}"
        parts = (*told.items(), (COUNTED, "count"))
        return Plan(asked.population, sql, tuple(values), parts)

    def _rows_of(self, asked: Question) -> tuple[str, Bound]:
        """Write the rows of a question, each with its level."""
        if asked.each != "period":
            level = {"rep": "rep_id", "stage": "stage", "all": "''"}[asked.each]
            return self._rows(asked.population, level, [], asked.periods[0], asked.where)
        cases, bound = "", []
        for n, period in enumerate(asked.periods):
            condition, values = within(period)
            cases += f" WHEN {condition} THEN '{n}'"
            bound += values
        around = Period("", min(each.start for each in asked.periods),
                        max(each.end for each in asked.periods))  # fmt: skip
        return self._rows(asked.population, f"CASE{cases} END", bound, around, asked.where)

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
            STEP: "NULL::SMALLINT",  # of what its rows are worth together nothing is told by steps
            **{key: key for key in keys},
        }
        each = (f'{told.get(column, f"any_value({chr(34)}{column}{chr(34)})")} AS "{column}"'
                for column in self._relations.columns[name])  # fmt: skip
        return f"SELECT {', '.join(each)} FROM ({rows}) GROUP BY {', '.join(keys)}"
