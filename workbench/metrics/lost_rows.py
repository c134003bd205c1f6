"""Deals that were set aside: no figure counts them, so each tells how much it may miss."""

from collections.abc import Mapping
from decimal import Decimal

import ibis
from ibis import _

from workbench.metrics.credits import NO
from workbench.metrics.ground import Ground
from workbench.metrics.scope import records, scoped

DEALS_SET_ASIDE = "deals_set_aside"  # one row per deal and rep named in it
SET_ASIDE, AMOUNT = "set_aside", "set_aside_amount"


def lost_rows(ground: Ground) -> dict[str, dict[tuple[str, str], Decimal]]:
    """Count the deals set aside that would count for a rep, and add up their amounts.

    Returns
    -------
    dict
        By rep, then by state (won, closed, open) and what is told: the number, or the amount as
        the rows give it, the largest of rows that contradict each other; those in the reporting
        currency alone. Without the reps who lose none; a row that names no known rep is nobody's.
    """
    if DEALS_SET_ASIDE not in ground.tables:
        return {}
    today, basis = ibis.literal(ground.basis.as_of), ground.basis
    rows = ground.tables[DEALS_SET_ASIDE].mutate(is_won=_.is_won.fill_null(NO))
    is_home = _.currency.fill_null(basis.currency) == basis.currency
    rows = rows.mutate(amount=is_home.ifelse(_.amount, None))
    dated = rows.mutate(on=_.is_closed.ifelse(_.close_on, today))
    inside = (_.close_on >= basis.period.start) & (_.close_on < basis.end)
    kept = scoped(dated.filter(~_.is_closed | inside), ground.reports)
    grouped = kept.group_by("rep_id").aggregate(
        **{f"n_{state}": _.count(where=where) for state, where in _STATES.items()},
        **{f"amount_{state}": _.amount.sum(where=where) for state, where in _STATES.items()},
    )
    return {row["rep_id"]: _told(row) for row in records(grouped)}


_STATES = {"won": _.is_closed & _.is_won, "closed": _.is_closed, "open": ~_.is_closed}


def _told(row: Mapping[str, Decimal | int | None]) -> dict[tuple[str, str], Decimal]:
    return {
        (state, what): Decimal(value)
        for state in _STATES
        for what, value in (
            (SET_ASIDE, row[f"n_{state}"]),
            (AMOUNT, row[f"amount_{state}"]),
        )
        if value
    }
