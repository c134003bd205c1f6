"""What lines issued before are paid more or less: the statements of today against what was paid."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from workbench.incentives.adjustment import DISPUTE, DRAW, DUE, REST, Adjustment
from workbench.incentives.paying import rounded
from workbench.incentives.statement import Kept, Statement
from workbench.incentives.terms import Label

NONE = Decimal(0)


class Spot(NamedTuple):
    """A row of an issued line."""

    period: str
    line: str
    row_id: str  # "" where the line is paid whole


@dataclass(frozen=True)
class Paid:
    """What statements paid, added up over all periods."""

    rows: Mapping[Spot, Decimal]  # exact
    cash: Decimal  # with adjustments, without what was owed
    draws: Decimal  # advanced less recovered
    due: Decimal  # still owed by the rep at the end


def paid_by(made: Iterable[Statement]) -> Paid:
    """Add up statements of consecutive periods, or what was issued of them."""
    rows: dict[Spot, Decimal] = {}
    cash = draws = due = NONE
    for each in made:
        for spot, amount in _rows(each):
            rows[spot] = rows.get(spot, NONE) + amount
        told = [other for other in each.adjustments if not other.dispute]
        cash += each.amount("cash") + sum((other.amount for other in told), NONE)
        draws += each.amount("draw_paid") + each.amount("draw_recovered")
        draws += sum((other.amount for other in told if other.line == DRAW), NONE)
        due = each.closing.due
    return Paid(rows, cash, draws, due)


def _rows(made: Statement) -> Iterable[tuple[Spot, Decimal]]:
    gross = made.amount("gross")
    left = (gross + made.amount("cap_loss")) / gross if gross > 0 else Decimal(1)
    for each in made.earned:
        if not each.component.is_by_row and each.amount:
            yield Spot(made.period.name, each.key, ""), each.amount * left
    for pay in (*made.payments, *made.releases):
        yield _spot(pay.kept), pay.now
    for taken in made.taken:
        yield _spot(taken.kept), -taken.amount
    for other in made.adjustments:
        if other.line not in (DRAW, DUE, REST) and not other.dispute:
            yield Spot(other.period, other.line, other.row_id), other.now - other.was


def _spot(kept: Kept) -> Spot:
    return Spot(kept.period, kept.line, kept.row_id)


def differences(
    now: Paid,
    was: Paid,
    why: Callable[[Spot], tuple[str, ...]],
    labels: Mapping[tuple[str, str], Label],
    places: int,
) -> list[Adjustment]:
    """Give what today's statements of issued periods pay otherwise than what was paid.

    Parameters
    ----------
    now, was
        By the data of today; as issued, adjustments included.
    why
        Tells what changed about a row.
    labels
        Of components, by period and line.

    Returns
    -------
    list of Adjustment
        Row by row; then draws and debts that shift, and the cents that rows were rounded by, so
        that they add up to the difference to the cent.
    """
    found = []
    every = {**now.rows, **was.rows}
    changed = [each for each in every if now.rows.get(each, NONE) != was.rows.get(each, NONE)]
    for spot in sorted(changed):
        before, after = was.rows.get(spot, NONE), now.rows.get(spot, NONE)
        label = labels.get((spot.period, spot.line))
        amount = rounded(after - before, places)
        found.append(Adjustment(*spot, why(spot), before, after, amount, label))
    found += _balance(DRAW, was.draws, now.draws)
    found += _balance(DUE, was.due, now.due)
    rest = now.cash - was.cash - sum((each.amount for each in found), NONE)
    return found + _balance(REST, NONE, rest)


def _balance(line: str, before: Decimal, after: Decimal) -> list[Adjustment]:
    if before == after:
        return []
    return [Adjustment("", line, "", ("balance",), before, after, after - before)]


def agreed(disputes: Sequence[tuple[str, str, str, Decimal]]) -> list[Adjustment]:
    """Make adjustments of disputes that were accepted.

    Parameters
    ----------
    disputes
        Id, period, line as `commission/D-12`, and by how much it is corrected.
    """
    found = []
    for name, period, key, amount in disputes:
        line, _, row_id = key.partition("/")
        found.append(
            Adjustment(period, line, row_id, (DISPUTE,), NONE, amount, amount, dispute=name)
        )
    return found
