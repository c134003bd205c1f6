"""Step 14: what a plan pays in advance, and what later pay gives back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from workbench.incentives.asked import ramp_month
from workbench.incentives.assigning import Segment
from workbench.incentives.statement import Drawn
from workbench.model.written_periods import shifted

_NONE = Decimal(0)


def drawn_of(segments: Sequence[Segment]) -> Drawn:
    """Give the draw of a period: the amount of a month, for each month at work on the plan.

    Of plans that change in mid-period the last with a draw tells its kind.
    """
    drawn = Drawn()
    for segment in segments:
        terms = segment.plan.draw
        months = _months(segment) if terms is not None else 0
        if terms is not None and months:
            amount = drawn.amount + terms.amount * months
            drawn = Drawn(terms.kind, terms.form, drawn.months + months, amount)
    return drawn


def settle_draw(drawn: Drawn, balance: Decimal, available: Decimal) -> tuple[Drawn, Decimal]:
    """Pay the draw and recover it from what was earned, never below a cheque of 0.

    Parameters
    ----------
    drawn
        Of the period.
    balance
        Recoverable draw of earlier periods not yet earned back.
    available
        What is payable after the clawback, 0 or more.

    Returns
    -------
    tuple
        The draw with what was paid and recovered, and the balance carried on. A plain draw is
        advanced whole; a guarantee adds what is missing up to it, and an old balance is recovered
        only from what lies above it.
    """
    if drawn.form == "guarantee":
        paid = max(_NONE, drawn.amount - available)
        recovered = min(balance, max(_NONE, available - drawn.amount))
        new = paid if drawn.kind == "recoverable" else _NONE
        return replace(drawn, paid=paid, recovered=recovered), balance + new - recovered
    owed = balance + (drawn.amount if drawn.kind == "recoverable" else _NONE)
    recovered = min(owed, available)
    return replace(drawn, paid=drawn.amount, recovered=recovered), owed - recovered


def _months(segment: Segment) -> int:
    """Count the months whose first day at work lies on the plan, as long as the draw is paid."""
    terms = segment.plan.draw
    first, last = max(segment.start, segment.begins), min(segment.end, segment.ends)
    month, count = date(first.year, first.month, 1), 0
    while month < last:
        is_hired_in_it = first == segment.begins > segment.assignment.start
        is_here = month >= first or is_hired_in_it
        number = ramp_month(segment, max(month, first))
        is_paid = terms is not None and (terms.months is None or number <= terms.months)
        count += is_here and is_paid
        month = shifted(month, 1)
    return count
