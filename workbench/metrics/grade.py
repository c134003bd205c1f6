"""The data grade of a figure: what share of the rows behind it is touched by a fault.

A: none. B: up to 5 %. C: up to 20 %. D: more; such a figure is shown, but not scored. A figure that
leaves out more than half of what it should count, by number or by money, is no figure.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ibis.expr.types import Table, Value

from workbench.metrics.counts import Columns
from workbench.metrics.lost_rows import AMOUNT, SET_ASIDE
from workbench.metrics.metric import Metric, Outcome, absent
from workbench.metrics.parts import Expression

_UP_TO = (("A", Decimal(0)), ("B", Decimal("0.05")), ("C", Decimal("0.2")))
_WORST = "D"
_KNOWN = ("handed_over",)  # faults the figure already heeds: they lower a grade to B at most
_PARTLY = ("amounts_missing", "from_snapshots", "crm_probability")  # notes that tell of a fault

_REFUSED = Decimal("0.5")  # of rows or money set aside; beyond it a figure is refused

# Number of rows by state (won, closed, open) and fault; amounts for rows set aside
Faults = Mapping[tuple[str, str], int | Decimal]


def wanted_faults(population: str, rows: Table) -> dict[str, Value]:
    """Name what SQL counts of the rows of a population for the grades."""
    return {
        _name(state, fault): count(rows)
        for (state, fault), count in _COUNTED.get(population, {}).items()
    }


def faults_of(counted: Columns) -> dict[str, dict[tuple[str, str], int | Decimal]]:
    """Read them back, by rep; what touches no row is left out."""
    found: dict[str, dict[tuple[str, str], int | Decimal]] = {
        rep_id: {} for rep_id in counted["rep_id"]
    }
    for state, fault in (each for counts in _COUNTED.values() for each in counts):
        rows = counted.get(_name(state, fault), ())
        for rep_id, n in zip(counted["rep_id"], rows, strict=bool(rows)):
            if n:
                found[rep_id][state, fault] = n
    return found


def graded(
    outcome: Outcome,
    touching: Sequence[tuple[str, str]],
    faults: Faults,
    *,
    is_sum: bool = False,
) -> tuple[str, Outcome]:
    """Give the grade of a figure, and the figure with a note for each fault that touches it.

    Parameters
    ----------
    touching
        The faults that can touch the metric, of `touching_faults`.
    faults
        The faulty rows of the rep.
    is_sum
        Whether the figure is a sum of money, which may lose more money than rows.
    """
    if outcome.value is None:
        return "", outcome
    is_partial = outcome.note and any(note in _PARTLY for note in outcome.note.split())
    worst = "C" if is_partial else "A"
    for state, fault in touching:
        touched, rows = faults.get((state, fault), 0), faults.get((state, ""), 0)
        if not touched or outcome.value is None:
            continue
        note = f"touched_{fault}:{touched}"
        if fault != SET_ASIDE:
            outcome, share = outcome.noted(note), Decimal(touched) / max(rows, touched)
        else:
            amount = faults.get((state, AMOUNT), 0) if is_sum else 0
            share = _lost_share(outcome.value or Decimal(0), touched, rows, amount)
            if share > _REFUSED:
                return "", absent("mostly_set_aside", n=outcome.n, note=note)
            outcome = outcome.noted(note)
        worst = max(worst, _grade(fault, share))
    return worst, outcome


def _lost_share(
    value: Decimal, touched: int | Decimal, rows: int | Decimal, amount: int | Decimal
) -> Decimal:
    """Give the share of what is left out: by number, and by money where the figure is a sum."""
    shares = [Decimal(touched) / (Decimal(rows) + Decimal(touched))]
    if amount:
        shares.append(abs(Decimal(amount)) / (abs(Decimal(amount)) + abs(value)))
    return max(shares)


def touching_faults(metric: Metric) -> Sequence[tuple[str, str]]:
    """List the faults that can touch a metric, by what it is made of."""
    population, rows = metric.population, metric.rows
    is_money = metric.unit in ("money", "money_per_day", "ratio", "index")
    is_money = is_money or "amount" in metric.needs
    found: list[tuple[str, str]] = [(state, SET_ASIDE) for state in _states(population, rows)]
    if population == "closed" or (not population and "won" in rows):
        found.append(("closed", "handed_over"))
        if is_money or metric.key == "quota_attainment":
            found += [("won", "amount_missing"), ("won", "fx_missing")]
    if is_money and (population == "open" or (not population and "open" in rows)):
        found += [("open", "amount_missing"), ("open", "fx_missing"), ("open", "past_due")]
    return found


def _grade(fault: str, share: Decimal) -> str:
    if fault in _KNOWN:
        return "B"
    return next((grade for grade, upper in _UP_TO if share <= upper), _WORST)


def _states(population: str, rows: Sequence[str]) -> tuple[str, ...]:
    """Tell of which deals a figure is made: those won, all closed, those open."""
    if population == "open" or (not population and tuple(rows) == ("open",)):
        return ("open",)
    if "won" not in rows and population != "closed":
        return ()
    return ("closed",) if "lost" in rows else ("won",)


def _name(state: str, fault: str) -> str:
    return f"fault__{state}__{fault}"


_COUNTED: Mapping[str, Mapping[tuple[str, str], Expression]] = {
    "closed": {
        ("closed", ""): lambda t: t.count(),
        ("closed", "handed_over"): lambda t: t.count(where=t.was_handed_over),
        ("won", ""): lambda t: t.count(where=t.is_won),
        ("won", "amount_missing"): lambda t: t.count(
            where=t.is_won & t.amount.isnull() & ~t.fx_missing
        ),
        ("won", "fx_missing"): lambda t: t.count(where=t.is_won & t.fx_missing),
    },
    "open": {
        ("open", ""): lambda t: t.count(),
        ("open", "amount_missing"): lambda t: t.count(where=t.amount.isnull() & ~t.fx_missing),
        ("open", "fx_missing"): lambda t: t.count(where=t.fx_missing),
        ("open", "past_due"): lambda t: t.count(where=t.is_past_due),
    },
}
