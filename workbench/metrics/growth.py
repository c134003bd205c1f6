"""M05, growth: won revenue beside that of the same days of an earlier period."""

from datetime import date
from decimal import Decimal
from functools import partial

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.basis import Basis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Expression, Finish, Metric, Outcome, Parts, absent, exact
from workbench.model.money import quotient
from workbench.model.period import Period

BASES = ("year_before", "period_before")


def base_period(basis: Basis, base: str) -> Period | None:
    """Give the period a growth is measured from; None where the calendar cannot tell it."""
    calendar, period = basis.calendar, basis.period
    return calendar.year_before(period) if base == "year_before" else calendar.preceding(period)


def same_days(basis: Basis, base: Period) -> tuple[date, date]:
    """Give the part of an earlier period that has as many days as have elapsed of this one."""
    if basis.end == basis.period.end:
        return base.start, base.end
    return base.start, min(base.end, base.start + (basis.end - basis.period.start))


def grown(ground: Ground) -> Table:
    """Give the deals won in the period and in the same days of the earlier ones, by `window`."""
    basis = ground.basis
    windows = {"now": (basis.period.start, basis.end)}
    for base in BASES:
        period = base_period(basis, base)
        if period is not None:
            windows[base] = same_days(basis, period)
    won = ground.credited.filter(_.is_closed & _.is_won).mutate(on=_.close_on)
    found = [
        ground.one_row_per_deal(won.filter((_.on >= start) & (_.on < end))).mutate(
            window=ibis.literal(window)
        )
        for window, (start, end) in windows.items()
    ]
    return ibis.union(*found) if len(found) > 1 else found[0]


def _total(window: str) -> Expression:
    return lambda t: t.amount.sum(where=t.window == window)


def _count(window: str, *, is_known: bool) -> Expression:
    def count(table: Table) -> ibis.Value:
        here = table.window == window
        kept = here & table.amount.notnull() if is_known else here
        return table.count(where=kept)

    return count


def _growth() -> Finish:
    def finish(parts: Parts) -> Outcome:
        numbers = {name: int(parts[name] or 0) for name in ("n", "known", "n_base", "known_base")}
        if (numbers["n"] and not numbers["known"]) or (
            numbers["n_base"] and not numbers["known_base"]
        ):
            return absent("amounts_missing", n=numbers["known"])
        now, base = (exact(parts[name]) or Decimal(0) for name in ("now", "base"))
        if base <= 0:
            return absent("base_not_positive", n=numbers["known"])
        outcome = Outcome(quotient(now - base, base), now - base, base, numbers["known"])
        is_whole = numbers["known"] == numbers["n"] and numbers["known_base"] == numbers["n_base"]
        return outcome if is_whole else outcome.noted("amounts_missing")

    return finish


def _parts(base: str) -> dict[str, Expression]:
    return {
        "now": _total("now"),
        "base": _total(base),
        "n": _count("now", is_known=False),
        "known": _count("now", is_known=True),
        "n_base": _count(base, is_known=False),
        "known_base": _count(base, is_known=True),
    }


_GROWTH = partial(
    Metric, id="M05", unit="share", direction=1, population="grown", finish=_growth(), rows=("won",)
)

GROWTH = (
    _GROWTH(
        key="revenue_growth_yoy",
        source="Change of won revenue on the same days a year before, of that revenue",
        parts=_parts("year_before"),
        needs=("deals.close_on", "amount", "record.deals", "started", "year_before"),
    ),
    _GROWTH(
        key="revenue_growth_qoq",
        source="Change of won revenue on the same days of the period before, of that revenue",
        parts=_parts("period_before"),
        needs=("deals.close_on", "amount", "record.deals", "started", "period_before"),
    ),
)
