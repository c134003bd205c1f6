"""The accrual of a run: what is earned and held at the end of its period, line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbench.incentives.ledger.carrying import carried_of
from workbench.incentives.paying import rounded
from workbench.incentives.statement import Kept
from workbench.review.pay.sums import NONE
from workbench.review.person import Person
from workbench.store.pay.statements import Line

HEADS = (
    "kind", "run", "period", "rep_id", "name", "team", "plan", "currency", "earned_in", "line",
    "earned", "paid", "held",
)  # fmt: skip
ROW, TOTAL = "row", "total"
Cells = tuple[object, ...]


@dataclass(frozen=True)
class Held:
    """What one line of a statement earned, and what of it waits."""

    plan: str
    period: str  # in which it was earned
    line: str
    earned: Decimal
    paid: Decimal  # so far

    @property
    def held(self) -> Decimal:
        """What waits for cash, or for a day."""
        return self.earned - self.paid


def held_of(kept: Iterable[Kept]) -> list[Held]:
    """Add up what waits, by line, in cents as the statement defers it."""
    lines: dict[tuple[str, str], list[Kept]] = {}
    for each in kept:
        lines.setdefault((each.period, each.line), []).append(each)
    found = [_held(period, line, rows) for (period, line), rows in sorted(lines.items())]
    return [each for each in found if each is not None]


def accrual_rows(
    lines: Iterable[Line], texts: Mapping[tuple[str, str], str], everybody: Mapping[str, Person]
) -> list[Cells]:
    """Give a row for each rep and line that waits, and totals by plan and currency after them.

    Parameters
    ----------
    texts
        The frozen text of each statement, by run and the id it is kept under.

    Returns
    -------
    list
        Cells as `HEADS` has them. The rows of a rep add up to what the statement defers.
    """
    rows: list[Cells] = []
    sums: dict[tuple[str, str], list[Held]] = {}
    told = ("", "")
    for line in lines:
        if line.fault:
            continue
        told = (line.run, line.period)
        left = carried_of(texts[line.run, line.kept_as].partition("\n")[0], line.rep_id)
        person = everybody.get(line.rep_id)
        whose = (line.rep_id, person.name if person else "", person.team if person else "")
        for each in held_of(left.balances.kept):
            sums.setdefault((each.plan, line.currency), []).append(each)
            rows.append((ROW, *told, *whose, each.plan, line.currency, *_cells(each)))
    totals = [
        (TOTAL, *told, "", "", "", plan, currency, "", "", *_added(found))
        for (plan, currency), found in sorted(sums.items())
    ]
    return [*rows, *totals]


def _held(period: str, line: str, rows: list[Kept]) -> Held | None:
    plans = [each.segment.plan for each in rows if each.segment is not None]
    if not plans:
        return None  # what is paid to the end is kept as one sum without its days on a plan
    places = plans[0].places
    earned = sum((each.amount for each in rows), NONE)
    paid = sum((each.amount * each.paid for each in rows), NONE)
    found = Held(plans[0].id, period, line, rounded(earned, places), rounded(paid, places))
    return found if found.held else None


def _cells(each: Held) -> Cells:
    return each.period, each.line, each.earned, each.paid, each.held


def _added(found: Iterable[Held]) -> Cells:
    listed = list(found)
    names = ("earned", "paid", "held")
    return tuple(sum((getattr(each, name) for each in listed), NONE) for name in names)
