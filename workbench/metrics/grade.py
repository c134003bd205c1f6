"""The data grade of a figure: what share of the rows behind it is touched by a fault.

A: none. B: up to 5 %. C: up to 20 %. D: more; such a figure is shown, but not scored.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from ibis.expr.types import Table, Value

from workbench.metrics.metric import Metric, Outcome

_UP_TO = (("A", Decimal(0)), ("B", Decimal("0.05")), ("C", Decimal("0.2")))
_WORST = "D"
_KNOWN = ("handed_over",)  # faults the figure already heeds: they lower a grade to B at most
_PARTLY = ("amounts_missing", "from_snapshots", "crm_probability")  # notes that tell of a fault

Faults = Mapping[tuple[str, str], int]  # number of rows by state (won, closed, open) and fault


def fault_parts(population: str, table: Table) -> dict[str, Value]:
    """Give what SQL counts of the rows of a population: `fault__<state>__<fault>`, "" for all."""
    return {
        f"fault__{state}__{fault}": condition(table).ifelse(1, 0).sum()
        for (state, fault), condition in _COUNTED.get(population, {}).items()
    }


def faults_of(population: str, row: Mapping[str, Any]) -> dict[tuple[str, str], int]:
    """Read them back for one rep."""
    return {
        (state, fault): int(row[f"fault__{state}__{fault}"] or 0)
        for state, fault in _COUNTED.get(population, {})
    }


def graded(metric: Metric, outcome: Outcome, faults: Faults) -> tuple[str, Outcome]:
    """Give the grade of a figure, and the figure with a note for each fault that touches it."""
    if outcome.value is None:
        return "", outcome
    is_partial = outcome.note and any(note in _PARTLY for note in outcome.note.split())
    worst = "C" if is_partial else "A"
    touching = _touching(metric.key, metric.population, metric.unit, metric.rows, metric.needs)
    for state, fault in touching:
        touched, rows = faults.get((state, fault), 0), faults.get((state, ""), 0)
        if touched:
            outcome = outcome.noted(f"touched_{fault}:{touched}")
            worst = max(worst, _grade(fault, touched, rows))
    return worst, outcome


def _grade(fault: str, touched: int, rows: int) -> str:
    if fault in _KNOWN:
        return "B"
    share = Decimal(touched) / max(rows, touched)
    return next((grade for grade, upper in _UP_TO if share <= upper), _WORST)


@cache  # asked of every fact, and a metric's answer never changes
def _touching(
    key: str, population: str, unit: str, rows: tuple[str, ...], needs: tuple[str, ...]
) -> Sequence[tuple[str, str]]:
    """List the faults that can touch a metric, by what it is made of."""
    is_money = unit in ("money", "money_per_day", "ratio", "index") or "amount" in needs
    found: list[tuple[str, str]] = []
    if population == "closed" or (not population and "won" in rows):
        found.append(("closed", "handed_over"))
        if is_money or key == "quota_attainment":
            found += [("won", "amount_missing"), ("won", "fx_missing")]
    if is_money and (population == "open" or (not population and "open" in rows)):
        found += [("open", "amount_missing"), ("open", "fx_missing"), ("open", "past_due")]
    return found


_COUNTED = {
    "closed": {
        ("closed", ""): lambda t: t.is_closed.notnull(),
        ("closed", "handed_over"): lambda t: t.was_handed_over,
        ("won", ""): lambda t: t.is_won,
        ("won", "amount_missing"): lambda t: t.is_won & t.amount.isnull() & ~t.fx_missing,
        ("won", "fx_missing"): lambda t: t.is_won & t.fx_missing,
    },
    "open": {
        ("open", ""): lambda t: t.is_closed.notnull(),
        ("open", "amount_missing"): lambda t: t.amount.isnull() & ~t.fx_missing,
        ("open", "fx_missing"): lambda t: t.fx_missing,
        ("open", "past_due"): lambda t: t.is_past_due,
    },
}
