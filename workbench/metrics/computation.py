"""One period's facts in the making: what several metrics share is counted once."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from ibis import _
from ibis.expr.types import Table

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.counts import Columns, count_by_rep, wanted_of
from workbench.metrics.courses import has_course, is_sighted
from workbench.metrics.credits import Tables, counted_deals
from workbench.metrics.grade import Faults, faults_of, wanted_faults
from workbench.metrics.ground import Ground
from workbench.metrics.growth import base_period
from workbench.metrics.lost_rows import lost_rows
from workbench.metrics.metric import Metric, Outcome, absent, finish_total
from workbench.metrics.pipeline import is_expected
from workbench.metrics.populations import POPULATIONS
from workbench.metrics.quota import QuotaBook
from workbench.metrics.recorded import kinds_recorded, never_recorded
from workbench.metrics.scope import records
from workbench.metrics.season import season
from workbench.metrics.stood import IS_OPEN
from workbench.metrics.weights import stage_parts

# Needs that are no table or column
SPECIAL: dict[str, Callable[["Computation"], Outcome | None]] = {
    "record": lambda work: work.lacks_record(),
    "history": lambda work: work.lacks_history(),
    "year_before": lambda work: work.lacks_base("year_before"),
    "period_before": lambda work: work.lacks_base("period_before"),
    "started": lambda work: work.lacks_start(),
    "whole_period": lambda work: work.lacks_end(),
}

# The same with what they are needed of: course.stage, kind.visit, record.deals
_OF: dict[str, Callable[["Computation", str], Outcome | None]] = {
    "course": lambda work, column: work.lacks_course(column),
    "kind": lambda work, kind: work.lacks_kind(kind),
    "record": lambda work, flow: work.lacks_record(flow),
    "state": lambda work, column: work.lacks_state(column),
}


class Computation:
    """One period's facts in the making; holds what several metrics share."""

    def __init__(
        self,
        tables: Tables,
        basis: Basis,
        metrics: Mapping[str, Metric] = CATALOGUE,
        again: Collection[str] = (),
    ) -> None:
        """Begin; populations that are gone through `again` after they are counted are kept."""
        self.basis, self.metrics, self.again = basis, metrics, again
        self.ground = Ground(tables, basis)
        self.tables = self.ground.tables
        self.rep_rows = self.ground.reps
        self.quotas = QuotaBook(self.tables, basis, self.rep_rows)

    @cached_property
    def never_recorded(self) -> Mapping[str, str]:
        """Which deals the source does not record, `open` or `lost`, each with its reason."""
        return never_recorded(self.tables, self.basis)

    @cached_property
    def kinds(self) -> frozenset[str] | None:
        """Which kinds of activity the source records; None where too few rows tell it."""
        return kinds_recorded(self.tables["activities"], self.basis)

    @cached_property
    def populations(self) -> dict[str, Table]:
        """Every population whose tables and columns are there."""
        made = {name: POPULATIONS[name](self.ground) for name in POPULATIONS if self.usable(name)}
        return {name: rows.cache() if name in self.again else rows for name, rows in made.items()}

    def usable(self, population: str) -> Sequence[Metric]:
        """List the metrics of a population that lack nothing."""
        return [
            metric
            for metric in self.metrics.values()
            if metric.population == population and not self.missing(metric)
        ]

    def missing(self, metric: Metric) -> Outcome | None:
        """Say what a metric lacks in this workspace; None when it lacks nothing."""
        for name, is_needed in (("open", metric.needs_open), ("lost", metric.needs_losses)):
            if is_needed and name in self.never_recorded:
                return absent(self.never_recorded[name])
        for need in metric.needs:
            lack = self._lack(f"deals.{self.basis.amount_column}" if need == "amount" else need)
            if lack is not None:
                return lack
        return None

    def is_sighted(self, metric: Metric) -> bool:
        """Whether a metric rests on earlier snapshots for want of a history."""
        courses = (need for need in metric.needs if need.startswith("course."))
        return any(is_sighted(self.tables, need.partition(".")[2]) for need in courses)

    def _lack(self, need: str) -> Outcome | None:
        if need in SPECIAL:
            return SPECIAL[need](self)
        table, _dot, column = need.partition(".")
        if table in _OF:
            return _OF[table](self, column)
        if table not in self.tables:
            return absent(f"no_{table}_table")
        if column and column not in self.tables[table].columns:
            return absent("column_missing", note=f"column:{need}")
        return None

    def lacks_record(self, flow: str = "") -> Outcome | None:
        """Say that no day of the period is in the record: of the company, or of a flow of rows."""
        missed = self.ground.record.missed(self.basis.period, flow)
        return None if missed is None else absent("outside_record", note=missed.note)

    def lacks_course(self, column: str) -> Outcome | None:
        """Say that nothing tells a column of deals over time."""
        is_told = has_course(self.tables, column)
        return None if is_told else absent("no_course", note=f"column:deal_history.{column}")

    def lacks_state(self, column: str) -> Outcome | None:
        """Say that nothing tells a column of the deals that were open when the period ended."""
        stood = self.ground.stood
        column = self.basis.amount_column if column == "amount" else column
        is_there = column == IS_OPEN or column in self.tables["deals"].columns
        if stood is None or stood.tells(column) or not is_there:
            return None  # a column the deals never had is asked for by its own need
        return absent("state_untold", note=f"stood_on:{stood.day}")

    def lacks_kind(self, kind: str) -> Outcome | None:
        """Say that nobody ever recorded an activity of a kind."""
        is_told = self.kinds is None or kind in self.kinds
        return None if is_told else absent("kind_never_recorded")

    def lacks_history(self) -> Outcome | None:
        """Say that won deals do not reach back 12 months before the period."""
        first = self.first_won
        reaches_back = first is not None and first <= self.basis.history_start
        return None if reaches_back else absent("history_too_short")

    def lacks_base(self, base: str) -> Outcome | None:
        """Say that there is no earlier period, or that the record begins after its start."""
        period = base_period(self.basis, base)
        if period is None:
            return absent("no_earlier_period")
        return None if self.ground.record.reaches(period) else absent("record_begins_later")

    def lacks_start(self) -> Outcome | None:
        """Say that no day of the period has come."""
        return None if self.basis.has_begun else absent("period_not_started")

    def lacks_end(self) -> Outcome | None:
        """Say that the period is not over."""
        is_over = self.basis.end == self.basis.period.end
        return None if is_over else absent("period_not_over")

    @cached_property
    def first_won(self) -> date | None:
        """The day the first deal of the record was won."""
        won = counted_deals(self.tables).filter(_.is_closed & _.is_won)
        first: date | None = won.close_on.min().to_pyarrow().as_py()
        return first

    @cached_property
    def season(self) -> Outcome:
        """What share of the period's revenue earlier years had won by this day."""
        has_amounts = self._lack(f"deals.{self.basis.amount_column}") is None
        return season(self.ground) if has_amounts else absent("season_unknown")

    @cached_property
    def counted(self) -> Columns:
        """What SQL counts for every rep, in one query: for the totals, and for the grades."""
        asked = [
            (rows, {**wanted_of(self.usable(name), rows), **wanted_faults(name, rows)})
            for name, rows in self.populations.items()
        ]
        return count_by_rep(self.tables["reps"], asked)

    @cached_property
    def faults(self) -> Mapping[str, Faults]:
        """The faulty rows behind the deal figures, by rep."""
        found, lost = faults_of(self.counted), lost_rows(self.ground)
        return {rep_id: {**faults, **lost.get(rep_id, {})} for rep_id, faults in found.items()}

    @cached_property
    def stages(self) -> dict[str, list[Mapping[str, Any]]]:
        """Open amounts by rep and stage, for the weighted pipeline."""
        if "open" not in self.populations:
            return {}
        open_deals = self.populations["open"]
        grouped = open_deals.group_by("rep_id", "stage", is_expected=is_expected(open_deals))
        rows = records(grouped.aggregate(**stage_parts(open_deals)))
        found: dict[str, list[Mapping[str, Any]]] = {}
        for row in sorted(rows, key=_stage_key):
            found.setdefault(row["rep_id"], []).append(row)
        return found

    @cached_property
    def due(self) -> dict[str, Outcome]:
        """Open amount expected to close in the period, past-due deals apart, by rep."""
        if "open" not in self.populations:
            return {}
        table = self.populations["open"].filter(is_expected)
        rows = records(
            table.group_by("rep_id").aggregate(
                total=_.amount.sum(), known=_.amount.count(), n=_.count()
            )
        )
        return {row["rep_id"]: finish_total(row) for row in rows}


def _stage_key(row: Mapping[str, Any]) -> tuple[str, str, bool]:
    return row["rep_id"], row["stage"] or "", row["is_expected"]
