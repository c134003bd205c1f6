"""M05, growth: won revenue beside that of the same days of an earlier period."""

from datetime import date
from decimal import Decimal
from functools import partial

from workbench.metrics.basis import Basis
from workbench.metrics.expression import Table, Value, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Finish, Metric, Outcome, Parts, absent, exact
from workbench.metrics.parts import Expression, Opens, Part, count_of, known_of, sum_of
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


def _amount(deals: Table) -> Value:
    return deals.amount


def _in(window: str) -> Expression:
    return lambda t: t.window == window


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


def _parts(base: str) -> dict[str, Part]:
    return {
        "now": sum_of(_amount, _in("now")),
        "base": sum_of(_amount, _in(base)),
        "n": count_of(_in("now")),
        "known": known_of(_amount, _in("now")),
        "n_base": count_of(_in(base)),
        "known_base": known_of(_amount, _in(base)),
    }


_GROWTH = partial(
    Metric,
    id="M05",
    unit="share",
    direction=1,
    population="grown",
    finish=_growth(),
    rows=("won",),
    opens=Opens(
        top={"now": 1, "base": -1},
        bottom={"base": 1},
        n=("known",),
        among=("n", "n_base"),
        words={"now": "n", "before": "n_base"},
    ),
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
