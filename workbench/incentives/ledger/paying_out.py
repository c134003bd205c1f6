"""From a statement's cash to what is paid: adjustments, and what was or stays owed."""

from dataclasses import replace
from decimal import Decimal

from workbench.incentives.adjustment import sum_of
from workbench.incentives.statement import Line, Statement

NONE = Decimal(0)


def paid_out(statement: Statement, owed: Decimal) -> Statement:
    """Add the lines from cash to pay; none where nothing is adjusted and nothing owed.

    There is no negative cheque: what adjustments take beyond this statement's cash is owed, and
    taken from the next.

    Parameters
    ----------
    owed
        What the statement before left owed.
    """
    if not statement.adjustments and not owed:
        return statement
    adjusted = sum_of(statement.adjustments)
    total = statement.amount("cash") + adjusted - owed
    left = max(NONE, -total)
    lines = (
        Line("adjusted", adjusted, "change"),
        Line("owed_before", -owed, "change"),
        Line("owed_after", left, "change"),
        Line("pay", total + left, "total"),
    )
    return replace(statement, lines=(*statement.lines, *lines), owed=left)
