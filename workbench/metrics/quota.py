"""M04, the effective quota of a rep in a period.

The rows wholly inside the period are taken as they are. A row across an edge counts by its share
of working days. Rows that cover less than 99 % of the working days a rep is at work give no quota.
Who leaves is asked up to the last day: a row that goes on beyond it counts by working days to it,
one that ends by then as it is. A newcomer's rows are taken as given, for they were written for
somebody who comes; the workspace may say otherwise. Leave and ramp (`absences`) lower what is asked
by working days. The tables needed are small and read as rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

from ibis.expr.types import Table

from workbench.metrics.aims import REVENUE, Aim, aim_of
from workbench.metrics.basis import Basis
from workbench.metrics.credits import Tables
from workbench.metrics.ledger import not_at_work
from workbench.metrics.metric import Outcome, absent
from workbench.metrics.scope import records
from workbench.metrics.span import Span, merged
from workbench.model.employment import Employment, employments
from workbench.model.money import quotient

_COVERED = Decimal("0.99")  # of the working days at work
Row = Mapping[str, Any]


class QuotaBook:
    """The quota rows of all reps, and what lowers them."""

    def __init__(self, tables: Tables, basis: Basis, reps: Iterable[Row]) -> None:
        self._basis = basis
        self._period = Span(basis.period.start, basis.period.end)
        self._days: dict[Span, int] = {}
        self.has_table = "quotas" in tables
        self.rows = self._touching(tables["quotas"]) if self.has_table else []  # of every figure
        self._named = {row["rep_id"] for row in self.rows}
        self._rows = _by_rep(row for row in self.rows if _is_total(row))
        absences = records(tables["absences"]) if "absences" in tables else []
        self.employments = employments(basis.period, reps, absences)
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
        """Compute the effective quota; `numerator` is the quota as given, before it is lowered.

        Absent, with the day in the note, for a period in which they are not at work.
        """
        if not self.has_table:
            return absent("no_quotas_table")
        employment, rows = self.employments[rep_id], self._rows.get(rep_id, [])
        elsewhere = not_at_work(employment)
        if elsewhere is not None:
            return elsewhere
        if not rows:
            return absent("no_quota")
        if self._is_short(rows, Span(employment.start, employment.end)):
            return absent("quota_does_not_cover_period", n=len(rows))
        targets = [self._target(row) for row in rows]
        if any(target is None for target in targets):
            return absent("fx_missing", n=len(rows))
        known = [target for target in targets if target is not None]
        return self._asked(employment, rows, known)

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

    def _asked(
        self, employment: Employment, rows: Sequence[Row], targets: Sequence[Decimal]
    ) -> Outcome:
        """Lower the targets of the period to what is asked in the days at work."""
        given = sum(targets, Decimal(0))
        # Of most people everything holds, and their days need not be gone through
        is_whole = employment.is_plain
        held, days = (Decimal(1), 1) if is_whole else employment.held_days(self._basis.calendar)
        asked = sum(
            (self._at_work(row, target, employment)
             for row, target in zip(rows, targets, strict=True)),
            Decimal(0),
        )  # fmt: skip
        value = quotient(asked * held, days) if held != days else quotient(asked, 1)
        outcome = Outcome(value, given, None, len(rows))
        is_told = {"ramping", "on_leave"} & {*employment.notes}
        for code, holds in (
            ("prorated_quota", any(not self._is_inside(row) for row in rows)),
            ("reduced_quota", held != days and not is_told),
            *((note, True) for note in employment.notes),
            ("quota_zero", given == 0),
        ):
            outcome = outcome.noted(code) if holds else outcome
        return outcome

    def _at_work(self, row: Row, target: Decimal, employment: Employment) -> Decimal:
        """Give what of a row's target falls on the days at work."""
        part = Span(row["start_on"], row["end_on"]).within(self._period)
        start = employment.start if self._basis.prorate_quotas else part.start
        held = part.within(Span(start, employment.end if employment.leaves else part.end))
        whole = self.working_days(part)
        if held == part or not whole:
            return target if held.start < held.end else Decimal(0)
        return quotient(target * self.working_days(held), whole)

    def _touching(self, quotas: Table) -> list[Row]:
        start, end = self._period.start, self._period.end
        held = (quotas.start_on < end) & (quotas.end_on > start)
        return [*records(quotas.filter(held, quotas.start_on < quotas.end_on))]

    def _is_inside(self, row: Row) -> bool:
        return bool(row["start_on"] >= self._period.start and row["end_on"] <= self._period.end)

    def _is_short(self, rows: Sequence[Row], at_work: Span) -> bool:
        """Whether the rows leave over one percent of the working days at work uncovered."""
        total = self.working_days(at_work)
        covered = sum(self.working_days(span) for span in merged(_spans(rows), at_work))
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


def _is_total(row: Row) -> bool:
    return aim_of(row) == Aim(REVENUE)


def _by_rep(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["rep_id"], []).append(row)
    return found


def _spans(rows: Iterable[Row]) -> list[Span]:
    return [Span(row["start_on"], row["end_on"]) for row in rows]


def _dated_rates(tables: Tables) -> dict[str, list[tuple[date, Decimal]]]:
    """List each currency's rates by their first day."""
    found: dict[str, list[tuple[date, Decimal]]] = {}
    rows = records(tables["fx_rates"]) if "fx_rates" in tables else []
    for row in sorted(rows, key=lambda row: row["on"]):
        found.setdefault(row["currency"], []).append((row["on"], row["rate"]))
    return found
