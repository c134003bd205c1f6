"""M04, the effective quota of a rep in a period.

The rows wholly inside the period are taken as they are. A row across an edge counts by its share
of working days. Rows that cover less than 99 % of the working days a rep is at work give no quota.
Who leaves is asked up to the last day: a row that goes on beyond it counts by working days to it,
one that ends by then as it is. A newcomer's rows are taken as given, for they were written for
somebody who comes; the workspace may say otherwise. Leave and ramp (`absences`) lower what is asked
by working days. The tables needed are small and read as rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from workbench.metrics.basis import Basis
from workbench.metrics.credits import Tables
from workbench.metrics.ledger import not_at_work
from workbench.metrics.metric import Outcome, absent
from workbench.metrics.scope import records
from workbench.metrics.span import Span, merged
from workbench.model.employment import Employment, employments
from workbench.model.money import quotient

_COVERED = Decimal("0.99")  # of the working days at work
_METRIC = "won_revenue"
Row = Mapping[str, Any]


class QuotaBook:
    """The quota rows of all reps, and what lowers them."""

    def __init__(self, tables: Tables, basis: Basis, reps: Iterable[Row]) -> None:
        self._basis = basis
        self._period = Span(basis.period.start, basis.period.end)
        self._days: dict[Span, int] = {}
        self.has_table = "quotas" in tables
        rows = records(tables["quotas"]) if self.has_table else []
        self._rows = _by_rep(row for row in rows if _is_total(row) and self._touches(row))
        absences = records(tables["absences"]) if "absences" in tables else []
        self.employments = employments(basis.period, reps, absences)
        self._rates = _latest_rates(tables, basis)

    def has_row(self, rep_id: str) -> bool:
        """Whether any quota row of the rep touches the period."""
        return bool(self._rows.get(rep_id))

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

    def _touches(self, row: Row) -> bool:
        common = Span(row["start_on"], row["end_on"]).within(self._period)
        return common.start < common.end

    def _is_inside(self, row: Row) -> bool:
        return bool(row["start_on"] >= self._period.start and row["end_on"] <= self._period.end)

    def _is_short(self, rows: Sequence[Row], at_work: Span) -> bool:
        """Whether the rows leave over one percent of the working days at work uncovered."""
        total = self.working_days(at_work)
        covered = sum(self.working_days(span) for span in merged(_spans(rows), at_work))
        return covered < total * _COVERED

    def _target(self, row: Row) -> Decimal | None:
        currency = row.get("currency") or self._basis.currency
        rate = Decimal(1) if currency == self._basis.currency else self._rates.get(currency)
        if rate is None:
            return None
        target = Decimal(row["target"]) * rate
        if self._is_inside(row):
            return target
        whole = Span(row["start_on"], row["end_on"])
        return quotient(
            target * self.working_days(whole.within(self._period)), self.working_days(whole)
        )


def _is_total(row: Row) -> bool:
    return row["metric"] == _METRIC and not row.get("product_family")


def _by_rep(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["rep_id"], []).append(row)
    return found


def _spans(rows: Iterable[Row]) -> list[Span]:
    return [Span(row["start_on"], row["end_on"]) for row in rows]


def _latest_rates(tables: Tables, basis: Basis) -> dict[str, Decimal]:
    """Give each currency's rate at the start of the period."""
    if "fx_rates" not in tables:
        return {}
    known = [row for row in records(tables["fx_rates"]) if row["on"] <= basis.period.start]
    return {row["currency"]: row["rate"] for row in sorted(known, key=lambda row: row["on"])}
