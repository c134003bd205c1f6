"""M04, the effective quota of a rep in a period.

The rows wholly inside the period are taken as they are. A row across an edge counts by its share
of working days. Rows that cover less than 99 % of the period's working days give no quota. Leave
and ramp (`absences`) lower it by working days; hire and leave dates only where the workspace says
so. Everything is counted in working days, so the tables needed are small and read as rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from workbench.metrics.aims import REVENUE, Aim, aim_of
from workbench.metrics.basis import Basis
from workbench.metrics.credits import Tables
from workbench.metrics.metric import Outcome, absent
from workbench.metrics.scope import records
from workbench.model.money import quotient

_COVERED = Decimal("0.99")  # of the period's working days
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Span:
    """Days from `start` to before `end`."""

    start: date
    end: date

    def within(self, other: "Span") -> "Span":
        """Give the common days; empty when there are none."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))


class QuotaBook:
    """The quota rows of all reps, and what lowers them."""

    def __init__(self, tables: Tables, basis: Basis, reps: Iterable[Row]) -> None:
        self._basis = basis
        self._period = Span(basis.period.start, basis.period.end)
        self._days: dict[Span, int] = {}
        self.has_table = "quotas" in tables
        rows = records(tables["quotas"]) if self.has_table else []
        self.rows = [row for row in rows if self._touches(row)]  # of every figure
        self._named = {row["rep_id"] for row in self.rows}
        self._rows = _by_rep(row for row in self.rows if _is_total(row))
        absences = records(tables["absences"]) if "absences" in tables else []
        self._absences = _by_rep(absences)
        self._reps = {row["rep_id"]: row for row in reps}
        self._rates = _dated_rates(tables)

    def of(self, rows: Iterable[Row]) -> "QuotaBook":
        """Give the book of some of its `rows`, which are of one figure and level."""
        book = copy(self)
        book._rows = _by_rep(rows)
        return book

    def has_row(self, rep_id: str) -> bool:
        """Whether any quota row of the rep touches the period, whatever it is for."""
        return rep_id in self._named

    def effective(self, rep_id: str) -> Outcome:
        """Compute the effective quota; `numerator` is the quota as given, before leave and ramp."""
        if not self.has_table:
            return absent("no_quotas_table")
        rows = self._rows.get(rep_id, [])
        if not rows:
            return absent("no_quota")
        if self._is_short(rows):
            return absent("quota_does_not_cover_period", n=len(rows))
        targets = [self._target(row) for row in rows]
        if any(target is None for target in targets):
            return absent("fx_missing", n=len(rows))
        given = sum((target for target in targets if target is not None), Decimal(0))
        factor = self._factor(rep_id)
        outcome = Outcome(quotient(given * factor, 1), given, None, len(rows))
        for code, holds in (
            ("prorated_quota", any(not self._is_inside(row) for row in rows)),
            ("reduced_quota", factor != 1),
            ("quota_zero", given == 0),
        ):
            outcome = outcome.noted(code) if holds else outcome
        return outcome

    def counted(self, rep_id: str) -> list[tuple[Row, Decimal | None]]:
        """Give the quota rows of a rep, each with what it comes to for the period.

        None where its currency has no rate; before leave and ramp.
        """
        return [(row, self._target(row)) for row in self._rows.get(rep_id, [])]

    def held(self, rep_id: str) -> Outcome:
        """Give the target of a figure that does not add up over days: the one that all rows name.

        A rate of 30 % is asked of a month as of the year; leave and ramp do not lower it.
        """
        whole = self.effective(rep_id)
        if whole.value is None:
            return whole
        targets = {self._converted(row) for row in self._rows[rep_id]}
        (target, *others) = targets
        return absent("targets_differ", n=whole.n) if others else Outcome(target, n=whole.n)

    def working_days(self, span: Span) -> int:
        """Count the working days of a span, once."""
        if span not in self._days:
            self._days[span] = self._basis.calendar.working_days(span.start, span.end)
        return self._days[span]

    def _touches(self, row: Row) -> bool:
        common = Span(row["start_on"], row["end_on"]).within(self._period)
        return common.start < common.end

    def _is_inside(self, row: Row) -> bool:
        return bool(row["start_on"] >= self._period.start and row["end_on"] <= self._period.end)

    def _is_short(self, rows: Sequence[Row]) -> bool:
        """Whether the rows leave over one percent of the period's working days uncovered."""
        total = self.working_days(self._period)
        covered = sum(self.working_days(span) for span in _merged(rows, self._period))
        return covered < total * _COVERED

    def _converted(self, row: Row) -> Decimal | None:
        """Turn a target into the reporting currency, at the rate of its first day here."""
        currency = row.get("currency") or self._basis.currency
        if currency == self._basis.currency:
            return Decimal(row["target"])
        day = max(row["start_on"], self._period.start)
        known = [rate for on, rate in self._rates.get(currency, ()) if on <= day]
        return Decimal(row["target"]) * known[-1] if known else None

    def _target(self, row: Row) -> Decimal | None:
        target = self._converted(row)
        if target is None or self._is_inside(row):
            return target
        whole = Span(row["start_on"], row["end_on"])
        return quotient(
            target * self.working_days(whole.within(self._period)), self.working_days(whole)
        )

    def _factor(self, rep_id: str) -> Decimal:
        """Give the share of the period's working days the quota holds for."""
        total = self.working_days(self._period)
        lost = sum((self._lost(row) for row in self._absences.get(rep_id, [])), Decimal(0))
        if self._basis.prorate_quotas:
            lost += self._not_employed(self._reps[rep_id])
        return max(Decimal(0), quotient(Decimal(total) - lost, total)) if total else Decimal(1)

    def _lost(self, row: Row) -> Decimal:
        factor = row.get("factor")
        common = Span(row["start_on"], row["end_on"]).within(self._period)
        return self.working_days(common) * (1 - Decimal(factor if factor is not None else 0))

    def _not_employed(self, row: Row) -> int:
        hired = row.get("hired_on") or self._period.start
        left = row.get("left_on")
        after = left + timedelta(days=1) if left else self._period.end
        employed = Span(hired, after).within(self._period)
        return self.working_days(self._period) - self.working_days(employed)


def _is_total(row: Row) -> bool:
    return aim_of(row) == Aim(REVENUE)


def _by_rep(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["rep_id"], []).append(row)
    return found


def _merged(rows: Sequence[Row], period: Span) -> list[Span]:
    """Join overlapping rows, so that no day is covered twice."""
    spans = sorted(
        (Span(row["start_on"], row["end_on"]).within(period) for row in rows),
        key=lambda span: span.start,
    )
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _dated_rates(tables: Tables) -> dict[str, list[tuple[date, Decimal]]]:
    """List each currency's rates by their first day."""
    found: dict[str, list[tuple[date, Decimal]]] = {}
    rows = records(tables["fx_rates"]) if "fx_rates" in tables else []
    for row in sorted(rows, key=lambda row: row["on"]):
        found.setdefault(row["currency"], []).append((row["on"], row["rate"]))
    return found
