"""An adjustment: by how much an issued line is corrected, and by what the data say since."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from workbench.incentives.terms import Label

NONE = Decimal(0)
DRAW, DUE, REST, DISPUTE = "draw", "due", "rest", "dispute"


class Adjustment(NamedTuple):
    """What one row of an issued line is paid more or less, in the statement that says so."""

    period: str  # of the line it corrects; "" for a balance
    line: str  # the key of that line; draw, due and rest are balances and cents
    row_id: str  # the deal; "" for the whole line
    causes: tuple[str, ...]  # what changed: lost, amount, share, rate, cash, moved, late, plan, …
    was: Decimal  # paid for the row so far, exactly
    now: Decimal  # to be paid for it by the data of today, exactly
    amount: Decimal  # the change, in cents
    label: Label | None = None  # of the component
    dispute: str = ""  # id of the dispute that was accepted


class Spared(NamedTuple):
    """What a rep keeps, or loses, that a recomputation from scratch would have otherwise."""

    deal_id: str
    reason: str  # too_late, no_clawback, original_rate, clawback_share, held reasons
    amount: Decimal  # what the plan leaves above a recomputation; below 0: beneath it


def sum_of(adjustments: Iterable[Adjustment]) -> Decimal:
    """Add up adjustments."""
    return sum((each.amount for each in adjustments), NONE)
